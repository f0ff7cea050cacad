"""Headings between the rows of a log are kept, no action is taken for one, nothing is dropped."""

import io
from datetime import date

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from answerable.reading.actions.logs import log_labels, log_parts, log_tables
from answerable.reading.actions.logs.log_parts import Parted
from answerable.reading.formats.delimited import read_csv
from answerable.reading.formats.sheet import read_workbook
from answerable.reading.layout.canonical_text import CanonicalText

HEAD = ("Ref", "Action", "Owner")
ROW = ("1", "Visit each cell", "DCC")


def parted(text: CanonicalText) -> Parted:
    table = log_tables.table_of(text)
    assert table is not None
    return log_parts.parted(text, table, log_labels.guess(table.header))


def csv_of(*lines: str) -> CanonicalText:
    return read_csv("\n".join(lines).encode())


def workbook(sheets: dict[str, list[tuple[str, ...]]]) -> bytes:
    made = io.BytesIO()
    out = xlsxwriter.Workbook(made, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = out.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    out.close()
    return made.getvalue()


def book(sheets: dict[str, list[tuple[str, ...]]]) -> CanonicalText:
    return read_workbook(workbook(sheets))


def test_a_short_action_in_its_own_column_is_an_action() -> None:
    found = parted(csv_of("Ref,Action,Owner", "1,Visit,DCC", ",Train staff,", ",CALLS,", "2,X,A"))
    assert [(r.words("action"), r.heading) for r in found.rows] == [
        ("Visit", None),
        ("Train staff", None),
        ("X", "CALLS"),
    ]
    assert [(u.words, u.why) for u in found.unread] == [("CALLS", "heading")]


def test_the_name_of_a_sheet_stands_before_its_headings() -> None:
    text = book(
        {
            "Custody": [HEAD, ROW, ("Quick wins",), ("2", "Count", "ACC")],
            "Calls": [HEAD, ("3", "Answer", "ACC"), ("", "", "DCC")],
        }
    )
    found = parted(text)
    assert [r.heading for r in found.rows] == ["Custody", "Custody: Quick wins", "Calls"]
    assert [u.why for u in found.unread] == ["heading", "note"]


def test_one_sheet_is_no_heading() -> None:
    assert [r.heading for r in parted(book({"Tracker": [HEAD, ROW]})).rows] == [None]


def test_the_day_that_a_log_gives_itself() -> None:
    def own(*titles: str) -> date | None:
        text = csv_of(*(f'"{t}",,' for t in titles), ",,", ",".join(HEAD), ",".join(ROW))
        table = log_tables.table_of(text)
        assert table is not None
        found = log_parts.own_date(text, table)
        return found.day if found else None

    assert own("Log begun 3 May 2024", "Position as at 2 November 2026") == date(2026, 11, 2)
    assert own("Updated: 14/11/2026") == date(2026, 11, 14)
    assert own("Improvement tracker", "November 2026") is None


def test_a_head_that_is_repeated_and_a_note_between_numbered_rows_are_no_actions() -> None:
    """Protects a register from promises such as “???? check with Sue”."""
    rows = [f"{n},Visit cell {n},DCC" for n in range(1, 81)]
    found = parted(
        csv_of(
            "Ref,Action,Owner",
            *rows[:10],
            "Ref,Action,",
            ",???? check with Sue,",
            *rows[10:],
            ",Write it down,ACC",
            "TOTAL,,",
            ",Hannah – please do not add below this line,",
        )
    )
    assert len(found.rows) == 81
    assert found.rows[-1].words("action") == "Write it down", "an owner makes it one"
    assert {r.heading for r in found.rows} == {None}
    assert [(u.words, u.why) for u in found.unread] == [
        ("Ref | Action", "head"),
        ("???? check with Sue", "bare"),
        ("TOTAL", "no action"),
        ("Hannah – please do not add below this line", "bare"),
    ]


def test_a_total_with_its_count_is_no_action_whatever_column_the_count_stands_in() -> None:
    found = parted(
        csv_of(
            "Ref,Action,Owner",
            "1,Total rewrite of the plan,DCC",
            "2,Count cells,ACC",
            "Total open,12,",
            "Number of closed actions,,88",
            "Total open,12,DCC",
        )
    )
    assert [r.words("action") for r in found.rows] == [
        "Total rewrite of the plan",
        "Count cells",
        "12",
    ]
    assert [(u.words, u.why) for u in found.unread] == [
        ("Total open | 12", "total"),
        ("Number of closed actions | 88", "total"),
    ]
