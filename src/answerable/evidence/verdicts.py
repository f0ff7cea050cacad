"""What a verdict holds, and the rule that gives it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from answerable.evidence.before_action import BeforeAction
from answerable.evidence.cases import Period
from answerable.evidence.coverage import Coverage, CoverageTable
from answerable.evidence.interrupted import INTERVAL_LEVEL, IntArray
from answerable.evidence.protocol import AlphaSource, FamilyRule, Protocol
from answerable.evidence.series import BoolArray, FloatArray
from answerable.evidence.without_a_peer import WithoutAPeer

Verdict = Literal["improved", "no_detectable_change", "worsened", "cannot_be_measured"]
Method = Literal["comparative_its", "single_its"]

NOT_SIMULATED = "coverage_not_simulated"
MOST_DETECTABLE = 0.30
Q = 0.05


@dataclass(frozen=True)
class SingleResult:
    """The same question put to the target alone."""

    effect: float
    p_improved: float
    p_worsened: float
    trend_guard: bool
    pretrend_p: float


@dataclass(frozen=True)
class SelectionResult:
    """The same question without the periods that triggered the action."""

    effect: float
    p_improved: float
    p_worsened: float
    n_baseline: int


@dataclass(frozen=True)
class Judgement:
    """One verdict with everything it rests on; fit fields are None where no fit was made."""

    case: str
    verdict: Verdict
    reason_codes: tuple[str, ...]
    notes: tuple[str, ...]
    protocol: Protocol
    method: Method
    scale: str
    period: Period
    n_baseline: int
    n_after: int
    n_peers: int
    family_rule: FamilyRule
    alpha_used: float
    alpha_source: AlphaSource
    missing_share: float
    baseline_mean: float | None
    n_baseline_after_selection: int | None
    measurable_from: date | None
    effect: float | None = None
    interval_low: float | None = None
    interval_high: float | None = None
    step: float | None = None
    se: float | None = None
    df: float | None = None
    rho: float | None = None
    t: float | None = None
    p_improved: float | None = None
    p_worsened: float | None = None
    q_improved: float | None = None
    q_worsened: float | None = None
    smallest_detectable_effect: float | None = None
    single: SingleResult | None = None
    without_selection: SelectionResult | None = None
    without_a_peer: WithoutAPeer | None = None
    """The comparison with each peer left out in turn; None for a body alone."""
    shares: tuple[float, float] | None = None
    """Of a percent the body's own share before and after, for the fit is of its odds."""
    before_action: BeforeAction | None = None
    """The change that is called, where it shows in the baseline already; else None."""
    coverage: Coverage | None = None
    """What such intervals held in simulations; None without a fit or where none is like it."""
    sentence: str = ""

    interval_level = INTERVAL_LEVEL

    @property
    def strength(self) -> Literal["alone", "compared"]:
        """`compared` when the fit is against peers."""
        return "compared" if self.method == "comparative_its" else "alone"


def covered(made: Judgement, table: CoverageTable) -> Judgement:
    """The verdict with what its interval held in simulations, or a note that none is like it.

    Without a fit there is no interval, and without a table nothing is said.
    """
    if made.effect is None or not table.cells:
        return made
    found = table.of(
        made.protocol.kind,
        period=made.period,
        before=made.n_baseline,
        after=made.n_after,
        peers=made.n_peers,
        chosen=made.protocol.selection is not None,
        mean=made.baseline_mean or 0.0,
    )
    if found is None:
        return replace(made, notes=(*made.notes, NOT_SIMULATED))
    return replace(made, coverage=found)


@dataclass(frozen=True)
class Decided:
    """Verdict codes of many series: 1 improved, -1 worsened, 0 no change, 2 not precise enough.

    The rest says which conditions held: `better` or `worse` by its alpha, `enough` change, the
    same sign `together` with the single series, `stands` without the selection, `in_family` by q.
    """

    codes: IntArray
    better: BoolArray
    worse: BoolArray
    enough: BoolArray
    together: BoolArray
    stands: BoolArray
    in_family: BoolArray


def decide(
    *,
    p_improved: FloatArray,
    p_worsened: FloatArray,
    q_improved: FloatArray,
    q_worsened: FloatArray,
    effect: FloatArray,
    single_effect: FloatArray,
    p_without_selection: FloatArray | None,
    smallest_detectable: FloatArray,
    alpha: FloatArray | float,
    minimum_change: float,
) -> Decided:
    """The decision in its order, on arrays of one shape. A worsening needs no selection
    condition: bad news is not made harder to report.
    """
    together = np.sign(effect) == np.sign(single_effect)
    enough = np.abs(effect) >= minimum_change
    better, worse = p_improved < alpha, p_worsened < alpha
    without = p_improved if p_without_selection is None else p_without_selection
    stands = (without < alpha) | ~better
    in_family = np.where(better, q_improved, q_worsened) < Q
    called = enough & together & stands & in_family
    codes = np.where(
        better & called,
        1,
        np.where(worse & called, -1, np.where(smallest_detectable > MOST_DETECTABLE, 2, 0)),
    )
    return Decided(codes.astype(np.int64), better, worse, enough, together, stands, in_family)
