"""The meeting of a paper, by the day below or beside the name of a body at its top."""

import pytest
from tests.unit.reading.making import reading_of


def _this(words: str) -> list[tuple[object, object]]:
    return [
        (one["fields"]["date"], one["fields"]["time"])
        for one in reading_of(words, kind="minutes").lines()
        if one["kind"] == "meeting" and one["fields"]["standing"] == "this"
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Marl YJMB\n\n18.01.31 / 2pm / Linden Suite\n\nChair: Ada Moss", ("2031-01-18", "14:00")),
        ("Regional chief officers’ group\n\n29 March 2031\n\nD Moss (Marl), H Umber (Wold)",
         ("2031-03-29", None)),
        ("MARL FIRE AUTHORITY\n\n23 SEPTEMBER 2031\n\nUPDATE\n\nReport of the Chief Fire Officer",
         ("2031-09-23", None)),
        ("Saxel CSP, 10 November 2031, 10–11.30\n\n| Name | Agency\n\n| Ada Moss | Council",
         ("2031-11-10", "11:30")),
        ("SILVER GROUP – RESPONSE – MEETING 3\n\n3 November 2031, 08:30\n\nRoads were shut.",
         ("2031-11-03", "08:30")),
        ("Marl Partners' Executive\n\n20 August 2031, virtual\n\nPresent\n\n- Ada Moss",
         ("2031-08-20", None)),
        ("HOLDING TO ACCOUNT\n\nMeeting 4 of 2031: 20 November 2031\n\nAttendees: Ada Moss",
         ("2031-11-20", None)),
        ("Marl Transport Board: note of 24 May 2031\n\nThe Mayor, Ada Moss, took the chair.",
         ("2031-05-24", None)),
    ],
)  # fmt: skip
def test_a_day_at_the_name_of_a_body_is_of_this_meeting(
    words: str, told: tuple[str, str | None]
) -> None:
    assert _this(words) == [told]


@pytest.mark.parametrize(
    "words",
    [
        "Marl Echo\n\n10 May 2031\n\nReport by Ada Moss",
        "Delivery Board: actions at 12 June 2031\n\n| Action | Owner\n\n| Ring | Ada Moss",
        "ACTION LOG - MARL AUDIT BOARD - updated 20/04/31\n\n| Action | Owner\n\n| Ring | AM",
        "Scrutiny Board – Action Log (updated 13 May 2031)\n\n| Action | Owner\n\n| Ring | AM",
        "Marl Transport Board: note of 24 May 2031\n\nThe bridge will be shut.",
        "Regional chief officers’ group\n\n29 March 2031\n\nThe group (of nine) is new.",
        "MARL FIRE AUTHORITY\n\n23 SEPTEMBER 2031\n\nUPDATE\n\nReport of the officers who looked"
        " at every station and at what it keeps there: see below.",
    ],
)
def test_the_day_of_a_paper_is_of_no_meeting(words: str) -> None:
    assert not _this(words)


@pytest.mark.parametrize(
    "words",
    [
        "MARL COUNCIL\n\n@ Report to: Audit Committee, 28 January 2031\n\n@ Author: Ada Moss",
        "@ Paper for: Strategic Board – 28 January 2031\n\n@ Author: Ada Moss\n\n1. Purpose",
    ],
)
def test_a_paper_says_for_which_meeting_it_is(words: str) -> None:
    lines = reading_of(words, kind="plan").lines()
    held = [one["fields"] for one in lines if one["kind"] == "meeting"]
    assert [(one["date"], one["standing"]) for one in held] == [("2031-01-28", "this")]
