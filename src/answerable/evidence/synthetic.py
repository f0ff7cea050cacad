"""A second opinion: synthetic control, synthetic difference-in-differences, plain differences.

Abadie, Diamond and Hainmueller (2010); Arkhangelsky and others (2021). It never gives a verdict;
it says whether another method agrees.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from answerable.evidence.series import FloatArray
from answerable.evidence.simplex import pairwise, sparse_walk
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

Method = Literal["sc", "sc_predictors", "sdid", "did"]

POOR_FIT = 0.10
TINY = 1e-6
STOP = 1e-5
ROUNDING = 1e-13


class PanelRefused(Refusal):
    """A panel from which no comparison can be made."""

    code = "panel_refused"


@dataclass(frozen=True)
class Panel:
    """Outcomes `y` (units, times) with `before` periods before the start; all values known.

    Raises PanelRefused: `too_few_donors` (under 2), `too_few_periods` (under 2 before, 1 after),
    `unknown_unit`, `no_treated`.
    """

    units: tuple[str, ...]
    times: tuple[str, ...]
    y: FloatArray
    treated: tuple[str, ...]
    before: int

    def __post_init__(self) -> None:
        unknown = [name for name in self.treated if name not in self.units]
        if unknown:
            raise PanelRefused(
                say("There is no unit “{unknown}” in the data.", unknown=unknown[0]),
                code="unknown_unit",
            )
        if not self.treated:
            raise PanelRefused(say("Name at least one treated unit."), code="no_treated")
        if len(self.units) - len(self.treated) < 2:
            raise PanelRefused(
                say("At least 2 units that were not treated are needed to compare with."),
                code="too_few_donors",
            )
        if self.before < 2 or self.before >= len(self.times):
            raise PanelRefused(
                say("At least 2 times before the start and 1 from it on are needed."),
                code="too_few_periods",
            )

    @property
    def donors(self) -> tuple[str, ...]:
        """Units that were not treated, in their order."""
        return tuple(name for name in self.units if name not in self.treated)

    @property
    def donor_rows(self) -> FloatArray:
        """Outcomes of the donors (N0, times)."""
        return self.y[[i for i, name in enumerate(self.units) if name not in self.treated]]

    @property
    def treated_rows(self) -> FloatArray:
        """Outcomes of the treated (N1, times)."""
        return self.y[[i for i, name in enumerate(self.units) if name in self.treated]]


@dataclass(frozen=True)
class Estimate:
    """One comparison: weights of donors (N0,) and of times before (T0,), and the gap (times,)."""

    method: Method
    att: float
    weights: FloatArray
    time_weights: FloatArray
    gap: FloatArray
    synthetic: FloatArray
    pre_mspe: float
    mspe_ratio: float
    zeta_omega: float | None = None
    zeta_lambda: float | None = None
    noise: float | None = None
    steps: int = 0
    converged: bool = True


def compared(
    method: Method,
    donors: FloatArray,
    treated: FloatArray,
    weights: FloatArray,
    time_weights: FloatArray,
) -> Estimate:
    """The comparison that given weights make; `treated` is the mean of the treated (times,).

    `time_weights` (T0,) tell where the start is.
    """
    before = len(time_weights)
    raw = treated - weights @ donors
    level = float(time_weights @ raw[:before])
    gap = raw - level
    # What is left of equal numbers after rounding is no gap, and no rank hangs on it.
    gap = np.where(np.abs(gap) <= ROUNDING * np.abs(treated).max(), 0.0, gap)
    pre = float(np.mean(gap[:before] ** 2))
    post = float(np.mean(gap[before:] ** 2))
    return Estimate(
        method=method,
        att=float(gap[before:].mean()),
        weights=weights,
        time_weights=time_weights,
        gap=gap,
        synthetic=treated - gap,
        pre_mspe=pre,
        mspe_ratio=post / pre if pre > 0 else np.inf,
    )


def from_weights(panel: Panel, weights: Sequence[float]) -> Estimate:
    """The synthetic control that published donor weights make, in the order of `panel.donors`."""
    return compared(
        "sc",
        panel.donor_rows,
        panel.treated_rows.mean(axis=0),
        np.asarray(weights, dtype=np.float64),
        np.zeros(panel.before),
    )


def synthetic_control(panel: Panel) -> Estimate:
    """Weights with the least mean squared gap before the start, found exactly.

    It looks at outcomes only; `predictors.py` looks at what else is known of the units.
    """
    donors, treated = panel.donor_rows, panel.treated_rows.mean(axis=0)
    x, y = donors[:, : panel.before], treated[: panel.before]
    solved = pairwise((x @ x.T)[None], (x @ y)[None], np.ones((1, len(x)), dtype=np.bool_))
    made = compared("sc", donors, treated, solved.weights[0], np.zeros(panel.before))
    return replace(made, steps=solved.steps, converged=bool(solved.converged[0]))


def noise_level(donors: FloatArray, before: int) -> float:
    """Sample standard deviation of all first differences of the donors before the start."""
    changes = np.diff(donors[:, :before], axis=1)
    return float(changes.std(ddof=1)) if changes.size > 1 else 0.0


def difference_in_differences(panel: Panel) -> Estimate:
    """Equal weights for donors and for times."""
    donors = panel.donor_rows
    return compared(
        "did",
        donors,
        panel.treated_rows.mean(axis=0),
        np.full(len(donors), 1 / len(donors)),
        np.full(panel.before, 1 / panel.before),
    )


def synthetic_did(panel: Panel, *, level: bool = True) -> Estimate:
    """Synthetic difference-in-differences; with `level` False the synthetic control of the same
    frame (no intercept, no time weights, next to no ridge)."""
    treated = panel.treated_rows
    count = len(treated) * (len(panel.times) - panel.before)
    noise = noise_level(panel.donor_rows, panel.before)
    zeta_omega = (count**0.25 if level else TINY) * noise
    return refitted(
        panel.donor_rows[None],
        treated.mean(axis=0)[None],
        panel.before,
        zetas=(zeta_omega, TINY * noise),
        noise=noise,
        level=level,
    )[0]


def refitted(
    donors: FloatArray,
    treated: FloatArray,
    before: int,
    *,
    zetas: tuple[float, float],
    noise: float,
    level: bool = True,
    start: tuple[FloatArray, FloatArray] | None = None,
) -> list[Estimate]:
    """The SDID fits of B panels, `donors` (B, N0, times) and `treated` (B, times), with given
    zetas (of units, of times), from equal weights or from `start` ((B, N0), (B, T0))."""
    count, size, _ = donors.shape
    omega = np.full((count, size), 1 / size) if start is None else start[0]
    lam = np.full((count, before), 1 / before) if start is None else start[1]
    least = STOP * noise
    a, b = np.swapaxes(donors[..., :before], -1, -2), treated[..., :before]
    if level:
        a, b = _centred(a, b)
    units = sparse_walk(a, b, zeta=zetas[0], start=omega, least=least)
    steps, converged = units.steps, units.converged
    if level:
        a, b = _centred(donors[..., :before], donors[..., before:].mean(axis=-1))
        times = sparse_walk(a, b, zeta=zetas[1], start=lam, least=least)
        lam = times.weights
        steps, converged = steps + times.steps, converged & times.converged
    else:
        lam = np.zeros((count, before))
    method: Method = "sdid" if level else "sc"
    return [
        replace(
            compared(method, donors[i], treated[i], units.weights[i], lam[i]),
            zeta_omega=zetas[0],
            zeta_lambda=zetas[1],
            noise=noise,
            steps=int(steps[i]),
            converged=bool(converged[i]),
        )
        for i in range(count)
    ]


def _centred(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The intercept taken out: every column of (B, rows, N) and `b` (B, rows) with mean 0."""
    return a - a.mean(axis=-2, keepdims=True), b - b.mean(axis=-1, keepdims=True)
