"""Lists over institutions, from projections: public values at the head only.

One institution's page comes from its register. A projection holds nothing that is not public,
so what is listed or found here may be shown to anybody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answerable.store.engine import database, start
from answerable.store.engine.tables import COLUMNS, COMMON

_LISTS = frozenset({"answers", "evidence", "about"})


@dataclass(frozen=True, slots=True)
class Row:
    """One version of a fact, as a list shows it; `values` are the columns of its table."""

    table: str
    entry_id: str
    seq: int
    institution: str
    stream: str
    type: str
    valid_from: str
    valid_to: str | None
    recorded_from: int
    recorded_to: int | None
    said: str | None
    quote: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """How much is on record about an institution, and the latest date a source said it."""

    institution: str
    findings: int
    actions: int
    meetings: int
    latest: str | None


def rows(table: str, *, institution: str | None = None, stream: str | None = None) -> list[Row]:
    """What stands in a projection at the head, in the order of the record."""
    start.ready()
    columns = COLUMNS[table]
    names = ", ".join(f'"{name}"' for name in (*COMMON, *columns))
    found = database.rows(
        f'SELECT {names} FROM "{table}" WHERE recorded_to IS NULL'  # noqa: S608  # constants
        " AND (? IS NULL OR institution = ?) AND (? IS NULL OR stream = ?)"
        " ORDER BY seq, recorded_from",
        (institution, institution, stream, stream),
    )
    return [_row(table, columns, row) for row in found]


def counts() -> tuple[Count, ...]:
    """Institutions with anything on record, in alphabetical order."""
    start.ready()
    found = database.rows(
        """
        SELECT institution, count(*) FILTER (WHERE kind = 'finding'),
            count(*) FILTER (WHERE kind = 'action'), count(*) FILTER (WHERE kind = 'meeting'),
            max(said)
        FROM (
            SELECT institution, 'finding' AS kind, said FROM finding WHERE recorded_to IS NULL
            UNION ALL
            SELECT institution, 'action', said FROM action
            WHERE recorded_to IS NULL AND type = 'ActionPromised'
            UNION ALL
            SELECT institution, 'meeting', said FROM meeting WHERE recorded_to IS NULL
            UNION ALL
            SELECT institution, 'grade', said FROM grade WHERE recorded_to IS NULL
        ) AS told GROUP BY institution ORDER BY institution"""
    )
    return tuple(Count(*row) for row in found)


def _row(table: str, columns: tuple[str, ...], row: database.Row) -> Row:
    values = {
        name: json.loads(value) if name in _LISTS and isinstance(value, str) else value
        for name, value in zip(columns, row[len(COMMON) :], strict=True)
    }
    return Row(table=table, **dict(zip(COMMON, row, strict=False)), values=values)
