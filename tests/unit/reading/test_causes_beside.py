"""Concerns that stand beside each other in one sentence of who inspects."""

import pytest
from tests.unit.reading.making import reading_of


def _causes(words: str, kind: str) -> list[str]:
    lines = reading_of(f"Harbour paper\n\n{words}", kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


TOLD = [
    ("news", "The harbour was rated poor. Inspectors, who turned up unannounced in May, said that "
     "nets were easy to steal and that violence was very high.",
     ["nets were easy to steal", "violence was very high"]),
    ("news", "The quay has been given a C3 by the regulator, which found that the harbour lacked "
     "a list of its nets and that over 900 repairs were overdue.",
     ["the harbour lacked a list of its nets", "over 900 repairs were overdue"]),
    ("statement", "The regulator is concerned that we do not hold good enough lists of our nets "
     "and that repairs have been left undone.",
     ["we do not hold good enough lists of our nets", "repairs have been left undone"]),
    ("minutes", "The regulator had found that the harbour had no list of most nets, that more "
     "than 900 repairs were overdue and that skippers had few chances to complain.",
     ["the harbour had no list of most nets", "more than 900 repairs were overdue",
      "skippers had few chances to complain"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "wanted"), TOLD)
def test_each_concern_of_a_sentence(kind: str, words: str, wanted: list[str]) -> None:
    assert _causes(words, kind) == wanted


def test_what_is_kept_well_is_no_concern() -> None:
    words = (
        "Inspectors, who turned up unannounced in May, said that nets were kept well and that "
        "crews were kind."
    )
    assert _causes(words, "news") == []


def test_what_improved_beside_a_concern_is_none() -> None:
    words = "The inspectors' report found that nets were lost and that crews had improved."
    assert _causes(words, "news") == ["nets were lost"]


def test_a_consequence_is_no_concern_of_its_own() -> None:
    whole = "nets are not properly checked and that skippers are let down as a result"
    words = f"Cause of concern\n\nHis Majesty's Inspectors found that {whole}."
    assert _causes(words, "statutory-response") == [whole]
