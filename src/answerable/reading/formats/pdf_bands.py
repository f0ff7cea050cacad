"""Tables of a PDF page that are ruled between their rows and not between their columns."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.reading.formats.pdf_rules import Band, Grid

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


def grids_of_band(band: Band, words: Sequence[Word]) -> list[Grid]:
    """The grids of tables ruled between their rows: words that stand in columns.

    What stands between two rules in one piece, as a heading between two tables does, parts them.
    The head of a table may stand above the first rule.
    """
    head = _top_of_head(band, words)
    inside = [
        word
        for word in words
        if band.ys[-1] < word.y < head and band.left - _EDGE < word.x0 < band.right
    ]
    found: list[Grid] = []
    rows: list[tuple[float, float]] = []
    for upper, lower in [*pairwise((head, *band.ys)), (0.0, 0.0)]:
        if _gutters([word for word in inside if lower < word.y < upper]):
            rows.append((upper, lower))
            continue
        found += _tables(band, rows, inside, head)
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


def _tables(
    band: Band, rows: Sequence[tuple[float, float]], words: Sequence[Word], head: float
) -> list[Grid]:
    """The grid of these rows; without the first of all, if its words are no head of theirs."""
    has_head = bool(rows) and rows[0][0] == head > band.ys[0]
    # Three rules may be those at the head and at the foot of a table alone.
    if len(rows) < _FEWEST or (len(band.ys) <= _HEAD_AND_FOOT and not has_head):
        return []
    grid = _grid(band, rows, words)
    if grid is None and has_head and len(band.ys) > _HEAD_AND_FOOT:
        grid = _grid(band, rows[1:], words)
    return [] if grid is None else [grid]


def _grid(band: Band, rows: Sequence[tuple[float, float]], words: Sequence[Word]) -> Grid | None:
    inside = [word for word in words if rows[-1][1] < word.y < rows[0][0]]
    gutters = _gutters(inside)
    left = min(band.left, *(word.x0 for word in inside))
    xs = (left, *((one + other) / 2 for one, other in gutters), band.right)
    columns = list(pairwise(xs))
    cells = {
        (row, column): part
        for row, (upper, lower) in enumerate(rows)
        for column, (start, end) in enumerate(columns)
        if (part := [w for w in inside if lower < w.y < upper and start <= w.x0 < end])
    }
    if not gutters or not all(_stand(cells, nth) for nth in range(1, len(columns))):
        return None
    first = sum((row, 0) in cells for row in range(len(rows)))
    if first * 2 < len(rows) and not all((0, nth) in cells for nth in range(len(columns))):
        return None
    drawn = tuple((True,) * len(columns) for _ in rows)
    return Grid(xs, (rows[0][0], *(lower for _, lower in rows)), drawn, drawn)


def _gutters(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Gaps between words, from left to right, that are free in every row."""
    free: list[tuple[float, float]] = []
    end: float | None = None
    for word in sorted(words, key=lambda one: one.x0):
        if end is not None and word.x0 - end > _GUTTER * word.size:
            free.append((end, word.x0))
        end = word.x1 if end is None else max(end, word.x1)
    return free


def _stand(cells: dict[tuple[int, int], list[Word]], column: int) -> bool:
    """The cells of a column begin at one place, or end at one."""
    those = [part for (_, nth), part in cells.items() if nth == column]
    starts = [min(word.x0 for word in part) for part in those]
    ends = [max(word.x1 for word in part) for part in those]
    return _at_one_place(starts) or _at_one_place(ends)


def _at_one_place(places: Iterable[float]) -> bool:
    ordered = sorted(places)
    needed = max(2, round(_MOSTLY * len(ordered)))
    return any(
        ordered[at + needed - 1] - ordered[at] <= _EDGE for at in range(len(ordered) - needed + 1)
    )
