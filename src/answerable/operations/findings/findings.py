"""Findings of other sources: filed one by one, or from an export as a difference to confirm."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.documents import reading, sandbox
from answerable.operations.findings import owners
from answerable.operations.quoting import Quoted, typed
from answerable.operations.recording import book
from answerable.reading.actions.logs import export_columns, log_rows, log_tables
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.scrutiny.accountability import finding_sources as room
from answerable.scrutiny.accountability.finding_sources import ExportRow, NotAFinding, RowChange
from answerable.scrutiny.sourced import Sourced
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled, FindingPublished
from answerable.vocabulary.finding_kinds import (
    ACCELERATED,
    AFI,
    CAUSE,
    PRACTICE,
    RECOMMENDATION,
    asks,
    family,
)
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say

KINDS = (RECOMMENDATION, AFI, CAUSE, ACCELERATED, PRACTICE)
TYPE = "finding-export"


@dataclass(frozen=True)
class Export:
    """An export that was looked at: its bytes by SHA-256, its text, its rows."""

    document: str
    data: bytes
    text: CanonicalText
    rows: tuple[ExportRow, ...]


def file_finding(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    origin: str,
    text: str,
    owner: str,
    on: date,
    kind: str = "recommendation",
    number: str = "",
    due: str = "",
    theme: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """File a finding of an audit, a coroner, the panel, the office itself, ... with its source."""
    access.require(by, "file_finding", about=institution)
    source = room.known_source(origin, catalogue.regime_of(institution, on=on).finding_sources)
    text = typed(text, what="words of the finding")
    owner = owners.maker(typed(owner, what="who made it"), source=source)
    if kind not in KINDS:
        raise NotAFinding(f"Say what it is: {', '.join(KINDS)}.")
    if due and not asks(kind):
        raise NotAFinding(
            say(
                "Practice asks for nothing, so it has no day by which it is due. "
                "Leave that day empty."
            )
        )
    sourced = quoting.sourced(words, about=institution)
    under = f"{source.key}/{institution}/{on.isoformat()}/{family(kind)}/"

    def decide(register: Register) -> list[Fact]:
        name = slug(number) if number else str(len(register.streams(under=under)) + 1)
        if register.versions_of(FindingPublished, stream=f"{under}{name}"):
            raise NotAFinding(f"A finding {under}{name} is on the record already.")
        return [
            FindingPublished(
                **sourced.envelope(register, stream=f"{under}{name}", on=on),
                kind=kind,
                number=number.strip() or name,
                owner=owner,
                addressee=institution,
                theme=theme or None,
                text=text,
                due=due or None,
                due_basis="date" if due else None,
                origin=source.key,
            )
        ]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def export(data: bytes, *, name: str, dated: date) -> Export:
    """An export read under the guessed meaning of its columns; nothing is kept."""
    text = sandbox.canonical(data=data, name=name)
    table = log_tables.table_of(text)
    if table is None:
        raise NotAFinding("The file holds no table with a head of column names.")
    columns = export_columns.guess(table.header)
    if "action" not in columns.values():
        raise NotAFinding(
            "No column is called recommendation, text or action. Rename one of them."
        )
    document = hashlib.sha256(data).hexdigest()
    used: dict[str, int] = {}
    rows = []
    for row in log_rows.rows(text, table, columns):
        words = row.cells["action"].words
        number = row.words("ref") or row.words("rec")
        ref = slug(number or words)[:60].strip("-")
        used[ref] = used.get(ref, 0) + 1
        due, _ = log_rows.due(row.words("due"), dated=dated)
        rows.append(
            ExportRow(
                ref=ref if used[ref] == 1 else f"{ref}-{used[ref]}",
                number=number,
                text=words,
                state=row.words("status") or row.words("rating") or None,
                due=due,
                sourced=Sourced(
                    source=Source(kind="original", doc=document, start=row.start, end=row.end),
                    quote=text.text[row.start : row.end],
                    doc=document,
                    said=dated.isoformat(),
                ),
            )
        )
    return Export(document, data, text, tuple(rows))


def difference(
    *, by: Actor, on: date, institution: str, source: str, found: Export
) -> tuple[RowChange, ...]:
    """What the export would change; nothing is recorded."""
    access.require(by, "import_findings", about=institution)
    register = registers.register(institution, valid=on, actor=by)
    known = room.known_source(source, catalogue.regime_of(institution, on=on).finding_sources)
    return room.difference(register, found.rows, source=known.key, owner=known.owner)


def import_findings(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    source: str,
    found: Export,
    on: date,
) -> Receipt:
    """Record the difference of an export that a person confirmed: all of it, or nothing."""
    access.require(by, "import_findings", about=institution)
    known = room.known_source(source, catalogue.regime_of(institution, on=on).finding_sources)
    documents.keep(found.data)
    documents.keep_text(found.text)
    filed = reading.filed_fact(
        document=found.document,
        institution=institution,
        title=f"Export of findings: {known.words}, {on.isoformat()}",
        type_=TYPE,
        publisher=None,
        about=None,
        published=on.isoformat(),
        media_type=found.text.media_type,
        standing="original",
        on=at,
    )

    def decide(register: Register) -> list[Fact]:
        changes = room.difference(register, found.rows, source=known.key, owner=known.owner)
        made = room.facts(register, changes, source=known.key, owner=known.owner, on=on)
        if not made:
            raise NotAFinding("The export says nothing that is not on the record already.")
        here = any(f.doc == found.document for f in register.of(DocumentFiled))
        return [*(() if here else (filed,)), *made]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
