"""What is said later of an action or a finding is marked as it is, and on the same ground.

Else the news of a restricted action, its steps and its parts would be public, and so would the
office that is given it, and why; and what is answered to a finding before it is published. A new
owner or date is marked as the one before it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.party import Party
from answerable.ledger.register import Register, Version
from answerable.operations.record import as_marked, grounds
from answerable.operations.recording import Decide, book
from answerable.store.engine.redaction import RANK
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    DueDateMoved,
    FindingPublished,
    Split,
)

BEGUN = (ActionPromised, FindingPublished)
"""With which of them an action or a finding begins."""
FIELDS: Mapping[type[Fact], str] = {ActionReassigned: "owner", DueDateMoved: "due"}
"""What replaces a value of an action -> which; all else is marked as its words are."""
ABOUT = re.compile(r"milestone/(?P<of>.+)/\d+|evidence/(?P<shown>.+)")
"""Streams of their own that are about an action: a milestone, and what shows that it is done."""


class Actions:
    """The book of an operation about actions or findings."""

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
        """Written as decided, what is about something that is not public marked as it is."""
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
    """`register`: one that nothing was taken out of. Nothing becomes more public than it is."""
    parts = {
        part: fact.stream for fact in facts if isinstance(fact, Split) for part in fact.into or ()
    }
    for fact in facts:
        action = parts.get(fact.stream) or _action(fact.stream)
        before = register.versions_of(*BEGUN, stream=action)
        field = FIELDS.get(type(fact), "text")
        yield _stricter(as_marked.as_marked(fact, before[0], field), fact) if before else fact


def _stricter(marked: Fact, before: Fact) -> Fact:
    """The fact with the less public of both markings on each of its values."""
    public = Classification.PUBLIC
    classes = {
        name: max(mark, before.classes.get(name, public), key=RANK.__getitem__)
        for name, mark in marked.classes.items()
    }
    return replace(marked, classes=classes)


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
    first = next((v for v in history.of_types(*BEGUN) if v.fact.stream == action), None)
    return grounds.of_entry(find(str(first.seq))) if first else None
