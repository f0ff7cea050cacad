"""Cells of logs and trackers: what a due date and an update say, in whatever words."""

import re

from answerable.reading.deadlines import MONTHS, dates, deadline
from answerable.reading.records import Value
from answerable.vocabulary.log_status import state_of

_TOLD = re.compile(
    r"^(?:action )?(?:closed?|complete[d]?|done|discharged|delivered|open|on[- ]?going|in progress"
    r"|outstanding|not started|on track)\b|\b(?:closed|complete[d]?|done|discharged)$",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"^(?:tb[cda]|n/?a|-|–|none|on[- ]?going|continuous|rolling|)\.?$", re.I)
# "In place since June", "Completed 3 May": the day on which it was done is not when it is due.
_ALREADY = re.compile(
    r"\b(?:since|in place|already|began|started|closed|complete[d]?|done|discharged|delivered)\b"
    r"(?! by\b)",
    re.IGNORECASE,
)
# "4 Sept - done": a day, and beside it how the action stands.
_DONE_BESIDE = re.compile(
    r"\s+[–—-]+\s*(?:done|closed|complete[d]?|discharged|delivered)\W*$|\s*\((?:done|closed"
    r"|complete[d]?|discharged|delivered)\)\W*$",
    re.IGNORECASE,
)
# "Sept 26": in a cell for a day, a month with two figures behind it is a month of a year.
_MONTH_YEAR = re.compile(
    rf"(?:by |in )?(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})[ ’'-]{{1,2}}"
    r"(?P<year>2[4-9]|3[0-9])",
    re.IGNORECASE,
)
# "25/9", "by 19/06": a day of a month in figures.
_SHORT_DAY = re.compile(
    r"(?:(?:by|before|due|on|from|w/c|wc) )?(?P<day>\d{1,2})[/.](?P<month>\d{1,2})"
)
_DAYS, _MONTHS = 31, 12
_FORMER = re.compile(r"\((?:was|previously|originally|from|revised from)\b[^)]*\)", re.IGNORECASE)


def due_of(words: str | None) -> dict[str, Value]:
    """Due date, its words and its basis from a cell."""
    if words is None:
        return {"due": None, "due_words": None, "due_basis": "none"}
    beside = _DONE_BESIDE.search(words)
    if beside is not None and next(iter(dates(words[: beside.start()])), None) is not None:
        words = words[: beside.start()]
    if _EMPTY.match(words) or _ALREADY.search(words):
        return {"due": None, "due_words": words, "due_basis": "none"}
    now = _FORMER.sub("", words)
    if (iso := _in_short(now.strip(" .()[]"))) is not None:
        return {"due": iso, "due_words": words, "due_basis": "date"}
    ending = deadline(f"by {now}")
    if ending is not None and ending.due and re.match(r"\W*(?:the )?end\b", now, re.I):
        return {"due": ending.due, "due_words": words, "due_basis": "date"}
    stated = list(dates(now))
    if stated:
        basis = "date" if stated[-1].iso else "none"
        return {"due": stated[-1].iso, "due_words": words, "due_basis": basis}
    found = deadline(words) or deadline(f"by {words}")
    return {
        "due": found.due if found else None,
        "due_words": words,
        "due_basis": found.basis if found else "none",
    }


def _in_short(words: str) -> str | None:
    """A month of a year ("Sept 26"), or a day of a month in figures ("25/9"): `XXXX-09-25`."""
    whole = _MONTH_YEAR.fullmatch(words)
    if whole is not None:
        return f"20{whole['year']}-{MONTHS[whole['month'].lower()]:02d}"
    short = _SHORT_DAY.fullmatch(words)
    if short is None:
        return None
    day, month = int(short["day"]), int(short["month"])
    possible = 1 <= day <= _DAYS and 1 <= month <= _MONTHS
    return f"XXXX-{month:02d}-{day:02d}" if possible else None


_REOPENED = re.compile(r"\bre-?opened\b(?!.*\b(?:closed|done|completed?)\b)", re.IGNORECASE)


def state_told(words: str | None) -> str | None:
    """The state that an update begins or ends with: "Done 10 Oct", "Visited. CLOSED"."""
    if words is None:
        return None
    if _REOPENED.search(words):
        return "open"
    for part in (words[:24], words[-16:]):
        if _TOLD.search(part.strip(" .")) and (state := state_of(part)):
            return state
    return None
