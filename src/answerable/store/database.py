"""Connections to the home's SQLite file, one for each thread, with the settings that keep it safe.

The store speaks SQL directly: a command of the command line then need not load Django, which
keeps the same file for accounts and sessions (`settings.py` has the same settings).
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import local
from typing import Any

from answerable.config import config

BUSY_SECONDS = 5
SAFE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # with NORMAL a power cut lost commits that were acknowledged
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

Row = tuple[Any, ...]


class _Mine(local):
    owner: tuple[int, Path] | None = None
    connection: sqlite3.Connection | None = None


_mine = _Mine()


def connection() -> sqlite3.Connection:
    """This thread's connection to the home in force; statements commit on their own."""
    owner = (os.getpid(), config().database)
    if _mine.connection is None or _mine.owner != owner:
        if _mine.owner and _mine.owner[0] == owner[0]:
            close()
        _mine.connection, _mine.owner = connect(owner[1]), owner
    return _mine.connection


def connect(database: Path) -> sqlite3.Connection:
    """A connection to a database file, with the settings that keep it safe."""
    made = sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None)
    for setting in SAFE:
        made.execute(setting)
    return made


def close() -> None:
    """Close this thread's connection, if it has one."""
    if _mine.connection is not None:
        _mine.connection.close()
    _mine.connection = _mine.owner = None


def rows(sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
    """All rows that a query answers."""
    return connection().execute(sql, parameters).fetchall()


@contextmanager
def transaction() -> Iterator[sqlite3.Connection]:
    """All of it or nothing; the write lock is taken at once."""
    with _between("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)) as current:
        yield current


@contextmanager
def savepoint() -> Iterator[sqlite3.Connection]:
    """One part of a transaction, which alone can be undone."""
    undo = ("ROLLBACK TO command", "RELEASE command")
    with _between("SAVEPOINT command", "RELEASE command", undo) as current:
        yield current


@contextmanager
def _between(begin: str, end: str, undo: Sequence[str]) -> Iterator[sqlite3.Connection]:
    current = connection()
    current.execute(begin)
    try:
        yield current
        current.execute(end)
    except BaseException:
        if current.in_transaction:  # a full disk makes SQLite roll back by itself
            for statement in undo:
                current.execute(statement)
        raise
