"""Two or three courses on one scale, told apart by dash, mark and words, not by colour alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.publishing.charts.axes import (
    Scale,
    time_axis,
    unit_words,
    value_axis,
    value_ticks,
)
from answerable.publishing.charts.colours import SERIES, SERIES_2, SERIES_3
from answerable.publishing.charts.events import event_lines, event_rows
from answerable.publishing.charts.parts import ChartEvent, ChartPoint, Drawn
from answerable.publishing.charts.svg import Frame, days, number, picture, tag, text, text_width
from answerable.publishing.charts.words import NO_DATA
from answerable.vocabulary.language import say

WIDE, NARROW = 700, 340
_LETTERS = 15
_STYLES = ((SERIES, "", 2.5), (SERIES_3, "7 4", 2), (SERIES_2, "2 4", 2))


@dataclass(frozen=True, slots=True)
class LineSeries:
    """One course; its points stand at the same starts as those of the others."""

    label: str
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Up to three courses. `name` is unique on the page and makes the ids."""

    name: str
    title: str
    subtitle: str
    sentence: str
    unit: str
    series: tuple[LineSeries, ...]
    events: tuple[ChartEvent, ...] = ()


def line_chart(chart: LineChart) -> Drawn:
    """The lines wide and narrow, with a table of one row a period."""
    periods = [point.label for point in chart.series[0].points]
    return Drawn(
        title=chart.title,
        subtitle=chart.subtitle,
        sentence=chart.sentence,
        wide=_draw(chart, WIDE),
        narrow=_draw(chart, NARROW),
        header=(say("Period"), *(series.label for series in chart.series)),
        rows=tuple(
            (period, *(_cell(series.points[place]) for series in chart.series))
            for place, period in enumerate(periods)
        ),
    )


def _cell(point: ChartPoint) -> str:
    return NO_DATA if point.value is None else number(point.value)


def _draw(chart: LineChart, width: int) -> str:
    values = [p.value for s in chart.series for p in s.points if p.value is not None]
    ticks = value_ticks(
        min(values, default=0.0), max(values, default=1.0), about=5 if width == WIDE else 4
    )
    left = max(text_width(number(tick), _LETTERS) for tick in ticks) + 12
    rows = event_rows(chart.events, width=width, letters=_LETTERS)
    top = 34 + sum(len(lines) for lines in rows) * (_LETTERS + 5)
    bottom = 34 + len(chart.series) * (_LETTERS + 7)
    plot = 250 if width == WIDE else 220
    frame = Frame(width, top + plot + bottom, left, 14, top, bottom, _LETTERS)
    y = Scale(ticks[0], ticks[-1], frame.height - bottom, top)
    starts = [days(point.start) for point in chart.series[0].points]
    starts += [days(event.on) for event in chart.events]
    first, last = min(starts, default=1.0), max(starts, default=2.0)
    x = Scale(first, max(last, first + 1), left + 6, width - frame.right - 6)
    parts = [
        *value_axis(y, ticks, frame=frame),
        *time_axis(x, frame=frame),
        *event_lines(chart.events, rows, x=x, frame=frame),
        *(part for place in range(len(chart.series)) for part in _course(chart, place, x, y)),
        unit_words(ticks, frame=frame, unit=chart.unit),
        *_legend(chart, frame),
    ]
    ids = f"lines-{chart.name}-{'wide' if width == WIDE else 'narrow'}"
    return picture(parts, frame=frame, ids=ids, title=chart.title, sentence=chart.sentence)


def _course(chart: LineChart, place: int, x: Scale, y: Scale) -> Iterator[str]:
    run: list[str] = []
    for point in (*chart.series[place].points, None):
        if point is not None and point.value is not None:
            run.append(f"{x(days(point.start)):.1f},{y(point.value):.1f}")
            continue
        if len(run) == 1:
            run.append(run[0])
        if run:
            yield _line(place, points=" ".join(run))
        run = []


def _line(place: int, *, points: str) -> str:
    colour, dashes, width = _STYLES[place % len(_STYLES)]
    return tag(
        "polyline",
        points=points,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linejoin="round",
        stroke_linecap="round" if not dashes else "",
    )


def _legend(chart: LineChart, frame: Frame) -> Iterator[str]:
    y = frame.height - len(chart.series) * (_LETTERS + 7) + _LETTERS - 3
    for place, series in enumerate(chart.series):
        level = y - _LETTERS / 3
        yield _line(place, points=f"4,{level:.1f} 36,{level:.1f}")
        yield text(series.label, 46, y, size=_LETTERS)
        y += _LETTERS + 7
