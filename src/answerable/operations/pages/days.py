"""The days of a form, each in three boxes: filled from an address, and read as they were sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from answerable.operations.pages.forms import PARTS, DateField, Field, no_day
from answerable.operations.pages.parts import FormError
from answerable.vocabulary import times
from answerable.vocabulary.language import say
from answerable.vocabulary.times import ImpossibleDate

_LENGTHS = (10, 7, 4)
"""Of a day, a month, a year in ISO."""


@dataclass(frozen=True, slots=True)
class Days:
    """What was sent, every day as ISO under the name of its field, and what is to be mended."""

    values: Mapping[str, str]
    errors: tuple[FormError, ...]


def read(fields: Iterable[Field | DateField], posted: Mapping[str, str]) -> Days:
    """The days of a form as they were sent: in three boxes, or by a program in one value."""
    values, errors = dict(posted), []
    for field in fields:
        if not isinstance(field, DateField):
            continue
        boxes = {part: values.pop(f"{field.name}-{part}", "").strip() for part in PARTS}
        if field.name in posted:
            boxes = _parts(posted[field.name])
        try:
            values[field.name] = _iso(field, boxes)
        except ValueError:
            wrong = next(iter(times.wrong_parts(**boxes)), PARTS[0])
            words = f"{field.legend}: {_why(field.name, boxes, posted)}"
            errors.append(FormError(words=words, target=f"{field.name}-{wrong}"))
    return Days(values, tuple(errors))


def one(
    field: DateField, posted: Mapping[str, str], *, latest: date | None = None
) -> tuple[str, tuple[FormError, ...]]:
    """One day as it was sent, as ISO, and what is to be mended; empty where none was typed.

    A day after `latest` is to be mended too.
    """
    sent = read((field,), posted)
    day = "" if sent.errors else sent.values[field.name]
    if day and latest is not None and day > latest.isoformat():
        told = say("{day} is still to come. Look at its year.", day=times.in_words(day))
        target = f"{field.name}-{PARTS[0]}"
        return "", (FormError(words=f"{field.legend}: {told}", target=target),)
    return day, sent.errors


def given(field: DateField, posted: Mapping[str, str], *, latest: date | None = None) -> str:
    """One day as `one` reads it. ImpossibleDate: it is to be mended."""
    day, errors = one(field, posted, latest=latest)
    if errors:
        raise ImpossibleDate(errors[0].words)
    return day


def filled(
    field: DateField, posted: Mapping[str, str], errors: Iterable[FormError] = ()
) -> DateField:
    """The boxes with what was typed, or with the day that an address names."""
    error = next((e.words for e in errors if e.target.rpartition("-")[0] == field.name), "")
    if field.name in posted:
        return replace(of_day(field, posted[field.name]), error=error)
    return replace(
        field,
        day=posted.get(f"{field.name}-day", field.day),
        month=posted.get(f"{field.name}-month", field.month),
        year=posted.get(f"{field.name}-year", field.year),
        error=error,
    )


def sent(field: DateField, posted: Mapping[str, str]) -> DateField:
    """The boxes as they were sent, with what is to be mended; as they are where nothing was."""
    return filled(field, posted, one(field, posted)[1]) if posted else field


def of_day(field: DateField, iso: str) -> DateField:
    """The boxes with a day."""
    parts = _parts(iso)
    return replace(field, day=parts["day"], month=parts["month"], year=parts["year"])


def together(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a form sent, the three boxes of a day as one line under its name.

    >>> together([("on-day", "4"), ("on-month", "May"), ("on-year", ""), ("text", "x")])
    [('on', '4 May'), ('text', 'x')]
    """
    sent = list(fields)
    names = {name for name, _ in sent}
    stems = {name.rpartition("-")[0] for name in names}
    days = {one for one in stems if {f"{one}-{part}" for part in PARTS} <= names}
    told: list[tuple[str, str]] = []
    for name, words in sent:
        stem, _, part = name.rpartition("-")
        if stem not in days or part not in PARTS:
            told.append((name, words))
        elif part == PARTS[0]:
            boxes = dict(sent)
            typed = (boxes[f"{stem}-{one}"].strip() for one in PARTS)
            told.append((stem, " ".join(filter(None, typed))))
    return told


def _why(name: str, boxes: Mapping[str, str], posted: Mapping[str, str]) -> str:
    if name in posted and posted[name].strip():
        return say("“{words}” is no day of the calendar.", words=posted[name].strip()[:40])
    return no_day({f"{name}-{part}": words for part, words in boxes.items()}, name)


def _iso(field: DateField, boxes: Mapping[str, str]) -> str:
    """ValueError: no day, or one that is needed and missing."""
    if field.optional and not any(boxes.values()):
        return ""
    if field.loose and not boxes["day"] and boxes["year"]:
        whole = times.in_boxes(day="1", month=boxes["month"] or "1", year=boxes["year"])
        return whole.isoformat()[: _LENGTHS[1] if boxes["month"] else _LENGTHS[2]]
    return times.in_boxes(**boxes).isoformat()


def _parts(text: str) -> dict[str, str]:
    """A value in three boxes; what is no day stays, in the first."""
    try:
        found = times.typed(text).split("-")
    except ImpossibleDate:
        return {"day": text.strip(), "month": "", "year": ""}
    year, month, day = (*found, "", "")[:3]
    return {"day": day.lstrip("0"), "month": month.lstrip("0"), "year": year}
