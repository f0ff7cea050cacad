"""The public record of another home, taken into an empty one: same leaves, same root.

Values that were not public, or were erased, are not in an export. Their commitments are, and
their rows say `absent` or `erased`: so every proof holds and a later reader knows what is not
here. One transaction: a wrong root, or a crash, leaves the empty record as it was.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from answerable.ledger import canonical, merkle
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import STAMP, Entry, faults
from answerable.ledger.merkle import Hash
from answerable.store.checks import rebuilding
from answerable.store.checks.verification import ACTOR
from answerable.store.engine import database, start
from answerable.store.engine.dialect import Connection
from answerable.vocabulary.refusal import Refusal

CHUNK = 1_000
_ENTRY = f"INSERT INTO entry VALUES ({', '.join('?' * 11)})"  # noqa: S608  # question marks
_PAYLOAD = (
    "INSERT INTO payload (entry_id, field, class, salt, value, sealed, key_id, state)"
    " VALUES (?, ?, ?, ?, ?, NULL, NULL, ?)"
)
_ERASED = "UPDATE payload SET state = 'erased' WHERE entry_id = ? AND field = ?"


class NotTaken(Refusal):
    """An export that was not taken in, and why; the record is as it was."""

    code = "not_taken"


@dataclass(frozen=True, slots=True)
class Note:
    """A signed checkpoint of the export, with the lines of its witnesses."""

    size: int
    root: bytes
    signed: str
    witnesses: tuple[tuple[str, str], ...]


def take(
    entries: Iterable[tuple[bytes, Sequence[Payload]]],
    *,
    size: int,
    root: Hash,
    notes: Iterable[Note],
    at: datetime,
) -> None:
    """Write leaves with their public values as the whole record, and make its tables."""
    start.ready()
    engine = database.engine()
    with engine.turn(), database.transaction() as book:
        if book.execute(engine.head).fetchone()[0]:
            raise NotTaken("This home has a record already. Take the export into an empty home.")
        frontier = _fill(book, entries)
        if merkle.root(frontier) != root:
            raise NotTaken("The entries do not give the root of the checkpoint.")
        if size:
            book.execute(
                "UPDATE head SET size = ?, root = ?, frontier = ?",
                (size, root, b"".join(frontier)),
            )
        moment = at.astimezone(UTC).strftime(STAMP)
        for note in notes:
            _note(book, note, moment)
        book.execute(
            "INSERT INTO command (actor, key, digest, first_seq, count, answer, recorded_at)"
            " VALUES (?, ?, ?, 0, ?, ?, ?)",
            (ACTOR, root.hex(), root.hex(), size, json.dumps({"size": size}), moment),
        )
        rebuilding.fill(book)


def _fill(
    book: Connection, entries: Iterable[tuple[bytes, Sequence[Payload]]]
) -> tuple[Hash, ...]:
    source, seq, frontier = iter(entries), 0, tuple[Hash, ...]()
    while chunk := list(islice(source, CHUNK)):
        rows: list[tuple[Any, ...]] = []
        values: list[tuple[Any, ...]] = []
        nodes: list[tuple[int, int, Hash]] = []
        gone: list[tuple[str, str]] = []
        for leaf, shown in chunk:
            entry = _whole(Entry(seq, leaf, tuple(shown)))
            fact, hashed = entry.content["fact"], merkle.leaf_hash(leaf)
            frontier, made = merkle.grow(seq, frontier, hashed)
            nodes += made
            rows.append(
                (
                    *(seq, entry.id, fact["institution"], fact["stream"], fact["type"]),
                    *(fact["class"], entry.content["recorded_at"], *fact["valid"], leaf, hashed),
                )
            )
            values += [_row(entry.id, payload) for payload in entry.payloads]
            gone += _named(entry) if fact["type"] == "Erased" else []
            seq += 1
        book.executemany(_ENTRY, rows)
        book.executemany(_PAYLOAD, values)
        book.executemany("INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)", nodes)
        book.executemany(_ERASED, gone)
    return frontier


def _whole(entry: Entry) -> Entry:
    """The entry with a row for each value that is not here; what is here opens its commitment."""
    fact = entry.content["fact"]
    held = {payload.field for payload in entry.payloads}
    away = [
        Payload(name, None, None, fact["class"]) for name in fact["commits"] if name not in held
    ]
    whole = Entry(entry.seq, entry.leaf, (*entry.payloads, *away))
    if wrong := next(iter(faults(whole)), None):
        raise NotTaken(f"Entry {entry.seq}: {wrong}.")
    return whole


def _row(entry_id: str, payload: Payload) -> tuple[Any, ...]:
    return (
        *(entry_id, payload.field, payload.classification, payload.salt, payload.value),
        "absent" if payload.erased else "held",
    )


def _named(entry: Entry) -> list[tuple[str, str]]:
    """Entry and field of each value that an erasure took."""
    for payload in entry.payloads:
        if payload.field == "fields" and payload.value is not None:
            ref = entry.content["fact"]["ref"]
            return [(ref, str(name)) for name in canonical.read(payload.value) or ()]
    return []


def _note(book: Connection, note: Note, moment: str) -> None:
    book.execute(
        "INSERT INTO checkpoint (size, root, note, signed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (size) DO NOTHING",
        (note.size, note.root, note.signed.encode(), moment),
    )
    for witness, line in note.witnesses:
        book.execute(
            "INSERT INTO cosignature (size, witness, line, witnessed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (size, witness) DO NOTHING",
            (note.size, witness, line, moment),
        )
