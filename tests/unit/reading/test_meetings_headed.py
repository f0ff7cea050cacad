"""The day of a meeting alone in its line: above those who were there, and below "Next"."""

import pytest
from tests.unit.reading.making import reading_of


def _told(words: str, kind: str = "other") -> list[tuple[str, str]]:
    return [
        (str(one["fields"]["date"]), one["fields"]["standing"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "meeting"
    ]


HEADS = [
    ("# DENE FIRE AUTHORITY\n\nWednesday, 10 December 2031 at 10.30am, Beacon House\n\nMembers:"
     " Cllrs Ida Clove (Chair) and Tom Ash", "2031-12-10"),
    ("# OP LAMP - GOLD GROUP\n\n25/01/31 0800\n\nGold: DCC Ida Clove\n\nPresent: Supt Tom Ash"
     " (Contact), Rae Linn", "2031-01-25"),
    ("# Elm Academy Trustees' Meeting\n\nDate: 19.1.31, 6 pm\n\nAttending: Ida Clove (IC), Chair",
     "2031-01-19"),
    ("# Longmoor Trust\n\nWednesday 5 March 2031, 2pm, Boardroom\n\nWho was there: Ida Clove"
     " (Chair), Tom Ash", "2031-03-05"),
    ("# Road Safety Group\n\n3.6.31\n\nIn the room: J Hart (chair), P Moon", "2031-06-03"),
    ("# Rural Forum: what was said\n\n14 October 2031, the Mart, Dale\n\nAround 90 people came."
     " On the top table: Ida Clove (Commissioner) and Tom Ash, vet.", "2031-10-14"),
    ("Local governing body, 24 June 2031, 16:30\n\nGovernors: Ida Clove (chair), Tom Ash",
     "2031-06-24"),
    ("# Parenting Panel, 21 October 2031\n\nPRESENT: Cllr Ida Clove (Chair), Cllr Tom Ash",
     "2031-10-21"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), HEADS)
@pytest.mark.parametrize("kind", ["other", "action-log", "inspection-report", "minutes"])
def test_above_those_who_were_there(words: str, day: str, kind: str) -> None:
    assert (day, "this") in _told(words, kind)


@pytest.mark.parametrize(
    "words",
    [
        "# Report on custody\n\n24 June 2031\n\nThe cells were cold.",
        "# Inspection of Dene Fire\n\n24 June 2031\n\nInspectors came in May.",
        "# Vetting is late, says chief\n\n24 June 2031\n\nThere: nobody knew.",
        "Dear Chief Constable\n\n24 June 2031\n\nMembers: we thank you.",
        "# Tracker was updated\n\n24 June 2031\n\nMembers: A. Bold, B. Reed",
    ],
)
def test_a_day_of_another_paper(words: str) -> None:
    assert not _told(words, "inspection-report")


_HEAD = "# Longmoor Board\n\n5 March 2031\n\nPresent: Ida Clove (Chair), Tom Ash, Rae Linn\n\n"
ENDS = [
    ("2. Next\n\n9 April 2031", ("2031-04-09", "next")),
    ("# FA/64 Next\n\n9 April 2031", ("2031-04-09", "next")),
    ("Item 4 – Next\n\n9 April 2031.", ("2031-04-09", "next")),
    ("PA/13 Next in public: 13 January 2032", ("2032-01-13", "next")),
    ("The vans were sold.\n\n5. 9 April 2031", ("2031-04-09", "next")),
    ("1. Minutes. Those of 12 January 2031 were signed.", ("2031-01-12", "previous")),
    ("1. Previous minutes: 20 January 2031. Agreed.", ("2031-01-20", "previous")),
    ("1 Mins of 17.1.31 signed.", ("2031-01-17", "previous")),
]


@pytest.mark.parametrize(("words", "told"), ENDS)
def test_the_next_and_the_last(words: str, told: tuple[str, str]) -> None:
    assert told in _told(_HEAD + words, "minutes")


@pytest.mark.parametrize(
    "words",
    [
        "The vans were sold.\n\n9 April 2031",
        "Next steps are in the plan.\n\nThe vans go.\n\n9 April 2031",
        "5. 9 April 2030",
        "Those of 9 April 2031 were sold.",
    ],
)
def test_another_day_at_the_end(words: str) -> None:
    assert [one for one in _told(_HEAD + words, "minutes") if one[1] != "this"] == []


def test_the_link_behind_a_venue_is_no_part_of_the_place() -> None:
    words = (
        "# Minutes\n\nMarl Police and Crime Panel - Friday, 4 July, 2031 10.00 am\n\n"
        "Venue: Long Chamber, Elm Street, Marl MA1 2BJ. View directions\n\nPresent: Cllr Ida Clove"
    )
    found = [one["fields"] for one in reading_of(words, kind="minutes").lines()
             if one["kind"] == "meeting" and one["fields"]["place"]]  # fmt: skip
    assert [one["place"] for one in found] == ["Long Chamber, Elm Street, Marl MA1 2BJ"]


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("# Joint Response Group\n\n5/11/31, Teams\n\nAttended by: Ada Moss (Supt)", "other",
         "2031-11-05"),
        ("# Marl Academy: Local Governing Body\n\n2 July 2031 at 17:00 in the library\n\n"
         "Governors present: Ada Moss (Chair)", "inspection-report", "2031-07-02"),
        ("# Ford Improvement Board\n\n5 August 2031\n\n| Action | Who |\n|---|---|\n"
         "| Mend the vans | Cy Orr |\n| Roster three officers | Gus Vane |", "action-log",
         "2031-08-05"),
    ],
)  # fmt: skip
def test_a_body_and_its_day_above_those_who_came_or_what_they_will_do(
    words: str, kind: str, day: str
) -> None:
    reading = reading_of(words, kind=kind)
    (one,) = [one for one in reading.lines() if one["kind"] == "meeting"]
    assert (one["fields"]["date"], one["fields"]["standing"]) == (day, "this")


