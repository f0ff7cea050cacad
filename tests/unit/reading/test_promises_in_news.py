"""Promises as newspapers tell them: of councillors by surname, and what a body announced."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str) -> list[tuple[str, object]]:
    lines = reading_of(words, kind="news").lines()
    return [
        (one["quote"]["exact"], one["fields"]["by_person"])
        for one in lines
        if one["kind"] == "commitment"
    ]


def test_a_councillor_by_surname_speaks_and_not_who_spoke_before() -> None:
    found = _promises(
        "Chief Constable Kit Prior said: “We will go back to the basics.”\n\n"
        "Cllr Able added: “We will publish the figures for every ward each month.”\n\n"
        "Coun Box said the plan would be published in June."
    )
    assert [person for _, person in found] == ["Kit Prior", "Able", "Coun Box"]


@pytest.mark.parametrize(
    "words",
    [
        "The force has announced that it is to recruit 50 officers by March.",
        "The police also announced they are to recruit 50 more officers by next March.",
        "The council pledged this week to publish its plan by 4 June 2031.",
    ],
)
def test_what_a_body_announced_that_it_is_to_do_is_promised(words: str) -> None:
    assert len(_promises(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The force announced the names of those who are to hand.",
        "The results were announced and they are to hand.",
        "Cllr Able said the plan was published in June.",
    ],
)
def test_what_is_only_announced_is_no_promise(words: str) -> None:
    assert _promises(words) == []
