"""The database refuses what no rule allows, whoever writes the row (LEDGER 12)."""

from typing import Any

import pytest

from answerable.ledger import canonical
from answerable.ledger.book import Book
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary.facts import ClosureStated, ClosureVerified
from tests.factories import COMMISSIONER, FORCE, fact
from tests.trust.cast import add, promised

DOC = "d" * 64
SEEN = {"root": "a" * 64, "size": 1}


def forged(kind: str, *, by: dict[str, Any], doc: str | None = None, seen: Any = None) -> bytes:
    """A leaf by hand, otherwise like the first one of the record."""
    ((leaf,),) = database.rows("SELECT leaf FROM entry WHERE seq = 0")
    whole = canonical.read(bytes(leaf))
    whole["by"] |= by
    whole["fact"] |= {"type": kind, "doc": doc, "seen": seen, "id": "f" * 32}
    return canonical.write(whole)


def insert(leaf: bytes, kind: str) -> None:
    with database.transaction() as raw:
        raw.execute(
            "INSERT INTO entry SELECT 1, ?, institution, stream, ?, class, recorded_at,"
            " valid_from, valid_to, ?, leaf_hash FROM entry WHERE seq = 0",
            ("f" * 32, kind, leaf),
        )


SIGNED = {"key": "67f5903c", "sig": "A" * 86 + "=="}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("ClosureVerified", {"by": {"body": "anyshire-inspectorate"}, "seen": SEEN}),
        ("ClosureVerified", {"by": {"body": FORCE, **SIGNED}, "seen": SEEN}),
        ("ClosureVerified", {"by": {"body": "anyshire-inspectorate", **SIGNED}}),
        ("ClosureStated", {"by": {"body": FORCE}, "doc": DOC}),
        ("ClosureStated", {"by": {"body": COMMISSIONER}}),
    ],
)
def test_a_forged_closing_is_refused_by_the_database(
    book: Book, kind: str, given: dict[str, Any]
) -> None:
    add(book, promised(1))
    with pytest.raises(Exception, match="a closing that the rule does not allow"):
        insert(forged(kind, **given), kind)
    assert database.rows("SELECT count(*) FROM entry") == [(1,)]


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("ClosureVerified", {"by": {"body": "anyshire-inspectorate", **SIGNED}, "seen": SEEN}),
        ("ClosureStated", {"by": {"body": COMMISSIONER}, "doc": DOC}),
    ],
)
def test_control_what_the_rule_allows_is_let_in(
    book: Book, kind: str, given: dict[str, Any]
) -> None:
    add(book, promised(1))
    insert(forged(kind, **given), kind)
    assert database.rows("SELECT count(*) FROM entry") == [(2,)]


@pytest.mark.parametrize(
    "closing",
    [
        fact(ClosureVerified, stream="action/1", on="2026-01-05"),
        fact(ClosureStated, stream="action/1", on="2026-01-05", ground="published"),
    ],
)
def test_the_appender_meets_the_same_guard(book: Book, closing: Any) -> None:
    with pytest.raises(Exception, match="a closing that the rule does not allow"):
        add(book, closing)
    assert registers.head().size == 0
    assert add(book, promised(1)).first == 0
