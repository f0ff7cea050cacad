"""The forms to correct a line and to withdraw it."""

from collections.abc import Mapping
from dataclasses import replace

from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.findings import redress
from answerable.operations.pages import acts, naming
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import (
    Choice,
    ConflictPage,
    Field,
    FormPage,
    Hidden,
    carried,
    conflict,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link
from answerable.operations.record import closed_words
from answerable.scrutiny.phrases import start
from answerable.vocabulary.facts import Corrected, MistakeReported, Reclassified, Withdrawn
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Conflict

LIST = Link(label=marked("Corrections and mistakes reported"), url="/corrections/")
CORRECT, WITHDRAW, ANSWER = (
    "/corrections/correct/",
    "/corrections/withdraw/",
    "/corrections/answer/",
)
_OPERATIONS = {CORRECT: "correct", WITHDRAW: "withdraw"}
_NOT_HERE = frozenset({"source", "quote"})
"""The exact words of a source and their place are not typed anew: they are read again."""


def ways_of(look: Look, told: redress.Line) -> tuple[Link, ...]:
    """To correct or withdraw a line, for whoever may."""
    seq = told.version.seq
    links = []
    if _is_line(told.version):
        if access.may(look.actor, "correct", about=told.institution):
            links.append(Link(label=say("Correct this line"), url=f"{CORRECT}?entry={seq}"))
        if access.may(look.actor, "withdraw", about=told.institution):
            links.append(Link(label=say("Withdraw this line"), url=f"{WITHDRAW}?entry={seq}"))
    return tuple(links)


def correct_form(
    look: Look, entry: int, *, key: str, posted: Mapping[str, str], error: str = ""
) -> FormPage:
    """Which value of a line is wrong, the right one, and why it was wrong."""
    told = redress.line(entry, actor=look.actor)
    act = _about(
        told,
        CORRECT,
        title=say("Correct a line"),
        sentence=say(
            "We wrote it down wrongly. The wrong value stays, marked, beside the right one."
        ),
        button=say("Check your answers"),
        fields=(
            Field(
                name="field",
                label=say("What is wrong"),
                hint=say(
                    "The exact words of a source are not typed anew. If they were read wrongly, "
                    "withdraw the line and read the document again."
                ),
                choices=_fields(told.version),
            ),
            Field(
                name="value",
                label=say("What it should be"),
                hint=_words_taken(told.version),
                rows=3,
            ),
            Field(
                name="reason",
                label=say("Why it was wrong"),
                hint=say("Public, beside the correction. Name nobody below a chief officer."),
                rows=3,
            ),
        ),
    )
    return carrying(look, acts.form(look, act, key=key, posted=posted, error=error), posted, entry)


def correct_check(look: Look, entry: int, *, key: str, posted: Mapping[str, str]) -> FormPage:
    """The old value and the new one before anything is written; a date moved is no correction."""
    told = redress.line(entry, actor=look.actor)
    field = posted.get("field", "")
    had = told.version.fact.get(field) if field in told.version.fact.field_names() else None
    act = _about(
        told,
        CORRECT,
        title=say("Check: correct a line"),
        sentence=say("Nothing is written yet."),
        button=say("Correct this line"),
        more=(
            Item(label=say("What is wrong"), words=start(naming.field_words(field))),
            Item(label=say("We had written"), words=naming.said_value(had) or say("Nothing")),
            Item(label=say("What it should be"), words=naming.said_value(posted.get("value"))),
            Item(label=say("Why it was wrong"), words=posted.get("reason", "")),
        ),
        warning=say(
            "A correction says that we wrote it down wrongly. If a later date was agreed, move "
            "the due date instead."
        )
        if field == "due"
        else say("It is public at once, on this line, in the list of corrections and its feed."),
    )
    shown = acts.form(look, act, key=key, posted=posted, error="")
    kept = (*carried(posted, "field", "value", "reason"), Hidden(name="step", value="save"))
    return carrying(look, replace(shown, hidden=(*shown.hidden, *kept)), posted, entry)


def withdraw_form(
    look: Look, entry: int, *, key: str, posted: Mapping[str, str], error: str = ""
) -> FormPage:
    """Say why an entry should not have been made."""
    told = redress.line(entry, actor=look.actor)
    act = _about(
        told,
        WITHDRAW,
        title=say("Withdraw a line"),
        sentence=say("It should not be there at all: it stays in the history, marked, with why."),
        button=say("Withdraw this line"),
        fields=(
            Field(
                name="reason",
                label=say("Why it should not have been written"),
                hint=say("Public, in the list of corrections. Name nobody below a chief officer."),
                rows=3,
            ),
        ),
        warning=say("If one value of it is wrong, correct that value instead."),
    )
    return carrying(look, acts.form(look, act, key=key, posted=posted, error=error), posted, entry)


def _about(
    told: redress.Line,
    action: str,
    *,
    title: str,
    sentence: str,
    button: str,
    fields: tuple[Field, ...] = (),
    more: tuple[Item, ...] = (),
    warning: str = "",
) -> Act:
    """What somebody does to a line: the line stands above, and one leaves it as it is."""
    return Act(
        title=title,
        sentence=sentence,
        action=action,
        button=button,
        operation=_OPERATIONS[action],
        institution=told.institution,
        back=_back(told),
        area="about",
        crumbs=(LIST,),
        answers=(*_line_items(told), *more),
        fields=fields,
        warning=warning,
    )


def carrying(look: Look, shown: FormPage, posted: Mapping[str, str], entry: int) -> FormPage:
    """The form with what it is about; `seen` stays what was read first."""
    kept = [item for item in shown.hidden if item.name != "seen"]
    seen = posted.get("seen") or str(look.head.size - 1)
    report = posted.get("report", "")
    more = (
        Hidden(name="seen", value=seen),
        Hidden(name="entry", value=str(entry)),
        *((Hidden(name="report", value=report),) if report else ()),
    )
    aside = tuple(
        replace(
            part,
            links=tuple(
                replace(link, url=f"{link.url}?entry={entry}")
                if link.url == f"/roles/?next={shown.action}"
                else link
                for link in part.links
            ),
        )
        for part in shown.aside
    )
    return replace(shown, hidden=(*kept, *more), aside=aside)


def conflicting(
    look: Look, entry: int, found: Conflict, posted: Mapping[str, str], *, action: str
) -> ConflictPage:
    """Somebody wrote about the same line first: both values, and what was typed is kept."""
    told = redress.line(entry, actor=look.actor)
    names = [name for name in posted if name not in ("csrfmiddlewaretoken", "seen", "step")]
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, *names),
        ),
        action=action,
        back_url=_back(told).url,
        institution=told.institution,
    )


