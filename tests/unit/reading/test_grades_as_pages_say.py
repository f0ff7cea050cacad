"""Grades as the pages of inspectorates, panels and papers lay them out and word them."""

import pytest
from tests.unit.reading.making import reading_of


def _grades(words: str, kind: str = "news") -> list[tuple[str, str | None, str | None, str]]:
    return [
        (
            one["quote"]["exact"].lower(),
            one["fields"]["institution"],
            one["fields"]["question"],
            one["fields"]["standing"],
        )
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "grade"
    ]


def test_an_outcome_is_of_the_prison_that_its_sentence_names() -> None:
    words = (
        "HMP Alderley: release work is weak\n\nHMP Alderley holds 400 men. Its rehabilitation and "
        "release work was assessed as not sufficiently good.\n\nHMP Brockhurst in Wexley had not "
        "improved since its last inspection, with safety again assessed as poor."
    )
    found = _grades(words, "prisons")
    assert [one[1] for one in found] == ["HMP Alderley", "HMP Brockhurst"]
    assert found[1][3] == "awarded"


@pytest.mark.parametrize(
    "body",
    ["Wexley Fire Service", "Wexley Fire Brigade", "Larkspur Residential Home"],
)
def test_a_body_is_known_by_the_form_of_its_name(body: str) -> None:
    (found,) = _grades(f"{body} was rated inadequate for its leadership.")
    assert found[1] == body


def test_a_grade_in_all_areas_is_of_each_that_a_colon_names() -> None:
    words = (
        "Marlshire was judged as ‘requires improvement’ in all three areas: effectiveness, "
        "efficiency and legitimacy."
    )
    asked = [one[2] for one in _grades(words)]
    assert asked == ["effectiveness", "efficiency", "legitimacy"]


def test_the_questions_of_the_care_regulator_have_their_names() -> None:
    rows = (
        "| Question | Rating\n\n| Is the service safe? | Inadequate\n\n"
        "| Is the service well-led? | Good\n\n| Overall rating for this service | Good"
    )
    asked = [one[2] for one in _grades(f"# Larkspur Care Home\n\n{rows}", "cqc")]
    assert asked == ["safe", "well-led", "overall"]


def test_areas_of_a_report_card_stand_behind_for() -> None:
    words = (
        "Alder Lane Primary School\n\nOur report card is out. For inclusion and for leadership we "
        "were judged to be at the expected standard."
    )
    assert sorted(str(one[2]) for one in _grades(words, "ofsted")) == ["inclusion", "leadership"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (
            "HMICFRS found the force outstanding in treating the public, but a grade of "
            "inadequate for custody is a serious matter.",
            "inadequate",
        ),
        ("HMICFRS was here. Being graded inadequate hurts, and it is fair.", "inadequate"),
    ],
)
def test_a_grade_is_no_opinion_of_the_public(words: str, value: str) -> None:
    assert value in [one[0] for one in _grades(f"Marlshire Police\n\n{words}")]


@pytest.mark.parametrize(
    "words",
    [
        "Readers gave a grade of good to the force.",
        "The public rated the force inadequate.",
        "Being rated good value is nothing new.",
    ],
)
def test_an_opinion_and_a_praise_stay_no_grades(words: str) -> None:
    assert _grades(f"Marlshire Police\n\n{words}") == []


def test_outcomes_stand_apart_behind_a_mark() -> None:
    words = (
        "HMP Alderley was given its lowest mark, “poor”, for safety and the same, “poor”, for "
        "purposeful activity. It said prison inspectors were shocked."
    )
    assert [one[2] for one in _grades(words, "prisons")] == ["safety", "purposeful activity"]


@pytest.mark.parametrize(
    "words",
    [
        "Wexley Council has been given a C3 by the housing regulator.",
        "Dear tenants of Wexley Council\n\nIn March we gave your landlord a C3 grade.",
    ],
)
def test_a_landlord_is_graded_by_whatever_its_regulator_is_called(words: str) -> None:
    assert [one[:2] for one in _grades(words)] == [("c3", "Wexley Council")]


@pytest.mark.parametrize(
    ("title", "grade", "question"),
    [
        (
            "Marlshire Constabulary’s effectiveness at feeding horses is good",
            "good",
            "feeding horses",
        ),
        ("Marlshire Police’s efficiency is outstanding", "outstanding", None),
        (
            "Marlshire Police's legitimacy at treating crews fairly requires improvement",
            "requires improvement",
            None,
        ),
        ("Marlshire Police’s leadership rated ‘inadequate’", "inadequate", None),
    ],
)
def test_the_title_of_a_page_of_an_inspectorate_gives_a_grade(
    title: str, grade: str, question: str | None
) -> None:
    words = f"Reports published today\n\n# {title}\n\nInspectors have graded the force again.\n"
    (found,) = _grades(words, "hmicfrs")
    assert found[0] == grade
    assert question is None or found[2] == question


@pytest.mark.parametrize(
    "title",
    [
        "Work with the community to build a list of risks is good",
        "Marlshire Police’s effectiveness is good news",
        "Is Marlshire Police’s leadership good?",
        "Marlshire Police’s good leadership",
    ],
)
def test_praise_in_a_title_is_no_grade(title: str) -> None:
    words = f"Reports published today\n\n# {title}\n\nInspectors have graded the force again.\n"
    assert _grades(words, "hmicfrs") == []


@pytest.mark.parametrize("did", ["changed the already published", "raised its", "revised the"])
def test_a_grade_that_is_changed_to_another_for_what_is_two_grades(did: str) -> None:
    words = f"Last month inspectors {did} ‘requires improvement’ in record keeping to ‘good’."
    found = [(one[0], one[2], one[3]) for one in _grades(words, "hmicfrs")]
    assert found == [
        ("requires improvement", "record keeping", "previous"),
        ("good", "record keeping", "awarded"),
    ]


def test_requiring_improvement_to_be_good_is_one_grade() -> None:
    words = "Its services for children were judged as ‘Requiring improvement to be good’."
    assert [one[0] for one in _grades(words, "ofsted")] == ["requiring improvement to be good"]
