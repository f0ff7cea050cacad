"""Book kept in the home folder: append and entries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from answerable.ledger import book as ledger
from answerable.ledger.entry import Entry
from answerable.ledger.party import Party
from answerable.ledger.register import Register
from answerable.store.engine import entries, start
from answerable.store.reads import registers
from answerable.store.writes import appender
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal

Decide = Callable[[Register], Sequence[Fact]]


class NoZone(Refusal):
    """A moment without its time zone could mean several."""

    code = "no_zone"


class StoreBook:
    """The two methods of `ledger.book.Book`, over the tables."""

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
        """Decide inside the lock on the register of `about` at the head; record once per key.

        `decide` may give any number of facts, which are recorded together or not at all. It
        may be called again when the same command is repeated, so it follows from its arguments
        alone. `seen` is the sequence number of the last entry that the person had read (-1
        before the first). With a `party` every entry is signed with its key, which must be
        enrolled for the body that acts. Raises a Refusal, a Conflict, or whatever `decide` raises.
        """
        if at.tzinfo is None:
            raise NoZone("A moment needs its time zone, such as 2026-01-05T09:00:00+00:00.")
        command = appender.Command(about, decide, by, at, key, seen, party)
        return appender.running().submit(command)

    def entries(
        self, *, about: str | None = None, begin: int = 0, end: int | None = None
    ) -> Iterable[Entry]:
        """Entries [begin, end) in sequence, of one institution or of all; sealed stay sealed."""
        start.ready()
        size = registers.head().size
        return entries.read(about=about, begin=begin, end=size if end is None else min(end, size))


def book() -> ledger.Book:
    """The book of the home folder in force."""
    return StoreBook()
