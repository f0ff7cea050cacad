"""Earlier meetings whose minutes are confirmed together."""

import pytest
from tests.unit.reading.making import reading_of


def _meetings(words: str) -> list[tuple[str, str | None, str]]:
    return [
        (one["quote"]["exact"], one["fields"]["body"], one["fields"]["date"])
        for one in reading_of(words, kind="minutes").lines()
        if one["rule"] == "meeting.minuted"
    ]


def test_days_parted_by_bullets_in_one_line() -> None:
    words = (
        "Minutes To confirm the minutes of the following meetings: · 12 January 2031 – Hearing "
        "for the Chief Officer · 6 February 2031 · 1 March 2031 – Extraordinary meeting to "
        "consider the draft plan Supporting documents:"
    )
    assert [day for _, _, day in _meetings(words)] == ["2031-01-12", "2031-02-06", "2031-03-01"]
    assert _meetings(words)[0][0] == "12 January 2031 – Hearing for the Chief Officer"
    assert _meetings(words)[2][0] == "1 March 2031 – Extraordinary meeting"


def test_days_of_one_committee_each_in_its_item() -> None:
    words = (
        "Members are asked to receive the minutes of the Audit and Estates Committee meetings, "
        "held on:\n\n- 19 July 2031 attached marked 4b; and agree its advice\n\n"
        "- 20 September 2031 attached marked 4c\n\nFor decision by 30 October 2031"
    )
    assert _meetings(words) == [
        ("19 July 2031", "Audit and Estates Committee", "2031-07-19"),
        ("20 September 2031", "Audit and Estates Committee", "2031-09-20"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Copies of the minutes of our meetings: see the website from 4 May 2031.",
        "The minutes of meetings: published within 28 days, from 4 May 2031.",
        "Minutes of the meetings:\n\nThese are sent by 4 May 2031.",
    ],
)
def test_a_day_further_on_is_none(words: str) -> None:
    assert _meetings(words) == []
