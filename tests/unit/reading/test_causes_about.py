"""Causes of concern that papers name by what they are about, in many wordings."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = "HMICFRS came to Marlshire Police in May.\n\n"


def _causes(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(_HEAD + words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


NAMED = [
    ("The cause of concern about vetting was lifted last week.", ["vetting"]),
    ("HMICFRS has closed the cause of concern it issued in 2023 over its handling of stalking.",
     ["its handling of stalking"]),
    ("The second cause of concern, dog licensing, remains open.", ["dog licensing"]),
    ("It has two causes of concern, on custody and on the use of dogs.",
     ["custody", "the use of dogs"]),
    ("The inspectorate named firearms stores as a cause of concern.", ["firearms stores"]),
    ("Of the three causes of concern – vetting, custody and stop and search – one is open.",
     ["vetting", "custody", "stop and search"]),
    ("A cause of concern was raised in respect of how the service counts its guns.",
     ["how the service counts its guns"]),
    ("The accelerated cause of concern issued to Marlshire Police on 3 March about missing "
     "children is discharged.", ["missing children"]),
    ("The CoC re call handling is still live.", ["call handling"]),
    ("She said that inspectors had raised a further cause of concern relating to the care of "
     "horses, and that she was sorry.", ["the care of horses"]),
    ("The causes of concern about vetting and about custody remain.", ["vetting", "custody"]),
    ("Two causes of concern were issued. They cover the way guns are counted and its testing of "
     "boats.", ["the way guns are counted", "its testing of boats"]),
    ("There is a cause of concern: guns were not counted nor locked away.",
     ["guns were not counted nor locked away"]),
    ("There is one cause of concern, about guns that weren't counted and dogs that weren't fed.",
     ["guns that weren't counted and dogs that weren't fed"]),
    ("Inspectors said that it had dealt with three serious concerns, about guns, dogs and boats.",
     ["guns", "dogs", "boats"]),
]  # fmt: skip

UNREAD = [
    "The force had no causes of concern about custody.",
    "An update on the cause of concern action plan was noted.",
    "Members asked about the cause of concern and whether it was on track.",
    "HMICFRS published its cause of concern on 4 March 2031.",
    "The board agreed that there is no cause for concern about the budget.",
    "Residents raised a cause of concern about parking.",
    "Should a further cause of concern about custody be raised, the board will meet.",
    "A cause of concern about a force is issued when practice falls short.",
    "There is one cause of concern, seven areas for improvement and a grade of good.",
    "One cause of concern was identified in its latest report on Marlshire Police.",
    "Was the cause of concern about vetting closed?",
    "No further cause of concern over custody was found.",
]


@pytest.mark.parametrize(("words", "causes"), NAMED)
def test_a_cause_is_what_it_is_about(words: str, causes: list[str]) -> None:
    assert _causes(words) == causes


@pytest.mark.parametrize("words", UNREAD)
def test_what_names_no_subject_stays_unread(words: str) -> None:
    assert not _causes(words)


def test_a_sentence_that_goes_on_to_say_what_falls_short_is_the_concern() -> None:
    words = (
        "Inspectors issued a cause of concern about the force's treatment of children, where "
        "checks were missed."
    )
    assert _causes(words) == [words]


def test_a_report_of_an_inspectorate_states_its_causes_in_sentences() -> None:
    words = "The cause of concern about vetting was lifted last week."
    assert not _causes(words, "inspection-report")
    assert not _causes(words, "agenda")


@pytest.mark.parametrize(("state", "told"), [("was closed in May", "closed"), ("stays", "open")])
def test_what_became_of_it(state: str, told: str) -> None:
    reading = reading_of(f"{_HEAD}The cause of concern about guns {state}.", kind="minutes")
    (one,) = (line for line in reading.lines() if line["kind"] == "cause_of_concern")
    assert one["fields"]["disposition"] == told


def test_how_it_does_one_thing_and_how_it_does_another_are_two() -> None:
    words = (
        "The inspectorate had serious concerns about how the service keeps people safe from fire"
        " and floods, and how it looks after its crews."
    )
    assert _causes(words) == [
        "how the service keeps people safe from fire and floods",
        "how it looks after its crews",
    ]


def test_which_concerns_they_were_is_not_what_they_are() -> None:
    words = "Inspectors saw progress in one of the concerns that {} in May."
    assert not _causes(words.format("they had raised"))
    assert _causes(words.format("calls were not answered"))
