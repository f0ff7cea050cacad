"""Days of meetings, a line each, below the name of a body or "When we meet"."""

import pytest
from tests.unit.reading.making import reading_of


def _told(words: str) -> list[tuple[str, object]]:
    return [
        (str(one["fields"]["date"]), one["fields"]["standing"])
        for one in reading_of(words, kind="other").lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Ethics Panel\n\n- 3 March 2031, 6pm, library\n\n- 4 June 2031, online",
        "# When we meet\n\n- 3 March 2031, Marl\n\n- 4 June 2031, Wold",
        "# Fire and Rescue Authority\n\n3 March 2031\n\n4 June 2031",
    ],
)
def test_each_day_below_the_name_of_a_body_is_a_meeting_to_come(words: str) -> None:
    assert _told(words) == [("2031-03-03", "next"), ("2031-06-04", "next")]


@pytest.mark.parametrize(
    "words",
    [
        "# Road closures\n\n- 3 March 2031, Marl\n\n- 4 June 2031, Wold",
        "# Fleet\n\nWe shall sell the vans.\n\n3 March 2031: sale\n\n4 June 2031: next sale",
    ],
)
def test_other_lists_of_days_tell_of_none(words: str) -> None:
    assert not _told(words)
