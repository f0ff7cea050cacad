"""The control chart: a line, its limits, what is unusual, and what happened when."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby, pairwise

from answerable.publishing.charts import words
from answerable.publishing.charts.axes import (
    Scale,
    time_axis,
    unit_words,
    value_axis,
    value_ticks,
)
from answerable.publishing.charts.colours import (
    CONTEXT,
    LIMITS,
    NO_DATA,
    SEASON_DASHES,
    SERIES,
    SERIES_2,
    SERIES_3,
)
from answerable.publishing.charts.events import event_lines, event_rows
from answerable.publishing.charts.legend import legend_drawn, legend_rows, mark_sample
from answerable.publishing.charts.parts import ChartPoint, ControlChart, Drawn
from answerable.publishing.charts.shapes import shape
from answerable.publishing.charts.svg import Frame, days, number, picture, tag, text, text_width
from answerable.vocabulary.language import say

WIDE, NARROW = 700, 340


def control_chart(chart: ControlChart) -> Drawn:
    """The chart of one measure in one place, wide and narrow, with its words and table."""
    said = words.sentence(chart)
    return Drawn(
        title=chart.title,
        subtitle=words.subtitle(chart),
        sentence=said,
        wide=_draw(chart, said, width=WIDE),
        narrow=_draw(chart, said, width=NARROW),
        header=words.header(chart),
        rows=words.rows(chart),
    )


def _draw(chart: ControlChart, said: str, *, width: int) -> str:
    ticks = value_ticks(*_range(chart), about=5 if width == WIDE else 4)
    labels = _limit_labels(chart, short=width == NARROW)
    letters = 15
    left = max(text_width(number(tick), letters) for tick in ticks) + 12
    right = max((text_width(line, letters) for _, lines in labels for line in lines), default=2)
    rows = event_rows(chart.events, width=width, letters=letters)
    legend = legend_rows(chart, width=width, letters=letters)
    top = 34 + sum(len(lines) for lines in rows) * (letters + 5)
    bottom = 34 + len(legend) * (letters + 7)
    plot = 250 if width == WIDE else 220
    frame = Frame(width, int(top + plot + bottom), left, right + 12, top, bottom, letters)
    y = Scale(ticks[0], ticks[-1], frame.height - bottom, top)
    x = Scale(*_span(chart), left + 6, width - frame.right - 6)
    parts = [
        *_bands_without_data(chart.points, x, frame),
        *value_axis(y, ticks, frame=frame),
        *time_axis(x, frame=frame),
        *_limit_lines(chart, x, y),
        *_target(chart, x, y, frame),
        *event_lines(chart.events, rows, x=x, frame=frame),
        unit_words(ticks, frame=frame, unit=chart.unit),
        *_line(chart, x, y, adjusted=True),
        *_line(chart, x, y),
        *_points(chart.points, x, y),
        *_written(labels, y, frame),
        *legend_drawn(legend, frame, mark_sample),
    ]
    ids = f"chart-{chart.name}-{'wide' if width == WIDE else 'narrow'}"
    return picture(parts, frame=frame, ids=ids, title=chart.title, sentence=said)


def _range(chart: ControlChart) -> tuple[float, float]:
    values = [point.value for point in chart.points if point.value is not None]
    values += [point.adjusted for point in chart.points if point.adjusted is not None]
    for limits in (*chart.limits, *chart.earlier):
        values += [v for v in (limits.mean, limits.lower, limits.upper) if v is not None]
    values += [] if chart.target is None else [chart.target]
    low, high = min(values, default=0.0), max(values, default=1.0)
    # A limit below 0 of a count is clipped in the drawing only.
    return (max(low, 0.0) if chart.above_zero else low), high


def _span(chart: ControlChart) -> tuple[float, float]:
    starts = [days(point.start) for point in chart.points]
    starts += [days(event.on) for event in chart.events]
    first, last = min(starts, default=1.0), max(starts, default=2.0)
    return first, max(last, first + 1)


def _line(chart: ControlChart, x: Scale, y: Scale, *, adjusted: bool = False) -> Iterator[str]:
    breaks = [event.on for event in chart.events if event.kind == "break"]
    run: list[str] = []
    before: ChartPoint | None = None
    for point in chart.points:
        crossed = before is not None and any(before.start < on <= point.start for on in breaks)
        value = point.adjusted if adjusted else point.value
        if value is None or crossed:
            yield from _stroke(run, adjusted=adjusted)
            run = []
        if value is not None:
            run.append(f"{x(days(point.start)):.1f},{y(value):.1f}")
        before = point
    yield from _stroke(run, adjusted=adjusted)


def _stroke(run: Sequence[str], *, adjusted: bool) -> Iterator[str]:
    if len(run) > 1:
        yield tag(
            "polyline",
            points=" ".join(run),
            fill="none",
            stroke=SERIES_2 if adjusted else SERIES,
            stroke_width=2,
            stroke_dasharray=SEASON_DASHES if adjusted else "",
            stroke_linejoin="round",
        )


def _points(points: Sequence[ChartPoint], x: Scale, y: Scale) -> Iterator[str]:
    """Common points in one path of dots; over them the shapes of what is unusual."""
    dots = "".join(
        f"M{x(days(point.start)):.1f},{y(point.value):.1f}h.01"
        for point in points
        if point.value is not None and point.mark == "common"
    )
    if dots:
        yield tag("path", d=dots, stroke=SERIES, stroke_width=5.2, stroke_linecap="round")
    for point in points:
        if point.value is not None and point.mark != "common":
            yield shape(point.mark, x(days(point.start)), y(point.value))


def _limit_lines(chart: ControlChart, x: Scale, y: Scale) -> Iterator[str]:
    for limits in (*chart.earlier, *chart.limits):
        dashes = "6 5" if limits.provisional else ""
        dashes = "1.5 5" if limits in chart.earlier else dashes
        start, end = x(days(limits.start)) - 4, x(days(limits.end)) + 4
        for value, colour in (
            (limits.mean, CONTEXT),
            (limits.lower, LIMITS),
            (limits.upper, LIMITS),
        ):
            if value is not None:
                level = y(max(value, y.low))
                width = 1.5 if colour == CONTEXT else 2.5
                yield tag(
                    "line",
                    x1=start,
                    x2=end,
                    y1=level,
                    y2=level,
                    stroke=colour,
                    stroke_width=width,
                    stroke_dasharray=dashes,
                )


def _target(chart: ControlChart, x: Scale, y: Scale, frame: Frame) -> Iterator[str]:
    if chart.target is not None:
        level = y(chart.target)
        since = frame.left if chart.target_from is None else x(days(chart.target_from))
        yield tag(
            "line",
            x1=max(since, frame.left),
            x2=frame.width - frame.right,
            y1=level,
            y2=level,
            stroke=SERIES_3,
            stroke_width=2,
            stroke_dasharray="2 4",
        )


def _limit_labels(chart: ControlChart, *, short: bool) -> list[tuple[float, list[str]]]:
    """(level, lines) of the words beside the newest limits and the target."""
    labels: list[tuple[float, list[str]]] = []
    if chart.limits:
        newest = chart.limits[-1]
        for name, value in (
            (say("Upper limit"), newest.upper),
            (say("Mean"), newest.mean),
            (say("Lower limit"), newest.lower),
        ):
            if value is not None:
                first = name.split()[0]
                told = say("below 0") if chart.above_zero and value < 0 else number(value)
                lines = [first, told] if short else [f"{name} {told}"]
                labels.append((value, lines))
    if chart.target is not None:
        value = chart.target
        labels.append(
            (
                value,
                [say("Target"), number(value)]
                if short
                else [say("Target {target}", target=number(value))],
            )
        )
    return sorted(labels, reverse=True)


def _written(labels: Sequence[tuple[float, list[str]]], y: Scale, frame: Frame) -> Iterator[str]:
    """The labels at the right, moved apart until none touches the next."""
    step = frame.letters + 2
    places = [
        min(max(y(max(level, y.low)) + 5 - step * (len(lines) - 1) / 2, y.end), y.start)
        for level, lines in labels
    ]
    heights = [step * len(lines) + 2 for _, lines in labels]
    for place in range(1, len(places)):
        places[place] = max(places[place], places[place - 1] + heights[place - 1])
    floor = y.start + 6
    for place in reversed(range(len(places))):
        places[place] = min(places[place], floor - step * (len(labels[place][1]) - 1))
        floor = places[place] - step - 2
    for top, (_, lines) in zip(places, labels, strict=True):
        for row, line in enumerate(lines):
            x = frame.width - frame.right + 8
            yield text(line, x, top + row * step, size=frame.letters)


def _bands_without_data(points: Sequence[ChartPoint], x: Scale, frame: Frame) -> Iterator[str]:
    """One pale band over each run of periods without a value."""
    half = _half_step(points, x)
    foot, end = frame.height - frame.bottom, frame.width - frame.right
    for empty, run in groupby(points, key=lambda point: point.value is None):
        if empty:
            places = [x(days(point.start)) for point in run]
            left = max(places[0] - half, frame.left)
            width = min(places[-1] + half, end) - left
            yield tag(
                "rect", x=left, y=frame.top, width=width, height=foot - frame.top, fill=NO_DATA
            )


def _half_step(points: Sequence[ChartPoint], x: Scale) -> float:
    steps = [b.start - a.start for a, b in pairwise(points)]
    shortest = min(steps, default=timedelta(days=30))
    return max((x(shortest.days) - x(0)) / 2, 1.5)
