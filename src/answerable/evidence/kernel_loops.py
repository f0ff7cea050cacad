"""The chart rules as loops over one flat array, compiled by numba where it is installed.

The same labels as `chart_rules`, tested against it; without numba the same lines run as plain
Python, which only tests want. Sums carry their rounding error along (Knuth's two-sum), so that a
mean is that of the extended precision in `chart_rules`. No fused or reordered arithmetic: labels
are decided by the very limits that are published.
"""

from math import isnan

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.chart_rules import (
    LIMIT,
    NEAR_LIMIT,
    OUTSIDE,
    RUN,
    SCREEN,
    TREND,
    TWO_IN_THREE,
    Codes,
)
from answerable.evidence.compiler import compiled
from answerable.evidence.series import BoolArray, FloatArray

Whole = NDArray[np.int64]

_SPLIT = 134217729.0  # 2**27 + 1: halves a float64 into two that multiply exactly (Dekker)


@compiled
def _divided(high: float, low: float, n: int) -> float:
    """(high + low) / n, rounded once."""
    total = high + low
    rest = (high - total) + low
    share = total / n
    upper = _SPLIT * share
    upper = upper - (upper - share)
    product = share * n
    lost = (upper * n - product) + (share - upper) * n
    return share + (((total - product) - lost) + rest) / n


@compiled
def _centre(
    y: FloatArray, start: int, end: int, fixed: int, screened: bool
) -> tuple[float, float, bool]:
    """Mean, average moving range and whether nothing moves, of rows `start` to `end`."""
    if fixed > 0:
        end = min(end, start + fixed)
    high = low = ranges = lost = widest = 0.0
    n = m = 0
    before = np.nan
    for i in range(start, end):
        value = y[i]
        if not isnan(value):
            total = high + value
            part = total - high
            low += (high - (total - part)) + (value - part)
            high = total
            n += 1
            moved = abs(value - before)
            if not isnan(moved):
                total = ranges + moved
                part = total - ranges
                lost += (ranges - (total - part)) + (moved - part)
                ranges = total
                widest = max(widest, moved)
                m += 1
        before = value
    mean = _divided(high, low, n) if n else np.nan
    if m == 0:
        return mean, np.nan, False
    amr = _divided(ranges, lost, m)
    if amr == 0.0:
        return mean, 0.0, True
    if not screened or widest < SCREEN * amr:
        return mean, amr, False
    bound = SCREEN * amr
    ranges = lost = 0.0
    m = 0
    for i in range(start + 1, end):
        moved = abs(y[i] - y[i - 1])
        if moved < bound:
            total = ranges + moved
            part = total - ranges
            lost += (ranges - (total - part)) + (moved - part)
            ranges = total
            m += 1
    return mean, _divided(ranges, lost, m), False


@compiled
def _sign(value: float, other: float) -> int:
    """1 above, -1 below, 0 equal or missing."""
    return 1 if value > other else (-1 if value < other else 0)


@compiled
def _sided(y: FloatArray, codes: Codes, mean: float, amr: float) -> None:
    """Runs of 7 and two in three, of one group's rows."""
    upper, lower = mean + LIMIT * amr, mean - LIMIT * amr
    near_upper, near_lower = mean + NEAR_LIMIT * amr, mean - NEAR_LIMIT * amr
    run = one = two = 0  # one, two: the marks of the two points before
    for i in range(len(y)):
        value = y[i]
        mark = 0  # the side of the mean, doubled when near
        if value > mean:
            mark = 2 if near_upper < value <= upper else 1
        elif value < mean:
            mark = -2 if lower <= value < near_lower else -1
        side = _sign(mark, 0)
        run = run + 1 if mark * one > 0 else abs(side)
        codes[i] = RUN * side if run >= 7 else 0
        if run == 7:
            for j in range(i - 6, i):
                if codes[j] == 0:
                    codes[j] = RUN * side
        if run >= 3 and (mark * side > 1) + (one * side > 1) + (two * side > 1) >= 2:
            for back, near in ((0, mark), (1, one), (2, two)):
                if near * side > 1:
                    codes[i - back] = TWO_IN_THREE * side
        two, one = one, mark


