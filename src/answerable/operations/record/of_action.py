"""What is said later of an action is marked as the action is, and on the same ground.

Else the news of a restricted action, its steps and its parts would be public, and so would the
office that is given it, and why. A new owner or date is marked as the one before it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.party import Party
from answerable.ledger.register import Register, Version
from answerable.operations.record import as_marked, grounds
from answerable.operations.recording import Decide, book
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, ActionReassigned, DueDateMoved, Split

FIELDS: Mapping[type[Fact], str] = {ActionReassigned: "owner", DueDateMoved: "due"}
"""What replaces a value of an action -> which; all else is marked as its words are."""
ABOUT = re.compile(r"milestone/(?P<of>.+)/\d+|evidence/(?P<shown>.+)")
"""Streams of their own that are about an action: a milestone, and what shows that it is done."""


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
        party: Party | None = None,
    ) -> Receipt:
        """Written as decided, what is about an action that is not public marked as it is."""
        open_to_all = False

        def marked(register: Register) -> Sequence[Fact]:
            nonlocal open_to_all
            decided = tuple(decide(register))
            facts = tuple(_marked(decided, register))
            open_to_all = facts == decided
            return facts

        receipt = book().append(
            about=about, decide=marked, by=by, at=at, key=key, seen=seen, party=party
        )
        if not open_to_all:
            self._state_grounds(receipt, about=about, by=by, at=at, key=key)
        return receipt

    def _state_grounds(
        self, receipt: Receipt, *, about: str, by: Actor, at: datetime, key: str
    ) -> None:
        on = at.astimezone(registers.ZONE).date()
        named = f"{key}/of-action"
        grounds.state_grounds(receipt, _ground, about=about, by=by, at=at, key=named, on=on)


def _marked(facts: Sequence[Fact], register: Register) -> Iterator[Fact]:
    """`register`: one that nothing was taken out of. What is marked already stays as it is."""
    parts = {
        part: fact.stream for fact in facts if isinstance(fact, Split) for part in fact.into or ()
    }
    for fact in facts:
        action = parts.get(fact.stream) or _action(fact.stream)
        before = () if fact.classes else register.versions_of(ActionPromised, stream=action)
        field = FIELDS.get(type(fact), "text")
        yield as_marked.as_marked(fact, before[0], field) if before else fact


def _action(stream: str) -> str:
    about = ABOUT.fullmatch(stream)
    return (about["of"] or about["shown"]) if about else stream


def _ground(version: Version) -> grounds.Held | None:
    """The ground of its action; of a part, that of the action which it is a part of."""
    history = registers.history(version.fact.institution)
    whole = {
        part: v.fact.stream for v in history.of_types(Split) for part in v.fact.get("into") or ()
    }
    action = whole.get(version.fact.stream) or _action(version.fact.stream)
    promised = history.of_types(ActionPromised)
    first = next((v for v in promised if v.fact.stream == action), None)
    return grounds.of_entry(find(str(first.seq))) if first else None
