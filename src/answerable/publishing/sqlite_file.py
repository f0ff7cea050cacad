"""Tables as one SQLite file that Datasette and any other SQLite program opens.

The rows are those of the CSV files. The bytes are the same for the same rows on the same
version of SQLite; on another, the rows are.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.publishing.open_data import Cell, Row, Table

_TYPES = {
    **{"text": "TEXT", "date": "TEXT", "number": "REAL", "integer": "INTEGER"},
    "boolean": "INTEGER",
}
_SAME_PAGES = ("PRAGMA page_size=4096", "PRAGMA journal_mode=OFF", "PRAGMA encoding='UTF-8'")


@dataclass(frozen=True, slots=True)
class Same:
    """Rows of some bodies that stand in an earlier file already, in its order."""

    bodies: tuple[str, ...]


Part = Sequence[Row] | Same
"""Rows that follow each other in a table: given, or those of bodies in an earlier file."""


def sqlite_bytes(tables: Mapping[Table, Sequence[Row]]) -> bytes:
    """A database with a table for each, its rows in order, and an index on `body` where it has
    one. Names come from our own tables, never from a document."""
    return spliced({table: (rows,) for table, rows in tables.items()}, earlier=b"")


def spliced(tables: Mapping[Table, Sequence[Part]], *, earlier: bytes) -> bytes:
    """The same file from parts, some of which an earlier file of the same tables has."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for setting in _SAME_PAGES:
            made.execute(setting)
        if earlier:
            made.execute("ATTACH ':memory:' AS earlier")
            made.deserialize(earlier, name="earlier")
        for table, parts in tables.items():
            columns = ", ".join(f'"{c.name}" {_TYPES.get(c.kind, "TEXT")}' for c in table.columns)
            made.execute(f'CREATE TABLE main."{table.name}" ({columns})')
            for part in parts:
                _insert(made, table, part)
            if "body" in table.names:
                made.execute(f'CREATE INDEX main."{table.name}_body" ON "{table.name}" ("body")')
        if earlier:
            made.execute("DETACH earlier")
        made.execute("VACUUM")
        return made.serialize()
    finally:
        made.close()


def _insert(made: sqlite3.Connection, table: Table, part: Part) -> None:
    into = f'INSERT INTO main."{table.name}"'
    if isinstance(part, Same):
        wanted = ", ".join("?" * len(part.bodies))
        # the plus keeps the index out: one way through the table reads all of them in order
        made.execute(
            f'{into} SELECT * FROM earlier."{table.name}" '  # noqa: S608  # our own name
            f'WHERE +"body" IN ({wanted}) ORDER BY rowid',
            part.bodies,
        )
        return
    places = ", ".join("?" * len(table.columns))
    made.executemany(f"{into} VALUES ({places})", _values(table, part))


def _values(table: Table, rows: Sequence[Row]) -> Iterator[list[Cell]]:
    return ([row[name] for name in table.names] for row in rows)
