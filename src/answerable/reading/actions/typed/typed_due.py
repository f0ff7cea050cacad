"""By when an action is to be done, as a note-taker types it, and by which rule a day was counted.

What is no whole date is worked out as in documents (`due_dates.py`), from the day of the session:
“by next Friday”, “within a fortnight”, “end of the month”, “before Christmas”. “For the next
meeting” is the day of the session that stands next in the plan.
"""

import re
from datetime import date
from typing import NamedTuple

from answerable.reading.actions.logs.log_rows import due as due_in_cell
from answerable.reading.actions.parts.due_phrases import WHEN
from answerable.reading.deadlines import MONTHS, deadline
from answerable.reading.due_dates import worked_out
from answerable.reading.records import record

_DUE_MARK = re.compile(r"\b(?:due|deadline|by when)(?: by| date)?\s*[:–-]?\s+", re.I)
NEXT = re.compile(
    r"[\s,;(]*\b(?P<cut>(?:by|at|for|before|due):? )?(?:the |our )?next (?:session|meeting|board)"
    r"\b\)?(?=[\s.;,]*$)",
    re.IGNORECASE,
)
_NEXT_ON = re.compile(
    r"\bnext (?:session|meeting|board)\b[\s,(–—-]*(?:(?:on|of|by|due|for):?\s+)?(?=[0-3]?[0-9])",
    re.IGNORECASE,
)
"""A day that stands behind it is the day of the action; both stay in its words."""
_ON_DAY = re.compile(r"[\s,;(]*\bon (?P<words>[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3}[^,;]*)$")
"""“publish it on 4 January”, at the end of an action."""
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEAD = re.compile(
    r"[\s,;(]*\b(?P<from>(?:by|due|on|at|before|within|until|no later than|next|this)\b)", re.I
)
"""Where words that say when may begin; “for” and “in” tell of what: “the figures for May”."""
_NO_YEAR = re.compile(
    r"[\s,;(]*\b(?:by|due|on) (?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])\)?(?=[\s.;,]*$)", re.I
)
"""“by 18/12”: the next such day."""
_DAY_WORDS = frozenset(
    (
        *("the", "of", "end", "mid", "early", "late", "start", "on", "by", "before", "close"),
        *("quarter", "q1", "q2", "q3", "q4", "spring", "summer", "autumn", "winter", *MONTHS),
        *_WEEK,
    )
)
_WORD = re.compile(r"[^\s,;:()]+")
_DAY_OF_MONTH = re.compile(r"\b[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3}")
_WHOLE = len("2027-06-30")


class By(NamedTuple):
    """An ISO date, perhaps of a month only, and by which rule it was counted; “” where stated."""

    day: str | None
    rule: str = ""


SESSION = "the next session in the plan"
QUARTER = "end of that quarter of the financial year"
EVE = "the day before Christmas Day"
NEXT_SUCH = "the first such day after the session"
_DOCUMENT, _SESSION = "the date of the document", "the day of the session"
_RULES = {
    f"from {_DOCUMENT}": NEXT_SUCH,
    f"worked out from {_DOCUMENT}": f"counted from {_SESSION}",
}
"""How the reader of documents says it -> how it is said of minutes."""
_CHRISTMAS = re.compile(r"\bChristmas$", re.IGNORECASE)


def day(words: str, *, met: date) -> str | None:
    """The ISO date, perhaps of a month only, that words name in an action; None where none.

    >>> day("Friday 4 December", met=date(2026, 11, 27)), day("soon", met=date(2026, 11, 27))
    ('2026-12-04', None)
    """
    return counted(whole_date(words, met) or words.strip(), met).day


def marked(text: str, met: date) -> tuple[str, str]:
    """(the text without it, the words of the day) after “due”; as it was where it is no day."""
    for mark in _DUE_MARK.finditer(text):
        if end := _day_ends(text, mark.end(), met):
            before, after = text[: mark.start()].rstrip(" .;,("), text[end:].lstrip(" .;,)")
            words = text[mark.end() : end]
            return f"{before}{', ' if before and after else ''}{after}", words
    return text, ""


