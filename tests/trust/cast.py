"""Who acts and what they say in the tests of the store."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from answerable.ledger.book import Book, Receipt
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
