"""What the checks say of a plain file, as far as its columns let them decide.

A file of dates and values says nothing of files, releases, areas or people; a step in the level
that nobody declared as a change of recording can be seen in the values alone.
"""

import numpy as np

from answerable.evidence.cases import Case
from answerable.evidence.charted import Chart
from answerable.evidence.guards import Spoken, recording_change
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series
from answerable.evidence.steps import steps


def of_chart(made: Chart) -> Spoken | None:
    """A step within one group of limits; a rebase declares its own."""
    for group in made.groups:
        points = group.points
        found = of_series(Series(tuple(p.date for p in points), tuple(p.value for p in points)))
        if found is not None:
            return found
    return None


def of_case(case: Case, protocol: Protocol) -> Spoken | None:
    """A step in the target's own level, where no break is declared. The verdict stands."""
    if protocol.breaks:
        return None
    whole = case.target.denominator
    if whole is None or protocol.kind not in ("rate", "percent"):
        return of_series(case.target.series)
    per = dict(zip(whole.dates, whole.values, strict=True))
    pairs = zip(case.target.series.dates, case.target.series.values, strict=True)
    shares = [(day, _share(value, per.get(day))) for day, value in pairs]
    return of_series(Series(tuple(d for d, _ in shares), tuple(v for _, v in shares)))


def _share(value: float | None, per: float | None) -> float | None:
    return None if value is None or not per else value / per


def of_series(series: Series) -> Spoken | None:
    """The warning, or None where no level steps."""
    values = series.array
    if not steps(values[~np.isnan(values)]):
        return None
    return recording_change(series=series, breaks=())
