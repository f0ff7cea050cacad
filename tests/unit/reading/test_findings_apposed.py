"""Findings that a paper names and tells beside the name: in brackets, behind a colon, a comma."""

import pytest
from tests.unit.reading.making import reading_of

_KINDS = {"recommendation": "R", "area_for_improvement": "A", "cause_of_concern": "C"}


def _findings(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [
        f"{_KINDS[one['kind']]} {one['quote']['exact']}" for one in lines if one["kind"] in _KINDS
    ]


TOLD = [
    ("AFI 2 (sergeants do not check the boats) was nearly closed; AFI 3 (repeat callers to be "
     "flagged at once) would take until June.",
     ["A sergeants do not check the boats", "A repeat callers to be flagged at once"]),
    ("I have asked about the inspectorate's third recommendation, to give every diver a rope, and "
     "I will ask again.", ["R give every diver a rope"]),
    ("Of the four recommendations, the first – reconcile the net account every month – was done.",
     ["R reconcile the net account every month"]),
    ("You asked what became of recommendation 7: publish the number of boats each quarter.",
     ["R publish the number of boats each quarter"]),
    ("Recommendation 1 (one log of lost boats for all ports) depends on the new system.",
     ["R one log of lost boats for all ports"]),
    ("On AFI 4 - lost dogs to be looked for by a sergeant - we have data to May.",
     ["A lost dogs to be looked for by a sergeant"]),
    ("- HMICFRS rec 1, every dog seen, fed and recorded: the app shows 2,118 dogs.",
     ["R every dog seen, fed and recorded"]),
    ("Matter of concern 2, that nobody told the ward of the dose, has not been met.",
     ["C nobody told the ward of the dose"]),
    ("Key concern 6: the library was shut on most days.", ["C the library was shut on most days"]),
    ("2. Priority concern: very high levels of theft. No change.",
     ["C very high levels of theft"]),
    ("The second of the team's recommendations, that the council publish a single plan for boats, "
     "was late.", ["R publish a single plan for boats"]),
    ("Recommendation 3 asks the Trust to train every porter in knots.",
     ["R train every porter in knots"]),
    ("The Chief said that one AFI was left, to evaluate the rowing scheme.",
     ["A evaluate the rowing scheme"]),
    ("The inspectors made five recommendations. One is to the town: fill the keeper's post.",
     ["R fill the keeper's post"]),
    ("It made recommendations, the chief of them to audit every port by the end of May and to "
     "recruit enough staff.", ["R audit every port by the end of May",
                               "R recruit enough staff"]),
    ("SV said that there were two areas for improvement. The first, on recording why a boat was "
     "let, is met. The second, a watch on all nets, lines too, will cost £145.",
     ["A recording why a boat was let", "A a watch on all nets, lines too"]),
    ("Another of the areas for improvement is to send a reason to every owner, and it does.",
     ["A send a reason to every owner"]),
    ("The AFI was to cut lost calls, IB thinks it's nearly done.", ["A cut lost calls"]),
    ("Their recommendation was to see that every boat is lawful, painted and recorded. Accepted.",
     ["R see that every boat is lawful, painted and recorded"]),
    ("# Item 2: the five recommendations\n\nQH: the one about boats (review policies so that all "
     "boats are safe) is half done.", ["R review policies so that all boats are safe"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TOLD)
def test_a_finding_beside_its_name(words: str, wanted: list[str]) -> None:
    assert _findings(words) == wanted


NONE = [
    "Cause of concern 2: care of boats\n\nThe crew painted them.",
    "Concern: dogs on the pier.",
    "Recommendation 4 (see page 12) was noted.",
    "AFI 3 (closed in March 2031) was the last.",
    "Recommendation 2: accepted. The force has begun.",
    "Recommendation 2: officers have been trained in knots.",
    "The force has no recommendation, to date, that is open.",
    "The first, a retired fireman, is now 80.",
    "He was the first to arrive and the last to leave.",
    "There was one cause of concern. The second, a man of 40, was helped out.",
    "Was the second recommendation, to give every diver a rope, met?",
    "The recommendation, to our regret, was late.",
    "The third recommendation, which we accepted in May, is done.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_beside_a_name_and_no_finding(words: str) -> None:
    assert _findings(words) == []
