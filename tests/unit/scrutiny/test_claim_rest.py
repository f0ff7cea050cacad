"""What a sentence says beyond what was compared is named, and then it agrees in part alone."""

import pytest

from answerable.scrutiny.claims.claim_clauses import clauses_left
from answerable.scrutiny.claims.claim_numbers import numbers_in
from answerable.scrutiny.claims.claim_predicates import predicates
from answerable.scrutiny.claims.claim_times import times_left

TOLD = "our record: £999,025, awarded, 2023/24 and 2024/25, for safer streets, fifth round"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("£999,025 was awarded", []),
        ("every penny of the £999,025 awarded reached west mercia", ["reached"]),
        ("£999,025 was awarded and spent on cameras", ["spent"]),
        ("the award was put on the agenda", ["on the agenda"]),
    ],
)
def test_a_predicate_that_no_answer_tells_is_left(sentence: str, left: list[str]) -> None:
    assert list(predicates(sentence, TOLD, frozenset())) == left


def test_a_predicate_that_the_rule_reads_is_not_left() -> None:
    assert not list(predicates("£999,025 was spent", TOLD, frozenset({"money"})))


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("awarded in 2023/24", []),
        ("awarded in 2022/23", ["in 2022/23"]),
        ("awarded in march 2021", ["march 2021"]),
        ("awarded last year", ["last year"]),
        ("awarded that december", ["december"]),
    ],
)
def test_a_time_that_no_answer_is_of_is_left(sentence: str, left: list[str]) -> None:
    assert list(times_left(sentence, TOLD, (), frozenset())) == left


def test_numbers_are_those_of_things_and_not_of_dates() -> None:
    told = "sixteen sessions from 12 may 2016 and £1.5m in 2022/23"
    assert list(numbers_in(told)) == ["16", "1500000"]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("£999,025 was awarded, and every family was helped.", ["every family was helped"]),
        ("£999,025 was awarded by the panel.", ["by the panel"]),
        ("£999,025 was awarded for safer streets by the end of march.", []),
    ],
)
def test_a_clause_or_an_agent_that_no_answer_tells_is_left(sentence: str, left: list[str]) -> None:
    assert list(clauses_left(sentence, TOLD, frozenset())) == left
