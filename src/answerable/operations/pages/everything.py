"""Every fact that a reader may see, over all institutions, whatever its valid date.

Pages about documents and about the record itself ask what was written down, not what is true
on a day; they still keep the sequence, the published date and the markings of the reader.
"""

from collections.abc import Iterator

from answerable.ledger.register import Version
from answerable.operations.pages.look import Look
from answerable.store import registers, visibility


def versions(look: Look) -> Iterator[Version]:
    """Versions that stand at the look's sequence, said by its date, redacted for its actor."""
    known = look.head.size - 1 if look.known is None else look.known
    for institution in registers.institutions():
        for version in _redacted(look, institution):
            start = version.fact.valid.start
            if version.visible(valid=start, known=known, said=look.said):
                yield version


def superseded(look: Look) -> Iterator[Version]:
    """Versions that a later entry corrected, marked or withdrew, redacted for the reader."""
    for institution in registers.institutions():
        for version in _redacted(look, institution):
            if version.recorded_to is not None:
                yield version


def original(look: Look, seq: int) -> Version | None:
    """An entry as it was first written, redacted for the reader; None where it may not be seen."""
    for institution in registers.institutions():
        found = next((v for v in _redacted(look, institution) if v.seq == seq), None)
        if found is not None:
            return found
    return None


def withheld_spans(look: Look, document: str) -> tuple[tuple[int, int], ...]:
    """Places of a document whose words this reader may not see, as (start, end)."""
    found = set()
    for institution in registers.institutions():
        shown = {(v.seq, v.recorded_from) for v in _redacted(look, institution) if v.fact.quote}
        for version in registers.history(institution).versions:
            source = version.fact.source
            if source is None or source.doc != document or not version.fact.quote:
                continue
            hidden = (version.seq, version.recorded_from) not in shown
            if hidden and source.start is not None and source.end is not None:
                found.add((source.start, source.end))
    return tuple(sorted(found))


def _redacted(look: Look, institution: str) -> Iterator[Version]:
    past = registers.history(institution)
    allowed = visibility.clearance(look.actor, institution=institution, on=look.today)
    yield from visibility.redacted(past.versions, now=visibility.marks_now(past), allowed=allowed)
