"""Make the home folder ready on first use, so that operations never import Django.

A home that is already at this version is opened without loading Django: its version number is
read first. Tables are made or brought up to date by one process at a time.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from answerable.config import Config, config
from answerable.store.engine import database, renewal, sqlite
from answerable.store.engine.keys import keys_of
from answerable.store.engine.postgres import Postgres
from answerable.vocabulary.refusal import Refusal

VERSION = 5
"""Version of the tables; the number of the last migration. Kept in the database."""

turn = sqlite.turn

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")


class NotSafe(Refusal):
    """The home folder cannot be used as it is."""

    code = "not_safe"


class TooNew(Refusal):
    """A newer Answerable wrote this."""

    code = "too_new"


_opened: set[tuple[Path, str]] = set()
_lock = Lock()


def configured() -> Config:
    """The configuration in force; nothing is made."""
    return config()


def exists() -> bool:
    """There is a record at the address in force."""
    return database.engine().exists()


def ready() -> Config:
    """The configuration in force, with its home folder made, migrated and found safe."""
    settings = config()
    with _lock:
        if (settings.home, settings.book) not in _opened or not database.engine().exists():
            _open(settings)
            if faults := unsafe():
                raise NotSafe(f"{faults[0]} Run `answerable verify` to see what is damaged.")
            _opened.clear()
            _opened.add((settings.home, settings.book))
    return settings


def opened() -> Config:
    """The same without asking whether it is safe: for whoever checks a damaged home."""
    settings = config()
    with _lock:
        if (settings.home, settings.book) not in _opened:
            _open(settings)
    return settings


def unsafe() -> list[str]:
    """What makes this database unsafe to write to: a lax setting, a missing or changed trigger."""
    try:
        return database.engine().unsafe(database.connection())
    except Exception as error:
        if database.kind(error) != "damaged":
            raise
        return ["The database file is damaged."]


def version_of(file: Path) -> int:
    """Version of the tables of a database file; 0 for one without tables, or no file."""
    return database.at(file).version()


def _open(settings: Config) -> None:
    if not settings.on_loopback and settings.secret_key_given is None:
        raise NotSafe(
            "A site that others can reach needs its own secret key: set ANSWERABLE_SECRET_KEY or "
            "ANSWERABLE_SECRET_KEY_FILE, or leave ANSWERABLE_HOSTS unset."
        )
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        _keep_secret_key(settings)
    except OSError as error:
        raise NotSafe(
            f"The home folder {settings.home} cannot be used: {error.strerror}. "
            "Choose another with --home or ANSWERABLE_HOME."
        ) from None
    if _known_version(settings) < VERSION:
        migrate(settings)


def _known_version(settings: Config) -> int:
    engine = database.engine(settings)
    try:
        found = engine.version()
    except sqlite3.DatabaseError:
        raise NotSafe(
            f"{settings.database} is not a database that can be read. Restore a backup with "
            "`answerable restore FILE --into DIR`."
        ) from None
    except Exception as error:
        if database.kind(error) is None or not isinstance(engine, Postgres):
            raise
        raise NotSafe(
            f"The record's database {engine.shown} cannot be opened: {_first_line(error)}. "
            "Check that the server runs and that ANSWERABLE_BOOK names it."
        ) from None
    if found > VERSION:
        place = engine.shown if isinstance(engine, Postgres) else settings.database.parent
        raise TooNew(
            f"The home folder {place} was written by a newer Answerable (its tables "
            f"have version {found}, this one knows {VERSION}): use a newer Answerable."
        )
    return found


def migrate(settings: Config) -> None:
    """Make the tables of a record, or bring them up to date; one process at a time."""
    engine = database.engine(settings)
    with engine.alone(), _django_at(settings):
        if (found := _known_version(settings)) < VERSION:
            from django.core.management import call_command  # noqa: PLC0415  # as below

            call_command("migrate", verbosity=0, interactive=False)
            if found:
                renewal.renew(engine, keys_of(settings))
            engine.finish(VERSION)


@contextmanager
def _django_at(settings: Config) -> Iterator[None]:
    """Django loaded, with its connection to this record while its tables are made.

    Where it is the record in force, Django stays with it.
    """
    import django  # noqa: PLC0415  # a home that is up to date is opened without loading Django
    from django.apps import apps  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415
    from django.db.utils import load_backend  # noqa: PLC0415

    from answerable.settings import database_of  # noqa: PLC0415

    if not apps.ready:
        django.setup()
    before = connections["default"]
    before.close()
    wanted = connections.configure_settings({"default": database_of(settings)})["default"]
    connections["default"] = load_backend(wanted["ENGINE"]).DatabaseWrapper(wanted, "default")
    try:
        yield
    finally:
        connections["default"].close()
        if settings != config():
            connections["default"] = before


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")


def _keep_secret_key(settings: Config) -> None:
    if settings.secret_key is None:
        handle = os.open(settings.secret_key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(48))
