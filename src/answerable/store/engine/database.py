"""Connections to the record in force, one for each thread.

The store speaks SQL directly: a command of the command line then need not load Django, which
keeps the same database for accounts and sessions (`settings.py` has the same settings). Write
SQL that both engines understand (`dialect.py`): `rows(...)` to read, `transaction()` to change.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import local
from typing import Any

from answerable.config import SQLITE, Config, config
from answerable.store.engine import postgres, sqlite
from answerable.store.engine.dialect import Connection, Engine, Kind, Row
from answerable.store.engine.postgres import Postgres
from answerable.store.engine.sqlite import Sqlite, connect
from answerable.vocabulary.refusal import Refusal

__all__ = ["Connection", "Row", "close", "connect", "connection", "rows", "transaction"]


class NoSuchBook(Refusal):
    """An address of a record that no engine knows."""

    code = "no_such_book"


class _Mine(local):
    owner: tuple[int, str] | None = None
    connection: Connection | None = None


_mine = _Mine()


def engine(settings: Config | None = None) -> Engine:
    """The engine of the record in force, or of other settings."""
    found = config() if settings is None else settings
    return engine_at(found.book, found.appender_lock)


@lru_cache(maxsize=16)
def engine_at(book: str, lock: Path) -> Engine:
    """The engine for an address; `lock` is the file by which appenders to SQLite take turns."""
    if book.startswith(postgres.SCHEMES):
        return Postgres(book)
    if book.startswith(SQLITE):
        return Sqlite(Path(book.removeprefix(SQLITE)).absolute(), lock)
    raise NoSuchBook(
        f"“{book.partition('://')[0][:40]}” is no kind of record. ANSWERABLE_BOOK is empty, "
        "sqlite:///FILE or postgresql://USER@HOST/NAME."
    )


def at(file: Path) -> Engine:
    """The engine of a database file, wherever it lies."""
    return Sqlite(file, file.with_name("appender.lock"))


def kind(error: BaseException) -> Kind | None:
    """Why a database refused, where the cause lies outside the program."""
    return sqlite.kind(error) or postgres.kind(error)


def is_outside(error: BaseException) -> bool:
    """The disk, the file or the server refused, not what a command asked to write."""
    return isinstance(error, sqlite3.Error | OSError) or postgres.kind(error) is not None


def is_error(error: BaseException) -> bool:
    """An error of a database, of whatever kind."""
    return isinstance(error, sqlite3.Error) or postgres.is_error(error)


def connection() -> Connection:
    """This thread's connection to the record in force; statements commit on their own."""
    owner = (os.getpid(), config().book)
    ended = _mine.connection is not None and not getattr(_mine.connection, "usable", True)
    if _mine.connection is None or _mine.owner != owner or ended:
        if _mine.owner and _mine.owner[0] == owner[0]:
            close()
        _mine.connection, _mine.owner = engine().connect(), owner
    return _mine.connection


def close() -> None:
    """Close this thread's connection, if it has one."""
    if _mine.connection is not None:
        _mine.connection.close()
    _mine.connection = _mine.owner = None


def rows(sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
    """All rows that a query answers; asked once more where the server had ended the connection."""
    current = connection()
    within = current.in_transaction
    try:
        return current.execute(sql, parameters).fetchall()
    except Exception:
        if within or getattr(current, "usable", True):
            raise
        return connection().execute(sql, parameters).fetchall()


@contextmanager
def transaction() -> Iterator[Connection]:
    """All of it or nothing; on SQLite the write lock is taken at once."""
    with _between(engine().begin, "COMMIT", ("ROLLBACK",)) as current:
        yield current


@contextmanager
def snapshot() -> Iterator[Connection]:
    """Read one state of the record, whatever is appended meanwhile."""
    with _between(engine().snapshot, "COMMIT", ("ROLLBACK",)) as current:
        yield current


@contextmanager
def savepoint() -> Iterator[Connection]:
    """One part of a transaction, which alone can be undone."""
    undo = ("ROLLBACK TO command", "RELEASE command")
    with _between("SAVEPOINT command", "RELEASE command", undo) as current:
        yield current


@contextmanager
def _between(begin: str, end: str, undo: Sequence[str]) -> Iterator[Connection]:
    current = _begun(begin)
    try:
        yield current
        current.execute(end)
    except BaseException:
        if current.in_transaction:  # a full disk makes SQLite roll back by itself
            for statement in undo:
                current.execute(statement)
        raise


def _begun(begin: str) -> Connection:
    current = connection()
    within = current.in_transaction
    try:
        current.execute(begin)
    except Exception:
        if within or getattr(current, "usable", True):
            raise
        current = connection()  # the server was started again since
        current.execute(begin)
    return current
