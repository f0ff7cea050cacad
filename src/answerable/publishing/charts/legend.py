"""The legend: the shapes a picture holds, and no other."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from answerable.publishing.charts.colours import (
    LIMITS,
    NO_DATA,
    SEASON_DASHES,
    SECONDARY,
    SERIES_2,
)
from answerable.publishing.charts.parts import ControlChart, Mark
from answerable.publishing.charts.shapes import shape
from answerable.publishing.charts.svg import Frame, tag, text, text_width
from answerable.publishing.charts.words import MARK_WORDS
from answerable.vocabulary.language import say

Sample = Mark | Literal["gap", "provisional", "earlier", "season"]
Entry = tuple[Sample, str]
Kind = TypeVar("Kind", bound=str)

_MARKS: tuple[Mark, ...] = ("improvement", "concern", "neutral")


def legend_rows(chart: ControlChart, *, width: int, letters: int) -> list[list[Entry]]:
    """Rows of (shape, words) for what the picture holds; nothing that it does not."""
    entries: list[Entry] = [
        (mark, MARK_WORDS[mark].capitalize())
        for mark in _MARKS
        if any(point.mark == mark and point.value is not None for point in chart.points)
    ]
    if any(point.value is None for point in chart.points):
        entries.append(("gap", say("No data")))
    if any(limits.provisional for limits in chart.limits):
        entries.append(("provisional", say("Dashed: provisional, under 13 points")))
    if chart.earlier:
        entries.append(("earlier", say("Dotted: limits before they were set anew")))
    if chart.deseasoned:
        entries.append(("season", say("Dashed line: the season taken out")))
    return in_rows(entries, width=width, letters=letters)


def in_rows(
    entries: Sequence[tuple[Kind, str]], *, width: int, letters: int
) -> list[list[tuple[Kind, str]]]:
    """As many samples with their words in a row as fit."""
    rows: list[list[tuple[Kind, str]]] = []
    used = float(width)
    for entry in entries:
        needed = text_width(entry[1], letters) + 44
        if used + needed > width:
            rows.append([])
            used = 0
        rows[-1].append(entry)
        used += needed
    return rows


def legend_drawn(
    rows: Sequence[Sequence[tuple[Kind, str]]],
    frame: Frame,
    sample: Callable[[Kind, float, float], str],
) -> Iterator[str]:
    """The legend at the foot of the picture; `sample` draws the shape of a kind at a place."""
    y = frame.height - len(rows) * (frame.letters + 7) + frame.letters - 3
    for row in rows:
        x = 10.0
        for kind, said in row:
            yield sample(kind, x, y - frame.letters / 3)
            yield text(said, x + 16, y, size=frame.letters)
            x += text_width(said, frame.letters) + 44
        y += frame.letters + 7


def mark_sample(kind: Sample, x: float, y: float) -> str:
    """What stands for a kind of a control chart."""
    if kind == "gap":
        return tag("rect", x=x - 6, y=y - 6, width=14, height=12, fill=NO_DATA, stroke=SECONDARY)
    if kind == "season":
        return tag(
            "line",
            x1=x - 8,
            x2=x + 10,
            y1=y,
            y2=y,
            stroke=SERIES_2,
            stroke_width=2,
            stroke_dasharray=SEASON_DASHES,
        )
    if kind in ("provisional", "earlier"):
        return tag(
            "line",
            x1=x - 8,
            x2=x + 10,
            y1=y,
            y2=y,
            stroke=LIMITS,
            stroke_width=2.5,
            stroke_dasharray="6 5" if kind == "provisional" else "1.5 5",
        )
    return shape(
        "improvement" if kind == "improvement" else "concern" if kind == "concern" else "neutral",
        x,
        y,
    )
