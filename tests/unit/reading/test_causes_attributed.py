"""Causes of concern that a paper lays at the inspectors' door, in whatever words."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = "The inspectorate came to Marlshire Police in May.\n\n"


def _causes(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(_HEAD + words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


TOLD = [
    ("The Board accepted the inspectors' point that nobody had told the owners.",
     ["nobody had told the owners"]),
    ("The Clerk read from the inspectorate's letter: dogs in wet kennels were not spoken to.",
     ["dogs in wet kennels were not spoken to"]),
    ("The criticism that barks at night are not logged had been met by a new form, she said.",
     ["barks at night are not logged"]),
    ("The regulator's concern that boats weren't read twice had been answered by a stamp.",
     ["boats weren't read twice"]),
    ("You will have seen that the inspectors' point that owners stood in the rain is closed.",
     ["owners stood in the rain"]),
    ("We admit that our boats were too slow, as the inspectorate reported.",
     ["our boats were too slow"]),
    ("I was troubled to read that dogs spent their first night in dirty cells and that nobody "
     "had counted them.",
     ["dogs spent their first night in dirty cells", "nobody had counted them"]),
    ("The inspectors rated it inadequate because boats were left on the beach.",
     ["boats were left on the beach"]),
    ("Last week's report says that those most at risk ring you and wait.",
     ["those most at risk ring you and wait"]),
    ("Boats were left unmanned at night. That is what the inspectors found.",
     ["Boats were left unmanned at night."]),
    ("She asked why the inspectors had come: too many crews had never seen a boat.",
     ["too many crews had never seen a boat"]),
    ("The inspectors' second cause of concern was a culture in which crews are afraid.",
     ["a culture in which crews are afraid"]),
]  # fmt: skip

UNREAD = [
    "The Clerk accepted that the Panel had a point and that the report should come in May.",
    "The finding that the force is good at finding dogs was welcomed.",
    "The inspectors' view that the counting of boats had improved was shared by the Clerk.",
    "The inspectors' third point, that owners be told when a dog is found, has no owner.",
    "The Board accepted that no further report was needed before the inspection.",
    "I was pleased to read in the report that your crews are trusted.",
    "There was no finding that boats were lost.",
]


@pytest.mark.parametrize(("words", "causes"), TOLD)
def test_the_clause_is_the_concern(words: str, causes: list[str]) -> None:
    assert _causes(words) == causes


@pytest.mark.parametrize("words", UNREAD)
def test_what_tells_no_concern_stays_unread(words: str) -> None:
    assert not _causes(words)


def test_a_reply_that_looks_like_a_letter_of_inspectors_is_read_too() -> None:
    words = "The inspectors' point that dogs stood in the rain is closed on our plan."
    assert _causes(words, "inspection-letter") == ["dogs stood in the rain"]


def test_the_opening_line_of_a_story_tells_what_follows() -> None:
    words = "Too many dogs are left wet, inspectors have said.\n\nThe force has kennels."
    assert not _causes(words, "news")
