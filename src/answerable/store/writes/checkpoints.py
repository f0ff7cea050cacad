"""Signed checkpoints and the witnesses' lines, as the tables hold them; nodes of the tree."""

from dataclasses import dataclass
from datetime import UTC, datetime

from answerable.ledger.entry import STAMP
from answerable.store.engine import database, start


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint with every line under it: the log's, then the witnesses'."""

    size: int
    root: bytes
    note: str
    signed_at: str
    witnesses: tuple[str, ...]


def kept() -> tuple[Signed, ...]:
    """Every checkpoint of the record, the smallest first."""
    start.ready()
    lines: dict[int, list[tuple[str, str]]] = {}
    for size, witness, line in database.rows(
        "SELECT size, witness, line FROM cosignature ORDER BY size, witness"
    ):
        lines.setdefault(size, []).append((witness, line))
    return tuple(
        Signed(
            size=size,
            root=bytes(root),
            note=bytes(note).decode() + "".join(line for _, line in lines.get(size, ())),
            signed_at=signed_at,
            witnesses=tuple(witness for witness, _ in lines.get(size, ())),
        )
        for size, root, note, signed_at in database.rows(
            "SELECT size, root, note, signed_at FROM checkpoint ORDER BY size"
        )
    )


def keep(*, size: int, root: bytes, note: str, at: datetime) -> None:
    """Keep a signed checkpoint; the first one of a size stands."""
    with database.transaction() as book:
        book.execute(
            "INSERT INTO checkpoint (size, root, note, signed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (size) DO NOTHING",
            (size, root, note.encode(), at.astimezone(UTC).strftime(STAMP)),
        )


def keep_line(*, size: int, witness: str, line: str, at: datetime) -> None:
    """Keep a witness's line under a checkpoint; its latest stands."""
    with database.transaction() as book:
        book.execute(
            "INSERT INTO cosignature (size, witness, line, witnessed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (size, witness) DO UPDATE"
            " SET line = excluded.line, witnessed_at = excluded.witnessed_at",
            (size, witness, line, at.astimezone(UTC).strftime(STAMP)),
        )


def node(level: int, index: int) -> bytes:
    """A perfect node of the tree as the tables hold it; level 0 are the leaf hashes."""
    found = (
        database.rows("SELECT leaf_hash FROM entry WHERE seq = ?", (index,))
        if level == 0
        else database.rows("SELECT hash FROM node WHERE level = ? AND idx = ?", (level, index))
    )
    return bytes(found[0][0])
