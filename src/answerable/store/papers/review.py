"""Candidates waiting for a person, and what was decided; outside the ledger.

Only `operations.documents.deciding.accept` and `.correct` turn a candidate into a fact.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from answerable.store.engine import database, start
from answerable.vocabulary.refusal import Refusal

State = Literal[
    "waiting", "accepted", "corrected", "rejected", "split", "merged", "recast", "again", "aside"
]
"""`recast`: a person read it as another kind. `again`: the document states it once more, and the
first was decided. `aside`: a person put all that waited of a document aside, till it is handed in
again. The last two do not say that a rule was wrong."""

BY_HAND = "by-hand"
"""The rule of a reading whose kind a person chose."""

REPLACED = frozenset({"split", "merged", "recast"})
"""States of a reading in whose place others wait."""

DATES = frozenset(
    {"date", "due", "fieldwork_from", "fieldwork_to", "period_from", "period_to", "published"}
    | {"valid"}
)
"""Fields of a reading that hold a date; a person may type it as it is written in this country."""
_COLUMNS = (
    "id, document, kind, record, rule, confidence, state, decided_by, decided_at, reason,"
    " entry_id, first_reading"
)
_SELECT = f"SELECT {_COLUMNS} FROM candidate"  # noqa: S608  # constants only


class NotWaiting(Refusal):
    """A candidate that does not exist, or that somebody has decided."""

    code = "not_waiting"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person answered: the state they would give it, and the fields they put right.

    `person` is the pseudonymous name by which two readers are told apart; it leaves this table
    in no export.
    """

    state: State
    fields: Mapping[str, Any]
    by: str
    person: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a reader found: `record` is the JSON of a `reading` record.

    `readings` are the answers of persons, in their order: one where one decides, two where the
    regime asks for two, a third that settles what two answered differently.
    """

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
    readings: tuple[Reading, ...] = ()


def offer(*, document: str, found: Iterable[tuple[str, Mapping[str, Any], str, str]]) -> int:
    """Put what was found in a document before a person: (kind, record, rule, confidence) each.

    Reading a document again replaces what still waits and leaves what was decided. A record
    that was decided is not offered a second time, nor one that differs from it only in a date,
    because the document is handed in with another day of publication. What was put aside waits
    again. What a person made of a reading, a part, a whole or one of another kind, stays as it
    is, for no reader finds it; what it was made of is not offered again. Returns how many of
    those that were found wait now.
    """
    start.ready()
    with database.transaction() as book:
        undecided = book.execute(
            "SELECT id, kind, record FROM candidate WHERE document = ?"
            " AND state IN ('waiting', 'aside')",
            (document,),
        ).fetchall()
        book.executemany(
            "DELETE FROM candidate WHERE id = ?",
            [
                (number,)
                for number, kind, record in undecided
                if not _made_by_hand(document, kind, json.loads(record))
            ],
        )
        book.execute(
            "UPDATE candidate SET state = 'waiting', decided_by = NULL, decided_at = NULL,"
            " reason = NULL WHERE document = ? AND state = 'aside'",
            (document,),
        )
        held = [
            (kind, json.loads(record), state)
            for kind, record, state in book.execute(
                "SELECT kind, record, state FROM candidate WHERE document = ?", (document,)
            )
        ]
        decided = {_same(kind, record) for kind, record, _ in held}
        replaced = {_place(kind, record) for kind, record, state in held if state in REPLACED}
        fresh = [
            (document, kind, _write(record), rule, confidence)
            for kind, record, rule, confidence in found
            if _same(kind, record) not in decided and _place(kind, record) not in replaced
        ]
        book.executemany(
            "INSERT INTO candidate (document, kind, record, rule, confidence, state)"
            " VALUES (?, ?, ?, ?, ?, 'waiting')",
            fresh,
        )
    return len(fresh)


def _same(kind: str, record: Mapping[str, Any]) -> tuple[str, str]:
    """What makes two readings one: their words in the document and what they say but for dates."""
    fields = {n: v for n, v in record.get("fields", {}).items() if n not in DATES}
    return kind, _write({"quote": record.get("quote"), "fields": fields})


def _place(kind: str, record: Mapping[str, Any]) -> tuple[str, str]:
    """Which words of the document it is read from, as which kind."""
    return kind, _write(record.get("quote") or record)


def id_by_hand(document: str, kind: str, start: int, end: int) -> str:
    """The id of a reading that a person made of these words, in the form of the contract."""
    name = f"{document}|{kind}|{start}|{end}|by hand"
    return "r" + hashlib.sha256(name.encode()).hexdigest()[:12]


def _made_by_hand(document: str, kind: str, record: Mapping[str, Any]) -> bool:
    quote = record.get("quote") or {}
    return bool(quote) and record.get("id") == id_by_hand(
        document, kind, quote["start"], quote["end"]
    )


def waiting(*, document: str | None = None, kind: str | None = None) -> tuple[Candidate, ...]:
    """Candidates that nobody has decided, in the order in which they were found."""
    start.ready()
    found = database.rows(
        _SELECT + " WHERE state = 'waiting' AND (? IS NULL OR document = ?)"
        " AND (? IS NULL OR kind = ?) ORDER BY id",
        (document, document, kind, kind),
    )
    return tuple(_candidate(row) for row in found)


def counts() -> dict[str, int]:
    """SHA-256 -> how many readings of a document wait, the one read last before the others.

    Passages that nothing read are none.
    """
    start.ready()
    found = database.rows(
        "SELECT document, count(*) FROM candidate WHERE state = 'waiting' AND kind != 'residue'"
        " GROUP BY document ORDER BY max(id) DESC"
    )
    return dict(found)


def begun() -> tuple[Candidate, ...]:
    """Those that wait and that somebody has answered, in the order in which they were found."""
    start.ready()
    where = " WHERE state = 'waiting' AND first_reading IS NOT NULL ORDER BY id"
    return tuple(_candidate(row) for row in database.rows(_SELECT + where))


def of(document: str) -> tuple[Candidate, ...]:
    """All candidates of a document, decided ones too."""
    start.ready()
    found = database.rows(_SELECT + " WHERE document = ? ORDER BY id", (document,))
    return tuple(_candidate(row) for row in found)


def rules(kinds: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Which rules read something of these kinds, decided or not: (SHA-256, rule) each."""
    start.ready()
    found = database.rows("SELECT DISTINCT document, rule, kind FROM candidate")
    wanted = frozenset(kinds)
    return frozenset((sha, rule) for sha, rule, kind in found if kind in wanted)


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
    readings: Sequence[Reading] = (),
) -> None:
    """Note what a person decided; refused when somebody decided before."""
    with database.transaction() as book:
        done = book.execute(
            "UPDATE candidate SET state = ?, decided_by = ?, decided_at = ?, reason = ?,"
            " entry_id = ?, first_reading = ? WHERE id = ? AND state = 'waiting'",
            (state, by, at.isoformat(), reason, entry_id, _written(readings), number),
        )
        if done.rowcount != 1:
            raise _not_waiting(number)


