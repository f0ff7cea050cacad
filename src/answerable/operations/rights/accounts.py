"""Accounts: who signs in, as which office, with which roles; reviewed, and closed when one leaves.

An account acts for one office of one body. An administrator makes accounts and records no facts,
so nobody is an administrator and something else in one account. Roles are looked at again on a
day that stands beside them; a temporary or acting office has an end, from which it acts no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from answerable.ledger.register import Register
from answerable.operations import access, catalogue, people
from answerable.operations.desk import rows as desk
from answerable.store.people import accounts
from answerable.store.people.accounts import Account
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

HOLDINGS = ("substantive", "temporary", "acting")
REVIEW_DAYS = 365
MOST_NAME = 150
_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-_@")
OFFERED = tuple(role for role in Role if role is not Role.PUBLIC)
"""The roles that an account can have; a member of a panel may have one too."""


class NotAnAccount(Refusal):
    """An account that cannot be made, found or changed so; the sentence says what to do."""

    code = "not_an_account"


@dataclass(frozen=True, slots=True)
class Post:
    """For which office an account acts, as what, and how that office is held."""

    body: str
    office: str
    roles: tuple[Role, ...]
    holding: str
    ends: str | None


@dataclass(frozen=True, slots=True)
class Left:
    """An account that was closed, and what stays behind to be given to somebody else."""

    name: str
    office: str
    sessions: int
    actions: tuple[tuple[str, str], ...]
    """(reference, words) of each open action of the office."""

    @property
    def text(self) -> tuple[str, ...]:
        """For a terminal."""
        head = f"The account {self.name} is closed; {self.sessions} of its sessions ended."
        if not self.actions:
            return (head, f"No open action belongs to {self.office}.")
        return (
            head,
            f"Open actions of {self.office}, to be given to another owner:",
            *(f"  {reference}   {words}" for reference, words in self.actions),
        )


@dataclass(frozen=True, slots=True)
class _Asking:
    """The office looks at its own register, at the head."""

    actor: Actor
    on: date
    known: int | None = None
    said: date | None = None

    def register(self, institution: str) -> Register:
        return registers.register(institution, valid=self.on, actor=self.actor)


def acting(number: int, *, at: datetime) -> Actor | None:
    """Whom an account acts as now; None where it is closed, ended or has no second factor."""
    found = accounts.by_id(number)
    if found is None or not found.acts(day_of(at)):
        return None
    return actor_of(found)


def actor_of(account: Account) -> Actor:
    """The actor behind an account; the pseudonym in a leaf is made of its number."""
    return Actor(account.body, account.office, f"login/{account.id}", frozenset(account.roles))


def exist() -> bool:
    """Does anybody sign in here? Then nobody acts by choosing an office."""
    return accounts.any_open()


def add(
    *,
    by: Actor,
    at: datetime,
    name: str,
    office: str,
    roles: Sequence[str],
    password: str,
    email: str = "",
    holding: str = "substantive",
    ends: str | None = None,
) -> Account:
    """Make an account with a password, such as the first administrator's."""
    access.require(by, "invite")
    return made(
        name=free_name(name),
        post=post(office, roles, holding=holding, ends=ends, on=day_of(at)),
        password=password,
        email=free_email(email),
        at=at,
    )


def made(*, name: str, post: Post, password: str, email: str, at: datetime) -> Account:
    """The account, once its name is free and its password will do."""
    good_password(password)
    accounts.make(
        name=name,
        email=email,
        body=post.body,
        office=post.office,
        roles=post.roles,
        holding=post.holding,
        ends=post.ends,
        review_by=_next_review(post.ends, day_of(at)),
        password=password,
        at=at,
    )
    return named(name)


def change(
    *,
    by: Actor,
    at: datetime,
    name: str,
    roles: Sequence[str] = (),
    office: str = "",
    holding: str = "",
    ends: str | None = None,
) -> Account:
    """Give an account other roles, another office of its body, or another end of its office."""
    access.require(by, "give_role")
    account = open_account(name)
    wanted = post(
        office or f"{account.body}/{account.office}",
        roles or [role.value for role in account.roles],
        holding=holding or account.holding,
        ends=ends if ends is not None or holding == "substantive" else account.ends,
        on=day_of(at),
    )
    if wanted.body != account.body:
        raise NotAnAccount(
            f"{account.name} acts for {account.body}. Nobody acts for two bodies: close this "
            "account and invite the person to the other body."
        )
    accounts.change(
        account.id,
        roles=wanted.roles,
        holding=wanted.holding,
        ends=wanted.ends,
        office=wanted.office,
    )
    return named(account.name)


def review(*, by: Actor, at: datetime, name: str, next_on: date | None = None) -> Account:
    """Somebody looked at an account's roles and found them right, until the next look."""
    access.require(by, "give_role")
    account, today = open_account(name), day_of(at)
    until = next_on or today + timedelta(days=REVIEW_DAYS)
    if not today < until <= today + timedelta(days=2 * REVIEW_DAYS):
        raise NotAnAccount("The next review is a day from tomorrow to two years from now.")
    accounts.reviewed(account.id, by=f"{by.body}/{by.office}", at=at, review_by=until.isoformat())
    return named(account.name)


