"""The scope that a sentence gives itself: period, bound, “never”, “since”, a change in percent.

Nothing is guessed: a part that the sentence does not state is None, and the answer says so.
Every pattern reads a sentence once, so that the time grows with its length alone.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from answerable.scrutiny.claims.claim_periods import (
    DATED,
    DAY,
    FROM,
    FROM_TO,
    MONTHS,
    ONE,
    PAST,
    SINCE_REPORT,
    WORDS,
    YEAR_TO,
    YEARS,
    Span,
    ago,
    around,
    first_day,
    last_day,
)
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.phrases import on_day

Direction = Literal["down", "up"]
Bound = Literal["exactly", "at least", "more than", "at most", "fewer than", "about"]

_TEN = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIGURE = (
    rf"\d{{1,3}}(?:\.\d{{1,3}})?|{'|'.join(_TEN)}|one|two|three|four|five|six|seven|eight|nine"
)
_PERCENT = re.compile(rf"(?<![\w.-])({_FIGURE}) ?(?:%|per ?cent\b)")
_RANGE = re.compile(
    r"\b(?:between )?(\d{1,3}(?:\.\d)?)(?: ?%| per ?cent)?(?: and |-|\u2013)(\d{1,3}(?:\.\d)?)"
    r" ?(?:%|per ?cent\b)"
)
_DOWN = re.compile(
    r"\b(?:down|fell|fallen|falling|reduced|reduction|decreas\w+|drop\w*|cut|lower)\b"
)
_UP = re.compile(r"\b(?:up|rose|risen|rising|increas\w+|growth|grew|grown|higher|climb\w*)\b")
_TO_LEVEL = re.compile(
    rf"\b(?:to|at|is|was|are|were|of) (?:around |about )?(?:{_FIGURE}) ?(?:%|per ?cent)"
    r"(?! (?:lower|higher|fewer|less|more|down|up)\b)"
)
_BY_A_PART = re.compile(
    r"\bby (?:(?:more than|over|nearly|almost|about|around|at least|less than|under) )?"
    r"(?:(?:a|an|one) )?(half|third|quarter|fifth|tenth)\b"
    r"|\b(?:a|an|one) (half|third|quarter|fifth|tenth) (?:lower|fewer|less|higher|more|down|up)\b"
)
_PARTS = {"half": 50, "quarter": 25, "fifth": 20, "tenth": 10}
_IN_WORDS = re.compile(
    r"\b(?:(?P<half>half a|half of a)|(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?P<and> and a half)?) (?P<size>million|thousand|hundred thousand)(?: pounds)?\b"
)
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIZES = {"million": 1_000_000, "thousand": 1_000, "hundred thousand": 100_000}
_THAN_A_YEAR = re.compile(
    r"\b(?:than|on|compared (?:with|to)|against|from) (?:it was |they were |in |at this time )?"
    r"(?:the )?(?:a year (?:ago|earlier|before)|one year ago|last year|previous year"
    r"|year before)\b"
)
_FEWER = re.compile(r"\b(?:lower|fewer|less|down|fell|fallen|dropped|better)\b")
_MORE = re.compile(r"\b(?:higher|more|greater|up|rose|risen|grew|grown|worse)\b")
_HALVED, _DOUBLED = re.compile(r"\bhalved\b"), re.compile(r"\bdoubled\b")
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("about", re.compile(r"\b(?:just|a little|slightly) (?:under|over|below|above) (?:£|\d)")),
    ("at least", re.compile(r"\b(?:at least|no fewer than|no less than|a minimum of)\b")),
    (
        "more than",
        re.compile(r"\b(?:more than|over|in excess of|upwards of) (?!the\b)(?:£|\d|[a-z]+ )"),
    ),
    ("at most", re.compile(r"\b(?:at most|up to|no more than)\b")),
    ("fewer than", re.compile(r"\b(?:fewer than|less than|under) (?:£|\d|[a-z]+ )")),
    ("about", re.compile(r"\b(?:about|around|nearly|almost|roughly|some) (?:£|\d)")),
)
_NEVER = re.compile(
    r"\b(?:never|not once|at no point"
    r"|(?:in|at|on) no (?:inspection|report|year|case|time|visit))\b"
)
_OF_REPORT = re.compile(r"\b(?:report\w*|inspect\w*|hmicfrs|publi\w+)\b")
_NO = re.compile(r"\b(?:no|not a single|not one|none of the) [a-z]")
_ALL = re.compile(r"\b(?:all|every|each)(?: of)?(?: the| our| its| these)? [a-z]")
_FIRST = re.compile(r"\bthe first\b")
_CHECKABLE = re.compile(
    r"\b(?:never|not once|since|always|no|none|all|every|first|halved|doubled|tripled|closed|ever"
    r"|signed off|discharged|accepted|rejected"
    r"|completed?|published|held|before|after|until|million|thousand|dozen|half|third|quarter"
    r"|fifth|tenth|lowest|highest|decade"
    r"|weekly|fortnightly|monthly|quarterly|yearly|annually|within)\b|\d"
    r"|\b(?:is|remains) (?:our|the|its) (?:acting|temporary|interim|permanent|substantive)\b"
    r"|\b(?:is|remains) (?:our|the|its) (?:chief constable|police and crime)\b"
    r"|\b(?:is|remains) (?:still|now|currently) (?:our|the|its)\b|\bthan (?:it was |they were )?"
    r"(?:a|one|last) year\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a sentence states, in percent of the value before."""

    percent: Decimal
    direction: Direction
    low: Decimal | None = None
    """“Between 20 and 25 per cent”: the smaller of the two; `percent` is the larger one."""

    @property
    def words(self) -> str:
        """“down 10 %”, “down 20 to 25 %”."""
        low = "" if self.low is None else f"{self.low.normalize():f} to "
        return f"{self.direction} {low}{self.percent.normalize():f} %"


