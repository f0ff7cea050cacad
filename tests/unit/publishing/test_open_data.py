"""Open data: nothing runs in a spreadsheet, nothing is lost, the same rows make the same bytes."""

import csv
import io
import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.operations.data_tables import FIGURES, TABLES
from answerable.publishing.open_data import (
    DICTIONARY,
    Column,
    Table,
    csv_bytes,
    dictionary,
    inert,
    jsonl_bytes,
    package,
    plain,
)
from answerable.publishing.sqlite_file import sqlite_bytes

TABLE = Table(
    "things",
    "Things",
    "One row is one thing.",
    (Column("body", "Whose."), Column("words", "What."), Column("n", "How many.", "integer")),
)
ROWS = (
    {"body": "a", "words": "=HYPERLINK(1)", "n": -5},
    {"body": "b", "words": 'said “so”, "thus"\nand more', "n": None},
)
HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1"),
    *("＝1+1", "＋1", "－1", "＠A1", " =1+1", "\u00a0=1", "'=1", "''=1", "-", "="),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert inert(text) == f"'{text}"
    assert plain(inert(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "a=b", "5 - 3", "’tis", "don't"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert inert(text) == text == plain(text)


@given(st.text(alphabet="'=+-@\t\r\n\x00 ab＝", max_size=8) | st.text(max_size=20))
def test_every_text_comes_back(text: str) -> None:
    assert plain(inert(text)) == text


def test_a_csv_reads_back_with_numbers_as_they_are() -> None:
    found = list(csv.DictReader(io.StringIO(csv_bytes(TABLE, ROWS).decode(), newline="")))
    assert found[0] == {"body": "a", "words": "'=HYPERLINK(1)", "n": "-5"}
    assert found[1] == {"body": "b", "words": ROWS[1]["words"], "n": ""}


def test_a_mark_of_utf_8_stands_in_front_only_when_asked() -> None:
    assert csv_bytes(TABLE, ROWS, bom=True) == b"\xef\xbb\xbf" + csv_bytes(TABLE, ROWS)


def test_json_lines_hold_the_text_itself() -> None:
    lines = jsonl_bytes(TABLE, ROWS).decode().splitlines()
    assert [json.loads(line) for line in lines] == [dict(row) for row in ROWS]


def test_a_sqlite_file_holds_the_same_rows_and_the_same_bytes_again() -> None:
    made = sqlite_bytes({TABLE: ROWS, DICTIONARY: dictionary([TABLE])})
    assert made == sqlite_bytes({TABLE: ROWS, DICTIONARY: dictionary([TABLE])})
    opened = sqlite3.connect(":memory:")
    opened.deserialize(made)
    assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert opened.execute("SELECT body, words, n FROM things").fetchall() == [
        tuple(row.values()) for row in ROWS
    ]
    assert opened.execute('SELECT count(*) FROM "dictionary"').fetchone() == (3,)
    opened.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_column_is_named_once_and_explained(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert all(column.means.endswith(".") for column in table.columns)
    of_facts = {"body", "notice", "marking", "reference", "quote", "entry"}
    of_figures = {"body", "notice", "measure", "release", "document", "row", "entry"}
    assert (of_figures if table is FIGURES else of_facts) <= set(table.names)


def test_the_package_describes_each_table_at_its_address() -> None:
    made = package(TABLES, name="a", title="A", notice="N", address="https://example.org/data/")
    paths = [resource["path"] for resource in made["resources"]]
    assert paths == [f"https://example.org/data/{table.name}.csv" for table in TABLES]


def test_yes_and_no_are_numbers_in_sqlite_and_no_text() -> None:
    table = Table("asked", "Asked", "One row is one.", (Column("public", "Was it?", "boolean"),))
    made = sqlite3.connect(":memory:")
    made.deserialize(sqlite_bytes({table: ({"public": False}, {"public": True})}))
    assert list(made.execute('SELECT "public" FROM "asked" ORDER BY rowid')) == [(0,), (1,)]
    made.close()
