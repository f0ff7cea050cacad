"""Synthetic control by predictors: donors are weighted to be alike in what foretells the outcome.

Abadie, Diamond and Hainmueller (2010), and (2015) for weights learnt in an earlier period. How
much each predictor counts is given, or fitted: the weights whose synthetic control comes nearest
to the outcomes before the start. That search has many ends, so it begins from equal weights, from
a regression of the outcomes and from the best of all single predictors and pairs of them; it uses
no chance, and the same data give the same answer. Each placebo searches for weights of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from answerable.evidence.placebos import Kind, Opinion, placed
from answerable.evidence.series import BoolArray, FloatArray
from answerable.evidence.simplex import IntArray
from answerable.evidence.synthetic import Estimate, Panel, PanelRefused, compared
from answerable.vocabulary.language import say

NO_WEIGHT = 1e-8
ALONE = -7.0  # logarithm of the weights beside those that a start begins with
BEST_STARTS = 2
STEP = 1.5
MOST_FITS = 300
MOST_ROUNDS = 2
WORTH_ANOTHER = 1e-3
CLOSE = 1e-3
CLOSE_VALUE = 1e-9


@dataclass(frozen=True)
class Predictors:
    """What is known of each unit: `values` (units, k), rows in the order of `Panel.units`.

    `weights` (k,) are given, 0 or more and of any sum; None has them fitted, on `training`
    (units, k) instead of `values` if there is one, to the outcomes of the times in `chosen_on`
    (times before the start,), all if None.
    Raises PanelRefused: `predictor_missing`, `predictor_constant`, `predictor_weights_refused`,
    `no_times_to_fit`.
    """

    names: tuple[str, ...]
    values: FloatArray
    weights: FloatArray | None = None
    training: FloatArray | None = None
    chosen_on: BoolArray | None = None

    def __post_init__(self) -> None:
        if not self.names:
            raise PanelRefused(say("Give at least one predictor."), code="predictor_missing")
        for held in (self.values, *(() if self.training is None else (self.training,))):
            if not bool(np.isfinite(held).all()):
                raise PanelRefused(
                    say("Every predictor needs a value for every unit."), code="predictor_missing"
                )
            same = np.flatnonzero(np.ptp(held, axis=0) == 0)
            if len(same):
                raise PanelRefused(
                    say(
                        "The predictor “{name}” is the same for every unit and tells them not "
                        "apart. Leave it out.",
                        name=self.names[same[0]],
                    ),
                    code="predictor_constant",
                )
        given = self.weights
        if given is not None and not (bool((given >= 0).all()) and 0 < given.sum() < np.inf):
            raise PanelRefused(
                say("Weights of predictors are 0 or more, and one at least is above 0."),
                code="predictor_weights_refused",
            )
        if self.chosen_on is not None and not bool(self.chosen_on.any()):
            raise PanelRefused(
                say("No time before the start is left to fit the weights of predictors to."),
                code="no_times_to_fit",
            )

    @property
    def source(self) -> str:
        """Where the weights come from: `given`, `training` or `fitted`."""
        if self.weights is not None:
            return "given"
        return "fitted" if self.training is None else "training"


@dataclass(frozen=True)
class Balance:
    """One predictor: its weight (all sum to 1), and its value of the treated, of the synthetic
    control and of the mean of all donors."""

    predictor: str
    weight: float
    treated: float
    synthetic: float
    donors: float


@dataclass(frozen=True)
class PredictedOpinion:
    """An opinion by predictors, and how alike the treated and its synthetic control are."""

    opinion: Opinion
    balance: tuple[Balance, ...]
    source: str


def opinion_by_predictors(
    panel: Panel, predictors: Predictors, *, kind: Kind = "exact"
) -> PredictedOpinion:
    """The synthetic control by predictors, and each donor once in the place of the treated unit.

    A placebo keeps weights of predictors that are given and fits its own where they are fitted.
    `kind` is `exact` or `none`; with several treated units there are no exact placebos.
    """
    if kind not in ("exact", "none"):
        raise PanelRefused(
            say("With predictors each donor once takes the place of the treated unit, or none."),
            code="placebo_not_offered",
        )
    rows = np.array([name in panel.treated for name in panel.units])
    fit = _Fit(panel, predictors)
    donors = np.flatnonzero(~rows)
    made, weights = fit.control(panel.treated_rows.mean(axis=0), rows, donors)
    others: list[Estimate] = []
    codes: tuple[str, ...] = ()
    if kind == "exact" and len(panel.treated) > 1:
        codes, kind = ("placebo_needs_one_treated",), "none"
    if kind == "exact":
        for one in donors:
            alone = np.arange(len(rows)) == one
            others.append(fit.control(panel.y[one], alone, donors[donors != one])[0])
    held = predictors.values
    treated, every = held[rows].mean(axis=0), held[donors]
    balance = tuple(
        Balance(name, float(weight), *map(float, ends))
        for name, weight, *ends in zip(
            predictors.names,
            weights,
            treated,
            made.weights @ every,
            every.mean(axis=0),
            strict=True,
        )
    )
    return PredictedOpinion(
        placed(panel, made, others, kind=kind, codes=codes), balance, predictors.source
    )


class _Fit:
    """The outcomes and the predictors of one panel, each predictor in its standard deviations."""

    def __init__(self, panel: Panel, predictors: Predictors) -> None:
        self._y = panel.y
        self._before = panel.before
        self._given = predictors.weights
        self._values = _scaled(predictors.values)
        learnt = predictors.training
        self._learnt = self._values if learnt is None else _scaled(learnt)
        every = np.ones(panel.before, dtype=np.bool_)
        self._on = np.flatnonzero(every if predictors.chosen_on is None else predictors.chosen_on)

    def control(
        self,
        course: FloatArray,
        rows: BoolArray,
        donors: IntArray,
    ) -> tuple[Estimate, FloatArray]:
        """The control of the mean of `rows`, whose outcomes are `course`; the weights of the
        predictors, which sum to 1."""
        weights = self._given
        if weights is None:
            weights = self._searched(course, self._learnt[rows].mean(axis=0), donors)
        weights = weights / weights.sum()
        apart = self._values[donors] - self._values[rows].mean(axis=0)
        made = compared(
            "sc_predictors",
            self._y[donors],
            course,
            nearest((apart * np.sqrt(weights)).T),
            np.zeros(self._before),
        )
        return made, weights

    def _searched(
        self,
        course: FloatArray,
        own: FloatArray,
        donors: IntArray,
    ) -> FloatArray:
        """Weights of predictors whose control comes nearest to the outcomes before."""
        held = self._learnt[donors]
        apart = (held - own).T
        outcomes, wanted = self._y[donors][:, self._on], course[self._on]

        def miss(logs: FloatArray) -> float:
            share = np.exp((logs - logs.max()) / 2)
            gap = wanted - nearest(apart * share[:, None]) @ outcomes
            return float(gap @ gap) / len(gap)

        before = np.vstack([course, self._y[donors]])[:, : self._before]
        starts = _starts(np.vstack([own, held]), before)
        found = [(miss(start), start) for start in starts]
        order = sorted(range(len(found)), key=lambda i: found[i][0])[:BEST_STARTS]
        close = CLOSE_VALUE * float(wanted.var())
        ends = [_descended(miss, *found[i], close=close) for i in dict.fromkeys((0, 1, *order))]
        best = min(ends, key=lambda end: end[0])[1]
        return np.asarray(np.exp(best - best.max()), dtype=np.float64)


def nearest(points: FloatArray) -> FloatArray:
    """Weights (N,) on the simplex of the mixture of `points` (k, N) that lies nearest to 0.

    Exactly: where u >= 0 has the least |points u|^2 + (sum u - 1)^2, u is in proportion to them.
    """
    from scipy.optimize import nnls  # noqa: PLC0415  # 0.1 s that only who predicts waits for

    size, count = points.shape
    system = np.vstack([points, np.ones(count)])
    wanted = np.zeros(size + 1)
    wanted[size] = 1.0
    found = np.asarray(nnls(system, wanted)[0], dtype=np.float64)
    weights: FloatArray = found / found.sum()
    return weights


def _scaled(values: FloatArray) -> FloatArray:
    scaled: FloatArray = values / values.std(axis=0, ddof=1)
    return scaled


def _starts(predictors: FloatArray, outcomes: FloatArray) -> list[FloatArray]:
    """Logarithms of weights to begin from: equal ones, those of a regression of the `outcomes`
    (units, times) on the `predictors` (units, k), every predictor alone, every pair."""
    count = predictors.shape[1]
    system = np.column_stack([np.ones(len(predictors)), predictors])
    slopes = np.linalg.lstsq(system, outcomes)[0][1:]
    counts = (slopes**2).sum(axis=1)
    most = counts.max()
    shares = counts / most if most > 0 else np.ones(count)
    starts = [np.zeros(count), np.log(np.maximum(shares, NO_WEIGHT))]
    for size in (1, 2):
        for chosen in combinations(range(count), size):
            start = np.full(count, ALONE)
            start[list(chosen)] = 0.0
            starts.append(start)
    return starts


def _descended(
    miss: Callable[[FloatArray], float], value: float, start: FloatArray, *, close: float
) -> tuple[float, FloatArray]:
    """The least miss from a start on (Nelder and Mead), begun again while that still helps."""
    from scipy.optimize import minimize  # noqa: PLC0415  # as above

    for turn in range(MOST_ROUNDS):
        step = STEP if turn % 2 == 0 else -STEP
        simplex = np.vstack([start, start + step * np.eye(len(start))])
        made = minimize(
            miss,
            start,
            method="Nelder-Mead",
            options={
                "maxfev": MOST_FITS,
                "initial_simplex": simplex,
                "xatol": CLOSE,
                "fatol": close,
            },
        )
        least = float(made.fun)
        helped = least < value * (1 - WORTH_ANOTHER)
        if least < value:
            value, start = least, np.asarray(made.x, dtype=np.float64)
        if not helped:
            break
    return value, start
