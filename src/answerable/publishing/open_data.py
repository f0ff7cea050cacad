"""Tables as CSV and JSON Lines with their dictionary: the same rows always make the same bytes.

Text in a CSV is made inert: a spreadsheet would run what begins with `=`, `+`, `-`, `@` or a
control character. `plain` gives the text back. JSON Lines hold the text as it is.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "date", "number", "integer", "boolean"]
Cell = str | int | float | bool | None
Row = Mapping[str, Cell]

BOM = "\ufeff"
_RUNS = frozenset("=+-@\t\r\n\x00＝＋－＠")
_FRICTIONLESS = {
    "text": "string",
    "date": "string",  # a date may be as precise as its source only: 2024-05
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it means, in a sentence."""

    name: str
    means: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name in an address, its title, what one row is, and its columns in order."""

    name: str
    title: str
    means: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)


DICTIONARY = Table(
    name="dictionary",
    title="Dictionary",
    means="One row is one column of one table.",
    columns=(
        Column("table", "Name of the table."),
        Column("column", "Name of the column."),
        Column("kind", "text, date (as precise as its source), number, integer or boolean."),
        Column("means", "What it says."),
    ),
)


def inert(text: str) -> str:
    """Text that no spreadsheet runs: with an apostrophe in front where it would.

    >>> inert("=1+1"), inert("plain")
    ("'=1+1", 'plain')
    """
    return f"'{text}" if _would_run(text) else text


def plain(text: str) -> str:
    """The text that `inert` was given."""
    return text[1:] if text.startswith("'") and _would_run(text[1:]) else text


def csv_bytes(table: Table, rows: Iterable[Row], *, bom: bool = False) -> bytes:
    """The rows as CSV (RFC 4180): UTF-8, a head, CRLF; `bom` for older spreadsheet programs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.names)
    for row in rows:
        writer.writerow([_csv_cell(row[name]) for name in table.names])
    return ((BOM if bom else "") + out.getvalue()).encode()


def jsonl_bytes(table: Table, rows: Iterable[Row]) -> bytes:
    """The rows as JSON Lines, keys in the order of the columns."""
    return b"".join(json_bytes({name: row[name] for name in table.names}) for row in rows)


def json_bytes(value: Any) -> bytes:
    """One JSON value on one line, as it was ordered."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def dictionary(tables: Sequence[Table]) -> tuple[Row, ...]:
    """Every column of every table, in order."""
    return tuple(
        {"table": table.name, "column": c.name, "kind": c.kind, "means": c.means}
        for table in tables
        for c in table.columns
    )


def package(
    tables: Sequence[Table], *, name: str, title: str, notice: str, address: str
) -> dict[str, Any]:
    """The Frictionless description of the tables (Data Package 1.0) below an address."""
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "description": notice,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "title": table.title,
                "description": table.means,
                "path": f"{address}{table.name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": c.name, "type": _FRICTIONLESS[c.kind], "description": c.means}
                        for c in table.columns
                    ]
                },
            }
            for table in tables
        ],
    }


def _would_run(text: str) -> bool:
    """Does it begin, after apostrophes and blanks, with what a spreadsheet runs?"""
    bare = text.lstrip("'")
    return bool(bare) and (bare[0] in _RUNS or bare.lstrip()[:1] in _RUNS - {""})


def _csv_cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return inert(value) if isinstance(value, str) else value
