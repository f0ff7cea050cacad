"""Grades in short forms: brackets, pairs in one line, contractions, and a caption's question."""

from typing import Any

from tests.unit.reading.making import reading_of


def _grades(kind: str, words: str, wanted: str = "grade") -> list[tuple[Any, ...]]:
    lines = reading_of(words, kind=kind).lines()
    return [
        (
            one["quote"]["exact"].lower(),
            one["fields"].get("question"),
            one["fields"].get("standing"),
        )
        for one in lines
        if one["kind"] == wanted
    ]


def test_a_contraction_gives_a_grade_and_praise_none() -> None:
    words = "Marlshire Police is outstanding at preventing crime. It’s good at responding to it."
    assert len(_grades("hmicfrs", words)) == 2
    assert _grades("hmicfrs", "It’s good at football.\n\nIt’s good for nothing.") == []


def test_what_is_graded_may_stand_in_brackets_behind_the_grade() -> None:
    words = "The grades are: inadequate (leadership); good (preventing crime)."
    assert [one[1] for one in _grades("hmicfrs", words)] == ["leadership", "preventing crime"]


def test_pairs_that_a_layout_set_in_one_line() -> None:
    words = "Understanding risk: Good Preventing fires: Inadequate Making use of money: Adequate"
    assert [one[1] for one in _grades("hmicfrs", words)] == [
        "Understanding risk",
        "Preventing fires",
        "Making use of money",
    ]


def test_the_line_above_a_table_of_bodies_says_what_is_graded() -> None:
    table = "\n\n| Body | Grade\n\n| Marlshire Police | Good\n\n| Dunshire Police | Adequate"
    words = "We graded each force for tackling organised crime." + table
    assert [one[1] for one in _grades("hmicfrs", words)] == ["tackling organised crime"] * 2
    assert [one[1] for one in _grades("hmicfrs", "We visited both." + table)] == [None, None]


def test_a_national_report_counts_more_grades_than_one_body_has() -> None:
    words = "We made 221 judgments. Six were outstanding; 71 were good; 79 adequate."
    assert len(_grades("hmicfrs", words, "grade_count")) == 3
