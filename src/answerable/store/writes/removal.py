"""What an erasure takes away and a higher marking seals, in the transaction of its entry."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from answerable.ledger.commitments import Payload
from answerable.ledger.entry import STAMP
from answerable.store.engine import database
from answerable.store.engine.dialect import Connection
from answerable.store.engine.keys import Keys, sealed
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Erased, Reclassified

SHORTEST_WORDS = 8
"""Shorter values (a grade, a year) stand in many candidates that are not about them."""

_ERASE = (
    "UPDATE payload SET value = NULL, sealed = NULL, salt = NULL, state = 'erased'"
    " WHERE entry_id = ? AND field = ?"
)
_SEAL = (
    "UPDATE payload SET value = NULL, salt = NULL, sealed = ?, key_id = ?"
    " WHERE entry_id = ? AND field = ?"
)


def apply(book: Connection, facts: Iterable[Fact], keys: Keys) -> bool:
    """Overwrite what is erased, seal what is marked higher; True when anything was taken away."""
    removed = False
    for fact in facts:
        match fact:
            case Erased(ref=str(target), fields=tuple(names)):
                _forget_candidates(book, target, names)
                book.executemany(_ERASE, [(target, name) for name in names])
                removed = True
            case Reclassified(ref=str(target), fields=tuple(names), class_=str(marking)):
                if marking != Classification.PUBLIC:
                    _seal(book, target, names, keys)
                    removed = True
    return removed


def finish(book: Connection, keys: Keys, *, at: datetime | None) -> None:
    """After the commit: destroy the keys of every erased value, and scrub the files.

    A crash before this leaves keys without anything to open; the next erasure takes them too.
    """
    found = book.execute(
        "SELECT key_id FROM payload WHERE state = 'erased' AND key_id IS NOT NULL"
    ).fetchall()
    keys.destroy((key_id for (key_id,) in found), at=at.strftime(STAMP) if at else "")
    database.engine().scrub(book)


def _forget_candidates(book: Connection, target: str, names: Sequence[str]) -> None:
    """What readers of documents had proposed in the same words goes too: it is no record."""
    book.execute("DELETE FROM candidate WHERE entry_id = ?", (target,))
    held = book.execute(
        "SELECT field, value FROM payload WHERE value IS NOT NULL AND entry_id = ?", (target,)
    )
    words = [json.loads(value) for name, value in held if name in names]
    texts = [word for word in words if isinstance(word, str) and len(word) >= SHORTEST_WORDS]
    if texts:
        gone = [
            (number,)
            for number, record, answers in book.execute(
                "SELECT id, record, first_reading FROM candidate"
            ).fetchall()
            if any(
                text in spoken
                for text in texts
                for spoken in _spoken([json.loads(record), json.loads(answers or "[]")])
            )
        ]
        book.executemany("DELETE FROM candidate WHERE id = ?", gone)


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _spoken(item)


def _seal(book: Connection, target: str, names: Sequence[str], keys: Keys) -> None:
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
