"""Grades in the sentences of statements and minutes: again, not content with, services found."""

import pytest
from tests.unit.reading.making import reading_of

Found = list[tuple[str, str | None]]


def _grades(words: str, kind: str = "news", head: str = "HMICFRS reports.") -> Found:
    lines = reading_of(f"{head}\n\n{words}", kind=kind).lines()
    found = (one["fields"] for one in lines if one["kind"] == "grade")
    return [(one["value"], one["question"]) for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The force requires improvement in responding to the public, and again in protecting "
            "vulnerable people.",
            [
                ("requires improvement", "responding to the public"),
                ("requires improvement", "protecting vulnerable people"),
            ],
        ),
        (
            "The force is outstanding for leadership. I am not content with requires improvement "
            "for custody.",
            [("outstanding", "leadership"), ("requires improvement", "custody")],
        ),
        (
            "The force is good at investigating crime, and I thank the officers and staff behind "
            "this.",
            [("good", "investigating crime")],
        ),
        (
            "The report, which had found services inadequate overall, was noted.",
            [("inadequate", "overall")],
        ),
    ],
)
def test_a_grade_and_its_questions(words: str, found: Found) -> None:
    assert _grades(words) == found


def test_outcomes_go_on_behind_once_more() -> None:
    words = (
        "At HMP Marlwood inspectors judged outcomes to be good for safety once more, "
        "reasonably good for respect, not sufficiently good for purposeful activity."
    )
    assert _grades(words, "prisons", "HMI Prisons") == [
        ("good", "safety"),
        ("reasonably good", "respect"),
        ("not sufficiently good", "purposeful activity"),
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("This is a good school.", "good"),
        ("Alder Lane Primary School continues to be an outstanding school.", "outstanding"),
        ("This is a school that requires improvement.", "requires improvement"),
        ("The nursery remains an inadequate provider because records are poor.", "inadequate"),
    ],
)
def test_what_sort_of_school_it_is_is_its_grade(words: str, value: str) -> None:
    assert _grades(words, "ofsted", "Inspection by Ofsted") == [(value, "overall effectiveness")]


@pytest.mark.parametrize(
    "words",
    [
        "When we have judged a school to be good, we will go in about once every four years.",
        "We visit to confirm that the school remains good.",
        "Parents say that it is a good school.",
        "Our aim is to be a good school.",
        "Alder Lane is a good school with good teachers.",
    ],
)
def test_how_schools_are_inspected_is_no_grade(words: str) -> None:
    assert _grades(words, "ofsted", "Inspection by Ofsted") == []


def test_one_of_few_forces_has_its_grade_and_is_no_count() -> None:
    words = (
        "Marlshire Police is one of only three forces in the country to be graded outstanding for "
        "looking after its people."
    )
    lines = reading_of(words, kind="news").lines()
    assert [one["kind"] for one in lines if one["kind"].startswith("grade")] == ["grade"]
    assert _grades(words) == [("outstanding", "looking after its people")]
