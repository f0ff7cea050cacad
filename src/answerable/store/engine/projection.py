"""Entry to projection rows, live in the entry's transaction; `rebuild` gives the same rows.

`searchable` is the projection that the index of the search is made of.

A row is one version of a fact with its public values; what is not public, erased, or left out
whole by the gate has no place in a projection. Rows are made again from the fold whenever an
entry touches a version, so a projection can never say what the fold does not.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from answerable.ledger.entry import Entry
from answerable.ledger.register import History, Version
from answerable.store.engine import redaction, words
from answerable.store.engine.dialect import Connection, Engine
from answerable.store.engine.tables import COLUMNS, COMMON, SEARCHED, TABLE_OF
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    Corrected,
    DocumentFiled,
    Erased,
    Reclassified,
    Withdrawn,
)

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
_INDEXED = "SELECT id, words FROM searchable WHERE entry_id = ?"
_ID = len(COMMON)
BETWEEN = " · "
"""What stands between two texts of one fact where they are shown in one line."""
_EMPTY = {table: f'DELETE FROM "{table}"' for table in COLUMNS}  # noqa: S608


def project(into: Connection, engine: Engine, history: History, entries: Sequence[Entry]) -> None:
    """Bring the rows of what these entries touch up to date; `history` holds them already."""
    new = {entry.id for entry in entries}
    old = {
        entry.fact.ref for entry in entries if isinstance(entry.fact, _CHANGES) and entry.fact.ref
    }
    for entry_id in old:
        engine.unindex(into, into.execute(_INDEXED, (entry_id,)).fetchall())
    for statement in _DELETE.values():
        into.executemany(statement, [(entry_id,) for entry_id in old])
    engine.index(into, _insert(into, rows_of(history.of_entries(new | old))))


def rebuild(into: Connection, engine: Engine, histories: Iterable[History]) -> None:
    """All rows of all tables from nothing, in one transaction of the caller."""
    for statement in _EMPTY.values():
        into.execute(statement)
    for history in histories:
        _insert(into, rows_of(history.versions))
    engine.reindex(into)


def rows_of(versions: Sequence[Version]) -> Iterator[tuple[str, Row]]:
    """Table and row of every version; for each entry all of its versions must be given."""
    now = redaction.marks_of(versions)
    for version in redaction.redacted(versions, now=now, allowed=Classification.PUBLIC):
        table = TABLE_OF.get(type(version.fact))
        if table is not None:
            yield table, _row(version, COLUMNS[table])
        kind = "document" if isinstance(version.fact, DocumentFiled) else table
        if kind and kind in SEARCHED and (found := _searchable(version, kind)):
            yield "searchable", found


def _searchable(version: Version, kind: str) -> Row | None:
    """What of a version is found by its words; None where it has none. `id` rises with time.

    An entry makes one version of its own and at most one of the entry that it is about, so twice
    its number, plus one for the latter, is nobody else's.
    """
    values = version.fact.values()
    texts = tuple(str(values[name]) for name in SEARCHED[kind] if values.get(name))
    quote = values["quote"]
    apart = (quote,) if isinstance(quote, str) and quote not in texts else ()
    about = version.fact.institution
    told = words.indexed((*texts, *apart), kind=kind, institution=about)
    if not (texts or apart):
        return None
    number = 2 * version.recorded_from + (version.recorded_from != version.seq)
    common = _row(version, ())
    return (*common, number, kind, _flat(BETWEEN.join(texts)), version.fact.doc, told)


def _insert(into: Connection, rows: Iterable[tuple[str, Row]]) -> list[Row]:
    """Write rows; (id, words) of those that the index should have."""
    by_table: dict[str, list[Row]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    for table, found in by_table.items():
        into.executemany(_INSERT[table], found)
    return [(row[_ID], row[-1]) for row in by_table.get("searchable", ())]


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
