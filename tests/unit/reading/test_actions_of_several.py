"""Tasks of several owners in one line or cell, and owners that stand before or behind them."""

import pytest
from tests.unit.reading.making import reading_of

Found = tuple[str, str | None, str | None]


def _actions(words: str, kind: str = "minutes") -> list[Found]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


def _cell(words: str) -> str:
    return f"| Topic | Points | Action\n\n| Gates | Left open. | {words}"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (_cell("Chair to write to the provider; DI Hobbs to send the names by 1 March 2031"),
         [("write to the provider", "Chair", None),
          ("send the names by 1 March 2031", "DI Hobbs", "2031-03-01")]),
        (_cell("Orderly officer to walk D wing twice each shift"),
         [("walk D wing twice each shift", "Orderly officer", None)]),
        ("Actions: Volunteers to return the cards; Sue to ask for a tour.",
         [("return the cards", "Volunteers", None), ("ask for a tour", "Sue", None)]),
        ("Action 2: Compare with neighbouring forces (Analyst)",
         [("Compare with neighbouring forces", "Analyst", None)]),
        ("Action: Fit a second line (Head of Operations – 4 May 2031)",
         [("Fit a second line", "Head of Operations", "2031-05-04")]),
        ("ACTION: TV / Lena Frost to meet the suppliers",
         [("meet the suppliers", "TV / Lena Frost", None)]),
    ],
)  # fmt: skip
def test_each_owner_has_a_task(words: str, found: list[Found]) -> None:
    assert _actions(words) == found


def test_a_letter_that_greets_by_name_asks_its_reader() -> None:
    words = "Dear Ms Farrow\n\nPlease sign both copies by 3 March 2031.\n\nYours sincerely"
    assert _actions(words, "other")[0][1] == "Ms Farrow"
    whole = f"Odile Farrow, Harbour House\n\n{words}"
    assert _actions(whole, "other")[0][1] == "Odile Farrow"


def test_a_word_that_counts_calls_nobody() -> None:
    words = (
        "From: Hugo Lant <h@x.example>\n\nTo: Bryony Sales <b@x.example>\n\nSubject: Board\n\n"
        "Bryony,\n\nThird, could you ask your chief about the date?"
    )
    assert [one[1] for one in _actions(words, "other")] == ["Bryony Sales"]


def test_a_clause_ends_where_the_next_point_begins() -> None:
    words = (
        "Present: Ada Pick (Chair), Liv Nash\n\nMembers: • REQUESTED that officers bring back the "
        "costs • AGREED that Ms Nash lead on this"
    )
    assert "bring back the costs" in [one[0] for one in _actions(words)]
