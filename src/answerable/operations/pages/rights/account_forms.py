"""Forms about accounts: invite, call back, change, review, renew and close."""

from collections.abc import Mapping
from dataclasses import replace

from answerable.operations import access, catalogue, people
from answerable.operations.pages import days
from answerable.operations.pages.forms import Choice, DateField, Field, FormPage, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import FormError, Item, Link, Section, SectionsPage
from answerable.operations.pages.rights.account import roles_in_words
from answerable.operations.pages.rights.accounts import (
    DOES,
    INVITE,
    TABLE,
    frame,
    office_words,
    stands,
)
from answerable.operations.rights import accounts
from answerable.operations.rights.accounts import HOLDINGS, OFFERED
from answerable.operations.rights.inviting import Invited
from answerable.vocabulary.language import say

OTHER = "office-other"
"""The box of an office that is not offered."""


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
        **frame(look, account),
        sentence=stands(account, look.today),
        errors=(FormError(words=error),) if error else (),
        action=f"{TABLE}{account.name}/{what}/",
        button=button,
        answers=(
            Item(label=say("Office"), words=office_words(account)),
            Item(label=say("Roles"), words=roles_in_words(account.roles)),
        ),
        cancel=Link(label=say("Leave it as it is"), url=f"{TABLE}{account.name}/"),
    )
    made = replace(made, title=f"{title}: {account.name}")
    values = posted or {}
    if what == "review-roles":
        return replace(
            made, dates=(_date("next", say("Next review"), values, say("In a year, if empty")),)
        )
    if what == "close-account":
        return replace(
            made,
            warning=say(
                "It is closed at once and for good: password, codes and sessions end. What "
                "its office has open is listed next."
            ),
        )
    if what == "change-roles":
        year, month, day_ = (account.ends or "--").split("-")
        before = {"ends-year": year, "ends-month": month, "ends-day": day_, **values}
        return replace(
            made,
            answers=(),
            fields=_fields(
                {
                    "office": f"{account.body}/{account.office}",
                    "role": account.roles[0].value if account.roles else "",
                    "role-2": account.roles[1].value if len(account.roles) > 1 else "",
                    "holding": account.holding,
                    **values,
                }
            ),
            dates=(
                _date(
                    "ends",
                    say("Day from which it acts no more"),
                    before,
                    say("For an office that ends"),
                ),
            ),
        )
    return made


def invite(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> FormPage:
    """Offer an account."""
    access.require(look.actor, "invite")
    values = posted or {}
    return FormPage(
        title=say("Invite somebody"),
        area="about",
        sentence=say("They get a link that is used once and ends after seven days."),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Accounts and roles"), url=TABLE),),
        errors=(FormError(words=error),) if error else (),
        action=INVITE,
        button=say("Make the invitation"),
        fields=(
            Field(
                name="name",
                label=say("User name"),
                hint=say("Such as j.ashe. It is not shown to the public."),
                value=values.get("name", ""),
                autocomplete="off",
            ),
            Field(
                name="email",
                label=say("E-mail address (you may leave it empty)"),
                value=values.get("email", ""),
                autocomplete="off",
            ),
            *_fields({"office": "", "role": "", "role-2": "", "holding": "substantive", **values}),
        ),
        dates=(
            _date(
                "ends",
                say("Day from which it acts no more"),
                values,
                say("For an office that ends"),
            ),
        ),
        cancel=Link(label=say("Invite nobody"), url=TABLE),
    )


def linked(look: Look, made: Invited) -> SectionsPage:
    """The link, shown once, to be given to one person."""
    return SectionsPage(
        title=say("The link for {name}", name=made.name),
        area="about",
        sentence=say("Give it to this person only, by a way that nobody else reads."),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Accounts and roles"), url=TABLE),),
        sections=(
            Section(
                title=say("Copy it now"),
                paragraphs=(
                    f"{look.base.rstrip('/')}{made.path}",
                    say(
                        "It is used once and ends on {expires}. It is not shown again.",
                        expires=made.expires,
                    ),
                    say("It was sent to {email} too.", email=made.email)
                    if made.mailed
                    else say("No mail was sent: give it to them yourself."),
                ),
                links=(Link(label=say("Accounts and roles"), url=TABLE),),
            ),
        ),
    )


def day(posted: Mapping[str, str], name: str) -> str | None:
    """A date in three boxes, as ISO; None where all are empty; refused where it is no day."""
    return days.given(DateField(name=name, legend=say("Date"), optional=True), posted) or None


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
            label=say("Office"),
            value=values["office"],
            choices=_offices(values["office"]),
        ),
        Field(
            name=OTHER,
            label=say("Or another office (you may leave it empty)"),
            hint=say("As body/office, such as anyshire-pcc/policy-adviser"),
            value=values.get(OTHER, ""),
        ),
        Field(
            name="role",
            label=say("Role"),
            value=values["role"],
            choices=(Choice(value="", label=say("Choose a role")), *offered),
        ),
        Field(
            name="role-2",
            label=say("A second role (you may leave it empty)"),
            value=values["role-2"],
            choices=(Choice(value="", label=say("None")), *offered),
        ),
        Field(
            name="holding",
            label=say("How the office is held"),
            value=values["holding"],
            choices=tuple(Choice(value=how, label=how.capitalize()) for how in HOLDINGS),
        ),
    )


def _offices(held: str) -> tuple[Choice, ...]:
    """The offices of the record, the administrator of each body among them, and the one held."""
    every = {
        name: say("{words}, {body}", words=words, body=body_words(name.partition("/")[0]))
        for name, words in people.offices()
    }
    known = catalogue.bodies()
    for body in dict.fromkeys(name.partition("/")[0] for name in every):
        if body in known and known[body].kind == "partner":
            continue  # a partner answers for its part; nobody of it gives accounts here
        words = say("Administrator, {body}", body=body_words(body))
        every.setdefault(f"{body}/administrator", words)
    every.setdefault(held, held.rpartition("/")[2].replace("-", " ").capitalize())
    every.pop("", None)
    return (
        Choice(value="", label=say("Choose an office")),
        *(Choice(value=name, label=words) for name, words in every.items()),
    )


def office_of(posted: Mapping[str, str]) -> str:
    """The office that was typed, else the one that was chosen."""
    return posted.get(OTHER, "").strip() or posted.get("office", "").strip()


def _date(name: str, legend: str, values: Mapping[str, str], hint: str) -> DateField:
    return days.sent(DateField(name=name, legend=legend, hint=hint, optional=True), values)


def call_back(look: Look, number: int, *, error: str = "") -> FormPage:
    """Call an invitation back."""
    access.require(look.actor, "invite")
    return FormPage(
        title=say("Call back invitation {number}", number=number),
        area="about",
        sentence=say("Its link opens nothing more."),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Accounts and roles"), url=TABLE),),
        errors=(FormError(words=error),) if error else (),
        action=f"{INVITE}{number}/",
        button=say("Call it back"),
        cancel=Link(label=say("Leave it"), url=TABLE),
    )
