"""How often a rule was right, from what persons decided: Wilson's interval for a proportion.

Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
"""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""Of the normal distribution, for an interval of 95 %."""
FEWEST = 20
"""Decisions under which nothing is claimed: of fewer, no percentage is given anywhere."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Of `seen` readings that persons decided, `right` were as they should be."""

    right: int
    seen: int

    @property
    def known(self) -> bool:
        """Are there enough decisions to say anything?"""
        return self.seen >= FEWEST

    def interval(self) -> tuple[float, float]:
        """The proportion is between these two, with 95 % confidence; of none, 0 and 1."""
        if not self.seen:
            return 0.0, 1.0
        share = self.right / self.seen
        scale = 1 + Z * Z / self.seen
        middle = (share + Z * Z / (2 * self.seen)) / scale
        half = Z * sqrt(share * (1 - share) / self.seen + Z * Z / (4 * self.seen**2)) / scale
        return max(middle - half, 0.0), min(middle + half, 1.0)

    def words(self) -> str:
        """“41 of 45 right, between 79 % and 96 %”, or that it is not yet known."""
        if not self.known:
            return f"not yet known ({self.seen} of at least {FEWEST} decided)"
        low, high = self.interval()
        return f"{self.right} of {self.seen} right, between {low:.0%} and {high:.0%}"
