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
            "Our report points to many areas of concern, including the loss of keys.",
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


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (
            "CQC’s Chief Inspector of Clinics, Professor Ada Wick, said:\n\n“Some things had "
            "changed.\n\n“We were also concerned that, on the day, morale on the wards was low.”",
            "We were also concerned that, on the day, morale on the wards was low",
        ),
        (
            "Tom Crewe, CQC deputy director of the west, said:\n\n“We were particularly concerned "
            "about how few nurses worked at night, as many waited.”",
            "We were particularly concerned about how few nurses worked at night, as many waited",
        ),
        (
            "HM Inspector Ada Wick said: “We’re particularly concerned that detectives carry too "
            "many cases.”",
            "We’re particularly concerned that detectives carry too many cases",
        ),
        (
            "HM Inspector of Constabulary Ada Wick said: “The year was hard. I have serious "
            "concerns about Dunshire Police’s work in answering its calls.”",
            "I have serious concerns about Dunshire Police’s work in answering its calls",
        ),
        (
            "An Ofsted spokesperson said: ‘We found significant concerns about the care of boys "
            "at the lodge.’",
            "We found significant concerns about the care of boys at the lodge",
        ),
    ],
)
def test_what_an_inspector_says_to_be_concerned_about(words: str, cause: str) -> None:
    assert _causes(words) == [cause]


@pytest.mark.parametrize(
    "words",
    [
        "Ada Wick, the home’s manager, said: “We were particularly concerned about our rota.”",
        "Ada Wick, leader of the council, said: “I have serious concerns about the bus lanes.”",
        "HM Inspector Ada Wick said: “We were concerned about the cells last year.”",
        "HM Inspector Ada Wick said: “We were concerned about the cells but they are clean now.”",
        "HM Inspector Ada Wick said: “We are not concerned about the cells of this force.”",
        "A spokesperson said: ‘We found serious concerns about the price of the hall.’",
    ],
)
def test_what_others_say_to_be_concerned_about_is_none(words: str) -> None:
    assert _causes(words) == []


OVER_STEPS = [
    ("Cause of concern 1: searches of boys are not always lawful",
     "searches of boys are not always lawful"),
    ("Cause of concern 2 – routine use of restraint in the yard",
     "routine use of restraint in the yard"),
    ("Cause of concern: Calls wait too long for an answer", "Calls wait too long for an answer"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "wanted"), OVER_STEPS)
def test_a_heading_over_a_table_of_steps_states_its_concern(heading: str, wanted: str) -> None:
    steps = "| Step | Task | Lead\n\n| 1.1 | Count the searches | Ava Rook"
    words = f"# Marlshire Police: plan\n\n# {heading}\n\n{steps}"
    found = [one for one in reading_of(words).lines() if one["kind"] == "cause_of_concern"]
    assert [one["quote"]["exact"] for one in found] == [wanted]


@pytest.mark.parametrize(
    "heading", ["Cause of concern 1: custody", "Causes of concern in all of our forces", "Steps"]
)
def test_a_heading_that_only_names_states_none(heading: str) -> None:
    words = f"# Marlshire Police: plan\n\n# {heading}\n\n| Step | Task\n\n| 1.1 | Count cells"
    assert not [one for one in reading_of(words).lines() if one["kind"] == "cause_of_concern"]
