"""What a study argues for, a chief inspector calls for, and officials asked of managers."""

import pytest
from tests.unit.reading.making import reading_of


def _found(words: str, kind: str = "news") -> list[str]:
    return [
        line["quote"]["exact"]
        for line in reading_of(f"# Quay House\n\n{words}", kind=kind).lines()
        if line["kind"] == "recommendation"
    ]


@pytest.mark.parametrize(
    "who", ["The researchers argue", "Its authors propose", "The report argued"]
)
def test_each_thing_that_a_study_argues_for(who: str) -> None:
    words = (
        f"{who} that more support for clerks is needed, that a fund of two towns and a port be"
        " set up, and that a new way of keeping the books of the harbour be tried."
    )
    assert _found(words) == [
        "more support for clerks is needed",
        "a fund of two towns and a port be set up",
        "a new way of keeping the books of the harbour be tried",
    ]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Ada Holm, the chief inspector of boats, called for Quay House to be put under new"
            " managers in the report, which came out today.",
            "be put under new managers",
        ),
        ("A charity is calling for the lock to be closed at night.", "be closed at night"),
        (
            "On the second day of their visit inspectors saw so many leaks that they asked"
            " management to shut the hall while it went on.",
            "shut the hall while it went on",
        ),
        (
            "The review recommends that the rule on leave should be looked at each year.",
            "the rule on leave should be looked at each year",
        ),
        (
            "The inquiry's report, recommending that fees should be capped, was put out in May.",
            "fees should be capped",
        ),
    ],
)
def test_what_is_called_for(told: str, asked: str) -> None:
    assert _found(told) == [asked]


@pytest.mark.parametrize(
    "told",
    [
        "The researchers found that more support for clerks was given.",
        "The report said that the review was needed, and that it would be long.",
        "Residents said that they asked friends to bring cakes.",
        "The inspectors called for a taxi.",
        "The chief inspector called, and for once the hall was open to be seen.",
    ],
)
def test_what_only_looks_like_it(told: str) -> None:
    assert _found(told) == []
