"""A candidate together with the document it was read from, and whom it is about."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.documents import confirm, own_minutes, publication_day
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled, FindingPublished


def numbers(register: Register) -> Callable[[str], int]:
    """The next free number of references that begin so, in a register."""

    def next_number(prefix: str) -> int:
        taken = {stream.removeprefix(prefix) for stream in register.streams(under=prefix)}
        return next(n for n in range(1, len(taken) + 2) if str(n) not in taken)

    return next_number


def with_document(waiting: review.Candidate, fields: Mapping[str, Any]) -> confirm.Candidate:
    """A candidate with a person's corrections, and what is known of its document."""
    quote = waiting.record["quote"]
    filed = _filed(waiting.document)
    return confirm.Candidate(
        kind=waiting.kind,
        fields=_under_its_cause(waiting, {**waiting.record["fields"], **fields}),
        quote=quote["exact"],
        start=quote["start"],
        end=quote["end"],
        page=quote["page"],
        document=waiting.document,
        about=filed.about if filed else None,
        standing=(filed.standing if filed else None) or "original",
        published=filed.published if filed else None,
        subject=filed.institution if filed else None,
        inspectorate=_inspectorate(filed),
        title=filed.title if filed else None,
        session=own_minutes.session_of(filed) if filed else None,
    )


def _under_its_cause(waiting: review.Candidate, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, with the reference of the cause of concern that a recommendation is of.

    The reader names the reading of that cause; once it is confirmed it has a reference.
    """
    parent = fields.get("parent")
    if not parent or "/" in str(parent):
        return fields
    read = (c for c in review.of(waiting.document) if c.record["id"] == parent and c.entry_id)
    cause = next(read, None)
    entries = [cause.entry_id] if cause and cause.entry_id else []
    named = [
        version.fact.stream
        for institution in registers.institutions()
        for version in registers.history(institution).of_entries(entries)
    ]
    return {**fields, "parent": named[0] if named else None}


def apart(fact: Fact, register: Register) -> Fact:
    """A finding under a reference of its own, where its document has another of its number.

    A report that numbers its recommendations under each cause has several with the number 1: the
    second is `recommendation/1-2`. The same words again stay one finding.
    """
    if not isinstance(fact, FindingPublished) or not fact.number:
        return fact
    held = register.of(FindingPublished, stream=fact.stream)
    if not any(one.doc == fact.doc and one.text != fact.text for one in held):
        return fact
    taken = register.streams(FindingPublished)
    names = (f"{fact.stream}-{n}" for n in count(2))
    return replace(fact, stream=next(name for name in names if name not in taken))


def about(waiting: review.Candidate) -> str | None:
    """Whose regime says how many persons read it."""
    fields = waiting.record["fields"]
    filed = _filed(waiting.document)
    about = fields.get("institution_id") or fields.get("addressee_id")
    return str(about) if about else (filed.institution if filed else None)


def of_session(waiting: review.Candidate) -> bool:
    """Are these the minutes of a session that the record knows by its day?"""
    filed = _filed(waiting.document)
    return filed is not None and own_minutes.session_of(filed) is not None


def inspectorate_of(document: str) -> str | None:
    """The inspectorate that published a document, as whoever handed it in said."""
    return _inspectorate(_filed(document))


def published_by(inspectorate: str | None, line: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record without the inspectorate that the reader guessed from the sort of service.

    Whoever handed the document in said who published it: that goes before a guess. Whom the words
    name stays.
    """
    fields, guessed = line.get("fields") or {}, line.get("inferred") or {}
    named = "issuer" not in guessed or "issuer" in (line.get("support") or {})
    if inspectorate is None or named or fields.get("issuer_id") == inspectorate:
        return line
    return {
        **line,
        "fields": {**fields, "issuer": None, "issuer_id": None},
        "inferred": {name: why for name, why in guessed.items() if name != "issuer"},
    }


def _inspectorate(filed: DocumentFiled | None) -> str | None:
    """Who published it, where that body inspects: a plan that quotes a finding owns none."""
    known = catalogue.bodies().get(filed.publisher) if filed and filed.publisher else None
    return known.id if known and known.kind == "inspectorate" else None


def _filed(document: str) -> DocumentFiled | None:
    found = publication_day.filed(document)
    return found.fact if found is not None and isinstance(found.fact, DocumentFiled) else None
