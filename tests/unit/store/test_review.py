"""Candidates wait until one person decides; reading again never asks twice."""

from pathlib import Path

import pytest

from answerable.store.papers import review
from answerable.vocabulary.refusal import Refusal
from tests.trust.cast import AT

DOCUMENT = "d" * 64
GRADE = ("grade", {"value": "good", "start": 3}, "rule-1", "high")
CLAIM = ("claim", {"n": 16, "start": 9}, "rule-2", "low")


def test_candidates_wait_in_the_order_in_which_they_were_found(home: Path) -> None:
    assert review.offer(document=DOCUMENT, found=[GRADE, CLAIM]) == 2
    first, second = review.waiting()
    assert (first.kind, first.record, first.rule, first.confidence) == GRADE
    assert [c.id for c in review.waiting(kind="claim")] == [second.id]
    assert review.waiting(document="e" * 64) == ()


def test_what_was_decided_is_noted_and_not_asked_again(home: Path) -> None:
    review.offer(document=DOCUMENT, found=[GRADE, CLAIM])
    number = review.waiting()[0].id
    review.decide(number, state="accepted", by="office", at=AT, entry_id="a" * 32)
    with pytest.raises(Refusal, match="does not wait"):
        review.decide(number, state="rejected", by="office", at=AT)
    assert review.offer(document=DOCUMENT, found=[GRADE, CLAIM]) == 1
    assert [c.kind for c in review.waiting()] == ["claim"]
    assert review.get(number).entry_id == "a" * 32
    assert {c.state for c in review.of(DOCUMENT)} == {"accepted", "waiting"}


def test_a_candidate_that_does_not_exist_is_refused(home: Path) -> None:
    with pytest.raises(Refusal, match="There is no candidate 7"):
        review.get(7)
