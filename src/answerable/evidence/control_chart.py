"""XmR control chart: where should people look? It never says that anything improved.

>>> from datetime import date
>>> from answerable.evidence.series import Series
>>> made = chart(Series.monthly(date(2024, 1, 1), [5, 6, 5, 6, 5, 6, 5, 6, 19]))
>>> made.points[-1].special_cause_type, made.points[-1].point_type
('Above UCL', 'special_cause_improvement')
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

import numpy as np

from answerable.evidence.chart_rules import LABELS, Limits, flags, limits
from answerable.evidence.seasons import month_factors
from answerable.evidence.series import FloatArray, Series, month_number
from answerable.vocabulary.refusal import Refusal

Direction = Literal["increase", "decrease", "neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]

SHORT_GROUP = 13
LEAST_FIXED = 12


class ChartRefused(Refusal):
    """A chart that was asked for in a way that would be silently something else."""

    code = "chart_refused"


@dataclass(frozen=True)
class Point:
    """One row of the chart; None where the rule has no answer. Limits are in value units."""

    date: date
    value: float | None
    rebase_group: int
    short_group_warning: bool
    mean: float | None
    lpl: float | None
    upl: float | None
    outside_limits: bool | None
    relative_to_mean: int | None
    close_to_limits: bool | None
    special_cause_type: str
    point_type: str
    value_adjusted: float | None = None

    @property
    def special_cause_flag(self) -> bool:
        """True for every label but common cause."""
        return self.special_cause_type != LABELS[0]


@dataclass(frozen=True)
class Group:
    """The rows between two rebases and their limits. `n` counts rows, missing ones included."""

    rebase_group: int
    start: date
    n: int
    mean: float | None
    lpl: float | None
    upl: float | None
    amr: float | None
    points: tuple[Point, ...]

    @property
    def short(self) -> bool:
        """Under 13 rows: limits are provisional and drawn dashed."""
        return self.n < SHORT_GROUP


@dataclass(frozen=True)
class Chart:
    """A control chart with everything it was made from."""

    series: str
    improvement_direction: Direction
    target: float | None
    screened: bool
    deseasoned: bool
    groups: tuple[Group, ...]
    assurance: Assurance | None
    notes: tuple[str, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """All rows in date order."""
        return tuple(point for group in self.groups for point in group.points)

    @property
    def latest(self) -> Point | None:
        """The last row; its point type is the chart's variation. None for a chart of no rows."""
        return self.groups[-1].points[-1] if self.groups else None


def chart(
    series: Series,
    *,
    direction: Direction = "increase",
    target: float | None = None,
    rebase: Sequence[date] = (),
    fix_after: int | None = None,
    screen: bool = True,
    as_at: date | None = None,
    deseason: bool = False,
) -> Chart:
    """Draw up the XmR chart of one series.

    `fix_after` takes the limits of each group from its first N rows (at least 12). `as_at` charts
    what was known then: flags are retroactive otherwise. `deseason` divides each value by its
    calendar month's factor first. Raises ChartRefused (`rebase_date_not_in_data`,
    `fix_after_too_small`, `not_monthly`) and SeasonRefused (`baseline_short`).
    """
    if fix_after is not None and fix_after < LEAST_FIXED:
        raise ChartRefused(
            f"Limits fixed after {fix_after} points say too little: "
            f"use {LEAST_FIXED} or more, or leave the option out.",
            code="fix_after_too_small",
        )
    for day in rebase:
        if day not in series.dates:
            raise ChartRefused(
                f"Series {series.name} has no row dated {day}, so it cannot be rebased there. "
                "Use a date that is in the data.",
                code="rebase_date_not_in_data",
            )
    known = series if as_at is None else series.until(as_at)
    starts = _starts(known, rebase)
    factors = _factors(known, starts, fix_after) if deseason else None
    charted = known.array if factors is None else known.array / factors
    groups: list[Group] = []
    notes: list[str] = []
    for number, (start, end) in enumerate(pairwise([*starts, len(known)])):
        y = charted[start:end]
        lim = limits(y, fix_after=fix_after, screen=screen)
        made = _group(known, y, lim, number=number, start=start, direction=direction)
        if factors is not None:
            made = _with_adjusted(made, y)
        note = _note(y[:fix_after], lim)
        groups.append(made)
        if note:
            notes.append(note if len(starts) == 1 else f"{note}:{number}")
    if not groups:
        notes.append("no_rows")
    elif groups[-1].short:
        notes.append("provisional_limits")
    return Chart(
        series=known.name,
        improvement_direction=direction,
        target=target,
        screened=screen,
        deseasoned=factors is not None,
        groups=tuple(groups),
        assurance=_assurance(groups[-1], target, direction) if groups else None,
        notes=tuple(notes),
    )


