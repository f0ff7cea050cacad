"""What those who look in from outside ask: a reviewer, a peer, a charity, a member."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


ASKED = [
    ("minutes", "The external reviewer advises the force to log each lost net and to change crews "
     "after two years.", ["log each lost net", "change crews after two years"]),
    ("minutes", "Mrs Holm brought the report of a peer from another harbour. It advised the Panel "
     "to agree its questions beforehand and to meet the skipper once a year.",
     ["agree its questions beforehand", "meet the skipper once a year"]),
    ("minutes", "Cabinet noted the peers' recommendations to set a plan for the nets and give "
     "scrutiny more time.", ["set a plan for the nets", "give scrutiny more time"]),
    ("minutes", "Advice: the force should put signs at every quay and publish its list of nets.",
     ["put signs at every quay", "publish its list of nets"]),
    ("news", "Safe Quays calls on the force to put a diver in the control room and on the "
     "commissioner to fund nets for three years.",
     ["put a diver in the control room", "fund nets for three years"]),
    ("news", "Ada Holm, MP for the Bay, asked the government to send in a crew from another port.",
     ["send in a crew from another port"]),
    ("plan", "From these I made nine recommendations. The most common were to explain each step "
     "in plain words and to keep skippers informed.",
     ["explain each step in plain words", "keep skippers informed"]),
    ("inspection-report", "The Board asks the Minister to pay for lamps on the north quay.",
     ["pay for lamps on the north quay"]),
    ("news", "Two of three recommendations are met. The one left: give each skipper a friend.",
     ["give each skipper a friend"]),
    ("statement", "The recommendation, to keep nets dry and share what was learnt, is accepted.",
     ["keep nets dry and share what was learnt"]),
]  # fmt: skip
NOT = [
    ("minutes", "The Board asks the driver to wait for the Minister."),
    ("news", "Two boats are out. The one left: give it a name."),
    ("minutes", "The Chair had seen a boat. It advised the Panel to sail at noon."),
    ("minutes", "Mr Holm calls on the force to give away its boats."),
    ("news", "Ada Holm, MP for the Bay, asked whether the government would send a crew."),
    ("plan", "The most common were to be found on the quay."),
    ("minutes", "The Panel had no recommendations to make on the nets."),
]


@pytest.mark.parametrize(("kind", "words", "wanted"), ASKED)
def test_what_somebody_from_outside_asks(kind: str, words: str, wanted: list[str]) -> None:
    assert _asked(f"Harbour paper\n\n{words}", kind) == wanted


@pytest.mark.parametrize(("kind", "words"), NOT)
def test_what_such_words_do_not_ask(kind: str, words: str) -> None:
    assert _asked(f"Harbour paper\n\n{words}", kind) == []
