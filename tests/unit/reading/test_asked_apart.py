"""Each of several things that somebody is asked in one sentence, and where the last one ends."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str = "news") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


JOINED = [
    ("HMIC recommends that by 3 May 2031 the force should provide a plan for its boats, and it "
     "should have a list of nets in place.",
     ["provide a plan for its boats", "have a list of nets in place"]),
    ("Inspectors came.\n\nThe prison service must do more to dry its nets and it needs to hire "
     "and keep good staff., according to the Chief Inspector of Prisons in a talk last "
     "May.",
     ["do more to dry its nets", "hire and keep good staff"]),
    ("The auditors recommended that the force should weigh all nets by 30 June 2031 and limit use "
     "of the main shed.",
     ["weigh all nets by 30 June 2031", "limit use of the main shed"]),
    ("The ombudsman told the council to apologise and to review how it checks its boats.",
     ["apologise", "review how it checks its boats"]),
    ("The inspectorate ordered the force to dry every net in the shed and rinse the ropes.",
     ["dry every net in the shed", "rinse the ropes"]),
    ("The inspectors told the force to give each diver a named friend, and most still do not "
     "have one.",
     ["give each diver a named friend"]),
    ("The inspectors told the force to keep a list of nets, and none of them has been counted.",
     ["keep a list of nets"]),
    ("The inspectors told the council to spot thin ropes at the first look and to moor boats "
     "with more care.",
     ["spot thin ropes at the first look", "moor boats with more care"]),
    ("The ombudsman recommended that the council should repay the owner, keep a list of what it "
     "took and review how it checks its boats.",
     ["repay the owner", "keep a list of what it took", "review how it checks its boats"]),
    ("The auditors told the trust to have a nurse look at every chart, write down what each "
     "patient wants and get the list down.",
     ["have a nurse look at every chart", "write down what each patient wants",
      "get the list down"]),
]  # fmt: skip
WHOLE = [
    ("The inspectors told the council to give a key to each owner and to staff on the quay.",
     ["give a key to each owner and to staff on the quay"]),
    ("The inspectors told the force to keep a list of nets, ropes and boats in each shed.",
     ["keep a list of nets, ropes and boats in each shed"]),
    ("The auditors recommended that the force should count the nets in the shed and on the quay.",
     ["count the nets in the shed and on the quay"]),
    ("The inspectorate ordered the force to dry every net and all the ropes.",
     ["dry every net and all the ropes"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [*JOINED, *WHOLE])
def test_what_one_sentence_asks(words: str, wanted: list[str]) -> None:
    assert _asked(f"Harbour news\n\nInspectors visited Marlshire Police.\n\n{words}") == wanted


def test_what_was_said_before_who_says_it_keeps_its_verb() -> None:
    words = (
        "Inspectors came.\n\nThe prison service must do more to dry its nets, according to "
        "inspectors in their annual report."
    )
    lines = reading_of(words, kind="news").lines()
    found = [one["fields"] for one in lines if one["kind"] == "recommendation"]
    assert [one["modality"] for one in found] == ["must"]
