"""PostgreSQL: the record on a server, by its address. Needs the extra `postgres`.

The head row, taken `FOR UPDATE`, does what the lock file does on SQLite: processes, on any
machine, append in turn. Text is compared byte by byte (collation C), as SQLite does.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from answerable.store.engine.dialect import Connection, Kind, Row
from answerable.store.engine.sqlite import grouped
from answerable.store.engine.triggers_postgres import FUNCTIONS, TRIGGERS
from answerable.vocabulary.refusal import Refusal

SCHEMES = ("postgresql://", "postgres://")
WAIT_SECONDS = 5
VAULT = "vault"
_SETTINGS = """
SET client_encoding = 'UTF8'; SET DateStyle = 'ISO'; SET TimeZone = 'UTC';
SET bytea_output = 'hex'; SET standard_conforming_strings = on; SET synchronous_commit = on;
SET default_transaction_isolation = 'read committed'; SET application_name = 'answerable'"""
_AS_TEXT = ("date", "timestamp", "timestamptz", "json", "jsonb")
_SCRUBBED = "VACUUM payload, candidate, searchable"
SEARCH_INDEX = (
    "CREATE INDEX searchable_words ON searchable USING gin (to_tsvector('simple', words))"
)
"""What makes the index of the search."""
_MARK = "answerable tables "
_ALONE = 0x616E7377
"""A number of ours for the advisory lock under which tables are made."""


class NoDriver(Refusal):
    """The address is PostgreSQL's and its driver is not installed."""

    code = "no_driver"


def _driver() -> ModuleType:
    """psycopg, loaded when a record first needs it: nobody else waits for it."""
    try:
        return import_module("psycopg")
    except ImportError:
        raise NoDriver(
            "The record's address is PostgreSQL's and its driver is not installed: "
            "pip install 'answerable[postgres]'."
        ) from None


def kind(error: BaseException) -> Kind | None:
    """Why PostgreSQL refused, where the cause lies outside the program."""
    if not is_error(error):
        return None
    state = getattr(error, "sqlstate", None) or ""
    if state.startswith("53") and state != "53300":  # out of disk or memory
        return "full"
    if state in ("25006", "42501"):  # read-only, no right to it
        return "closed"
    if state in ("55P03", "40001", "40P01"):
        return "held"
    if state in ("XX001", "XX002"):
        return "damaged"
    psycopg = sys.modules["psycopg"]
    outside = isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))
    return "away" if outside else None


def is_error(error: BaseException) -> bool:
    """An error of PostgreSQL or of the way to it, of whatever kind."""
    psycopg = sys.modules.get("psycopg")
    return psycopg is not None and isinstance(error, psycopg.Error)


