"""Fold the entries about one institution at (valid date, known sequence); extend by new entries.

`History` holds every version of every fact and is cached by head. `Register` is what a reader
sees: the versions with `recorded_from <= known < recorded_to` and `valid_from <= valid <
valid_to`, and, where asked, said by some source up to a date. Law: appending later never
changes an answer known earlier, except that an erasure takes values away.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from heapq import merge
from operator import itemgetter
from typing import Any, TypeVar, overload

from answerable.ledger.entry import By, Entry
from answerable.vocabulary import language
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Corrected, Erased, Reclassified, Withdrawn
from answerable.vocabulary.times import last_day

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a value is not shown: marked restricted, on a ground, to be looked at again."""

    classification: str
    ground: str | None = None
    review: str | None = None


_NONE: Mapping[str, Any] = {}
"""Shared by the many versions of which nothing is erased or withheld."""


@dataclass(frozen=True, slots=True)
class Version:
    """A fact as it stood on the record over `[recorded_from, recorded_to)`.

    `seq`, `entry_id`, `recorded_at` and `by` are of the entry that first stated it;
    `corrections` are the sequence numbers of what put it right since.
    """

    fact: Fact
    seq: int
    entry_id: str
    recorded_at: datetime
    by: By
    recorded_from: int
    recorded_to: int | None = None
    corrections: tuple[int, ...] = ()
    erased: Mapping[str, int] = field(default_factory=lambda: _NONE)
    withheld: Mapping[str, Withheld] = field(default_factory=lambda: _NONE)

    def visible(self, *, valid: date, known: int, said: date | None) -> bool:
        """Does a reader at these dates see this version?"""
        return (
            self.recorded_from <= known
            and (self.recorded_to is None or known < self.recorded_to)
            and self.fact.valid.holds(valid)
            and (said is None or self._said_by(said))
        )

    def _said_by(self, day: date) -> bool:
        return self.fact.said is not None and last_day(self.fact.said) <= day


