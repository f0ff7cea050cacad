""" "RESOLVED The Clerk to order the bin": no sign stands between the word and who is to do it."""

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str) -> list[tuple[object, str]]:
    reading = reading_of(words, kind="minutes")
    return [
        (one.fields["owner"], reading.text.text[one.start : one.end])
        for one in reading.records
        if one.kind == "action"
    ]


@pytest.mark.parametrize(
    ("words", "owner", "task"),
    [
        ("RESOLVED The Clerk to order the bin.", "Clerk", "order the bin"),
        ("AGREED Cllr Orme to write to the ferry.", "Cllr Orme", "write to the ferry"),
        (
            "Agreed The Treasurer to review the grants by May.",
            "Treasurer",
            "review the grants by May",
        ),
        (
            "RESOLVED Councillor Vale to purchase the camera.",
            "Councillor Vale",
            "purchase the camera",
        ),
    ],
)
def test_who_is_to_do_what_was_resolved(words: str, owner: str, task: str) -> None:
    assert _actions(words) == [(owner, task)]


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED The Council to remain with the bank.",
        "RESOLVED The report to be noted.",
        "AGREED Standing Orders to be suspended.",
    ],
)
def test_what_is_settled_is_no_task(words: str) -> None:
    assert _actions(words) == []