class _Answer:
    """A cursor that has no rows where SQLite's has none."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    @property
    def rowcount(self) -> int:
        return int(self._cursor.rowcount)

    def fetchone(self) -> Any:
        return self._cursor.fetchone() if self._cursor.description else None

    def fetchall(self) -> list[Any]:
        return list(self._cursor.fetchall()) if self._cursor.description else []

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cursor if self._cursor.description else ())


class _Connection:
    """The connection that the store expects, over one of psycopg."""

    def __init__(self, raw: Any, *, by_row: bool = False) -> None:
        self._psycopg = _driver()
        self._raw, self._by_row = raw, by_row
        self._named: list[Any] = []

    @property
    def in_transaction(self) -> bool:
        return self._raw.info.transaction_status.name not in ("IDLE", "UNKNOWN")

    @property
    def usable(self) -> bool:
        """The server has not ended it."""
        return not (self._raw.closed or self._raw.broken)

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> _Answer:
        if self._by_row and sql.lstrip().startswith("SELECT"):
            cursor: Any = self._raw.cursor(name=f"answerable_{len(self._named)}")
            self._named.append(cursor)
        else:
            cursor = self._psycopg.ClientCursor(self._raw)
        cursor.execute(_marked(sql), tuple(parameters) or None)
        return _Answer(cursor)

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> None:
        self._psycopg.Cursor(self._raw).executemany(_marked(sql), parameters)

    def close(self) -> None:
        for cursor in self._named if self.usable else ():
            cursor.close()
        self._raw.close()


@lru_cache(maxsize=500)
def _marked(sql: str) -> str:
    """`?` as psycopg wants it; without a parameter it reads no mark at all."""
    return sql.replace("%", "%%").replace("?", "%s") if "?" in sql else sql


@dataclass(frozen=True, slots=True)
class Postgres:
    """A database of a server, by an address such as `postgresql://user@host/name`."""

    address: str
    schema: str = ""
    head: str = "SELECT size, root, frontier FROM head FOR UPDATE"
    begin: str = "BEGIN"
    snapshot: str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    joined: str = "JOIN"

    @property
    def shown(self) -> str:
        """The address without its password."""
        parts = urlsplit(self.address)
        place = parts.hostname or ""
        place = f"{place}:{parts.port}" if parts.port else place
        return urlunsplit(("postgresql", place, parts.path, "", ""))

    def leaf(self, column: str, *names: str) -> str:
        """A path into JSON."""
        return f"(convert_from({column}, 'UTF8')::json #>> '{{{','.join(names)}}}')"

    def exists(self) -> bool:
        """A server is asked when it is used."""
        return True

    def connect(self) -> _Connection:
        """A connection with our settings, whatever those of the server are."""
        return _Connection(self._raw())

    def _raw(self) -> Any:
        psycopg = _driver()
        raw = psycopg.connect(self.address, autocommit=True, connect_timeout=WAIT_SECONDS)
        loader = import_module("psycopg.types.string").TextLoader
        for name in _AS_TEXT:
            raw.adapters.register_loader(name, loader)
        raw.execute(_SETTINGS)
        if self.schema:
            raw.execute(f"SET search_path = {self.schema}")
        return raw

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state, read through cursors of the server."""
        with closing(_Connection(self._raw(), by_row=True)) as made:
            made.execute(self.snapshot)
            yield made

    def turn(self) -> AbstractContextManager[None]:
        """The head row is the turn."""
        return nullcontext()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """By an advisory lock; it goes with its connection."""
        with closing(self.connect()) as held:
            held.execute("SELECT pg_advisory_lock(?)", (_ALONE,))
            yield

    def version(self) -> int:
        """Kept as the comment on the table of the head."""
        with closing(self.connect()) as made:
            (said,) = made.execute("SELECT obj_description(to_regclass('head'))").fetchone()
        return int(said.removeprefix(_MARK)) if said and said.startswith(_MARK) else 0

    def finish(self, version: int) -> None:
        """Compare text by bytes, make the vault, keep the version."""
        with closing(self.connect()) as made:
            for table, column, form in made.execute(_COLLATED).fetchall():
                made.execute(f'ALTER TABLE "{table}" ALTER "{column}" TYPE {form} COLLATE "C"')
            made.execute(_VAULT)
            made.execute(f"COMMENT ON TABLE head IS '{_MARK}{version}'")

    def unsafe(self, connection: Connection) -> list[str]:
        """A server that does not wait for its disk; a missing, changed or disabled trigger."""
        return list(_unsafe(connection))

    def scrub(self, connection: Connection) -> None:
        """Free the rows that an erasure replaced; the server's own log keeps them a while."""
        connection.execute(_SCRUBBED)

    def damage(self, connection: Connection) -> Iterator[str]:
        """The server checks its pages itself, when they are read (data checksums)."""
        return iter(())

    def tables(self, connection: Connection) -> dict[str, dict[str, str]]:
        """From the information schema."""
        return grouped(connection.execute(_TABLES).fetchall())

    def numbered(self, connection: Connection) -> None:
        """Set every identity behind the highest number that is there."""
        for table, column in connection.execute(_NUMBERED).fetchall():
            connection.execute(
                f"SELECT setval(pg_get_serial_sequence(?, ?), max({column})) FROM {table}"  # noqa: S608  # quoted by the catalogue
                f" HAVING max({column}) IS NOT NULL",
                (table, column.strip('"')),
            )

    found: str = "FROM searchable AS s WHERE to_tsvector('simple', s.words) @@ ?::tsquery"

    newest: str = "s.id DESC"

    def pattern(self, wanted: Sequence[Sequence[str]]) -> str:
        """As a `tsquery`; a plain word has no sign that could mean anything."""
        return " & ".join(f"({' | '.join(map(_lexemes, group))})" for group in wanted)

    def index(self, connection: Connection, rows: Iterable[Row]) -> None:
        """The server keeps its index itself."""

    def unindex(self, connection: Connection, rows: Iterable[Row]) -> None:
        """As above."""

    def reindex(self, connection: Connection) -> None:
        """As above."""

    def purge(self, connection: Connection) -> None:
        """Rows and their places in the index go when the server vacuums (`scrub`)."""

    def held_in_index(self, connection: Connection) -> Iterator[tuple[int, str, int]]:
        """Nothing: the index is over the rows themselves."""
        return iter(())

    def state(self) -> object:
        """The next number of a transaction."""
        with closing(self.connect()) as made:
            return made.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())").fetchone()


