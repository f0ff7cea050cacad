"""The latest entries of the record, by the stamp of their recording."""

from dataclasses import dataclass

from answerable.store import database, start

MOST = 400


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry, and whom it is about."""

    seq: int
    entry_id: str
    institution: str


def recorded_since(stamp: str, *, known: int) -> tuple[Recorded, ...]:
    """At most 400 entries recorded at or after a day or stamp (ISO 8601, UTC), newest first."""
    start.ready()
    found = database.rows(
        "SELECT seq, entry_id, institution FROM entry WHERE recorded_at >= ? AND seq <= ?"
        " ORDER BY seq DESC LIMIT ?",
        (stamp, known, MOST),
    )
    return tuple(Recorded(*row) for row in found)
