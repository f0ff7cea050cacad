"""Move a due date: the form, the answers to check, the conflict, and what was written."""

from collections.abc import Iterator, Mapping
from typing import Any

from answerable.ledger.register import Register
from answerable.operations import access, catalogue, place
from answerable.operations.pages import days
from answerable.operations.pages.desk.move_typed import AGREED, DUE, TYPED, Typed
from answerable.operations.pages.forms import (
    ConflictPage,
    Field,
    FormPage,
    Hidden,
    acting,
    carried,
    conflict,
    read_only,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Item,
    Link,
    Notice,
    Section,
    SectionsPage,
)
from answerable.operations.pages.plans import item_choices
from answerable.operations.pages.proof import office_words
from answerable.scrutiny import phrases
from answerable.scrutiny.phrases import start
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

TITLE, FIRST = marked("Move a due date"), marked("Set a due date")
FAR_YEARS = 10


def form(
    look: Look,
    reference: str,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The empty form, or the one that was sent with what is to be mended."""
    item = _item(look, reference)
    values = posted or {}
    wrong = {error.target: error.words for error in errors}
    return FormPage(
        **_frame(look, item),
        title=TITLE if item.due else FIRST,
        sentence=_due(look, item),
        errors=errors,
        action=_url(reference),
        button=say("Check your answers"),
        hidden=(
            Hidden(name="step", value="check"),
            *_carried(look, values, key=key),
        ),
        answers=(
            Item(label=say("What was promised"), words=item.text or say("Not in our sources.")),
        ),
        warning=_warning(look, item),
        fields=(
            Field(
                name="reason",
                label=say("Why it moves") if item.due else say("Why it is set"),
                value=values.get("reason", ""),
                error=wrong.get("reason", ""),
                rows=3,
            ),
            Field(
                name="authoriser",
                label=say("Which office agreed to the new date"),
                value=values.get("authoriser", ""),
                error=wrong.get("authoriser", ""),
                choices=item_choices.owners(look, item.first.fact.institution),
            ),
        ),
        dates=(
            days.filled(DUE, values, errors),
            days.filled(days.of_day(AGREED, look.today.isoformat()), values, errors),
        ),
        cancel=Link(label=say("Leave the date as it is"), url=_item_url(reference)),
    )


def check(look: Look, reference: str, typed: Typed, *, key: str) -> FormPage:
    """The answers before anything is written."""
    item = _item(look, reference)
    values = typed.values
    return FormPage(
        **_frame(look, item),
        title=say("Check before the date moves"),
        sentence=say("Nothing is written yet."),
        action=_url(reference),
        button=say("Move this date"),
        hidden=(
            Hidden(name="step", value="save"),
            *_carried(look, values, key=key),
            *carried(values, *TYPED),
        ),
        answers=(
            Item(label=say("What was promised"), words=item.text or say("Not in our sources.")),
            Item(
                label=say("Due now"),
                words=in_words(item.due) if item.due else say("No date was given."),
            ),
            Item(label=say("New date"), words=in_words(typed.to or "")),
            Item(label=say("Why"), words=values.get("reason", "")),
            Item(
                label=say("Agreed by"),
                words=start(office_words(values.get("authoriser", ""))),
            ),
            Item(label=say("Agreed on"), words=in_words(values["on"])),
        ),
        warning=" ".join(
            (
                *_unlikely(look, typed.to or ""),
                say("The first date stays visible beside the new one, with the reason."),
            )
        ),
        cancel=Link(label=say("Leave the date as it is"), url=_item_url(reference)),
    )


def _unlikely(look: Look, to: str) -> Iterator[str]:
    """What to look at before a day is taken that is gone, or many years ahead."""
    if to < look.today.isoformat():
        yield say("{day} is past: look at the year.", day=in_words(to))
    elif int(to[:4]) - look.today.year > FAR_YEARS:
        yield say(
            "{day} is more than {years} years ahead: look at the year.",
            day=in_words(to),
            years=FAR_YEARS,
        )


def conflicting(
    look: Look, reference: str, found: Conflict, posted: Mapping[str, str]
) -> ConflictPage:
    """Somebody moved it first: both dates, and the form kept as it was typed."""
    item = _item(look, reference)
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, "key", *TYPED),
        ),
        action=_url(reference),
        back_url=_item_url(reference),
        institution=item.first.fact.institution,
    )


def done(look: Look, reference: str, *, entry: int) -> SectionsPage:
    """What was written, and where it can be seen."""
    item = _item(look, reference)
    return SectionsPage(
        **_frame(look, item),
        title=say("The date has moved"),
        sentence=_due(look, item),
        notice=Notice(
            title=say("Recorded"),
            words=say("This is entry {entry} of the record.", entry=f"{entry:,}"),
            url=f"/history/entry/{entry}/",
            label=say("See the entry"),
        ),
        sections=(
            Section(
                title=say("Where to go on"),
                links=(
                    Link(label=say("The action and its dates"), url=_item_url(reference)),
                    Link(label=say("Its history"), url=f"/history/item/{reference}/"),
                ),
            ),
        ),
    )


def elsewhere(look: Look, reference: str) -> SectionsPage:
    """The same page from elsewhere: read-only, and saying so."""
    item = _item(look, reference)
    return read_only(look, title=TITLE, institution=item.first.fact.institution)


def _carried(look: Look, values: Mapping[str, str], *, key: str) -> tuple[Hidden, ...]:
    seen = values.get("seen") or str(look.head.size - 1)
    return (Hidden(name="seen", value=seen), Hidden(name="key", value=values.get("key") or key))


def _register(look: Look, reference: str) -> Register:
    return look.register(place.institution_of(reference))


def _item(look: Look, reference: str) -> Progress:
    register = _register(look, reference)
    return progress(
        register, reference, names=catalogue.names_of(register.institution, on=look.on)
    )


def _frame(look: Look, item: Progress) -> dict[str, Any]:
    institution = item.first.fact.institution
    names = catalogue.names_of(institution, on=look.on)
    moves = tuple(
        say(
            "{word} to {word2}: {reason}",
            word=in_words(m.from_) if m.from_ else say("No date"),
            word2=in_words(m.to) if m.to else say("no date"),
            reason=m.reason or say("no reason given"),
        )
        for m in item.moves
    )
    return {
        "area": "bodies",
        "banner": acting(look, institution),
        "as_at": look.as_at(),
        "crumbs": (
            Link(label=body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("The action"), url=_item_url(item.reference)),
        ),
        "aside": (
            Aside(title=say("Its dates"), paragraphs=(phrases.due_words(item, names), *moves)),
            Aside(
                title=say("Who acts"),
                links=(
                    Link(label=say("Act as another office"), url=f"/roles/?next={_here(item)}"),
                ),
            ),
        ),
    }


def _warning(look: Look, item: Progress) -> str:
    """Said before anything is typed in vain."""
    if not item.waiting:
        return say(
            "It is said to be done, so its date cannot move. If that is wrong, correct that "
            "entry first."
        )
    if access.may(look.actor, "move_due_date", about=item.first.fact.institution):
        return ""
    return say("You cannot move this date as you are. Act as another office first.")


def _here(item: Progress) -> str:
    return _url(item.reference)


def _due(look: Look, item: Progress) -> str:
    return phrases.due_words(item, catalogue.names_of(item.first.fact.institution, on=look.on))


def _url(reference: str) -> str:
    return f"/actions/{reference}/move/"


def _item_url(reference: str) -> str:
    return f"/findings/{reference}/"
