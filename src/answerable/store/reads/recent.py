"""The latest entries of the record, and where each entry stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.store.engine import database, start
from answerable.vocabulary.fact_base import Fact

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


def last_of_each(*, known: int) -> tuple[tuple[str, int], ...]:
    """Each institution with its last entry up to one; empty for entries about none."""
    start.ready()
    found = database.rows(
        "SELECT institution, max(seq) FROM entry WHERE seq <= ? GROUP BY institution", (known,)
    )
    return tuple((str(name), int(seq)) for name, seq in found)


def last_of(kind: type[Fact], *, known: int) -> int:
    """The last entry of a kind up to one; -1 for none."""
    start.ready()
    found = database.rows(
        "SELECT seq FROM entry WHERE type = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
        (kind.__name__, known),
    )
    return int(found[0][0]) if found else -1


def streams(*, known: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """Each entry up to one with its institution and its stream."""
    start.ready()
    for seq, *place in database.rows(
        "SELECT seq, institution, stream FROM entry WHERE seq <= ?", (known,)
    ):
        yield int(seq), (str(place[0]), str(place[1]))
