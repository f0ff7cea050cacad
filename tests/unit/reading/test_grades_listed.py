"""Grades that stand before their questions: in rows, in lines, and in lists with a colon."""

import pytest
from tests.unit.reading.making import reading_of


def _grades(words: str, kind: str = "hmicfrs") -> list[tuple[str, str | None]]:
    lines = reading_of(words, kind=kind).lines()
    found = (one["fields"] for one in lines if one["kind"] == "grade")
    return [(one["value"], one["question"]) for one in found]


_WANTED = [
    ("good", "Preventing crime"),
    ("good", "Vetting"),
    ("adequate", "Custody"),
    ("inadequate", "Responding to the public"),
]

LAID_OUT = [
    "| Grade | Areas\n\n| Good | Preventing crime; Vetting\n\n| Adequate | Custody\n\n"
    "| Inadequate | Responding to the public",
    "| Rating | Question\n\n| Good | Preventing crime\nVetting\n\n| Adequate | Custody\n\n"
    "| Inadequate | Responding to the public",
    "| Judgement | Areas of policing\n\n| Good | Preventing crime, Vetting\n\n"
    "| Adequate | Custody\n\n| Inadequate | Responding to the public",
    "We graded the force.\n\nGood Preventing crime\n\nVetting\n\nAdequate Custody\n\n"
    "Inadequate Responding to the public",
    "We graded the force.\n\nGood Preventing crime Adequate Custody Inadequate Responding to the "
    "public\n\nWe also looked at Vetting.",
    "Outstanding\n\n(none) Good\n\nPreventing crime\n\nVetting\n\nAdequate Custody\n\n"
    "Inadequate Responding to the public",
    "Good: Preventing crime, Vetting\n\nAdequate: Custody\n\nInadequate: Responding to the public",
    "- Good (2): Preventing crime; Vetting\n\n- Adequate (1): Custody\n\n"
    "- Inadequate (1): Responding to the public",
    "Graded good: Preventing crime, Vetting\n\nGraded adequate: Custody\n\n"
    "Graded inadequate: Responding to the public",
]


@pytest.mark.parametrize("words", LAID_OUT)
def test_the_grade_stands_first(words: str) -> None:
    wanted = [one for one in _WANTED if one[1] != "Vetting"] if "also looked" in words else _WANTED
    assert _grades(words) == wanted


AGAIN = [
    "| Good | Inadequate\n\n| Good: Vetting | Inadequate: Custody",
    "| Good | Inadequate\n\n| Good – Vetting | Inadequate – Custody",
    "| Good | Inadequate\n\n| Good Vetting | Inadequate Custody",
    "| Good | Inadequate\n\n| Good\nVetting | Inadequate\nCustody",
]


@pytest.mark.parametrize("words", AGAIN)
def test_a_cell_that_says_the_head_of_its_column_again_holds_the_grade(words: str) -> None:
    assert _grades(words) == [("good", "Vetting"), ("inadequate", "Custody")]
    lines = [one for one in reading_of(words, kind="hmicfrs").lines() if one["kind"] == "grade"]
    assert all(one["quote"]["start"] > len("Good | Inadequate") for one in lines)


def test_the_name_of_a_question_that_begins_with_the_word_stays_whole() -> None:
    words = "| Good | Inadequate\n\n| Good governance | Good conduct"
    assert [one[1] for one in _grades(words)] == ["Good governance", "Good conduct"]


IN_ONE = [
    "# Custody (inadequate)\n\nThe force should count.\n\n# Vetting (good)\n\nNo finding.",
    "1. Custody (Inadequate)\n\nCells were cold.\n\n2. Vetting (Good):\n\nNo finding.",
    "Custody [graded inadequate]\n\nVetting [graded good]",
    "| Question and grade | Finding\n\n| Custody: inadequate | The force should count.\n\n"
    "| Vetting: good | None made.",
    "| No. | Area (rating) | Finding\n\n| 1 | Custody (inadequate) | The force should count.\n\n"
    "| 2 | Vetting (good) | None made.",
]


@pytest.mark.parametrize("words", IN_ONE)
def test_a_question_and_its_grade_stand_in_one_line_or_cell(words: str) -> None:
    assert _grades(words) == [("inadequate", "Custody"), ("good", "Vetting")]


NOT_IN_ONE = [
    "Lighting in the yard (adequate)\n\nFence (good)",
    "We saw the plan for custody (good).",
    "| Item | Remark\n\n| Custody: good | Paint the cells.",
    "| Item and rating | Remark\n\n| Fence: good | Paint it.",
    "# Custody (good practice)\n\nCells were warm.",
]


@pytest.mark.parametrize("words", NOT_IN_ONE)
def test_remarks_in_brackets_are_no_grades(words: str) -> None:
    assert _grades(words) == []


def test_one_question_with_commas_in_its_name_is_one() -> None:
    words = (
        "| Grade | Areas\n\n| Good | Building, supporting and protecting the workforce\n\n"
        "| Adequate | Serious and organised crime"
    )
    assert [one[1] for one in _grades(words)] == [
        "Building, supporting and protecting the workforce",
        "Serious and organised crime",
    ]


NONE = [
    "| Grade | Meaning\n\n| Good | Meets expectations\n\n| Adequate | Meets most of them",
    "| Grade | Number\n\n| Good | Seven\n\n| Adequate | Two",
    "Good Practice\n\nOutstanding Actions\n\nAdequate Parking\n\nGood Friday",
    "| Condition | Comment\n\n| Good | Roof; Walls\n\n| Poor | Stairs",
]


@pytest.mark.parametrize("words", NONE)
def test_no_grade_without_its_questions(words: str) -> None:
    assert _grades(words, "other") == []


def test_bodies_below_a_grade_have_it() -> None:
    words = "| Grade | Police force\n\n| Good | Marlshire Police\n\n"
    lines = reading_of(words + "| Inadequate | Dunshire Police", kind="other").lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"]
    assert [(one["value"], one["institution"]) for one in found] == [
        ("good", "Marlshire Police"),
        ("inadequate", "Dunshire Police"),
    ]


TWO = [
    ("The school was inspected. We are glad that inclusion and early years have been judged a "
     "strong standard.", {"inclusion", "early years"}),
    ("The service was inspected. Leadership was good; staffing and keeping people safe were "
     "inadequate.", {"Leadership", "staffing", "keeping people safe"}),
    ("Ofsted came. They said that inclusion and achievement had been graded as the expected "
     "standard.", {"inclusion", "achievement"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TWO)
def test_two_questions_of_one_verb_have_a_grade_each(words: str, wanted: set[str]) -> None:
    assert {one for _, one in _grades(words, kind="news")} == wanted
