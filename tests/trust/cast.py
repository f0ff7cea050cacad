"""Who acts and what they say in the tests of the store."""

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from answerable.ledger.book import Book, Receipt
from answerable.store.engine import database
from answerable.store.engine.postgres import Postgres
from answerable.store.reads import registers, search
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, DueDateMoved
from tests.factories import COMMISSIONER, FORCE, fact

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
OFFICER = Actor(
    body=COMMISSIONER,
    office="governance-officer",
    person="officer",
    roles=frozenset({Role.GOVERNANCE_OFFICER}),
)
_keys = count()


def add(
    book: Book, *facts: Fact, key: str | None = None, at: datetime = AT, seen: int | None = None
) -> Receipt:
    """Record facts about the invented force as its commissioner's governance officer."""
    return book.append(
        about=FORCE,
        decide=lambda _: facts,
        by=OFFICER,
        at=at,
        key=key or f"key-{next(_keys)}",
        seen=seen,
    )


def promised(number: int, **values: Any) -> ActionPromised:
    """A promise, true from 5 January 2026."""
    return fact(
        ActionPromised,
        stream=f"action/{number}",
        on="2026-01-05",
        **{"text": f"Promise {number}.", "due": "2026-03-31", "quote": "We will.", **values},
    )


def moved(number: int, due: str) -> DueDateMoved:
    """A later date for a promise."""
    return fact(
        DueDateMoved, stream=f"action/{number}", on="2026-01-05", due=due, reason="Two vacancies."
    )


def found(words: str, *, day: date = date(2026, 2, 1), **narrowed: str) -> list[str]:
    """Streams of what a search of the public record finds, in its order."""
    last = registers.head().size - 1
    ids = search.search(search.words_of(words), valid=day, known=last, **narrowed)
    told = search.told(one.id for one in ids)
    return [told[one.id].stream for one in ids]


def kept(home: Path) -> bytes:
    """Every byte that the record keeps: the files of the home, or every value of every table."""
    engine = database.engine()
    if isinstance(engine, Postgres):
        return b"\0".join(_values())
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(p.read_bytes() for p in home.iterdir() if p.is_file())


def _values() -> list[bytes]:
    found = []
    tables = database.rows(
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'vault')"
    )
    for schema, table in tables:
        for row in database.rows(f'SELECT * FROM "{schema}"."{table}"'):  # noqa: S608  # of the catalogue
            found += [v if isinstance(v, bytes) else str(v).encode() for v in row]
    return found