def _starts(series: Series, rebase: Sequence[date]) -> list[int]:
    """Row index at which each group starts; a rebase at the first row starts no second group."""
    if not len(series):
        return []
    return sorted({0, *(series.dates.index(day) for day in rebase if day in series.dates)})


def _factors(series: Series, starts: list[int], fix_after: int | None) -> FloatArray:
    """The factor of each row; the baseline is the fixed part of the first group."""
    values = series.array
    months = [month_number(day) for day in series.dates]
    if len(set(months)) < len(months):
        raise ChartRefused(
            f"Series {series.name} has more than one row in a month, so it has no "
            "calendar-month factors. Chart it without season adjustment.",
            code="not_monthly",
        )
    end = starts[1] if len(starts) > 1 else len(values)
    if fix_after is not None:
        end = min(end, fix_after)
    factors = month_factors(series.dates[:end], values[:end])
    return factors[np.array([day.month - 1 for day in series.dates], dtype=np.int64)]


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _note(values: FloatArray, lim: Limits) -> str:
    """Why this group's limits are not ordinary ones, or nothing."""
    held = int(np.count_nonzero(~np.isnan(values)))
    if held == 0:
        return "no_values"
    if bool(lim.no_variation[0]):
        return "no_variation"
    if np.isnan(lim.upper[0]):
        return "single_point" if held == 1 else "no_moving_range"
    if lim.amr[0] == 0:
        return "no_width"
    return ""


def _group(
    series: Series, y: FloatArray, lim: Limits, *, number: int, start: int, direction: Direction
) -> Group:
    mark = flags(y, lim)
    mean, lpl, upl = (_number(x[0]) for x in (lim.mean, lim.lower, lim.upper))
    short = len(y) < SHORT_GROUP
    end = start + len(y)
    rows = zip(
        series.dates[start:end],
        series.values[start:end],
        mark.undecided.tolist(),
        mark.outside.tolist(),
        mark.side.tolist(),
        mark.near.tolist(),
        mark.codes.tolist(),
        strict=True,
    )
    points = tuple(
        Point(
            date=day,
            value=value,
            rebase_group=number,
            short_group_warning=short,
            mean=mean,
            lpl=lpl,
            upl=upl,
            outside_limits=None if undecided else outside,
            relative_to_mean=None if value is None else side,
            close_to_limits=None if undecided else near,
            special_cause_type=LABELS[code],
            point_type=point_type(code, direction),
        )
        for day, value, undecided, outside, side, near, code in rows
    )
    return Group(
        rebase_group=number,
        start=series.dates[start],
        n=len(y),
        mean=mean,
        lpl=lpl,
        upl=upl,
        amr=_number(lim.amr[0]),
        points=points,
    )


def _with_adjusted(group: Group, adjusted: FloatArray) -> Group:
    points = zip(group.points, adjusted, strict=True)
    return replace(
        group, points=tuple(replace(p, value_adjusted=_number(value)) for p, value in points)
    )


def point_type(code: int, direction: Direction) -> str:
    """What a signed label code means when `direction` is the good one."""
    if code == 0:
        return "common_cause"
    if direction == "neutral":
        return "special_cause_neutral_high" if code > 0 else "special_cause_neutral_low"
    good = (code > 0) == (direction == "increase")
    return "special_cause_improvement" if good else "special_cause_concern"


def _assurance(group: Group, target: float | None, direction: Direction) -> Assurance | None:
    """Will the process meet its target by itself? From the last group's limits."""
    if target is None or direction == "neutral" or group.upl is None or group.lpl is None:
        return None
    if target > group.upl:
        return "consistent_fail" if direction == "increase" else "consistent_pass"
    if target < group.lpl:
        return "consistent_pass" if direction == "increase" else "consistent_fail"
    return "inconsistent"
