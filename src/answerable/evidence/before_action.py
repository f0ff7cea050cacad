"""Had the change begun before the action? A comparison of all before with all after cannot tell.

The same fit is made in the baseline alone, with a step 12 and 6 months before the action as if it
had begun then. Where it finds the change that the verdict calls, the verdict says so. It is not
withdrawn: its terms were fixed beforehand (decision 22).
"""

from dataclasses import dataclass

from answerable.evidence.cases import SEASON, Panel, Period
from answerable.evidence.interrupted import Fit, IntArray, design, fit
from answerable.evidence.measurable import Rows
from answerable.evidence.protocol import Good
from answerable.evidence.series import FloatArray

MONTHS_BEFORE = (12, 6)
BELOW = 0.01


@dataclass(frozen=True)
class BeforeAction:
    """The change that the last `months` before the action show against all earlier ones."""

    months: int
    effect: float


def steps_before(
    z: FloatArray, t: IntArray, *, action: int, period: Period, direction: Good
) -> list[tuple[int, Fit]]:
    """The fit of baselines `z` (..., B) with each step before period `action`, by its months."""
    found: list[tuple[int, Fit]] = []
    for months in MONTHS_BEFORE:
        late = t >= action - (months if period == "month" else months // 3)
        if late.any() and not late.all():
            x = design(t, late, SEASON[period], trend_from=None)
            found.append((months, fit(z, t, x, direction=direction)))
    return found


def before_action(
    panel: Panel, rows: Rows, *, direction: Good, better: bool
) -> BeforeAction | None:
    """The clearer of the two steps before the action, if it goes the way of the change that is
    called (`better`) and chance explains it in fewer than one case of 100; else None."""
    held = ~rows.after
    calendar = panel.calendar
    steps = steps_before(
        rows.z[held],
        rows.t[held],
        action=calendar.action,
        period=calendar.period,
        direction=direction,
    )
    found: list[tuple[float, BeforeAction]] = []
    for months, made in steps:
        p = float(made.p_improved if better else made.p_worsened)
        if p < BELOW and not bool(made.flat):
            found.append((p, BeforeAction(months, float(made.effect()))))
    return min(found, key=lambda one: one[0])[1] if found else None
