"""Read a passage as another kind than the machine did, or as one where it read nothing.

The new reading waits in the place of the old one, with the same exact words; a person fills what
the old one could not know. Nothing enters the record.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from answerable.operations import access
from answerable.operations.documents import candidates, confirm, recut
from answerable.operations.documents.deciding import WITH_FACTS
from answerable.reading.records import FIELDS
from answerable.store.papers import review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

_NOT_SHARED = frozenset({"standing", "state", "state_words"})
"""Names that mean one thing of a grade or a sum and another of a meeting or of monitoring."""
_SAME: Mapping[str, tuple[tuple[str, str], ...]] = {
    "action": (("owner", "by"), ("owner_person", "by_person")),
    "area_for_improvement": (("institution", "addressee"), ("institution_id", "addressee_id")),
    "cause_of_concern": (("institution", "addressee"), ("institution_id", "addressee_id")),
    "commitment": (("by", "owner"), ("by_person", "owner_person")),
    "practice": (("institution", "addressee"), ("institution_id", "addressee_id")),
    "recommendation": (("addressee", "institution"), ("addressee_id", "institution_id")),
}
"""Kind -> its field, and the name that another kind has for the same."""
_NEW = 0.50
"""The confidence of a rule that nobody has decided about yet."""


class CannotReadAs(Refusal):
    """A reading that cannot be taken as a reading of that kind."""

    code = "cannot_read_as"


def kinds(candidate: Candidate) -> tuple[str, ...]:
    """The other kinds that it can be read as: those whose acceptance writes to the record.

    None where nothing of the kind is read from a document. A judgement of assurance is one of a
    session, so only its minutes state it.
    """
    if candidate.kind not in FIELDS:
        return ()
    in_session = candidates.of_session(candidate)
    return tuple(
        kind
        for kind in FIELDS
        if kind in WITH_FACTS
        and kind != candidate.kind
        and (kind != confirm.ASSURANCE or in_session)
    )


def read_as(*, by: Actor, at: datetime, candidate: str, kind: str) -> str:
    """Let a reading wait as one of another kind, with the same exact words; its id.

    The fields that both kinds have are kept; the others are empty.
    """
    access.require(by, "correct")
    found = recut.still_waiting(candidate)
    wanted = kind.strip().lower().replace(" ", "_").replace("-", "_")
    if wanted == found.kind:
        raise CannotReadAs(
            f"It is read as {_words(wanted)} already. Choose another kind, or accept it."
        )
    if wanted not in (known := kinds(found)):
        raise CannotReadAs(_refused(kind.strip(), known))
    quote = found.record["quote"]
    if any(
        one.record["quote"]["start"] == quote["start"]
        and one.record["quote"]["end"] == quote["end"]
        for one in review.waiting(document=found.document, kind=wanted)
    ):
        raise CannotReadAs(
            f"The same words wait as {_words(wanted)} already. Decide that reading, and reject "
            "this one."
        )
    fresh = _record(found, wanted)
    review.replace_with(
        [found.id],
        state="recast",
        by=recut.office(by),
        at=at,
        reason=f"Read as {_words(wanted)}.",
        records=[fresh],
    )
    return str(fresh["id"])


def _record(found: Candidate, kind: str) -> dict[str, Any]:
    """The line of the contract that the reader would have written, had it read that kind."""
    fields = _fields(found.record["fields"], kind)
    quote = found.record["quote"]
    record = {
        **found.record,
        "id": review.id_by_hand(found.document, kind, quote["start"], quote["end"]),
        "kind": kind,
        "rule": review.BY_HAND,
        "confidence": _NEW,
        "fields": fields,
    }
    for more in ("support", "inferred"):
        kept = {n: v for n, v in (record.pop(more, None) or {}).items() if fields.get(n)}
        record |= {more: kept} if kept else {}
    return record


def _fields(read: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Every field of a kind: what the other one says under that name, or under its own for it."""
    fields = {n: None if n in _NOT_SHARED else read.get(n) for n in FIELDS[kind]}
    for own, other in _SAME.get(kind, ()):
        fields[own] = fields[own] or read.get(other)
    return fields


def _refused(kind: str, known: tuple[str, ...]) -> str:
    if not known:
        return "It can be read as no other kind. Accept or reject it."
    which = f"Choose one of: {', '.join(map(_words, known))}."
    return f"It cannot be read as “{kind[:40]}”. {which}" if kind else f"Say what it is. {which}"


def _words(kind: str) -> str:
    return kind.replace("_", " ")
