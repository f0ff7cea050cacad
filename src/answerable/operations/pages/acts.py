"""The frame of a form that writes one fact: boxes, who acts, and the way back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from answerable.operations import access
from answerable.operations.pages import days
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    FormPage,
    Hidden,
    acting,
)
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
    fields: tuple[Field | DateField, ...] = ()
    answers: tuple[Item, ...] = ()
    warning: str = ""
    area: str = "bodies"
    crumbs: tuple[Link, ...] = ()


def form(  # what was typed and why it is refused
    look: Look,
    act: Act,
    *,
    key: str,
    posted: Mapping[str, str],
    error: str,
    box: str = "",
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The form of an act; after a refusal with what was typed and the sentence that says why.

    `box`: the field that it is about, where it is one. `errors`: the days that are none, each by
    the box to mend.
    """
    may = access.may(look.actor, act.operation, about=act.institution)
    warning = act.warning if may else _CANNOT
    fields = tuple(
        replace(filled, error=error) if box and filled.name == box else filled
        for filled in (_filled(field, posted, errors) for field in act.fields)
    )
    return FormPage(
        title=act.title,
        area=act.area,
        sentence=act.sentence,
        banner=acting(look, act.institution),
        as_at=look.as_at(),
        crumbs=act.crumbs,
        errors=(
            *errors,
            *((FormError(words=error, target=_target(fields, box)),) if error else ()),
        ),
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


def day_field(look: Look, *, label: str = marked("On which day")) -> DateField:
    """The day from which it is true: today, unless another is typed."""
    return days.of_day(DateField(name="on", legend=label), look.today.isoformat())


def _filled(
    field: Field | DateField, posted: Mapping[str, str], errors: tuple[FormError, ...]
) -> Field | DateField:
    if isinstance(field, DateField):
        return days.filled(field, posted, errors)
    return replace(field, value=posted.get(field.name, field.value))


def _target(fields: tuple[Field | DateField, ...], box: str) -> str:
    """The box that an error is about; the first, where it names none that is here."""
    if not fields:
        return ""
    found = next((field for field in fields if field.name == box), fields[0])
    return f"{found.name}-day" if isinstance(found, DateField) else found.name