@pytest.mark.parametrize(
    "words",
    [
        "# MONITORING BOARD AT HMP MARL\n\nAnnual report for the year 1 May 2030 to 30 April 2031",
        "# Marl District Council: peer challenge\n\nFeedback report, 24 April 2031",
        "# Fleet Board\n\nThe year under review: 1 May 2030 to 30 April 2031",
    ],
)
def test_the_day_or_the_year_of_a_report_is_no_meeting(words: str) -> None:
    assert not [one for one in reading_of(words, kind="other").lines() if one["kind"] == "meeting"]


def test_minutes_that_are_signed_are_of_the_meeting_before() -> None:
    words = (
        "# Agenda and minutes\n\nTo approve and sign as a correct record the minutes of the"
        " meeting of the Fire Authority held on 8 December 2031\n\nNone were present from outside."
    )
    assert _told(words, "minutes") == [("2031-12-08", "previous")]


@pytest.mark.parametrize(
    "words",
    [
        "11th May 2031\n\n# 1. Welcome and introductions\n\nCC Ida Clove (IC)",
        "Sunday 11 May 2031, 2pm\n\nPresent: Ida Clove (Chair), Tom Ash",
        "11/05/2031\n\nApologies for absence\n\nApologies were received from Tom Ash.",
        "Date: 11 May 2031\n\nAttendees:\n\n- Ida Clove\n\n- Tom Ash",
    ],
)
def test_minutes_that_begin_with_their_day_alone(words: str) -> None:
    assert _told(words, "minutes") == [("2031-05-11", "this")]


@pytest.mark.parametrize(
    "words",
    [
        "11 May 2031\n\nWelcome to our spring newsletter.\n\nDear all",
        "11 May 2031\n\nThe Commissioner has welcomed a report.",
        "Published 11 May 2031\n\nApologies for the delay in our service.",
        "11 May 2031\n\nMembers of the public are asked to help.",
    ],
)
def test_a_page_that_begins_with_its_day_is_of_no_meeting(words: str) -> None:
    assert _told(words) == []
