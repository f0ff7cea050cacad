"""Scales and their labels: round numbers upward, dates along."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from answerable.publishing.charts.colours import GRID, SECONDARY
from answerable.publishing.charts.svg import (
    Frame,
    days,
    number,
    tag,
    text,
    text_on_paper,
    text_width,
)
from answerable.vocabulary.language import say

_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Scale:
    """From values `low..high` to px `start..end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def value_ticks(low: float, high: float, *, about: int = 5) -> list[float]:
    """Round numbers that cover `low..high`; from 0 when the values are not far from it.

    >>> value_ticks(230, 410)
    [0.0, 100.0, 200.0, 300.0, 400.0, 500.0]
    """
    if 0 <= low <= 0.6 * high:
        low = 0
    if high - low < 1e-9 * max(abs(high), 1):  # one value: from 0, so that it has a height
        low, high = min(0, low), max(0, high)
        high = high if high - low >= 1e-9 else 1
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * place, 12) for place in range(first, last + 1)]


def value_axis(scale: Scale, ticks: Sequence[float], *, frame: Frame) -> list[str]:
    """Helping lines and their numbers."""
    size, end = frame.letters, frame.width - frame.right
    lines = "".join(f"M{frame.left:.1f},{scale(tick):.1f}H{end:.1f}" for tick in ticks)
    numbers = (
        text(number(tick), frame.left - 8, scale(tick) + size / 3, size=size, anchor="end")
        for tick in ticks
    )
    return [tag("path", d=lines, stroke=GRID), *numbers]


def unit_words(ticks: Sequence[float], *, frame: Frame, unit: str) -> str:
    """What the numbers count, above the axis; says so when 0 is not shown."""
    note = say("{unit} (axis does not start at 0)", unit=unit) if ticks[0] > 0 else unit
    return text_on_paper(note, 2, frame.top - 14, size=frame.letters)


def time_axis(scale: Scale, *, frame: Frame) -> list[str]:
    """Months or years along the foot, as many as fit without touching."""
    foot = frame.height - frame.bottom
    first, last = date.fromordinal(math.ceil(scale.low)), date.fromordinal(int(scale.high))
    parts = [
        tag(
            "line",
            x1=frame.left,
            x2=frame.width - frame.right,
            y1=foot,
            y2=foot,
            stroke=SECONDARY,
        )
    ]
    months = _months_that_fit(scale, first, last, frame)
    yearly = len(months) > 1 and all(month.month == 1 for month in months)
    for month in months:
        x = scale(days(month))
        parts.append(tag("line", x1=x, x2=x, y1=foot, y2=foot + 6, stroke=SECONDARY))
        words, size = f"{month:%Y}" if yearly else f"{month:%b %Y}", frame.letters
        half = text_width(words, size) / 2
        x = min(max(x, half + 2), frame.width - half - 2)
        parts.append(text(words, x, foot + 8 + size, size=size, anchor="middle"))
    return parts


def _months_that_fit(scale: Scale, first: date, last: date, frame: Frame) -> list[date]:
    months: list[date] = []
    for step in _STEPS_IN_MONTHS:
        begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        months = [
            date(place // 12, place % 12 + 1, 1)
            for place in range(-(-begin // step) * step, end + 1, step)
        ]
        months = [month for month in months if scale.low <= days(month) <= scale.high]
        words = "2020" if step >= 12 else "Mmm 2020"
        room = text_width(words, frame.letters) + 14
        gaps = [scale(days(after)) - scale(days(before)) for before, after in pairwise(months)]
        if min(gaps, default=room) >= room:
            break
    return months or [first]
