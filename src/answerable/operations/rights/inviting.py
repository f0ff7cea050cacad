"""An account is offered by a link: it ends on a day, is used once, and can be called back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from secrets import token_urlsafe
from urllib.parse import urlsplit

from answerable.config import config
from answerable.operations import access
from answerable.operations.rights import accounts
from answerable.operations.rights.accounts import NotAnAccount, Post
from answerable.store.people import accounts as held
from answerable.store.people import invitations, mail
from answerable.store.people.accounts import Account
from answerable.store.people.invitations import Invitation
from answerable.vocabulary.access import Actor
from answerable.vocabulary.times import in_words

DAYS = 7
PATH = "/account/invitation/"
_OVER = "This invitation was used, was called back or is over. Ask for a new one."


@dataclass(frozen=True, slots=True)
class Invited:
    """The link, shown once: only its digest is kept."""

    name: str
    path: str
    expires: str
    email: str
    mailed: bool


def invite(
    *,
    by: Actor,
    at: datetime,
    name: str,
    office: str,
    roles: Sequence[str],
    email: str = "",
    holding: str = "substantive",
    ends: str | None = None,
) -> Invited:
    """Offer an account; an earlier offer to the same name is called back."""
    access.require(by, "invite")
    post = accounts.post(office, roles, holding=holding, ends=ends, on=accounts.day_of(at))
    return _offer(
        by=by, at=at, name=accounts.free_name(name), email=accounts.free_email(email), post=post
    )


def renew(*, by: Actor, at: datetime, name: str) -> Invited:
    """A link by which somebody who has an account chooses a new password and second factor.

    Nothing of the account changes until the link is used.
    """
    access.require(by, "invite")
    account = accounts.open_account(name)
    post = Post(account.body, account.office, account.roles, account.holding, account.ends)
    return _offer(by=by, at=at, name=account.name, email=account.email, post=post)


def read(*, token: str, at: datetime) -> Invitation:
    """The offer behind a link; refused once it is used, called back or over."""
    found = invitations.of(token)
    if found is None or not found.open(at):
        raise NotAnAccount(_OVER, code="no_such_invitation")
    return found


def accept(*, token: str, at: datetime, password: str) -> Account:
    """Choose a password: the account is made, or gets the new password, and the link is used."""
    offer = read(token=token, at=at)
    accounts.good_password(password)
    known = held.by_name(offer.name)
    closed = known is not None and not known.active
    if closed or not invitations.use(offer.id, at=at):
        raise NotAnAccount(_OVER, code="no_such_invitation")
    if known is not None:
        held.set_password(known.id, password)
        return known
    post = Post(offer.body, offer.office, offer.roles, offer.holding, offer.ends)
    return accounts.made(name=offer.name, post=post, password=password, email=offer.email, at=at)


def revoke(*, by: Actor, at: datetime, number: int) -> None:
    """Call an offer back."""
    access.require(by, "invite")
    if not invitations.revoke(number, at=at):
        raise NotAnAccount("That invitation was used or called back before.")


def waiting(*, by: Actor, at: datetime) -> tuple[Invitation, ...]:
    """Offers that can still be used."""
    access.require(by, "see_roles")
    return tuple(offer for offer in invitations.every() if offer.open(at))


def _offer(*, by: Actor, at: datetime, name: str, email: str, post: Post) -> Invited:
    token, expires = token_urlsafe(32), at + timedelta(days=DAYS)
    invitations.keep(
        token=token,
        name=name,
        email=email,
        body=post.body,
        office=post.office,
        roles=post.roles,
        holding=post.holding,
        ends=post.ends,
        invited_by=f"{by.body}/{by.office}",
        at=at,
        expires=expires,
    )
    path, ends = f"{PATH}{token}/", in_words(expires.date().isoformat())
    return Invited(name, path, ends, email, _mailed(email, path=path, ends=ends, at=at))


def _mailed(email: str, *, path: str, ends: str, at: datetime) -> bool:
    """Send the link, where there are a server, an address and the site's own name; else no."""
    settings = config()
    if not (email and settings.smtp and settings.site):
        return False
    host = urlsplit(settings.site).hostname or "localhost"
    message = EmailMessage()
    message["From"] = settings.mail_from or f"answerable@{host}"
    message["To"] = email
    message["Subject"] = "Your account"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=host)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(
        f"Choose your password here, by {ends}; the link works once:\n\n"
        f"{settings.site}{path}\n\n"
        "Nobody of ours will ask you for your password. If you expect no account, do nothing.\n",
        cte="quoted-printable",
    )
    try:
        mail.send(bytes(message))
    except mail.MailNotSent:
        return False  # the link is shown instead, to be given by hand
    return True
