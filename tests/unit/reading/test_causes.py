"""Causes of concern that a sentence announces and the next one, or a list, states."""

import pytest
from tests.unit.reading.making import reading_of


def causes(words: str) -> list[tuple[str, bool]]:
    """The words of each concern, and whether it is accelerated."""
    return [
        (line["quote"]["exact"], line["fields"]["accelerated"])
        for line in reading_of(words, kind="inspection-letter").lines()
        if line["kind"] == "cause_of_concern"
    ]


def test_a_list_hangs_from_a_counted_announcement() -> None:
    words = (
        "We have two causes of concern.\n\n"
        "1. The service has not done enough to understand the risk in its area.\n\n"
        "2. Firefighters do not all receive training in command.\n"
    )
    assert causes(words) == [
        ("The service has not done enough to understand the risk in its area.", False),
        ("Firefighters do not all receive training in command.", False),
    ]


def test_the_sentence_after_the_letters_opening_states_it() -> None:
    words = (
        "I am writing about the accelerated cause of concern we issued on 3 March 2031. "
        "The force is failing to protect children because it does not share what it knows."
    )
    assert causes(words) == [
        ("The force is failing to protect children because it does not share what it knows.", True)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "I am writing about the cause of concern we issued on 3 March 2031. "
        "We are pleased with the work that was shown to us on our visit.",
        "We made two visits.\n\n1. The first was to the control room, which was not staffed.\n",
        "I am writing about the cause of concern we issued in May. We recommend that the force "
        "should not wait before it trains its staff.",
    ],
)
def test_what_states_no_concern_is_none(words: str) -> None:
    assert causes(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The force answers 999 calls quickly.", []),
        ("Its 101 service has improved.", []),
        ("It answered 120 calls in the hour.", [120]),
    ],
)
def test_a_telephone_number_counts_nothing(words: str, found: list[int]) -> None:
    lines = reading_of(words, kind="news").lines()
    assert [line["fields"]["n"] for line in lines if line["kind"] == "count"] == found
