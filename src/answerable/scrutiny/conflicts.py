"""Where two sources state different values of one thing: both kept, and which stands for now.

One thing is a stream and a type of fact: a session, a count, a line of money in one state, a
grade of one question. Corrections are no conflict: what we wrote down wrongly is not a source.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimMade,
    ConflictResolved,
    FindingPublished,
    GradeGiven,
    HoldingBegan,
    HoldingEnded,
    InspectionRecorded,
    MeetingHeld,
    MoneyStated,
)

COMPARED: Mapping[type[Fact], tuple[tuple[str, ...], tuple[str, ...]]] = {
    # type -> what tells one thing from another beside its stream, and the fields compared
    ClaimMade: (("unit", "scope", "period"), ("n",)),
    FindingPublished: (("kind",), ("number", "due")),
    GradeGiven: (("question", "cycle", "standing"), ("value",)),
    HoldingBegan: (("office", "person", "holding"), ("from",)),
    HoldingEnded: (("office", "person"), ("from",)),
    InspectionRecorded: (("inspectorate", "visit"), ("fieldwork",)),
    MeetingHeld: ((), ("date", "place")),
    MoneyStated: (("line", "state", "period", "recipient", "purpose"), ("amount",)),
}
BEGINS = "from"
"""Not a field: the day from which a fact is true."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value and every fact that states it."""

    value: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of one thing with more than one value; `resolved` says which stands, and why."""

    stream: str
    kind: type[Fact]
    field: str
    stated: tuple[Stated, ...]
    resolved: Version | None

    @property
    def standing(self) -> str | None:
        """The value that stands for now; None while nobody has decided."""
        if self.resolved is None:
            return None
        value = self.resolved.fact.get("value")
        return None if value is None else str(value)

    @property
    def entries(self) -> frozenset[str]:
        """Entry ids of all facts that take part."""
        return frozenset(v.entry_id for one in self.stated for v in one.versions)


def conflicts(register: Register) -> tuple[Conflict, ...]:
    """Every conflict of a register, in the order of the record."""
    things: dict[tuple[object, ...], list[Version]] = defaultdict(list)
    for version in register:
        compared = COMPARED.get(type(version.fact))
        if compared is not None:
            alike = tuple(version.fact.get(name) for name in compared[0])
            things[type(version.fact), version.fact.stream, alike].append(version)
    resolutions = register.versions_of(ConflictResolved)
    return tuple(
        found
        for versions in things.values()
        if len(versions) > 1
        for found in _of_thing(versions, resolutions)
    )


def value_of(version: Version, field: str) -> str | None:
    """A compared value of a fact in words; the day it is true from is one of them."""
    if field == BEGINS:
        return _day(version.fact.valid.start)
    value = version.fact.get(field)
    return None if value is None else str(value)


def _of_thing(versions: Sequence[Version], resolutions: Sequence[Version]) -> Iterator[Conflict]:
    for field in COMPARED[type(versions[0].fact)][1]:
        by_value: dict[str, list[Version]] = defaultdict(list)
        for version in versions:
            value = value_of(version, field)
            if value is not None:
                by_value[value].append(version)
        if len(_distinct(list(by_value))) > 1:
            stated = tuple(Stated(value, tuple(found)) for value, found in by_value.items())
            first = versions[0].fact
            found = Conflict(first.stream, type(first), field, stated, None)
            yield replace(found, resolved=_resolution(found, resolutions))


def _day(day: date) -> str:
    """A day as exactly as it may be meant: a month or a year is recorded by its first day."""
    if day.day > 1:
        return day.isoformat()
    return f"{day.year}" if day.month == 1 else f"{day:%Y-%m}"


def _distinct(values: Sequence[str]) -> set[str]:
    """Values that differ: “2024-05” and “2024-05-14” are one date told less and more exactly."""
    return {
        value
        for value in values
        if not any(other != value and other.startswith(f"{value}-") for other in values)
    }


def _resolution(conflict: Conflict, resolutions: Sequence[Version]) -> Version | None:
    """The last decision that knew of every source; a new one opens the question again."""
    for version in reversed(resolutions):
        fact = version.fact
        if (fact.stream, fact.get("field")) != (conflict.stream, conflict.field):
            continue
        known = {fact.ref, *(fact.get("over") or ())}
        if conflict.entries <= known:
            return version
    return None
