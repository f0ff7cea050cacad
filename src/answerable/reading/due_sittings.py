"""The day of a sitting by which an action is due, where the document names that day elsewhere.

"By the September Board" gives no day; "Next meeting: 23 September" at the end of the same minutes
does. The record says so under `inferred`. "To the next meeting" stays as words: which one that is
changes when a meeting is put off.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from answerable.reading.deadlines import MONTHS
from answerable.reading.records import Record

_SITTING = r"(?:meetings?|mtg|boards?|panels?|committees?|sessions?|forums?|groups?)"
_IN_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:[’']s)?"
    rf" (?:[\w&’'-]+ ){{0,3}}?{_SITTING}\b|\b{_SITTING} (?:in|of) (?P<in>[A-Za-z]{{3,9}})$",
    re.IGNORECASE,
)
_NOTE = "day of that meeting, which the document names"


def sittings_ahead(found: Iterable[Record], met: date) -> tuple[str, ...]:
    """The days of the sittings to come that a document names, the nearest first."""
    days = {
        one.fields["date"]
        for one in found
        if one.kind == "meeting" and one.fields["standing"] == "next"
    }
    whole = (one for one in days if isinstance(one, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", one))
    return tuple(sorted(one for one in whole if one > met.isoformat()))


def sitting_named(one: Record, ahead: Sequence[str]) -> Record:
    """An action that is due at a sitting, with the day of that sitting where one is named."""
    words, due = one.fields.get("due_words"), one.fields.get("due")
    stated = isinstance(due, str) and len(due) > len("2031-07")
    if not ahead or stated or not isinstance(words, str):
        return one
    day = _day_of(" ".join(words.split()).rstrip(" ."), ahead)
    if day is None:
        return one
    return replace(
        one,
        fields={**one.fields, "due": day, "due_basis": "date"},
        inferred={**one.inferred, "due": _NOTE},
    )


def _day_of(words: str, ahead: Sequence[str]) -> str | None:
    month = _IN_MONTH.search(words)
    number = MONTHS.get((month["month"] or month["in"]).lower()) if month is not None else None
    if number is None:
        return None
    held = [one for one in ahead if one[5:7] == f"{number:02d}"]
    return held[0] if len(held) == 1 else None
