"""Protects “newly worse”: a chart brings its measure to the agenda once, and decides nothing."""

from datetime import date
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.measures import evidence
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import agenda as pages
from answerable.scrutiny.sessions.agenda import Reason
from answerable.vocabulary.facts import MeetingHeld, VerdictGiven
from tests.factories import COMMISSIONER, FORCE, fact
from tests.operations.cast import AT, begin, common

SHOPS = "anyshire-theft-from-shops"
STREAM = f"measure/{SHOPS}/{FORCE}"
HEAD = "measure_id,body_id,breakdown,period_start,value,flag,release_id,released_on"
NOW = Look(at=AT, valid=date(2024, 3, 4))
STEADY = (100, 104, 98, 102, 101, 97, 103, 99, 105, 100, 98, 102, 101, 99, 103)


def load(*newest: int, released: str = "2024-02-20") -> None:
    """A steady year and a quarter, then the newest months up to January 2024."""
    values = (*STEADY, *newest)
    lines = [HEAD]
    for n, value in enumerate(reversed(values)):
        year, month = divmod(2024 * 12 - n, 12)
        lines.append(f"{SHOPS},{FORCE},,{year}-{month + 1:02}-01,{value},,r1,{released}")
    evidence.load_observations(
        **{**common(people.acting_as("anyshire-pcc/analyst")), "seen": None},
        institution=FORCE,
        measure=SHOPS,
        data="\n".join(lines).encode(),
        release="r1",
    )


def worse(look: Look = NOW) -> list[Any]:
    items = pages.agenda(look, COMMISSIONER, most=None).items
    return [i for i in items if i.reasons[0].label == pages.REASONS[Reason.WORSE]]


def test_a_measure_that_is_newly_worse_comes_with_its_figure_and_its_page(book: Book) -> None:
    begin(book)
    load(160)
    (item,) = worse()
    (why,) = item.reasons
    assert item.url.startswith(f"/measures/{SHOPS}/{FORCE}/")
    assert why.words.startswith("160 ")
    assert "January 2024, on the worse side: it lies outside what was usual." in why.words
    assert why.words.endswith("The chart says where to look, not why.")
    assert why.sources
    assert "assurance" in item.question


@pytest.mark.parametrize("newest", [101, 40])
def test_what_is_usual_or_better_brings_nothing(book: Book, newest: int) -> None:
    begin(book)
    load(newest)
    assert worse() == []


def test_what_the_last_session_knew_is_not_newly_worse(book: Book) -> None:
    meeting = f"session/{COMMISSIONER}/2024-03-01"
    begin(book, fact(MeetingHeld, stream=meeting, on="2024-03-01", body=COMMISSIONER))
    load(160)
    assert worse() == []


def test_a_verdict_speaks_instead_of_the_chart(book: Book) -> None:
    begin(book, fact(VerdictGiven, stream=STREAM, on="2024-03-02", verdict="no change"))
    load(160)
    assert worse() == []


def test_a_past_look_does_not_know_later_figures(book: Book) -> None:
    begin(book)
    known = Look(at=AT, valid=date(2024, 3, 4), known=2)
    load(160)
    assert worse(known) == []
