"""The action log as a workbook: the same sheet given back, with where each action stands now.

A real table with a frozen head and no merged cells; a sheet of what changed; a sheet of notes.
Every cell is text or a day, never a formula, so nothing in it can run. The same input gives
the same bytes: the workbook's own date is the date of what it shows.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answerable.vocabulary.access import Classification

A3 = 8
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
SHEET, CHANGES, NOTES = "Action log", "What changed", "Notes"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What stands on the three sheets. Each row of `rows` is as long as `head`.

    `marking`: the least public of it. Where that is not public, the name of the first sheet says
    it, and so does the head of every printed page; `marked`: the same as a sentence.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    changes: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    on: date
    marking: Classification
    marked: str


CHANGES_HEAD = ("Reference", "Action", "When", "What", "Recorded by", "Entry")


def xlsx(book: Workbook) -> bytes:
    """The workbook's bytes."""
    import xlsxwriter  # noqa: PLC0415  # loaded only when a workbook is asked for

    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    made.set_properties(
        {
            "title": SHEET,
            "comments": book.marked,
            "created": datetime(book.on.year, book.on.month, book.on.day),  # noqa: DTZ001  # the format has no zone
        }
    )
    wrap = made.add_format({"text_wrap": True, "valign": "top"})
    day = made.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
    public = book.marking == Classification.PUBLIC
    for name, head, rows in (
        (SHEET if public else f"{SHEET} ({book.marking})", book.head, book.rows),
        (CHANGES, CHANGES_HEAD, book.changes),
    ):
        sheet = made.add_worksheet(name)
        _table(sheet, head, rows, wrap, day)
    notes = made.add_worksheet(NOTES)
    for sheet in () if public else made.worksheets():
        sheet.set_header(f"&L{book.marking.capitalize()}")
    notes.set_column(0, 0, 100, wrap)
    for number, words in enumerate((book.marked, *book.notes)):
        notes.write_string(number, 0, safe(words), wrap)
    made.close()
    return out.getvalue()


def safe(cell: str) -> str:
    """Text that no sheet runs: one that begins like a formula gets a leading apostrophe."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _table(
    sheet: Any, head: Sequence[str], rows: Sequence[Sequence[str]], wrap: Any, day: Any
) -> None:
    last = max(1, len(rows))
    sheet.add_table(
        0,
        0,
        last,
        len(head) - 1,
        {"columns": [{"header": label} for label in head], "style": "Table Style Light 1"},
    )
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column in range(len(head)):
        width = 60 if head[column].lower() in ("action", "what") else 20
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if (on := _day(cell)) is not None:
                sheet.write_datetime(number, column, on, day)
            else:
                sheet.write_string(number, column, safe(cell), wrap)


def _day(cell: str) -> datetime | None:
    """A day of the log or of the register, so that a sheet sorts and filters it as one."""
    try:
        return datetime.fromisoformat(cell) if _DAY.fullmatch(cell) else None
    except ValueError:
        return None
