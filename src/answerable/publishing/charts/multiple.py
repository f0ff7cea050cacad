"""One of many small charts: the course, its newest limits and its marks, on a shared time axis."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from answerable.publishing.charts.axes import Scale
from answerable.publishing.charts.colours import CONTEXT, LIMITS, NO_DATA, SECONDARY, SERIES
from answerable.publishing.charts.parts import ControlChart, Drawn
from answerable.publishing.charts.shapes import shape
from answerable.publishing.charts.svg import Frame, days, number, picture, tag, text, text_width
from answerable.publishing.charts.words import header, rows, sentence, subtitle
from answerable.vocabulary.language import say

_FRAME = Frame(width=340, height=170, left=8, right=8, top=26, bottom=30, letters=15)


def multiple(chart: ControlChart, *, first: date, last: date) -> Drawn:
    """The chart in small, from `first` to `last`, its own scale upward from 0. One size.

    The sentence is that of the whole chart; the table has what is drawn.
    """
    said = sentence(chart)
    shown = replace(
        chart,
        points=tuple(point for point in chart.points if first <= point.start <= last),
        limits=tuple(
            replace(one, start=max(one.start, first)) for one in chart.limits if one.end >= first
        ),
    )
    drawn = picture(
        _parts(shown, first, last),
        frame=_FRAME,
        ids=f"multiple-{chart.name}",
        title=chart.title,
        sentence=said,
    )
    return Drawn(
        title=chart.title,
        subtitle=subtitle(chart),
        sentence=said,
        wide=drawn,
        narrow=drawn,
        header=header(shown),
        rows=rows(shown),
    )


def _parts(chart: ControlChart, first: date, last: date) -> Iterator[str]:
    held = [point.value for point in chart.points if point.value is not None]
    tops = [limits.upper for limits in chart.limits if limits.upper is not None]
    high = max([*held, *tops], default=1.0)
    low = min(0.0, *held) if held else 0.0
    foot = _FRAME.height - _FRAME.bottom
    y = Scale(low, high if high > low else low + 1, foot, _FRAME.top)
    end = _FRAME.width - _FRAME.right
    x = Scale(days(first), max(days(last), days(first) + 1), _FRAME.left + 6, end - 6)
    yield from _gaps(chart, x)
    yield tag("line", x1=_FRAME.left, x2=end, y1=foot, y2=foot, stroke=SECONDARY)
    for limits in chart.limits:
        for value, colour, width in (
            (limits.mean, CONTEXT, 1.0),
            (limits.lower, LIMITS, 2.0),
            (limits.upper, LIMITS, 2.0),
        ):
            if value is not None:
                level = y(max(value, y.low))
                yield tag(
                    "line",
                    x1=x(days(limits.start)) - 2,
                    x2=x(days(limits.end)) + 2,
                    y1=level,
                    y2=level,
                    stroke=colour,
                    stroke_width=width,
                    stroke_dasharray="6 5" if limits.provisional else "",
                )
    yield from _course(chart, x, y)
    yield from _words(chart, first, last, foot)


def _course(chart: ControlChart, x: Scale, y: Scale) -> Iterator[str]:
    breaks = [event.on for event in chart.events if event.kind == "break"]
    run: list[str] = []
    before: date | None = None
    for point in (*chart.points, None):
        crossed = (
            point is not None
            and before is not None
            and any(before < on <= point.start for on in breaks)
        )
        if point is None or point.value is None or crossed:
            if len(run) == 1:
                run.append(run[0])
            if run:
                yield tag(
                    "polyline",
                    points=" ".join(run),
                    fill="none",
                    stroke=SERIES,
                    stroke_width=1.8,
                    stroke_linecap="round",
                )
            run = []
        if point is not None and point.value is not None:
            run.append(f"{x(days(point.start)):.1f},{y(point.value):.1f}")
        before = point.start if point is not None else None
    for point in chart.points:
        if point.value is not None and point.mark != "common":
            yield shape(point.mark, x(days(point.start)), y(point.value))


def _gaps(chart: ControlChart, x: Scale) -> Iterator[str]:
    for empty, run in groupby(chart.points, key=lambda point: point.value is None):
        if empty:
            places = [x(days(point.start)) for point in run]
            yield tag(
                "rect",
                x=places[0] - 1.5,
                y=_FRAME.top,
                width=places[-1] - places[0] + 3,
                height=_FRAME.height - _FRAME.bottom - _FRAME.top,
                fill=NO_DATA,
            )


def _words(chart: ControlChart, first: date, last: date, foot: float) -> Iterator[str]:
    """The newest number above, the ends of time below."""
    size = _FRAME.letters
    newest = next((p for p in reversed(chart.points) if p.value is not None), None)
    if newest is not None and newest.value is not None:
        yield text(
            say("{newest} in {label}", newest=number(newest.value), label=newest.label),
            4,
            size + 2,
            size=size,
        )
    yield text(f"{first:%b %Y}", _FRAME.left, foot + size + 6, size=size)
    words = f"{last:%b %Y}"
    start = _FRAME.width - _FRAME.right - text_width(words, size)
    yield text(words, start, foot + size + 6, size=size)
