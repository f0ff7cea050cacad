"""A person links two findings, and says why."""

from datetime import date, datetime
from typing import Final

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, quoting
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans.plans import NotPossible
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingLinked, FindingPublished
from answerable.vocabulary.identity import reference as checked

LINKS: Final = ("asked-before", "same-as", "superseded-by")


def link_finding(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    other: str,
    kind: str,
    reason: str,
    on: date,
    words: Quoted | None = None,
) -> Receipt:
    """A person links two findings, and says why: asked-before, same-as or superseded-by."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "link_finding", about=institution)
    reason = typed(reason, what="reason for the link")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        if kind not in LINKS:
            raise NotPossible(f"“{kind[:40]}” is no link. Use one of: {', '.join(LINKS)}.")
        for name in (reference, other):
            if not register.versions_of(FindingPublished, stream=checked(name)):
                raise NotPossible(f"The record holds no finding {name} of {institution}.")
        if reference == other:
            raise NotPossible("A finding is not linked to itself. Name the other one.")
        return [
            FindingLinked(
                **sourced.envelope(register, stream=reference, on=on),
                kind=kind,
                other=other,
                reason=reason,
            )
        ]

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
