"""Surnames in a row, and those who came in somebody's place: minutes as councils write them."""

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str) -> dict[str, str | None]:
    found = reading_of(words).records
    return {
        str(one.fields["name"]): str(one.fields["presence"])
        for one in found
        if one.kind == "person"
    }


def test_a_courtesy_within_a_list_of_councillors_ends_no_list() -> None:
    words = (
        "Committee Members:\n\nCouncillors Orme (Chairman), Mrs Pember, Trewin, Moss and S Vale"
    )
    assert set(_people(words)) == {"Orme", "Pember", "Trewin", "Moss", "S Vale"}


@pytest.mark.parametrize(
    "words",
    [
        "Cllr Orme confirmed that Cllrs Pember and Trewin may ask questions within item 5.",
        "Cllr Orme asked Councillors Pember, T Moss and Trewin to look at the plan.",
        "Cllr Orme thanked Messrs Pember & Trewin for the walk.",
        "It was moved by Councillors Orme, Pember, and Trewin.",
    ],
)
def test_surnames_in_a_row_are_people(words: str) -> None:
    assert {"Pember", "Trewin"} <= set(_people(words))


@pytest.mark.parametrize(
    "words",
    [
        "The Councillors and Officers walked round the yard.",
        "Councillors, Members and Officers may ask questions.",
        "Councillors Forum and Marl Trust were told of it.",
    ],
)
def test_groups_in_a_row_are_nobody(words: str) -> None:
    assert _people(words) == {}


def test_apologies_behind_the_word_minutes_are_apologies() -> None:
    words = "Minutes: We received apologies from Cllr Orme and Cllr Pember."
    assert _people(words) == {"Orme": "apologies", "Pember": "apologies"}


@pytest.mark.parametrize(
    "words",
    [
        "Cllr Trewin attended as a substitute.",
        "RESOLVED: That Councillor Trewin be elected as the Vice-Chairman for the year.",
        "Councillor Trewin declared an interest in the item.",
        "Cllr Trewin queried the figures.",
    ],
)
def test_what_a_councillor_does_in_minutes_shows_a_name(words: str) -> None:
    assert "Trewin" in _people(words)


@pytest.mark.parametrize(
    "words",
    [
        "Chief Inspector Issues Urgent Notification for the prison at Orme Vale.",
        "The Provisional Grant Settlement includes more for the roads.",
        "I have shared an analysis of the reports sent to Ambulance Trusts.",
        "The panel heard Grant Thornton’s findings on the accounts, Audit Manager.",
    ],
)
def test_headlines_settlements_and_firms_are_nobody(words: str) -> None:
    assert _people(words) == {}
