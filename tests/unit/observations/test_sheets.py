"""Protects the reading of long and wide tables from workbooks: as from CSV, cell by cell."""

import io
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from answerable.store.observations.load import (
    LoadRefused,
    LongLayout,
    WideLayout,
    long_csv,
    wide_table,
)
from tests.unit.observations.making import FIRST, measure

THEFTS = {"thefts": measure()}
LONG = LongLayout(body="Force", period="Month", value="Number", measure_id="thefts")


def book(**sheets: list[list[Any]]) -> bytes:
    held = io.BytesIO()
    made = xlsxwriter.Workbook(held, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell)
                elif cell is not None:
                    sheet.write(line, column, cell)
    made.close()
    return held.getvalue()


def test_a_long_sheet_is_read_like_its_csv() -> None:
    content = book(
        Data=[
            ["# Thefts by month"],
            [None, None, None],
            ["Force", "Month", "Number"],
            ["a-police", date(2025, 1, 1), 1200],
            ["a-police", date(2025, 2, 1), 12.5],
            ["a-police", date(2025, 3, 1), None],
            ["a-police", "2025-04", "1,250 "],
            ["a-police", date(2025, 5, 2), 3],
        ]
    )
    found = long_csv(content=content, layout=LONG, measures=THEFTS, release=FIRST)
    assert [(row.period_start.month, row.value, row.source_row) for row in found.rows] == [
        (1, 1200.0, 4),
        (2, 12.5, 5),
        (3, None, 6),
        (4, 1250.0, 7),
    ]
    assert [(r.source_row, r.column, r.text) for r in found.rejects] == [
        (8, "Month", "2025-05-02")
    ]


def test_a_wide_sheet_has_days_or_words_as_its_headings() -> None:
    days = book(Data=[["Force", date(2025, 4, 1), date(2025, 5, 1)], ["a", 4, 5]])
    layout = WideLayout(body="Force")
    found = wide_table(content=days, layout=layout, measure=measure(), release=FIRST)
    assert [(row.period_start, row.value) for row in found.rows] == [
        (date(2025, 4, 1), 4.0),
        (date(2025, 5, 1), 5.0),
    ]
    words = book(Data=[["Force", "April 2025", "May 2025"], ["a", 4, 5]])
    named = WideLayout(body="Force", period_label="month-name")
    again = wide_table(content=words, layout=named, measure=measure(), release=FIRST)
    assert [row.period_start for row in again.rows] == [row.period_start for row in found.rows]


def test_the_sheet_is_stated_where_there_are_several() -> None:
    rows: list[list[Any]] = [["Force", "Month", "Number"], ["a", "2025-01", 4]]
    content = book(Notes=[["words"]], Data=rows)
    for sheet in ("", "Figures"):
        layout = LongLayout.from_dict(
            {"body": "Force", "period": "Month", "value": "Number", "sheet": sheet}
        )
        with pytest.raises(LoadRefused) as refused:
            long_csv(content=content, layout=layout, measures=THEFTS, release=FIRST)
        assert refused.value.code == "unknown_sheet"
        assert "Notes, Data" in refused.value.sentence
    stated = LongLayout(
        body="Force", period="Month", value="Number", measure_id="thefts", sheet="Data"
    )
    found = long_csv(content=content, layout=stated, measures=THEFTS, release=FIRST)
    assert [row.value for row in found.rows] == [4.0]


def test_a_broken_workbook_is_refused() -> None:
    with pytest.raises(LoadRefused) as refused:
        long_csv(content=b"PK\x03\x04 broken", layout=LONG, measures=THEFTS, release=FIRST)
    assert refused.value.code == "not_a_workbook"
