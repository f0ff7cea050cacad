"""The fit against an independent one: GLS with the whole covariance matrix, written out plainly.

`interrupted.fit` transforms rows (Prais-Winsten with gaps) on batches; here V_ij = rho^|t_i - t_j|
is built and inverted for one series at a time, with the t distribution of scipy.stats.
"""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from answerable.evidence.interrupted import design, fit, single

Array = NDArray[np.float64]


def plain_gls(z: Array, t: NDArray[np.int64], x: Array) -> dict[str, float]:
    size, p = x.shape
    e = z - x @ np.linalg.lstsq(x, z, rcond=None)[0]
    pairs = [(i, i - 1) for i in range(1, size) if t[i] - t[i - 1] == 1]
    r1 = (size - 1) / len(pairs) * sum(e[i] * e[j] for i, j in pairs) / sum(e * e)
    rho = min(max((r1 + p / size) / (1 - p / size), 0.0), 0.9)
    v = rho ** np.abs(np.subtract.outer(t, t)) if rho > 0 else np.eye(size)
    inverse = np.linalg.inv(v)
    cov = np.linalg.inv(x.T @ inverse @ x)
    b = cov @ x.T @ inverse @ z
    residual = z - x @ b
    s2 = residual @ inverse @ residual / (size - p)
    # The row transformation scales the process to innovation variance: V has unit variance and
    # both give the same step, t and p.
    se = float(np.sqrt(s2 * cov[-1, -1]))
    df = max(6.0, (size - p) * (1 - rho) / (1 + rho))
    t_value = float(b[-1] / se)
    return {
        "step": float(b[-1]),
        "se": se,
        "rho": rho,
        "df": df,
        "t": t_value,
        "below": float(stats.t.cdf(t_value, df)),
        "low": float(np.exp(b[-1] - stats.t.ppf(0.995, df) * se) - 1),
        "high": float(np.exp(b[-1] + stats.t.ppf(0.995, df) * se) - 1),
        "sde": float(1 - np.exp(-(stats.t.ppf(0.995, df) + stats.t.ppf(0.8, df)) * se)),
    }


def noisy(seed: int, size: int, rho: float) -> Array:
    draws = np.random.default_rng(seed)
    z = np.zeros(size)
    for i in range(1, size):
        z[i] = rho * z[i - 1] + draws.normal()
    return 5 + 0.1 * z


@pytest.mark.parametrize("season", [12, 4])
@pytest.mark.parametrize("rho", [0.0, 0.4, 0.95])
@pytest.mark.parametrize("trend", [None, 36])
def test_the_fit_is_gls_with_the_full_covariance(
    season: int, rho: float, trend: int | None
) -> None:
    for seed in range(6):
        calendar = np.arange(48)
        gaps = np.random.default_rng(seed).choice(np.arange(1, 47), size=seed, replace=False)
        t = np.delete(calendar, gaps)
        after = t >= 36
        z = noisy(seed, 48, rho)[t] - 0.2 * after
        x = design(t, after, season, trend_from=trend)
        ours = fit(z, t, x, direction="decrease")
        plain = plain_gls(z, t, x)
        low, high = ours.interval()
        got = {
            "step": ours.step,
            "se": ours.se,
            "rho": ours.rho,
            "df": ours.df,
            "t": ours.t,
            "below": ours.p_improved,
            "low": low,
            "high": high,
            "sde": ours.smallest_detectable(0.005, "decrease"),
        }
        for key, value in got.items():
            assert float(value) == pytest.approx(plain[key], rel=1e-9, abs=1e-12), (seed, key)
        assert float(ours.p_improved + ours.p_worsened) == pytest.approx(1, rel=1e-12)


