"""The compiled engine of the control chart: the fast path for millions of points.

It needs the extra `fast` (numba). Labels are those of `chart_rules`, point for point.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from answerable.evidence.chart_rules import Codes, Cut, Flags, Limits, limits_of, marks
from answerable.evidence.kernel_loops import Whole, every_label, newest_label
from answerable.evidence.series import BoolArray, FloatArray


@dataclass(frozen=True)
class Labelled:
    """Signed label codes (per point, or per group for `newest`); per group the mean and the
    average moving range, NaN where there is none, and whether no value moves."""

    codes: Codes
    mean: FloatArray
    amr: FloatArray
    still: BoolArray


def every(
    y: FloatArray,
    ends: Whole,
    *,
    fixed: Whole | None = None,
    screened: BoolArray | None = None,
) -> Labelled:
    """Label every point of `y` (shape (points,)): group g is `y[ends[g - 1]:ends[g]]`.

    `fixed` is the number of rows that make each group's limits, 0 for all. NaN is missing.
    """
    made = _room(len(y), len(ends))
    options = _options(len(ends), fixed, screened)
    every_label(y, ends, *options, made.codes, made.mean, made.amr, made.still)
    return made


def newest(
    y: FloatArray,
    ends: Whole,
    *,
    fixed: Whole | None = None,
    screened: BoolArray | None = None,
) -> Labelled:
    """The label of the last point of each group only: the chart's variation."""
    made = _room(len(ends), len(ends))
    options = _options(len(ends), fixed, screened)
    newest_label(y, ends, *options, made.codes, made.mean, made.amr, made.still)
    return made


def rules(cuts: Sequence[Cut]) -> list[tuple[Limits, Flags]]:
    """The engine `kernel` of `control_chart`: all cuts in one call."""
    if not cuts:
        return []
    y = np.concatenate([cut.y for cut in cuts])
    ends = np.cumsum([len(cut.y) for cut in cuts])
    fixed = np.array([cut.fix_after or 0 for cut in cuts], dtype=np.int64)
    screened = np.array([cut.screen for cut in cuts], dtype=np.bool_)
    made = every(y, ends.astype(np.int64), fixed=fixed, screened=screened)
    answers = []
    for g, cut in enumerate(cuts):
        one = slice(g, g + 1)
        lim = limits_of(made.mean[one], made.amr[one], still=made.still[one])
        codes = made.codes[ends[g] - len(cut.y) : ends[g]]
        answers.append((lim, marks(cut.y, lim, codes)))
    return answers


def _room(points: int, groups: int) -> Labelled:
    return Labelled(
        np.empty(points, dtype=np.int8),
        np.empty(groups, dtype=np.float64),
        np.empty(groups, dtype=np.float64),
        np.empty(groups, dtype=np.bool_),
    )


def _options(
    groups: int, fixed: Whole | None, screened: BoolArray | None
) -> tuple[Whole, BoolArray]:
    return (
        np.zeros(groups, dtype=np.int64) if fixed is None else fixed,
        np.ones(groups, dtype=np.bool_) if screened is None else screened,
    )
