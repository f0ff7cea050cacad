"""A measure over time, as one body published it: periods, values, gaps and vintages kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import isfinite, nan
from typing import Self

import numpy as np
from numpy.typing import NDArray

from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

LARGEST = 1e300
"""Values beyond this are refused: limits a few times larger could not be held as a float."""


class DuplicatePeriod(Refusal):
    """Two values for one date: nobody but the publisher can say which is right."""

    code = "duplicate_period"


class NotANumber(Refusal):
    """A value that no chart and no verdict can use."""

    code = "not_a_number"


@dataclass(frozen=True)
class Series:
    """Values of one measure for one body in date order. A missing value is None, never 0.

    Raises DuplicatePeriod for a repeated date and NotANumber for NaN, infinity or |value| > 1e300.
    """

    dates: tuple[date, ...]
    values: tuple[float | None, ...]
    name: str = field(default="1", kw_only=True)

    def __post_init__(self) -> None:
        if len(self.dates) != len(self.values):
            raise ValueError(
                say(
                    "{count} dates for {count2} values",
                    count=len(self.dates),
                    count2=len(self.values),
                )
            )
        rows = sorted(zip(self.dates, self.values, strict=True), key=lambda row: row[0])
        for (before, _), (after, _) in pairwise(rows):
            if before == after:
                raise DuplicatePeriod(
                    say(
                        "Series {name} has two rows for {after}. Keep one row per date.",
                        name=self.name,
                        after=after,
                    )
                )
        for day, value in rows:
            if value is not None and not (isfinite(value) and abs(value) <= LARGEST):
                raise NotANumber(
                    say(
                        "Series {name} has no usable number on {day}. Leave the cell "
                        "empty if the value is missing.",
                        name=self.name,
                        day=day,
                    )
                )
        object.__setattr__(self, "dates", tuple(day for day, _ in rows))
        object.__setattr__(self, "values", tuple(value for _, value in rows))

    @classmethod
    def monthly(
        cls, first: date, values: Iterable[float | None], *, name: str = "1", step: int = 1
    ) -> Self:
        """A series with one value each `step` months, beginning with the month of `first`."""
        held = tuple(values)
        start = month_number(first)
        dates = tuple(month_start(start + step * i) for i in range(len(held)))
        return cls(dates, held, name=name)

    def __len__(self) -> int:
        return len(self.dates)

    @property
    def array(self) -> FloatArray:
        """Values as float64 of shape (n,), missing as NaN."""
        return np.array([nan if v is None else v for v in self.values], dtype=np.float64)

    def until(self, day: date) -> Self:
        """The rows dated on or before `day`."""
        kept = [(d, v) for d, v in zip(self.dates, self.values, strict=True) if d <= day]
        return type(self)(tuple(d for d, _ in kept), tuple(v for _, v in kept), name=self.name)

    def missing_months(self, *, step: int = 1) -> tuple[date, ...]:
        """Periods between the first and the last row that have no value (a gap is no zero)."""
        held = {
            month_number(d) for d, v in zip(self.dates, self.values, strict=True) if v is not None
        }
        if not self.dates:
            return ()
        span = range(month_number(self.dates[0]), month_number(self.dates[-1]) + 1, step)
        return tuple(month_start(m) for m in span if m not in held)


@dataclass(frozen=True)
class Statement:
    """One number as one release stated it; a revision is a new statement, never an overwrite."""

    period_start: date
    value: float | None
    release_id: str
    released_on: date


@dataclass(frozen=True)
class KnownSeries:
    """A series as it was known on a day, with the releases its numbers come from."""

    series: Series
    releases: tuple[str, ...]

    @property
    def mixed(self) -> bool:
        """True when the line joins numbers of more than one release; the page must say so."""
        return len(self.releases) > 1


def as_known_on(statements: Sequence[Statement], day: date, *, name: str = "1") -> KnownSeries:
    """Per period, the statement with the greatest `released_on` not after `day`."""
    newest: dict[date, Statement] = {}
    for said in statements:
        if said.released_on > day:
            continue
        held = newest.get(said.period_start)
        if held is None or (said.released_on, said.release_id) >= (
            held.released_on,
            held.release_id,
        ):
            newest[said.period_start] = said
    periods = sorted(newest)
    return KnownSeries(
        Series(tuple(periods), tuple(newest[p].value for p in periods), name=name),
        tuple(sorted({newest[p].release_id for p in periods})),
    )


def month_number(day: date) -> int:
    """Months since year 0: the calendar index in which neighbours differ by 1."""
    return day.year * 12 + day.month - 1


def month_start(number: int) -> date:
    """First day of a month number; outside the years 1 to 9999 a ValueError."""
    return date(number // 12, number % 12 + 1, 1)
