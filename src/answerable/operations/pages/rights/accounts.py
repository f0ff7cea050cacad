"""Accounts and roles: who holds which role in which office, until when, and the next review."""

from datetime import date
from typing import Any

from answerable.operations import access
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Link,
    Row,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.rights.account import roles_in_words
from answerable.operations.rights import accounts, inviting
from answerable.operations.rights.accounts import Left
from answerable.store.people.accounts import Account
from answerable.store.people.invitations import Invitation
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TABLE = "/account/people/"
INVITE = "/account/invite/"
DOES = {
    "review-roles": (marked("Say that these roles are right"), marked("The roles are right")),
    "change-roles": (marked("Change the office or its roles"), marked("Change it")),
    "renew-password": (marked("Make a link for a new password"), marked("Make the link")),
    "close-account": (marked("Close this account"), marked("Close it now")),
}
"""What can be done to an account: the words of the page, and of its button."""


def table(look: Look) -> SectionsPage:
    """Who holds which role; what is due for review stands first."""
    found = accounts.every(by=look.actor)
    waiting = inviting.waiting(by=look.actor, at=look.at)
    still = [a for a in found if a.active]
    due = [a for a in still if accounts.due(a, look.today)]
    order = sorted(still, key=lambda a: (not accounts.due(a, look.today), a.body, a.office))
    manages = access.may(look.actor, "give_role")
    return SectionsPage(
        title=say("Accounts and roles"),
        area="about",
        sentence=_sentence(len(still), len(due)),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Who holds which role"),
                table=Table(
                    caption=say("Open accounts"),
                    head=(
                        say("User name"),
                        say("Office"),
                        say("Roles"),
                        say("How it is held"),
                        say("Next review"),
                    ),
                    rows=tuple(_row(a, look, manages=manages) for a in order),
                ),
                links=(Link(label=say("Invite somebody"), url=INVITE),) if manages else (),
            ),
            *_invited(waiting),
            *_closed(tuple(a for a in found if not a.active)),
        ),
    )


def one(look: Look, name: str, *, left: Left | None = None) -> SectionsPage:
    """One account, and what can be done about it."""
    access.require(look.actor, "give_role")
    account = accounts.named(name)
    return SectionsPage(
        **frame(look, account),
        sentence=stands(account, look.today),
        sections=(
            Section(
                title=say("What it is"),
                items=(
                    say("Office: {office_words}", office_words=office_words(account)),
                    say("Roles: {roles_in_words}", roles_in_words=roles_in_words(account.roles)),
                    say("Held: {held}", held=_held(account)),
                    say("Reviewed: {reviewed}", reviewed=_reviewed(account)),
                    say(
                        "Second factor: {word}",
                        word=say("set up") if account.second_factor else say("not yet"),
                    ),
                ),
            ),
            *_left(left),
            *(_can_do(account) if account.active else ()),
        ),
    )


def frame(look: Look, account: Account) -> dict[str, Any]:
    """What every page of an account has."""
    return {
        "title": account.name,
        "area": "about",
        "banner": acting(look),
        "as_at": look.as_at(),
        "crumbs": (Link(label=say("Accounts and roles"), url=TABLE),),
        "aside": (
            Aside(
                title=say("What is written here"),
                paragraphs=(
                    say(
                        "Accounts stand outside the record. In the record a person "
                        "appears as a pseudonym behind the office."
                    ),
                ),
            ),
        ),
    }


def _sentence(count: int, due: int) -> str:
    many = (
        say("Nobody has an account")
        if not count
        else say("{count} accounts are open", count=f"{count:,}")
    )
    if count == 1:
        many = say("1 account is open")
    if not due:
        return say("{many}; no review is due.", many=many)
    return say("{many}; the roles of {due} are due for review.", many=many, due=f"{due:,}")


def _row(account: Account, look: Look, *, manages: bool) -> tuple[str | Cell, ...]:
    late = accounts.due(account, look.today)
    review = in_words(account.review_by) if account.review_by else say("No day")
    return (
        Cell(words=account.name, url=f"{TABLE}{account.name}/" if manages else ""),
        office_words(account),
        roles_in_words(account.roles),
        _held(account),
        Cell(words=review, state="overdue" if late else ""),
    )


def stands(account: Account, today: date) -> str:
    """For whom an account acts, or why for nobody."""
    if not account.active:
        when = in_words(account.left_at[:10]) if account.left_at else say("a day not kept")
        return say("This account was closed on {when}.", when=when)
    if account.acts(today):
        return say("This account acts for {office_words}.", office_words=office_words(account))
    if not account.second_factor:
        return say("This account acts for nobody yet: its second factor is not set up.")
    return say("The office of this account ended on {day}.", day=in_words(account.ends or ""))


def office_words(account: Account) -> str:
    """Its office and body, in words."""
    return f"{account.office.replace('-', ' ').capitalize()}, {body_words(account.body)}"


def _held(account: Account) -> str:
    return account.holding.capitalize() + (
        say(", until {day}", day=in_words(account.ends)) if account.ends else ""
    )


def _reviewed(account: Account) -> str:
    if not account.reviewed_at:
        return "never"
    return say(
        "{day}, by {reviewed_by}",
        day=in_words(account.reviewed_at[:10]),
        reviewed_by=account.reviewed_by,
    )


def _can_do(account: Account) -> tuple[Section, ...]:
    return (
        Section(
            title=say("What you can do"),
            links=tuple(
                Link(label=title, url=f"{TABLE}{account.name}/{what}/")
                for what, (title, _) in DOES.items()
            ),
        ),
    )


def _left(left: Left | None) -> tuple[Section, ...]:
    if left is None:
        return ()
    words = "is" if len(left.actions) == 1 else "are"
    return (
        Section(
            title=say("Open actions to give to another owner"),
            paragraphs=(
                say(
                    "{count} {words} open for this office; {sessions} sessions ended.",
                    count=len(left.actions),
                    words=words,
                    sessions=left.sessions,
                )
                if left.actions
                else say(
                    "No open action belongs to this office; {sessions} sessions ended.",
                    sessions=left.sessions,
                ),
            ),
            rows=tuple(
                Row(title=text, url=f"/findings/{reference}/") for reference, text in left.actions
            ),
        ),
    )


def _invited(waiting: tuple[Invitation, ...]) -> tuple[Section, ...]:
    if not waiting:
        return ()
    return (
        Section(
            title=say("Invitations that wait"),
            table=Table(
                caption=say("Each ends on its day"),
                head=(say("User name"), say("Office"), say("Roles"), say("Ends"), say("Number")),
                rows=tuple(
                    (
                        offer.name,
                        f"{offer.body}/{offer.office}",
                        roles_in_words(offer.roles),
                        in_words(offer.expires_at[:10]),
                        Cell(
                            words=say("Call back number {id}", id=offer.id),
                            url=f"{INVITE}{offer.id}/",
                        ),
                    )
                    for offer in waiting
                ),
            ),
        ),
    )


def _closed(found: tuple[Account, ...]) -> tuple[Section, ...]:
    if not found:
        return ()
    return (
        Section(
            title=say("Closed accounts"),
            items=tuple(
                say(
                    "{name}, {office_words}: closed {word}",
                    name=a.name,
                    office_words=office_words(a),
                    word=in_words(a.left_at[:10]) if a.left_at else say("earlier"),
                )
                for a in found
            ),
        ),
    )
