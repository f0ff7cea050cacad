"""Calendar-month factors for `--deseason`: raw XmR on seasonal data is mostly false alarms."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from answerable.evidence.series import FloatArray
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

LEAST_BASELINE = 36


class SeasonRefused(Refusal):
    """No calendar-month factors can be had from this baseline."""

    code = "baseline_short"


def month_factors(dates: Sequence[date], values: FloatArray) -> FloatArray:
    """Factor of each calendar month, shape (12,), January first; their mean is 1.

    The factor is the month's mean over the mean of the twelve month means, from the baseline
    rows given (NaN is missing). Raises SeasonRefused with fewer than 36 baseline months, an
    absent calendar month, or a month whose mean is not above zero.
    """
    held = ~np.isnan(values)
    if int(held.sum()) < LEAST_BASELINE:
        raise SeasonRefused(
            say(
                "Season adjustment needs {least_baseline} baseline months with a "
                "value; there are {int}. Chart without it.",
                least_baseline=LEAST_BASELINE,
                int=int(held.sum()),
            )
        )
    months = np.array([day.month for day in dates])
    means = np.full(12, np.nan)
    for month in range(1, 13):
        in_month = values[held & (months == month)]
        if len(in_month):
            means[month - 1] = float(np.mean(in_month))
    if bool(np.isnan(means).any()):
        raise SeasonRefused(
            say(
                "Season adjustment needs every calendar month in the baseline; "
                "at least one has no value. Chart without it."
            )
        )
    if bool((means <= 0).any()):
        raise SeasonRefused(
            say(
                "Season adjustment divides by each calendar month's mean, and "
                "one of them is not above zero. Chart without it."
            ),
            code="season_not_positive",
        )
    factors: FloatArray = means / means.mean()
    return factors