def _lexemes(words: str) -> str:
    """One word, or words beside each other, each in quotation marks."""
    each = (f"'{word.removesuffix('*')}'{':*' * word.endswith('*')}" for word in words.split())
    return " <-> ".join(each)


_COLLATED = """
SELECT c.table_name, c.column_name, format_type(a.atttypid, a.atttypmod)
FROM information_schema.columns AS c
JOIN pg_attribute AS a ON a.attrelid = to_regclass(quote_ident(c.table_name))
    AND a.attname = c.column_name
JOIN information_schema.tables AS t ON t.table_schema = c.table_schema
    AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
WHERE c.table_schema = current_schema() AND c.collation_name IS NULL
    AND c.data_type IN ('text', 'character varying')
ORDER BY 1, 2"""
_TABLES = """
SELECT c.table_name, c.column_name, c.data_type
FROM information_schema.columns AS c
JOIN information_schema.tables AS t ON t.table_schema = c.table_schema
    AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
WHERE c.table_schema = current_schema() ORDER BY c.table_name, c.ordinal_position"""
_NUMBERED = """
SELECT quote_ident(table_name), quote_ident(column_name) FROM information_schema.columns
WHERE table_schema = current_schema() AND is_identity = 'YES' ORDER BY 1"""
_VAULT = f"""
CREATE SCHEMA IF NOT EXISTS {VAULT};
CREATE TABLE IF NOT EXISTS {VAULT}.person (
    name text COLLATE "C" PRIMARY KEY, secret bytea NOT NULL);
CREATE TABLE IF NOT EXISTS {VAULT}.subject_key (
    key_id text COLLATE "C" PRIMARY KEY, wrapped_key bytea, salt bytea,
    state text NOT NULL DEFAULT 'held', destroyed_at text)"""
_HELD = """
SELECT t.tgname, pg_get_triggerdef(t.oid, true), t.tgenabled, p.proname, p.prosrc
FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgrelid IN (
    SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)"""


def _unsafe(connection: Connection) -> Iterator[str]:
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        (value,) = connection.execute(f"SHOW {setting}").fetchone()
        if value not in ("on", "remote_apply", "remote_write"):
            yield f"The server does not wait until data are on the disk ({setting} is {value})."
    held = {str(row[0]): row[1:] for row in connection.execute(_HELD).fetchall()}
    for name, (statement, function) in TRIGGERS.items():
        if name not in held:
            yield f"The trigger {name}, which guards the record, is missing."
        elif held[name][1] not in ("O", "A"):
            yield f"The trigger {name}, which guards the record, is disabled."
        elif held[name] != (statement, held[name][1], function, FUNCTIONS[function]):
            yield f"The trigger {name}, which guards the record, is changed."
