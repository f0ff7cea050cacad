"""XLSX and ODS: python-calamine.

Nothing is hidden: hidden sheets, rows and columns are read as the others are. The words of a
cell that is merged downwards stand in each row that it spans. A formula is read as the value
that was kept with it. Dates are written as ISO text, numbers without an
exponent; text stays as typed.
"""

import datetime
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from answerable.reading.formats.archive import check_archive
from answerable.reading.formats.sheet_limits import check_cells
from answerable.reading.formats.sheet_names import prefix
from answerable.reading.formats.sheet_rows import Cells, Filled, pieces_of_cells
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import Piece, clean, flow
from answerable.vocabulary.refusal import Refusal

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DEFAULT_NAME = re.compile(r"(?:Sheet|Table|Blatt|Feuille) ?\d+", re.IGNORECASE)

_MOST_REPEATED = 100_000  # cells; a workbook may say that merged areas lie over each other
_Corner = tuple[int, int]  # row and column, from 0
_Value = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta


class UnreadableSheet(Refusal):
    """Not a workbook or table that can be read."""

    code = "unreadable-sheet"


def read_workbook(data: bytes) -> CanonicalText:
    """Canonical text of an XLSX or ODS file, sheet by sheet."""
    check_archive(data)
    check_cells(data)
    pieces: list[Piece] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [s.name for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        for name in sheets:
            sheet = workbook.get_sheet_by_name(name)
            rows = sheet.to_python(skip_empty_area=True)
            first_row, first_column = sheet.start or (0, 0)
            if not any(cell != "" for row in rows for cell in row):
                continue
            if len(sheets) > 1 or not _DEFAULT_NAME.fullmatch(name):
                pieces.append(Piece("heading", flow(name), _address(name), level=1))
            cells = [_filled(row, first_column) for row in rows]
            _fill_down(cells, sheet.merged_cell_ranges or (), (first_row, first_column))
            pieces.extend(pieces_of_cells(Cells(cells, first_row + 1, prefix(name))))
    except (CalamineError, ValueError, KeyError, OSError, OverflowError) as error:
        raise UnreadableSheet(
            "The workbook is broken; open it, save it again as XLSX or ODS, and read that."
        ) from error
    settled = settle(pieces)
    if not settled:
        raise UnreadableSheet("The workbook holds no words and no figures.", code="no-text")
    media_type = _ODS if data[30:38] == b"mimetype" else _XLSX
    return lay_out(settled, data=data, media_type=media_type)


def _filled(row: Sequence[_Value], first_column: int) -> Filled:
    """Cells that hold something, by column from 1."""
    found: dict[int, str] = {}
    for column, value in enumerate(row, start=first_column + 1):
        if value != "" and (text := clean(_written(value))):
            found[column] = text
    return found


def _fill_down(
    cells: Sequence[Filled], merged: Sequence[tuple[_Corner, _Corner]], start: _Corner
) -> None:
    """Repeat the words of cells of one column merged over rows; never over what is filled."""
    left = _MOST_REPEATED
    for (top, column), (bottom, last) in merged:
        first = top - start[0]
        if column != last or not 0 <= first < len(cells):
            continue
        words = cells[first].get(column + 1)
        for below in range(first + 1, min(bottom - start[0] + 1, len(cells))):
            left -= 1
            if words is None or left < 0:
                break
            if cells[below]:
                cells[below].setdefault(column + 1, words)


def _written(value: _Value) -> str:
    """A cell's value as text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return str(value)  # text as typed; a date and a span of time in their ISO form


def _number(value: float) -> str:
    """A number as digits: 3, 0.1, 538496.32; never an exponent."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
        return ""
    if value == int(value):
        return str(int(value))
    return f"{Decimal(f'{value:.15g}'):f}"


def _address(name: str) -> str:
    return prefix(name).rstrip("!")
