"""How does the rate or the share of each body lie beside that of all together? A funnel of levels.

Each body's expected count is its denominator times the rate of all. Limits are exact (Poisson for
a rate, binomial for a share) where bodies vary no more than chance, and widened by the additive
random effect of the funnel where they do. Bodies differ for many reasons: it shows where to look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.evidence.change import LEAST_BODIES, LEAST_COUNT
from answerable.evidence.funnel import FunnelPoint, Unit, funnel

Part = tuple[date, float, float]
"""Period, numerator, denominator."""


@dataclass(frozen=True)
class Level:
    """One body in the funnel; `point` has its ratio to the rate of all, and the limits of that."""

    body: str
    numerator: float
    denominator: float
    periods: tuple[date, ...]
    point: FunnelPoint

    @property
    def value(self) -> float:
        """Numerator over denominator."""
        return self.numerator / self.denominator


@dataclass(frozen=True)
class Levels:
    """Bodies by size, never by result; `centre` is the rate of all together.

    `left_out` says why a body has no place: `too_few_periods`, `small_count`,
    `numerator_above_denominator`. With fewer than 5 bodies there are no `levels`.
    """

    levels: tuple[Level, ...]
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


def levels(parts: Mapping[str, Sequence[Part]], *, share: bool, least: int) -> Levels:
    """Every body's level over the periods given, with limits; `share`: the numerator is part of
    the denominator. `least` is how many periods a body needs."""
    left_out: dict[str, str] = {}
    kept: dict[str, tuple[float, float]] = {}
    for body, held in parts.items():
        top, whole = sum(p[1] for p in held), sum(p[2] for p in held)
        if len(held) < least or whole <= 0:
            left_out[body] = "too_few_periods"
        elif share and any(part > of for _, part, of in held):
            left_out[body] = "numerator_above_denominator"
        elif top < LEAST_COUNT or (share and whole - top < LEAST_COUNT):
            left_out[body] = "small_count"
        else:
            kept[body] = (top, whole)
    if len(kept) < LEAST_BODIES:
        return Levels((), 0.0, 0.0, 0.0, 0.0, left_out, len(kept))
    centre = sum(top for top, _ in kept.values()) / sum(whole for _, whole in kept.values())
    made = funnel(
        [
            Unit(body, top, whole * centre, trials=round(whole) if share else None)
            for body, (top, whole) in kept.items()
        ],
        consistent=True,
    )
    found = tuple(
        Level(p.body, *kept[p.body], tuple(day for day, _, _ in parts[p.body]), p)
        for p in made.points
    )
    return Levels(
        found, centre, made.phi, made.tau2, made.expected_false_outliers, left_out, len(kept)
    )
