"""What others tell of findings, wishes, grades, sittings and people is shown where unread."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.residue import residue


def _signs(words: str) -> list[str]:
    """The signs of what would be shown if no rule had read anything."""
    text = text_of(f"The town hall was full.\n\n{words}")
    made = Material(text, Profile(id="other", type="other"), GAZETTEER, Meta())
    return [str(one.fields["sign"]) for one in residue.records(made, [])]


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors came away uneasy about how sergeants are picked.",
        "What troubles the chief inspector most is the state of the dogs.",
        "The auditor faulted the council over the way it buys vans.",
        "It was criticised for leaving callers in the dark.",
        "Nobody on the estate could name their constable.",
        "The visitors were unimpressed by the cells.",
        "Letters had gone unanswered since the spring.",
        "Too often the door stays shut in the face of a child.",
        "On the question of fairness the unit came out as a 2.",
        "The landlord slipped from C1 to C2.",
        "It was found to be partly meeting the standard on disclosure.",
        "For fairness the force dropped from the highest grade.",
    ],
)
def test_a_finding_or_a_grade_in_words_of_others_is_shown(words: str) -> None:
    assert _signs(words) == ["judgment"]


@pytest.mark.parametrize(
    "words",
    [
        "The third was that interpreters come late.",
        "Your second is about the horses in the yard.",
        "Inspectors would like the force to look after its horses.",
        "The service could do better at telling shops what is wanted.",
        "There is room for improvement in how the unit keeps its maps.",
        "The report suggests a closer look at overtime.",
        "We advise the governor to open the library on Sundays.",
        "The board is urged to meet in public.",
        "The regulator insists that each lift be tested.",
        "Could we have the figures for the spring?",
        "We are going to put a nurse in each suite.",
        "You have my word that the lights stay on.",
        "The governor is expected to explain herself.",
        "The force owes the family an answer.",
    ],
)
def test_a_wish_that_is_told_on_is_shown(words: str) -> None:
    assert _signs(words) == ["duty"]


@pytest.mark.parametrize(
    "words",
    [
        "Council is on 24 February.",
        "The Authority takes the budget on 9 February 2031.",
        "They are back on 6 June.",
        "She can do 23 February or the week behind it.",
        "The governors sat on 3 May in a cold hall.",
        "We gather again on the 14th.",
        "AGM, Friday 3 July 2031, Ely",
        "A meeting of the watch, held on the fifth day of May, 1931",
    ],
)
def test_a_day_beside_who_sits_is_shown(words: str) -> None:
    assert "meeting" in _signs(words)


def test_days_below_an_invitation_are_shown() -> None:
    words = (
        "Come and talk to us:\n\n6 October 2031, harbour station\n\n8 October 2031, village hall"
    )
    assert _signs(words).count("meeting") == 2


@pytest.mark.parametrize(
    "words",
    [
        "Edna Marwick retires in the autumn.",
        "From the parish, Colin Vetch.",
        "Grown-up: Mabel Gant.",
        "Q4. Ronald Pettifer",
        "Wilf Danby and Petula Shaw went.",
        "Agnes Fell AM: Why is the hall cold?",
        "Tea was poured by Una Brock.",
        "“It is cold,” said Olive Marchant.",
        "Cllr. B. Ruddock seconded.",
        "| Name | Body\n\n| Lucasta Brill | Northby Police",
    ],
)
def test_a_person_by_what_that_one_does_is_shown(words: str) -> None:
    assert "person" in _signs(words)


def test_a_number_in_a_headline_that_asks_is_shown() -> None:
    assert _signs("# How 61 letters sat unread in a drawer") == ["figure"]


@pytest.mark.parametrize(
    "words",
    [
        "Blue Lamp is read by all.",
        "Green Lane was closed.",
        "The library is open to all.",
        "I would like to thank the band.",
        "The band played and everybody sang.",
        "The building dates from 1931.",
        "# How we inspected",
        "Members of the council thanked the caterers.",
        "The cells are in the old wing.",
        "He lives by Great Marsh.",
    ],
)
def test_what_only_tells_of_a_place_or_a_day_out_is_not_shown(words: str) -> None:
    assert _signs(words) == []
