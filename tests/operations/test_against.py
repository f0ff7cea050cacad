"""A pasted text against the record: in its order, with grounds, and nothing kept."""

from datetime import date
from pathlib import Path

import pytest

from answerable.operations.accountability import against
from answerable.operations.accountability.against import Compared, NothingPasted, against_record
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.store.papers import documents, review
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from tests.web.small_home import made

ARTICLE = """Shops wait for visits

By A Reporter

Inspectors have graded Anyshire Police requires improvement for theft.

The force was graded good for theft.

The report made one recommendation. The report made four recommendations.

The Commissioner said: “I am deeply disappointed, and have met twelve shops.”

Picture: a shop in Anyshire
"""
ON = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def small(home: Path) -> None:
    made()


def read(text: str = ARTICLE) -> Compared:
    return against_record(text=text, actor=READER, on=ON)


def results(compared: Compared, kind: str) -> list[ClaimResult]:
    return [a.held.result for a in compared.statements if a.kind == kind]


def test_statements_come_back_in_the_order_of_the_text() -> None:
    places = [ARTICLE.index(a.quote) for a in read().statements]
    assert places == sorted(places)
    assert len(places) > 3


def test_a_grade_agrees_or_differs_with_both_sides_shown() -> None:
    compared = read()
    assert results(compared, "grade") == [ClaimResult.AGREES, ClaimResult.DIFFERS]
    differs = next(a for a in compared.statements if a.held.result is ClaimResult.DIFFERS).held
    assert differs.stated == "good"
    assert "requires improvement" in (differs.ours or "")


def test_a_count_of_what_was_asked_for_is_set_against_the_record() -> None:
    assert results(read(), "count")[:2] == [ClaimResult.AGREES, ClaimResult.DIFFERS]


def test_bylines_and_captions_are_no_part_of_the_story() -> None:
    compared = read()
    assert set(compared.outside) == {"By A Reporter", "Picture: a shop in Anyshire"}
    told = " ".join(a.words for a in compared.statements)
    assert "Reporter" not in told
    assert "Picture" not in told


def test_every_answer_that_is_no_silence_rests_on_facts() -> None:
    for answered in read().statements:
        if answered.held.result in (ClaimResult.AGREES, ClaimResult.DIFFERS):
            assert answered.held.versions


def test_a_body_that_the_record_does_not_hold_is_silence_and_never_a_contradiction() -> None:
    compared = read("Inspectors graded Kent Police inadequate for theft in May 2024.")
    assert results(compared, "grade") == [ClaimResult.SILENT]
    assert "We hold no record of Kent Police" in compared.statements[0].held.sentence


def test_a_text_by_who_oversees_the_force_is_looked_up_under_the_force() -> None:
    text = "STATEMENT\n\nAnyshire Police and Crime Commissioner\n\nThe report made nine "
    assert read(text + "recommendations.").institution == "anyshire-police"


def test_nothing_of_the_text_is_kept() -> None:
    before = registers.head(), documents.held(), review.waiting()
    read()
    assert (registers.head(), documents.held(), review.waiting()) == before


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (against.MOST_CHARACTERS + 1)])
def test_an_empty_or_endless_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(NothingPasted, match=r"Paste|200,000"):
        read(text)


def test_a_very_long_text_says_how_much_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "MOST_STATEMENTS", 2)
    compared = read()
    assert len(compared.statements) == 2
    assert compared.left_out > 0


def test_withheld_words_never_come_back_as_grounds() -> None:
    for answered in read("The review of visits of Anyshire Police is named.").statements:
        assert "Operation Quiet" not in answered.held.sentence
        assert all("Operation" not in (v.fact.quote or "") for v in answered.held.versions)
