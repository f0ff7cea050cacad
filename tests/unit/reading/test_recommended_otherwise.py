"""Recommendations without "should": bare verbs, runs behind a colon, days, lists of orders."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _found(words: str, kind: str) -> list[dict[str, Any]]:
    return [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "recommendation"]


def _asked(words: str, kind: str = "other") -> list[str]:
    return [one["quote"]["exact"] for one in _found(words, kind)]


ASKED = [
    ("The review recommends that agencies share one list and that the board train its clerks.",
     ["share one list", "train its clerks"]),
    ("We recommend that a second lock be fitted; and that keys be counted each night.",
     ["a second lock be fitted", "keys be counted each night"]),
    ("The three recommendations were to count the guns by May, to part two duties, and to report "
     "each loss to the chair.",
     ["count the guns by May", "part two duties", "report each loss to the chair"]),
    ("There remained the recommendation that the service count its keys and the one that it feed "
     "its dogs.", ["count its keys", "feed its dogs"]),
    ("We advise strongly that the two empty posts be filled.", ["the two empty posts be filled"]),
    ("There were four recommendations, the first of these being short, namely to agree a plan for "
     "the savings.", ["agree a plan for the savings"]),
    ("Of the recommendations, the first (that every crew have a refresher course) is not met.",
     ["have a refresher course"]),
    ("The Panel made six recommendations. The one refused was that he appoint a deputy.",
     ["appoint a deputy"]),
    ("We recommend to Cabinet:\n\nR1 that cameras be put up in Marl;\n\nR2 that this group be "
     "called again in a year.",
     ["cameras be put up in Marl", "this group be called again in a year"]),
    ("My recommendations are for the Chief Constable.\n\n1. Change the locks at once.\n\n"
     "2. Bank all cash within a day.", ["Change the locks at once", "Bank all cash within a day"]),
    ("# Key recommendations\n\nRecommendation 1: Decide by May 2031 what will stop\n\n"
     "Recommendation 2: Invest in more clerks",
     ["Decide by May 2031 what will stop", "Invest in more clerks"]),
    ("Inspectors called. What the school was told to do: raise its sights, and see to it that all "
     "can read.", ["raise its sights", "see to it that all can read"]),
    ("Watchdogs were blunt. The force has until the end of May to answer nine in ten calls.",
     ["answer nine in ten calls"]),
    ("There are two causes of concern. For the first we have been told to review the use of dogs.",
     ["review the use of dogs"]),
    ("Our inspection goes on. We have told the force to lock its stores and to have a sergeant "
     "look at the list.", ["lock its stores", "have a sergeant look at the list"]),
    ("The inspectorate recommended that the force should assess each case, and by 4 May 2031 have "
     "no case that is late.", ["assess each case", "have no case that is late"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), ASKED)
def test_what_is_recommended_without_should(words: str, wanted: list[str]) -> None:
    found = _asked(words)
    assert [one for one in wanted if not any(one in each for each in found)] == [], found
    assert len(found) == len(wanted), found


OTHERWISE = [
    "We do not recommend that forces be made to join.",
    "I was pressed to recommend that a sergeant be dismissed. I do not.",
    "I considered whether to recommend that the store be sold.",
    "We made recommendations that we believe will help.",
    "These are the recommendations that it made in 2031 and that four forces closed.",
    "I would recommend that the second file be closed if it were mine.",
    "The Chair recommended that the report be noted.",
    "My recommendations are for the Chief Constable.\n\n1. Locks were old.\n\n2. No cash is lost.",
    "The shop has until the end of May to clear its shelves.",
    "The choir was told to do this: sing louder, and see to it that all can hear.",
    "The report recommends a second lock. The clerk was told that the board be seated.",
]


@pytest.mark.parametrize("words", OTHERWISE)
def test_what_recommends_nothing(words: str) -> None:
    assert _asked(words) == []


def test_a_statement_to_be_sent_is_one_duty() -> None:
    words = (
        "# Recommendations\n\nThe council should prepare a written statement of proposed action "
        "responding to the findings of this letter, and send it to us by 4 May 2031."
    )
    asked = [
        one
        for one in reading_of(words, kind="inspection-letter").lines()
        if one["kind"] in ("action", "recommendation")
    ]
    assert [one["fields"]["due"] for one in asked] == ["2031-05-04"]
    assert asked[0]["quote"]["exact"].startswith("prepare a written statement of proposed action")


def test_a_number_in_a_table_says_what_is_an_area() -> None:
    words = (
        "| Ref | Recommendation | Our answer\n\n| CoC1.1 | Train every clerk of the court | A\n\n"
        "| AFI2 | The service should count its keys | B"
    )
    kinds = [one["kind"] for one in reading_of(words, kind="plan").lines()]
    assert [one for one in kinds if one in ("recommendation", "area_for_improvement")] == [
        "recommendation",
        "area_for_improvement",
    ]
