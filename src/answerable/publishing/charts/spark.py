"""A spark line: the shape of a series in the height of a line of text."""

from collections.abc import Sequence

from answerable.publishing.charts.axes import Scale
from answerable.publishing.charts.colours import SERIES
from answerable.publishing.charts.parts import ChartPoint, ControlChart, Drawn
from answerable.publishing.charts.shapes import shape
from answerable.publishing.charts.svg import Frame, days, picture, tag
from answerable.publishing.charts.words import header, rows, sentence, subtitle

SPARK = Frame(width=120, height=32, left=8, right=8, top=8, bottom=8)


def spark(chart: ControlChart) -> Drawn:
    """The line alone, with gaps, and the newest point with its mark. One size for all widths."""
    said = sentence(chart)
    parts = _parts(chart.points)
    wide, narrow = (
        picture(
            parts, frame=SPARK, ids=f"spark-{chart.name}-{size}", title=chart.title, sentence=said
        )
        for size in ("wide", "narrow")
    )
    return Drawn(
        title=chart.title,
        subtitle=subtitle(chart),
        sentence=said,
        wide=wide,
        narrow=narrow,
        header=header(chart),
        rows=rows(chart),
    )


def _parts(points: Sequence[ChartPoint]) -> list[str]:
    held = [(point, point.value) for point in points if point.value is not None]
    if not held:
        return []
    values = [value for _, value in held]
    low, high = min(values), max(values)
    y = Scale(low, high if high > low else low + 1, SPARK.height - SPARK.bottom, SPARK.top)
    first, last = days(points[0].start), days(points[-1].start)
    x = Scale(first, max(last, first + 1), SPARK.left, SPARK.width - SPARK.right)
    drawn = []
    run: list[str] = []
    for point in (*points, None):
        if point is not None and point.value is not None:
            run.append(f"{x(days(point.start)):.1f},{y(point.value):.1f}")
            continue
        if len(run) == 1:
            run.append(run[0])
        if run:
            drawn.append(
                tag(
                    "polyline",
                    points=" ".join(run),
                    fill="none",
                    stroke=SERIES,
                    stroke_width=1.5,
                    stroke_linecap="round",
                )
            )
        run = []
    newest, value = held[-1]
    return [*drawn, shape(newest.mark, x(days(newest.start)), y(value))]
