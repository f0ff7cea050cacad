"""The one way onto the record for every operation: nothing held becomes public by being written.

Each operation takes its book here. What it decided is read, inside the append, as readers without
an account will read it; words that may not be published are refused before anything is written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.ledger import book as ledger
from answerable.ledger.entry import Entry
from answerable.ledger.party import Party
from answerable.ledger.register import Register
from answerable.operations import conflict_words, sensitivity
from answerable.publishing.sensitivity.model import Passage
from answerable.store import book as store_book
from answerable.store.book import Decide
from answerable.store.reads import references, registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Corrected, Reclassified
from answerable.vocabulary.refusal import Conflict

__all__ = ["Decide", "book"]

DATES = ("due", "papers_due", "reply_due")
"""Fields that hold a date in ISO, with the precision that its source has."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """The book of the home in force, behind the check before publication."""

    of: ledger.Book

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
    ) -> ledger.Receipt:
        """As the book of the store, once what is public of the facts is clear."""

        def checked(register: Register) -> Sequence[Fact]:
            facts = list(decide(register))
            _require_dates(facts)
            _require_clear(facts, register)
            return facts

        try:
            return self.of.append(
                about=about, decide=checked, by=by, at=at, key=key, seen=seen, party=party
            )
        except Conflict as found:
            found.args = (conflict_words.sentence(found),)
            raise

    def entries(
        self, *, about: str | None = None, begin: int = 0, end: int | None = None
    ) -> Iterable[Entry]:
        """As the book of the store."""
        return self.of.entries(about=about, begin=begin, end=end)


def book() -> ledger.Book:
    """The book of the home folder in force, for operations."""
    return _Checked(store_book.book())


def _require_dates(facts: Sequence[Fact]) -> None:
    """Refuse a date that no page could show: one wrong box must not shut a whole register."""
    for fact in facts:
        named = {name: fact.get(name) for name in DATES if name in fact.field_names()}
        if isinstance(fact, Corrected) and fact.field in DATES:
            named[fact.field] = fact.value
        for value in named.values():
            if isinstance(value, str) and value:
                times.first_day(value)


def _require_clear(facts: Sequence[Fact], register: Register) -> None:
    for institution in dict.fromkeys(fact.institution for fact in facts):
        mine = register if institution == register.institution else _nothing(institution, register)
        passages = [
            passage
            for fact in facts
            if fact.institution == institution
            for passage in _made_public(fact, mine)
        ]
        sensitivity.require_clear_beside(passages, register=mine)


def _nothing(institution: str, register: Register) -> Register:
    """Of another institution than the one decided about, no release is taken into account."""
    return Register(institution=institution, valid=register.valid, known=-1, versions=())


def _made_public(fact: Fact, register: Register) -> Iterator[Passage]:
    """The words that become public by a fact: its own, or those of an entry that it opens."""
    match fact:
        case Corrected() if _shut(fact, register):
            yield from sensitivity.of_text(fact.reason or "", where=fact.stream)
        case Reclassified() if fact.class_ == Classification.PUBLIC:
            yield from sensitivity.of_fact(fact)
            opened = references.latest(registers.history(fact.institution), fact.ref or "")
            for name in fact.fields or ():
                value = opened.fact.get(name) if opened else None
                yield from sensitivity.of_text(value, where=fact.stream)
        case _:
            yield from sensitivity.of_fact(fact)


def _shut(fact: Corrected, register: Register) -> bool:
    """Is the field that is put right withheld? Then so is what the correction says."""
    return any(
        fact.field in version.withheld
        for version in register.versions_of(stream=fact.stream)
        if version.entry_id == fact.ref
    )
