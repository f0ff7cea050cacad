"""Ruled tables of a PDF page: the words of each printed line put in the cells they stand in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.reading.formats.pdf_lines import HYPHEN, Line, TextPage, characters, said
from answerable.reading.formats.pdf_rules import Grid
from answerable.reading.formats.tables import header_names, is_header, table_pieces
from answerable.reading.lines import marker
from answerable.reading.pieces import Piece

_APART = 0.75  # of the type size: lines of one cell further apart are two paragraphs


class Table(NamedTuple):
    """Words of a ruled table by rows, and where its columns begin."""

    rows: list[list[str]]
    xs: tuple[float, ...]


@dataclass(slots=True)
class Placed:
    """Lines of a page, each table as one line without words; its key is `first`, below zero."""

    lines: list[Line]
    tables: dict[int, Table] = field(default_factory=dict)


def placed(lines: Sequence[Line], grids: Sequence[Grid], page: TextPage) -> Placed:
    """Put the lines that stand in grids into tables."""
    result = Placed(list(lines))
    signs, _ = characters(page.text) if grids else ("", [])
    for grid in grids:
        inside = [
            index
            for index, line in enumerate(result.lines)
            if line.first >= 0
            and grid.holds((line.x0 + min(line.x1, line.x0 + 20)) / 2, (line.y0 + line.y1) / 2)
        ]
        if not inside:
            continue
        rows = _rows(grid, [result.lines[index] for index in inside], signs, page)
        if len(rows) < 2 or max(sum(bool(cell) for cell in row) for row in rows) < 2:
            continue
        key = -1 - len(result.tables)
        result.tables[key] = Table(rows, grid.xs)
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


def _rows(grid: Grid, lines: Sequence[Line], signs: str, page: TextPage) -> list[list[str]]:
    cells: dict[tuple[int, int], list[tuple[Line, str]]] = defaultdict(list)
    for line in lines:
        middle = (line.y0 + line.y1) / 2
        parts: dict[tuple[int, int], list[str]] = defaultdict(list)
        for word, x in _words(line, signs, page):
            at = grid.cell(x, middle)
            if at is not None:
                parts[at].append(word)
        for at, words in parts.items():
            cells[at].append((line, " ".join(words)))
    rows = [
        [_cell_text(cells.get((row, column), [])) for column in range(len(grid.xs) - 1)]
        for row in range(len(grid.ys) - 1)
    ]
    filled = [row for row in rows if any(row)]
    used = [column for column in range(len(grid.xs) - 1) if any(row[column] for row in filled)]
    return [[row[column] for column in used] for row in filled]


def _words(line: Line, signs: str, page: TextPage) -> Iterator[tuple[str, float]]:
    """Words of a line and the middle of each."""
    at = line.first
    for word in signs[line.first : line.last + 1].split(" "):
        if text := said(word):
            x0 = page.box(at)[0]
            x1 = page.box(at + len(word.rstrip(HYPHEN)) - 1)[2]
            yield text, (x0 + x1) / 2
        at += len(word) + 1


def _cell_text(lines: Sequence[tuple[Line, str]]) -> str:
    """Lines of a cell: wrapped ones joined by a space, paragraphs and list items by LF."""
    text = ""
    before: Line | None = None
    for line, words in lines:
        if before is None:
            text = words
        elif marker(words) or before.y0 - line.y1 > _APART * line.size:
            text += f"\n{words}"
        else:
            text += words if before.hyphen else f" {words}"
        before = line
    return text


class Tables:
    """Turns tables into pieces; one that goes on over pages keeps the names of its columns."""

    def __init__(self) -> None:
        self._count = 0
        self._xs: tuple[float, ...] = ()
        self._header: tuple[str, ...] = ()

    def pieces(self, table: Table, page: int) -> list[Piece]:
        """Pieces of one table."""
        self._count += 1
        goes_on = len(self._xs) == len(table.xs) and all(
            abs(one - other) < 4 for one, other in zip(self._xs, table.xs, strict=True)
        )
        first = header_names(table.rows[:1])
        named = is_header(table.rows) or first == self._header
        if named and not (goes_on and self._header and first != self._header):
            self._header = first
        elif not goes_on or len(self._header) != len(first):
            self._header = ()
        self._xs = table.xs
        paths = [f"page {page} table {self._count} row {n + 1}" for n in range(len(table.rows))]
        places = [[f"{path} cell {n + 1}" for n in range(len(table.rows[0]))] for path in paths]
        return table_pieces(
            table.rows,
            paths=paths,
            headers=1 if self._header == first else None,
            inherited=self._header if self._header != first else (),
            cell_paths=places,
            page=page,
        )
