"""What changed between two points of the record: new facts, values put right, facts withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version
from answerable.store.reads import registers, visibility
from answerable.store.reads.registers import NotYet
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.fact_base import Value
from answerable.vocabulary.facts import Corrected, Erased, Reclassified, Withdrawn

_ABOUT_OTHERS = Corrected | Erased | Reclassified | Withdrawn
_KEPT_APART = frozenset({"source", "quote", "said"})


@dataclass(frozen=True, slots=True)
class Change:
    """One line: `before` None for what is new, `after` None for what was withdrawn."""

    seq: int
    reference: str
    type: str
    field: str
    before: Value
    after: Value


def changes(
    *, institution: str, since: int, known: int | None = None, actor: Actor = READER, on: date
) -> tuple[Change, ...]:
    """Changes by entries after `since` and up to `known` (default: the head), by entry.

    What the actor may not see is left out; `on` is the day by which the actor's post is judged.
    """
    last = registers.head().size - 1
    known = last if known is None else known
    if not -1 <= since <= known <= last:
        raise NotYet(f"Give two entries in order, from -1 to {last}: the record ends there.")
    past = registers.history(institution)
    allowed = visibility.clearance(actor, institution=institution, on=on)
    versions = visibility.redacted(
        past.changed(after=since, upto=known), now=visibility.marks_now(past), allowed=allowed
    )
    found = _lines(list(versions), since=since, known=known)
    return tuple(sorted(found, key=lambda line: (line.seq, line.reference, line.field)))


def _lines(versions: Iterable[Version], *, since: int, known: int) -> Iterator[Change]:
    before: dict[str, Version] = {}
    for version in versions:
        earlier = before.get(version.entry_id)
        before[version.entry_id] = version
        if version.recorded_from > since and not isinstance(version.fact, _ABOUT_OTHERS):
            yield from _differences(earlier, version)
    for version in before.values():
        if version.recorded_to is not None and since < version.recorded_to <= known:
            yield from _withdrawn(version)


def _differences(earlier: Version | None, version: Version) -> Iterator[Change]:
    old = {} if earlier is None else earlier.fact.values()
    for name, value in version.fact.values().items():
        if name not in _KEPT_APART and value != old.get(name):
            yield _line(version, version.recorded_from, name, before=old.get(name), after=value)


def _withdrawn(version: Version) -> Iterator[Change]:
    for name, value in version.fact.values().items():
        if name not in _KEPT_APART and value is not None:
            yield _line(version, version.recorded_to or 0, name, before=value, after=None)


def _line(version: Version, seq: int, name: str, *, before: Value, after: Value) -> Change:
    fact = version.fact
    return Change(seq, fact.stream, type(fact).__name__, name, before, after)
