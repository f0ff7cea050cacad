"""Documents in, candidates out: each is read in a limited child process and kept.

Nothing enters the ledger unconfirmed: what a person decides of a candidate is in `deciding`.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.documents import (
    candidates,
    confirm,
    handling,
    late_causes,
    own_minutes,
    publication_day,
    reader,
    titling,
)
from answerable.operations.documents.reader import Meta, Read
from answerable.operations.recording import book
from answerable.reading.profiles import OTHER
from answerable.store.papers import documents, review
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.identity import slug
from answerable.vocabulary.times import Period


@dataclass(frozen=True, slots=True)
class Filed:
    """A document that was kept and read: where it is, how many candidates wait for a person."""

    document: str
    waiting: int
    read: Read
    receipt: Receipt


def parse(data: bytes, *, meta: Meta) -> Read:
    """Read a document and keep nothing: canonical text and the lines of the contract."""
    return reader.read(data, meta=meta)


def read(
    *, by: Actor, at: datetime, key: str, seen: int | None = None, data: bytes, meta: Meta
) -> Filed:
    """Keep the original by its SHA-256, note that it is filed, and open its review."""
    access.require(by, "read")
    found = parse(data, meta=meta)
    publication_day.require_out(
        found.text, internal=meta.internal, today=at.astimezone(registers.ZONE).date()
    )
    sha = documents.keep(data)
    documents.keep_text(found.text)
    about = meta.subject or own_minutes.about(found.document, meta=meta, by=by.body, on=at.date())
    published = meta.published or found.document["published"]
    met = own_minutes.met(found.lines)
    title = titling.title_of(
        found.text,
        given=meta.title,
        name=meta.name,
        bodies={body.name.casefold() for body in catalogue.bodies().values()},
    )
    fact = filed_fact(
        document=sha,
        institution=about,
        title=title
        if meta.title
        else titling.apart(
            title, taken=_titles(about, besides=sha), day=met or published, name=meta.name
        ),
        type_=_kind(found, meta),
        publisher=meta.publisher,
        about=meta.source,
        published=published,
        media_type=found.text.media_type,
        standing="original",
        on=at,
    )
    sensitive = handling.is_sensitive(found.text)
    if sensitive:
        fact = handling.held_back(fact, stream=f"document/{sha[:16]}")
    elif meta.internal:
        fact = handling.held_back(
            fact, stream=f"document/{sha[:16]}", marking=Classification.INTERNAL
        )
    receipt = book().append(
        about=about,
        decide=lambda register: _once(register, fact),
        by=by,
        at=at,
        key=key,
        seen=seen,
    )
    if sensitive:
        handling.state_mark(receipt, about=about, by=by, at=at, key=key)
    if not receipt.count:
        publication_day.put_right(
            by=by,
            at=at,
            key=key,
            seen=seen,
            document=sha,
            published=meta.published,
            title=meta.title,
        )
        late_causes.put_right(sha, by=by, at=at, key=key)
    return Filed(sha, offer(sha, found, kind=meta.kind), found, receipt)


def _titles(institution: str, *, besides: str) -> frozenset[str]:
    """What the other documents about an institution are called, in small letters."""
    filed = registers.history(institution).of_types(DocumentFiled)
    return frozenset(
        str(v.fact.get("title") or "").casefold() for v in filed if v.fact.doc != besides
    )


def _kind(found: Read, meta: Meta) -> str:
    """As said; else as it shows itself; else a report, where an inspectorate published it."""
    shown: str = meta.kind or found.document["type"]
    publisher = catalogue.bodies().get(meta.publisher or "")
    if shown == OTHER.type and publisher and publisher.kind == "inspectorate":
        return "inspection-report"
    return shown


def offer(document: str, found: Read, *, kind: str | None = None) -> int:
    """Put the records of a document before a person; how many of it wait now.

    `kind` is what a person says that it is. A judgement of assurance is that of a session: only
    minutes give one.
    """
    left_out = {"document"} if (kind or found.document["type"]) == "minutes" else _OF_NO_SESSION
    publisher = candidates.inspectorate_of(document)
    review.offer(
        document=document,
        found=[
            (
                line["kind"],
                candidates.published_by(publisher, line),
                line["rule"],
                f"{line['confidence']:.2f}",
            )
            for line in found.lines
            if line["kind"] not in left_out
        ],
    )
    return len(review.waiting(document=document))


def filed_fact(
    *,
    document: str,
    institution: str,
    title: str,
    type_: str,
    publisher: str | None,
    about: str | None,
    published: str | None,
    media_type: str,
    standing: str,
    on: datetime,
) -> DocumentFiled:
    """The fact that a file is kept, what it is and whom it is about."""
    begins = times.first_day(published) if published else on.date()
    kind = "summary" if standing == "summary" else "original"
    return DocumentFiled(
        institution=institution,
        stream=f"document/{slug(title)[:80]}-{document[:8]}",
        valid=Period(begins),
        doc=document,
        said=published,
        source=Source(kind=kind, doc=document, about=about),  # type: ignore[arg-type]  # one of two
        title=title,
        type=type_,
        publisher=publisher,
        about=about,
        published=published,
        media_type=media_type,
        standing=standing,
    )


_OF_NO_SESSION = frozenset({"document", confirm.ASSURANCE})


def _once(register: Register, fact: DocumentFiled) -> list[Fact]:
    held = any(filed.doc == fact.doc for filed in register.of(DocumentFiled))
    return [] if held else [replace(fact)]
