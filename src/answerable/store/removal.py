"""What an erasure takes away and a higher marking seals, in the transaction of its entry."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from answerable.ledger.commitments import Payload
from answerable.ledger.entry import STAMP
from answerable.store.keys import Keys, sealed
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Erased, Reclassified

_ERASE = (
    "UPDATE payload SET value = NULL, sealed = NULL, salt = NULL, state = 'erased'"
    " WHERE entry_id = ? AND field = ?"
)
_SEAL = (
    "UPDATE payload SET value = NULL, salt = NULL, sealed = ?, key_id = ?"
    " WHERE entry_id = ? AND field = ?"
)


def apply(book: sqlite3.Connection, facts: Iterable[Fact], keys: Keys) -> bool:
    """Overwrite what is erased, seal what is marked higher; True when anything was taken away."""
    removed = False
    for fact in facts:
        match fact:
            case Erased(ref=str(target), fields=tuple(names)):
                book.executemany(_ERASE, [(target, name) for name in names])
                removed = True
            case Reclassified(ref=str(target), fields=tuple(names), class_=str(marking)):
                if marking != Classification.PUBLIC:
                    _seal(book, target, names, keys)
                    removed = True
    return removed


def finish(book: sqlite3.Connection, keys: Keys, *, at: datetime | None) -> None:
    """After the commit: destroy the keys of every erased value, and empty the log file.

    A crash before this leaves keys without anything to open; the next erasure takes them too.
    """
    found = book.execute(
        "SELECT key_id FROM payload WHERE state = 'erased' AND key_id IS NOT NULL"
    ).fetchall()
    keys.destroy((key_id for (key_id,) in found), at=at.strftime(STAMP) if at else "")
    book.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _seal(book: sqlite3.Connection, target: str, names: Sequence[str], keys: Keys) -> None:
    for name in names:
        row = book.execute(
            "SELECT field, salt, value, class FROM payload"
            " WHERE entry_id = ? AND field = ? AND value IS NOT NULL",
            (target, name),
        ).fetchone()
        if row is not None:
            payload, key = sealed(Payload(*row), entry_id=target)
            keys.keep([key])
            book.execute(_SEAL, (payload.sealed, payload.key_id, target, name))
