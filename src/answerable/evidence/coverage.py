"""How often such an interval held the true change where it is known: in simulations.

A 99 % interval is a promise of the fit. What it kept, in series that were made up and whose true
change is known, was counted for every design, level and kind of noise
(`benchmarks.evidence_coverage`); the least and the most of them stand beside each verdict.
"""

from dataclasses import dataclass
from math import log

from answerable.evidence.cases import Period
from answerable.evidence.protocol import Kind

COUNTED: tuple[Kind, ...] = ("count", "rate")
"""Kinds whose parts were simulated. Shares near the whole and means vary in other ways."""
MOST_APART = 10**0.5
"""A case belongs to a simulated level that is at most this many times larger or smaller."""
_SLACK = 1e-9


@dataclass(frozen=True)
class Coverage:
    """One simulated design and level: the least and the most of all noises and true changes.

    `before` and `after` are periods, `peers` is 0 for a body alone, `level` is counts a period.
    `chosen` says that the body was picked as the worst of many by its last periods before.
    """

    period: Period
    before: int
    after: int
    peers: int
    chosen: bool
    level: float
    least: float
    most: float
    runs: int


@dataclass(frozen=True)
class CoverageTable:
    """Every simulated design and level, from `catalogue/coverage.json`."""

    cells: tuple[Coverage, ...] = ()

    def of(
        self,
        kind: Kind,
        *,
        period: Period,
        before: int,
        after: int,
        peers: int,
        chosen: bool,
        mean: float,
    ) -> Coverage | None:
        """The cell of a case, or None where none is like it.

        Of the designs simulated it is the largest that the case reaches, as for alpha: with 40
        months before that of 36. Of the levels it is the nearest in ratio to the `mean` before.
        """
        if kind not in COUNTED or not mean > 0:
            return None
        near = [
            cell
            for cell in self.cells
            if cell.period == period
            and cell.chosen == chosen
            and cell.before <= before
            and cell.after <= after
            and (cell.peers == peers == 0 or 0 < cell.peers <= peers)
            and abs(log(cell.level / mean)) <= log(MOST_APART) + _SLACK
        ]
        return max(
            near,
            key=lambda c: (c.before, c.after, c.peers, -abs(log(c.level / mean))),
            default=None,
        )


NO_COVERAGE = CoverageTable()
