"""From where a new fact comes: the part of its envelope that every writer shares."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.ledger.register import Register
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period

_OURS = Source(kind="record")


@dataclass(frozen=True)
class Sourced:
    """Source, quote and file of what is recorded; by default it is our own record."""

    source: Source = _OURS
    quote: str | None = None
    doc: str | None = None
    said: str | None = None

    def envelope(self, register: Register, *, stream: str, on: date) -> dict[str, Any]:
        """The envelope of a fact about the register's institution, true from a day on."""
        return {
            "institution": register.institution,
            "stream": stream,
            "valid": Period(on),
            "doc": self.doc,
            "said": self.said or on.isoformat(),
            "source": self.source,
            "quote": self.quote,
        }


OUR_RECORD = Sourced()
