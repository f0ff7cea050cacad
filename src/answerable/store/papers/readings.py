"""The log of restricted reading: which values are restricted, and who read one when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from answerable.store.engine import database, start
from answerable.store.reads import lookup, registers
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import Reclassified

Mark = tuple[str, str | None, str | None]
"""Marking, ground, day of review."""


@dataclass(frozen=True, slots=True)
class Restricted:
    """A value that is restricted now, of the entry `seq` in an item's `stream`."""

    entry_id: str
    seq: int
    stream: str
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody read a restricted value."""

    body: str
    office: str
    person: str
    entry_id: str
    field: str
    path: str
    at: str


def restricted(institution: str) -> tuple[Restricted, ...]:
    """Every value about an institution that is restricted at the head, with each version of it.

    A marking that is itself restricted says why a value is, and is no such value.
    """
    settings = start.ready()
    return _restricted(settings.home, institution, registers.head().root)


@lru_cache(maxsize=32)
def _restricted(_home: Path, institution: str, _root: str) -> tuple[Restricted, ...]:
    history = registers.history(institution)
    found = {
        (version.entry_id, name, str(version.fact.values().get(name))): Restricted(
            version.entry_id,
            version.seq,
            version.fact.stream,
            name,
            version.fact.values().get(name),
        )
        for version in history.of_entries(history.marks)
        if not isinstance(version.fact, Reclassified)
        for name, mark in history.marks[version.entry_id].items()
        if mark.classification == Classification.RESTRICTED
        and version.fact.values().get(name) not in (None, "", ())
    }
    return tuple(found.values())


def marks(institution: str) -> Iterator[tuple[int, str, tuple[str, ...], Mark]]:
    """Sequence, stream, fields and marking of what is marked now, one for each marking."""
    history = registers.history(institution)
    last = {version.entry_id: version for version in history.of_entries(history.marks)}
    for entry_id, held in history.marks.items():
        version = last[entry_id]
        if isinstance(version.fact, Reclassified):
            continue
        together: dict[Mark, list[str]] = {}
        for name, mark in held.items():
            if version.fact.values().get(name) not in (None, "", ()):
                together.setdefault((mark.classification, mark.ground, mark.review), []).append(
                    name
                )
        for found, names in together.items():
            yield version.seq, version.fact.stream, tuple(sorted(names)), found


def standing(seq: int) -> tuple[str, Fact]:
    """The institution and the fact of an entry as it stands now, nothing withheld."""
    place = lookup.find(str(seq))
    history = registers.history(place.institution)
    return place.institution, history.of_entries([place.entry_id or ""])[-1].fact


def keep(read: Iterable[Restricted], *, by: Actor, path: str, at: datetime) -> None:
    """Write down what somebody read; once for each value and answer."""
    rows = {
        (by.body, by.office, by.person, one.entry_id, one.field, path, at.isoformat())
        for one in read
    }
    with database.transaction() as to:
        to.executemany(
            "INSERT INTO read_log (body, office, person, entry_id, field, path, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            sorted(rows),
        )


def latest(count: int, *, begin: int = 0) -> tuple[Reading, ...]:
    """Lines of the log, the latest first."""
    start.ready()
    found = database.rows(
        "SELECT body, office, person, entry_id, field, path, at FROM read_log"
        " ORDER BY id DESC LIMIT ? OFFSET ?",
        (count, begin),
    )
    return tuple(Reading(*row) for row in found)


def count() -> int:
    """How many lines there are."""
    start.ready()
    return int(database.rows("SELECT count(*) FROM read_log")[0][0])
