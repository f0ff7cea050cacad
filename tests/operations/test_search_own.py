"""Protects what a role may find: papers for the offices alone, and nobody else finds them."""

from collections.abc import Sequence

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.documents import reading
from answerable.operations.documents.reader import Meta
from answerable.operations.pages import search
from answerable.operations.pages.look import Look
from answerable.vocabulary.access import READER, Actor, Classification
from answerable.vocabulary.facts import ActionPromised
from tests.factories import FORCE, fact
from tests.operations.cast import AT, INSPECTOR, LIAISON, OFFICER, begin, common

OFFICE = "anyshire-pcc"
NOTES = """<html><body><h1>Notes</h1><p>Note of a call, 11 January 2024</p>
<p>The custody canary sings in every cell of the suite.</p></body></html>"""


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A public finding, a restricted action, and notes for the offices concerned alone."""
    begin(
        book,
        fact(
            ActionPromised,
            stream="action/anyshire-police/log/7",
            on="2024-02-01",
            text="Count the quail in the yard.",
            owner="chief-constable",
            classes=dict.fromkeys(("text", "owner"), Classification.RESTRICTED),
        ),
    )
    meta = Meta(
        name="n.html", publisher=OFFICE, published="2024-02-02", subject=FORCE, internal=True
    )
    reading.read(**common(OFFICER), data=NOTES.encode(), meta=meta)


def found(query: str, actor: Actor) -> tuple[Sequence[search.Result], str]:
    page = search.search(Look(at=AT, actor=actor), query)
    return page.results, " ".join(page.advice)


def test_an_office_finds_its_own_papers_and_they_are_marked() -> None:
    (one,), told = found("custody canary", OFFICER)
    assert "".join(p.words for p in one.pieces).strip().startswith("The custody canary sings")
    assert one.note.startswith("For the offices concerned alone")
    assert "/documents/" in one.url
    assert told.endswith("What your office sees and is not public is searched too: 1 of these.")


def test_a_reader_and_another_body_find_nothing_and_are_told_what_is_left_out() -> None:
    for actor in (READER, INSPECTOR, people.acting_as("answerable/researcher")):
        for query in ("custody canary", "quail", "canry", "custody"):
            results, told = found(query, actor)
            assert not results
            assert "canary" not in told
            if actor is READER:
                assert "What is for the offices concerned alone is not searched here" in told


def test_what_is_restricted_is_found_by_whom_it_is_shown_to_alone() -> None:
    (one,), _ = found("quail", OFFICER)
    assert one.url.endswith("/findings/action/anyshire-police/log/7/")
    results, told = found("quail", LIAISON)
    assert not results
    assert "What is restricted is left out: your role does not see it." in told
    (paper,), _ = found("canary", LIAISON)
    assert paper.note.startswith("For the offices concerned alone")


def test_what_is_public_is_found_as_before_and_not_marked() -> None:
    results, _ = found("burglary", OFFICER)
    assert results
    public, _ = found("burglary", READER)
    assert [(r.title, r.url, r.note) for r in results] == [
        (r.title, r.url, r.note) for r in public
    ]
