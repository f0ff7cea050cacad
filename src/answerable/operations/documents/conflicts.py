"""Say which of two sources' values stands for now, and why. Both stay on the record and shown."""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, place
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.conflicts import Conflict, conflicts
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ConflictResolved
from answerable.vocabulary.refusal import Refusal

__all__ = ["Conflict", "NoSuchConflict", "of", "resolve_conflict"]


class NoSuchConflict(Refusal):
    """A value on which our sources do not differ, or that none of them states."""

    code = "no_such_conflict"


def resolve_conflict(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    field: str,
    value: str,
    reason: str,
    on: date,
    entry: str = "",
) -> Receipt:
    """Record which value stands for now. A source that is added later opens it again.

    `entry` is the id of an entry that takes part, where one thing has several such differences.
    """
    institution = place.institution_of(reference)
    access.require(by, "resolve_conflict", about=institution)
    reason = typed(reason, what="reason")

    def decide(register: Register) -> list[Fact]:
        found = _find(register, reference, field, entry)
        stands = next((s for s in found.stated if s.value == value), None)
        if stands is None:
            values = ", ".join(s.value for s in found.stated)
            raise NoSuchConflict(f"No source states “{value[:60]}”. They state: {values}.")
        ref = stands.versions[0].entry_id
        return [
            ConflictResolved(
                **OUR_RECORD.envelope(register, stream=reference, on=on),
                ref=ref,
                field=field,
                value=value,
                over=tuple(sorted(found.entries - {ref})),
                reason=reason,
            )
        ]

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def of(institution: str, *, on: date) -> tuple[Conflict, ...]:
    """Where our sources differ about a body, as readers see it on a day."""
    return conflicts(registers.register(institution, valid=on))


def _find(register: Register, reference: str, field: str, entry: str) -> Conflict:
    here = [c for c in conflicts(register) if c.stream == reference and c.field == field]
    here = [c for c in here if not entry or entry in c.entries]
    if not here:
        raise NoSuchConflict(
            f"Our sources do not differ about the {field.replace('_', ' ')[:40]} of {reference}. "
            "`answerable conflicts` lists where they do."
        )
    return here[0]
