"""One series as a control chart: where its limits begin anew, and what came before any value.

A missing month stays a gap. No line crosses a change of recording or a year without figures.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from answerable.evidence.control_chart import Chart
from answerable.evidence.control_chart import chart as xmr
from answerable.evidence.series import Series
from answerable.vocabulary.measures import Measure

LONG_GAP_MONTHS = 6


def usable(series: Series) -> tuple[date, ...]:
    """Periods with a value that no check took out."""
    pairs = zip(series.dates, series.values, strict=True)
    return tuple(day for day, value in pairs if value is not None)


def chart(
    *,
    measure: Measure,
    body: str,
    series: Series,
    rebased: Sequence[date],
    target: float | None = None,
    deseason: bool = False,
) -> Chart:
    """The chart of a series from its first usable period on, by the direction of its measure.

    `deseason` divides each value by the factor of its calendar month. Raises SeasonRefused where
    fewer than 36 months are held before limits first begin anew.
    """
    held = usable(series)
    first = held[0] if held else date.max
    pairs = zip(series.dates, series.values, strict=True)
    kept = [(day, value) for day, value in pairs if day >= first]
    begun = Series(tuple(d for d, _ in kept), tuple(v for _, v in kept))
    anew = [*(b.begins for b in measure.breaks_for(body)), *rebased]
    starts = _restarts(held, anew)
    return xmr(begun, direction=measure.direction, target=target, rebase=starts, deseason=deseason)


def _restarts(held: Sequence[date], anew: Sequence[date]) -> tuple[date, ...]:
    """First periods of new limits."""
    return tuple(
        after
        for before, after in pairwise(held)
        if (after.year - before.year) * 12 + after.month - before.month > LONG_GAP_MONTHS
        or any(before < begins <= after for begins in anew)
    )
