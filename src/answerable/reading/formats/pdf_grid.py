"""Ruled tables of a PDF page: the words of each printed line put in the cells they stand in."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.reading.formats.pdf_bands import Word, grids_of_band
from answerable.reading.formats.pdf_lines import Line, said
from answerable.reading.formats.pdf_page import HYPHEN, TextPage, characters
from answerable.reading.formats.pdf_rules import Drawn, Grid
from answerable.reading.formats.tables import header_names, is_header, table_pieces
from answerable.reading.layout.lines import marker
from answerable.reading.layout.pieces import Piece, row

_DAY_BEGINS = re.compile(
    r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.]\d{1,3}$|(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.]?$"
)
_DAY_ENDS = re.compile(r"[/.]?\d{1,4}(?![\d/.])")
# Ends of words that are no words themselves; and any letter alone but "a".
_TAIL = re.compile(
    r"(?:[b-hj-z]|s?s|(?:a?t|s)?ions?|(?:at|t)ional|(?:m|e|me)?nts?|(?:i|a)?l?it(?:y|ies)|ies|ly"
    r"|(?:ib|b)?ility|(?:i|s?s)?ble|nces?|[ae]nces?|ces?|ing|ngs?|ed|d|es|er|ers|ors|ry|ty|cy"
    r"|al|ial|cial|ical|cal|ive|ives|ous|ously|ully|ness|ess|ment|ements?|sh|ure"
    r"|[st]ures?|tor|tors|ised|ising|isation|sation|(?:e?m)?ber|u?ary|ust|n?ted|te)\b(?![’'-])"
)
_OF_A_SIGN = 1.2  # of the mean width of a sign: less room than that has no room for one
_TOP = 0.7  # of the height of a page: a table that begins above may go on from the page before
_MOST_DOTS = 300  # on a page; a chart has more
_BEFORE = 2.5  # type sizes: a bullet stands no further from its words
_WIDEST_MARGIN = 12.0  # points between the words of a cell and its rules
_APART = 0.75  # of the type size: lines of one cell further apart are two paragraphs


class Table(NamedTuple):
    """Words of a ruled table by rows, and where its columns begin.

    A single row at the top of a page may be the rest of one on the page before; `alone` has its
    lines, to be read as any others if it is not.
    """

    rows: list[list[str]]
    xs: tuple[float, ...]
    alone: tuple[Line, ...] = ()


@dataclass(slots=True)
class Placed:
    """Lines of a page, each table as one line without words; its key is `first`, below zero."""

    lines: list[Line]
    tables: dict[int, Table] = field(default_factory=dict)


def placed(lines: Sequence[Line], drawn: Drawn | None, page: TextPage) -> Placed:
    """Put the lines that stand in tables with rules into tables."""
    result = Placed(list(lines))
    if drawn is None:
        return result
    if 0 < len(drawn.dots) < _MOST_DOTS:
        result.lines = [_with_bullet(line, drawn.dots) for line in lines]
    if not (drawn.grids or drawn.bands):
        return result
    signs = characters(page.text)
    grids = list(drawn.grids)
    if drawn.bands:
        words = [word for line in lines for word in _words(line, signs, page)]
        grids += [grid for band in drawn.bands for grid in grids_of_band(band, words)]
    for grid in grids:
        inside = [
            index
            for index, line in enumerate(result.lines)
            if line.first >= 0
            and grid.holds((line.x0 + min(line.x1, line.x0 + 20)) / 2, (line.y0 + line.y1) / 2)
        ]
        if not inside:
            continue
        within = [result.lines[index] for index in inside]
        rows = _rows(grid, within, signs, page)
        alone = len(rows) == 1 and grid.ys[0] > _TOP * page.shown_height
        if not alone and (len(rows) < 2 or max(sum(map(bool, texts)) for texts in rows) < 2):
            continue
        key = -1 - len(result.tables)
        result.tables[key] = Table(rows, grid.xs, tuple(within) if alone else ())
        first = result.lines[inside[0]]
        stand_in = first._replace(
            text="", x0=grid.xs[0], x1=grid.xs[-1], y0=grid.ys[-1], y1=grid.ys[0], first=key
        )
        gone = set(inside)
        result.lines = [
            stand_in if index == inside[0] else line
            for index, line in enumerate(result.lines)
            if index == inside[0] or index not in gone
        ]
    return result


def _with_bullet(line: Line, dots: Sequence[tuple[float, float]]) -> Line:
    """The line, marked where a dot stands before it at half its height."""
    lower, upper = line.y0 + 0.15 * line.size, line.y1 - 0.15 * line.size
    has_dot = any(
        line.x0 - _BEFORE * line.size < x < line.x0 - 1 and lower < y < upper for x, y in dots
    )
    return line._replace(bullet=True) if has_dot else line


def _rows(grid: Grid, lines: Sequence[Line], signs: str, page: TextPage) -> list[list[str]]:
    cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        middle = (line.y0 + line.y1) / 2
        parts: dict[tuple[int, int], list[Word]] = {}
        for word in _words(line, signs, page):
            at = grid.cell((word.x0 + word.x1) / 2, middle)
            if at is not None:
                parts.setdefault(at, []).append(word)
        ends = len(parts) - 1
        for nth, (at, words) in enumerate(parts.items()):
            # Only what stands last on the line can end in its hyphen.
            hyphen = line.hyphen and nth == ends
            said_here = " ".join(word.text for word in words) + ("-" if hyphen else "")
            x0, x1 = words[0].x0, words[-1].x1
            cells[at].append(line._replace(text=said_here, hyphen=hyphen, x0=x0, x1=x1))
    rows = [
        [
            _cell_text(cells.get((level, column), []), grid.xs[column], grid.xs[column + 1])
            for column in range(len(grid.xs) - 1)
        ]
        for level in range(len(grid.ys) - 1)
    ]
    filled = [texts for texts in rows if any(texts)]
    if len(filled) == 1:
        return filled
    used = [column for column in range(len(grid.xs) - 1) if any(t[column] for t in filled)]
    return [[texts[column] for column in used] for texts in filled]


def _words(line: Line, signs: str, page: TextPage) -> Iterator[Word]:
    """Words of a line and their edges."""
    at = line.first
    for word in signs[line.first : line.last + 1].split(" "):
        if text := said(word):
            x0 = page.box(at)[0]
            x1 = page.box(at + len(word.rstrip(HYPHEN)) - 1)[2]
            yield Word(text, x0, x1, (line.y0 + line.y1) / 2, line.size)
        at += len(word) + 1


def _cell_text(lines: Sequence[Line], left: float, right: float) -> str:
    """Lines of a cell: wrapped ones joined by a space, paragraphs and list items by LF."""
    text = ""
    before: Line | None = None
    for line in lines:
        if before is None:
            text = line.text
        elif marker(line.text) or before.y0 - line.y1 > _APART * line.size:
            text += f"\n{line.text}"
        else:
            glued = before.hyphen or _is_broken(before, line, left, right)
            text += line.text if glued else f" {line.text}"
        before = line
    return text


def _is_broken(before: Line, line: Line, left: float, right: float) -> bool:
    """A word or a day longer than its cell is wide goes on in the next line.

    Its first part fills the line and stands alone. A whole word may fill its line too, so the
    second part must be one that is no word: the end of many words, or of a day in figures.
    """
    if " " in before.text or not (
        (_DAY_BEGINS.search(before.text) and _DAY_ENDS.match(line.text))
        or (before.text[-1].isalpha() and _TAIL.match(line.text))
    ):
        return False
    margin = min(before.x0 - left, _WIDEST_MARGIN)
    room = right - margin - before.x1
    return -margin < room < (before.x1 - before.x0) / len(before.text) * _OF_A_SIGN


class Tables:
    """Turns tables into pieces; one that goes on over pages keeps the names of its columns."""

    def __init__(self) -> None:
        self._count = 0
        self._xs: tuple[float, ...] = ()
        self._header: tuple[str, ...] = ()

    def pieces(self, table: Table, page: int, last: Piece | None) -> tuple[list[Piece], bool]:
        """Pieces of one table, and whether the first is `last`, gone on with over the page.

        A single row that goes on with no table gives none.
        """
        goes_on = len(self._xs) == len(table.xs) and all(
            abs(one - other) < 4 for one, other in zip(self._xs, table.xs, strict=True)
        )
        parted = last is not None and last.kind == "row" and last.page != page
        if table.alone and not (goes_on and parted):
            return [], False
        self._count += 1
        rows = table.rows
        first = header_names(rows[:1])
        named = is_header(rows) or first == self._header
        if named and not (goes_on and parted and self._header and first != self._header):
            self._header = first
        elif not goes_on or len(self._header) != len(first):
            self._header = ()
        self._xs = table.xs
        headers = 1 if self._header == first else 0
        whole = _gone_on(last, rows[headers]) if goes_on and last and len(rows) > headers else None
        if whole is not None:
            rows = rows[:headers] + rows[headers + 1 :]
        pieces = self._of_rows(rows, page, headers)
        return ([whole, *pieces], True) if whole is not None else (pieces, False)

    def _of_rows(self, rows: list[list[str]], page: int, headers: int) -> list[Piece]:
        if not rows:
            return []
        paths = [f"page {page} table {self._count} row {n + 1}" for n in range(len(rows))]
        places = [[f"{path} cell {n + 1}" for n in range(len(rows[0]))] for path in paths]
        return table_pieces(
            rows,
            paths=paths,
            headers=headers or None,
            inherited=() if headers else self._header,
            cell_paths=places,
            page=page,
        )


def _gone_on(last: Piece, cells: Sequence[str]) -> Piece | None:
    """The row that a page break parted: its sentences stop midway, and fewer cells go on."""
    if last.kind != "row" or len(last.cells) != len(cells) or not last.cells[0]:
        return None
    filled = [column for column, cell in enumerate(cells) if cell]
    if not filled or len(filled) >= sum(map(bool, last.cells)):
        return None
    if cells[0] and not cells[0][0].islower():
        return None
    if any(not last.cells[column] or last.cells[column][-1] in ".;:" for column in filled):
        return None
    joined = [f"{one} {other}".strip() for one, other in zip(last.cells, cells, strict=True)]
    return row(
        joined,
        path=last.path,
        cell_paths=last.cell_paths,
        header=last.header,
        page=last.page,
    )
