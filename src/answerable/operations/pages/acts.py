"""The frame of a form that writes one fact: boxes, who acts, and the way back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from answerable.operations import access
from answerable.operations.pages.forms import Choice, Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link, Notice
from answerable.vocabulary.language import marked, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that somebody may record: its page, its boxes, and which operation asks leave.

    `fields` are shown with what was typed; `back` is where the thing stands afterwards.
    """

    title: str
    sentence: str
    action: str
    button: str
    operation: str
    institution: str
    back: Link
    fields: tuple[Field, ...] = ()
    answers: tuple[Item, ...] = ()
    warning: str = ""
    area: str = "bodies"
    crumbs: tuple[Link, ...] = ()


def form(look: Look, act: Act, *, key: str, posted: Mapping[str, str], error: str) -> FormPage:
    """The form of an act; after a refusal with what was typed and the sentence that says why."""
    may = access.may(look.actor, act.operation, about=act.institution)
    warning = act.warning if may else _CANNOT
    fields = tuple(_filled(field, posted) for field in act.fields)
    return FormPage(
        title=act.title,
        area=act.area,
        sentence=act.sentence,
        banner=acting(look, act.institution),
        as_at=look.as_at(),
        crumbs=act.crumbs,
        errors=(FormError(words=error, target=fields[0].name if fields else ""),) if error else (),
        action=act.action,
        button=act.button,
        hidden=(
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=posted.get("key") or key),
        ),
        answers=act.answers,
        fields=fields,
        warning=warning,
        cancel=act.back,
        aside=(
            Aside(
                title=say("Who acts"),
                paragraphs=(
                    say("What is recorded stays. A mistake is put right by a new entry."),
                ),
                links=(
                    Link(label=say("Act as another office"), url=f"/roles/?next={act.action}"),
                ),
            ),
        ),
    )


_CANNOT = marked("You cannot record this as you are. Act as another office first.")


def recorded(entry: int | None) -> Notice | None:
    """What stands at the head of the page to which a form leads back."""
    if entry is None:
        return None
    return Notice(
        title=say("Recorded"),
        words=say("This is entry {entry} of the record.", entry=f"{entry:,}"),
        url=f"/history/entry/{entry}/",
        label=say("See the entry"),
    )


def choices(pairs: Iterable[tuple[str, str]], *, first: str = "") -> tuple[Choice, ...]:
    """Values with their words; `first` is the empty one that asks to choose."""
    made = tuple(Choice(value=value, label=words) for value, words in pairs)
    return (Choice(value="", label=first), *made) if first else made


def day_field(look: Look, *, label: str = marked("Day"), hint: str = "") -> Field:
    """The day from which it is true, as year-month-day."""
    return Field(
        name="on",
        label=label,
        value=look.today.isoformat(),
        hint=hint or say("Year-month-day, for example 2026-11-25."),
    )


def _filled(field: Field, posted: Mapping[str, str]) -> Field:

    return replace(field, value=posted.get(field.name, field.value))
