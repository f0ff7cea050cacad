"""Statutory and promised dates by regime: 56 days with publication as day 1, working days.

Police Act 1996 s.55 as amended by the Policing and Crime Act 2017 s.37: “within 56 days
beginning with the day” of publication, so the last day is publication + 55 and every calendar
day counts (DOMAIN 4). Dates only: no clock of ours says “late” or “in breach”.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Clock, Holidays, PreElection, Regime
from answerable.vocabulary.times import in_words

_DAY = timedelta(days=1)
_SATURDAY = 5


class UnknownHolidays(Refusal):
    """A count of working days that reaches a year whose bank holidays are not held."""

    code = "unknown_holidays"


@dataclass(frozen=True, slots=True)
class Window:
    """A period that a clock gives: from the day it starts on to its last day, both included."""

    clock: Clock
    starts: date
    last_day: date
    pre_election: tuple[PreElection, ...] = ()

    def day_number(self, on: date) -> int:
        """Which day of the window a date is, in calendar days; below 1 before it starts."""
        days = (on - self.starts).days
        return days + 1 if self.clock.counts_first_day else days

    def days_left(self, on: date) -> int:
        """Calendar days after this one up to the last day; below 0 once it has passed."""
        return (self.last_day - on).days

    def state(self, on: date) -> Literal["not started", "running", "ended"]:
        """Where a date stands to the window."""
        if on < self.starts:
            return "not started"
        return "running" if on <= self.last_day else "ended"

    @property
    def beside(self) -> tuple[str, ...]:
        """The pre-election periods to show beside the clock, in words."""
        return tuple(
            say(
                "{name}: {day} to {day2}",
                name=p.name,
                day=in_words(p.begins.isoformat()),
                day2=in_words(p.ends.isoformat()),
            )
            if p.begins
            else say("{name}: its first day is to be confirmed", name=p.name)
            for p in self.pre_election
        )

    def sentence(self, on: date) -> str:
        """“14 days left: reply due 7 December 2026 (day 56; published 13 October 2026 is day 1).”

        After the last day it states the date and nothing else.
        """
        last = in_words(self.last_day.isoformat())
        if self.state(on) == "ended":
            return say(
                "The {length}-{unit} period ended on {last}.",
                length=self.clock.length,
                unit=_unit(self.clock),
                last=last,
            )
        left = self.days_left(on)
        lead = (
            say("The last day is today")
            if left == 0
            else say("{left} {plural} left", left=left, plural=_plural("day", left))
        )
        return say("{lead}: reply due {last} ({begin}).", lead=lead, last=last, begin=self._begin)

    def dated(self, on: date) -> str:
        """As `sentence`, without what holds on one day alone: “Reply due 7 December 2026 (…).”

        For a page that is read on later days, such as one of a mirror.
        """
        if self.state(on) == "ended":
            return self.sentence(on)
        last = in_words(self.last_day.isoformat())
        return say("Reply due {last} ({begin}).", last=last, begin=self._begin)

    @property
    def _begin(self) -> str:
        first = "day 1" if self.clock.counts_first_day else "not counted"
        begin = say(
            "{starts} {day} is {first}",
            starts=_STARTS[self.clock.starts_on],
            day=in_words(self.starts.isoformat()),
            first=first,
        )
        if self.clock.unit == "days":
            return f"day {self.clock.length}; {begin}"
        return begin


def window(*, regime: Regime, clock: str, starts: date, applies_to: str = "") -> Window:
    """The window of one of the regime's clocks, with the pre-election periods it overlaps.

    `applies_to` is the institution: a period may be of one alone.
    """
    chosen = regime.clock(clock)
    last = last_day(clock=chosen, starts=starts, holidays=regime.holidays)
    return Window(
        clock=chosen,
        starts=starts,
        last_day=last,
        pre_election=tuple(
            period
            for period in regime.pre_election
            if period.overlaps(first=starts, last=last)
            and period.applies_to in ("all", applies_to)
        ),
    )


def last_day(*, clock: Clock, starts: date, holidays: Holidays) -> date:
    """The last day of a clock's period."""
    if clock.unit == "days":
        return starts + timedelta(days=clock.length - clock.counts_first_day)
    if clock.unit == "months":
        end = add_months(starts, clock.length)
        return end - _DAY if clock.counts_first_day else end
    first = starts if clock.counts_first_day else starts + _DAY
    return nth_working_day(first=first, n=clock.length, holidays=holidays)


def add_months(start: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day.

    This is the corresponding date rule: a month from 31 January ends on 28 or 29 February.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def is_working_day(day: date, *, holidays: Holidays) -> bool:
    """Neither a Saturday, a Sunday nor a bank holiday. Refuses a year that is not held."""
    if day.weekday() >= _SATURDAY:
        return False
    if not holidays.known(day.year):
        raise UnknownHolidays(
            say(
                "The bank holidays of {year} are not held, so working days that "
                "reach it cannot be counted. Add that year to the regime's file, "
                "or count by hand.",
                year=day.year,
            )
        )
    return day not in holidays.days


def nth_working_day(*, first: date, n: int, holidays: Holidays) -> date:
    """The n-th working day from a day on; that day is the first if it is a working day."""
    day = first
    while True:
        if is_working_day(day, holidays=holidays):
            n -= 1
            if n == 0:
                return day
        day += _DAY


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A date that we worked out, never shown without the sum that gave it."""

    due: date
    sum_shown: str


def within(*, n: int, unit: Literal["day", "week", "month", "year"], published: date) -> WorkedOut:
    """“Within three months” in a recommendation starts on publication, unless its text says else.

    The day of publication is not counted: within one day is the day after.

    >>> within(n=3, unit="month", published=date(2024, 5, 14)).due
    datetime.date(2024, 8, 14)
    """
    if unit in ("day", "week"):
        due = published + timedelta(days=n * (7 if unit == "week" else 1))
    else:
        due = add_months(published, n * (12 if unit == "year" else 1))
    return WorkedOut(
        due=due,
        sum_shown=(
            say(
                "worked out: published {day} + {n} {plural} = {day2}",
                day=in_words(published.isoformat()),
                n=n,
                plural=_plural(unit, n),
                day2=in_words(due.isoformat()),
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Time between two dates in whole months and in words."""

    months: int
    words: str
    sum_shown: str


def span(*, first: date, last: date) -> Span:
    """Whole months from one date to a later one: “11 months”, “6 years”, “6 years 1 month”."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if add_months(first, months) > last:
        months -= 1
    years, rest = divmod(months, 12)
    parts = [f"{n} {_plural(word, n)}" for n, word in ((years, "year"), (rest, "month")) if n]
    days = (last - first).days
    words = " ".join(parts) or f"{days} {_plural('day', days)}"
    return Span(
        months=months,
        words=words,
        sum_shown=say(
            "{day} to {day2}: {words}",
            day=in_words(first.isoformat()),
            day2=in_words(last.isoformat()),
            words=words,
        ),
    )


def about_months(*, first: date, last: date) -> int:
    """Months between the months of two dates; for sources that give no day (“June 2023”).

    >>> about_months(first=date(2023, 6, 1), last=date(2024, 5, 14))
    11
    """
    return (last.year - first.year) * 12 + last.month - first.month


_STARTS = {
    "publication": "published",
    "receipt": "received",
    "meeting": "session of",
    "claim": "claimed",
}


def _unit(clock: Clock) -> str:
    return clock.unit.removesuffix("s")


def _plural(word: str, n: int) -> str:
    return word if n == 1 else f"{word}s"
