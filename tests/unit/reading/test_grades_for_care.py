"""The questions of regulators of care and of schools: several share a grade."""

import pytest
from tests.unit.reading.making import reading_of


def _grades(words: str) -> list[tuple[str, str | None]]:
    lines = reading_of(f"The CQC and Ofsted report today.\n\n{words}", kind="news").lines()
    found = (one["fields"] for one in lines if one["kind"] == "grade")
    return [(one["value"], one["question"]) for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The trust was judged as ‘Inadequate’ with regard to whether services were safe, "
            "caring and well-led.",
            [("inadequate", "safe"), ("inadequate", "caring"), ("inadequate", "well-led")],
        ),
        (
            "CQC has downgraded the ratings for how caring and responsive the clinic is from good "
            "to inadequate.",
            [
                ("good", "caring"),
                ("good", "responsive"),
                ("inadequate", "caring"),
                ("inadequate", "responsive"),
            ],
        ),
        (
            "How safe and well-led the clinic is have dropped from outstanding to good, while how "
            "caring it is has dropped from outstanding to requires improvement.",
            [
                ("outstanding", "safe"),
                ("outstanding", "well-led"),
                ("good", "safe"),
                ("good", "well-led"),
                ("outstanding", "caring"),
                ("requires improvement", "caring"),
            ],
        ),
        (
            "The clinic was rated as good for whether its services were responsive and inadequate "
            "for whether its services were caring, effective and well-led.",
            [
                ("good", "responsive"),
                ("inadequate", "caring"),
                ("inadequate", "effective"),
                ("inadequate", "well-led"),
            ],
        ),
        (
            "The surgery was rated ‘good’ for being ‘effective’ and ‘well-led’.",
            [("good", "effective"), ("good", "well-led")],
        ),
        (
            "The rating for responsive, caring and effective also remained good.",
            [("good", "responsive"), ("good", "caring"), ("good", "effective")],
        ),
        (
            "The home was downgraded from good to requires improvement for being safe due to "
            "gaps in training.",
            [("good", "safe"), ("requires improvement", "safe")],
        ),
        (
            "The rating was split, with behaviour and attitudes, and personal development both "
            "rated as good, but quality of education, and leadership and management were rated "
            "requires improvement.",
            [
                ("good", "behaviour and attitudes"),
                ("good", "personal development"),
                ("requires improvement", "quality of education"),
                ("requires improvement", "leadership and management"),
            ],
        ),
        (
            "The force moved from good to inadequate for custody.",
            [("good", "custody"), ("inadequate", "custody")],
        ),
    ],
)
def test_each_question_that_shares_a_grade_has_it(
    words: str, found: list[tuple[str, str | None]]
) -> None:
    assert _grades(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Bosses at a nursery were upset after it was given an inadequate rating by Ofsted.",
        "The CQC announced the inadequate rating in a report published today.",
        "Parents of the school said it had been rated inadequate.",
    ],
)
def test_who_spoke_and_what_was_published_are_no_question(words: str) -> None:
    assert [
        asked for _, asked in _grades(words) if asked and asked.startswith(("B", "a", "P"))
    ] == []


def test_reasonably_good_is_not_good() -> None:
    assert _grades("The centre was judged reasonably good in all areas by the CQC.") == []


def test_verbs_that_share_an_object_are_one_question() -> None:
    found = _grades("The force was said to be good at investigating and preventing crime.")
    assert found == [("good", "investigating and preventing crime")]


def test_who_had_the_report_is_no_question() -> None:
    words = "Police bosses had no reprieve after the report, which branded the force inadequate."
    ((value, asked),) = _grades(words)
    assert value == "inadequate"
    assert asked != "Police bosses"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (
            "Barrow Lodge was rated inadequate in all five categories of safe, effective, caring, "
            "responsive and well-led.",
            ["safe", "effective", "caring", "responsive", "well-led"],
        ),
        (
            "The academy was graded inadequate in four categories: quality of education, personal "
            "development, leadership and management, and the sixth form.",
            [
                "quality of education",
                "personal development",
                "leadership and management",
                "sixth form",
            ],
        ),
        (
            "The council was rated inadequate for the experiences and progress of children in "
            "care and care leavers.",
            ["experiences and progress of children in care and care leavers"],
        ),
        (
            "It was judged inadequate for the impact of leaders on social work practice with "
            "children and families.",
            ["impact of leaders on social work practice with children and families"],
        ),
    ],
)
def test_a_list_of_categories_and_a_name_with_an_and(words: str, asked: list[str]) -> None:
    assert [question for _, question in _grades(words)] == asked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Marlshire Police was graded ‘good’ across a range of key areas including running "
            "its control room, working with partners and tracing suspects who put others at risk.",
            [
                ("good", "running its control room"),
                ("good", "working with partners"),
                ("good", "tracing suspects who put others at risk"),
            ],
        ),
        (
            "Marlshire Police is rated good in many areas, such as vetting and custody.",
            [("good", "vetting"), ("good", "custody")],
        ),
        (
            "Marlshire Police was rated inadequate in many areas including naming suspects; "
            "running its vans and staff.",
            [("inadequate", "naming suspects"), ("inadequate", "running its vans and staff")],
        ),
    ],
)
def test_the_areas_that_a_grade_is_said_to_include(
    words: str, found: list[tuple[str, str]]
) -> None:
    assert _grades(words) == found


def test_what_is_included_beside_a_grade_in_other_words_is_no_list_of_questions() -> None:
    words = "Marlshire Police was rated good in several areas, including vans, with much praise."
    assert len(_grades(words)) == 1
