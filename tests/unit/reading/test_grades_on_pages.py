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
