"""Recommendations by the form of their list and of the sentence that names them again."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _recommended(words: str, kind: str) -> list[dict[str, Any]]:
    lines = [
        one for one in reading_of(words, kind=kind).lines() if one["kind"] == "recommendation"
    ]
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines]


def test_each_thing_in_a_list_that_recommends_is_recommended() -> None:
    words = (
        "I recommend:\n\n- the appointment of a keeper;\n\n"
        "- a count of all keys by 1 May 2031; and\n\n- this was said by many in the town."
    )
    found = _recommended(words, "inspection-letter")
    assert [(one["exact"], one["due"]) for one in found] == [
        ("the appointment of a keeper", None),
        ("a count of all keys by 1 May 2031", "2031-05-01"),
    ]
    assert not _recommended(
        words.replace("I recommend:", "I do not recommend:"), "inspection-letter"
    )


def test_what_was_not_proven_may_yet_be_recommended_on() -> None:
    """Only a “not” right before it denies a recommendation."""
    words = (
        "The case was not made, and the Committee recommends to the Authority:\n\n"
        "- that the sale be deferred until the roof is mended"
    )
    (found,) = _recommended(words, "other")
    assert found["exact"] == "the sale be deferred until the roof is mended"


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Recommendation 6, a single store for keys by June 2031, is accepted.",
         "a single store for keys by June 2031"),
        ("It had accepted a similar recommendation from our 2029 report, to mend the locks.",
         "mend the locks"),
    ],
)  # fmt: skip
def test_a_recommendation_that_is_named_again(words: str, exact: str) -> None:
    (found,) = _recommended(words, "statutory-response")
    assert found["exact"] == exact


def test_lettered_parts_of_one_sentence_are_several() -> None:
    words = "It is recommended that the Panel (a) adopts the code; (b) appoints two keepers."
    found = _recommended(f"The paper is short.\n\n{words}", "decision")
    assert [one["exact"] for one in found] == ["adopts the code", "appoints two keepers"]


def test_what_its_words_call_a_recommendation_is_one_under_any_heading() -> None:
    words = (
        "# Areas for improvement\n\nThe force should count keys.\n\n"
        "It accepted a similar recommendation from our 2029 report, to mend the locks."
    )
    (found,) = _recommended(words, "hmicfrs")
    assert found["exact"] == "mend the locks"


@pytest.mark.parametrize(
    "between",
    ["on behalf of the Council", "in consultation with the Chair", "jointly with Holm Police"],
)
def test_on_whose_behalf_is_no_part_of_what_is_to_be_done(between: str) -> None:
    words = f"Recommendation 1: That the Managing Director, {between}, apologises to the tenant."
    (one,) = _recommended(words, "other")
    assert one["exact"] == "apologises to the tenant"
    assert one["addressee"] == "Managing Director"
