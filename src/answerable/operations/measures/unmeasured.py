"""Why an outcome cannot be measured, and from when it could be: from the figures that are held."""

from datetime import date
from itertools import pairwise

from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.scrutiny.cases.case import Unmeasured

BASELINE_MONTHS, AFTER_MONTHS = 24, 6


def reason(institution: str, theme: str, *, on: date) -> Unmeasured | None:
    """For a theme without a fixed measure; None where the general words are enough."""
    words = catalogue.regime_of(institution, on=on).theme(theme).words
    held = sorted(
        {
            month
            for measure in catalogue.measures()
            if measure.startswith("police-uk-")
            for month in evidence.observations().months(measure).get(institution, ())
            if month < on
        }
    )
    if not held:
        return None
    longest = _longest_run(held)
    return Unmeasured(
        why=(
            f"no measure of {words} was fixed beforehand, and of recorded crime we hold at most "
            f"{longest} months in a row"
        ),
        possible=(
            f"a measure fixed before its figures are seen, with {BASELINE_MONTHS} months before "
            f"the action and {AFTER_MONTHS} after it"
        ),
    )


def _longest_run(months: list[date]) -> int:
    best = run = 1
    for before, after in pairwise(months):
        gap = (after.year - before.year) * 12 + after.month - before.month
        run = run + 1 if gap == 1 else 1
        best = max(best, run)
    return best
