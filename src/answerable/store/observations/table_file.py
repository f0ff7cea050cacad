"""Any table of public rows as one Parquet file; identical rows make identical contents."""

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from answerable.store.observations.duck import connect, quoted

_TYPES = {
    "text": "VARCHAR",
    "date": "VARCHAR",  # a date may be as precise as its source only: 2024-05
    "number": "DOUBLE",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
}


def parquet_bytes(
    columns: Sequence[tuple[str, str]], rows: Iterable[Mapping[str, object]]
) -> bytes:
    """Rows as Parquet (Zstandard), columns in order, each (name, kind of `_TYPES`)."""
    with tempfile.TemporaryDirectory(prefix="answerable-parquet-") as name:
        folder = Path(name).resolve()
        lines, made = folder / "rows.jsonl", folder / "rows.parquet"
        with lines.open("w", encoding="utf-8") as out:
            for row in rows:
                kept = {column: row[column] for column, _ in columns}
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")
        typed = ", ".join(f"'{column}': '{_TYPES[kind]}'" for column, kind in columns)
        connection = connect(folder)
        try:
            connection.execute(
                f"COPY (SELECT * FROM read_json({quoted(lines)}, "  # noqa: S608  # our own columns and path
                f"format = 'newline_delimited', columns = {{{typed}}}))"
                f" TO {quoted(made)} (FORMAT parquet, COMPRESSION zstd)"
            )
        finally:
            connection.close()
        return made.read_bytes()