@compiled
def _trending(y: FloatArray, codes: Codes, within: Codes) -> None:
    """Trends of 7, over what is labelled so far. `within` is room for one mark a row."""
    n = len(y)
    within[:n] = 0
    rising = falling = trends = 0
    for i in range(1, n):
        rising = rising + 1 if y[i] > y[i - 1] else 0
        falling = falling + 1 if y[i] < y[i - 1] else 0
        if rising >= 6 or falling >= 6:
            trends += 1
            within[i - 6 : i + 1] = 1
    if trends == 0:
        return
    for i in range(n):
        if within[i]:
            into = _sign(y[i], y[i - 1]) if i else 0
            followed = i + 1 < n and within[i + 1] == 1
            out = _sign(y[i + 1], y[i]) if followed else 0
            if into == 0 and i + 1 < n:
                out = _sign(y[i + 1], y[i])
            codes[i] = TREND * (out if out != 0 or into == 0 else into)


@compiled
def _outside(y: FloatArray, codes: Codes, mean: float, amr: float) -> None:
    """Points beyond the limits, over every other label."""
    upper, lower = mean + LIMIT * amr, mean - LIMIT * amr
    for i in range(len(y)):
        if y[i] > upper:
            codes[i] = OUTSIDE
        elif y[i] < lower:
            codes[i] = -OUTSIDE


@compiled
def _newest(y: FloatArray, start: int, end: int, mean: float, amr: float) -> int:
    """The label of the last row of one group whose values move, from at most 7 rows."""
    last = y[end - 1]
    if isnan(last):
        return 0
    upper, lower = mean + LIMIT * amr, mean - LIMIT * amr
    if last > upper or last < lower:
        return OUTSIDE if last > upper else -OUTSIDE
    step = 0
    run = 1 if last != mean else 0
    trend = end - start >= 7
    for back in range(1, min(7, end - start)):
        value, after = y[end - 1 - back], y[end - back]
        way = _sign(after, value)
        if back == 1:
            step = way
        if way == 0 or way != step:
            trend = False
        if run == back and (value - mean) * (last - mean) > 0:
            run += 1
    if trend:
        return int(TREND * step)
    side = _sign(last, mean)
    if run >= 3:
        near = NEAR_LIMIT * amr
        nears = 0
        for back in range(3):
            value = y[end - 1 - back]
            beyond = value > mean + near if side > 0 else value < mean - near
            if beyond and lower <= value <= upper:
                nears += 1
        beyond = last > mean + near if side > 0 else last < mean - near
        if beyond and nears >= 2:
            return int(TWO_IN_THREE * side)
    return int(RUN * side) if run >= 7 else 0


@compiled
def every_label(  # noqa: PLR0917  # compiled: arrays by place
    y: FloatArray,
    ends: Whole,
    fixed: Whole,
    screened: BoolArray,
    codes: Codes,
    mean: FloatArray,
    amr: FloatArray,
    still: BoolArray,
) -> None:
    """Every label of every group; `ends`, `fixed` and what follows `codes` are per group."""
    longest = 0
    start = 0
    for g in range(len(ends)):
        longest = max(longest, ends[g] - start)
        start = ends[g]
    scratch = np.zeros(longest, dtype=np.int8)
    start = 0
    for g in range(len(ends)):
        end = ends[g]
        mean[g], amr[g], still[g] = _centre(y, start, end, fixed[g], screened[g])
        if still[g]:
            codes[start:end] = 0
        else:
            rows, marks = y[start:end], codes[start:end]
            _sided(rows, marks, mean[g], amr[g])
            _trending(rows, marks, scratch)
            _outside(rows, marks, mean[g], amr[g])
        start = end


@compiled
def newest_label(  # noqa: PLR0917  # compiled: arrays by place
    y: FloatArray,
    ends: Whole,
    fixed: Whole,
    screened: BoolArray,
    codes: Codes,
    mean: FloatArray,
    amr: FloatArray,
    still: BoolArray,
) -> None:
    """The label of the last row of every group; all arrays but `y` are per group."""
    start = 0
    for g in range(len(ends)):
        end = ends[g]
        mean[g], amr[g], still[g] = _centre(y, start, end, fixed[g], screened[g])
        codes[g] = 0
        if end > start and not still[g]:
            codes[g] = _newest(y, start, end, mean[g], amr[g])
        start = end
