"""Promises that are told, dated or meant, without a plain "we will"."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str, kind: str) -> list[str]:
    return [
        line["quote"]["exact"].rstrip(".")
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "commitment"
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("statement", "Each victim will get a phone call from a senior officer."),
        ("statement", "No officer will start without being vetted."),
        ("plan", "A new wellbeing policy will follow in the new year."),
        ("plan", "Two workshops will open before Christmas."),
        ("statement", "We're going to train 16 more officers to examine phones."),
        ("statement", "We are bringing in 40 extra call handlers this summer."),
        ("plan", "It is our intention to end the use of agency staff by Christmas."),
        ("news", "The council leader promised residents a new camera scheme by next spring."),
        ("news", "The new governor promises two workshops before Christmas."),
        ("statement", "The force has signed up to publishing its figures each month."),
        ("inspection-report", "Ofsted will go back within a year."),
        ("inspection-letter", "I'll look at all three again in the spring."),
    ],
)
def test_a_promise_is_one_in_any_form(kind: str, words: str) -> None:
    """Protects what bodies are held to: most promises are not put as "we will"."""
    (found,) = _promises(words, kind)
    assert found in words


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        (
            "The Treasurer said he'd run the survey again in the summer.",
            "he'd run the survey again in the summer",
        ),
        (
            "The trust tells me that kiosks will be on the wings in June.",
            "kiosks will be on the wings in June",
        ),
    ],
)
def test_what_somebody_says_that_he_will_do_is_his_promise(words: str, promise: str) -> None:
    assert promise in " ".join(_promises(words, "statement"))


@pytest.mark.parametrize(
    "words",
    [
        "You'll have seen the headlines.",
        "Councillor Dove said he'd heard that in 2024.",
        "She said that the port would feel cheated by May.",
        "I'll believe it when I see it.",
        "Each prison was asked what it would cost.",
        "We are hoping for better by May.",
    ],
)
def test_what_promises_nothing_is_no_promise(words: str) -> None:
    assert _promises(words, "statement") == []
