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
