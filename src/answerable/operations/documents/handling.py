"""What a document marked OFFICIAL-SENSITIVE is on the record: restricted, till it is lowered.

The document and every fact that a person confirms from it are restricted from their first moment,
on a ground and with a day of review. Their references say nothing of a title or a subject, for a
reference is public. A document above that mark is refused before it is read
(`reading/layout/protective_marks.py`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from answerable.ledger.book import Receipt
from answerable.operations.record import grounds
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.protective_marks import SENSITIVE, mark_of
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled

_F = TypeVar("_F", bound=Fact)
GROUND = f"The document is marked {SENSITIVE}"
REVIEW_DAYS = 182
WARNING = (
    f"The file is marked {SENSITIVE}: it, and what is confirmed from it, is restricted until "
    "somebody lowers the marking of an entry (“Markings”)."
)


def is_sensitive(text: CanonicalText) -> bool:
    """Does the document bear the mark?"""
    return mark_of(text) == SENSITIVE


def is_kept_sensitive(document: str) -> bool:
    """Does a document bear the mark that is kept here? One that was never read bears none."""
    try:
        return is_sensitive(documents.text(document))
    except documents.NoSuchDocument:
        return False


def is_internal(document: str) -> bool:
    """Is a document on the record, and can no reader see what is said of it?"""
    held = {
        name
        for name in registers.institutions()
        for version in registers.history(name).of_types(DocumentFiled)
        if version.fact.doc == document
    }
    return bool(held) and not any(
        version.fact.doc == document and not version.withheld
        for name in held
        for version in registers.register(name, valid=date.max).versions_of(DocumentFiled)
    )


def held_back(fact: _F, *, stream: str, marking: Classification = Classification.RESTRICTED) -> _F:
    """The fact with all its values under a marking, under a reference that says nothing."""
    return replace(fact, stream=stream, classes=dict.fromkeys(fact.values(), marking))


def internal(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of a document that is for the offices concerned: they are too, till it is lowered."""
    return [held_back(fact, stream=fact.stream, marking=Classification.INTERNAL) for fact in facts]


def all_held_back(facts: Sequence[Fact], *, named: str, reading: str) -> list[Fact]:
    """Facts of one reading; `named` is the reference that the person chose, if any."""
    stream = named or f"sensitive/{reading}"
    return [
        held_back(fact, stream=stream if nth == 0 else f"{stream}/{nth + 1}")
        for nth, fact in enumerate(facts)
    ]


def rows_held_back(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of a log that bears the mark, all their values restricted.

    A row keeps its reference, which is its number: the log of next month goes on from it.
    """
    return [held_back(fact, stream=fact.stream) for fact in facts]


def state_mark(receipt: Receipt, *, about: str, by: Actor, at: datetime, key: str) -> None:
    """Put on the record why what was just written is restricted: the mark of its document."""
    if receipt.count:
        held, on = why(at.date()), at.date()
        grounds.state_grounds(receipt, lambda _: held, about=about, by=by, at=at, key=key, on=on)


def why(on: date) -> grounds.Held:
    """The ground, and the day on which it is looked at again."""
    return grounds.after(GROUND, REVIEW_DAYS, on=on)
