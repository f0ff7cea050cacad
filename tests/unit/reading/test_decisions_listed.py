"""Decisions in columns and under words that open a list; verdicts on other things are none."""

import pytest
from tests.unit.reading.making import reading_of


def _found(words: str, kind: str, what: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == what]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("| Ref | Date | Decision\n\n| D1 | 4 May 2031 | Declined to renew the lease of the yard",
         "Declined to renew the lease of the yard"),
        ("| Item | Decision\n\n| Keys | Approved the plan. The Clerk will see to it.",
         "Approved the plan"),
        ("| No | Decision made\n\n| 3 | To sell the van", "To sell the van"),
        ("RESOLVED (unanimously) that:\n\n1. the plan be accepted;", "the plan be accepted;"),
    ],
)  # fmt: skip
def test_a_decision(words: str, exact: str) -> None:
    assert exact in _found(words, "minutes", "decision")


@pytest.mark.parametrize(
    "words",
    [
        "| Ref | Decision\n\n| D1 | Deferred",
        "| Purpose | Decision\n\n| A roof for the hall at Marl | Refused",
        "| Recommendation | Decision\n\n| The force should count its keys | Closed",
    ],
)
def test_a_word_on_something_else_is_none(words: str) -> None:
    assert not _found(words, "other", "decision")


def test_assurance_that_is_taken() -> None:
    words = "The Commissioner took assurance from this. The Board takes no assurance from that."
    assert _found(words, "statement", "assurance") == ["took assurance", "takes no assurance"]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("The Board approved the transfer of the yard, subject to a survey.",
         "The Board approved the transfer of the yard"),
        ("Governors agreed to extend the lease at a cost of £9,000.",
         "Governors agreed to extend the lease"),
        ("It was agreed to freeze the fee for vans at £40.", "agreed to freeze the fee for vans"),
        ("The Panel resolved, by nine votes to two, to support the fee.",
         "The Panel resolved, by nine votes to two, to support the fee"),
        ("RESOLVED (9 votes to 2):\n\n(1) That the fee for vans be kept;",
         "That the fee for vans be kept;"),
    ],
)  # fmt: skip
def test_the_clause_that_settles_is_the_decision(words: str, exact: str) -> None:
    """Which body decided is a part of it; what else is said of it is none."""
    assert exact in _found(words, "minutes", "decision")


@pytest.mark.parametrize(
    "words",
    [
        "VD asked whether the Board had approved the transfer of the yard.",
        "The Board did not approve the transfer of the yard.",
        "If VD approved the transfer, the yard would go.",
    ],
)
def test_what_is_not_settled_is_no_decision(words: str) -> None:
    assert not _found(words, "minutes", "decision")
