"""No grade is put on a body whose words do not carry it: precision before reach."""

import pytest
from tests.unit.reading.making import reading_of


def _bodies(words: str, kind: str = "news") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"]["institution"] for one in lines if one["kind"] == "grade"]


@pytest.mark.parametrize(
    "other",
    [
        "Dunshire’s youth justice service was rated inadequate.",
        "Dunshire's fire and rescue service was rated inadequate.",
        "Dunshire children’s services were rated inadequate.",
        "In Dunshire, the probation unit was rated inadequate.",
    ],
)
def test_another_service_of_a_place_is_not_its_police(other: str) -> None:
    words = f"Marlshire Police and Dunshire Police sent officers. {other}"
    assert _bodies(words) == [None]
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
        "Marlshire Fire and Rescue Authority",
        "MARLSHIRE POLICE, FIRE AND CRIME COMMISSIONER",
    ],
)
def test_who_oversees_a_service_is_not_the_one_that_was_graded(office: str) -> None:
    words = f"{office}\n\nNotes of the meeting\n\nProtection was graded inadequate by HMICFRS."
    assert _bodies(words, "minutes") == [None]
