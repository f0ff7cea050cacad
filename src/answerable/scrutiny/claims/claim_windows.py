"""Which months a change is worked out from, and the ones before them: whole months alone."""

import itertools
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.scrutiny.claims.claim_figures import Measured
from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.clocks import add_months

_FEWEST_MONTHS = 3
_YEAR, DAYS_A_MONTH = 12, 30.44
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Windows:
    """Months before and after, why these, and whether they are only a part of what was meant."""

    before: tuple[date, ...]
    after: tuple[date, ...]
    why: str
    part: bool = False


def windows_of(scope: Scope, one: Measured) -> Windows | None:
    """The months to compare; None where the sentence's period is no number of whole months."""
    latest, period = latest_month(scope.on, one), scope.period
    if latest is None or (period is not None and period.first == date.min):
        return None
    year = _run(add_months(latest, 1 - _YEAR), _YEAR)
    if period is None or period.words in ("last year", "year on year"):
        return Windows(_back(year, _YEAR), year, "we took the latest 12 months and the 12 before")
    if period.words in ("this year", "year to date"):
        after = _run(date(latest.year, 1, 1), latest.month)
        return Windows(_back(after, _YEAR), after, "the same months of the year before")
    if period.words.startswith(("between", "from")):
        return Windows(
            _run(_month(period.first), _YEAR), _run(_first_of_last_year(period), _YEAR), ""
        )
    if period.words.startswith("since"):
        return Windows(_run(_month(period.first), _YEAR), year, "")
    return _as_stated(period) if scope.names_months else _latest_months(period, latest)


def held_of_both(windows: Windows, one: Measured) -> Windows | None:
    """Of twelve months that are not all held, the last run that is held in both years."""
    pairs = list(zip(windows.before, windows.after, strict=True))
    while pairs and not _both(pairs[-1], one):
        pairs.pop()
    run = list(itertools.takewhile(lambda pair: _both(pair, one), reversed(pairs)))[::-1]
    if len(run) < _FEWEST_MONTHS:
        return None
    before, after = zip(*run, strict=True)
    why = "of the latest 12 months and the 12 before, these are the ones held in both years"
    return Windows(before, after, why, part=True)


def _both(pair: tuple[date, date], one: Measured) -> bool:
    return all(month in one.values for month in pair)


def _latest_months(period: Span, latest: date) -> Windows:
    """“In the last three years”: as many whole months, up to the last that is held."""
    count = max(1, round((period.last - period.first).days / DAYS_A_MONTH))
    after = _run(add_months(latest, 1 - count), count)
    before = _back(after, max(count, _YEAR))
    why = "the months before" if count >= _YEAR else "the same months of the year before"
    return Windows(before, after, why)


def _as_stated(period: Span) -> Windows:
    """The months of a stated period beside the same months of the year before."""
    first = _month(period.first)
    count = (period.last.year - first.year) * _YEAR + period.last.month - first.month + 1
    after = _run(first, count)
    return Windows(_back(after, _YEAR), after, "the same months of the year before")


def latest_month(on: date, one: Measured) -> date | None:
    """The last month that was over on the day of the text and that we hold."""
    over = [m for m in one.values if add_months(m, 1) <= on + _DAY]
    return max(over, default=None)


def _first_of_last_year(period: Span) -> date:
    return add_months(_month(period.last), 1 - _YEAR)


def _month(day: date) -> date:
    return day.replace(day=1)


def _run(first: date, count: int) -> tuple[date, ...]:
    return tuple(add_months(first, n) for n in range(count))


def _back(months: tuple[date, ...], by: int) -> tuple[date, ...]:
    return tuple(add_months(m, -by) for m in months)


def lacking(one: Measured, windows: Windows) -> tuple[date, ...]:
    """The months of both windows that are not held."""
    return tuple(m for m in (*windows.before, *windows.after) if m not in one.values)


def month_words(months: tuple[date, ...]) -> str:
    """“May 2025”; “May 2025 to April 2026”."""
    first, last = months[0], months[-1]
    if first == last:
        return f"{first:%B %Y}"
    return f"{first:%B %Y} to {last:%B %Y}"
