"""Secrets of persons, and the key and salt of each sealed value, in a place of their own.

`home/keys.sqlite`, or the schema `vault`, stands apart from the ledger and is backed up apart. A
sealed value's salt lies here with its key: whoever has the tables alone can neither open a value
nor try guesses against its public commitment. Each value has its own key, so erasing one leaves
the others.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from answerable.config import Config
from answerable.ledger.commitments import NONCE_BYTES, Payload, seal, unseal
from answerable.store.engine import sqlite
from answerable.store.engine.dialect import Connection
from answerable.store.engine.postgres import SCHEMES, VAULT, Postgres

_TABLES = """
CREATE TABLE IF NOT EXISTS person (name TEXT PRIMARY KEY, secret BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS subject_key (
    key_id TEXT PRIMARY KEY, wrapped_key BLOB, salt BLOB,
    state TEXT NOT NULL DEFAULT 'held', destroyed_at TEXT);
"""
_COLUMNS = {
    "person": ("name", "secret"),
    "subject_key": ("key_id", "wrapped_key", "salt", "state", "destroyed_at"),
}
_EMPTY = "PRAGMA wal_checkpoint(TRUNCATE)"


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one sealed value and its commitment."""

    key_id: str
    key: bytes
    salt: bytes


class Keys:
    """The vault of one record: a file, or the schema `vault` of a record on PostgreSQL."""

    def __init__(self, place: Path | Postgres) -> None:
        self._place = place

    def secret_of(self, person: str) -> bytes:
        """The secret from which a person's pseudonyms are made; made on first use."""
        with self._open() as vault:
            vault.execute(
                "INSERT INTO person (name, secret) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (person, secrets.token_bytes(32)),
            )
            found = vault.execute("SELECT secret FROM person WHERE name = ?", (person,))
            return bytes(found.fetchone()[0])

    def keep(self, made: Iterable[Key]) -> None:
        """Keep new keys; they are on the disk before the entry that needs them is."""
        with self._open() as vault:
            vault.executemany(
                "INSERT INTO subject_key (key_id, wrapped_key, salt) VALUES (?, ?, ?)",
                [(key.key_id, key.key, key.salt) for key in made],
            )

    def find(self, key_ids: Iterable[str]) -> Mapping[str, Key]:
        """The keys that are still held, by id."""
        wanted = set(key_ids)
        if not wanted or (isinstance(self._place, Path) and not self._place.exists()):
            return {}
        with self._open() as vault:
            rows = vault.execute(
                "SELECT key_id, wrapped_key, salt FROM subject_key WHERE state = 'held'"
            )
            return {row[0]: Key(*row) for row in rows if row[0] in wanted}

    def destroy(self, key_ids: Iterable[str], *, at: str) -> None:
        """Destroy keys and salts: what they sealed cannot be opened or guessed again."""
        with self._open() as vault:
            vault.executemany(
                "UPDATE subject_key SET wrapped_key = NULL, salt = NULL, state = 'destroyed',"
                " destroyed_at = ? WHERE key_id = ?",
                [(at, key_id) for key_id in key_ids],
            )
        with self._open(committed=False) as vault:
            vault.execute("VACUUM subject_key" if isinstance(self._place, Postgres) else _EMPTY)

    def take(self, other: "Keys") -> None:
        """Everything of another vault, into this empty one."""
        if isinstance(other._place, Path) and not other._place.exists():
            return
        with other._open() as old, self._open() as new:
            for table, columns in _COLUMNS.items():
                names, marks = ", ".join(columns), ", ".join("?" * len(columns))
                rows = old.execute(f"SELECT {names} FROM {table}").fetchall()  # noqa: S608  # constants
                added = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608  # constants
                new.executemany(added, rows)

    @contextmanager
    def _open(self, *, committed: bool = True) -> Iterator[Connection]:
        with closing(self._connect()) as vault:
            if committed:
                vault.execute("BEGIN")
            yield vault
            if committed:
                vault.execute("COMMIT")

    def _connect(self) -> Connection:
        if isinstance(self._place, Postgres):
            return self._place.connect()
        if not self._place.exists():
            os.close(os.open(self._place, os.O_RDWR | os.O_CREAT, 0o600))
        vault = sqlite.connect(self._place)
        vault.executescript(_TABLES)
        return vault


def keys_of(settings: Config) -> Keys:
    """The vault of the record that these settings name."""
    on_server = settings.book.startswith(SCHEMES)
    return Keys(Postgres(settings.book, schema=VAULT) if on_server else settings.keys)


def sealed(payload: Payload, *, entry_id: str) -> tuple[Payload, Key]:
    """The payload as it is written to the disk, and the key that opens it."""
    key = Key(secrets.token_hex(16), secrets.token_bytes(32), payload.salt or b"")
    text = seal(
        payload.value or b"",
        key=key.key,
        nonce=secrets.token_bytes(NONCE_BYTES),
        entry_id=entry_id,
        field=payload.field,
    )
    return Payload(payload.field, None, None, payload.classification, text, key.key_id), key


def opened(payload: Payload, keys: Mapping[str, Key], *, entry_id: str) -> Payload:
    """A sealed payload with its value and salt again; as it is when its key is not here."""
    key = keys.get(payload.key_id or "")
    if payload.sealed is None or key is None:
        return payload
    value = unseal(payload.sealed, key=key.key, entry_id=entry_id, field=payload.field)
    return Payload(
        payload.field, key.salt, value, payload.classification, payload.sealed, key.key_id
    )
