"""Simulated measures in which the truth is known, judged by the product's own functions.

Counts are Poisson with log mean

    log(mean) + season sin(2 pi t/12 + phase) + common_sd common_t + own_sd own_t
        + trend t/12 + log(1 + shift) after the action

where `own` (each body its own) and `common` (shared by all) are stationary AR(1) of unit variance
and the phase is shared by the bodies of one run. Seeds are fixed: a cell's draws depend on its
own name only, so a cell can be run again by itself.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.chart_rules import flags, limits
from answerable.evidence.interrupted import design, fit, on_scale, pooled, single
from answerable.evidence.protocol import ALPHA, MINIMUM_CHANGE
from answerable.evidence.scatter import counting_variance, scatter
from answerable.evidence.series import BoolArray, FloatArray
from answerable.evidence.verdicts import decide

SEED = 20_260_101
CHUNK = 2_000
SELECTED = 12
BODIES = 43


@dataclass(frozen=True)
class World:
    """What the numbers are like. Standard deviations are on the log scale."""

    name: str
    mean: float = 100.0
    season: float = 0.12
    own_sd: float = 0.0
    own_rho: float = 0.0
    common_sd: float = 0.0
    common_rho: float = 0.0
    trend: float = 0.0
    shift: float = 0.0
    worst_of: int = 0


@dataclass(frozen=True)
class Plan:
    """How much is seen: periods before and after the action, and peers.

    `season` is the periods in a year: 12 for months; 4 for quarters, which are sums of three
    simulated months.
    """

    before: int
    after: int
    peers: int
    season: int = 12

    @property
    def periods(self) -> int:
        """All periods seen."""
        return self.before + self.after

    @property
    def step(self) -> int:
        """Months in a period."""
        return 12 // self.season

    @property
    def months(self) -> int:
        """All months seen."""
        return self.periods * self.step


@dataclass(frozen=True)
class Drawn:
    """Counts of many runs: target (R, T), peers (R, k, T), selection months (T,) or none."""

    target: FloatArray
    peers: FloatArray
    selection: BoolArray | None


def drift(draws: np.random.Generator, shape: tuple[int, ...], rho: float) -> NDArray[np.float32]:
    """Stationary AR(1) of unit variance along the last axis."""
    x = draws.standard_normal(shape, dtype=np.float32)
    for t in range(1, shape[-1]):
        x[..., t] = rho * x[..., t - 1] + np.sqrt(1 - rho**2) * x[..., t]
    return x


def counts(
    draws: np.random.Generator, world: World, plan: Plan, runs: int, bodies: int
) -> NDArray[np.int64]:
    """Counts (runs, bodies, periods); the first body is the one whose level shifts, unless the
    target is chosen afterwards."""
    t = np.arange(plan.months)
    phase = draws.uniform(0, 2 * np.pi, (runs, 1, 1))
    log_mean = (
        np.log(world.mean)
        + world.season * np.sin(2 * np.pi * t / 12 + phase)
        + world.trend * t / 12
        + np.zeros((runs, bodies, 1))
    )
    if world.common_sd:
        shape = (runs, 1, plan.months)
        log_mean += world.common_sd * drift(draws, shape, world.common_rho)
    if world.own_sd:
        shape = (runs, bodies, plan.months)
        log_mean += world.own_sd * drift(draws, shape, world.own_rho)
    if not world.worst_of:
        log_mean[:, 0, plan.before * plan.step :] += np.log1p(world.shift)
    by_month = draws.poisson(np.exp(log_mean))
    found: NDArray[np.int64] = by_month.reshape(runs, bodies, plan.periods, -1).sum(axis=-1)
    return found


def drawn(draws: np.random.Generator, world: World, plan: Plan, runs: int) -> Drawn:
    """Runs of one world. With `worst_of` bodies the target is the one with the highest mean in
    the last year before the action, those months are the selection, and its peers are the
    nearest in mean level before them."""
    if not world.worst_of:
        y = counts(draws, world, plan, runs, plan.peers + 1).astype(np.float64)
        return Drawn(y[:, 0], y[:, 1:], None)
    y = counts(draws, world, plan, runs, world.worst_of).astype(np.float64)
    start = plan.before - SELECTED // plan.step
    rows = np.arange(runs)
    worst = y[:, :, start : plan.before].mean(axis=-1).argmax(axis=-1)
    level = y[:, :, :start].mean(axis=-1)
    apart = np.abs(level - level[rows, worst][:, None])
    apart[rows, worst] = np.inf
    nearest = np.argpartition(apart, plan.peers, axis=-1)[:, : plan.peers]
    t = np.arange(plan.periods)
    target = y[rows, worst]
    if world.shift:
        # A Poisson count thinned is a Poisson count of the smaller mean.
        after = target[:, plan.before :].astype(np.int64)
        target[:, plan.before :] = draws.binomial(after, 1 + world.shift)
    return Drawn(target, y[rows[:, None], nearest], (t >= start) & (t < plan.before))


def seen_until(runs: Drawn, plan: Plan, after: int) -> tuple[Drawn, Plan]:
    """The same runs as they stood `after` periods after the action."""
    end = plan.before + after
    chosen = None if runs.selection is None else runs.selection[:end]
    held = Drawn(runs.target[:, :end], runs.peers[..., :end], chosen)
    return held, replace(plan, after=after)


def chunks(world: World, plan: Plan, runs: int) -> Iterator[Drawn]:
    """The runs of one cell, a few thousand at a time."""
    name = f"{world.name}/{plan.before}/{plan.after}/{plan.peers}/{world.shift}"
    name += "" if plan.season == 12 else f"/{plan.season}"
    draws = np.random.default_rng([SEED, zlib.crc32(name.encode())])
    for done in range(0, runs, CHUNK):
        yield drawn(draws, world, plan, min(CHUNK, runs - done))


@dataclass(frozen=True)
class Judged:
    """What the product says of each run, arrays (R,); p and effects of the primary fit."""

    p_improved: FloatArray
    p_worsened: FloatArray
    effect: FloatArray
    low: FloatArray
    high: FloatArray
    single_effect: FloatArray
    p_without: FloatArray | None
    detectable: FloatArray
    scatter: FloatArray

    def verdicts(self, alpha: float) -> NDArray[np.int64]:
        """Verdict codes at this alpha, with no family rule: 1 improved, -1 worsened."""
        return decide(
            p_improved=self.p_improved,
            p_worsened=self.p_worsened,
            q_improved=self.p_improved,
            q_worsened=self.p_worsened,
            effect=self.effect,
            single_effect=self.single_effect,
            p_without_selection=self.p_without,
            smallest_detectable=self.detectable,
            alpha=alpha,
            minimum_change=MINIMUM_CHANGE,
        ).codes


def judged(runs: Drawn, plan: Plan, *, alone: bool = False) -> Judged:
    """The verdict's numbers for every run, a decrease being good: comparative, or `alone`."""
    t = np.arange(plan.periods)
    after, season = t >= plan.before, plan.season
    own = on_scale(runs.target, None, "count")
    by_itself = single(own, t, after, season, action=plan.before, direction="decrease").fit
    z = own if alone else own - pooled(runs.peers, None, "count")
    x = design(t, after, season, trend_from=None)
    primary = by_itself if alone else fit(z, t, x, direction="decrease")
    without = None
    if runs.selection is not None:
        keep = ~runs.selection
        tk, ak, zk = t[keep], after[keep], z[:, keep]
        without = (
            single(zk, tk, ak, season, action=plan.before, direction="decrease").fit
            if alone
            else fit(zk, tk, design(tk, ak, season, trend_from=None), direction="decrease")
        ).p_improved
    low, high = primary.interval()
    counting = counting_variance(runs.target, None, "count")
    if not alone:
        counting = counting + counting_variance(runs.peers.sum(axis=-2), None, "count")
    return Judged(
        primary.p_improved,
        primary.p_worsened,
        primary.effect(),
        low,
        high,
        by_itself.effect(),
        without,
        primary.smallest_detectable(ALPHA, "decrease"),
        scatter(z, t, after, season, counting=counting),
    )


def flagged(runs: Drawn, plan: Plan) -> BoolArray:
    """Runs in which a control chart with limits from the baseline shows an improvement after."""
    lim = limits(runs.target, fix_after=plan.before)
    after = flags(runs.target, lim).codes[:, plan.before :]
    improved: BoolArray = np.any(after < 0, axis=-1)
    return improved
