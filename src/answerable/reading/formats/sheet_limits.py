"""How much of a workbook is filled, counted in its XML before a cell is made.

A cell in the last corner of a sheet is a few bytes in the file and 17,000,000,000 cells in
memory, so the extent is taken from the addresses first.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import IO

from answerable.vocabulary.refusal import Refusal

MOST_CELLS = 1_000_000  # in one sheet, empty ones between filled ones included
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_STEP = 1_000_000
_TAIL = 2_000  # bytes of a tag that may be cut by a step
_CELL = re.compile(rb"<(?:\w{1,20}:)?c(?:\s([^<>]{0,400}))?>")
_ADDRESS = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_ODS_TAG = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)(\s[^<>]{0,2000}|/)?>"
)
_ROWS = re.compile(rb"table:number-rows-repeated=[\"']([0-9]{1,9})[\"']")
_COLUMNS = re.compile(rb"table:number-columns-repeated=[\"']([0-9]{1,9})[\"']")


class TooManyCells(Refusal):
    """A sheet over the limit of cells."""

    code = "limit-cells"


@dataclass(slots=True)
class _Extent:
    """Rows and columns up to the last filled cell, and how many are filled."""

    rows: int = 0
    columns: int = 0
    filled: int = 0

    def check(self, sheet: str) -> None:
        """Refuse a sheet beyond the limits."""
        cells = max(self.rows * self.columns, self.filled)
        if cells > MOST_CELLS or self.rows > MOST_ROWS or self.columns > MOST_COLUMNS:
            raise TooManyCells(
                f"{sheet} reaches over {self.rows:,} rows and {self.columns:,} columns, "
                f"{cells:,} cells, over the limit of {MOST_CELLS:,}; delete what lies far from "
                "the table, or save the table as CSV."
            )


def check_cells(data: bytes) -> None:
    """Refuse a workbook with a sheet over the limits. `data` is a checked archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", name, re.IGNORECASE):
                with archive.open(name) as stream:
                    _check_xlsx(stream, f"The sheet {name.rsplit('/', 1)[-1][:40]}")
            elif name == "content.xml":
                with archive.open(name) as stream:
                    _check_ods(stream)


def _check_xlsx(stream: IO[bytes], sheet: str) -> None:
    extent = _Extent()
    rest = b""
    while chunk := stream.read(_STEP):
        window = rest + chunk
        end = 0
        for cell in _CELL.finditer(window):
            end = cell.end()
            if (cell[1] or b"").endswith(b"/"):
                continue  # a form without a value
            extent.filled += 1
            if found := _ADDRESS.search(cell[1] or b""):
                extent.rows = max(extent.rows, int(found[2]))
                extent.columns = max(extent.columns, column_number(found[1].decode()))
        extent.check(sheet)
        rest = window[max(end, len(window) - _TAIL) :]


def _check_ods(stream: IO[bytes]) -> None:
    extent = _Extent()
    rest = b""
    row_times, row_width, at, rows = 1, 0, 0, 0
    while chunk := stream.read(_STEP):
        window = rest + chunk
        end = 0
        for tag in _ODS_TAG.finditer(window):
            end = tag.end()
            closing, name, attributes = tag[1], tag[2], tag[3] or b""
            empty = attributes.endswith(b"/")
            if name == b"table":
                extent, rows = _Extent(), 0
            elif name == b"table-row" and not closing:
                row_times, row_width, at = _times(_ROWS, attributes), 0, 0
                rows += row_times
            elif not closing:
                at += _times(_COLUMNS, attributes)
                if not empty or b"office:value" in attributes:
                    row_width = at
                    extent.columns = max(extent.columns, at)
                    extent.rows = rows
                    extent.check("A sheet")
            if name == b"table-row" and (closing or empty) and row_width:
                extent.filled += row_times * row_width
                extent.check("A sheet")
        rest = window[max(end, len(window) - _TAIL) :]


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return max(int(found[1]), 1) if found else 1


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
