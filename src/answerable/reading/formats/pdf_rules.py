"""Rules drawn on a PDF page, and the grids that they make."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pypdfium2 import raw

from answerable.reading.formats.pdf_calls import handle, item_at, item_type
from answerable.reading.formats.pdf_page import TextPage

_THIN = 3.0  # points: a rule, or a box drawn as one
_NEAR = 4.0  # points within which rules meet, and are one
_SHORTEST = 7.0
_MOST_RULES = 4_000  # a map or a chart has more, and no table
_MOST_SEGMENTS = 2_000
_MOST_LINES = 400  # columns and rows of a grid
_OF_A_DOT = 64  # segments: some programs draw a circle in 49
_LEAST_DOT, _MOST_DOT = 1.5, 7.0  # points: how wide a bullet is
_FEWEST_BANDS = 3  # rules across: below a head, and below two rows
_HIGHEST = 150.0  # points: a row of a table; what lies further apart is no table's
_NARROWEST = 150.0  # points: a table is no narrower


class Rule(NamedTuple):
    """A straight rule: where it lies across, and from where to where it runs."""

    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: edges of columns from left, of rows from the top, and which are drawn.

    `walls[row][column]` is true where the cell has a rule on its left, `lids` at its top.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]  # falling
    walls: tuple[tuple[bool, ...], ...]
    lids: tuple[tuple[bool, ...], ...]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a point, moved to the first cell of a merged one."""
        column = bisect_right(self.xs, x) - 1
        row = len(self.ys) - 1 - bisect_right(self.ys[::-1], y)
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        while column > 0 and not self.walls[row][column]:
            column -= 1
        while row > 0 and not self.lids[row][column]:
            row -= 1
        return row, column

    def holds(self, x: float, y: float) -> bool:
        """The point lies inside."""
        inside = self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR
        return inside and self.ys[-1] - _NEAR <= y <= self.ys[0] + _NEAR


class Band(NamedTuple):
    """Rules that run across, one below the other, with none between columns; `ys` fall."""

    left: float
    right: float
    ys: tuple[float, ...]


class Drawn(NamedTuple):
    """What the drawings of a page make: tables from its top, and the middles of small dots."""

    grids: list[Grid]
    bands: list[Band]
    dots: list[tuple[float, float]]


def tables_drawn(page: raw.FPDF_PAGE, text_page: TextPage) -> Drawn:
    """Grids of at least two columns, and rules that part only rows."""
    uprights: list[Rule] = []
    levels: list[Rule] = []
    dots: list[tuple[float, float]] = []
    for x0, y0, x1, y1 in _shapes(page, text_page, dots):
        if x1 - x0 <= _THIN:
            if y1 - y0 >= _SHORTEST:
                uprights.append(Rule((x0 + x1) / 2, y0, y1))
        elif y1 - y0 <= _THIN:
            if x1 - x0 >= _SHORTEST:
                levels.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 > 15 and 8 < y1 - y0 < 400:
            uprights += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
            levels += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        if len(uprights) + len(levels) > _MOST_RULES:
            return Drawn([], [], dots)
    if not levels:
        return Drawn([], [], dots)
    grids: list[Grid] = []
    across: list[Rule] = []
    for ups, downs in _connected(_merged(uprights), _merged(levels)):
        grid = _grid(ups, downs)
        if grid is not None:
            grids.append(grid)
        else:
            across += downs
    bands = _bands([rule for rule in across if rule.end - rule.begin >= _NARROWEST])
    return Drawn(sorted(grids, key=lambda grid: -grid.ys[0]), bands, dots)


def _bands(rules: Sequence[Rule]) -> list[Band]:
    """Rules of one width that lie one below the other, no further apart than a row is high."""
    found: list[Band] = []
    open_: list[Rule] = []
    for rule in [*sorted(rules, key=lambda one: (round(one.begin / 20), -one.at)), None]:
        last = open_[-1] if open_ else None
        if last is not None and (
            rule is None
            or abs(rule.begin - last.begin) > _NEAR
            or abs(rule.end - last.end) > _NEAR
            or not 0 < last.at - rule.at < _HIGHEST
        ):
            ys = _places([one.at for one in open_])[::-1]
            if len(ys) >= _FEWEST_BANDS:
                found.append(Band(last.begin, last.end, tuple(ys)))
            open_ = []
        if rule is not None:
            open_.append(rule)
    return sorted(found, key=lambda band: -band.ys[0])


