"""A new owner or date of an action is marked as the one before it, and on the same ground.

Else the office that is given a restricted action, and the reason, would be public.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations.record import as_marked, grounds
from answerable.operations.recording import Decide, book
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, ActionReassigned, DueDateMoved

FIELDS: tuple[tuple[type[Fact], str], ...] = ((ActionReassigned, "owner"), (DueDateMoved, "due"))
"""What is said later of an action, and which of its values is the one before."""


class Actions:
    """The book of an operation about actions."""

    def append(
        self,
        *,
        about: str,
        decide: Decide,
        by: Actor,
        at: datetime,
        key: str,
        seen: int | None = None,
    ) -> Receipt:
        """Written as decided, a new owner and a new date marked as what they replace."""

        def marked(register: Register) -> Sequence[Fact]:
            return tuple(_marked(decide(register), register))

        receipt = book().append(about=about, decide=marked, by=by, at=at, key=key, seen=seen)
        on = at.astimezone(registers.ZONE).date()
        grounds.state_grounds(receipt, _ground, about=about, by=by, at=at, key=key, on=on)
        return receipt


def _marked(facts: Sequence[Fact], register: Register) -> Iterator[Fact]:
    for fact in facts:
        field = next((name for kind, name in FIELDS if isinstance(fact, kind)), "")
        before = register.versions_of(ActionPromised, stream=fact.stream) if field else ()
        yield as_marked.as_marked(fact, before[0], field) if before else fact


def _ground(version: Version) -> grounds.Held | None:
    promised = registers.history(version.fact.institution).of_types(ActionPromised)
    first = next((v for v in promised if v.fact.stream == version.fact.stream), None)
    return grounds.of_entry(find(str(first.seq))) if first else None
