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

import numpy as np

from answerable.evidence.chart_rules import LABELS, Cut, Flags, Limits, plain
from answerable.evidence.charted import (
    SHORT_GROUP,
    Assurance,
    Chart,
    Direction,
    Group,
    Point,
)
from answerable.evidence.seasons import month_factors
from answerable.evidence.series import FloatArray, Series, month_number
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

__all__ = [
    "Assurance",
    "Chart",
    "ChartRefused",
    "Direction",
    "Group",
    "Point",
    "Sheet",
    "chart",
    "drawn",
    "point_type",
    "prepared",
]

LEAST_FIXED = 12


class ChartRefused(Refusal):
    """A chart that was asked for in a way that would be silently something else."""

    code = "chart_refused"


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
    """Draw up the XmR chart of one series; see `prepared` for the options and refusals."""
    sheet = prepared(
        series,
        direction=direction,
        target=target,
        rebase=rebase,
        fix_after=fix_after,
        screen=screen,
        as_at=as_at,
        deseason=deseason,
    )
    return drawn(sheet, plain(sheet.cuts))


@dataclass(frozen=True)
class Sheet:
    """A series made ready for an engine: one cut of rows between two rebases each."""

    series: Series
    cuts: tuple[Cut, ...]
    direction: Direction
    target: float | None
    screen: bool
    deseasoned: bool


def prepared(
    series: Series,
    *,
    direction: Direction = "increase",
    target: float | None = None,
    rebase: Sequence[date] = (),
    fix_after: int | None = None,
    screen: bool = True,
    as_at: date | None = None,
    deseason: bool = False,
) -> Sheet:
    """Check the options of a chart and cut its series where it is rebased.

    `fix_after` takes the limits of each group from its first N rows (at least 12). `as_at` charts
    what was known then: flags are retroactive otherwise. `deseason` divides each value by its
    calendar month's factor first. Raises ChartRefused (`rebase_date_not_in_data`,
    `fix_after_too_small`, `not_monthly`) and SeasonRefused (`baseline_short`).
    """
    if fix_after is not None and fix_after < LEAST_FIXED:
        raise ChartRefused(
            say(
                "Limits fixed after {fix_after} points say too little: use "
                "{least_fixed} or more, or leave the option out.",
                fix_after=fix_after,
                least_fixed=LEAST_FIXED,
            ),
            code="fix_after_too_small",
        )
    for day in rebase:
        if day not in series.dates:
            raise ChartRefused(
                say(
                    "Series {name} has no row dated {day}, so it cannot be rebased "
                    "there. Use a date that is in the data.",
                    name=series.name,
                    day=day,
                ),
                code="rebase_date_not_in_data",
            )
    known = series if as_at is None else series.until(as_at)
    starts = _starts(known, rebase)
    factors = _factors(known, starts, fix_after) if deseason else None
    charted = known.array if factors is None else known.array / factors
    cuts = tuple(
        Cut(charted[start:end], fix_after, screen)
        for start, end in pairwise([*starts, len(known)])
    )
    return Sheet(known, cuts, direction, target, screen, factors is not None)


def drawn(sheet: Sheet, answers: Sequence[tuple[Limits, Flags]]) -> Chart:
    """The chart of a sheet from an engine's answer to each of its cuts."""
    groups: list[Group] = []
    notes: list[str] = []
    start = 0
    for number, (cut, answer) in enumerate(zip(sheet.cuts, answers, strict=True)):
        made = _group(sheet, answer, number=number, start=start, end=start + len(cut.y))
        groups.append(_with_adjusted(made, cut.y) if sheet.deseasoned else made)
        note = _note(cut.y[: cut.fix_after], answer[0])
        if note:
            notes.append(note if len(sheet.cuts) == 1 else f"{note}:{number}")
        start += len(cut.y)
    if not groups:
        notes.append("no_rows")
    elif groups[-1].short:
        notes.append("provisional_limits")
    return Chart(
        series=sheet.series.name,
        improvement_direction=sheet.direction,
        target=sheet.target,
        screened=sheet.screen,
        deseasoned=sheet.deseasoned,
        groups=tuple(groups),
        assurance=_assurance(groups[-1], sheet.target, sheet.direction) if groups else None,
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
            say(
                "Series {name} has more than one row in a month, so it has no "
                "calendar-month factors. Chart it without season adjustment.",
                name=series.name,
            ),
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
    sheet: Sheet, answer: tuple[Limits, Flags], *, number: int, start: int, end: int
) -> Group:
    lim, mark = answer
    series = sheet.series
    mean, lpl, upl = (_number(x[0]) for x in (lim.mean, lim.lower, lim.upper))
    short = end - start < SHORT_GROUP
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
            point_type=point_type(code, sheet.direction),
        )
        for day, value, undecided, outside, side, near, code in rows
    )
    return Group(
        rebase_group=number,
        start=series.dates[start],
        n=end - start,
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
