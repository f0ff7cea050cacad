"""Rows of a sheet: titles above, the header row, rows below it, each cell with its address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.reading.formats.sheet_limits import column_letters
from answerable.reading.formats.tables import is_header_word, is_key_value_table, is_label, pair
from answerable.reading.layout.lines import is_known_key
from answerable.reading.layout.pieces import Piece, flow, plain_piece, row

Filled = dict[int, str]  # column from 1 to its text

_FIGURES = re.compile(r"[£$€]?-?[\d,.\s/:%-]+")
_QUESTION = 5  # words
_TITLE_ROWS = 30  # a header row stands no deeper below the top of a table


@dataclass(frozen=True, slots=True)
class Cells:
    """The filled cells of one sheet; `prefix` is what its addresses begin with."""

    rows: Sequence[Filled]
    first_row: int
    prefix: str

    def address(self, row: int, column: int) -> str:
        """`Actions!C7` for the row with this index in `rows`."""
        return f"{self.prefix}{column_letters(column)}{self.first_row + row}"


def pieces_of_cells(cells: Cells) -> list[Piece]:
    """Pieces of a sheet. Blank rows part tables; a part without a header keeps the last one."""
    pieces: list[Piece] = []
    header: Filled = {}
    for begin, end in _parts(cells.rows):
        header = _part(cells, begin, end, header, pieces)
    return pieces


def _parts(rows: Sequence[Filled]) -> Iterator[tuple[int, int]]:
    begin = None
    for index, filled in enumerate(rows):
        if filled and begin is None:
            begin = index
        elif not filled and begin is not None:
            yield begin, index
            begin = None
    if begin is not None:
        yield begin, len(rows)


def _part(cells: Cells, begin: int, end: int, header: Filled, pieces: list[Piece]) -> Filled:
    """Read the rows of one part; gives the header in force after it."""
    at = _header_row(cells.rows, begin, end, first=not header)
    if at is None and _are_pairs(cells.rows[begin:end]):
        for index in range(begin, end):
            (first, key), (_, value) = sorted(cells.rows[index].items())
            pieces.append(pair(key, value, path=cells.address(index, first)))
        return header
    for index in range(begin, end):
        if at is not None and index == at:
            header = cells.rows[index]
            pieces.append(_row(cells, index, sorted(header), {}))
        elif (at is not None and index < at) or not header:
            pieces.extend(_above(cells, index, is_first=not pieces))
        else:
            columns = sorted({*header, *cells.rows[index]})
            pieces.append(_row(cells, index, columns, header))
    return header


def _row(cells: Cells, index: int, columns: Sequence[int], header: Filled) -> Piece:
    filled = cells.rows[index]
    first, last = cells.address(index, columns[0]), column_letters(columns[-1])
    span = f"{first}:{last}{cells.first_row + index}" if len(columns) > 1 else first
    return row(
        [filled.get(column, "") for column in columns],
        path=span,
        cell_paths=[cells.address(index, column) for column in columns],
        header=[flow(header.get(column, "")) for column in columns] if header else (),
    )


def _above(cells: Cells, index: int, *, is_first: bool) -> Iterator[Piece]:
    """A row above the header, or of a sheet without one: title, keys with values, or a row."""
    filled = sorted(cells.rows[index].items())
    path = cells.address(index, filled[0][0])
    if len(filled) == 1:
        text = flow(filled[0][1])
        if is_first and len(text) <= 160:
            yield Piece("heading", text, path, level=2)
        else:
            yield plain_piece(text, path)
    elif len(filled) == 2 and _is_key(filled[0][1]):
        yield pair(filled[0][1], filled[1][1], path=path)
    else:
        yield _row(cells, index, [column for column, _ in filled], {})


def _is_key(text: str) -> bool:
    return text.rstrip().endswith(":") or is_known_key(flow(text).rstrip(":"))


def _are_pairs(rows: Sequence[Filled]) -> bool:
    if not all(len(filled) == 2 for filled in rows):
        return False
    return is_key_value_table([[text for _, text in sorted(filled.items())] for filled in rows])


def _header_row(rows: Sequence[Filled], begin: int, end: int, *, first: bool) -> int | None:
    """The first row of labels that is as wide as most rows below it.

    The first table of a sheet may have a header of any words; a later part must show one by
    words that head columns in half of its cells, for its first row may also be data, and
    “In progress” is a status as well as the name of a column.
    """
    for index in range(begin, min(end - 1, begin + _TITLE_ROWS)):
        filled = rows[index]
        if len(filled) < 2 or not all(_names(flow(text)) for text in filled.values()):
            continue
        below = sorted(len(later) for later in rows[index + 1 : min(end, index + 40)])
        usual = below[len(below) // 2]
        if len(filled) < 0.6 * usual:
            continue
        texts = [flow(text) for text in filled.values()]
        if len(set(texts)) != len(texts) or any(_FIGURES.fullmatch(text) for text in texts):
            continue
        heads = sum(is_header_word(text) for text in texts)
        if heads and (first or heads * 2 >= len(texts)):
            return index
        if first and (len(filled) > 2 or _differs(rows[index + 1 : end], filled)):
            return index
    return None


def _names(text: str) -> bool:
    """A label, or a short question that is one: “By when?”."""
    short = text.endswith("?") and len(text.split()) <= _QUESTION
    return is_label(text.rstrip("? ") if short else text)


def _differs(rows: Sequence[Filled], header: Filled) -> bool:
    """Below the labels stand figures or dates."""
    return any(
        sum(bool(_FIGURES.fullmatch(later.get(column, ""))) for later in rows) * 2 > len(rows)
        for column in header
    )
