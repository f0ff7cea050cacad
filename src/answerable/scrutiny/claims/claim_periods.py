"""The times that a sentence names: days, months, seasons, years, and runs from one to another.

Every pattern reads a sentence once, so that the time grows with its length alone.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.scrutiny.clocks import add_months

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
DAY = timedelta(days=1)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
_DATE = (
    rf"(?:(?P<{{0}}d>\d{{{{1,2}}}}) )?(?:(?P<{{0}}m>{'|'.join((*MONTHS, *_SEASONS))}) )?"
    r"(?P<{0}y>(?:19|20)\d\d)(?!/)"
)
FROM_TO = re.compile(
    rf"\b(?:between|from) {_DATE.format('a')} (?:and|to|until) {_DATE.format('b')}\b"
)
ONE = re.compile(
    rf"\b(?P<word>since|in|during|throughout|before|after|by|until|on) {_DATE.format('a')}\b"
)
FROM = re.compile(rf"\bfrom {_DATE.format('a')}\b")
SINCE_REPORT = re.compile(
    rf"\bsince (?P<words>(?:[a-z'-]+ ){{1,7}}?){_DATE.format('a')}(?P<after> [a-z]+)?"
)
"""“Since the 2025 report”, “since inspectors reported in June 2025”: counted from its day."""
DATED = re.compile(rf"\b{_DATE.format('a')}\b")
YEARS = re.compile(r"\b(?:in|during|for|of)? ?(20\d\d)/(\d\d)\b")
PAST = re.compile(
    r"\b(?:in|over|during) the (?:last|past|previous) "
    r"(?:(\d{1,2}|two|three|four|five|six|twelve) )?(year|years|month|months)\b"
    r"|\b(last year|year on year|this year|year to date)\b"
)
YEAR_TO = re.compile(
    r"\b(?:in|over|during|for) the"
    r" (?:(?P<n>\d{1,2}|three|four|five|six|nine|twelve) months|year)"
    rf" (?:to|ending|ended|up to) (?:the end of )?{_DATE.format('a')}\b"
)
WORDS = {"nine": 9, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both included, and the words of the sentence that give them."""

    first: date
    last: date
    words: str

    def holds(self, day: date) -> bool:
        """Is the day inside?"""
        return self.first <= day <= self.last


def around(found: re.Match[str], on: date) -> Span | None:
    """The days of a match of `ONE`: since, before, by, in or on a time, up to the day said."""
    first, last = first_day(found, "a"), last_day(found, "a")
    match found["word"]:
        case "since" | "after":
            begin = first if found["word"] == "since" else last + DAY
            return Span(begin, on, found[0]) if begin <= on else None
        case "before":
            return Span(date.min, first - DAY, found[0])
        case "by" | "until":
            return Span(date.min, last, found[0])
    return Span(first, last, found[0])


def ago(found: re.Match[str], on: date) -> Span:
    """The days of a match of `PAST`, back from the day on which it was said."""
    if found[3]:
        if found[3] in ("this year", "year to date"):
            return Span(date(on.year, 1, 1), on, found[3])
        return Span(add_months(on, -12) + DAY, on, found[3])
    n = WORDS.get(found[1] or "") or int(found[1] or 1)
    months = n * (12 if found[2].startswith("year") else 1)
    return Span(add_months(on, -months) + DAY, on, found[0])


def first_day(found: re.Match[str], name: str) -> date:
    """The first day that a named day, month, season or year may mean."""
    year, (month, _), day = _parts(found, name)
    return _made(year, month or 1, day or 1)


def last_day(found: re.Match[str], name: str) -> date:
    """The last day that it may mean."""
    year, (_, month), day = _parts(found, name)
    if day and month:
        return _made(year, month, day)
    return add_months(date(year, month or 12, 1), 1) - DAY


def _parts(found: re.Match[str], name: str) -> tuple[int, tuple[int, int], int]:
    """Year, first and last month (0, 0 where none is named), day (0 where none is)."""
    named = found[f"{name}m"]
    if not named:
        return int(found[f"{name}y"]), (0, 0), 0
    months = _SEASONS.get(named) or (MONTHS.index(named) + 1,) * 2
    day = 0 if named in _SEASONS else int(found[f"{name}d"] or 0)
    return int(found[f"{name}y"]), months, day


def _made(year: int, month: int, day: int) -> date:
    """The day; the last of its month where the sentence names one that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return add_months(date(year, month, 1), 1) - DAY