class History:
    """Every version of every fact about one institution, in the order of the record.

    Versions are found by entry, stream, type and what they refer to, so that deciding on the
    next entry does not cost more as the history grows.
    """

    def __init__(self, institution: str) -> None:
        self.institution = institution
        self.marks: dict[str, Mapping[str, Withheld]] = {}
        """Entry id -> how its values are marked at the end of the record, where any is."""
        self.ever_marked = False
        """Was any value not public, at whatever time?"""
        self._versions: list[Version] = []
        # Entry id -> positions of its versions, of which only the last can be open.
        self._of_entry: dict[str, list[int]] = defaultdict(list)
        self._of_stream: dict[str, list[int]] = defaultdict(list)
        self._of_type: dict[type[Fact], list[int]] = defaultdict(list)
        self._of_ref: dict[str, list[int]] = defaultdict(list)

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions, closed ones too."""
        return tuple(self._versions)

    @property
    def count(self) -> int:
        """How many versions there are; every entry about the institution adds one at least."""
        return len(self._versions)

    def of_entries(self, entry_ids: Iterable[str]) -> list[Version]:
        """All versions of some entries, in the order of the record."""
        places = {at for entry_id in entry_ids for at in self._of_entry.get(entry_id, ())}
        return [self._versions[at] for at in sorted(places)]

    def of_types(self, *types: type[Fact]) -> list[Version]:
        """All versions of facts of exactly these types, in the order of the record."""
        places = (at for kind in types for at in self._of_type.get(kind, ()))
        return [self._versions[at] for at in sorted(places)]

    def about(self, entry_id: str) -> list[Version]:
        """All versions of facts that refer to an entry."""
        return [self._versions[at] for at in self._of_ref.get(entry_id, ())]

    def since(self, seq: int) -> list[Version]:
        """Versions of entries after a sequence number, in the order of the record."""
        found = []
        for version in reversed(self._versions):
            if version.recorded_from <= seq:
                break
            if version.seq > seq:
                found.append(version)
        return found[::-1]

    def changed(self, *, after: int, upto: int) -> list[Version]:
        """All versions of the items of which an entry in (after, upto] says something.

        The items are found first and then read, so the cost is that of what changed.
        """
        streams: dict[str, None] = {}
        for version in reversed(self._versions):
            if version.recorded_from <= after:
                break
            if version.recorded_from <= upto:
                streams[version.fact.stream] = None
        places = (at for stream in reversed(streams) for at in self._of_stream[stream])
        return [self._versions[at] for at in places if self._versions[at].recorded_from <= upto]

    def extend(self, entries: Iterable[Entry]) -> None:
        """Fold further entries, in sequence; entries about others are passed over."""
        for entry in entries:
            if entry.content["fact"]["institution"] == self.institution:
                self._fold(entry)

    def at(self, *, valid: date, known: int, said: date | None = None) -> "Register":
        """What a reader sees at these dates; looked up when it is asked for."""
        return Register(
            institution=self.institution,
            valid=valid,
            known=known,
            said=said,
            versions=_Visible(self, self._versions, valid=valid, known=known, said=said),
        )

    def places_in(self, stream: str) -> Sequence[int]:
        """Positions of the versions in a stream."""
        return self._of_stream.get(stream, ())

    def _fold(self, entry: Entry) -> None:
        fact = entry.fact
        if type(fact) in _ABOUT_OTHERS:
            self._apply(entry, fact)
        self._add(
            Version(
                fact=fact,
                seq=entry.seq,
                entry_id=entry.id,
                recorded_at=entry.recorded_at,
                by=entry.by,
                recorded_from=entry.seq,
                withheld=_marks(fact),
            )
        )

    def _apply(self, entry: Entry, fact: Fact) -> None:
        match fact:
            case Corrected(ref=str(target), field=str(name)):
                self._correct(entry, target, name, fact)
            case Withdrawn(ref=str(target)):
                self._close(target, entry.seq)
            case Reclassified(ref=str(target), fields=tuple(names)):
                self._reclassify(entry, target, names, fact)
            case Erased(ref=str(target), fields=tuple(names)):
                self._erase(target, names, entry.seq)

    def _add(self, version: Version) -> None:
        at = len(self._versions)
        self._versions.append(version)
        fact, entry_id = version.fact, version.entry_id
        self._of_entry[entry_id].append(at)
        self._of_stream[fact.stream].append(at)
        self._of_type[type(fact)].append(at)
        if fact.ref is not None:
            self._of_ref[fact.ref].append(at)
        if version.withheld:
            self.ever_marked = True
            self.marks[entry_id] = version.withheld
        else:
            self.marks.pop(entry_id, None)

    def _close(self, entry_id: str, seq: int) -> Version | None:
        *_, position = self._of_entry.get(entry_id, (None,))
        if position is None or self._versions[position].recorded_to is not None:
            return None
        version = self._versions[position]
        self._versions[position] = replace(version, recorded_to=seq)
        return version

    def _correct(self, entry: Entry, target: str, name: str, fact: Corrected) -> None:
        version = self._close(target, entry.seq)
        if version is None:
            return
        self._add(
            replace(
                version,
                fact=version.fact.with_value(name, fact.value),
                recorded_from=entry.seq,
                corrections=(*version.corrections, entry.seq),
            )
        )

    def _reclassify(
        self, entry: Entry, target: str, names: Iterable[str], fact: Reclassified
    ) -> None:
        version = self._close(target, entry.seq)
        if version is None:
            return
        marks = dict(version.withheld)
        for name in names:
            marks.pop(name, None)
            if fact.class_ and fact.class_ != "public":
                marks[name] = Withheld(fact.class_, fact.ground, fact.review)
        self._add(replace(version, recorded_from=entry.seq, withheld=marks))

    def _erase(self, target: str, names: Iterable[str], seq: int) -> None:
        for position in self._of_entry.get(target, ()):
            version = self._versions[position]
            fact = version.fact
            for name in names:
                fact = fact.with_value(name, None)
            gone = {**version.erased, **dict.fromkeys(names, seq)}
            self._versions[position] = replace(version, fact=fact, erased=gone)


_ABOUT_OTHERS = frozenset({Corrected, Erased, Reclassified, Withdrawn})
"""The types of facts that change what other entries say."""


def _marks(fact: Fact) -> Mapping[str, Withheld]:
    if not fact.classes:
        return _NONE
    return {name: Withheld(marking.value) for name, marking in fact.classes.items()}


class _Visible(Sequence[Version]):
    """The versions that a reader sees, looked up only as far as they are asked for.

    Later entries change none of them: what they add stands behind `_count`, and what they close
    is closed after `known`.
    """

    def __init__(
        self,
        history: History,
        every: Sequence[Version],
        *,
        valid: date,
        known: int,
        said: date | None,
    ) -> None:
        self._history, self._every, self._count = history, every, len(every)
        self._valid, self._known, self._said = valid, known, said
        self._streams: dict[str, tuple[Version, ...]] = {}

    @cached_property
    def _all(self) -> tuple[Version, ...]:
        return self._seen(range(self._count))

    def of_stream(self, stream: str) -> tuple[Version, ...]:
        """Those of one stream."""
        if stream not in self._streams:
            places = self._history.places_in(stream)
            self._streams[stream] = self._seen(at for at in places if at < self._count)
        return self._streams[stream]

    def _seen(self, places: Iterable[int]) -> tuple[Version, ...]:
        found = (self._every[at] for at in places)
        return tuple(
            v for v in found if v.visible(valid=self._valid, known=self._known, said=self._said)
        )

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Version]:
        return iter(self._all)

    @overload
    def __getitem__(self, at: int) -> Version: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Version, ...]: ...

    def __getitem__(self, at: int | slice) -> Version | tuple[Version, ...]:
        return self._all[at]


@dataclass(frozen=True)
class Register:
    """The fold of the entries about one institution at (valid, known), and said up to a date."""

    institution: str
    valid: date
    known: int
    versions: Sequence[Version]
    said: date | None = None

    def __iter__(self) -> Iterator[Version]:
        return iter(self.versions)

    def of(self, *types: type[F], stream: str | None = None) -> tuple[F, ...]:
        """Facts of some types, in the order of the record; of one stream where named."""
        return tuple(v.fact for v in self.versions_of(*types, stream=stream))  # type: ignore[misc]  # versions_of keeps only these types

    def versions_of(self, *types: type[Fact], stream: str | None = None) -> tuple[Version, ...]:
        """Versions of some types, in the order of the record; of one stream where named."""
        pool: Sequence[Version]
        if stream is None and types:
            return self._of_types(types)
        if stream is None:
            pool = self.versions
        elif isinstance(self.versions, _Visible):
            pool = self.versions.of_stream(stream)
        else:
            pool = self.by_stream.get(stream, ())
        return tuple(v for v in pool if not types or isinstance(v.fact, types))

    def _of_types(self, types: tuple[type[Fact], ...]) -> tuple[Version, ...]:
        found = [held for kind, held in self._by_type.items() if issubclass(kind, types)]
        if len(found) == 1:
            return tuple(version for _, version in found[0])
        return tuple(version for _, version in merge(*found, key=itemgetter(0)))

    @property
    def _by_type(self) -> Mapping[type[Fact], Sequence[tuple[int, Version]]]:
        """Versions by type with their place, looked through once for every question."""
        return self.once("types", self._typed)

    def _typed(self) -> Mapping[type[Fact], Sequence[tuple[int, Version]]]:
        made: dict[type[Fact], list[tuple[int, Version]]] = defaultdict(list)
        for place, version in enumerate(self.versions):
            made[type(version.fact)].append((place, version))
        return made

    def last(self, kind: type[F], *, stream: str) -> F | None:
        """The fact of a type in a stream that is true latest: by valid date, then sequence."""
        found = self.versions_of(kind, stream=stream)
        best = max(found, key=lambda v: (v.fact.valid.start, v.recorded_from), default=None)
        return best.fact if best else None  # type: ignore[return-value]  # of this type, as above

    def streams(self, *types: type[Fact], under: str = "") -> tuple[str, ...]:
        """Streams that hold facts of these types, in the order of the record."""
        pool = self.versions_of(*types) if types else self.versions
        found = dict.fromkeys(v.fact.stream for v in pool)
        return tuple(s for s in found if s.startswith(under))

    def once(self, key: Hashable, made: Callable[[], T]) -> T:
        """What follows from this register and a key alone, made when it is first asked for.

        Sentences may be in it: each language has its own.
        """
        key = (language.code(), key)
        if key not in self._once:
            self._once[key] = made()
        found: T = self._once[key]
        return found

    def read_at(self, known: int) -> "Register":
        """The same versions where later entries, up to `known`, are about others."""
        if known == self.known:
            return self
        twin = replace(self, known=known)
        vars(twin)["_once"] = self._once
        return twin

    @cached_property
    def _once(self) -> dict[Hashable, Any]:
        """What was made so far; a race makes the same thing twice."""
        return {}

    @property
    def by_stream(self) -> Mapping[str, tuple[Version, ...]]:
        """Versions by stream."""
        return self.once("streams", self._streamed)

    def _streamed(self) -> Mapping[str, tuple[Version, ...]]:
        made: dict[str, list[Version]] = defaultdict(list)
        for version in self.versions:
            made[version.fact.stream].append(version)
        return {stream: tuple(found) for stream, found in made.items()}
