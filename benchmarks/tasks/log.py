"""An action log as offices keep it, of any length: invented words, real untidiness.

Banners, a head over two rows, cells merged down over several actions, rows that only name a
theme, dates of six kinds, two owners in one cell, `TBC`, `end of Q3`, and a second sheet of lists.
"""

import io
from datetime import date, timedelta

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

BANNER = "Invented force and figures"
HEAD = ("Ref", "Rec", "Action", "Owner", "Due date", "RAG", "Status", "Latest update")
WIDTHS = (8, 7, 60, 14, 16, 8, 12, 44)
THEMES = (
    "Neighbourhood crime",
    "Answering the public",
    "Custody",
    "Safeguarding",
    "Investigations",
    "People and training",
)
VERBS = ("Visit", "Review", "Check", "Write to", "Count", "Train", "Map", "Publish")
THINGS = (
    "every home burgled twice in a year",
    "the plans of each district",
    "a sample of closed cases",
    "shops that report repeat theft",
    "the log of missed calls",
    "all supervisors of custody",
    "the places where calls repeat",
    "what residents were told",
)
PLACES = ("in the north", "in the south", "in the two towns", "in all four districts", "at night")
OWNERS = ("ACC", "DCC", "ACC / DCC", "ACC", "DCC", "Head of Crime", "TBC", "ACC")
STATES = ("Open", "Open", "Complete", "Open", "In progress", "Closed", "Open", "Complete")
NEWS = ("Under way.", "Slipped, see paper.", "Done; not yet checked.", "", "Awaiting finance.")
FIRST = date(2025, 9, 1)


def workbook(rows: int) -> bytes:
    """The log as an XLSX of so many actions; the same number gives the same words."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("Tracker")
    bold = book.add_format({"bold": True, "bg_color": "#d9e2f3", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    down = book.add_format({"valign": "top", "border": 1})
    last = len(HEAD) - 1
    sheet.merge_range(0, 0, 0, last, BANNER, bold)
    sheet.merge_range(1, 0, 1, last, "Improvement tracker: do not sort", bold)
    sheet.merge_range(2, 0, 2, last, "Office of the Commissioner, as at 2 November 2026")
    sheet.write_row(4, 0, HEAD, bold)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    at = 5
    for theme, group in _themes(rows):
        sheet.merge_range(at, 0, at, last, theme.upper(), bold)
        at += 1
        for begin in range(0, len(group), 3):
            three = group[begin : begin + 3]
            answers = f"R{1 + begin // 3 % 10}"
            if len(three) > 1:
                sheet.merge_range(at, 1, at + len(three) - 1, 1, answers, down)
            else:
                sheet.write(at, 1, answers)
            for n in three:
                _row(sheet, at, n, day)
                at += 1
    sheet.merge_range(at + 1, 0, at + 1, last, "Kept by the governance team. Red: ask first.")
    lists = book.add_worksheet("Lists")
    lists.write_column(0, 0, ("RAG", "Red", "Amber", "Green", "TBC"))
    book.close()
    return made.getvalue()


def _themes(rows: int) -> list[tuple[str, list[int]]]:
    each = -(-rows // len(THEMES))
    numbers = list(range(1, rows + 1))
    return [
        (theme, numbers[at * each : (at + 1) * each])
        for at, theme in enumerate(THEMES)
        if numbers[at * each : (at + 1) * each]
    ]


def _row(sheet: xlsxwriter.worksheet.Worksheet, at: int, n: int, day: object) -> None:
    words = f"{VERBS[n % 8]} {THINGS[n // 8 % 8]} {PLACES[n // 64 % 5]}, part {n}"
    sheet.write(at, 0, f"26/{n:03}")
    sheet.write(at, 2, words)
    sheet.write(at, 3, OWNERS[n % 8])
    due = FIRST + timedelta(days=n * 11 % 700)
    typed = (
        None,
        f"{due:%d/%m/%Y}",
        f"{due:%d.%m.%y}",
        f"{due:%B %Y}",
        "end of Q3",
        "TBC",
        None,
        f"{due.day} {due:%B %Y}",
    )[n % 8]
    if typed is None:
        sheet.write_datetime(at, 4, due, day)
    else:
        sheet.write_string(at, 4, typed)
    sheet.write(at, 5, ("Green", "Amber", "Red")[n % 3])
    sheet.write(at, 6, STATES[n % 8])
    sheet.write(at, 7, NEWS[n % 5])
