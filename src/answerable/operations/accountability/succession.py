"""Oversight passes from one body to the next on a date, on a law, with a reason."""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.quoting import Quoted, typed
from answerable.operations.recording import book
from answerable.scrutiny.accountability import succession as room
from answerable.scrutiny.accountability.succession import Held, NotPassed
from answerable.store.reads import oversight
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact


def pass_oversight(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    to: str,
    law: str,
    reason: str,
    on: date,
    words: Quoted | None = None,
) -> Receipt:
    """From a day on, another body holds the institution to account. What is open goes with it."""
    access.require(by, "pass_oversight", about=institution)
    law, reason = typed(law, what="law or order"), typed(reason, what="reason")
    body = catalogue.bodies().get(to)
    if body is None or body.kind != "oversight":
        raise NotPassed(f"No oversight body is called “{to[:60]}”. See the list of bodies.")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return room.pass_on(
            register,
            base=oversight.relations(),
            to=to,
            on=on,
            law=law,
            reason=reason,
            sourced=sourced,
        )

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def line(institution: str) -> tuple[Held, ...]:
    """Every body that has held or will hold an institution to account, in order."""
    return room.line(oversight.relations(), institution)
