"""Lists over institutions: the public head."""

from answerable.ledger.book import Book
from answerable.store.reads import queries
from answerable.vocabulary.facts import FindingPublished
from tests.factories import fact
from tests.trust.cast import add, moved, promised


def test_bodies_are_listed_with_what_is_on_record(book: Book) -> None:
    add(book, promised(1), promised(2))
    add(book, moved(1, "2026-06-30"))
    add(book, fact(FindingPublished, stream="f/1", on="2026-02-01", kind="recommendation"))
    (count,) = queries.counts()
    assert (count.findings, count.actions, count.meetings) == (1, 2, 0)
    assert count.latest == "2026-02-01"


def test_lists_show_the_head_with_lists_as_lists(book: Book) -> None:
    add(book, promised(1, answers=("f/1", "f/2")))
    (row,) = queries.rows("action", stream="action/1")
    assert row.values["answers"] == ["f/1", "f/2"]
    assert queries.rows("action", institution="elsewhere") == []
