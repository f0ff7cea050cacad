"""What a log calls superseded: listed, each with what becomes of it, and set aside at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.operations import access
from answerable.operations.pages.changing import About, Box, Form, names, shown
from answerable.operations.pages.forms import (
    ConflictPage,
    Field,
    FormPage,
    Hidden,
    Tick,
    carried,
    conflict,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, short, stop
from answerable.operations.pages.parts import FormError, Link
from answerable.operations.plans import set_aside as doing
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.plans.set_aside import Row
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.refusal import Conflict

TITLE = marked("Set aside what the log calls superseded")
ITEM = "item"
FORM = Form(
    kind="set-aside",
    may=doing.MAY,
    title=TITLE,
    button=marked("Set those that are ticked aside"),
    warning=marked(
        "They are neither open nor overdue then, which is not to say that they were done. Each "
        "can be followed again from its page."
    ),
    boxes=(
        Box(
            name="reason",
            label=marked("Why none of those that are ticked is followed any more"),
            kind="long",
            needed=marked("Say why"),
        ),
    ),
)


def may(look: Look, institution: str) -> bool:
    """May whoever looks set actions aside?"""
    return access.may(look.actor, doing.MAY, about=institution)


def address(institution: str) -> str:
    """Where the rows are listed."""
    return f"/plans/{institution}/set-aside/"


def form(
    look: Look,
    institution: str,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    ticked: Sequence[str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """Every row that its log calls superseded; at first all are ticked."""
    rows = doing.found(look.register(institution))
    about = _about(institution)
    made = shown(look, FORM, about, key=key, posted=posted, errors=errors)
    if not rows:
        none = say("No open action is called superseded by its log, or by a word like it.")
        return replace(made, sentence=none, fields=(), dates=(), button="", warning="")
    field = Field(
        name="items",
        label=say("Which actions"),
        hint=say("Take the tick away from those that are still followed."),
        ticks=tuple(
            Tick(
                ITEM,
                row.item.reference,
                _told(look, row),
                ticked=ticked is None or row.item.reference in ticked,
            )
            for row in rows
        ),
    )
    return replace(made, sentence=_many(len(rows)), fields=(field, *made.fields))


def conflicting(
    look: Look, institution: str, found: Conflict, among: Sequence[str], posted: Mapping[str, str]
) -> ConflictPage:
    """One of them was changed meanwhile: both values, and the form kept."""
    about = _about(institution)
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, "key", *names(FORM)),
            *(Hidden(name=ITEM, value=name) for name in among),
        ),
        action=about.url,
        back_url=about.back,
        institution=institution,
    )


def _told(look: Look, row: Row) -> str:
    """“AF/023 Report on wellbeing. The log says “Superseded - see AF/484”: …”"""
    text = stop(short(row.item.text or say("Words withheld")))
    told = (
        say(
            "The log says “{status}”, which was said to mean not ours, or no longer so.",
            status=row.status,
        )
        if row.said
        else say("The log says “{status}”.", status=row.status)
    )
    if row.into:
        under = known_as(look.register(row.item.first.fact.institution), row.into)
        told += " " + say(
            "It is followed under {number}.", number=under or row.into.rpartition("/")[2]
        )
    return f"{row.number} {text} {told}".strip()


def _many(count: int) -> str:
    return say_many(
        "The log calls {count} open action superseded, or says it in a word like it. Nothing is "
        "changed yet.",
        "The log calls {count} open actions superseded, or says it in a word like it. Nothing is "
        "changed yet.",
        count,
    )


def _about(institution: str) -> About:
    back = f"/plans/?body={institution}"
    return About(
        reference="",
        institution=institution,
        title=TITLE,
        url=address(institution),
        back=back,
        crumbs=(
            Link(label=body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Register"), url=back),
        ),
    )
