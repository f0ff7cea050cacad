"""Candidates waiting for a person, and what was decided; outside the ledger.

Only `operations.reading.accept` and `.correct` turn a candidate into a fact.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from answerable.store import database, start
from answerable.vocabulary.refusal import Refusal

State = Literal["waiting", "accepted", "corrected", "rejected"]

_COLUMNS = (
    "id, document, kind, record, rule, confidence, state, decided_by, decided_at, reason, entry_id"
)
_SELECT = f"SELECT {_COLUMNS} FROM candidate"  # noqa: S608  # constants only


class NotWaiting(Refusal):
    """A candidate that does not exist, or that somebody has decided."""

    code = "not_waiting"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a reader found: `record` is the JSON of a `reading` record."""

    id: int
    document: str
    kind: str
    record: Mapping[str, Any]
    rule: str
    confidence: str
    state: State = "waiting"
    decided_by: str | None = None
    decided_at: str | None = None
    reason: str | None = None
    entry_id: str | None = None


def offer(*, document: str, found: Iterable[tuple[str, Mapping[str, Any], str, str]]) -> int:
    """Put what was found in a document before a person: (kind, record, rule, confidence) each.

    Reading a document again replaces what still waits and leaves what was decided. A record
    that was decided is not offered a second time. Returns how many wait now.
    """
    start.ready()
    with database.transaction() as book:
        book.execute("DELETE FROM candidate WHERE document = ? AND state = 'waiting'", (document,))
        decided = {
            (kind, record)
            for kind, record in book.execute(
                "SELECT kind, record FROM candidate WHERE document = ?", (document,)
            )
        }
        fresh = [
            (document, kind, written, rule, confidence)
            for kind, record, rule, confidence in found
            if (kind, written := _write(record)) not in decided
        ]
        book.executemany(
            "INSERT INTO candidate (document, kind, record, rule, confidence, state)"
            " VALUES (?, ?, ?, ?, ?, 'waiting')",
            fresh,
        )
    return len(fresh)


def waiting(*, document: str | None = None, kind: str | None = None) -> tuple[Candidate, ...]:
    """Candidates that nobody has decided, in the order in which they were found."""
    start.ready()
    found = database.rows(
        _SELECT + " WHERE state = 'waiting' AND (? IS NULL OR document = ?)"
        " AND (? IS NULL OR kind = ?) ORDER BY id",
        (document, document, kind, kind),
    )
    return tuple(_candidate(row) for row in found)


def of(document: str) -> tuple[Candidate, ...]:
    """All candidates of a document, decided ones too."""
    start.ready()
    found = database.rows(_SELECT + " WHERE document = ? ORDER BY id", (document,))
    return tuple(_candidate(row) for row in found)


def get(number: int) -> Candidate:
    """One candidate, or a refusal."""
    start.ready()
    found = database.rows(_SELECT + " WHERE id = ?", (number,))
    if not found:
        raise NotWaiting(f"There is no candidate {number}. `answerable review` lists them.")
    return _candidate(found[0])


def decide(
    number: int,
    *,
    state: State,
    by: str,
    at: datetime,
    reason: str | None = None,
    entry_id: str | None = None,
) -> None:
    """Note what a person decided; refused when somebody decided before."""
    with database.transaction() as book:
        done = book.execute(
            "UPDATE candidate SET state = ?, decided_by = ?, decided_at = ?, reason = ?,"
            " entry_id = ? WHERE id = ? AND state = 'waiting'",
            (state, by, at.isoformat(), reason, entry_id, number),
        )
        if done.rowcount != 1:
            raise NotWaiting(
                f"Candidate {number} does not wait for a decision. `answerable review` lists "
                "those that do."
            )


def _write(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _candidate(row: database.Row) -> Candidate:
    number, document, kind, record, *rest = row
    return Candidate(number, document, kind, json.loads(record), *rest)
