"""A matter moves up a ladder of its regime, or stays with a reason."""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import of_action
from answerable.scrutiny.accountability import escalation as room
from answerable.scrutiny.accountability.escalation import NotUp
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.escalation import EscalationLadder
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked


def escalate(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    ladder: str,
    step: str,
    reason: str,
    on: date,
    to: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """Record that a matter moved up, to which office and why."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "escalate", about=institution)
    reason = typed(reason, what="reason")
    chosen = ladder_of(institution, ladder, on=on)
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return room.move_up(
            register,
            stream=reference,
            ladder=chosen,
            step=step,
            to=to,
            reason=reason,
            on=on,
            sourced=sourced,
        )

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def decline_escalation(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    ladder: str,
    step: str,
    reason: str,
    on: date,
    words: Quoted | None = None,
) -> Receipt:
    """Record that a matter stays where it is, and why."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "escalate", about=institution)
    reason = typed(reason, what="reason why it stays")
    chosen = ladder_of(institution, ladder, on=on)
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return room.decline(
            register,
            stream=reference,
            ladder=chosen,
            step=step,
            reason=reason,
            on=on,
            sourced=sourced,
        )

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def ladder_of(institution: str, name: str, *, on: date) -> EscalationLadder:
    """A ladder of the institution's regime, or a refusal that names those there are."""
    known = catalogue.regime_of(institution, on=on).ladders
    found = next((ladder for ladder in known if ladder.id == name), None)
    if found is None:
        raise NotUp(
            f"No ladder is called “{name[:40]}” here. Ladders: "
            f"{', '.join(ladder.id for ladder in known) or 'none'}."
        )
    return found
