"""When a moved date was agreed, where the words of its row say so: “agreed 3 Sept”.

The day of a log is the day on which it was kept, and what it tells was agreed before. A day is
offered, never taken unseen; a month (“at the July board”) is no day and is asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.scrutiny.plans.action_log import Change
from answerable.scrutiny.plans.log_agreed import agreed_in_log, notes
from answerable.vocabulary.times import MONTHS, month_named

_SAYS = re.compile(r"\b(?:agreed|approved|agreement|approval|consent(?:ed)?)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\b\.?"
    r"(?: (?P<year>20\d\d))?"
)
_NUMBERS = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>20\d\d|\d\d))?(?!/?\d)"
)
_MEETING = re.compile(
    rf"\b(?:at|by|in|of|from) the (?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*\.?"
    r"(?: 20\d\d)? (?:\w+ )?(?:board|meeting|session|committee|panel|group)\b",
    re.IGNORECASE,
)
_CENTURY, _SHORT = 2000, 2


@dataclass(frozen=True, slots=True)
class AgreedWhen:
    """The day that the words of a row state; else `words` that name a month and no day."""

    on: date | None
    words: str = ""


def agreed_when(change: Change, *, dated: date) -> AgreedWhen:
    """When its move was agreed by the comment of its row, at the latest on the day of the log."""
    note = _note(change)
    told = _SAYS.search(note)
    if told is None or change.moved is None:
        return AgreedWhen(None)
    after = [day for day in _days(note[told.start() :], dated) if not _is(day, change.moved.now)]
    first = [day for day in _days(note, dated, begins=True) if not _is(day, change.moved.now)]
    if found := (*after[:1], *first):
        return AgreedWhen(found[0])
    month = _MEETING.search(note)
    return AgreedWhen(None, month[0] if month else "")


def _note(change: Change) -> str:
    """The note of its comment that tells of the move: who agreed, else the last that says so."""
    named = agreed_in_log(change)
    if named is not None:
        return named.words
    comment = (change.entry.cells.get("update") if change.entry else None) or ""
    return next((note for note in reversed(notes(comment)) if _SAYS.search(note)), "").strip()


def _days(note: str, dated: date, *, begins: bool = False) -> Iterator[date]:
    """The days that a note names, or begins with, none after the log; a bare one is the last."""
    for pattern in (_NAMED, _NUMBERS):
        found = [pattern.match(note)] if begins else list(pattern.finditer(note))
        for one in filter(None, found):
            word, year = one["month"], one["year"]
            month = int(word) if word.isdigit() else month_named(word.casefold())
            if day := _latest(int(one["day"]), month, year, dated):
                yield day


def _latest(day: int, month: int, year: str | None, dated: date) -> date | None:
    """The day in its year, else the last such day by the day of the log; None: there is none."""
    given = int(year) + (_CENTURY if len(year) == _SHORT else 0) if year else 0
    for one in (given,) if given else (dated.year, dated.year - 1):
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if found <= dated:
            return found
    return None


def _is(day: date, now: str) -> bool:
    """Is it the new date itself, perhaps with its year left out?"""
    return f"{day:-%m-%d}" == now[4:]
