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


def test_a_row_of_grades_heads_no_table() -> None:
    words = (
        "| Question | 2027 | 2029\n\n| Prevention | Good | Good\n\n| Protection | Good | Adequate"
    )
    assert _grades("hmicfrs", words) == [
        ("good", "Prevention", "previous"),
        ("good", "Prevention", "awarded"),
        ("good", "Protection", "previous"),
        ("adequate", "Protection", "awarded"),
    ]


def test_letters_are_grades_where_the_document_says_so() -> None:
    table = "\n\n| Area | Grade\n\n| Culture | G\n\n| Fire stations | RI"
    words = "G = good, A = adequate, RI = requires improvement." + table
    assert [one[0] for one in _grades("hmicfrs", words) if one[0] in ("g", "ri")] == ["g", "ri"]
    assert [one[0] for one in _grades("hmicfrs", "We visited." + table)] == ["ri"]


def test_a_force_at_the_head_of_a_column_is_no_part_of_the_question() -> None:
    words = (
        "| Question | Marlshire Police | Dunshire Police\n\n| 1.2 Staffing | Good | Adequate\n\n"
        "| 1.3 Buildings | Good | Good"
    )
    lines = reading_of(words, kind="hmicfrs").lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"]
    assert [one["question"] for one in found] == ["Staffing"] * 2 + ["Buildings"] * 2
    assert [one["institution"] for one in found] == ["Marlshire Police", "Dunshire Police"] * 2