def _day_ends(text: str, start: int, met: date) -> int:
    """Where the longest run of words that name a day ends; 0 where none does."""
    last, counted = start, 0
    for word in _WORD.finditer(text, start):
        bare = word.group().strip(".").lower()
        between = text[last : word.start()].strip()
        if between not in ("", ",") or not (bare in _DAY_WORDS or bare[:1].isdigit()):
            break
        last = word.end()
        # a number left off would make another day of it
        counted = last if bare[:1].isdigit() or bare in MONTHS or bare[:1] == "q" else counted
    return next((e for e in (last, counted) if e > start and _is_day(text[start:e], met)), 0)


def _is_day(words: str, met: date) -> bool:
    """No month for a day that the calendar has not: “31 February 2027”."""
    found = counted(words.strip(" .,"), met).day
    return found is not None and (len(found) == _WHOLE or not _DAY_OF_MONTH.search(words))


def whole_date(words: str, met: date) -> str:
    """The words of a day, if they are that and nothing else, with or without “due” before it."""
    mark = _DUE_MARK.match(words.strip())
    bare = words.strip()[mark.end() if mark else 0 :].strip(" .)")
    return bare if bare and _day_ends(bare, 0, met) == len(bare) else ""


def at_end(text: str, met: date) -> tuple[str, str]:
    """(the text without it, the words of a day) behind “the next session” or “on”."""
    on = _ON_DAY.search(text)
    if (beside := _beside_next(text, met)) or on is None or not whole_date(on["words"], met):
        return text, beside
    return text[: on.start()], on["words"]


def _beside_next(text: str, met: date) -> str:
    """The words of a day that stands behind “the next session”; nothing where none does."""
    found = _NEXT_ON.search(text)
    end = _day_ends(text, found.end(), met) if found else 0
    return text[found.end() : end] if found and end else ""


def counted(words: str, met: date) -> By:
    """The day that words name, with the rule where it was counted from the day of the session."""
    if not words:
        return By(None)
    found, by_log = due_in_cell(words.removeprefix("by ").strip(), dated=met)
    if found:
        return By(found, QUARTER if by_log else "")
    one = record(
        "action", (0, len(words)), "typed", given={"due_words": words, "due": _bare(words)}
    )
    (worked,) = worked_out((one,), met.isoformat(), "minutes")
    due = worked.fields.get("due")
    if not isinstance(due, str) or due.startswith("X"):
        return By(None)
    if _CHRISTMAS.search(words) and len(due) < _WHOLE:
        year = int(due[:4])
        return By(next(f"{y}-12-24" for y in (year, year + 1) if date(y, 12, 24) >= met), EVE)
    rule = worked.inferred.get("due", "")
    return By(due, _RULES.get(rule, rule.replace(_DOCUMENT, _SESSION)))


def coming(text: str, met: date, *, phrases: bool) -> tuple[str, By]:
    """(the text without it, the day) of words at its end that say when: “by 18/12”, “at the end
    of the month”, “by next Friday”; `phrases`: also where it is no day of a month in figures.
    """
    found = _NO_YEAR.search(text)
    for year in (met.year, met.year + 1) if found else ():
        try:
            then = date(year, int(found["month"]), int(found["day"])) if found else met
        except ValueError:
            continue
        if found and then >= met:
            return text[: found.start()], By(then.isoformat(), NEXT_SUCH)
    for lead in _LEAD.finditer(text) if phrases else ():
        words = text[lead.start("from") :].strip(" .,;()")
        if WHEN.fullmatch(words) and (by := counted(words, met)).day:
            whole = len(by.day or "") == _WHOLE  # “mid December” says more than its month
            return text[: lead.start()] if whole else text, by
    return text, By(None)


def _bare(words: str) -> str | None:
    """A day and month without a year, as documents are read: `XXXX-06-30`."""
    by = deadline(words) or deadline(f"by {words}")
    return by.due if by else None
