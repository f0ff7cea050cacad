"""The telling words of a sentence in the index: all of them, then most; alike on both databases.

The same tests run on PostgreSQL (`tests/engines/test_same_search.py`).
"""

from datetime import date

from answerable.ledger.book import Book
from answerable.store.reads import fits, registers, search
from tests.trust.cast import add, promised


def near(*telling: str, most: bool = True, **narrowed: str) -> list[tuple[str, int]]:
    found = search.by_telling(
        telling,
        valid=date(2026, 2, 1),
        known=registers.head().size - 1,
        most=most,
        **narrowed,
    )
    told = search.told(one.id for one in found)
    return [(told[one.id].stream, one.fit) for one in found]


def test_all_telling_words_first_and_most_only_where_nothing_has_all(book: Book) -> None:
    add(
        book,
        promised(1, text="Custody records are checked.", quote=None),
        promised(2, text="Custody records are checked by sergeants every month.", quote=None),
        promised(3, text="Sergeants check the record of custody each day.", quote=None),
        promised(4, text="Sergeants alone.", quote=None),
    )
    assert near("custody", "records", "checked", "sergeants") == [
        ("action/2", fits.TELLING),
        ("action/3", fits.FORMS),
    ]
    assert near("custody", "records", "checked", "unicorns") == [
        ("action/3", fits.SOME),
        ("action/2", fits.SOME),
        ("action/1", fits.SOME),
    ]
    assert near("custody", "records", "checked", "unicorns", most=False) == []
    assert near("sergeants", "alone", "unicorns", "zebras") == [("action/4", fits.SOME + 1)]
    assert near("sergeants", "unicorns") == [], "of two words both"
    assert near("sergeants", "unicorns", "zebras") == [], "one word is never most"
    assert near() == []


def test_most_of_eight_words_and_a_filter(book: Book) -> None:
    add(book, promised(1, text="One two three four.", quote=None))
    eight = ("one", "two", "three", "four", "five", "six", "seven", "eight")
    assert near(*eight) == [("action/1", fits.SOME + 3)]
    assert near(*eight, institution="elsewhere-police") == []
    assert near(*eight, kind="finding") == []


def test_of_more_words_than_eight_only_the_phrase_is_looked_for(book: Book) -> None:
    add(book, promised(1, text="a b c d e f g h i j", quote=None))
    asked = "a b c d e f g h i"
    found = search.search(search.words_of(asked), valid=date(2026, 2, 1), known=99)
    assert [one.fit for one in found] == [fits.PHRASE]
    backwards = " ".join(reversed(asked.split()))
    assert search.search(search.words_of(backwards), valid=date(2026, 2, 1), known=99) == ()
