"""One changing form: its boxes, what was typed, the answers to check, and the conflict.

A `Form` is data: which boxes there are and which operation they are for. The names of its boxes
are the names of that operation's arguments. What was typed is kept whenever a page comes back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.operations import access, catalogue, people
from answerable.operations.pages import days
from answerable.operations.pages.forms import (
    Choice,
    ConflictPage,
    DateField,
    Field,
    FormPage,
    Hidden,
    acting,
    carried,
    conflict,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link
from answerable.operations.pages.proof import office_words
from answerable.operations.pages.who_may import not_as_you_are
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import known_office
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

ON = "on"
OTHER = "-other"
HEAD = "chief-constable"
"""The post behind an installation's own “chief officer”, where the catalogue names it."""
Choices = Callable[[Look, "About"], tuple[Choice, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box. `lines`: each line is a part; `choices` with `other`: or words of one's own."""

    name: str
    label: str
    kind: Literal["words", "long", "lines", "date"] = "words"
    hint: str = ""
    needed: str = ""
    choices: Choices | None = None
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: `may` is the operation of `access`; `check`: its answers are shown before.

    `ahead`: its day may be one to come, as of an owner who takes over next month. Of what has
    happened the day is past. `dated` is false for what holds since no day of its own.
    """

    kind: str
    may: str
    title: str
    button: str
    boxes: tuple[Box, ...]
    warning: str = ""
    check: bool = False
    ahead: bool = False
    dated: bool = True
    on: str = marked("Since which day")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a form is about, where it is sent, and where one goes back to."""

    reference: str
    institution: str
    title: str
    url: str
    back: str
    facts: tuple[Item, ...] = ()
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed as the operation's arguments, and every box that cannot be used."""

    values: Mapping[str, object]
    errors: tuple[FormError, ...]


def read(form: Form, posted: Mapping[str, str], *, today: date) -> Read:
    """The form as it was sent. An empty day means today."""
    values: dict[str, object] = {}
    errors: list[FormError] = []
    for box in form.boxes:
        value, wrong = (
            days.one(_day(box), posted) if box.kind == "date" else (_typed(box, posted), ())
        )
        if box.needed and not value and not wrong:
            target = f"{box.name}-day" if box.kind == "date" else box.name
            wrong = (FormError(words=box.needed, target=target),)
        if wrong:
            errors += wrong
            continue
        values[box.name] = (
            tuple(line.strip() for line in value.splitlines() if line.strip())
            if box.kind == "lines"
            else value
        )
    if form.dated:
        day, wrong = days.one(own_day(form), posted, latest=None if form.ahead else today)
        errors += wrong
        values[ON] = date.fromisoformat(day) if day else today
    return Read(values, tuple(errors))


def names(form: Form) -> tuple[str, ...]:
    """Every name that the form posts."""
    found: list[str] = []
    for box in form.boxes:
        found += (
            list(_day(box).boxes)
            if box.kind == "date"
            else [box.name, *([f"{box.name}{OTHER}"] if box.other else [])]
        )
    return (*found, *(own_day(form).boxes if form.dated else ()))


def shown(
    look: Look,
    form: Form,
    about: About,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The empty form, or the one that was sent with what is to be mended."""
    values = posted or {}
    wrong = {error.target: error.words for error in errors}
    allowed = access.may(look.actor, form.may, about=about.institution)
    fields: list[Field] = []
    for box in form.boxes:
        if box.kind != "date":
            fields += _fields(look, box, about, values, wrong)
    return FormPage(
        title=form.title,
        area="plans",
        sentence=about.title,
        errors=errors,
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=about.crumbs,
        action=about.url,
        button=say("Check your answers") if form.check else form.button,
        hidden=(
            Hidden(name="step", value="check" if form.check else "save"),
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or key),
        ),
        answers=about.facts,
        warning=form.warning
        if allowed
        else not_as_you_are(form.may, about.institution, on=look.on),
        fields=tuple(fields),
        dates=_dates(form, values, errors, today=look.today),
        cancel=Link(label=say("Go back and change nothing"), url=about.back),
        aside=_aside(about),
    )


NOT_AS_YOU_ARE = marked("You cannot do this as you are. Act as another office first.")


def check(
    look: Look, form: Form, about: About, posted: Mapping[str, str], read_: Read, *, key: str
) -> FormPage:
    """The answers before anything is written."""
    return FormPage(
        title=say("Check: {title}{title2}", title=form.title[:1].lower(), title2=form.title[1:]),
        area="plans",
        sentence=say("Nothing is written yet."),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=about.crumbs,
        action=about.url,
        button=form.button,
        hidden=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=posted.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=posted.get("key") or key),
            *carried(posted, *names(form)),
        ),
        answers=(*about.facts, *_answers(look, form, about, read_)),
        warning=form.warning,
        cancel=Link(label=say("Go back and change nothing"), url=about.back),
        aside=_aside(about),
    )


def conflicting(
    look: Look, form: Form, about: About, found: Conflict, posted: Mapping[str, str]
) -> ConflictPage:
    """Somebody wrote the same first: both values, and the form kept as it was typed."""
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, "key", *names(form)),
        ),
        action=about.url,
        back_url=about.back,
        institution=about.institution,
    )


def offices(look: Look, about: About | str) -> tuple[Choice, ...]:
    """The offices of an institution and of who holds it to account, each once.

    An office goes by the one name that logs and minutes have for it too, so that an action which
    is given to the “Deputy Chief Constable” has the same owner as one whose log says `DCC`.
    """
    institution = about if isinstance(about, str) else about.institution
    bodies = (institution, catalogue.oversight_of(institution, on=look.on))
    known = {
        known_office(o.title) or o.id: o.title
        for o in catalogue.offices().values()
        if o.body in bodies
    }
    cast = {
        name.partition("/")[2]: words
        for name, words in people.offices()
        if name.partition("/")[0] in bodies
    }
    if HEAD in known:
        cast.pop("chief-officer", None)
    taken = {words.lower() for words in cast.values()}
    found = cast | {i: t for i, t in known.items() if i in cast or t.lower() not in taken}
    return (
        Choice(value="", label=say("Choose an office")),
        *(Choice(value=name, label=words) for name, words in sorted(found.items(), key=_words)),
    )


def _words(pair: tuple[str, str]) -> str:
    return pair[1].casefold()


def _fields(
    look: Look, box: Box, about: About, values: Mapping[str, str], wrong: Mapping[str, str]
) -> list[Field]:
    made = [
        Field(
            name=box.name,
            label=box.label,
            value=values.get(box.name, ""),
            hint=box.hint,
            error=wrong.get(box.name, ""),
            rows={"long": 3, "lines": 5}.get(box.kind, 0),
            choices=box.choices(look, about) if box.choices else (),
        )
    ]
    if box.other:
        name = f"{box.name}{OTHER}"
        made.append(Field(name=name, label=box.other, value=values.get(name, "")))
    return made


def own_day(form: Form, today: date | None = None) -> DateField:
    """The day from which what a form writes is true; with `today` in its boxes, where given."""
    field = DateField(name=ON, legend=form.on, optional=True)
    return days.of_day(field, today.isoformat()) if today else field


def filled_day(
    form: Form, values: Mapping[str, str], errors: Sequence[FormError], *, today: date
) -> DateField:
    """That day with what was typed; today on a form that nobody sent."""
    return days.filled(own_day(form, None if values else today), values, errors)


def _day(box: Box) -> DateField:
    return DateField(name=box.name, legend=box.label, hint=box.hint, optional=True)


def _dates(
    form: Form, values: Mapping[str, str], errors: Sequence[FormError], *, today: date
) -> tuple[DateField, ...]:
    boxes = [days.filled(_day(box), values, errors) for box in form.boxes if box.kind == "date"]
    own = (filled_day(form, values, errors, today=today),) if form.dated else ()
    return (*boxes, *own)


def _typed(box: Box, posted: Mapping[str, str]) -> str:
    own = posted.get(f"{box.name}{OTHER}", "").strip() if box.other else ""
    return own or posted.get(box.name, "").strip()


def _answers(look: Look, form: Form, about: About, read_: Read) -> tuple[Item, ...]:
    told = []
    for box in form.boxes:
        value = read_.values.get(box.name)
        if isinstance(value, tuple):
            words = "; ".join(value)
        elif box.kind == "date":
            words = in_words(str(value)) if value else ""
        elif box.choices is offices:
            words = start(office_words(str(value)))
        else:
            offered = box.choices(look, about) if box.choices and value else ()
            words = next((c.label for c in offered if c.value == value), str(value))
        if words:
            told.append(Item(label=box.label, words=words))
    if form.dated:
        told.append(Item(label=form.on, words=in_words(str(read_.values[ON]))))
    return tuple(told)


def _aside(about: About) -> tuple[Aside, ...]:
    links = (
        Link(label=say("Back to it"), url=about.back),
        Link(label=say("The register"), url=f"/plans/?body={about.institution}"),
        Link(label=say("Act as another office"), url=f"/roles/?next={about.url}"),
    )
    return (
        Aside(title=say("Where to go on"), links=links),
        Aside(
            title=say("What is written"),
            paragraphs=(
                say(
                    "A new entry of the record, under your office. Nothing that is "
                    "there is changed or taken away."
                ),
            ),
        ),
    )
