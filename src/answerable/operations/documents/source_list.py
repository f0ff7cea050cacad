"""The addresses that the record rests on, and how far its facts are anchored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.operations import catalogue, installation
from answerable.operations.documents import anchoring
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentAnchored, DocumentFiled


@dataclass(frozen=True, slots=True)
class Source:
    """One address that the record rests on: our documents about it, and whom they are about."""

    address: str
    documents: tuple[str, ...]
    institutions: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts about real bodies: in the original's words, in ours, in nobody's held words yet."""

    original: int
    summary: int
    not_yet: int


def sources() -> tuple[Source, ...]:
    """Every address that documents about real bodies name, in the order of the record."""
    found: dict[str, Source] = {}
    for institution in _real():
        for filed in _filed(institution):
            address = filed.about or ""
            if not address.startswith(("https://", "http://")) or filed.doc is None:
                continue
            known = found.get(address) or Source(address, (), (), filed.title or address)
            found[address] = replace(
                known,
                documents=tuple(dict.fromkeys((*known.documents, filed.doc))),
                institutions=tuple(dict.fromkeys((*known.institutions, institution))),
            )
    return tuple(found.values())


def counts() -> Counts:
    """The three counts, over facts about real bodies that name a source outside our record."""
    original = summary = not_yet = 0
    for institution in _real():
        versions = registers.history(institution).versions
        held = anchoring.anchored(versions)
        for version in versions:
            source = version.fact.source
            if version.recorded_to is not None or isinstance(
                version.fact, DocumentAnchored | DocumentFiled
            ):
                continue
            if source is None or (source.kind == "record" and not source.about):
                continue
            if source.kind == "original" or version.entry_id in held:
                original += 1
            elif source.kind == "summary" and source.doc:
                summary += 1
            else:
                not_yet += 1
    return Counts(original, summary, not_yet)


def recorder() -> str | None:
    """Who checks sources when nobody is named: in the demonstration, its researcher."""
    return None if installation.installed() else "answerable/researcher"


def _real() -> Iterator[str]:
    """Institutions that are not invented: inventions have no original."""
    for institution in registers.institutions():
        body = catalogue.bodies().get(institution)
        if body is None or not body.invented:
            yield institution


def _filed(institution: str) -> Iterator[DocumentFiled]:
    for version in registers.history(institution).versions:
        if isinstance(version.fact, DocumentFiled) and version.recorded_to is None:
            yield version.fact
