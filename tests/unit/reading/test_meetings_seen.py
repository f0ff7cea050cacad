"""Meetings told by whom somebody met, and by what "it" did behind the name of a body."""

import pytest
from tests.unit.reading.making import reading_of


def _quotes(words: str) -> list[str]:
    lines = reading_of(words, kind="letter").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "meeting"]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("I chair the group that watches us. It met on 2 December 2031 and agreed.",
         "met on 2 December 2031"),
        ("I met the Chief Constable, Ada Moss, on 9 February 2031.",
         "met the Chief Constable, Ada Moss, on 9 February 2031"),
        ("I'm seeing the Minister on 14 December 2031 and will raise it.",
         "seeing the Minister on 14 December 2031"),
        ("Parents are to meet the head on 4 September 2031.",
         "meet the head on 4 September 2031"),
        ("We have set up a board with its own chair. It first meets on 22 July 2031.",
         "first meets on 22 July 2031"),
    ],
)  # fmt: skip
def test_whom_somebody_met_on_a_day_is_a_meeting(words: str, quote: str) -> None:
    assert quote in _quotes(words)


@pytest.mark.parametrize(
    "words",
    [
        "The vans were sold. They met on 4 May 2031.",
        "We met the deadline set by the inspector on 4 May 2031.",
        "She met her target on 4 May 2031.",
        "We met families who had fled on 4 May 2031.",
        "I met the treasurer and was told of a fire on 4 May 2031.",
    ],
)
def test_a_target_or_another_day_is_no_meeting(words: str) -> None:
    assert not _quotes(words)


def test_a_day_behind_then_is_of_the_same_body() -> None:
    words = "Results go to the board, which next meets on 4 May 2031 and then on 8 June 2031."
    assert "8 June 2031" in _quotes(words)


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("We agreed little.\n\nNext executive: 16 September 2031", "16 September 2031"),
        ("We agreed little.\n\nItem 1: Notes of 26 November 2031\n\nAgreed.",
         "26 November 2031"),
    ],
)  # fmt: skip
def test_a_label_before_the_day_tells_of_a_meeting(words: str, quote: str) -> None:
    assert quote in _quotes(words)
