"""A funnel: bodies by size, and how far each may lie from all together. Never a ranking."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.publishing.charts.axes import Scale, value_axis
from answerable.publishing.charts.colours import CONTEXT, LIMITS, PAPER, SECONDARY, SERIES_3
from answerable.publishing.charts.parts import Drawn
from answerable.publishing.charts.svg import (
    Frame,
    number,
    picture,
    tag,
    text,
    text_width,
    wrapped,
)
from answerable.vocabulary.language import say

WIDE, NARROW = 700, 340
_LETTERS = 15
_CAP = 1.6
"""Limits of very small bodies run off the page: the axis ends at this multiple of the points."""


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """One body: its size, where it lies, and its limits (95 % and 99.8 %), in the unit drawn."""

    label: str
    size: float
    value: float
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float

    @property
    def outside(self) -> bool:
        """Beyond the outer limits."""
        return not self.lower_998 <= self.value <= self.upper_998


@dataclass(frozen=True, slots=True)
class FunnelChart:
    """Dots in the order of their size. `own` is the label of the body that the page is about."""

    name: str
    title: str
    subtitle: str
    sentence: str
    centre: float
    unit: str
    size_words: str
    dots: tuple[FunnelDot, ...]
    own: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def funnel_chart(chart: FunnelChart) -> Drawn:
    """The funnel wide and narrow. The axis along is logarithmic, so that small bodies are seen."""
    return Drawn(
        title=chart.title,
        subtitle=chart.subtitle,
        sentence=chart.sentence,
        wide=_draw(chart, WIDE),
        narrow=_draw(chart, NARROW),
        header=chart.header,
        rows=chart.rows,
    )


def _draw(chart: FunnelChart, width: int) -> str:
    low, high = _range(chart)
    ticks = _ticks(low, high, about=6 if width == WIDE else 4)
    left = max(text_width(number(tick), _LETTERS) for tick in ticks) + 12
    legend = _legend(chart, width)
    size_lines = wrapped(chart.size_words, size=_LETTERS, width=width - 10)
    bottom = 42 + len(size_lines) * 19 + len(legend) * (_LETTERS + 7)
    frame = Frame(width, 34 + 270 + bottom, left, 14, 34, bottom, _LETTERS)
    y = Scale(ticks[0], ticks[-1], frame.height - bottom, frame.top)
    sizes = [dot.size for dot in chart.dots]
    x = Scale(
        math.log10(min(sizes)) - 0.04, math.log10(max(sizes)) + 0.04, left + 8, width - frame.right
    )
    parts = [
        *value_axis(y, ticks, frame=frame),
        *_size_axis(size_lines, x, frame),
        *_limits(chart, x, y),
        _centre(chart, y, frame),
        *(_dot(chart, dot, x, y) for dot in chart.dots),
        text(chart.unit, 2, frame.top - 14, size=_LETTERS),
        *_legend_drawn(legend, frame),
    ]
    ids = f"funnel-{chart.name}-{'wide' if width == WIDE else 'narrow'}"
    return picture(parts, frame=frame, ids=ids, title=chart.title, sentence=chart.sentence)


def _range(chart: FunnelChart) -> tuple[float, float]:
    values = [dot.value for dot in chart.dots]
    top = max(*values, chart.centre) * _CAP
    high = min(max(dot.upper_998 for dot in chart.dots), top)
    low = max(min(dot.lower_998 for dot in chart.dots), 0.0)
    return min(low, *values), max(high, *values)


def _ticks(low: float, high: float, *, about: int) -> list[float]:
    """Round numbers over `low..high`. A ratio has no 0 to start from: 1 is no change."""
    rough = max(high - low, 1e-9) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * place, 9) for place in range(first, last + 1)]


def _limits(chart: FunnelChart, x: Scale, y: Scale) -> Iterator[str]:
    for name, dashes, width in (("95", "6 4", 1.5), ("998", "", 2.5)):
        for side in ("lower", "upper"):
            places = " ".join(
                f"{x(math.log10(dot.size)):.1f},"
                f"{y(min(max(getattr(dot, f'{side}_{name}'), y.low), y.high)):.1f}"
                for dot in chart.dots
            )
            yield tag(
                "polyline",
                points=places,
                fill="none",
                stroke=LIMITS,
                stroke_width=width,
                stroke_dasharray=dashes,
            )


def _centre(chart: FunnelChart, y: Scale, frame: Frame) -> str:
    level = y(chart.centre)
    return tag(
        "line",
        x1=frame.left,
        x2=frame.width - frame.right,
        y1=level,
        y2=level,
        stroke=CONTEXT,
        stroke_width=1.5,
    )


def _dot(chart: FunnelChart, dot: FunnelDot, x: Scale, y: Scale) -> str:
    across, up = x(math.log10(dot.size)), y(dot.value)
    return _shape("own" if dot.label == chart.own else _kind(dot), across, up)


def _kind(dot: FunnelDot) -> str:
    return "outside" if dot.outside else "within"


def _shape(kind: str, x: float, y: float) -> str:
    """Told apart without colour: a large diamond, an open square, a dot."""
    if kind == "own":
        corners = " ".join(
            f"{x + a:.1f},{y + b:.1f}" for a, b in ((0, -8), (8, 0), (0, 8), (-8, 0))
        )
        return tag("polygon", points=corners, fill=SERIES_3, stroke=PAPER)
    if kind == "outside":
        return tag(
            "rect",
            x=x - 5,
            y=y - 5,
            width=10,
            height=10,
            fill=PAPER,
            stroke=CONTEXT,
            stroke_width=2,
        )
    return tag("circle", cx=x, cy=y, r=3.2, fill=CONTEXT)


def _size_axis(lines: Sequence[str], x: Scale, frame: Frame) -> Iterator[str]:
    foot, end = frame.height - frame.bottom, frame.width - frame.right
    yield tag("line", x1=frame.left, x2=end, y1=foot, y2=foot, stroke=SECONDARY)
    before = -1e9
    for tick in _size_ticks(10**x.low, 10**x.high):
        place, words = x(math.log10(tick)), number(tick)
        half = text_width(words, _LETTERS) / 2
        place_of_words = min(max(place, half + 2), frame.width - half - 2)
        if place_of_words - half < before + 10:
            continue
        before = place_of_words + half
        yield tag("line", x1=place, x2=place, y1=foot, y2=foot + 6, stroke=SECONDARY)
        yield text(words, place_of_words, foot + 8 + _LETTERS, size=_LETTERS, anchor="middle")
    for row, line in enumerate(lines):
        yield text(line, 4, foot + 30 + _LETTERS + row * 19, size=_LETTERS)


def _size_ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 times powers of ten; plain steps where the bodies are too alike for two."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    every = [base * 10.0**power for power in range(first, last + 1) for base in (1, 2, 5)]
    found = [tick for tick in every if low <= tick <= high]
    if len(found) > 1:
        return found
    return [tick for tick in _ticks(low, high, about=5) if low <= tick <= high]


def _legend(chart: FunnelChart, width: int) -> list[list[tuple[str, str]]]:
    entries = [("line", say("Outer limits, 99.8 %")), ("dashed", say("Inner limits, 95 %"))]
    if chart.own:
        entries.append(("own", chart.own))
    if any(dot.outside and dot.label != chart.own for dot in chart.dots):
        entries.append(("outside", say("Outside the outer limits")))
    entries.append(("within", say("Another body") if chart.own else say("A body")))
    rows: list[list[tuple[str, str]]] = []
    used = float(width)
    for entry in entries:
        needed = text_width(entry[1], _LETTERS) + 44
        if used + needed > width:
            rows.append([])
            used = 0
        rows[-1].append(entry)
        used += needed
    return rows


def _legend_drawn(rows: Sequence[Sequence[tuple[str, str]]], frame: Frame) -> Iterator[str]:
    y = frame.height - len(rows) * (_LETTERS + 7) + _LETTERS - 3
    for row in rows:
        x = 10.0
        for kind, said in row:
            level = y - _LETTERS / 3
            if kind in ("line", "dashed"):
                yield tag(
                    "line",
                    x1=x - 8,
                    x2=x + 10,
                    y1=level,
                    y2=level,
                    stroke=LIMITS,
                    stroke_width=2.5 if kind == "line" else 1.5,
                    stroke_dasharray="" if kind == "line" else "6 4",
                )
            else:
                yield _shape(kind, x, level)
            yield text(said, x + 16, y, size=_LETTERS)
            x += text_width(said, _LETTERS) + 44
        y += _LETTERS + 7