def _shapes(
    page: raw.FPDF_PAGE, text_page: TextPage, dots: list[tuple[float, float]]
) -> Iterator[tuple[float, float, float, float]]:
    """Boxes of drawn shapes; the straight segments of a shape of many. Dots are put apart."""
    left, lower, right, upper = (ctypes.c_float() for _ in range(4))
    at = handle(page)
    for index in range(raw.FPDFPage_CountObjects(page)):
        if item_type(item_at(at, index)) != raw.FPDF_PAGEOBJ_PATH:
            continue
        item = raw.FPDFPage_GetObject(page, index)
        count = raw.FPDFPath_CountSegments(item)
        if count > _MOST_SEGMENTS:
            continue
        box = None
        if count <= _OF_A_DOT and raw.FPDFPageObj_GetBounds(item, left, lower, right, upper):
            box = text_page.shown(left.value, lower.value, right.value, upper.value)
            wide, high = box[2] - box[0], box[3] - box[1]
            if _LEAST_DOT < wide < _MOST_DOT and 0.8 * high < wide < 1.25 * high:
                dots.append((box[0] + wide / 2, box[1] + high / 2))
                continue
        if count > 5:
            yield from _segments(item, count, text_page)
        elif box is not None:
            yield box


def _segments(
    item: raw.FPDF_PAGEOBJECT, count: int, text_page: TextPage
) -> Iterator[tuple[float, float, float, float]]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if last is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            (ax, ay), (bx, by) = last, point
            if abs(ax - bx) <= 1 or abs(ay - by) <= 1:
                yield text_page.shown(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        last = point


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules that lie in one line and touch are one rule."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _THIN), rule.begin)):
        if merged:
            last = merged[-1]
            if abs(last.at - rule.at) <= _THIN and rule.begin <= last.end + _NEAR:
                merged[-1] = Rule(last.at, min(last.begin, rule.begin), max(last.end, rule.end))
                continue
        merged.append(rule)
    return merged[:_MOST_LINES]


def _connected(
    uprights: Sequence[Rule], levels: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or by others, are one table."""
    home = list(range(len(uprights) + len(levels)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    for one, up in enumerate(uprights):
        for other, level in enumerate(levels, start=len(uprights)):
            meets = level.begin - _NEAR <= up.at <= level.end + _NEAR
            if meets and up.begin - _NEAR <= level.at <= up.end + _NEAR:
                home[root(one)] = root(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at in range(len(home)):
        ups, downs = groups.setdefault(root(at), ([], []))
        if at < len(uprights):
            ups.append(uprights[at])
        else:
            downs.append(levels[at - len(uprights)])
    return list(groups.values())


def _grid(uprights: list[Rule], levels: list[Rule]) -> Grid | None:
    """The grid of rules that meet; a table may be open at its sides, top and foot."""
    if not uprights or not levels:
        return None
    ends = [end for level in levels for end in (level.begin, level.end)]
    tops = [end for up in uprights for end in (up.begin, up.end)]
    xs = _places([up.at for up in uprights] + [min(ends), max(ends)])
    ys = _places([level.at for level in levels] + [min(tops), max(tops)])[::-1]
    if len(xs) < 3:
        return None
    rows = [((upper + lower) / 2, upper) for upper, lower in pairwise(ys)]
    columns = [((left + right) / 2, left) for left, right in pairwise(xs)]
    walls = tuple(
        tuple(_is_drawn(uprights, left, middle) for _, left in columns) for middle, _ in rows
    )
    lids = tuple(
        tuple(_is_drawn(levels, upper, middle) for middle, _ in columns) for _, upper in rows
    )
    return Grid(tuple(xs), tuple(ys), walls, lids)


def _places(values: list[float]) -> list[float]:
    """Distinct places, those near each other taken as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _is_drawn(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(
        abs(rule.at - at) <= _NEAR and rule.begin - 1 <= middle <= rule.end + 1 for rule in rules
    )
