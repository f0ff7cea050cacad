"""The sheets of a workbook (XLSX or ODS) in memory, and one of them as rows of text."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from answerable.store.observations.refused import LoadRefused

BEGINS = b"PK\x03\x04"
LARGEST = 100_000_000
"""Bytes of a workbook once unpacked. The largest held has 2 MB; a larger one is refused."""

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def sheets_of(content: bytes) -> Sheets:
    """Sheets by name, without blanks around it; cells as numbers, dates, texts.

    Raises LoadRefused `not_a_workbook`.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  # loads slowly

    try:
        if unpacked_size(content) > LARGEST:
            raise ValueError("larger than any of the publishers' workbooks")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {
            name.strip(): book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except (CalamineError, ValueError, OSError, zipfile.BadZipFile):
        raise LoadRefused(
            "The file is no workbook that can be read. Download it again, as XLSX or ODS.",
            code="not_a_workbook",
        ) from None


def unpacked_size(content: bytes) -> int:
    """Bytes of a workbook once unpacked, as it says. Raises LoadRefused `not_a_workbook`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return sum(part.file_size for part in packed.infolist())
    except (ValueError, OSError, zipfile.BadZipFile):
        raise LoadRefused(
            "The file is no workbook that can be read. Download it again, as XLSX or ODS.",
            code="not_a_workbook",
        ) from None


def text_rows(content: bytes, sheet: str) -> Iterator[list[str]]:
    """Every row of one sheet as a table of commas would hold it; `sheet` may be empty where the
    workbook has one only.

    Raises LoadRefused: `not_a_workbook`, `unknown_sheet`.
    """
    sheets = sheets_of(content)
    if sheet.strip() not in sheets and (sheet or len(sheets) != 1):
        raise LoadRefused(
            (f"The workbook has no sheet “{sheet}”. " if sheet else "The workbook has sheets. ")
            + f"Name one in the layout: {', '.join(sheets)}.",
            code="unknown_sheet",
        )
    rows = sheets[sheet.strip()] if sheet else next(iter(sheets.values()))
    return ([text_of(cell) for cell in row] for row in rows)


def text_of(cell: Any) -> str:
    """A cell as text: days as ISO, whole numbers without a point.

    >>> text_of(date(2025, 4, 1)), text_of(1200.0), text_of(69.02), text_of("Apr-23 ")
    ('2025-04-01', '1200', '69.02', 'Apr-23 ')
    """
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else str(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