def test_a_batch_is_its_series_one_by_one() -> None:
    z = np.stack([noisy(seed, 60, 0.3) for seed in range(20)])
    t = np.arange(60)
    after = t >= 48
    many = single(z, t, after, 12, action=48, direction="increase")
    assert many.guarded.any()
    assert not many.guarded.all()
    for i, row in enumerate(z):
        one = single(row, t, after, 12, action=48, direction="increase")
        assert float(one.fit.step) == pytest.approx(float(many.fit.step[i]), rel=1e-9)
        assert float(one.fit.p_improved) == pytest.approx(float(many.fit.p_improved[i]), rel=1e-9)
        assert float(one.pretrend_p) == pytest.approx(float(many.pretrend_p[i]), rel=1e-9)


def test_the_guard_reports_the_trend_model_and_the_larger_p() -> None:
    """A steady fall is no improvement: the guard takes most such verdicts back."""
    t = np.arange(60)
    after = t >= 48
    z = 5 - 0.03 * t / 12 + 0.08 * np.random.default_rng(1).normal(size=(200, 60))
    plain = fit(z, t, design(t, after, 12, trend_from=None), direction="decrease")
    trend = fit(z, t, design(t, after, 12, trend_from=48), direction="decrease")
    found = single(z, t, after, 12, action=48, direction="decrease")
    on = found.guarded
    assert 100 < int(on.sum()) < 200
    assert np.array_equal(found.fit.step, np.where(on, trend.step, plain.step))
    larger = np.maximum(trend.p_improved, plain.p_improved)
    assert np.array_equal(found.fit.p_improved, np.where(on, larger, plain.p_improved))
    larger = np.maximum(trend.p_worsened, plain.p_worsened)
    assert np.array_equal(found.fit.p_worsened, np.where(on, larger, plain.p_worsened))
    assert (found.fit.p_improved < 0.005).sum() < (plain.p_improved < 0.005).sum() / 4


def test_the_pretrend_p_is_that_of_ordinary_least_squares() -> None:
    """Against numpy's least squares, with the residuals' own autocorrelation put to 0 by order."""
    t = np.arange(36)
    z = noisy(3, 36, 0.0)
    angle = 2 * np.pi * t / 12
    x = np.column_stack(
        [np.ones(36), np.cos(angle), np.sin(angle), np.cos(2 * angle), np.sin(2 * angle), t / 12]
    )
    b, rss, _, _ = np.linalg.lstsq(x, z, rcond=None)
    e = z - x @ b
    r1 = float((e[1:] * e[:-1]).sum() / (e * e).sum())
    rho = min(max((r1 + 6 / 36) / (1 - 6 / 36), 0.0), 0.9)
    se = np.sqrt(rss[0] / 30 * np.linalg.inv(x.T @ x)[-1, -1]) * np.sqrt((1 + rho) / (1 - rho))
    expected = 2 * stats.t.sf(abs(b[-1]) / se, 30)
    rows = np.arange(42)
    whole = np.concatenate([z, noisy(4, 6, 0.0)])
    found = single(whole, rows, rows >= 36, 12, action=36, direction="decrease")
    assert float(found.pretrend_p) == pytest.approx(float(expected), rel=1e-9)


def test_what_cannot_be_fitted_is_flat_and_silent() -> None:
    t = np.arange(5)
    after = t >= 4
    x = design(t, after, 12, trend_from=None)
    square = fit(np.arange(5.0), t, np.column_stack([x, after]), direction="decrease")
    assert bool(square.flat)
    assert float(square.p_improved) == 0.5
    steady = np.arange(40)
    level = fit(
        np.full(40, 4.6),
        steady,
        design(steady, steady >= 30, 12, trend_from=None),
        direction="increase",
    )
    assert bool(level.flat)
    assert float(level.step) == 0.0


def test_rows_without_neighbours_have_no_autocorrelation() -> None:
    t = np.arange(0, 96, 2)
    z = noisy(2, 48, 0.9)
    after = t >= 72
    x = design(t, after, 12, trend_from=None)
    assert float(fit(z, t, x, direction="decrease").rho) == 0.0
