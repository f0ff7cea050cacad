"""What a column holds by its cells, where its label can mean two things."""

import csv
import io

import pytest

from answerable.reading.actions.logs import log_labels, log_tables, log_told
from answerable.reading.formats.delimited import read_csv

HEAD = ("Our ref", "What we said we would do", "RAG / Status", "Latest position")
NEWS = "02/11 PN: 61 visits overdue, down from 94"


def told(head: tuple[str, ...], *rows: tuple[str, ...]) -> dict[str, str]:
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    text = read_csv(out.getvalue().encode())
    table = log_tables.table_of(text)
    assert table is not None
    return log_told.by_cells(text, table, log_labels.likely(table.header))


@pytest.mark.parametrize(
    ("states", "positions", "expected"),
    [
        (("Live", "Closed by HMI", "Superseded", "R"), (NEWS,) * 4, ("status", "update")),
        (("Red", "A", "Green", "R"), ("Open", "Closed", "Open", "Done"), ("rating", "status")),
        (("Red", "A", "Green", "R"), (NEWS,) * 4, ("rating", "update")),
        (("R", "A", "G", "G"), ("", "", "", ""), ("rating", "status")),
    ],
)
def test_colours_states_and_what_happened_are_told_by_the_cells(
    states: tuple[str, ...], positions: tuple[str, ...], expected: tuple[str, str]
) -> None:
    rows = [
        (f"AF/{n}", "Visit.", *both) for n, both in enumerate(zip(states, positions, strict=True))
    ]
    found = told(HEAD, *rows)
    assert (found.get(HEAD[2]), found.get(HEAD[3])) == expected


def test_a_rating_beside_a_status_stays_a_rating() -> None:
    head = ("Ref", "Action", "RAG status", "Status")
    rows = [(str(n), "Visit.", "On track", "Open") for n in range(4)]
    assert told(head, *rows)["RAG status"] == "rating"
