"""Reading order of a page: two and more columns of prose are read one after the other."""

from collections import Counter
from collections.abc import Sequence

from answerable.reading.formats.pdf_lines import Line

_FEWEST = 5  # lines on each side of a gutter
_SHORTEST = 22  # mean characters of a line of prose; a table's cells are shorter
_SLACK = 3.0  # points


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Columns in the order they are read; one list if the page has one column.

    Lines across the gutter part the page in bands; each band is read left, then right.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    across = [line for line in lines if line.x0 < gutter - _SLACK and line.x1 > gutter + _SLACK]
    columns: list[list[Line]] = []
    upper = float("inf")
    edges = [line.y0 for line in sorted(across, key=lambda line: -line.y0)]
    for lower in [*edges, float("-inf")]:
        band = [line for line in lines if lower < line.y0 < upper and line not in across]
        left = [line for line in band if line.x1 <= gutter + _SLACK]
        right = [line for line in band if line.x1 > gutter + _SLACK]
        for side in (left, right):
            columns.extend(in_reading_order(side) if side else [])
        columns.append([line for line in across if line.y0 == lower])
        upper = lower
    return [column for column in columns if column]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a gutter ends and the next column of prose begins, or None."""
    if len(lines) < 2 * _FEWEST:
        return None
    left_edge = min(line.x0 for line in lines)
    right_edge = max(line.x1 for line in lines)
    width = right_edge - left_edge
    starts = Counter(
        round(line.x0) for line in lines if 0.25 < (line.x0 - left_edge) / max(width, 1) < 0.8
    )
    for start, count in sorted(starts.items()):
        if count < _FEWEST:
            continue
        left = [line for line in lines if line.x1 <= start]
        right = [line for line in lines if line.x0 >= start - 1]
        if len(left) + len(right) < 0.6 * len(lines):
            continue
        if _is_prose(left) and _is_prose(right) and _side_by_side(left, right):
            return start - 1.0
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
