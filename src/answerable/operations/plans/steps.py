"""A step up the ladder that somebody says on a page, with what it rests on, in one append."""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans import plans, step_source
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.ladder import Rung


def say_step(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    rung: Rung,
    source: str,
    on: date,
) -> Receipt:
    """One step up, as the actor's body says. `source`: a letter in words, or a session's name."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "reach_rung", about=institution)
    source = typed(source, what="letter, mail, paper or session that it rests on")

    def decide(register: Register) -> list[Fact]:
        step = plans.reach_rung(register, stream=reference, rung=rung, on=on, by_body=by.body)
        rests = step_source.stated(register, stream=reference, rung=rung, source=source, on=on)
        return [*step, rests]

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
