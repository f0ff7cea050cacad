"""How much did each body change in a year, beside all bodies together? A funnel of changes.

Counts of bodies of different size cannot be set beside each other; changes can. A body's periods
are paired with the same periods a year before, so that the season cancels. If a body changed as
all did, its newer count is binomial given both counts together: exact limits. Where bodies vary
by more than that, the additive random effect of the funnel (Spiegelhalter 2005) widens them,
without the bias of its winsorised spread: bodies that vary alike lie outside as seldom as said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from answerable.evidence.funnel import FAR, NEAR, Unit, exact_limit, overdispersion, reaches
from answerable.evidence.probability import ndtr
from answerable.evidence.series import Series

LEAST_PAIRS = 3
LEAST_COUNT = 10
LEAST_BODIES = 5


@dataclass(frozen=True)
class Paired:
    """One body: its counts in the periods that are held in both years."""

    body: str
    before: float
    after: float
    periods: tuple[date, ...]


@dataclass(frozen=True)
class Change:
    """One body in the funnel; `ratio` is newer over earlier count, as the limits are."""

    paired: Paired
    ratio: float
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float

    @property
    def outside(self) -> bool:
        """Beyond the 99.8 % limits."""
        return not self.lower_998 <= self.ratio <= self.upper_998


@dataclass(frozen=True)
class Changes:
    """Bodies by size, never by result. `centre` is the ratio of all bodies together.

    `left_out` says why a body has no place: `too_few_periods`, `recording_change`, `small_count`.
    With fewer than 5 bodies `enough` is False and there are no `changes`, only their number.
    """

    changes: tuple[Change, ...]
    centre: float
    phi: float
    tau2: float
    expected_false_outliers: float
    left_out: Mapping[str, str]
    comparable: int

    @property
    def enough(self) -> bool:
        """Are there bodies enough for limits?"""
        return self.comparable >= LEAST_BODIES


def paired(
    body: str, series: Series, *, window: Sequence[date], breaks: Sequence[date]
) -> Paired | str:
    """The body's counts over `window` and a year before, or why there is no comparison."""
    held = {d: v for d, v in zip(series.dates, series.values, strict=True) if v is not None}
    pairs = [(day, _year_before(day)) for day in window]
    both = [(day, earlier) for day, earlier in pairs if day in held and earlier in held]
    crossed = [pair for pair in both if any(pair[1] < begins <= pair[0] for begins in breaks)]
    kept = [pair for pair in both if pair not in crossed]
    if len(kept) < LEAST_PAIRS:
        return "recording_change" if len(both) >= LEAST_PAIRS else "too_few_periods"
    after, before = sum(held[day] for day, _ in kept), sum(held[earlier] for _, earlier in kept)
    if min(before, after) < 1 or before + after < LEAST_COUNT:
        return "small_count"
    return Paired(body, before, after, tuple(day for day, _ in kept))


def changes(
    series: Mapping[str, Series],
    *,
    window: Sequence[date],
    breaks: Mapping[str, Sequence[date]],
) -> Changes:
    """Every body's change over the window, with limits; `breaks` are those of each body."""
    found = {
        body: paired(body, held, window=window, breaks=breaks.get(body, ()))
        for body, held in series.items()
    }
    left_out = {body: why for body, why in found.items() if isinstance(why, str)}
    kept = sorted(
        (one for one in found.values() if isinstance(one, Paired)),
        key=lambda one: (one.before + one.after, one.body),
    )
    if len(kept) < LEAST_BODIES:
        return Changes((), 1.0, 0.0, 0.0, 0.0, left_out, len(kept))
    after = np.array([one.after for one in kept])
    before = np.array([one.before for one in kept])
    share = float(after.sum() / (after.sum() + before.sum()))
    total, centre = after + before, share / (1 - share)
    s = np.sqrt(1 / (total * share) + 1 / (total * (1 - share)))
    phi, tau2 = overdispersion((np.log(after / before) - np.log(centre)) / s, s, consistent=True)
    if tau2 > 0:
        middle = float(np.sum((total / total.sum()) ** 2 * (s**2 + tau2)))
        width = np.sqrt(s**2 + tau2 + middle)
        near, far = reaches(len(kept))
        ends = [centre * np.exp(z * width) for z in (-near, near, -far, far)]
    else:
        ends = [
            np.array([_exact(one, share, float(ndtr(z))) for one in kept])
            for z in (-NEAR, NEAR, -FAR, FAR)
        ]
    made = tuple(
        Change(one, one.after / one.before, *limits)
        for one, *limits in zip(kept, *(map(float, end) for end in ends), strict=True)
    )
    false_outliers = len(kept) * 2 * float(ndtr(-FAR))
    return Changes(made, centre, phi, tau2, false_outliers, left_out, len(kept))


def _exact(one: Paired, share: float, p: float) -> float:
    """The ratio below which a share `p` lies, by the binomial law of the newer count."""
    total = round(one.before + one.after)
    unit = Unit(one.body, one.after, total * share, trials=total)
    count = exact_limit(unit, p)
    return count / max(total - count, 0.5)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1)
