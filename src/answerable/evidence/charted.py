"""What a control chart holds: points, groups between rebases, and the whole."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.evidence.chart_rules import LABELS

Direction = Literal["increase", "decrease", "neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]

SHORT_GROUP = 13


@dataclass(frozen=True)
class Point:
    """One row of the chart; None where the rule has no answer. Limits are in value units."""

    date: date
    value: float | None
    rebase_group: int
    short_group_warning: bool
    mean: float | None
    lpl: float | None
    upl: float | None
    outside_limits: bool | None
    relative_to_mean: int | None
    close_to_limits: bool | None
    special_cause_type: str
    point_type: str
    value_adjusted: float | None = None

    @property
    def special_cause_flag(self) -> bool:
        """True for every label but common cause."""
        return self.special_cause_type != LABELS[0]


@dataclass(frozen=True)
class Group:
    """The rows between two rebases and their limits. `n` counts rows, missing ones included."""

    rebase_group: int
    start: date
    n: int
    mean: float | None
    lpl: float | None
    upl: float | None
    amr: float | None
    points: tuple[Point, ...]

    @property
    def short(self) -> bool:
        """Under 13 rows: limits are provisional and drawn dashed."""
        return self.n < SHORT_GROUP


@dataclass(frozen=True)
class Chart:
    """A control chart with everything it was made from."""

    series: str
    improvement_direction: Direction
    target: float | None
    screened: bool
    deseasoned: bool
    groups: tuple[Group, ...]
    assurance: Assurance | None
    notes: tuple[str, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """All rows in date order."""
        return tuple(point for group in self.groups for point in group.points)

    @property
    def latest(self) -> Point | None:
        """The last row; its point type is the chart's variation. None for a chart of no rows."""
        return self.groups[-1].points[-1] if self.groups else None
