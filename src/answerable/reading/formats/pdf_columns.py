"""Reading order of a page: two and more columns of prose are read one after the other."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from answerable.reading.formats.pdf_lines import Line

_FEWEST = 5  # lines on each side of a gutter
_SHORTEST = 22  # mean characters of a line of prose; a table's cells are shorter
_SLACK = 3.0  # points


class Column(NamedTuple):
    """Lines to be read in their order, and where its lines end; None for the page's own width."""

    lines: list[Line]
    right: float | None = None


def in_reading_order(lines: Sequence[Line]) -> list[Column]:
    """Columns in the order they are read; one if the page has one column.

    Where columns stand side by side, lines across the gutter part them in bands; each band is
    read left, then right. What stands above and below is read as a page of its own.
    """
    found = _gutter(lines)
    if found is None:
        return [Column(list(lines))] if lines else []
    gutter, top, foot = found
    bottom = _foot_of_left(lines, gutter, foot)
    above = [line for line in lines if line.y0 >= top]
    below = [line for line in lines if line.y1 <= bottom]
    between = [line for line in lines if line.y0 < top and line.y1 > bottom]
    return [*in_reading_order(above), *_bands(between, gutter), *in_reading_order(below)]


def _foot_of_left(lines: Sequence[Line], gutter: float, foot: float) -> float:
    """The left column may be longer than the right: its lines go on without a gap."""
    for line in sorted(lines, key=lambda line: -line.y1):
        if line.y1 > foot + line.size or line.x0 >= gutter - _SLACK:
            continue
        if line.x1 > gutter + _SLACK or foot - line.y1 > line.size:
            break
        foot = min(foot, line.y0)
    return foot


def _bands(lines: Sequence[Line], gutter: float) -> list[Column]:
    across = [line for line in lines if line.x0 < gutter - _SLACK and line.x1 > gutter + _SLACK]
    columns: list[Column] = []
    upper = float("inf")
    edges = [line.y0 for line in sorted(across, key=lambda line: -line.y0)]
    left_edge = max((line.x1 for line in lines if line.x1 <= gutter + _SLACK), default=gutter)
    right_edge = max(line.x1 for line in lines)
    for lower in [*edges, float("-inf")]:
        band = [line for line in lines if lower < line.y0 < upper and line not in across]
        left = [line for line in band if line.x1 <= gutter + _SLACK]
        right = [line for line in band if line.x1 > gutter + _SLACK]
        columns += _with_right(left, left_edge) + _with_right(right, right_edge)
        columns.append(Column([line for line in across if line.y0 == lower]))
        upper = lower
    return [column for column in columns if column.lines]


def _with_right(lines: list[Line], edge: float) -> list[Column]:
    """A side of the gutter, which may have a gutter of its own."""
    return [
        column if column.right is not None else Column(column.lines, edge)
        for column in in_reading_order(lines)
    ]


def _gutter(lines: Sequence[Line]) -> tuple[float, float, float] | None:
    """Where a gutter ends and the next column of prose begins, its top and its foot; or None."""
    if len(lines) < 2 * _FEWEST:
        return None
    edges = [line.x0 for line in lines]
    left_edge = min(edges)
    width = max(max([line.x1 for line in lines]) - left_edge, 1)
    inner = [edge for edge in edges if 0.25 < (edge - left_edge) / width < 0.8]
    if len(inner) < _FEWEST:
        return None
    starts = Counter(map(round, inner))
    for start, count in sorted(starts.items()):
        if count < _FEWEST:
            continue
        left = [line for line in lines if line.x1 <= start]
        right = [line for line in lines if abs(line.x0 - start) <= _SLACK]
        top = max(line.y1 for line in right)
        bottom = min(line.y0 for line in right)
        left = [line for line in left if line.y0 < top and line.y1 > bottom]
        if _is_prose(left) and _is_prose(right) and _side_by_side(left, right):
            return start - 1.0, top, bottom
    return None


def _is_prose(lines: Sequence[Line]) -> bool:
    if len(lines) < _FEWEST:
        return False
    return sum(len(line.text) for line in lines) / len(lines) >= _SHORTEST


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """The two overlap in height for most of the shorter one."""
    top = min(max(line.y1 for line in left), max(line.y1 for line in right))
    bottom = max(min(line.y0 for line in left), min(line.y0 for line in right))
    shorter = min(_height(left), _height(right))
    return top - bottom > 0.5 * shorter


def _height(lines: Sequence[Line]) -> float:
    return max(line.y1 for line in lines) - min(line.y0 for line in lines)
