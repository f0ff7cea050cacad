"""Rows of a log whose words may not be public as they stand, and how they are kept back."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import releasing, sensitivity
from answerable.operations.documents import handling
from answerable.operations.record import grounds
from answerable.publishing.sensitivity.model import Held
from answerable.vocabulary.fact_base import Fact

REVIEW_DAYS = 182


def every(facts: Sequence[Fact], *, register: Register) -> tuple[Held, ...]:
    """What is held in these facts, alone or together with others; `where` is the stream."""
    passages = [
        replace(passage, where=fact.stream)
        for fact in facts
        for passage in sensitivity.of_fact(fact)
    ]
    return sensitivity.held_beside(passages, register=register)


def streams(facts: Sequence[Fact], *, register: Register) -> dict[str, Held]:
    """Stream -> what is held first in its facts."""
    found: dict[str, Held] = {}
    for one in every(facts, register=register):
        found.setdefault(one.where, one)
    return found


def released(facts: Sequence[Fact], *, register: Register, reason: str, on: date) -> list[Fact]:
    """The facts that what is held may be published as it stands, each words once, and why."""
    found = {one.digest: one for one in every(facts, register=register)}
    return [releasing.decided(register, one, reason=reason, on=on) for one in found.values()]


def kept_back(facts: Sequence[Fact], held: Collection[str]) -> list[Fact]:
    """The facts, those of a held row with all their values restricted under their reference."""
    return [
        handling.held_back(fact, stream=fact.stream) if fact.stream in held else fact
        for fact in facts
    ]


def why(ground: str, *, on: date) -> grounds.Held:
    """The ground on which a row is restricted, and the day on which it is looked at again."""
    return grounds.after(ground, REVIEW_DAYS, on=on)
