"""Funnel plots: is a body further from the target than its size explains? No ranking.

Spiegelhalter (2005), with the additive random effect where bodies vary by more than chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, sqrt
from typing import Literal

import numpy as np

from answerable.evidence.probability import bdtr, ndtr, ndtri, pdtr, stdtrit
from answerable.evidence.series import FloatArray
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

Scale = Literal["log", "sqrt"]
Order = Literal["expected", "name"]

NEAR, FAR = 1.96, 3.09
WINSOR = 0.10
MARKED_AT_MOST = 0.01
"""Share of bodies beyond the far `consistent` limits while all vary alike: measured 0 to 0.6 %, by
number of bodies, spread and size (`benchmarks/results/evidence-reach.json`)."""


class FunnelRefused(Refusal):
    """Counts that a funnel cannot hold."""

    code = "funnel_refused"


@dataclass(frozen=True)
class Unit:
    """One body: what was observed and what was expected; `trials` for a proportion."""

    body: str
    observed: float
    expected: float
    trials: int | None = None


@dataclass(frozen=True)
class FunnelPoint:
    """One body in the funnel; limits are ratios of observed to expected."""

    body: str
    observed: float
    expected: float
    ratio: float
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float

    @property
    def outside(self) -> bool:
        """Beyond the 99.8 % limits."""
        return not self.lower_998 <= self.ratio <= self.upper_998


@dataclass(frozen=True)
class Funnel:
    """Bodies by expected count or by name, never by result."""

    points: tuple[FunnelPoint, ...]
    scale: Scale
    phi: float
    tau2: float
    exact: bool
    expected_false_outliers: float


def funnel(
    units: Sequence[Unit],
    *,
    scale: Scale = "log",
    order: Order = "expected",
    consistent: bool = False,
) -> Funnel:
    """Limits of each body about a ratio of 1.

    `consistent` limits allow for what winsorising takes away, for a spread that is known from so
    many bodies only, and for the smaller chance of a proportion; without it they are the
    published ones, which mark up to 2 % of 40 bodies that vary alike. Where bodies vary no more
    than chance (tau2 = 0) limits are exact Poisson, or binomial for bodies with `trials`.
    Raises FunnelRefused: `no_bodies`, `expected_not_positive`, `zero_on_log_scale`.
    """
    if not units:
        raise FunnelRefused(say("A funnel needs at least one body."), code="no_bodies")
    for unit in units:
        if not unit.expected > 0 or unit.observed < 0:
            raise FunnelRefused(
                say(
                    "{body} needs an expected count above 0 and a count of 0 or more.",
                    body=unit.body,
                ),
                code="expected_not_positive",
            )
        if scale == "log" and unit.observed == 0:
            raise FunnelRefused(
                say(
                    "{body} has a count of 0, which has no logarithm. Use the square root.",
                    body=unit.body,
                ),
                code="zero_on_log_scale",
            )
    held = sorted(units, key=lambda u: (u.body,) if order == "name" else (u.expected, u.body))
    observed = np.array([unit.observed for unit in held], dtype=np.float64)
    expected = np.array([unit.expected for unit in held], dtype=np.float64)
    y, centre, s = _on_scale(observed / expected, expected, scale)
    if consistent:
        s *= np.sqrt([1 - u.expected / u.trials if u.trials else 1.0 for u in held])
    phi, tau2 = overdispersion((y - centre) / s, s, consistent=consistent)
    if tau2 > 0:
        width = np.sqrt(s**2 + tau2)
        near, far = reaches(len(held)) if consistent else (NEAR, FAR)
        limits = [_back(centre + z * width, scale) for z in (-near, near, -far, far)]
    else:
        limits = [
            np.array([exact_limit(unit, float(ndtr(z))) / unit.expected for unit in held])
            for z in (-NEAR, NEAR, -FAR, FAR)
        ]
    points = tuple(
        FunnelPoint(unit.body, unit.observed, unit.expected, unit.observed / unit.expected, *ends)
        for unit, *ends in zip(held, *(map(float, limit) for limit in limits), strict=True)
    )
    false_outliers = len(held) * 2 * float(ndtr(-FAR))
    return Funnel(points, scale, phi, tau2, tau2 == 0, false_outliers)


def _on_scale(
    ratio: FloatArray, expected: FloatArray, scale: Scale
) -> tuple[FloatArray, float, FloatArray]:
    if scale == "log":
        return np.log(ratio), 0.0, 1 / np.sqrt(expected)
    return np.sqrt(ratio), 1.0, 1 / (2 * np.sqrt(expected))


def _back(y: FloatArray, scale: Scale) -> FloatArray:
    back: FloatArray = np.exp(y) if scale == "log" else np.maximum(y, 0.0) ** 2
    return back


def overdispersion(
    z: FloatArray, s: FloatArray, *, consistent: bool = False
) -> tuple[float, float]:
    """phi and tau2 of z-scores winsorised by 10 % at each end; `s` are their standard errors.

    Winsorising takes a third of the variance away even where no body stands out. `consistent`
    gives it back where bodies vary by more than chance, so that limits mark as few as they say.
    """
    count = len(z)
    cut = int(WINSOR * count)
    order = np.sort(z)
    kept = np.clip(z, order[cut], order[count - 1 - cut])
    phi = float(np.sum(kept**2) / count)
    if count < 2 or count * phi <= count - 1:
        return phi, 0.0
    if consistent:
        phi /= winsorised(cut / count)
    w = 1 / s**2
    spare = float(w.sum() - (w**2).sum() / w.sum())
    return phi, (count * phi - (count - 1)) / spare


def winsorised(share: float) -> float:
    """Variance of a standard normal of which this share is winsorised at each end.

    >>> round(winsorised(0.1), 4), winsorised(0.0)
    (0.6787, 1.0)
    """
    if share <= 0:
        return 1.0
    cut = -float(ndtri(share))
    density = exp(-(cut**2) / 2) / sqrt(2 * pi)
    return 1 - 2 * share - 2 * cut * density + 2 * share * cut**2


def reaches(count: int) -> tuple[float, float]:
    """The near and the far limit where the spread itself is known from `count` bodies only."""
    near, far = (float(stdtrit(count - 1, ndtr(z))) for z in (NEAR, FAR))
    return near, far


def _share_below(unit: Unit, k: float) -> float:
    if k < 0:
        return 0.0
    if unit.trials is None:
        return float(pdtr(k, unit.expected))
    if k >= unit.trials:
        return 1.0
    return float(bdtr(k, unit.trials, min(unit.expected / unit.trials, 1.0)))


def exact_limit(unit: Unit, p: float) -> float:
    """The count below which a share `p` lies, interpolated between whole counts."""
    low, high = -1.0, max(10.0, 4 * unit.expected + 20) // 1
    while high - low > 1:
        middle = (low + high) // 2
        if _share_below(unit, middle) >= p:
            high = middle
        else:
            low = middle
    at, under = _share_below(unit, high), _share_below(unit, high - 1)
    return max(high - (at - p) / (at - under), 0.0) if at > under else high
