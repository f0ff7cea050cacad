"""Days between events, for counts that are too small to be read by month.

Where events are rare, the days from each one to the next say sooner than monthly counts whether
they come more or less often. They need the day of each event; counts by month do not hold it.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from answerable.evidence.series import Series


def days_between(events: Iterable[date], *, name: str = "1") -> Series:
    """For each event but the first, dated by it, the days since the one before.

    Events of one day count as one: nothing lies between them.

    >>> days_between([date(2024, 1, 1), date(2024, 3, 1), date(2024, 1, 31)]).values
    (30.0, 30.0)
    """
    days = sorted(set(events))
    return Series(
        tuple(days[1:]), tuple(float((b - a).days) for a, b in pairwise(days)), name=name
    )
