"""The search of the record: what is found, in which order, at which dates; signs mean nothing.

The same tests run on PostgreSQL (`tests/engines/test_same_search.py`).
"""

import re
import sqlite3
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.ledger.book import Book
from answerable.store.checks import rebuilding
from answerable.store.engine import database, words
from answerable.store.engine.sqlite import Sqlite
from answerable.store.reads import fits, search
from answerable.vocabulary.facts import Corrected, DocumentFiled, FindingPublished
from tests.factories import FORCE, fact
from tests.trust.cast import add, found, promised


def test_a_phrase_comes_first_then_whole_words_then_other_forms(book: Book) -> None:
    add(
        book,
        promised(1, text="Managers review every plan in June.", quote=None),
        promised(2, text="Every plan has a manager who will review it.", quote=None),
        promised(3, text="They are reviewing the planning.", quote=None),
        promised(4, text="Nothing of the sort.", quote=None),
    )
    assert found("REVIEW plan") == ["action/2", "action/1", "action/3"]
    assert found("review every plan") == ["action/1", "action/2"]
    assert found("reviewed") == ["action/3", "action/2", "action/1"], "by the stem"
    assert found("revi pla") == ["action/3", "action/2", "action/1"], "by how words begin"
    assert found("sort plan") == []
    assert found("  ") == []


def test_accents_apostrophes_and_case_make_no_difference(book: Book) -> None:
    add(book, promised(1, text="The force’s café in Môn", quote="Ynys Môn"))
    for asked in ("FORCE'S", "forces", "cafe", "MON", "ynys môn", "café in mon"):
        assert found(asked) == ["action/1"], asked


def test_a_phrase_does_not_go_from_the_words_into_the_quote(book: Book) -> None:
    add(book, promised(1, text="ends with victims", quote="come first"), promised(2, text="x"))
    add(book, promised(3, text="victims come later", quote=None))
    assert found("victims come") == ["action/3", "action/1"]
    assert search_fits("victims come") == [fits.PHRASE, fits.WHOLE]


def search_fits(asked: str) -> list[int]:
    hits = search.search(search.words_of(asked), valid=date(2026, 2, 1), known=99)
    return [hit.fit for hit in hits]


@pytest.mark.parametrize(
    "asked",
    [
        *("%", "_", '"', "'; DROP TABLE searchable; --", "NEAR(a b)", "a AND NOT b", "words:x"),
        *("*", "^a", "a OR", "(((", "{words}:a", "a & ! b | <-> c", "\x00", "👮", "\\", "a:*b"),
        *("\u202eabc", "z" * 59, "ß", "ﬁ", "0"),
    ],
)
def test_operators_signs_and_emoji_are_only_words(book: Book, asked: str) -> None:
    add(book, promised(1))
    assert found(asked) == []


@given(st.text(max_size=300))
def test_no_text_breaks_a_pattern(asked: str) -> None:
    plain = words.plain(asked)
    assert all(word.isalnum() and word == word.casefold() for word in plain)
    assert words.plain(" ".join(plain)) == plain


def test_one_kind_or_one_body(book: Book) -> None:
    report = fact(FindingPublished, stream="f/1", on="2026-01-05", text="Promise to visit.")
    add(book, promised(1, text="Promise to visit."), report)
    assert found("visit", kind="action") == ["action/1"]
    assert found("visit", institution=FORCE) == ["f/1", "action/1"]
    assert found("visit", institution="elsewhere-police") == []


def test_documents_are_found_by_their_titles(book: Book) -> None:
    filed = fact(DocumentFiled, stream="document/1", on="2026-01-05", title="A letter on theft")
    add(book, filed)
    assert found("letter theft", kind="document") == ["document/1"]


def test_a_correction_and_a_past_view_are_kept_apart(book: Book) -> None:
    add(book, promised(1, text="First words", quote=None))
    entry = next(iter(book.entries()))
    put_right = {"ref": entry.id, "field": "text", "value": "Better words", "reason": "Misread."}
    add(book, fact(Corrected, stream="action/1", on="2026-01-05", **put_right))
    assert (found("first"), found("better")) == ([], ["action/1"])
    past = search.search(("first",), valid=date(2026, 2, 1), known=0)
    assert [hit.seq for hit in past] == [0]
    assert search.search(("words",), valid=date(2025, 1, 1), known=1) == ()
    assert search.search(("words",), valid=date(2026, 2, 1), known=1, said=date(2025, 1, 1)) == ()


def test_a_damaged_index_is_noticed_and_made_again(book: Book) -> None:
    add(book, promised(1, text="Kept words", quote=None))
    assert all(state.same for state in rebuilding.compare())
    if not isinstance(database.engine(), Sqlite):
        return  # the server keeps it
    database.engine().unindex(
        database.connection(), database.rows("SELECT id, words FROM searchable")
    )
    assert found("kept") == []
    assert [s.table for s in rebuilding.compare() if not s.same] == ["search_index"]
    rebuilding.rebuild()
    assert all(state.same for state in rebuilding.compare())
    assert found("kept") == ["action/1"]


def test_what_is_found_is_the_same_after_all_is_made_again(book: Book) -> None:
    add(book, *(promised(n, text=f"Words {n % 3} of many.", quote=None) for n in range(20)))
    before = [search.search((w,), valid=date(2026, 2, 1), known=99) for w in ("words", "1", "man")]
    rebuilding.rebuild()
    after = [search.search((w,), valid=date(2026, 2, 1), known=99) for w in ("words", "1", "man")]
    assert before == after
    assert len(before[0]) == 20


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        *(("improving", "improv"), ("improve", "improv"), ("policies", "polici")),
        *(("policy", "polici"), ("agreed", "agre"), ("hopping", "hop"), ("falling", "fall")),
        *(("relational", "relat"), ("controlled", "control"), ("y", "y"), ("24", "24")),
        *(("inspectorate", "inspector"), ("rate", "rate"), ("sky", "sky"), ("happy", "happi")),
    ],
)
def test_stems_are_porters(word: str, stem: str) -> None:
    assert words.stem(word) == stem


def test_stems_are_those_of_a_stemmer_that_others_wrote() -> None:
    """SQLite has Porter's rules too: over every word that the pages of this package use."""
    folder = files("answerable") / "operations"
    told = " ".join(p.read_text("utf-8") for p in Path(str(folder)).rglob("*.py"))
    every = sorted(set(re.findall(r"[a-z]{4,}", told.casefold())))
    assert len(every) > 2_000
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE VIRTUAL TABLE t USING fts5(word, tokenize='porter ascii')")
        other.execute("CREATE VIRTUAL TABLE v USING fts5vocab('t', 'instance')")
        other.executemany("INSERT INTO t (rowid, word) VALUES (?, ?)", enumerate(every))
        theirs = dict(other.execute("SELECT doc, term FROM v"))
    assert [(w, words.stem(w)) for at, w in enumerate(every) if words.stem(w) != theirs[at]] == []