@dataclass(frozen=True)
class Scope:
    """What one sentence says of its own scope; `on` is the day on which it was said."""

    sentence: str
    on: date

    @cached_property
    def text(self) -> str:
        """The sentence in small letters, spaces made one."""
        return " ".join(self.sentence.lower().replace("\u2019", "'").split())

    @cached_property
    def never(self) -> bool:
        """Does it deny something of a whole time?"""
        return bool(_NEVER.search(self.text))

    @cached_property
    def none(self) -> bool:
        """Does it say that there was none of a thing?"""
        return bool(_NO.search(self.text))

    @cached_property
    def every(self) -> bool:
        """Does it speak of all of a thing?"""
        return bool(_ALL.search(self.text)) and not self.none

    @cached_property
    def first(self) -> bool:
        """Does it call something the first?"""
        return bool(_FIRST.search(self.text))

    @cached_property
    def bound(self) -> Bound:
        """How its number is meant."""
        return next((name for name, found in _BOUNDS if found.search(self.text)), "exactly")

    @cached_property
    def change(self) -> Change | None:
        """A fall or a rise in percent; “halved” and “doubled” are 50 and 100 percent."""
        down, up = bool(_DOWN.search(self.text)), bool(_UP.search(self.text))
        if _HALVED.search(self.text):
            return Change(Decimal(50), "down")
        if _DOUBLED.search(self.text):
            return Change(Decimal(100), "up")
        part = _BY_A_PART.search(self.text)
        of = (part[1] or part[2]) if part else None
        if of in _PARTS and down != up:
            return Change(Decimal(_PARTS[of]), "down" if down else "up")
        stated = self.percent
        if stated is None or down == up or self.level:
            return None
        if found := _RANGE.search(self.text):
            low, high = sorted(Decimal(figure) for figure in found.groups())
            return Change(high, "down" if down else "up", low)
        return Change(stated, "down" if down else "up")

    @cached_property
    def percent(self) -> Decimal | None:
        """The first percentage that it states."""
        found = _PERCENT.search(self.text)
        if found is None:
            return None
        if found[1] in _TEN:
            return Decimal(10 * (_TEN.index(found[1]) + 1))
        return Decimal(found[1] if found[1][0].isdigit() else _NUMBERS.index(found[1]))

    @cached_property
    def sum_in_words(self) -> Decimal | None:
        """“Half a million pounds”, “a million”, “two and a half million” as a number."""
        found = _IN_WORDS.search(self.text) if "pound" in self.text else None
        if found is None:
            return None
        if found["half"]:
            many = Decimal("0.5")
        else:
            many = Decimal(max(1, _NUMBERS.index("a" if found["n"] == "an" else found["n"])))
            many += Decimal("0.5") if found["and"] else 0
        return many * _SIZES[found["size"]]

    @cached_property
    def level(self) -> bool:
        """Is the percentage a level (“rose to 13 %”), not a change?"""
        return bool(_TO_LEVEL.search(self.text))

    @cached_property
    def date(self) -> date | None:
        """The first whole date that it states."""
        for found in DATED.finditer(self.text):
            if found["ad"] and found["am"] in MONTHS:
                return first_day(found, "a")
        return None

    @cached_property
    def since(self) -> Span | None:
        """From a “since” to the day on which it was said."""
        if self.reported:
            return Span(self.reported.first, self.on, self.reported.words)
        found = ONE.search(self.text)
        if found is None or found["word"] != "since":
            return None
        return Span(first_day(found, "a"), self.on, found[0])

    @cached_property
    def reported(self) -> Span | None:
        """The days of the report or inspection of “since the 2025 report”; None: it names none."""
        found = SINCE_REPORT.search(self.text)
        if found is None or not _OF_REPORT.search(f"{found['words']}{found['after'] or ''}"):
            return None
        span = Span(first_day(found, "a"), last_day(found, "a"), found[0])
        return span if span.first <= self.on else None

    @cached_property
    def period(self) -> Span | None:
        """The period that it states, up to the day on which it was said; None: it states none."""
        if self.reported:
            return self.since
        return self._stated()

    def _stated(self) -> Span | None:
        if found := FROM_TO.search(self.text):
            first, last = first_day(found, "a"), last_day(found, "b")
            return Span(first, last, found[0]) if first <= last else None
        if found := YEARS.search(self.text):
            year = int(found[1])
            if (year + 1) % 100 == int(found[2]):
                return Span(date(year, 4, 1), date(year + 1, 3, 31), found[0].strip())
        if found := YEAR_TO.search(self.text):
            last = last_day(found, "a")
            months = WORDS.get(found["n"] or "") or int(found["n"] or 12)
            return Span(add_months(last + DAY, -months), last, found[0])
        if found := ONE.search(self.text):
            return around(found, self.on)
        if found := PAST.search(self.text):
            return ago(found, self.on)
        return None

    @cached_property
    def named(self) -> Span | None:
        """The days that a single named date, month, season or year may mean."""
        found = ONE.search(self.text) or FROM.search(self.text)
        if found is None:
            return None
        return Span(first_day(found, "a"), last_day(found, "a"), found[0])

    @cached_property
    def times_named(self) -> tuple[Span, ...]:
        """Every month or day that it names with its year: “in May 2025, on 3 June 2025”."""
        found = (m for m in DATED.finditer(self.text) if m["am"])
        return tuple(dict.fromkeys(Span(first_day(m, "a"), last_day(m, "a"), m[0]) for m in found))

    @property
    def runs(self) -> bool:
        """Does it speak of the time from one day to another, or since one?"""
        return FROM_TO.search(self.text) is not None or self.since is not None

    @cached_property
    def trend(self) -> Direction | None:
        """“Lower than a year ago”: a direction with no percentage, against the year before."""
        if not _THAN_A_YEAR.search(self.text) or self.percent is not None:
            return None
        down, up = bool(_FEWER.search(self.text)), bool(_MORE.search(self.text))
        if down == up:
            return None
        return "down" if down else "up"

    @cached_property
    def at(self) -> Span | None:
        """The days of “in May 2024”, “on 14 May 2024”; None for a since, a before, an after."""
        if self.reported:
            return None
        return self.named if self.named and self.named.words.startswith(("in ", "on ")) else None

    @cached_property
    def names_months(self) -> bool:
        """Does it name its period by years or months, and not by “the last two years”?"""
        return bool(
            FROM_TO.search(self.text)
            or YEARS.search(self.text)
            or YEAR_TO.search(self.text)
            or ONE.search(self.text)
        )

    @property
    def period_words(self) -> str:
        """“from 1 January 2023 to 31 December 2023”; “at any time” where none is stated."""
        if self.period is None:
            return "at any time"
        first, last = self.period.first, self.period.last
        if first == date.min:
            return f"up to {on_day(last)}"
        return f"from {on_day(first)} to {on_day(last)}"


def checkable(sentence: str) -> bool:
    """Does a sentence state anything with a date, a number or a whole of things?"""
    return bool(_CHECKABLE.search(sentence.lower()))
