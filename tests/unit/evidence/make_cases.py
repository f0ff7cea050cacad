"""Made-up cases for the verdict's tests: seeded, with no body's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from answerable.evidence.cases import Body, Case
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series, month_start

FIRST = date(2019, 1, 1)


def month(index: int) -> date:
    """First day of the month `index` months after the first."""
    return month_start(2019 * 12 + index)


@dataclass(frozen=True)
class Made:
    """What a made case is like; counts have mean 100 and a season."""

    before: int = 36
    after: int = 12
    peers: int = 7
    shift: float = 0.0
    mean: float = 100.0
    seed: int = 1

    def case(self, name: str = "1") -> Case:
        """One target whose log mean moves by log(1 + shift) after the action."""
        draws = np.random.default_rng(self.seed)
        size = self.before + self.after
        t = np.arange(size)
        season = 0.12 * np.sin(2 * np.pi * t / 12)
        step = np.log1p(self.shift) * (t >= self.before)
        target = draws.poisson(self.mean * np.exp(season + step))
        peers = tuple(
            body(f"P{i}", [float(n) for n in draws.poisson(self.mean * np.exp(season))])
            for i in range(self.peers)
        )
        return Case(name, body("T", [float(n) for n in target]), peers)

    def protocol(self, **terms: object) -> Protocol:
        """Terms with the action at the made step and a decrease as good."""
        given: dict[str, object] = {"action": month(self.before), "direction": "decrease"}
        return Protocol(**(given | terms))  # type: ignore[arg-type]  # terms vary by test


def body(
    name: str,
    values: Sequence[float | None],
    den: Sequence[float | None] | None = None,
    *,
    step: int = 1,
) -> Body:
    """A body with monthly (or every `step` months) values from the first month."""
    return Body(
        name,
        Series.monthly(FIRST, values, name=name, step=step),
        None if den is None else Series.monthly(FIRST, den, name=name, step=step),
    )
