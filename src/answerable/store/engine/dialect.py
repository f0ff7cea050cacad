"""What the store asks of a database, and the few things in which two databases differ.

All other SQL of the store is understood by SQLite and PostgreSQL alike: `?` for a value,
`ON CONFLICT` and `RETURNING`, `count(*) FILTER (WHERE ...)`, names in double quotes. Dates and
moments are text on both; so are lists and JSON.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol

Row = tuple[Any, ...]
Kind = Literal["full", "closed", "held", "damaged", "away"]
"""Why a database did not do what it was asked, where the cause lies outside the program."""


class Cursor(Protocol):
    """The rows that a statement answers; none for a statement without an answer."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """Row by row."""


class Connection(Protocol):
    """One connection; statements commit on their own unless a transaction was begun."""

    @property
    def in_transaction(self) -> bool:
        """A transaction was begun and not ended."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Cursor:
        """Run a statement with a value for each `?`."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> Any:
        """Run a statement for each row of values."""

    def close(self) -> None:
        """End it; what was begun is undone."""


class Engine(Protocol):
    """One database by its address."""

    @property
    def head(self) -> str:
        """Query of size, root and frontier for whoever appends: no other appends meanwhile."""

    @property
    def begin(self) -> str:
        """Begins a transaction that writes."""

    @property
    def snapshot(self) -> str:
        """Begins a transaction that reads one state, whatever others write meanwhile."""

    @property
    def joined(self) -> str:
        """The join that reads its left side in order."""

    def leaf(self, column: str, *names: str) -> str:
        """Expression of a text inside a leaf or a value: its path of names."""

    def exists(self) -> bool:
        """There is something at the address; not said of a server."""

    def connect(self) -> Connection:
        """A connection that waits for the disk at every commit."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection of its own that reads one state, row by row, and changes nothing."""

    def turn(self) -> AbstractContextManager[None]:
        """One process at a time appends."""

    def alone(self) -> AbstractContextManager[None]:
        """One process at a time makes tables or brings them up to date."""

    def version(self) -> int:
        """Version of the tables; 0 without any."""

    def finish(self, version: int) -> None:
        """After tables were made: what Django does not do, and the version."""

    def unsafe(self, connection: Connection) -> list[str]:
        """What makes this database unsafe to write to, as sentences."""

    def scrub(self, connection: Connection) -> None:
        """After an erasure: take what was removed out of the files, as far as can be."""

    def damage(self, connection: Connection) -> Iterator[str]:
        """What the database itself finds wrong with its files."""

    def tables(self, connection: Connection) -> dict[str, dict[str, str]]:
        """Table -> column -> the database's own word for its kind."""

    def numbered(self, connection: Connection) -> None:
        """After rows were copied: new ones get the numbers that follow."""

    @property
    def found(self) -> str:
        """FROM and WHERE of the rows of `searchable`, called `s`, that fit a pattern (`?`)."""

    @property
    def newest(self) -> str:
        """Orders them by time without sorting, the latest first."""

    def pattern(self, wanted: Sequence[Sequence[str]]) -> str:
        """A pattern of plain words: one of each group must stand in a row.

        A word that ends with `*` stands for all that begin so. Two words with a space between
        them stand beside each other.
        """

    def index(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Take (id, words) of new rows of `searchable` into the index."""

    def unindex(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Take rows that are about to go out of the index, as they were taken in."""

    def reindex(self, connection: Connection) -> None:
        """Make the index from `searchable` alone."""

    def purge(self, connection: Connection) -> None:
        """After rows were taken out: leave no byte of their words in the index."""

    def held_in_index(self, connection: Connection) -> Iterator[tuple[int, str, int]]:
        """(id, word, place) as the index has them; nothing where the server itself keeps it."""

    def state(self) -> object:
        """Equal to what it was before only while nobody wrote, whoever it may be."""
