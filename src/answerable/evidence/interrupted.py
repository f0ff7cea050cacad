"""Interrupted time series by generalised least squares with first-order autocorrelation.

Series are rows: every function works on `z` of shape (..., T), so that a verdict and a
simulation of twenty thousand verdicts run the same lines. Time runs in calendar periods, gaps
included: the transformation for lag k is the exact one for an AR(1) observed at t and t + k
(Prais and Winsten 1954 at k = 1).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.probability import stdtr, stdtrit
from answerable.evidence.protocol import Good, Kind
from answerable.evidence.series import BoolArray, FloatArray

IntArray = NDArray[np.int64]

MOST_RHO = 0.9
LEAST_DF = 6.0
GUARD_P = 0.2
INTERVAL_LEVEL = 0.99
_LARGEST_EXPONENT = 690.0
_NO_RESIDUAL = 1e-12


def on_scale(y: FloatArray, den: FloatArray | None, kind: Kind) -> FloatArray:
    """Values on the scale of the fit: log, log rate or log odds; NaN where not possible.

    `y` is the count, numerator or mean; `den` the denominator of a rate or percent.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        if kind == "mean":
            mean = y if den is None else y / den
            return np.where(mean > 0, np.log(np.where(mean > 0, mean, 1.0)), np.nan)
        if kind == "count" or den is None:
            return np.log(y + 0.5)
        if kind == "rate":
            return np.where(den > 0, np.log(y + 0.5) - np.log(den), np.nan)
        return np.where(y <= den, np.log(y + 0.5) - np.log(den - y + 0.5), np.nan)


def pooled(y: FloatArray, den: FloatArray | None, kind: Kind) -> FloatArray:
    """Peers of shape (..., k, T) pooled first and put on the scale: shape (..., T)."""
    if kind == "mean":
        return on_scale((y if den is None else y / den).mean(axis=-2), None, kind)
    if kind == "count" or den is None:
        return on_scale(y.mean(axis=-2), None, kind)
    return on_scale(y.sum(axis=-2), den.sum(axis=-2), kind)


def design(t: IntArray, after: BoolArray, season: int, *, trend_from: int | None) -> FloatArray:
    """Columns: level, season, trend since `trend_from` if given, and last the step. (T, p)."""
    angle = 2 * np.pi * t / season
    columns = [np.ones(len(t)), np.cos(angle), np.sin(angle)]
    if season == 12 and int((~after).sum()) >= 24:
        columns += [np.cos(2 * angle), np.sin(2 * angle)]
    if trend_from is not None:
        columns.append((t - trend_from) / season)
    return np.column_stack([*columns, after.astype(np.float64)])


@dataclass(frozen=True)
class Fit:
    """The step of each series and its uncertainty; arrays of shape (...). Scale units.

    `flat` marks series with no residual variation, whose other numbers mean nothing.
    """

    step: FloatArray
    se: FloatArray
    df: FloatArray
    rho: FloatArray
    t: FloatArray
    p_improved: FloatArray
    p_worsened: FloatArray
    flat: BoolArray

    def effect(self) -> FloatArray:
        """Relative change: -0.2 is a fall of 20 %."""
        return relative(self.step)

    def interval(self) -> tuple[FloatArray, FloatArray]:
        """Ends of the 99 % interval of the relative change."""
        reach = stdtrit(self.df, 0.5 + INTERVAL_LEVEL / 2) * self.se
        return relative(self.step - reach), relative(self.step + reach)

    def smallest_detectable(self, alpha: FloatArray | float, direction: Good) -> FloatArray:
        """The change that would be seen in 8 cases of 10, as a positive relative change."""
        q = (stdtrit(self.df, 1 - np.asarray(alpha)) + stdtrit(self.df, 0.8)) * self.se
        return -relative(-q) if direction == "decrease" else relative(q)


def relative(step: FloatArray) -> FloatArray:
    """exp(step) - 1, held finite."""
    change: FloatArray = np.expm1(np.minimum(step, _LARGEST_EXPONENT))
    return change


def _autocorrelation(e: FloatArray, t: IntArray, p: int) -> FloatArray:
    """Bias-corrected first autocorrelation of residuals (..., T), clipped to [0, 0.9]."""
    size = len(t)
    neighbours = np.diff(t) == 1
    pairs = int(neighbours.sum())
    total = (e * e).sum(axis=-1)
    if pairs == 0:
        return np.zeros_like(total)
    products = (e[..., 1:] * e[..., :-1])[..., neighbours].sum(axis=-1)
    r1 = (size - 1) / pairs * products / np.where(total > 0, total, 1.0)
    rho: FloatArray = np.clip((r1 + p / size) / (1 - p / size), 0.0, MOST_RHO)
    return rho


