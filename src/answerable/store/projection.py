"""Entry to projection rows, live in the entry's transaction; `rebuild` gives the same rows.

A row is one version of a fact with its public values; what is not public, erased, or left out
whole by the gate has no place in a projection. Rows are made again from the fold whenever an
entry touches a version, so a projection can never say what the fold does not.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from answerable.ledger.entry import Entry
from answerable.ledger.register import History, Version
from answerable.store import visibility
from answerable.store.dialect import Connection
from answerable.store.tables import COLUMNS, COMMON, TABLE_OF
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import Corrected, Erased, Reclassified, Withdrawn

Row = tuple[Any, ...]

_CHANGES = (Corrected, Erased, Reclassified, Withdrawn)
"""Types whose entry changes versions of the entry they refer to."""

# Table and column names below are constants of `tables.py`; values are always parameters.
_INSERT = {
    table: 'INSERT INTO "{}" ({}) VALUES ({})'.format(  # noqa: S608  # constants, as said above
        table,
        ", ".join(f'"{name}"' for name in (*COMMON, *columns)),
        ", ".join("?" * (len(COMMON) + len(columns))),
    )
    for table, columns in COLUMNS.items()
}
_DELETE = {table: f'DELETE FROM "{table}" WHERE entry_id = ?' for table in COLUMNS}  # noqa: S608
_EMPTY = {table: f'DELETE FROM "{table}"' for table in COLUMNS}  # noqa: S608


def project(into: Connection, history: History, entries: Sequence[Entry]) -> None:
    """Bring the rows of what these entries touch up to date; `history` holds them already."""
    new = {entry.id for entry in entries}
    old = {
        entry.fact.ref for entry in entries if isinstance(entry.fact, _CHANGES) and entry.fact.ref
    }
    for statement in _DELETE.values():
        into.executemany(statement, [(entry_id,) for entry_id in old])
    _insert(into, rows_of(history.of_entries(new | old)))


def rebuild(into: Connection, histories: Iterable[History]) -> None:
    """All rows of all tables from nothing, in one transaction of the caller."""
    for statement in _EMPTY.values():
        into.execute(statement)
    for history in histories:
        _insert(into, rows_of(history.versions))


def rows_of(versions: Sequence[Version]) -> Iterator[tuple[str, Row]]:
    """Table and row of every version; for each entry all of its versions must be given."""
    now = visibility.marks_of(versions)
    for version in visibility.redacted(versions, now=now, allowed=Classification.PUBLIC):
        if table := TABLE_OF.get(type(version.fact)):
            yield table, _row(version, COLUMNS[table])


def _insert(into: Connection, rows: Iterable[tuple[str, Row]]) -> None:
    by_table: dict[str, list[Row]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    for table, found in by_table.items():
        into.executemany(_INSERT[table], found)


def _row(version: Version, columns: Iterable[str]) -> Row:
    fact = version.fact
    values = fact.values()
    end = fact.valid.end
    return (
        *(version.entry_id, version.seq, fact.institution, fact.stream, type(fact).__name__),
        *(fact.valid.start.isoformat(), end and end.isoformat()),
        *(version.recorded_from, version.recorded_to, values["said"]),
        _flat(values["quote"]),
        *(_flat(values.get(name)) for name in columns),
    )


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    # PostgreSQL's text has no NUL; in the record itself, which is bytes, it stays.
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
