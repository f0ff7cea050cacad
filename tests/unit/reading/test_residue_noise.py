"""What asks nobody for anything is not listed as unread: a list that is read stays short."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.residue import residue

_OPENS = "The town hall was full."


def _shown(words: str, kind: str = "minutes") -> list[str]:
    """What would be shown if no rule had read anything."""
    made = Material(
        text_of(f"{_OPENS}\n\n{words}"), Profile(id=kind, type=kind), GAZETTEER, Meta()
    )
    return [made.text[one.start : one.end] for one in residue.records(made, [])]


@pytest.mark.parametrize(
    "words",
    [
        "Many of those on the wings told us about the food.",
        "This should not have happened on any ward.",
        "The minutes of the spring were approved.",
        "The repairs would cost a good deal.",
        "He wanted to know why the lamps were out.",
        "Report on an unannounced look at the kitchens",
        "Stop and search in the valley",
        "The cause of concern stays as it was.",
        "Cells 4 to 9 are dry.",
        "The boat and the next one are away.",
        "That too is an old story here.",
        "There was good news for the band.",
        "In short: the choir was fine.",
        "The outstanding invoices are in the drawer.",
        "The board looked at each outstanding audit action.",
        "There was adequate lighting by the quay.",
        "RESOLVED that the report be noted.",
        "To: subscribers@quay.example",
        "Disclaimer: all mail is sent at your own risk.",
        "# The Examiner's role and powers\n\nWe must also weigh what it did.",
        "(b) that the Tracker be noted.",
        "The minutes of the spring board were agreed as a true record.",
        "The Clerk said that there were no planning matters.",
        "This letter sums up the findings of the monitoring visit on 11 and 12 August 2031.",
    ],
)
def test_what_asks_for_nothing_is_not_shown(words: str) -> None:
    assert not _shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "The crew was told to wash the ropes.",
        "The yard should have one owner.",
        "The empty mill would be sold.",
        "Report to the mill board on ropes.",
        "Outstanding schools were visited.",
        "It was agreed that the ropes be mended.",
        "Tapes should be wiped once the minutes are agreed.",
        "RESOLVED that the roof be mended.",
        "There was no plan for the ropes.",
        "Inspectors had a concern about the ropes.",
        "The watch was not good enough.",
        "One complaint was about ropes.",
        "The families had not been told.",
        "Head of Ropes: find out what broke",
        "It found areas for improvement concerning the ropes.",
    ],
)
def test_what_asks_or_judges_beside_it_is_shown(words: str) -> None:
    assert _shown(words) == [words]
