"""No grade is put on a body whose words do not carry it: precision before reach."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _bodies(words: str, kind: str = "news") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"]["institution"] for one in lines if one["kind"] == "grade"]


@pytest.mark.parametrize(
    "other",
    [
        "Dunshire children’s services were rated inadequate.",
        "In Dunshire, the probation unit was rated inadequate.",
    ],
)
def test_another_service_of_a_place_is_not_its_police(other: str) -> None:
    words = f"Marlshire Police and Dunshire Police sent officers. {other}"
    assert _bodies(words) == [None]
    fire = "Dunshire's fire and rescue service was rated inadequate."
    assert _bodies(f"Marlshire Police and Dunshire Police sent officers. {fire}") == [
        "Dunshire Fire and Rescue Service"
    ]
    youth = "Dunshire’s youth justice service was rated inadequate."
    assert _bodies(f"Marlshire Police and Dunshire Police sent officers. {youth}") == [
        "Dunshire Youth Justice Service"
    ]
    police = "Dunshire’s police force was rated inadequate."
    assert _bodies(f"Marlshire Police and Dunshire Police sent officers. {police}") == [
        "Dunshire Police"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Marlshire Police was compared with Dunshire Police and was rated good at custody.",
        "Marlshire Police, like Dunshire Police, was rated good at custody.",
    ],
)
def test_of_two_bodies_equally_near_it_is_neither(words: str) -> None:
    assert _bodies(words) == [None]


def test_the_force_is_not_one_that_is_named_only_later() -> None:
    words = (
        "The force was graded good, while its neighbour Dunshire Police is inadequate at custody."
    )
    assert _bodies(words) == [None, "Dunshire Police"]


def test_a_body_that_others_are_compared_with_is_not_the_one_before() -> None:
    words = (
        "Marlshire Police\n\nWe compared it with Dunshire Police. "
        "The force is inadequate at managing offenders."
    )
    (found,) = _bodies(words, "hmicfrs")
    assert found != "Dunshire Police"


@pytest.mark.parametrize(
    "office",
    [
        "Marlshire Police, Fire and Crime Commissioner",
        "Marlshire Police, Fire and Crime Panel",
        "Marlshire Police and Fire and Crime Panel",
        "MARLSHIRE POLICE, FIRE AND CRIME COMMISSIONER",
    ],
)
def test_who_oversees_a_service_is_not_the_one_that_was_graded(office: str) -> None:
    words = f"{office}\n\nNotes of the meeting\n\nProtection was graded inadequate by HMICFRS."
    assert _bodies(words, "minutes") == [None]
    fire = words.replace(office, "Marlshire Fire and Rescue Authority")
    assert _bodies(fire, "minutes") == ["Marlshire Fire and Rescue Service"]


def test_the_services_of_a_trust_are_no_bodies() -> None:
    rows = "| Urgent and emergency | Good | Inadequate\n\n| Surgery | Good | Good"
    words = f"Marl NHS Foundation Trust\n\n| Service | Safe | Caring\n\n{rows}"
    assert set(_bodies(words, "inspection-report")) == {"Marl NHS Foundation Trust"}
    named = "| Service | Safe | Caring\n\n| Fernlea House | Good | Good"
    assert set(_bodies(named, "inspection-report")) == {"Fernlea House"}


@pytest.mark.parametrize(
    "words",
    [
        "Marl Council\n\nHMICFRS was here. Custody was graded inadequate.",
        "Marl Council\n\nThe HMI Probation report is out. Staffing was graded inadequate.",
        "Marl Council\n\nOfsted came. Our youth justice service was rated good.",
    ],
)
def test_a_council_is_not_what_others_were_graded_for(words: str) -> None:
    assert _bodies(words, "minutes") == [None]


def test_who_speaks_is_not_the_body_named_just_before() -> None:
    words = (
        "Marl NHS Foundation Trust\n\nThe CQC has rated surgery at Fell Hospital inadequate. "
        "It rated us good for caring."
    )
    assert "Fell Hospital" not in _bodies(words)[1:]


def test_a_trust_whose_board_meets_is_not_its_school() -> None:
    words = (
        "Marl Academies Trust\n\nTrust Board, Wednesday 9 December 2026\n\n"
        "1. Ofsted at Fell View\n\nBehaviour was graded good."
    )
    assert _bodies(words) == [None]


def test_a_council_has_the_grade_that_words_give_it() -> None:
    words = "Marl Council\n\nOfsted came. The council was judged inadequate."
    assert _bodies(words, "minutes") == ["Marl Council"]


def test_a_heading_of_minutes_names_who_was_graded() -> None:
    words = (
        "Marl Academies Trust\n\nMinutes of the board\n\n1. Ofsted at Fell Primary School\n\n"
        "Behaviour was graded good.\n\n2. Money\n\nBehaviour was graded good."
    )
    assert _bodies(words, "minutes") == ["Fell Primary School", None]


def test_a_body_has_the_name_that_its_own_paper_writes() -> None:
    meta = Meta(title="Focused visit to Marl local authority")
    words = "Marl City Council\n\nIts services were judged inadequate overall."
    lines = reading_of(words, kind="inspection-report", meta=meta).lines()
    found = [one["fields"]["institution"] for one in lines if one["kind"] == "grade"]
    assert found == ["Marl City Council"]


def test_who_chairs_an_authority_is_no_body() -> None:
    to = "To: Ann Bell, Chair of the Authority"
    words = f"{to}\n\nHMICFRS was here. Protection was graded inadequate."
    assert _bodies(words) == [None]


def test_the_county_of_a_town_is_not_the_force_of_that_county() -> None:
    words = "Two councils – Wexley in Ferndon and St Hilda in Marlshire – were rated inadequate."
    assert "Marlshire Police" not in _bodies(words)
    assert _bodies("Custody in Marlshire was rated inadequate.") == ["Marlshire Police"]
