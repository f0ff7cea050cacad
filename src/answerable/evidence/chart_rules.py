"""The XmR limits and run rules on arrays: NHS England's 'Making Data Count' rules.

Every function works along the last axis, so that one series and a thousand simulated ones pass
through the same lines. NaN is a missing value. Exact agreement with NHSRplotthedots 0.2.2 is
tested; sums are taken in extended precision, as R's `mean` does, so that limits agree to the
last digits and a value that equals the mean is on neither side.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from answerable.evidence.series import BoolArray, FloatArray

LIMIT = 2.66
NEAR_LIMIT = 2 * 2.66 / 3
SCREEN = 3.267

Codes = NDArray[np.int8]

COMMON, OUTSIDE, TREND, TWO_IN_THREE, RUN = 0, 1, 2, 3, 4
LABELS = {
    0: "Common Cause",
    1: "Above UCL",
    -1: "Below LCL",
    2: "7 Point Trend (Increasing)",
    -2: "7 Point Trend (Decreasing)",
    3: "2 in 3 Above CL",
    -3: "2 in 3 Below CL",
    4: "7 Points Above CL",
    -4: "7 Points Below CL",
}


@dataclass(frozen=True)
class Limits:
    """Limits of each series, shape (..., 1); NaN where there are none. Value units."""

    mean: FloatArray
    amr: FloatArray
    lower: FloatArray
    upper: FloatArray
    near_lower: FloatArray
    near_upper: FloatArray
    no_variation: BoolArray


@dataclass(frozen=True)
class Flags:
    """Per point, shape (..., n): the signed label code and what it was decided from.

    `outside` and `near` are meaningless where `undecided` (no value, or no limits).
    """

    codes: Codes
    side: Codes
    outside: BoolArray
    near: BoolArray
    undecided: BoolArray


def _mean(values: FloatArray, kept: BoolArray) -> FloatArray:
    """Mean of the kept values along the last axis, kept as an axis of 1; NaN where none is."""
    number = kept.sum(axis=-1, keepdims=True)
    total = np.where(kept, values, 0.0).sum(axis=-1, keepdims=True, dtype=np.longdouble)
    mean = np.full(number.shape, np.nan)
    np.divide(total, number, out=mean, where=number > 0, casting="same_kind")
    return mean


def limits(y: FloatArray, *, fix_after: int | None = None, screen: bool = True) -> Limits:
    """Mean and limits of `y` (shape (..., n)) from its first `fix_after` rows, or from all."""
    fixed = y if fix_after is None else y[..., :fix_after]
    mean = _mean(fixed, ~np.isnan(fixed))
    ranges = np.abs(np.diff(fixed, axis=-1))
    held = ~np.isnan(ranges)
    first = _mean(ranges, held)
    with np.errstate(invalid="ignore"):
        kept = held & (ranges < SCREEN * first) if screen else held
        still = first == 0
    amr = np.where(still, 0.0, _mean(ranges, kept))
    return limits_of(mean, amr, still=still)


def limits_of(mean: FloatArray, amr: FloatArray, *, still: BoolArray) -> Limits:
    """Limits from a mean and an average moving range; `still` where no value moves."""
    return Limits(
        mean=mean,
        amr=amr,
        lower=mean - LIMIT * amr,
        upper=mean + LIMIT * amr,
        near_lower=mean - NEAR_LIMIT * amr,
        near_upper=mean + NEAR_LIMIT * amr,
        no_variation=still,
    )


def _spread(windows: BoolArray, size: int, n: int) -> BoolArray:
    """Points that lie in any window that holds, from windows by their first point."""
    flagged = np.zeros((*windows.shape[:-1], n), dtype=np.bool_)
    count = windows.shape[-1]
    for k in range(size):
        flagged[..., k : k + count] |= windows
    return flagged


def _runs(marks: BoolArray, size: int, spread: int, n: int) -> BoolArray:
    """Points in `spread`-long windows that begin where `size` marks in a row are all set."""
    if marks.shape[-1] < size:
        return np.zeros((*marks.shape[:-1], n), dtype=np.bool_)
    whole: BoolArray = np.all(sliding_window_view(marks, size, axis=-1), axis=-1)
    return _spread(whole, spread, n)


def _trend(y: FloatArray) -> Codes:
    """+1 or -1 for the points of 7 that rise or fall throughout; 0 elsewhere.

    A point shared by two trends takes the sign of the difference into it, but of the difference
    out of it when the next point is in a trend too.
    """
    n = y.shape[-1]
    signs = np.nan_to_num(np.sign(np.diff(y, axis=-1))).astype(np.int8)
    within = _runs(signs == 1, 6, 7, n) | _runs(signs == -1, 6, 7, n)
    into = np.zeros(y.shape, dtype=np.int8)
    into[..., 1:] = signs
    out = np.zeros(y.shape, dtype=np.int8)
    out[..., :-1] = signs
    followed = np.zeros(y.shape, dtype=np.bool_)
    followed[..., :-1] = within[..., 1:]
    sign = np.where((followed & (out != 0)) | (into == 0), out, into)
    return np.where(within, sign, 0).astype(np.int8)


def _two_in_three(side: Codes, near: BoolArray) -> BoolArray:
    """Near points in a window of 3 on one side of the mean, at least 2 of them near."""
    n = side.shape[-1]
    if n < 3:
        return np.zeros(side.shape, dtype=np.bool_)
    sides = sliding_window_view(side, 3, axis=-1)
    together = (sides == 1).all(axis=-1) | (sides == -1).all(axis=-1)
    enough = sliding_window_view(near, 3, axis=-1).sum(axis=-1) >= 2
    return _spread(together & enough, 3, n) & near


def flags(y: FloatArray, lim: Limits) -> Flags:
    """Label every point of `y` (shape (..., n)): outside > trend > two in three > run > common."""
    n = y.shape[-1]
    side, outside, near = _against(y, lim)
    codes = np.where(_runs(side == 1, 7, 7, n) | _runs(side == -1, 7, 7, n), RUN * side, 0)
    codes = np.where(_two_in_three(side, near), TWO_IN_THREE * side, codes)
    trend = _trend(y)
    codes = np.where(trend != 0, TREND * trend, codes)
    codes = np.where(outside, np.where(y > lim.upper, OUTSIDE, -OUTSIDE), codes)
    quiet = lim.no_variation
    return marks(y, lim, np.where(quiet | np.isnan(y), 0, codes).astype(np.int8))


def _against(y: FloatArray, lim: Limits) -> tuple[Codes, BoolArray, BoolArray]:
    """Side of the mean, outside the limits, near a limit."""
    with np.errstate(invalid="ignore"):
        side = np.nan_to_num(np.sign(y - lim.mean)).astype(np.int8)
        outside = (y > lim.upper) | (y < lim.lower)
        near = ~outside & ((y > lim.near_upper) | (y < lim.near_lower))
    return side, outside, near


def marks(y: FloatArray, lim: Limits, codes: Codes) -> Flags:
    """The flags of points whose labels were decided, here or by another engine."""
    side, outside, near = _against(y, lim)
    return Flags(
        codes=codes,
        side=side,
        outside=outside & ~lim.no_variation,
        near=near & ~lim.no_variation,
        undecided=np.isnan(y) | np.isnan(lim.upper),
    )


@dataclass(frozen=True)
class Cut:
    """The rows between two rebases, and how their limits are made."""

    y: FloatArray
    fix_after: int | None = None
    screen: bool = True


Rules = Callable[[Sequence[Cut]], Sequence[tuple[Limits, Flags]]]
"""An engine: limits and flags of each cut. All engines agree label for label."""


def plain(cuts: Sequence[Cut]) -> list[tuple[Limits, Flags]]:
    """The reference engine, in NumPy."""
    answers = []
    for cut in cuts:
        lim = limits(cut.y, fix_after=cut.fix_after, screen=cut.screen)
        answers.append((lim, flags(cut.y, lim)))
    return answers
