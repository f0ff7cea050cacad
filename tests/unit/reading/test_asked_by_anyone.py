"""What a body was asked, by whomever and with whatever verb, and areas named by their subject."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = "The inspectorate came to Marlshire Police in May.\n\n"
_KINDS = {"recommendation": "R", "area_for_improvement": "A"}


def _asked(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(_HEAD + words, kind=kind).lines()
    return [
        f"{_KINDS[one['kind']]} {one['quote']['exact']}" for one in lines if one["kind"] in _KINDS
    ]


TOLD = [
    ("Marlshire's police chiefs have been told to count the boats by May.",
     ["R count the boats by May"]),
    ("The force must have a crew on duty at all hours, and was told to ring back every owner.",
     ["R have a crew on duty at all hours", "R ring back every owner"]),
    ("We should like the force to mend each boat, to thank Mrs Ash, and to open the pier again.",
     ["R mend each boat", "R thank Mrs Ash", "R open the pier again"]),
    ("My own view, for what it is worth: the force should publish the tide table each day.",
     ["R publish the tide table each day"]),
    ("They made six recommendations. Five are for us, among them to write plans that crews can "
     "read and to find out why boats sink.",
     ["R write plans that crews can read", "R find out why boats sink"]),
    ("He said that the recommendation on boats, to tell the owners what became of them, was fair.",
     ["R tell the owners what became of them"]),
    ("The auditors want two signatures on every boat that is sold.",
     ["R two signatures on every boat that is sold"]),
    ("The watchdog has given Marlshire Police until October to bring its tide tables up to date.",
     ["R bring its tide tables up to date"]),
    ("Recommendation 4 asked your force to replace its oldest boats.",
     ["R replace its oldest boats"]),
    ("We have two suggestions for the force. It should paint the boats, of which there are nine. "
     "And it should say who sails them.",
     ["R paint the boats", "R say who sails them"]),
    ("The inspectorate would like the force to know who goes into its sheds.",
     ["A know who goes into its sheds"]),
    ("The inspectors' view is that we should look after our crews better.",
     ["A look after our crews better"]),
    ("There was an area for improvement in relation to the care of ropes.",
     ["A the care of ropes"]),
    ("We have two AFIs, one on how we record lost boats and one on the time it takes to answer.",
     ["A how we record lost boats", "A the time it takes to answer"]),
    ("Inspectors asked for improvement in the care of ropes, in the count of boats and in how "
     "crews share news.",
     ["A the care of ropes", "A the count of boats", "A how crews share news"]),
    ("Inspectors also asked the force to improve the care of ropes.", ["A the care of ropes"]),
]  # fmt: skip

UNREAD = [
    "The Clerk was asked to come back with the number of boats.",
    "I have asked the force to meet me.",
    "A good recommendation says who should do what, and by when.",
    "Marlshire has five areas for improvement, and one of them is closed.",
    "There was no area for improvement in the care of ropes.",
    "If inspectors want the force to count its boats, they write.",
    "The report was sent to the force to read.",
]


@pytest.mark.parametrize(("words", "asked"), TOLD)
def test_what_is_asked_is_read_whoever_asks(words: str, asked: list[str]) -> None:
    assert _asked(words) == asked


@pytest.mark.parametrize("words", UNREAD)
def test_what_asks_for_nothing_stays_unread(words: str) -> None:
    assert not _asked(words)


def test_a_resolution_that_recommends_two_things_holds_two() -> None:
    words = (
        "RESOLVED: that the Commissioner be recommended to publish the tides every month and to "
        "fund a new pier."
    )
    assert _asked(words, "minutes") == [
        "R publish the tides every month",
        "R fund a new pier",
    ]


def test_a_duty_without_words_is_no_record() -> None:
    words = "Recommendations\n\nThe Harbour Board should\n\na) paint each boat in the harbour"
    assert "R " not in _asked(words, "inspection-report")


def test_more_that_should_be_done_is_asked_of_nobody_named() -> None:
    words = (
        "# Response to recommendations\n\nYour recommendations are a good tool. More should be"
        " done to ensure that bodies read the recommendations that you make, that steps are taken"
        " to act on them where they can and that there is follow up on progress."
    )
    lines = reading_of(words, kind="statutory-response").lines()
    found = [one["fields"] for one in lines if one["kind"] == "recommendation"]
    assert [one["addressee"] for one in found] == [None]
