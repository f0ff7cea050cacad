"""Minutes of two meetings or more are confirmed in one sentence: each day is a meeting."""

import pytest
from tests.unit.reading.making import reading_of


def _days(words: str) -> list[str]:
    return sorted(
        str(one.fields["date"]) for one in reading_of(words).records if one.kind == "meeting"
    )


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the meetings of the Ferry Committee held on 21 January and 15 March 2031"
        " were agreed.",
        "That the minutes of the meetings of the Ferry Committee held on the 21st January and the"
        " 15th March 2031 be noted and accepted as correct records.",
        "To approve the minutes of the meetings held on 21 January 2031 and 15 March 2031.",
        "Approval of the minutes of the meetings of the Ferry Board held on 21 January 2031 and"
        " 15 March 2031 as a true record.",
    ],
)
def test_each_day_whose_minutes_are_confirmed_is_a_meeting(words: str) -> None:
    assert _days(words) == ["2031-01-21", "2031-03-15"]


@pytest.mark.parametrize(
    "words",
    [
        "The Panel agreed the minutes of the meeting of 21 January 2031, and 15 March 2031 is the"
        " day for the visit.",
        "The minutes of the last meeting held on 21 January 2031 were agreed and 15 March 2031 was"
        " set for the visit.",
    ],
)
def test_another_day_of_the_sentence_is_none(words: str) -> None:
    assert _days(words) == ["2031-01-21"]
