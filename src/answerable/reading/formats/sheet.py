"""XLSX, ODS and CSV: python-calamine and the standard library.

Nothing is hidden: hidden sheets, rows and columns are read as the others are. A formula is
read as the value that was kept with it. Dates are written as ISO text, numbers without an
exponent; text stays as typed.
"""

import csv
import datetime
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from answerable.reading.blocks import lay_out, settle
from answerable.reading.canonical_text import CanonicalText
from answerable.reading.formats.archive import check_archive
from answerable.reading.formats.decoding import decode
from answerable.reading.formats.sheet_limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    TooManyCells,
    check_cells,
)
from answerable.reading.formats.sheet_rows import Cells, Filled, pieces_of_cells
from answerable.reading.pieces import Piece, clean, flow
from answerable.vocabulary.refusal import Refusal

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DEFAULT_NAME = re.compile(r"(?:Sheet|Table|Blatt|Feuille) ?\d+", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DELIMITERS = ",;\t|"

_Value = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta


class UnreadableSheet(Refusal):
    """Not a workbook or table that can be read."""

    code = "unreadable-sheet"


def read_workbook(data: bytes) -> CanonicalText:
    """Canonical text of an XLSX or ODS file, sheet by sheet."""
    check_archive(data)
    check_cells(data)
    # The reader of workbooks is loaded only when one comes.
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum  # noqa: PLC0415

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
            pieces.extend(pieces_of_cells(Cells(cells, first_row + 1, _prefix(name))))
    except (CalamineError, ValueError, KeyError, OSError, OverflowError) as error:
        raise UnreadableSheet(
            "The workbook is broken; open it, save it again as XLSX or ODS, and read that."
        ) from error
    settled = settle(pieces)
    if not settled:
        raise UnreadableSheet("The workbook holds no words and no figures.", code="no-text")
    media_type = _ODS if data[30:38] == b"mimetype" else _XLSX
    return lay_out(settled, data=data, media_type=media_type)


def read_csv(data: bytes) -> CanonicalText:
    """Canonical text of a CSV file; the delimiter is the one that parts its first lines best."""
    text, warnings = decode(data)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows: list[Filled] = []
        count = 0
        for row in reader:
            count += len(row)
            if len(row) > MOST_COLUMNS or count > MOST_CELLS:
                raise TooManyCells(
                    f"The table has more than {MOST_CELLS:,} cells or {MOST_COLUMNS:,} columns, "
                    "over the limit; split it."
                )
            rows.append(_filled(row, 0))
    except csv.Error as error:
        raise UnreadableSheet(
            f"The table breaks off ({error}); check that every quotation mark is closed."
        ) from error
    pieces = settle(pieces_of_cells(Cells(rows, 1, "")))
    if not pieces:
        raise UnreadableSheet("The table holds no words and no figures.", code="no-text")
    return lay_out(pieces, data=data, media_type="text/csv", warnings=warnings)


def _filled(row: Sequence[_Value], first_column: int) -> Filled:
    """Cells that hold something, by column from 1."""
    found: dict[int, str] = {}
    for column, value in enumerate(row, start=first_column + 1):
        if value != "" and (text := clean(_written(value))):
            found[column] = text
    return found


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


def _delimiter(text: str) -> str:
    """The sign that stands equally often in the first lines."""
    lines = [line for line in text[:20_000].split("\n")[:20] if line.strip()]
    best, best_score = ",", 0.0
    for sign in _DELIMITERS:
        counts = [len(row) - 1 for row in csv.reader(lines, delimiter=sign)]
        if counts and (most := max(set(counts), key=counts.count)) > 0:
            score = counts.count(most) / len(counts) * min(most, 20)
            if score > best_score:
                best, best_score = sign, score
    return best


def _prefix(name: str) -> str:
    """`Actions!` or `'Action log'!`, as a workbook writes it."""
    if _PLAIN_NAME.fullmatch(name):
        return f"{name}!"
    quoted = name.replace("'", "''")
    return f"'{quoted}'!"


def _address(name: str) -> str:
    return _prefix(name).rstrip("!")
