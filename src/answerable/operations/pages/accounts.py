"""Accounts and roles: who holds which role in which office, until when, and the next review."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from answerable.operations import access, accounts, inviting
from answerable.operations.accounts import HOLDINGS, OFFERED, Left
from answerable.operations.inviting import Invited
from answerable.operations.pages.account import roles_in_words
from answerable.operations.pages.forms import Choice, DateField, Field, FormPage, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    FormError,
    Item,
    Link,
    Row,
    Section,
    SectionsPage,
    Table,
)
from answerable.store.accounts import Account
from answerable.store.invitations import Invitation
from answerable.vocabulary.times import in_words

TABLE = "/account/people/"
INVITE = "/account/invite/"
DOES = {
    "review-roles": ("Say that these roles are right", "The roles are right"),
    "change-roles": ("Change the office or its roles", "Change it"),
    "renew-password": ("Make a link for a new password", "Make the link"),
    "close-account": ("Close this account", "Close it now"),
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
        title="Accounts and roles",
        area="about",
        sentence=_sentence(len(still), len(due)),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title="Who holds which role",
                table=Table(
                    caption="Open accounts",
                    head=("User name", "Office", "Roles", "How it is held", "Next review"),
                    rows=tuple(_row(a, look, manages=manages) for a in order),
                ),
                links=(Link(label="Invite somebody", url=INVITE),) if manages else (),
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
        **_frame(look, account),
        sentence=_stands(account, look.today),
        sections=(
            Section(
                title="What it is",
                items=(
                    f"Office: {_office(account)}",
                    f"Roles: {roles_in_words(account.roles)}",
                    f"Held: {_held(account)}",
                    f"Reviewed: {_reviewed(account)}",
                    f"Second factor: {'set up' if account.second_factor else 'not yet'}",
                ),
            ),
            *_left(left),
            *(_can_do(account) if account.active else ()),
        ),
    )


def form(
    look: Look,
    name: str,
    what: str,
    *,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """The form of one of the four things that can be done to an account."""
    access.require(look.actor, "give_role")
    account = accounts.open_account(name)
    title, button = DOES[what]
    made = FormPage(
        **_frame(look, account),
        sentence=_stands(account, look.today),
        errors=(FormError(words=error),) if error else (),
        action=f"{TABLE}{account.name}/{what}/",
        button=button,
        answers=(
            Item(label="Office", words=_office(account)),
            Item(label="Roles", words=roles_in_words(account.roles)),
        ),
        cancel=Link(label="Leave it as it is", url=f"{TABLE}{account.name}/"),
    )
    made = replace(made, title=f"{title}: {account.name}")
    values = posted or {}
    if what == "review-roles":
        return replace(made, dates=(_date("next", "Next review", values, "In a year, if empty"),))
    if what == "close-account":
        return replace(
            made,
            warning="It is closed at once and for good: password, codes and sessions end. What "
            "its office has open is listed next.",
        )
    if what == "change-roles":
        year, month, day_ = (account.ends or "--").split("-")
        before = {"ends-year": year, "ends-month": month, "ends-day": day_, **values}
        return replace(
            made,
            answers=(),
            fields=_fields(
                {
                    "office": account.office,
                    "role": account.roles[0].value if account.roles else "",
                    "role-2": account.roles[1].value if len(account.roles) > 1 else "",
                    "holding": account.holding,
                    **values,
                }
            ),
            dates=(
                _date("ends", "Day from which it acts no more", before, "For an office that ends"),
            ),
        )
    return made


def invite(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> FormPage:
    """Offer an account."""
    access.require(look.actor, "invite")
    values = posted or {}
    return FormPage(
        title="Invite somebody",
        area="about",
        sentence="They get a link that is used once and ends after seven days.",
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label="Accounts and roles", url=TABLE),),
        errors=(FormError(words=error),) if error else (),
        action=INVITE,
        button="Make the invitation",
        fields=(
            Field(
                name="name",
                label="User name",
                hint="Such as j.ashe. It is not shown to the public.",
                value=values.get("name", ""),
                autocomplete="off",
            ),
            Field(
                name="email",
                label="E-mail address (you may leave it empty)",
                value=values.get("email", ""),
                autocomplete="off",
            ),
            *_fields({"office": "", "role": "", "role-2": "", "holding": "substantive", **values}),
        ),
        dates=(
            _date("ends", "Day from which it acts no more", values, "For an office that ends"),
        ),
        cancel=Link(label="Invite nobody", url=TABLE),
    )


def linked(look: Look, made: Invited) -> SectionsPage:
    """The link, shown once, to be given to one person."""
    return SectionsPage(
        title=f"The link for {made.name}",
        area="about",
        sentence="Give it to this person only, by a way that nobody else reads.",
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label="Accounts and roles", url=TABLE),),
        sections=(
            Section(
                title="Copy it now",
                paragraphs=(
                    f"{look.base.rstrip('/')}{made.path}",
                    f"It is used once and ends on {made.expires}. It is not shown again.",
                    f"It was sent to {made.email} too."
                    if made.mailed
                    else "No mail was sent: give it to them yourself.",
                ),
                links=(Link(label="Accounts and roles", url=TABLE),),
            ),
        ),
    )


def day(posted: Mapping[str, str], name: str) -> str | None:
    """A date in three boxes, as ISO; None where all are empty; refused where it is no day."""
    parts = [posted.get(f"{name}-{part}", "").strip() for part in ("year", "month", "day")]
    if not any(parts):
        return None
    try:
        return date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        raise accounts.NotAnAccount("Give the date as day, month and year.") from None


def roles(posted: Mapping[str, str]) -> list[str]:
    """The one or two roles that were chosen."""
    return [role for name in ("role", "role-2") if (role := posted.get(name, "").strip())]


def _fields(values: Mapping[str, str]) -> tuple[Field, ...]:
    offered = tuple(
        Choice(value=role.value, label=role.value.replace("-", " ").capitalize())
        for role in OFFERED
    )
    return (
        Field(
            name="office",
            label="Office",
            hint="As body/office, such as anyshire-pcc/governance-officer",
            value=values["office"],
        ),
        Field(
            name="role",
            label="Role",
            value=values["role"],
            choices=(Choice(value="", label="Choose a role"), *offered),
        ),
        Field(
            name="role-2",
            label="A second role (you may leave it empty)",
            value=values["role-2"],
            choices=(Choice(value="", label="None"), *offered),
        ),
        Field(
            name="holding",
            label="How the office is held",
            value=values["holding"],
            choices=tuple(Choice(value=how, label=how.capitalize()) for how in HOLDINGS),
        ),
    )


def _date(name: str, legend: str, values: Mapping[str, str], hint: str) -> DateField:
    return DateField(
        name=name,
        legend=legend,
        hint=hint,
        day=values.get(f"{name}-day", ""),
        month=values.get(f"{name}-month", ""),
        year=values.get(f"{name}-year", ""),
    )


def _frame(look: Look, account: Account) -> dict[str, Any]:
    return {
        "title": account.name,
        "area": "about",
        "banner": acting(look),
        "as_at": look.as_at(),
        "crumbs": (Link(label="Accounts and roles", url=TABLE),),
        "aside": (
            Aside(
                title="What is written here",
                paragraphs=(
                    "Accounts stand outside the record. In the record a person appears as a "
                    "pseudonym behind the office.",
                ),
            ),
        ),
    }


def _sentence(count: int, due: int) -> str:
    many = "Nobody has an account" if not count else f"{count:,} accounts are open"
    if count == 1:
        many = "1 account is open"
    if not due:
        return f"{many}; no review is due."
    return f"{many}; the roles of {due:,} are due for review."


def _row(account: Account, look: Look, *, manages: bool) -> tuple[str | Cell, ...]:
    late = accounts.due(account, look.today)
    review = in_words(account.review_by) if account.review_by else "No day"
    return (
        Cell(words=account.name, url=f"{TABLE}{account.name}/" if manages else ""),
        _office(account),
        roles_in_words(account.roles),
        _held(account),
        Cell(words=review, state="overdue" if late else ""),
    )


def _stands(account: Account, today: date) -> str:
    if not account.active:
        when = in_words(account.left_at[:10]) if account.left_at else "a day not kept"
        return f"This account was closed on {when}."
    if account.acts(today):
        return f"This account acts for {_office(account)}."
    if not account.second_factor:
        return "This account acts for nobody yet: its second factor is not set up."
    return f"The office of this account ended on {in_words(account.ends or '')}."


def _office(account: Account) -> str:
    return f"{account.office.replace('-', ' ').capitalize()}, {body_words(account.body)}"


def _held(account: Account) -> str:
    return account.holding.capitalize() + (
        f", until {in_words(account.ends)}" if account.ends else ""
    )


def _reviewed(account: Account) -> str:
    if not account.reviewed_at:
        return "never"
    return f"{in_words(account.reviewed_at[:10])}, by {account.reviewed_by}"


def _can_do(account: Account) -> tuple[Section, ...]:
    return (
        Section(
            title="What you can do",
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
            title="Open actions to give to another owner",
            paragraphs=(
                f"{len(left.actions)} {words} open for this office; {left.sessions} sessions "
                "ended."
                if left.actions
                else f"No open action belongs to this office; {left.sessions} sessions ended.",
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
            title="Invitations that wait",
            table=Table(
                caption="Each ends on its day",
                head=("User name", "Office", "Roles", "Ends", "Number"),
                rows=tuple(
                    (
                        offer.name,
                        f"{offer.body}/{offer.office}",
                        roles_in_words(offer.roles),
                        in_words(offer.expires_at[:10]),
                        Cell(words=f"Call back number {offer.id}", url=f"{INVITE}{offer.id}/"),
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
            title="Closed accounts",
            items=tuple(
                f"{a.name}, {_office(a)}: closed "
                f"{in_words(a.left_at[:10]) if a.left_at else 'earlier'}"
                for a in found
            ),
        ),
    )


def call_back(look: Look, number: int, *, error: str = "") -> FormPage:
    """Call an invitation back."""
    access.require(look.actor, "invite")
    return FormPage(
        title=f"Call back invitation {number}",
        area="about",
        sentence="Its link opens nothing more.",
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label="Accounts and roles", url=TABLE),),
        errors=(FormError(words=error),) if error else (),
        action=f"{INVITE}{number}/",
        button="Call it back",
        cancel=Link(label="Leave it", url=TABLE),
    )
