"""What an officer tells a meeting "would be" done is a promise, cut behind who tells it."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str) -> list[str]:
    lines = reading_of(words, kind="minutes").lines()
    return [one["quote"]["exact"].rstrip(".") for one in lines if one["kind"] == "commitment"]


@pytest.mark.parametrize(
    ("lead", "promise"),
    [
        ("The Chairman noted that", "a page on this duty would be included in the next plan"),
        ("In reply, the Deputy Treasurer noted that", "the books would be closed by May 2031"),
        ("Members were pleased to note that",
         "work on the roof would be closely watched by the Head of Estates"),
        ("The Monitoring Officer explained that", "the lesson would be used in later meetings"),
        ("It was reported that", "the new team would be focussing on savings during 2031/32"),
        ("The Head of Audit replied that",
         "answers would be given to the crews within a week"),
        ("Officers stated that", "the gates would be put back by Easter"),
        ("The Clerk advised that", "each file would be sent to the family"),
        ("Mrs Lamb commented that", "the pumps would be tested"),
    ],
)  # fmt: skip
def test_what_an_officer_says_would_be_done(lead: str, promise: str) -> None:
    assert _promises(f"{lead} {promise}.") == [promise]


def test_updates_that_would_be_shared() -> None:
    words = "Monthly updates would be shared with the board"
    assert _promises(f"{words}.") == [words]


@pytest.mark.parametrize(
    "words",
    [
        "The Treasurer noted that it would be helpful to see the figures.",
        "The Clerk explained that more money would be required for vans.",
        "Members noted that the service would be affected by the strike.",
        "The Chair noted that the report would be welcomed by staff.",
        "It would be reported to us if a van were lost.",
        "Mr Orr stated that the fee would not be raised.",
    ],
)
def test_what_looks_alike_is_none(words: str) -> None:
    assert _promises(words) == []
