"""What a correction or a withdrawal says is marked as what it is about, and on the same ground.

Else its reason would tell everybody of an entry that they may not see.
"""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from answerable.ledger.book import Receipt
from answerable.ledger.register import Version
from answerable.operations.record import grounds
from answerable.store.engine.redaction import RANK
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact

_F = TypeVar("_F", bound=Fact)


def as_marked(fact: _F, version: Version, field: str | None = None) -> _F:
    """The fact, marked as a field of a version is, or as all of it that is not empty.

    `version` is of a register that nothing was taken out of: its marks are how it is marked.
    """
    values = version.fact.values()
    about = [field] if field else [n for n, value in values.items() if value not in (None, "", ())]
    found = (version.withheld.get(name) for name in about)
    marks = [Classification(m.classification) if m else Classification.PUBLIC for m in found]
    lowest = min(marks, key=RANK.__getitem__, default=Classification.PUBLIC)
    if lowest is Classification.PUBLIC:
        return fact
    return replace(fact, classes=dict.fromkeys(fact.values(), lowest))


def state_grounds(receipt: Receipt, *, about: str, by: Actor, at: datetime, key: str) -> None:
    """Put on the record on which ground the corrections just written are restricted, if any."""
    on = at.astimezone(registers.ZONE).date()
    grounds.state_grounds(receipt, ground_of, about=about, by=by, at=at, key=key, on=on)


def ground_of(version: Version) -> grounds.Held | None:
    """The ground of what a correction or a withdrawal is about."""
    return grounds.of_entry(find(version.fact.ref)) if version.fact.ref else None
