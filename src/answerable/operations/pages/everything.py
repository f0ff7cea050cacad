"""Every fact that a reader may see, over all institutions, whatever its valid date.

Pages about documents and about the record itself ask what was written down, not what is true
on a day; they still keep the sequence, the published date and the markings of the reader. What
one reader sees is looked through once while the record stands.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from answerable.ledger.register import History, Version
from answerable.operations.pages.look import Look
from answerable.operations.plans import row_words
from answerable.store.reads import registers, visibility
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled

Span = tuple[int, int]


@dataclass(frozen=True)
class _Seen:
    """What one reader may see of the whole record, looked up in the ways that pages ask."""

    versions: tuple[Version, ...]

    @cached_property
    def by_stream(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: v.fact.stream)

    @cached_property
    def by_type(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: type(v.fact))

    @cached_property
    def by_document(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: v.fact.source.doc if v.fact.source else None)

    @cached_property
    def by_target(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: v.fact.ref)

    @cached_property
    def by_seq(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: v.seq)

    @cached_property
    def by_entry(self) -> Mapping[object, tuple[Version, ...]]:
        return _grouped(self.versions, lambda v: v.entry_id)

    @cached_property
    def closed(self) -> tuple[Version, ...]:
        return tuple(v for v in self.versions if v.recorded_to is not None)


def versions(look: Look) -> tuple[Version, ...]:
    """Versions that stand at the look's sequence, said by its date, redacted for its actor."""
    return _standing(look).versions


def of_types(look: Look, *types: type[Fact]) -> tuple[Version, ...]:
    """Those of some types, in the order of `versions`."""
    held = _standing(look).by_type
    found = [held.get(kind, ()) for kind in held if issubclass(kind, types)]  # type: ignore[arg-type]  # types are its keys
    return found[0] if len(found) == 1 else _in_order(look, (v for part in found for v in part))


def of_stream(look: Look, stream: str) -> tuple[Version, ...]:
    """Those of one stream, in the order of `versions`."""
    return _standing(look).by_stream.get(stream, ())


def of_streams(look: Look, streams: Iterable[str]) -> tuple[Version, ...]:
    """Those of some streams, stream by stream."""
    held = _standing(look).by_stream
    return tuple(v for stream in streams for v in held.get(stream, ()))


def of_entries(look: Look, seqs: Iterable[int]) -> Mapping[int, Version]:
    """What stands of some entries, by sequence number; nothing for those that do not."""
    held = _standing(look).by_seq
    return {seq: held[seq][0] for seq in seqs if seq in held}


def of_document(look: Look, document: str) -> tuple[Version, ...]:
    """Those whose words stand in a document, in the order of `versions`."""
    return _standing(look).by_document.get(document, ())


def about(look: Look, entry_id: str) -> tuple[Version, ...]:
    """Those that refer to an entry."""
    return _standing(look).by_target.get(entry_id, ())


def superseded(look: Look) -> tuple[Version, ...]:
    """Versions that a later entry corrected, marked or withdrew, redacted for the reader."""
    return _whole(look).closed


def of_entry(look: Look, entry_id: str) -> tuple[Version, ...]:
    """Every version of one entry: closed ones as they were, then what stands at these dates."""
    closed = (v for v in _whole(look).by_entry.get(entry_id, ()) if v.recorded_to is not None)
    return (*closed, *_standing(look).by_entry.get(entry_id, ()))


def original(look: Look, seq: int) -> Version | None:
    """An entry as it was first written, redacted for the reader; None where it may not be seen."""
    return next(iter(_whole(look).by_seq.get(seq, ())), None)


def withheld_spans(look: Look, document: str) -> tuple[Span, ...]:
    """Places of a document whose words this reader may not see, as (start, end)."""
    return all_withheld(look).get(document, ())


def all_withheld(look: Look) -> Mapping[str, tuple[Span, ...]]:
    """Document -> the places whose words this reader may not see."""

    def made() -> Mapping[str, tuple[Span, ...]]:
        found: dict[str, set[Span]] = defaultdict(set)
        for institution in registers.institutions():
            past = registers.history(institution)
            if not past.ever_marked:
                continue
            shown = {(v.seq, v.recorded_from) for v in _redacted(look, past) if v.fact.quote}
            for version in past.versions:
                source = version.fact.source
                if source is None or source.doc is None or not version.fact.quote:
                    continue
                hidden = (version.seq, version.recorded_from) not in shown
                if hidden and source.start is not None and source.end is not None:
                    found[source.doc].add((source.start, source.end))
        for document, spans in _unread(look):
            found[document].update(spans)
        return {document: tuple(sorted(spans)) for document, spans in found.items()}

    return registers.kept(("hidden", look.actor, look.today), made)


def _unread(look: Look) -> Iterable[tuple[str, tuple[Span, ...]]]:
    """Cells of logs under columns that nobody read: for whoever may see what is internal."""
    for institution in registers.institutions():
        allowed = visibility.clearance(look.actor, institution=institution, on=look.today)
        if allowed != Classification.PUBLIC:
            continue
        for version in registers.history(institution).of_types(DocumentFiled):
            filed = version.fact
            if filed.doc and filed.get("type") == "action-log":
                yield filed.doc, row_words.unread_places(filed.doc)


def _standing(look: Look) -> _Seen:
    known = look.head.size - 1 if look.known is None else look.known

    def made() -> _Seen:
        return _Seen(
            tuple(
                v
                for v in _whole(look).versions
                if v.visible(valid=v.fact.valid.start, known=known, said=look.said)
            )
        )

    # Past views are many and each is as large as the record, so one of a reader is kept.
    if look.known is None:
        return registers.kept(("standing", look.actor, look.today, look.said), made)
    last = registers.kept(("past", look.actor, look.today, look.said), dict[int, _Seen])
    found = last.get(known)
    if found is None:
        found = made()
        last.clear()
        last[known] = found
    return found


def _whole(look: Look) -> _Seen:
    """Every version, closed ones too, redacted for the reader."""

    def made() -> _Seen:
        found: list[Version] = []
        for institution in registers.institutions():
            found += _redacted(look, registers.history(institution))
        return _Seen(tuple(found))

    return registers.kept(("everything", look.actor, look.today), made)


def _redacted(look: Look, past: History) -> Iterable[Version]:
    """Every version about one institution, as this reader may see it today."""
    allowed = visibility.clearance(look.actor, institution=past.institution, on=look.today)
    return visibility.redacted(past.versions, now=visibility.marks_now(past), allowed=allowed)


def _grouped(
    found: Iterable[Version], key: Callable[[Version], object]
) -> Mapping[object, tuple[Version, ...]]:
    made: dict[object, list[Version]] = defaultdict(list)
    for version in found:
        made[key(version)].append(version)
    return {name: tuple(group) for name, group in made.items()}


def _in_order(look: Look, found: Iterable[Version]) -> tuple[Version, ...]:
    """By institution, then in the order of the record: as `versions` has them."""
    place = {name: at for at, name in enumerate(registers.institutions())}
    return tuple(sorted(found, key=lambda v: (place[v.fact.institution], v.recorded_from)))
