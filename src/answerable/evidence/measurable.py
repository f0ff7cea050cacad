"""Can this case be measured at all? The reasons against it, and the day from which it can."""

from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np

from answerable.evidence.cases import LEAST_MEAN, MOST_MISSING, Case, Panel, Period
from answerable.evidence.interrupted import IntArray
from answerable.evidence.peers import stopped
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import BoolArray, FloatArray

_SLACK = 1e-9
LEAST: dict[Period, tuple[int, int, int]] = {"month": (24, 6, 12), "quarter": (8, 2, 4)}
"""Periods needed: baseline, after, baseline without the selection."""


@dataclass(frozen=True)
class Rows:
    """The used rows of one method: scale values, calendar indices and what each row is."""

    z: FloatArray
    t: IntArray
    after: BoolArray
    selection: BoolArray

    @property
    def counts(self) -> tuple[int, int]:
        """Periods used before and after the action."""
        return int((~self.after).sum()), int(self.after.sum())

    def without_selection(self) -> "Rows":
        """The rows without the baseline periods that triggered the action."""
        keep = ~(self.selection & ~self.after)
        return Rows(self.z[keep], self.t[keep], self.after[keep], self.selection[keep])


def used_rows(panel: Panel, z: FloatArray) -> Rows:
    """The baseline and after periods in which the scale value `z` (T,) is known."""
    used = (panel.baseline | panel.after) & ~np.isnan(z)
    t = np.flatnonzero(used)
    return Rows(z[used], t, panel.after[used], panel.selection[used])


def reason_codes(
    case: Case,
    protocol: Protocol,
    panel: Panel,
    rows: Rows,
    *,
    missing: float,
    left: int | None,
) -> list[str]:
    """Every reason for which no fit is made, in their fixed order."""
    need_before, need_after, need_left = LEAST[panel.calendar.period]
    before, after = rows.counts
    kind = protocol.kind
    held = panel.target[~np.isnan(panel.target)]
    over = (
        kind == "percent"
        and panel.target_den is not None
        and bool((panel.target > panel.target_den).any())
    )
    holds = {
        "baseline_short": before < need_before,
        "after_short": after < need_after or not panel.look_reached,
        "recording_break": _crosses_break(panel, protocol, rows),
        "missing": missing > MOST_MISSING,
        "suppressed": case.suppressed,
        "future_period": case.future,
        "expected_too_small": kind != "mean" and panel.baseline_mean() < LEAST_MEAN,
        "baseline_after_selection_short": left is not None and left < need_left,
        "definition_not_reviewed": not protocol.definition_reviewed,
        "not_positive": kind == "mean" and bool((held <= 0).any()),
        "numerator_above_denominator": over,
        "only_zeros_after": kind != "mean" and stopped(panel.target, panel),
    }
    return [code for code, held in holds.items() if held]


def _crosses_break(panel: Panel, protocol: Protocol, rows: Rows) -> bool:
    if not len(rows.t):
        return False
    first = panel.calendar.start(int(rows.t[0]))
    end = panel.calendar.start(int(rows.t[-1]) + 1)
    return any(first < day < end for day in protocol.breaks)


def measurable_from(panel: Panel, protocol: Protocol, after: int) -> date | None:
    """First day on which enough after-periods have ended and few enough of all are missing, if
    none is missed from now on."""
    cal = panel.calendar
    judged = panel.baseline | panel.after
    blank = int(np.isnan(panel.target[judged]).sum())
    for_missing = ceil(blank / MOST_MISSING - _SLACK) - int(judged.sum())
    need = max(LEAST[cal.period][1] - after, for_missing, 0)
    ends = max(cal.size, panel.after_from) + need
    if protocol.look_at is not None:
        ends = max(ends, panel.after_from + protocol.look_at // cal.step)
    return cal.start(ends)
