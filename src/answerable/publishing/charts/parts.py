"""What is put into a chart and what comes out: plain values, no other room's types."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mark = Literal["common", "improvement", "concern", "neutral"]
EventKind = Literal["action", "report", "break", "rebase"]
Moment = Literal["event", "due", "done"]

FEW_POINTS = 13
"""Limits from fewer points are provisional: dashed, and called so."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period. `value` None is a gap. `mark` is what the chart's rules say of it, `words` how
    (“above the upper limit”), and `adjusted` the value with the season taken out."""

    start: date
    label: str
    value: float | None
    mark: Mark = "common"
    words: str = ""
    adjusted: float | None = None


@dataclass(frozen=True, slots=True)
class ChartLimits:
    """Limits of the periods from `start` to `end`, both included; `n` values made them."""

    start: date
    end: date
    mean: float
    lower: float | None
    upper: float | None
    n: int

    @property
    def provisional(self) -> bool:
        """Are they made from too few values to be relied on?"""
        return self.n < FEW_POINTS


@dataclass(frozen=True, slots=True)
class ChartEvent:
    """A dated line across a chart. A break is a change of recording: no line crosses it."""

    on: date
    label: str
    kind: EventKind = "action"


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A measure of one place over time. `name` is unique on the page and makes the ids.

    `title` states the message; `measure`, `place` and `unit` say what is drawn. `earlier` are
    limits that were set anew since: they stay visible, dotted. `target_from` is the day on which
    the target was set; its line begins there.
    """

    name: str
    title: str
    measure: str
    place: str
    unit: str
    points: tuple[ChartPoint, ...]
    limits: tuple[ChartLimits, ...] = ()
    events: tuple[ChartEvent, ...] = ()
    target: float | None = None
    target_from: date | None = None
    earlier: tuple[ChartLimits, ...] = ()

    @property
    def deseasoned(self) -> bool:
        """Is there a line with the season taken out?"""
        return any(point.adjusted is not None for point in self.points)

    @property
    def above_zero(self) -> bool:
        """Is no figure below 0, so that a limit below it is drawn and told at 0?"""
        held = [point.value for point in self.points if point.value is not None]
        return bool(held) and min(held) >= 0


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One row of a timeline: a kind of event, on each day on which it happened.

    `dates` are ISO dates as sources state them: a day is a point, a month or a year the whole of
    it. None of them: the row has no place in time, and `absent` says why. `kind` is the shape.
    """

    label: str
    dates: tuple[str, ...] = ()
    absent: str = ""
    kind: Moment = "event"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in words, as pictures and as a table.

    `wide` is for 640 px and more, `narrow` for less; both carry title and sentence inside
    (role `img`). The page shows `title` above, then `subtitle`, one picture, `sentence`, table.
    """

    title: str
    subtitle: str
    sentence: str
    wide: str
    narrow: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