def leave(*, by: Actor, at: datetime, name: str) -> Left:
    """Close an account at once, end its sessions, and list what its office still has open."""
    access.require(by, "invite")
    account = open_account(name)
    ended = accounts.leave(account.id, at=at)
    return Left(
        account.name,
        f"{account.body}/{account.office}",
        ended,
        _open_actions(account, at=at),
    )


def every(*, by: Actor) -> tuple[Account, ...]:
    """All accounts, for whoever gives roles or runs the register."""
    access.require(by, "see_roles")
    return accounts.every()


def has_administrator(body: str) -> bool:
    """Is there an open account of an administrator of a body? It says of nobody who it is."""
    return any(
        one.active and one.body == body and Role.ADMINISTRATOR in one.roles
        for one in accounts.every()
    )


def numbered(number: int) -> Account:
    """The account of a number, as a session names it."""
    found = accounts.by_id(number)
    if found is None:
        raise NotAnAccount("This account is not kept here.")
    return found


def named(name: str) -> Account:
    """The account of a user name, open or closed."""
    found = accounts.by_name(name)
    if found is None:
        raise NotAnAccount(
            f"No account is called “{name[:60]}”. `answerable account list` names them."
        )
    return found


def open_account(name: str) -> Account:
    """The same, refused once it is closed."""
    found = named(name)
    if not found.active:
        raise NotAnAccount(f"The account {found.name} was closed. Invite the person again.")
    return found


def post(office: str, roles: Iterable[str], *, holding: str, ends: str | None, on: date) -> Post:
    """An office that an account can act for, as `body/office` or by its words, checked."""
    named: dict[str, str] = {}
    for reference, words in people.offices():  # words that two offices share name neither
        named[words.casefold()] = "" if words.casefold() in named else reference
    body, _, short = named.get(office.strip().casefold(), office.strip()).partition("/")
    if body not in catalogue.bodies() or not short or "/" in short:
        raise NotAnAccount(
            f"“{office[:60]}” is no office: give it as BODY/OFFICE with a body of the catalogue, "
            f"such as {people.offices()[0][0]}."
        )
    known = {role.value: role for role in OFFERED}
    wanted = tuple(dict.fromkeys(role.strip() for role in roles if role.strip()))
    if not wanted or (wrong := [role for role in wanted if role not in known]):
        named_so = f"“{wrong[0][:40]}” is no role. " if wanted else ""
        raise NotAnAccount(f"{named_so}Roles are: {', '.join(known)}.")
    found = tuple(known[role] for role in wanted)
    if Role.ADMINISTRATOR in found and len(found) > 1:
        raise NotAnAccount(
            "An administrator makes accounts and records no facts. Make a second account for "
            "the other role."
        )
    if holding not in HOLDINGS:
        raise NotAnAccount(f"An office is held in one of these ways: {', '.join(HOLDINGS)}.")
    if holding != "substantive" and not ends:
        raise NotAnAccount(f"Say when the {holding} office ends: it acts no more from that day.")
    if ends and date.fromisoformat(ends) <= on:
        raise NotAnAccount(f"The office cannot end on {in_words(ends)}: that day has come.")
    return Post(body, short, found, holding, ends)


def free_name(name: str) -> str:
    """A user name that nobody has."""
    wanted = name.strip().lower()
    if not wanted or len(wanted) > MOST_NAME or not set(wanted) <= _NAME:
        raise NotAnAccount("A user name has letters, digits, and . - _ @ only, such as j.ashe.")
    if accounts.by_name(wanted) or accounts.by_email(wanted):
        raise NotAnAccount(f"“{wanted}” has an account already. Choose another user name.")
    return wanted


def free_email(email: str) -> str:
    """An address for mail that no other account has; empty for none."""
    wanted = email.strip()
    if not wanted:
        return ""
    local, at_sign, host = wanted.partition("@")
    if not (local and at_sign and "." in host) or any(c.isspace() for c in wanted):
        raise NotAnAccount(f"“{wanted[:80]}” is not an address for mail.")
    if accounts.by_email(wanted) or accounts.by_name(wanted):
        raise NotAnAccount(f"Another account has the address {wanted}.")
    return wanted


def good_password(password: str) -> None:
    """Refuse a password that can be guessed, and say why."""
    if weak := accounts.weaknesses(password):
        raise NotAnAccount(" ".join(weak))


def due(account: Account, on: date) -> bool:
    """Is it time to look at the roles of an open account again?"""
    return account.active and account.review_by is not None and account.review_by <= str(on)


def _next_review(ends: str | None, on: date) -> str:
    year = on + timedelta(days=REVIEW_DAYS)
    return min(ends, year.isoformat()) if ends else year.isoformat()


def _open_actions(account: Account, *, at: datetime) -> tuple[tuple[str, str], ...]:
    look = _Asking(actor_of(account), day_of(at))
    own = {account.office, f"{account.body}/{account.office}", f"{account.body}-{account.office}"}
    return tuple(
        (item.reference, item.text or "Not in our sources.")
        for institution in desk.institutions(look)
        for item in desk.rows(look, institution).items
        if item.kind == "action" and item.open and item.owner in own
    )


def day_of(at: datetime) -> date:
    """The day in London."""
    return at.astimezone(registers.ZONE).date()
