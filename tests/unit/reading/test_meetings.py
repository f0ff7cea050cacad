"""Meetings that papers tell of by their day: which they are, and which days are no meeting."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = "Minutes of the Marlshire Panel held on 3 May 2031\n\nPresent: Ann Bell (Chair)\n\n"


def _days(text: str) -> list[object]:
    return [
        one["fields"]["date"]
        for one in reading_of(text, kind="minutes").lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The hearing would be on 10 July 2031.", ["2031-07-10"]),
        ("A workshop has been fixed for 9 June 2031.", ["2031-06-09"]),
        ("A members' seminar will take place on 4 June 2031.", ["2031-06-04"]),
        ("The report would be on his desk by 10 July 2031.", []),
        ("The next meetings are 8 July 2031 and 9 September 2031.", ["2031-07-08", "2031-09-09"]),
        ("Next one: 12 June 2031, 10am", ["2031-06-12"]),
        ("Next group 14/06/31", ["2031-06-14"]),
        ("Next target: 12 June 2031", []),
        ("Matters from last time (20 March 2031)", ["2031-03-20"]),
        ("Figures from last year (20 March 2031)", []),
        ("The notes of 2 April 2031 had been published.", ["2031-04-02"]),
        ("The notes of 2 April 2031 show a fall.", []),
        ("These are notes for the 9 June 2031 session.", ["2031-06-09"]),
        ("These are notes for the 9 June 2031 board paper.", []),
        ("The Authority had set up an improvement board on 10 February 2031.", []),
    ],
)
def test_a_meeting_is_told_by_its_day(words: str, expected: list[str]) -> None:
    """Protects the days of other meetings, which papers name in many ways."""
    assert _days(_HEAD + words)[1:] == expected


def test_days_under_dates_are_those_of_the_body_whose_paper_it_is() -> None:
    """Protects a list of days to come; a paper of no meeting has a timetable of another kind."""
    dates = "7. DATES\n\n2 June 2031 (not in public), 14 July 2031 (in public)"
    assert _days(_HEAD + dates)[1:] == ["2031-06-02", "2031-07-14"]
    assert _days("Letter to the force\n\n" + dates) == []
