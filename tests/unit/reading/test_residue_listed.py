"""Names in a row, days below who sits, a second thing asked: shown where unread."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.gazetteer import Gazetteer
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.records import Record, record
from answerable.reading.residue import residue


def _shown(words: str, found: tuple[Record, ...] = (), kind: str = "minutes") -> list[str]:
    made = Material(text_of(words), Profile(id=kind, type=kind), GAZETTEER, Meta())
    return [str(one.fields["sign"]) for one in residue.records(made, found)]


@pytest.mark.parametrize(
    "words",
    [
        "Round the table: Ottilie Crewe, Bram Tovey and a vet.",
        "Those there: Maud, Perkin and Alys Brand.",
        "Panel: Wilf Garrow (chair), Sunita Pole, Bede Marsh.",
        "On the top table: Sister Agnes Thorne and Piet Vos.",
        "In the hall were Una Prior, Colin Stagg, the vet and Beth Oram.",
        "Hugo Prynne, Estates, Tess Amory, Finance, and Iolo Rees, Legal",
        "Ivo Bell (clerk), Mona Strand and Superintendent Gil Farrow",
        "TP = Tess Prior; BM = Bede Marsh",
        "WG – Wilf Garrow; SP – Sunita Pole",
        "It was the caretaker: Nan Trevor had the keys.",
        "(He’s Edgar Finch, and he was in no mood.)",
        "There was praise for one woman: Elsie Moor runs the desk.",
        "| Name | Ward | \n\n| H. Prynne | Ely | Present",
        "| Member | Body | June\n\n| T. Amory | Ely | Apologies",
    ],
)
def test_people_in_a_list_or_behind_initials_are_shown(words: str) -> None:
    assert "person" in _shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "Robberies, burglaries and thefts were down, as were assaults.",
        "The board looked at cells, cars, dogs and horses.",
        "CCTV = cameras in the street",
        "It was the same story: nobody had the keys.",
        "| Item | Ward | State\n\n| lamps in the square | Ely | Yes",
    ],
)
def test_a_list_of_things_is_no_list_of_people(words: str) -> None:
    assert "person" not in _shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Strategic Policing Board\n\n17 November 2031\n\nMoney was short.",
        "# Oversight Group\n\nDate: 6 May 2031, 6 pm\n\nMoney was short.",
        "# Youth Panel\n\nThe bus was late.\n\n# Next session\n\n15 December",
        "# Trustees’ meeting\n\nWhen: Tuesday 19 January 2031 at 18:00\n\nMoney was short.",
    ],
)
def test_a_day_alone_below_who_sits_is_shown(words: str) -> None:
    assert "meeting" in _shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Vehicles for sale\n\n17 November 2031\n\nMoney was short.",
        "# Lamps\n\nMoney was short.\n\n6 May 2031",
    ],
)
def test_a_day_alone_below_anything_else_is_not_shown(words: str) -> None:
    assert "meeting" not in _shown(words, kind="other")


def test_in_minutes_of_before_a_day_is_that_of_a_meeting() -> None:
    words = "# Panel\n\n# Minutes of the last meeting\n\nThose of 12 January 2031 were signed."
    assert "meeting" in _shown(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The landlord must survey its homes, must mend the doors and must write to us.", True),
        ("I should like the force to text each caller, to apologise to Mrs A, to open it.", True),
        ("The Council should (a) pay for a second worker and (b) write to the parish.", True),
        ("It should keep its dogs inside and it should report each bite to the vet.", True),
        ("The landlord must survey its homes and the sheds beside them in the spring.", False),
        ("The force should train officers to talk to callers who have been hurt before.", False),
    ],
)
def test_what_is_asked_again_behind_the_same_word_may_be_a_second_one(
    words: str, shown: bool
) -> None:
    one = record("recommendation", (0, len(words) - 1), "list.lead-in.should")
    made = Material(text_of(words), Profile(id="other", type="other"), Gazetteer(), Meta())
    found = [line.fields["reason"] for line in residue.records(made, [one])]
    assert ("ambiguous" in found) is shown


def test_an_item_without_a_record_among_others_under_a_heading_is_shown() -> None:
    words = "# Worries\n\n1. Cells are cold.\n\n2. Mail was copied and lost.\n\n3. Lamps are out."
    text = text_of(words).text
    found = tuple(
        record("cause_of_concern", (text.index(one), text.index(one) + len(one)), "cause.list")
        for one in ("Cells are cold", "Lamps are out")
    )
    assert _shown(words, found, "other") == ["duty"]
