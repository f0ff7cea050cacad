"""What a grade is for: two questions of one grade, and a question without the words around it."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.grades.given_for.question_names import plainly


def _asked(words: str, kind: str = "hmicfrs") -> list[tuple[str | None, str]]:
    lines = reading_of(words, kind=kind).lines()
    grades = [one["fields"] for one in lines if one["kind"] == "grade"]
    return [(one["question"], one["value"]) for one in grades]


@pytest.mark.parametrize("says", ["were both graded", "are both rated", "were both judged"])
def test_both_of_two_questions_have_the_grade(says: str) -> None:
    words = f"Marlshire Police\n\nInvestigating crime and managing offenders {says} adequate."
    assert _asked(words) == [
        ("Investigating crime", "adequate"),
        ("managing offenders", "adequate"),
    ]


def test_one_question_with_an_and_has_one_grade() -> None:
    words = "Marlshire Police\n\nManaging offenders and suspects was adequate."
    assert _asked(words) == [("Managing offenders and suspects", "adequate")]


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("’, and staffing", "staffing"),
        ("“vetting”", "vetting"),
        ("its work on fire regulation", "fire regulation"),
        ("crime recording had", "crime recording"),
        ("working with partners", "working with partners"),
        ("workforce", "workforce"),
    ],
)
def test_words_around_a_question_are_no_part_of_it(given: str, plain: str) -> None:
    assert plainly(given) == plain


@pytest.mark.parametrize("below", ["Summary of findings", "Key findings", "Background"])
def test_a_heading_of_the_report_is_not_what_is_graded(below: str) -> None:
    words = (
        "# Marlshire Police: crime data integrity inspection\n\n# Overall judgment\n\n"
        f"Requires improvement\n\n# {below}\n\nMarlshire Police records most crimes."
    )
    assert _asked(words) == [("crime data integrity", "requires improvement")]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("how it treats the public and its workforce", ["treating the public and its workforce"]),
        (
            "how well it supports young tenants and their families",
            ["supporting young tenants and their families"],
        ),
        (
            "preventing crime, tackling anti-social behaviour and keeping people safe",
            ["preventing crime, tackling anti-social behaviour and keeping people safe"],
        ),
        (
            "how it protects those who are vulnerable from harm, and supporting victims",
            ["protecting those who are vulnerable from harm"],
        ),
        (
            "caring for people who have no home",
            ["caring for people who have no home"],
        ),
        (
            "how it investigates crime and reduces re-offending",
            ["how it investigates crime and reduces re-offending"],
        ),
        ("its leadership and its workforce", ["leadership", "workforce"]),
    ],
)
def test_a_verb_that_is_done_to_two_asks_one_question(told: str, asked: list[str]) -> None:
    words = f"Inspectors judged that Marlshire Police:\n\n• is ‘good’ at {told}; and\n"
    assert _asked(words) == [(one, "good") for one in asked]