def put_aside(numbers: Iterable[int], *, by: str, at: datetime, reason: str) -> int:
    """These do not wait any more, till their document is handed in again; how many waited."""
    start.ready()
    with database.transaction() as book:
        return sum(
            book.execute(
                "UPDATE candidate SET state = 'aside', decided_by = ?, decided_at = ?, reason = ?"
                " WHERE id = ? AND state = 'waiting'",
                (by, at.isoformat(), reason, number),
            ).rowcount
            for number in numbers
        )


def keep_readings(number: int, readings: Sequence[Reading], *, before: int) -> None:
    """Keep what readers answered while it still waits; `before`: how many answers were known.

    Refused when somebody else answered in between.
    """
    with database.transaction() as book:
        held = book.execute(
            "SELECT first_reading FROM candidate WHERE id = ? AND state = 'waiting'", (number,)
        ).fetchall()
        if not held or len(_readings(held[0][0])) != before:
            raise _not_waiting(number)
        book.execute(
            "UPDATE candidate SET first_reading = ? WHERE id = ?", (_written(readings), number)
        )


def replace_with(
    numbers: Sequence[int],
    *,
    state: State,
    by: str,
    at: datetime,
    reason: str,
    records: Sequence[Mapping[str, Any]],
) -> None:
    """Put others in the place of some that wait: parts of one, several as one, another kind."""
    with database.transaction() as book:
        first = book.execute(
            "SELECT document FROM candidate WHERE id = ?", (numbers[0],)
        ).fetchall()
        for number in numbers:
            done = book.execute(
                "UPDATE candidate SET state = ?, decided_by = ?, decided_at = ?, reason = ?"
                " WHERE id = ? AND state = 'waiting'",
                (state, by, at.isoformat(), reason, number),
            )
            if done.rowcount != 1:
                raise _not_waiting(number)
        book.executemany(
            "INSERT INTO candidate (document, kind, record, rule, confidence, state)"
            " VALUES (?, ?, ?, ?, ?, 'waiting')",
            [
                (first[0][0], r["kind"], _write(r), r["rule"], f"{r['confidence']:.2f}")
                for r in records
            ],
        )


def note(
    *,
    document: str,
    kind: str,
    record: Mapping[str, Any],
    rule: str,
    state: State,
    by: str,
    at: datetime,
    reason: str,
) -> None:
    """Keep what a person decided about something that never waited, such as a likeness."""
    start.ready()
    with database.transaction() as book:
        book.execute(
            "INSERT INTO candidate (document, kind, record, rule, confidence, state, decided_by,"
            " decided_at, reason) VALUES (?, ?, ?, ?, '0.50', ?, ?, ?, ?)",
            (document, kind, _write(record), rule, state, by, at.isoformat(), reason),
        )


def named(name: str) -> Candidate | None:
    """A candidate by the id of its record, decided or not; the one that waits first."""
    start.ready()
    # The id stands in the JSON as it is written by `_write`; what is found is checked.
    found = database.rows(
        _SELECT + " WHERE record LIKE ? ORDER BY state = 'waiting' DESC, id",
        (f'%"id": "{name}"%',),
    )
    return next((c for c in map(_candidate, found) if c.record.get("id") == name), None)


def decided() -> Iterator[Candidate]:
    """Every candidate that a person decided by itself, in the order in which they were found."""
    start.ready()
    where = " WHERE state NOT IN ('waiting', 'again', 'aside') ORDER BY id"
    for row in database.rows(_SELECT + where):
        yield _candidate(row)


def _not_waiting(number: int) -> NotWaiting:
    return NotWaiting(
        f"Candidate {number} does not wait for this decision: somebody answered it in between. "
        "`answerable review` lists those that wait."
    )


def _written(readings: Sequence[Reading]) -> str | None:
    if not readings:
        return None
    return json.dumps([asdict(one) for one in readings], ensure_ascii=False)


def _readings(written: str | None) -> tuple[Reading, ...]:
    return tuple(Reading(**one) for one in json.loads(written)) if written else ()


def _write(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _candidate(row: database.Row) -> Candidate:
    number, document, kind, record, rule, confidence, state, *decision, entry_id, readings = row
    by, at, reason = decision
    return Candidate(
        number,
        document,
        kind,
        json.loads(record),
        rule,
        confidence,
        state,
        by,
        at,
        reason,
        entry_id,
        _readings(readings),
    )
