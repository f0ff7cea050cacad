"""Statistics, scales and alternatives are the grade of nobody."""

import pytest
from tests.unit.reading.making import reading_of


def _grades(words: str, kind: str = "news") -> list[str]:
    lines = reading_of(f"Ofsted reports today.\n\n{words}", kind=kind).lines()
    return [one["fields"]["value"] for one in lines if one["kind"] == "grade"]


@pytest.mark.parametrize(
    "words",
    [
        "A higher percentage of nurseries were judged good last year.",
        "The proportion of early years providers rated inadequate was four per cent.",
        "The number of care homes rated outstanding has doubled.",
        "In eleven of the authorities rated inadequate new directors had come.",
        "Half of the providers previously rated outstanding declined.",
        "To complicate matters, the authorities judged inadequate differ from those of 2030.",
        "Every unit that I have seen has been rated inadequate.",
        "We thank all of those areas who have achieved an outstanding rating.",
        "The seven judged inadequate in this report are listed below.",
        "Sixty per cent of childminders and settings were graded outstanding in the year.",
        "Some schools rated inadequate closed their sixth forms.",
        "More than 340 care homes in the region as of May this year were rated as “inadequate”.",
        "Forty prisons across the two countries were judged inadequate.",
        "Our figures show one home rated inadequate in 2031 has had no visit since.",
        "It rated:\n\n- zero prison units as ‘Outstanding’\n- zero prison units as ‘Inadequate’.",
        "Hope is seen, with two homes raising their grade to ‘good’.",
    ],
)
def test_bodies_without_a_name_have_no_grade(words: str) -> None:
    assert _grades(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "It has four ratings, ranging from outstanding to inadequate.",
        "Overall rankings range from an outstanding to an inadequate.",
        "Care in most of the authorities has been rated inadequate or requires improvement.",
        "A home may be judged as either inadequate or requires improvement.",
    ],
)
def test_a_scale_and_two_grades_of_which_one_is_meant_are_none(words: str) -> None:
    assert _grades(words) == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("The region will be disappointed to be rated as inadequate overall.", ["inadequate"]),
        ("Staff are working well after inspectors rated it inadequate.", ["inadequate"]),
        ("Leadership was rated inadequate and safety was rated good.", ["inadequate", "good"]),
        ("Alder Lodge, a care home rated inadequate, has closed.", ["inadequate"]),
        ("Alder Lodge in Dunmere was rated inadequate.", ["inadequate"]),
        ("Alder Lodge has improved its overall rating to ‘good’.", ["good"]),
        ("Alder Lodge is one of the homes. It was rated inadequate.", ["inadequate"]),
        ("The school fell from outstanding to inadequate.", ["outstanding", "inadequate"]),
    ],
)
def test_a_grade_of_somebody_stays(words: str, values: list[str]) -> None:
    assert _grades(words) == values
