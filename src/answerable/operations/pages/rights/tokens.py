"""One's own tokens for programs: the list, the form, the secret that is shown once, the end."""

from collections.abc import Mapping

from answerable.operations import tokens
from answerable.operations.commands import GROUPS
from answerable.operations.pages import days
from answerable.operations.pages.forms import DateField, Field, FormPage, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import (
    Cell,
    FormError,
    Item,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.rights.account import HOME
from answerable.operations.pages.rights.panel_links import moment
from answerable.operations.tokens import ALL, DAYS, READ, Made
from answerable.store.people.tokens import AccessToken
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

LIST = f"{HOME}tokens/"
NEW = f"{LIST}new/"
_CRUMBS = (
    Link(label=marked("Your account"), url=HOME),
    Link(label=marked("Tokens for programs"), url=LIST),
)


def listed(look: Look, account: int) -> SectionsPage:
    """The tokens of an account: for what, until when, when last used."""
    found = tokens.own(account=account)
    still = [token for token in found if token.open(look.at)]
    return SectionsPage(
        title=say("Tokens for programs"),
        area="home",
        sentence=say("No token is open.")
        if not still
        else say("Tokens that are open: {count}.", count=len(still)),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=_CRUMBS[:1],
        sections=(
            Section(
                title=say("Your tokens"),
                table=Table(
                    caption=say("The latest first"),
                    head=(say("Name"), say("For"), say("Ends"), say("Last used"), say("State")),
                    rows=tuple(_row(look, token) for token in found),
                )
                if found
                else None,
                links=(Link(label=say("Make a token"), url=NEW),),
            ),
            Section(
                title=say("What a token is"),
                paragraphs=(
                    say(
                        "A program that shows it acts as you do, for what you named and "
                        "nothing else. It stops when it ends, when you end it, and when "
                        "your account acts no more. What it records stands in the record "
                        "as your office's."
                    ),
                ),
                links=(Link(label=say("What programs can ask"), url="/api/v1/openapi.json"),),
            ),
        ),
    )


def form(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> FormPage:
    """Make a token: its name, what it is for, its last day."""
    values = posted or {}
    return FormPage(
        title=say("Make a token"),
        area="home",
        sentence=say("It is shown once. Give each program its own, for as little as it needs."),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=_CRUMBS,
        errors=(FormError(words=error),) if error else (),
        action=NEW,
        button=say("Make it"),
        fields=(
            Field(
                name="label",
                label=say("What it is for"),
                hint=say("Such as: our action log, each night"),
                value=values.get("label", ""),
            ),
            Field(
                name="scopes",
                label=say("What it may do, one a line"),
                hint=say(
                    "{read}: read what you may read. {all}: everything that you may "
                    "record. Or groups: {values}. Or single operations, such as "
                    "move_due_date.",
                    read=READ,
                    all=ALL,
                    values=", ".join(GROUPS),
                ),
                value=values.get("scopes", READ),
                rows=5,
            ),
        ),
        dates=(
            days.sent(
                DateField(
                    name="until",
                    legend=say("Day on which it ends"),
                    hint=say("In {days} days, if empty; at most a year from now", days=DAYS),
                    optional=True,
                ),
                values,
            ),
        ),
        cancel=Link(label=say("Make none"), url=LIST),
    )


def made(look: Look, new: Made) -> SectionsPage:
    """The token, shown once."""
    return SectionsPage(
        title=say("The token for {label}", label=new.label),
        area="home",
        sentence=say("It ends on {ends}. Copy it now: it is not shown again.", ends=new.ends),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=_CRUMBS,
        sections=(
            Section(
                title=say("Copy it"),
                paragraphs=(
                    new.secret,
                    say("Keep it as you keep a password. Who has it acts in your name."),
                ),
                links=(Link(label=say("All tokens"), url=LIST),),
            ),
        ),
    )


def end(look: Look, account: int, number: int) -> FormPage:
    """End a token."""
    found = tokens.one(account=account, number=number)
    return FormPage(
        title=say("End the token for {label}", label=found.label),
        area="home",
        sentence=say("Programs that show it are refused from now on."),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=_CRUMBS,
        action=f"{LIST}{found.id}/end/",
        button=say("End it"),
        answers=(
            Item(label=say("For"), words=", ".join(found.scopes)),
            Item(label=say("Last used"), words=_used(found)),
        ),
        cancel=Link(label=say("Leave it open"), url=LIST),
    )


def _row(look: Look, token: AccessToken) -> tuple[str | Cell, ...]:
    still = token.open(look.at)
    return (
        token.label,
        ", ".join(token.scopes),
        in_words(token.expires_at[:10]),
        _used(token),
        Cell(words=say("Open: end it"), url=f"{LIST}{token.id}/end/") if still else _over(token),
    )


def _over(token: AccessToken) -> str:
    if token.revoked_at:
        return say("Ended on {day}", day=in_words(token.revoked_at[:10]))
    return say("Over since {day}", day=in_words(token.expires_at[:10]))


def _used(token: AccessToken) -> str:
    return moment(token.last_used_at) if token.last_used_at else say("Not yet")
