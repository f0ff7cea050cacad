"""Tables of a PDF page that are ruled between their rows and not between their columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.reading.formats.pdf_rules import Band, Grid
from answerable.reading.formats.pdf_tables import at_one_place

_GUTTER = 0.45  # of the size of type: a gap that no word of any row enters parts two columns
_EDGE = 3.0  # points within which the cells of a column begin, or end
_HEAD = 60.0  # points: a head above the first rule is no higher, nor than the row below it
_HEAD_AND_FOOT = 3  # rules of a table that has none between its rows
_NEXT = 1.3  # of the size of type: from one line of a head to the next, at the most
_FEWEST = 2  # rows of a table, its head among them
_MOSTLY = 0.6  # of its cells


class Word(NamedTuple):
    """A word of a line: its text, where it begins and ends, its height, and the line's size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class _Row(NamedTuple):
    """What stands between two rules, or above the first."""

    upper: float
    lower: float
    words: list[Word]


def grids_of_band(band: Band, words: Sequence[Word]) -> list[Grid]:
    """The grids of tables ruled between their rows: words that stand in columns.

    What stands between two rules in one piece, as a heading between two tables does, parts them.
    The head of a table may stand above the first rule.
    """
    head = _top_of_head(band, words)
    edges = (head, *band.ys)
    every = [_Row(upper, lower, []) for upper, lower in pairwise(edges)]
    falling = [-edge for edge in edges]
    for word in words:
        at = bisect_left(falling, -word.y) - 1
        if 0 <= at < len(every) and band.left - _EDGE < word.x0 < band.right:
            every[at].words.append(word)
    found: list[Grid] = []
    rows: list[_Row] = []
    for row in [*every, _Row(0.0, 0.0, [])]:
        if _gutters(row.words):
            rows.append(row)
            continue
        found += _tables(band, rows, head)
        rows = []
    return found


def _top_of_head(band: Band, words: Sequence[Word]) -> float:
    """Above the lines, near one another, that stand right above the first rule."""
    top = band.ys[0]
    most = top + min(top - band.ys[1], _HEAD)
    above = {(word.y, word.size) for word in words if top < word.y < most}
    at = None
    for y, size in sorted(above):
        if at is not None and y - at > _NEXT * size:
            break
        at, top = y, y + 0.6 * size
    return top


def _tables(band: Band, rows: Sequence[_Row], head: float) -> list[Grid]:
    """The grid of these rows; without the first of all, if its words are no head of theirs."""
    has_head = bool(rows) and rows[0].upper == head > band.ys[0]
    # Three rules may be those at the head and at the foot of a table alone.
    if len(rows) < _FEWEST or (len(band.ys) <= _HEAD_AND_FOOT and not has_head):
        return []
    grid = _grid(band, rows)
    if grid is None and has_head and len(band.ys) > _HEAD_AND_FOOT:
        grid = _grid(band, rows[1:])
    return [] if grid is None else [grid]


def _grid(band: Band, rows: Sequence[_Row]) -> Grid | None:
    inside = [word for row in rows for word in row.words]
    gutters = _gutters(inside)
    if not gutters:
        return None
    left = min(band.left, *(word.x0 for word in inside))
    xs = (left, *((one + other) / 2 for one, other in gutters), band.right)
    columns: list[dict[int, list[Word]]] = [{} for _ in xs[1:]]
    for nth, row in enumerate(rows):
        for word in row.words:
            own = min(bisect_right(xs, word.x0), len(columns)) - 1
            columns[own].setdefault(nth, []).append(word)
    if not all(_stand(list(cells.values())) for cells in columns[1:]):
        return None
    if len(columns[0]) * 2 < len(rows) and not all(0 in cells for cells in columns):
        return None
    drawn = tuple((True,) * len(columns) for _ in rows)
    return Grid(xs, (rows[0].upper, *(row.lower for row in rows)), drawn, drawn)


def _gutters(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Gaps between words, from left to right, that are free in every row."""
    free: list[tuple[float, float]] = []
    end: float | None = None
    for word in sorted(words, key=lambda one: one.x0):
        if end is not None and word.x0 - end > _GUTTER * word.size:
            free.append((end, word.x0))
        end = word.x1 if end is None else max(end, word.x1)
    return free


def _stand(cells: Sequence[list[Word]]) -> bool:
    """The cells of a column begin at one place, or end at one."""
    starts = [min(word.x0 for word in cell) for cell in cells]
    ends = [max(word.x1 for word in cell) for cell in cells]
    return at_one_place(starts, _MOSTLY) or at_one_place(ends, _MOSTLY)
