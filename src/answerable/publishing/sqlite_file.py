"""Tables as one SQLite file that Datasette and any other SQLite program opens.

The rows are those of the CSV files. The bytes are the same for the same rows on the same
version of SQLite; on another, the rows are.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from answerable.publishing.open_data import Row, Table

_TYPES = {"text": "TEXT", "date": "TEXT", "number": "REAL", "integer": "INTEGER"}
_SAME_PAGES = ("PRAGMA page_size=4096", "PRAGMA journal_mode=OFF", "PRAGMA encoding='UTF-8'")


def sqlite_bytes(tables: Mapping[Table, Sequence[Row]]) -> bytes:
    """A database with a table for each, its rows in order, and an index on `body` where it has
    one. Names come from our own tables, never from a document."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for setting in _SAME_PAGES:
            made.execute(setting)
        for table, rows in tables.items():
            columns = ", ".join(f'"{c.name}" {_TYPES.get(c.kind, "TEXT")}' for c in table.columns)
            made.execute(f'CREATE TABLE "{table.name}" ({columns})')
            places = ", ".join("?" * len(table.columns))
            made.executemany(
                f'INSERT INTO "{table.name}" VALUES ({places})',  # noqa: S608  # our own name
                ([row[name] for name in table.names] for row in rows),
            )
            if "body" in table.names:
                made.execute(f'CREATE INDEX "{table.name}_body" ON "{table.name}" ("body")')
        made.execute("VACUUM")
        return made.serialize()
    finally:
        made.close()
