"""Recommendations whose cause of concern was confirmed after them: it is put right.

A cause of concern has two readers where the regime asks for them, so its recommendations are
often confirmed first. Else nobody would find them under it, neither a page nor a log that says
`CoC1 R2`.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from answerable.ledger.register import Version
from answerable.operations.documents import repeats
from answerable.operations.record import as_marked
from answerable.operations.recording import book
from answerable.store.papers import review
from answerable.store.papers.review import Candidate
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import Corrected, FindingPublished
from answerable.vocabulary.language import say

KIND = "cause_of_concern"
_CONFIRMED = (*repeats.CONFIRMED, "again")


def put_right(document: str, *, by: Actor, at: datetime, key: str) -> None:
    """Name the cause of each recommendation of a document that stands without, where it is known.

    What a person said of it stays: only what the reader read under a cause and nobody put right.
    """
    read = [one for one in review.of(document) if one.entry_id and one.state in _CONFIRMED]
    standing = _standing({one.entry_id: one for one in read})
    causes = {
        str(one.record["id"]): standing[one.entry_id].fact.stream
        for one in read
        if one.kind == KIND and one.entry_id in standing
    }
    late = {
        one.entry_id: cause
        for one in read
        if one.entry_id in standing
        and (cause := causes.get(str(one.record["fields"].get("parent"))))
        and not any("parent" in reading.fields for reading in one.readings)
    }
    lacking = [standing[entry] for entry in late if standing[entry].fact.get("parent") is None]
    if not lacking:
        return
    about = lacking[0].fact.institution
    made = [_corrected(v, late[v.entry_id]) for v in lacking if v.fact.institution == about]
    receipt = book().append(
        about=about, decide=lambda _: made, by=by, at=at, key=f"{key}/causes", seen=None
    )
    as_marked.state_grounds(receipt, about=about, by=by, at=at, key=f"{key}/causes")


def _standing(read: Mapping[str | None, Candidate]) -> dict[str | None, Version]:
    """Entry id -> the finding that stands under it."""
    return {version.entry_id: version for version in _findings([e for e in read if e])}


def _findings(entries: list[str]) -> Iterator[Version]:
    for institution in registers.institutions():
        for version in registers.history(institution).of_entries(entries):
            if isinstance(version.fact, FindingPublished) and version.recorded_to is None:
                yield version


def _corrected(version: Version, cause: str) -> Corrected:
    made = Corrected(
        institution=version.fact.institution,
        stream=version.fact.stream,
        valid=version.fact.valid,
        ref=version.entry_id,
        field="parent",
        value=cause,
        reason=say("The cause of concern under which it stands was confirmed after it."),
        said=version.fact.said,
    )
    return as_marked.as_marked(made, version, "parent")