def missing(posted: Mapping[str, str]) -> str:
    """What a correction lacks before it is worth checking; empty where it lacks nothing."""
    for name, words in (
        ("field", say("Choose what is wrong.")),
        ("value", say("Say what it should be. If there should be no line at all, withdraw it.")),
        ("reason", say("Say why it was wrong: the reason stands beside the correction.")),
    ):
        if not posted.get(name, "").strip():
            return words
    return ""


def _is_line(version: Version) -> bool:
    return not isinstance(version.fact, Corrected | Withdrawn | MistakeReported | Reclassified)


def _line_items(told: redress.Line) -> tuple[Item, ...]:
    fact = told.version.fact
    return (
        Item(label=say("The line"), words=naming.told(fact)),
        *((Item(label=say("Its words"), words=fact.quote),) if fact.quote else ()),
        Item(label=say("About"), words=naming.body_words(told.institution)),
        Item(label=say("Entry"), words=f"{told.version.seq:,}"),
    )


def _fields(version: Version) -> tuple[Choice, ...]:
    """Each value of the line that the reader sees, those that are written before empty ones."""
    shut = {*version.withheld, *version.erased, *_NOT_HERE}
    values = {n: v for n, v in version.fact.values().items() if n not in shut}
    order = sorted(values, key=lambda name: (values[name] in (None, [], ""), name))
    return (
        Choice(value="", label=say("Choose a value of the line")),
        *(Choice(value=name, label=_said(name, values[name])) for name in order),
    )


def _said(name: str, value: object) -> str:
    words = naming.said_value(value)
    label = start(naming.field_words(name))
    return naming.short(f"{label}: {words}") if words else say("{label}: empty", label=label)


def _words_taken(version: Version) -> str:
    """Dates as the record keeps them; fields that take one of a few words name them."""
    closed = [
        say("{field}: {words}.", field=start(naming.field_words(name)), words=", ".join(kind))
        for (fact, name), kind in closed_words.CLOSED.items()
        if isinstance(version.fact, fact)
    ]
    return " ".join(
        (say("A day as year-month-day; several values with a comma between them."), *closed)
    )


def _back(told: redress.Line) -> Link:
    url = naming.path_of(told.version.fact, seq=told.version.seq)
    return Link(label=say("Leave it as it is"), url=url)
