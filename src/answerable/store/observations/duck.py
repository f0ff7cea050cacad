"""A DuckDB in memory that reaches one folder and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from answerable.store.observations.schema import COLUMNS, NAMES


class DuckReader:
    """Answers questions over Parquet files of one folder. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._connection: Any = None

    def select(
        self, *, parts: Sequence[Path], sql: str, values: Mapping[str, Any]
    ) -> Sequence[Sequence[Any]]:
        """The rows of one SELECT over `observations`, which are the rows of these files."""
        with self.cursor() as cursor:
            if parts:
                paths = ", ".join(quoted(part) for part in parts)
                source = f"SELECT {NAMES} FROM read_parquet([{paths}])"  # noqa: S608  # paths found by glob, quoted
            else:
                empty = ", ".join(f"NULL::{kind} AS {name}" for name, kind in COLUMNS)
                source = f"SELECT {empty} WHERE false"
            cursor.execute(f"CREATE OR REPLACE TEMP VIEW observations AS {source}")
            found: Sequence[Sequence[Any]] = cursor.execute(sql, dict(values)).fetchall()
            return found

    @contextmanager
    def cursor(self) -> Iterator[Any]:
        """A cursor of the one connection."""
        with self._lock:
            if self._connection is None:
                self._connection = connect(self._folder)
            cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()


def connect(folder: Path) -> Any:
    """A connection whose files are those under `folder`; no network, no extensions."""
    import duckdb  # noqa: PLC0415  # 67 ms that only those who ask for numbers pay

    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 2,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    connection.execute("SET allowed_directories = ?", [[str(folder.resolve())]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def quoted(path: Path) -> str:
    """A path as SQL text."""
    return "'" + str(path.resolve()).replace("'", "''") + "'"
