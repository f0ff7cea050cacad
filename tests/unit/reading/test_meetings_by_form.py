"""Which days are days of meetings, by the form of the paper; a dated story is none."""

import pytest
from tests.unit.reading.making import reading_of


def _days(words: str, kind: str = "other") -> list[str]:
    return [
        str(one["fields"]["date"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("At a meeting of the Fleet Committee held on the 4th day of May 2031", "2031-05-04"),
        ("# Marl Fleet Board\n\n4 May 2031\n\nThe vans are old.", "2031-05-04"),
        ("# Night vans: deep dive\n\nHeld on 4 May 2031 at the depot", "2031-05-04"),
        ("# Notes\n\n4 May 2031\n\nPresent: Ada Crewe (AC), Tom Vale (TV)", "2031-05-04"),
        ("| Fleet Board | 4 May 2031\n\n| Item | Discussion", "2031-05-04"),
        ("In the year the Panel met three times:\n\n4 May 2031\n\n8 June 2031\n\n9 July 2031",
         "2031-06-08"),
        ("| When | What | Where\n\n| 4 May 2031 | Public surgery | Long Hall", "2031-05-04"),
        ("# Fleet Board\n\n4 May 2031\n\nVans.\n\nNext FAB: 8 June 2031", "2031-06-08"),
        ("# Fleet Board\n\n4 May 2031\n\nVans.\n\nFB.7 Next meeting. 08.06.2031", "2031-06-08"),
        ("# Next\n\n8 June 2031", "2031-06-08"),
    ],
)  # fmt: skip
def test_a_day_of_a_meeting(words: str, day: str) -> None:
    assert day in _days(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Vans fail in the night\n\n4 May 2031\n\nDrivers have been told to walk.",
        "# What has changed since March?\n\nUna Orme asks\n\n4 May 2031",
        "# The chief’s column\n\n4 May 2031\n\nYou will have read the news.",
        "# Review of the vans\n\nby Una Orme\n\n4 May 2031",
        "# Corporate peer challenge\n\nThe vans were counted on 4 May 2031.",
        "# Evening news\n\n4 May 2031\n\nPRESENTER: Good news tonight.",
        "# Sharing vans: a study\n\nSummary, 4 May 2031\n\nKey facts",
        "| When | What | Where\n\n| 4 May 2031 | Delivery of tyres | Depot",
        "The vans broke down three times:\n\n4 May 2031\n\n8 June 2031",
    ],
)
def test_a_day_of_another_thing(words: str) -> None:
    assert not _days(words)
