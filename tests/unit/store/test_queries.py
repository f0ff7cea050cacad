"""Lists and search: the public head, all words in any order, nothing that a sign could break."""

from answerable.ledger.book import Book
from answerable.store import queries
from answerable.vocabulary.facts import FindingPublished
from tests.factories import fact
from tests.trust.cast import add, moved, promised


def test_words_are_found_in_any_order_and_exact_phrases_first(book: Book) -> None:
    add(
        book,
        promised(1, text="Managers review every plan in June."),
        promised(2, text="Every plan has a manager who will review it."),
        promised(3, text="Nothing of the sort."),
    )
    assert [h.stream for h in queries.search("REVIEW plan")] == ["action/2", "action/1"]
    assert [h.stream for h in queries.search("review every plan")] == ["action/1", "action/2"]
    assert [h.stream for h in queries.search("sort plan")] == []
    assert queries.search("  ") == ()


def test_signs_of_the_query_language_are_only_words(book: Book) -> None:
    add(book, promised(1, text="Down 40% on last_year"), promised(2, text="Down 40 on lastXyear"))
    assert [h.stream for h in queries.search("40%")] == ["action/1"]
    assert [h.stream for h in queries.search("last_year")] == ["action/1"]
    assert queries.search("'; DROP TABLE action; --") == ()


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
