"""Book: the two methods that a store offers, append and entries."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from answerable.ledger.entry import Entry
from answerable.ledger.party import Party
from answerable.ledger.register import Register
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a changing operation answers: the entries it made, at which size and root."""

    first: int
    count: int
    size: int
    root: str
    streams: tuple[str, ...]

    @property
    def last(self) -> int:
        """Sequence number of the last entry made."""
        return self.first + self.count - 1


class Book(Protocol):
    """One append-only log. `decide` runs inside the lock, at the head: nothing changes between."""

    def append(
        self,
        *,
        about: str,
        decide: Callable[[Register], Sequence[Fact]],
        by: Actor,
        at: datetime,
        key: str,
        seen: int | None = None,
        party: Party | None = None,
    ) -> Receipt:
        """Decide on the register of `about` as it stands, and record the facts, once per key.

        With a `party` each entry carries its signature, over the history up to `seen`.
        """

    def entries(
        self, *, about: str | None = None, begin: int = 0, end: int | None = None
    ) -> Iterable[Entry]:
        """Entries [begin, end) in sequence, of one institution or of all."""
