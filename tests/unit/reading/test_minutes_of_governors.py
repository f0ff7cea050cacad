"""Minutes of a school's governors, and where a list of people in minutes ends."""

from tests.reading.corpus import profiles
from tests.unit.reading.making import reading_of, text_of

from answerable.reading.profiles import choose

_MINUTES = """Hopwell Primary Academy: Local Governing Board

18 March 2031, 5.30pm

Present: Leo Sand (Chair), Cora Mask (Headteacher), Jess Hall (staff governor)

Absent: Mart Uphill

4. Report card

The expected standard was met. Pupils liked the trips.

Action: survey staff on trips – Jess Hall, 24 April

6. Next meeting: 17 June 2031
"""


def test_minutes_of_governors_are_no_report_of_inspectors() -> None:
    chosen = choose(profiles(), text=_MINUTES, title=None, publisher=None, source=None)
    assert chosen.profile.type == "minutes"


def test_a_letter_to_governors_that_lists_nobody_is_none_of_a_meeting() -> None:
    words = "Hopwell Primary Academy\n\nOfsted report\n\nPupils like it. Lead inspector: A Vane"
    chosen = choose(profiles(), text=words, title=None, publisher=None, source=None)
    assert chosen.profile.type == "inspection-report"


def _actions(words: str) -> list[str]:
    lines = reading_of(words, kind="minutes").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "action"]


def test_an_action_below_apologies_stands_in_no_list_of_people() -> None:
    assert _actions(
        "# Apologies\n\nJo Lind, Fire\n\nAction: OE to write the form down for the ward\n\n"
        "Action: CM/HT to agree one map"
    ) == ["write the form down for the ward", "agree one map"]


def test_what_is_said_below_apologies_opens_the_meeting() -> None:
    told = (
        "Joint visit. The plan goes to the panel in May. Dr Orr said that since March a nurse "
        "asks each child whether the school may be told; eleven of thirteen had said yes, and "
        "nobody had said no to it so far."
    )
    words = f"# Apologies\n\nJo Lind, Fire\n\n{told}\n\nGrants. The Chair to ring the bank."
    assert "ring the bank" in _actions(words)


def test_attendance_of_pupils_lists_nobody() -> None:
    words = "# 5. Attendance\n\nMany pupils stay away.\n\nAction: survey staff on trips"
    assert _actions(words) == ["survey staff on trips"]
    assert text_of(words).blocks[0].kind == "heading"
