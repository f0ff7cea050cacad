"""What an action is said to answer, and does, is confirmed by a person: on its page."""

from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, place
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans import link_doubt
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked


def confirm_link(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    link: str,
    reason: str,
) -> Receipt:
    """`link` is a finding that the action is said to answer.

    Refusals: `NotPossible` where no such link is on record, or where it is confirmed already;
    `NotAllowed` for whoever may not.
    """
    institution = place.institution_of(checked(reference))
    access.require(by, "correct", about=institution)
    why, on = typed(reason, what="reason"), by.on or at.date()

    def decide(register: Register) -> list[Fact]:
        return link_doubt.confirm(register, stream=reference, finding=link, reason=why, on=on)

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
