"""Causes of concern that a sentence lists, or that an inspector says to have."""

import pytest
from tests.unit.reading.making import reading_of


def _causes(words: str, kind: str = "news") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "A report of the prison inspectorate came out in May. Areas of concern included: slow "
            "gates; poor rating of the farm; and a high number of lost keys.",
            ["slow gates", "poor rating of the farm", "a high number of lost keys"],
        ),
        (
            "The report also highlights several areas of concern, including the loss of keys.",
            ["the loss of keys"],
        ),
        (
            "Ofsted’s main concerns were: slow calls; dirty rooms.",
            ["slow calls", "dirty rooms"],
        ),
        (
            "The regulator’s points of serious concern raised, including late ferries, cold "
            "cabins and unsafe lifeboats.",
            ["late ferries", "cold cabins", "unsafe lifeboats"],
        ),
        (
            "HM Inspector Ada Wick said: “I am particularly concerned by the way the force keeps "
            "its keys”.",
            ["I am particularly concerned by the way the force keeps its keys"],
        ),
    ],
)
def test_concerns_that_a_sentence_lists_or_has(words: str, found: list[str]) -> None:
    assert _causes(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Residents spoke in May. Areas of concern included: slow gates; a leaking roof.",
        "The inspectors found no areas of concern, including slow gates or a leaking roof.",
        "Members raised several areas of concern, including the report of the inspectorate.",
        "The Mayor said: “I am particularly concerned by the way the council keeps its keys”.",
        "There were serious concerns about the price of bread.",
        "The inspection looked at areas of concern that were discussed last year.",
    ],
)
def test_concerns_of_others_and_of_nobody_are_left(words: str) -> None:
    assert _causes(words) == []
