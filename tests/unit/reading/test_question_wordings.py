"""A question without its number, its day and the rest of a sentence, and by its owner's name."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.grades.given_for.question_wordings import named, shaped

SHAPED = [
    ("3. Bread and water", "Bread and water"),
    ("b) Reading aloud", "Reading aloud"),
    ("16 to 19 study programmes", "16 to 19 study programmes"),
    ("a culture of listening", "a culture of listening"),
    ("solving crime two years ago", "solving crime"),
    ("kitchens only last year", "kitchens"),
    ("kennels, in 2031", "kennels"),
    ("stables earlier this spring", "stables"),
    ("keeping records had", "keeping records"),
    ("’, and staffing", "staffing"),
    ("It rated cells Good and kitchens", "kitchens"),
    ("good and bad dogs", "good and bad dogs"),
    ("its cells", "cells"),
    ("and staffing", "staffing"),
    ("Effectiveness of the force’s kennel checks", "kennel checks"),
    ("Effectiveness at keeping records safe", "keeping records safe"),
    ("effectiveness of leaders and managers", "effectiveness of leaders and managers"),
    ("Waits to see a nurse were far too long.", "Waits to see a nurse"),
    ("Levels of noise had risen", "Levels of noise"),
    ("Too many men were locked up", "Too many men were locked up"),
    ("Drugs were easy to get", "Drugs were easy to get"),
    ("how well it was led", "how well it was led"),
]


@pytest.mark.parametrize(("question", "plain"), SHAPED)
def test_a_question_is_left_with_its_own_words(question: str, plain: str) -> None:
    assert shaped(question) == plain


def test_a_question_is_called_by_the_name_that_its_owner_gives_it() -> None:
    assert named("investigations") == "investigating crime"
    assert named("Investigations") is None
    assert named("response to the public") == "responding to the public"
    assert named("values") == "promoting the right values and culture"
    assert named("responding to the public") is None
    assert named("kennels") is None


def _grades(words: str) -> list[tuple[Any, Any, bool]]:
    lines = [one for one in reading_of(words, kind="news").lines() if one["kind"] == "grade"]
    return [
        (one["fields"]["question"], one["fields"]["value"], "question" in one.get("inferred", {}))
        for one in lines
    ]


def test_the_name_is_marked_as_inferred_and_the_grade_stays() -> None:
    told = "HMICFRS graded Marlshire Police as inadequate for answering the public."
    assert _grades(told) == [("responding to the public", "inadequate", True)]
    plain = "HMICFRS graded Marlshire Police as inadequate for responding to the public."
    assert _grades(plain) == [("responding to the public", "inadequate", False)]


CASES = [
    "Marl PDU\n\nStaffing: Good\n\nAssessment: Inadequate",
    "The probation inspectors came. I read that assessment is inadequate.",
]


@pytest.mark.parametrize("words", CASES)
def test_assessment_is_a_question_where_cases_are_inspected(words: str) -> None:
    assert [one[0].casefold() for one in _grades(words) if one[1] == "inadequate"] == [
        "assessment"
    ]


def test_assessment_is_a_verdict_elsewhere() -> None:
    told = "Marlshire Police\n\nCustody: Good\n\nOur assessment: Inadequate"
    assert "assessment" not in [one[0] for one in _grades(told)]
