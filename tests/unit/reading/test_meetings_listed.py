"""Meetings in a row of days, alone in a line, in a diary, and by the sentence behind them."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _days(words: str, kind: str = "other") -> list[str]:
    reading = reading_of(words, kind=kind, meta=Meta(published="2031-05-08"))
    return [str(one["fields"]["date"]) for one in reading.lines() if one["kind"] == "meeting"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The panel met on 4 March, 6 May and 8 July 2031.",
         ["2031-03-04", "2031-05-06", "2031-07-08"]),
        ("I held three public meetings: on 18 June 2030, 24 September 2030 and 18 March 2031.",
         ["2030-06-18", "2030-09-24", "2031-03-18"]),
        ("# Marl News\n\n## Dates\n\n- Marl Parish Council: Tuesday 20 May, 7pm\n\n"
         "- Litter pick: Friday 30 May, 10am", ["2031-05-20"]),
        ("Could you speak at the June meeting? That is on 15 June at 7 pm.", ["2031-06-15"]),
        ("# Police surgery\n\nPC Ada Moss will be at the village hall on 18 May at 10am.",
         ["2031-05-18"]),
        ("We have a new reading room. Come and hear more on 24 June at 3.30pm.", ["2031-06-24"]),
        ("# Report to Marl Fire Authority, 16 September 2031\n\nThis report says what was done.",
         ["2031-09-16"]),
        ("# Meetings in public, 2031\n\nAll are welcome.\n\n- 24 June 2031, Marl Hall\n\n"
         "- 22 September 2031, online", ["2031-06-24", "2031-09-22"]),
    ],
)  # fmt: skip
def test_each_day_of_a_meeting_is_read(words: str, days: list[str]) -> None:
    assert _days(words) == days


@pytest.mark.parametrize(
    "words",
    [
        "Deadline for the meeting: 12 May 2031",
        "3. Meet the police about drones – Lee Prowse – 4 June",
        "The vans were sold. That was on 4 June 2031.",
        "# Fleet plan\n\nThe vans will be at the yard on 18 May at 10am.",
        "# Report to readers of the Marl Echo, 16 September 2031",
    ],
)
def test_a_task_or_another_day_is_no_meeting(words: str) -> None:
    assert not _days(words)


def test_a_deadline_behind_the_day_of_a_meeting_is_none() -> None:
    assert _days("The panel met on 4 March 2031, 6 May 2031 is the last day for papers.") == [
        "2031-03-04"
    ]
