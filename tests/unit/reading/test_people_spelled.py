"""Names in a list that look like posts, and short forms of names that look like ranks."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str) -> list[dict[str, Any]]:
    lines = reading_of(f"Attendees:\n\n{words}", kind="minutes").lines()
    return [one["fields"] for one in lines if one["kind"] == "person"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("- Orla Senior (OS) Marlshire Roads Alliance", "Orla Senior"),
        ("- Michelle Little (ML), Vale Transport", "Michelle Little"),
        ("- Tom Head (TH) Chief Finance Officer", "Tom Head"),
        ("- Peter Major (PM)", "Peter Major"),
    ],
)
def test_a_name_that_could_be_a_post_is_one_where_its_letters_stand_behind_it(
    words: str, name: str
) -> None:
    assert [one["name"] for one in _people(f"{words}\n\n- Ada Moss (AM)")] == [name, "Ada Moss"]


@pytest.mark.parametrize(
    "words", ["- Police Head (PH)", "- Finance Lead (FL)", "- Maternity Lead (ML)", "- Chair (C)"]
)
def test_a_post_with_its_letters_is_nobody(words: str) -> None:
    assert _people(words) == []


def test_the_letters_of_a_name_are_its_initials_though_a_rank_has_them_too() -> None:
    found = _people("- Carys Clayton (CC) Chief Executive\n\n- Ada Moss (CC) Marlshire Police")
    assert [(one["initials"], one["role"]) for one in found] == [
        ("CC", "Chief Executive"),
        (None, "CC"),
    ]


@pytest.mark.parametrize("role", ["Governing Body GP", "Secondary Care Consultant"])
def test_a_trade_is_a_role_and_no_body(role: str) -> None:
    found = _people(f"- Dr Ada Moss (AM) {role}")
    assert [(one["role"], one["organisation"]) for one in found] == [(role, None)]


def test_a_body_between_a_name_and_the_chair_is_nobody() -> None:
    found = _people("- Una Orme (UO) Transport Eastmarl (Chair)\n\n- Ada Moss (AM)")
    assert [one["name"] for one in found] == ["Una Orme", "Ada Moss"]


def test_who_came_in_the_place_of_another_is_no_body_of_hers() -> None:
    words = (
        "Apologies for absence were received from Mr D Moss (Ms H Orme attended as substitute), "
        "Mr A Vale (Mr B Ash, Medical Director attended in his absence) and Ms C Fell, NHS "
        "Eastmarl."
    )
    lines = reading_of(words, kind="minutes").lines()
    found = {one["fields"]["name"]: one["fields"] for one in lines if one["kind"] == "person"}
    assert {one["organisation"] for one in found.values()} == {None, "NHS Eastmarl"}
    assert found["A Vale"]["role"] is None
    assert {"D Moss", "H Orme", "A Vale", "B Ash", "C Fell"} <= set(found)
