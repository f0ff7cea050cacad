"""Registers of findings whose head says little: one column known, codes, a title, dates behind."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.formats.plain import pieces_of_text

_CAUSE, _RECOMMENDATION, _AREA = "cause_of_concern", "recommendation", "area_for_improvement"


def _found(words: str, kind: str = "other") -> list[tuple[str, str]]:
    lines = reading_of(words, kind=kind).lines()
    kinds = (_CAUSE, _RECOMMENDATION, _AREA)
    return [(one["kind"], one["quote"]["exact"]) for one in lines if one["kind"] in kinds]


def test_a_column_of_causes_needs_no_other_known_column() -> None:
    words = "| Cause of concern | Sent | Seen\n\n| Care of horses | May | June\n\n| Dogs | May | -"
    assert _found(words) == [(_CAUSE, "Care of horses"), (_CAUSE, "Dogs")]


@pytest.mark.parametrize("head", ["Cause", "Subject", "Theme"])
def test_a_subject_is_a_cause_below_a_heading_of_causes(head: str) -> None:
    rows = f"| Force | {head} | Sent\n\n| Marlshire Police | Stores of guns | May 2031"
    assert _found(f"# Open causes of concern\n\n{rows}") == [(_CAUSE, "Stores of guns")]
    assert not _found(f"# Fires of last year\n\n{rows}")


def test_a_row_without_a_finding_is_none() -> None:
    head = "| Force | Cause of concern | Sent\n\n"
    for words in ("None", "N/A", "-", "no cause of concern", "Enter the words of the letter here"):
        assert not _found(f"{head}| Marlshire Police | {words} | May 2031")


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        ("MAR-31-C2", "guns not counted", _CAUSE),
        ("CoC1", "guns not counted", _CAUSE),
        ("AFI 4", "how it counts its guns", _AREA),
        ("MAR-31-07", "count the guns each week", _RECOMMENDATION),
        ("R12", "a weekly count of guns", _RECOMMENDATION),
    ],
)
def test_the_code_of_a_row_in_a_register_of_recommendations(
    code: str, words: str, kind: str
) -> None:
    table = f"| Ref | Text | Status\n\n| {code} | {words} | Open"
    assert _found(f"# Recommendation register\n\n{table}") == [(kind, words)]
    assert not _found(f"# Register of gifts\n\n{table}")


def test_a_day_in_brackets_behind_a_recommendation_is_its_day() -> None:
    words = "# Recommendation register\n\n| Ref | Text\n\n| M1 | count the guns (08/12/2031)"
    (one,) = (line for line in reading_of(words).lines() if line["kind"] == _RECOMMENDATION)
    assert one["quote"]["exact"] == "count the guns"
    assert (one["fields"]["due"], one["fields"]["due_words"]) == ("2031-12-08", "08/12/2031")
    assert one["support"]["due"]["exact"] == "08/12/2031"


def test_a_table_of_bars_between_lines_of_prose_is_a_table() -> None:
    rows = "No | Text | State\n1 | count the guns | Open\n2 | feed the dogs | Open"
    kinds = [one.kind for one in pieces_of_text(f"Register\n{rows}\nOf two none is closed.")]
    assert kinds == ["heading", "row", "row", "row", "paragraph"]
    two = [
        one.kind for one in pieces_of_text("Register\nNo | Text | State\n1 | a gun | Open\nEnd.")
    ]
    assert "row" not in two
