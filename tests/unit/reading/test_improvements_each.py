"""Areas for improvement that one sentence lists: each by its own words."""

import pytest
from tests.unit.reading.making import reading_of


def _areas(words: str, kind: str) -> list[str]:
    lines = reading_of(f"Harbour paper\n\n{words}", kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "area_for_improvement"]


EACH = [
    ("minutes", "The inspectors found gaps. Their areas for improvement are the timeliness and "
     "content of plans, waits for rope and tar and preparing young skippers for the sea.",
     ["the timeliness and content of plans", "waits for rope and tar",
      "preparing young skippers for the sea"]),
    ("minutes", "Ofsted came. The two next steps are checking what skippers remember and writing "
     "in Years 3 and 4.", ["checking what skippers remember", "writing in Years 3 and 4"]),
    ("statement", "It named areas for improvement: to cut the number of lost nets, to have enough "
     "trained crews at the quay, and to mend ropes in time.",
     ["cut the number of lost nets", "have enough trained crews at the quay",
      "mend ropes in time"]),
    ("news", "They also want to see improvement in the recording of nets and in the harbour's "
     "reply to skippers.", ["the recording of nets", "the harbour's reply to skippers"]),
    ("statement", "The report also has areas for improvement in how we rank the worst quays and "
     "how we answer false calls.", ["how we rank the worst quays", "how we answer false calls"]),
    ("other", "The inspectorate's areas for improvement that are still open: lost radio calls; "
     "advice on the keeping of nets; crews for the hub.",
     ["lost radio calls", "advice on the keeping of nets", "crews for the hub"]),
]  # fmt: skip
NONE = [
    ("minutes", "The boats are in. The two next steps are checking nets and writing a list."),
    ("minutes", "The area for improvement concerned how it responded."),
    ("statement", "The inspectors want us to improve two things:"),
]


@pytest.mark.parametrize(("kind", "words", "wanted"), EACH)
def test_each_area_of_a_sentence(kind: str, words: str, wanted: list[str]) -> None:
    assert _areas(words, kind) == wanted


@pytest.mark.parametrize(("kind", "words"), NONE)
def test_no_area_of_a_sentence(kind: str, words: str) -> None:
    assert _areas(words, kind) == []
