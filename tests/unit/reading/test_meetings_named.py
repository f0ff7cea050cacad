"""The body of a meeting that only the head of its paper names, and "the Board" in full."""

import pytest
from tests.unit.reading.making import reading_of


def _bodies(words: str) -> list[object]:
    lines = reading_of(words, kind="minutes").lines()
    return [one["fields"]["body"] for one in lines if one["kind"] == "meeting"]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("MARL FIRE AUTHORITY\n\nMINUTES OF A MEETING HELD ON TUESDAY 6 OCTOBER 2031",
         "MARL FIRE AUTHORITY"),
        ("Little Wold Parish Council\n\nMinutes of meeting held on 12 May 2031 at 7.30pm",
         "Little Wold Parish Council"),
        ("Wold Tenants’ Association: minutes\n\nMeeting held on 12 May 2031",
         "Wold Tenants’ Association"),
    ],
)  # fmt: skip
def test_a_body_at_the_head_of_a_paper_met(words: str, body: str) -> None:
    assert _bodies(words) == [body]


def test_a_line_that_is_more_than_a_name_is_no_body() -> None:
    words = "News of Wold and its old Council tax\n\nMinutes of meeting held on 12 May 2031"
    assert _bodies(words) == [None]


def test_the_board_is_that_of_the_paper() -> None:
    words = (
        "# Marl Policing Board\n\nMinutes of the meeting on 4 May 2031\n\n"
        "Present: Ada Moss\n\nThe Board meets again on 8 June 2031."
    )
    assert _bodies(words) == ["Marl Policing Board"] * 2
