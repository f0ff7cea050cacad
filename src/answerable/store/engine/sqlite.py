"""SQLite: one file in the home folder, with the settings that keep it safe."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from answerable.store.engine.dialect import Connection, Kind, Row
from answerable.store.engine.triggers import TRIGGERS

BUSY_SECONDS = 5
SAFE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # with NORMAL a power cut lost commits that were acknowledged
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
SYNCHRONOUS_FULL = 2
READING_KIB = 65_536
"""Memory in which whoever reads a whole record keeps its pages: fewer reads of the same ones."""
PRIMARY = 0xFF
"""The lowest byte of an extended result code of SQLite is its primary code."""

SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(words, content='searchable', content_rowid='id',"
    " tokenize='ascii', columnsize=0)"
)
"""What makes the index of the search: its words are plain before they come here (`words.py`)."""
_INSTANCES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instance"
    " USING fts5vocab('main', 'search_index', 'instance')"
)

_KINDS: dict[int, Kind] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "closed",
    sqlite3.SQLITE_READONLY: "closed",
    sqlite3.SQLITE_CANTOPEN: "closed",
    sqlite3.SQLITE_BUSY: "held",
    sqlite3.SQLITE_LOCKED: "held",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}


def connect(file: Path) -> sqlite3.Connection:
    """A connection to a database file, with the settings that keep it safe."""
    made = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    for setting in SAFE:
        made.execute(setting)
    return made


def kind(error: BaseException) -> Kind | None:
    """Why SQLite refused, where the cause lies outside the program."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _KINDS.get(code & PRIMARY)


@contextmanager
def turn(lock: Path) -> Iterator[None]:
    """Hold the lock file; processes take turns, and the kernel frees a dead one's lock."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A database file; `lock` is the file by which processes take turns."""

    file: Path
    lock: Path
    head: str = "SELECT size, root, frontier FROM head"
    begin: str = "BEGIN IMMEDIATE"
    snapshot: str = "BEGIN"
    joined: str = "CROSS JOIN"  # SQLite keeps the order of this one

    def leaf(self, column: str, *names: str) -> str:
        """`json_extract` over the bytes as text."""
        return f"json_extract(CAST({column} AS TEXT), '$.{'.'.join(names)}')"

    def exists(self) -> bool:
        """The file is there."""
        return self.file.exists()

    def connect(self) -> Connection:
        """A connection to the file."""
        return connect(self.file)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The file as it lies; one state of it for each statement that is read to its end."""
        with closing(sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True)) as made:
            made.execute(f"PRAGMA cache_size=-{READING_KIB}")
            yield made

    def turn(self) -> AbstractContextManager[None]:
        """By a lock on a file, so that nobody polls."""
        return turn(self.lock)

    def alone(self) -> AbstractContextManager[None]:
        """As for appending."""
        return turn(self.lock)

    def version(self) -> int:
        """Kept in `user_version`."""
        if not self.file.exists():
            return 0
        with self.reading() as direct:
            return cast(int, direct.execute("PRAGMA user_version").fetchone()[0])

    def finish(self, version: int) -> None:
        """Keep the version."""
        with closing(self.connect()) as made:
            made.execute(f"PRAGMA user_version = {version}")

    def unsafe(self, connection: Connection) -> list[str]:
        """A lax setting, a missing or changed trigger."""
        return list(_unsafe(connection))

    def scrub(self, connection: Connection) -> None:
        """Empty the log file; the pages themselves were overwritten (`secure_delete`)."""
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def damage(self, connection: Connection) -> Iterator[str]:
        """Of the pages and indexes."""
        for (said,) in connection.execute("PRAGMA quick_check(5)"):
            if said != "ok":
                yield f"the database file is damaged ({said})"

    def tables(self, connection: Connection) -> dict[str, dict[str, str]]:
        """From the file's own table of tables; the index of the search is not one of ours."""
        found = connection.execute(
            "SELECT t.name, c.name, lower(c.type) FROM sqlite_master AS t"
            " JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'"
            " AND t.name NOT LIKE 'search#_index%' ESCAPE '#' ORDER BY 1, c.cid"
        ).fetchall()
        return grouped(found)

    def numbered(self, connection: Connection) -> None:
        """SQLite sees to it."""

    found: str = (
        "FROM search_index CROSS JOIN searchable AS s ON s.id = search_index.rowid"
        " WHERE search_index MATCH ?"
    )

    newest: str = "search_index.rowid DESC"

    def pattern(self, wanted: Sequence[Sequence[str]]) -> str:
        """In FTS5's own words; a plain word has no sign that could mean anything."""
        return " AND ".join(f"({' OR '.join(map(quoted, group))})" for group in wanted)

    def index(self, connection: Connection, rows: Iterable[Row]) -> None:
        """The index keeps no text of its own, so it is told."""
        connection.executemany("INSERT INTO search_index (rowid, words) VALUES (?, ?)", rows)

    def unindex(self, connection: Connection, rows: Iterable[Row]) -> None:
        """By the words that were taken in."""
        connection.executemany(
            "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)", rows
        )

    def reindex(self, connection: Connection) -> None:
        """Whatever the index held is dropped first."""
        connection.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")

    def purge(self, connection: Connection) -> None:
        """Parts of the index are written anew as one; until then they keep what was taken out."""
        connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def held_in_index(self, connection: Connection) -> Iterator[tuple[int, str, int]]:
        """By a table over the index that lasts as long as the connection."""
        connection.execute(_INSTANCES)
        yield from connection.execute('SELECT doc, term, "offset" FROM temp.search_instance')

    def state(self) -> object:
        """The files as they lie: a change behind the record's back is a change too."""
        files = (self.file, self.file.with_name(f"{self.file.name}-wal"))
        return tuple(
            (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
            for path in files
        )


def quoted(word: str) -> str:
    """A plain word or phrase in FTS5's own words; one that ends in a star is a beginning."""
    return f'"{word.removesuffix("*")}"*' if word.endswith("*") else f'"{word}"'


def grouped(found: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Table -> column -> its kind, from rows of the three."""
    made: dict[str, dict[str, str]] = {}
    for table, column, form in found:
        made.setdefault(str(table), {})[str(column)] = str(form)
    return made


def _unsafe(connection: Connection) -> Iterator[str]:
    if connection.execute("PRAGMA synchronous").fetchone()[0] != SYNCHRONOUS_FULL:
        yield "The database does not wait until data are on the disk (synchronous is not FULL)."
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    held: dict[str, str] = {str(name): str(sql) for name, sql in triggers.fetchall()}
    for name, statement in TRIGGERS.items():
        if held.get(name) != statement:
            how = "changed" if name in held else "missing"
            yield f"The trigger {name}, which guards the record, is {how}."
