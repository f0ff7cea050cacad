"""What an action is said to answer, and does not, is taken back: of one action, on its page."""

from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, place
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans import unlinked
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked


def take_link_back(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    unlink: str,
    reason: str,
) -> Receipt:
    """`unlink` is a finding that the action answers, or the cell of its log that names none.

    Refusals: `NotPossible` where neither is on record of it; `NotAllowed` for whoever may not.
    """
    institution = place.institution_of(checked(reference))
    access.require(by, "correct", about=institution)
    why = typed(reason, what="reason")

    def decide(register: Register) -> list[Fact]:
        return unlinked.take_back(register, stream=reference, chosen=unlink, reason=why)

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
