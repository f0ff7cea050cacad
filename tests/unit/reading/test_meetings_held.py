"""Meetings told of in a whole clause: "the meeting of the Fire Authority held on 5 April"."""

import pytest
from tests.unit.reading.making import reading_of

_TOP = (
    "# Vale Joint Panel\n\nMinutes of the meeting of 6 May 2031\n\n"
    "Present: Ada Crewe, Tom Vale\n\n"
)


def _meetings(words: str) -> list[tuple[str, object, object]]:
    lines = reading_of(_TOP + words, kind="minutes").lines()
    return [
        (one["quote"]["exact"], one["fields"]["body"], one["fields"]["standing"])
        for one in lines
        if one["kind"] == "meeting" and one["fields"]["standing"] != "this"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The scheme was approved at the meeting of the Vale and Marl Fire Board held on"
            " 5 April 2030.",
            "meeting of the Vale and Marl Fire Board held on 5 April 2030",
        ),
        (
            "Questions were put at the meeting of the Audit and Pensions Committee held on"
            " Tuesday, 2 April 2030 (Minute 9).",
            "meeting of the Audit and Pensions Committee held on Tuesday, 2 April 2030",
        ),
    ],
)
def test_a_meeting_of_a_body_is_told_with_its_day(words: str, found: str) -> None:
    body = found.removeprefix("meeting of the ").partition(" held")[0]
    assert _meetings(words) == [(found, body, "mentioned")]


def test_a_raised_dot_begins_an_item_and_no_head() -> None:
    words = (
        "# Notes\n\nTo note the minutes of the following meetings:\n\n"
        "· Vale Steering Committee meetings on Tuesday, the 21st January 2031."
    )
    lines = reading_of(words, kind="minutes").lines()
    assert {one["fields"]["standing"] for one in lines if one["kind"] == "meeting"} == {
        "mentioned"
    }


def test_a_fire_authority_is_a_body_that_meets() -> None:
    words = "It was raised in a meeting of the Fire and Rescue Authority held on 2 April 2030."
    assert [one[1] for one in _meetings(words)] == ["Fire and Rescue Authority"]


def test_days_in_a_row_are_of_the_same_body() -> None:
    words = (
        "The chair noted the Vale Scrutiny Committee meetings on 5 March 2031, 7 April 2031"
        " and 9 May 2031."
    )
    assert {one[1] for one in _meetings(words)} == {"Vale Scrutiny Committee"}
    assert len(_meetings(words)) == 3


def test_the_last_meeting_is_told_from_the_word_meeting() -> None:
    words = (
        "Ada Crewe asked for the notes of the open board meeting held on 3 June 2031"
        " before she signed."
    )
    assert [one[0] for one in _meetings(words)] == ["meeting held on 3 June 2031"]