def _ordinary(z: FloatArray, x: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """OLS coefficients (..., p), residuals (..., T) and (X'X)^-1 (p, p)."""
    inverse = np.linalg.inv(x.T @ x).astype(np.float64)
    b = (z @ x) @ inverse
    return b, z - b @ x.T, inverse


def _unfit(x: FloatArray) -> bool:
    size, p = x.shape
    return size <= p or bool(np.linalg.matrix_rank(x) < p)


def _nothing(shape: tuple[int, ...]) -> Fit:
    """The fit of series from which nothing can be told."""
    none, half = np.zeros(shape), np.full(shape, 0.5)
    df = np.full(shape, LEAST_DF)
    return Fit(none, none, df, none, none, half, half, np.ones(shape, dtype=np.bool_))


def fit(z: FloatArray, t: IntArray, x: FloatArray, *, direction: Good) -> Fit:
    """GLS of `z` (..., T) at calendar indices `t` on `x` (T, p); the step is the last column.

    Where T <= p, x is not of full rank or no variation is left over, `flat` is True.
    """
    size, p = x.shape
    if _unfit(x):
        return _nothing(z.shape[:-1])
    level = z.mean(axis=-1, keepdims=True)
    z = z - level
    _, e, _ = _ordinary(z, x)
    rho = _autocorrelation(e, t, p)
    lag = np.diff(t)
    power = rho[..., None] ** lag
    weight = np.sqrt((1 - rho**2)[..., None] / (1 - power**2))
    head = np.sqrt(1 - rho**2)[..., None]
    zs = np.concatenate([head * z[..., :1], weight * (z[..., 1:] - power * z[..., :-1])], axis=-1)
    xs = np.concatenate(
        [
            head[..., None] * x[:1],
            weight[..., None] * (x[1:] - power[..., None] * x[:-1]),
        ],
        axis=-2,
    )
    moment = np.swapaxes(xs, -1, -2) @ xs
    inverse = np.linalg.inv(moment)
    b = (inverse @ (np.swapaxes(xs, -1, -2) @ zs[..., None]))[..., 0]
    residual = zs - (xs @ b[..., None])[..., 0]
    spare = size - p
    s2 = (residual**2).sum(axis=-1) / spare
    noise = _NO_RESIDUAL * np.maximum(1.0, np.abs(level[..., 0]))
    flat = np.sqrt(s2) <= noise
    se = np.where(flat, 0.0, np.sqrt(s2 * inverse[..., -1, -1]))
    step = np.where(flat, 0.0, b[..., -1])
    df = np.maximum(LEAST_DF, spare * (1 - rho) / (1 + rho))
    t_value = step / np.where(se > 0, se, 1.0)
    below, above = stdtr(df, t_value), stdtr(df, -t_value)
    better, worse = (below, above) if direction == "decrease" else (above, below)
    return Fit(step, se, df, rho, t_value, better, worse, flat)


def baseline_trend(z: FloatArray, t: IntArray, season: int) -> FloatArray:
    """Two-sided p of a trend in baseline rows alone, `z` (..., B).

    0, so that the guard speaks, where the rows are too few to tell.
    """
    x = design(t, np.zeros(len(t), dtype=np.bool_), season, trend_from=0)[:, :-1]
    size, p = x.shape
    if _unfit(x):
        return np.zeros(z.shape[:-1])
    b, e, inverse = _ordinary(z - z.mean(axis=-1, keepdims=True), x)
    rho = _autocorrelation(e, t, p)
    s2 = (e * e).sum(axis=-1) / (size - p)
    se = np.sqrt(s2 * inverse[-1, -1]) * np.sqrt((1 + rho) / (1 - rho))
    t_value = np.abs(b[..., -1]) / np.where(se > 0, se, 1e-300)
    p_value: FloatArray = 2 * stdtr(float(size - p), -t_value)
    return p_value


@dataclass(frozen=True)
class SingleFit:
    """The fit of one series alone, with the pre-trend guard; `fit` is what is reported."""

    fit: Fit
    guarded: BoolArray
    pretrend_p: FloatArray


def single(
    z: FloatArray,
    t: IntArray,
    after: BoolArray,
    season: int,
    *,
    action: int,
    direction: Good,
) -> SingleFit:
    """Before and after in one series. A baseline trend with p < 0.2 puts a trend in the model.

    Then the reported effect is that of the trend model and each p is the larger of the two.
    """
    plain = fit(z, t, design(t, after, season, trend_from=None), direction=direction)
    pretrend = baseline_trend(z[..., ~after], t[~after], season)
    guarded = pretrend < GUARD_P
    if not bool(guarded.any()):
        return SingleFit(plain, guarded, pretrend)
    trend = fit(z, t, design(t, after, season, trend_from=action), direction=direction)
    chosen = Fit(
        step=np.where(guarded, trend.step, plain.step),
        se=np.where(guarded, trend.se, plain.se),
        df=np.where(guarded, trend.df, plain.df),
        rho=np.where(guarded, trend.rho, plain.rho),
        t=np.where(guarded, trend.t, plain.t),
        p_improved=np.where(
            guarded, np.maximum(trend.p_improved, plain.p_improved), plain.p_improved
        ),
        p_worsened=np.where(
            guarded, np.maximum(trend.p_worsened, plain.p_worsened), plain.p_worsened
        ),
        flat=np.where(guarded, trend.flat, plain.flat),
    )
    return SingleFit(chosen, guarded, pretrend)
