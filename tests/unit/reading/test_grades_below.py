"""Grades that the layout sets behind dots, below a question, then and now, and of several."""

import pytest
from tests.unit.reading.making import reading_of

Grade = tuple[str, str | None, str]


def _grades(words: str, kind: str = "hmicfrs") -> list[Grade]:
    return [
        (one["quote"]["exact"], one["fields"]["question"], one["fields"]["standing"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "grade"
    ]


DOTS = "Prevention ................ Good\n\nUse of resources ........ Requires improvement"


def test_dots_lead_from_a_question_to_its_grade() -> None:
    assert _grades(DOTS) == [
        ("Good", "Prevention", "awarded"),
        ("Requires improvement", "Use of resources", "awarded"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Prevention ................ 14\n\nGood practice ............ 17",
        "Good ...................... 14\n\nInadequate ............ 17",
        "Well.... it was good.\n\nAnd then.... nothing.",
    ],
)
def test_dots_of_contents_and_of_a_pause_lead_to_none(words: str) -> None:
    assert _grades(words) == []


def test_then_and_now_are_of_the_question_above() -> None:
    words = "Preventing crime\n\nAdequate in 2023; now Inadequate\n\nCustody\n\nGood, now adequate"
    assert _grades(words)[:2] == [
        ("Adequate", "Preventing crime", "previous"),
        ("Inadequate", "Preventing crime", "awarded"),
    ]


def test_a_question_that_ends_in_a_colon_stands_above_its_grade() -> None:
    words = "How well children are helped and protected:\n\nrequires improvement to be good"
    asked = "How well children are helped and protected"
    assert _grades(words) == [("requires improvement to be good", asked, "awarded")]


@pytest.mark.parametrize(
    "words",
    [
        "We met the leaders, and it was clear to all of us what each one said:\n\ngood",
        "Adequate in 2023; now Inadequate",
    ],
)
def test_a_sentence_or_nothing_above_is_no_question(words: str) -> None:
    assert [one for one in _grades(words) if one[1] is not None] == []


SEVERAL = [
    ("Marlshire Police is good at preventing crime and at treating the public fairly.",
     ["preventing crime", "treating the public fairly"]),
    ("Marlshire Police requires improvement in how it protects vulnerable people and in how it"
     " manages offenders.", ["protecting vulnerable people", "managing offenders"]),
    ("The force was found to be adequate at treating the public fairly and at supporting its"
     " workforce.", ["treating the public fairly", "supporting its workforce"]),
    ("The force was graded good for both its prevention and its leadership.",
     ["prevention", "leadership"]),
    # look-alikes: one question each
    ("The force was graded good for preventing and deterring crime.",
     ["preventing and deterring crime"]),
    ("The force was graded good at preventing crime and at a second visit was praised.",
     ["preventing crime"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "asked"), SEVERAL)
def test_each_question_that_shares_a_grade_has_one(words: str, asked: list[str]) -> None:
    given = _grades(f"HMICFRS has been here.\n\n{words}")
    assert sorted(str(question) for _, question, _ in given) == sorted(asked)


def test_what_stands_before_the_verdict_is_what_it_is_of() -> None:
    words = "HMICFRS has been here.\n\nOn vetting the verdict was ‘requires improvement’."
    assert _grades(words) == [("requires improvement", "vetting", "awarded")]
