"""What the law takes away or holds: erase values, hold entries, mark values anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from answerable.ledger import holds
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.recording import Decide, book
from answerable.store.papers import documents
from answerable.store.reads import references, registers
from answerable.store.reads.lookup import Place, find
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Erased, HoldOpened, HoldReleased, Reclassified
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period, day

_ORDER = [marking.value for marking in Classification]  # from the lowest to the highest


class NotRemoved(Refusal):
    """What cannot be erased, held or marked as it was asked."""

    code = "not_removed"


@dataclass(frozen=True, slots=True)
class Removed:
    """The receipt of an erasure, and what still holds the words."""

    receipt: Receipt
    file_removed: str | None
    left: tuple[str, ...]


def erase(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    target: str,
    fields: Sequence[str],
    basis: str,
    on: date,
    with_file: bool = False,
) -> Removed:
    """Erase values of an entry by law: value, salt and key are destroyed, every proof stays.

    Refused while a legal hold covers the entry. Corrections of the values go with them, and what
    readers of documents had proposed in the same words. `with_file` removes the document behind
    the entry and its text too.
    """
    place = _entry(target, what="erase")
    access.require(by, "erase", about=place.institution)
    basis = _said(basis, what="legal basis")
    names = _names(fields)

    def decide(register: Register) -> Sequence[Fact]:
        version = _version(register, place)
        if left := [name for name in names if name in version.erased]:
            raise NotRemoved(f"Already erased of entry {version.seq}: {', '.join(left)}.")
        return [
            Erased(
                institution=place.institution,
                stream=place.stream,
                valid=Period(on),
                ref=place.entry_id,
                fields=names,
                basis=basis,
            )
        ]

    receipt = _append(place.institution, decide, by=by, at=at, key=key, seen=seen)
    doc = next((v.fact.doc for v in _versions(place)), None)
    removed = None
    if with_file and doc is not None:
        documents.forget(doc)
        removed = doc
    left = ["Backups made before now hold the words until they are deleted; so do exports."]
    if doc is not None and removed is None and doc in documents.held():
        left.append(f"The file {doc} may hold the words too: --with-file removes it.")
    return Removed(receipt, removed, tuple(left))


def hold(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    kind: str,
    scope: str,
    reason: str,
    on: date,
) -> Receipt:
    """Open a legal hold: nothing that it covers is erased until it is released.

    `scope` is the institution, or a reference: then the item and everything under it.
    """
    access.require(by, "hold", about=institution)
    if kind not in holds.KINDS:
        raise NotRemoved(f"A hold is of one of these kinds: {', '.join(holds.KINDS)}.")
    reason = _said(reason, what="reason for the hold")
    wanted = scope.strip().strip("/") or institution

    def decide(register: Register) -> Sequence[Fact]:
        streams = register.streams()
        if wanted != institution and not any(
            s == wanted or s.startswith(f"{wanted}/") for s in streams
        ):
            raise NotRemoved(
                f"Nothing about {institution} is called “{wanted}” or stands under it."
            )
        return [
            HoldOpened(
                institution=institution,
                stream=f"hold/{institution}",
                valid=Period(on),
                kind=kind,
                scope=wanted,
                reason=reason,
            )
        ]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def release(
    *, by: Actor, at: datetime, key: str, seen: int | None, target: str, reason: str, on: date
) -> Receipt:
    """End a legal hold, named by the number of the entry that opened it."""
    place = _entry(target, what="release")
    access.require(by, "hold", about=place.institution)
    reason = _said(reason, what="reason for the release")

    def decide(register: Register) -> Sequence[Fact]:
        standing = holds.open_holds(
            registers.history(register.institution).of_types(HoldOpened, HoldReleased)
        )
        if place.entry_id not in {version.entry_id for version in standing}:
            raise NotRemoved(f"Entry {target} is not a hold that is open.")
        return [
            HoldReleased(
                institution=place.institution,
                stream=place.stream,
                valid=Period(on),
                ref=place.entry_id,
                reason=reason,
            )
        ]

    return _append(place.institution, decide, by=by, at=at, key=key, seen=seen)


def reclassify(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    target: str,
    fields: Sequence[str],
    marking: str,
    ground: str,
    review: str | None,
    on: date,
    lowered: bool = False,
) -> Receipt:
    """Mark values anew. Raising closes every older address and seals the value at once.

    Lowering makes a value and its salt public for good: the person says `lowered` to it.
    """
    place = _entry(target, what="mark")
    access.require(by, "reclassify", about=place.institution)
    if marking not in _ORDER:
        raise NotRemoved(f"A marking is one of: {', '.join(_ORDER)}.")
    ground = _said(ground, what="ground for the marking")
    names = _names(fields)
    until = day(review, what="review date").isoformat() if review else None

    def decide(register: Register) -> Sequence[Fact]:
        version = _version(register, place)
        for name in names:
            held = version.withheld.get(name)
            before = held.classification if held else Classification.PUBLIC.value
            if before == marking:
                raise NotRemoved(f"The {name} of entry {version.seq} is {marking} already.")
            if _ORDER.index(marking) < _ORDER.index(before) and not lowered:
                raise NotRemoved(
                    f"This makes the {name} of entry {version.seq} readable to more people, and "
                    "what was published cannot be called back. Say --lower to do it."
                )
        return [
            Reclassified(
                institution=place.institution,
                stream=place.stream,
                valid=Period(on),
                ref=place.entry_id,
                fields=names,
                class_=marking,
                ground=ground,
                review=until,
            )
        ]

    return _append(place.institution, decide, by=by, at=at, key=key, seen=seen)


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)


def _entry(target: str, *, what: str) -> Place:
    place = find(target)
    if place.entry_id is None:
        raise NotRemoved(f"“{place.name}” has several entries: {what} one by its number.")
    return place


def _versions(place: Place) -> list[Version]:
    return registers.history(place.institution).of_entries([place.entry_id or ""])


def _version(register: Register, place: Place) -> Version:
    found = references.latest(registers.history(register.institution), place.entry_id or "")
    if found is None:
        raise NotRemoved(f"“{place.name}” is not on the record about {register.institution}.")
    return found


def _names(fields: Sequence[str]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in fields if name.strip()))
    if not names:
        raise NotRemoved("Name the fields: --fields text,quote.")
    return names


def _said(words: str, *, what: str) -> str:
    if not words.strip():
        raise NotRemoved(f"Give the {what}: it stands on the record.")
    return words.strip()
