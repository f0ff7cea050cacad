"""Make the home folder ready on first use, so that operations never import Django.

A home that is already at this version is opened without loading Django: its version number is
read first. Tables are made or brought up to date under the appender's lock.
"""

import fcntl
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import cast

from answerable.config import Config, config
from answerable.store import database, trouble
from answerable.store.triggers import TRIGGERS
from answerable.vocabulary.refusal import Refusal

VERSION = 2
"""Version of the tables; the number of the last migration. Kept in SQLite's `user_version`."""

SYNCHRONOUS_FULL = 2

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")


class NotSafe(Refusal):
    """The home folder cannot be used as it is."""

    code = "not_safe"


class TooNew(Refusal):
    """A newer Answerable wrote this."""

    code = "too_new"


_opened: set[Path] = set()
_lock = Lock()


def configured() -> Config:
    """The configuration in force; nothing is made."""
    return config()


def ready() -> Config:
    """The configuration in force, with its home folder made, migrated and found safe."""
    settings = config()
    with _lock:
        if settings.home not in _opened or not settings.database.exists():
            _open(settings)
            if faults := unsafe():
                raise NotSafe(f"{faults[0]} Run `answerable verify` to see what is damaged.")
            _opened.clear()
            _opened.add(settings.home)
    return settings


def opened() -> Config:
    """The same without asking whether it is safe: for whoever checks a damaged home."""
    settings = config()
    with _lock:
        if settings.home not in _opened:
            _open(settings)
    return settings


def unsafe() -> list[str]:
    """What makes this database unsafe to write to: a lax setting, a missing or changed trigger."""
    try:
        return _unsafe()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & trouble.PRIMARY != sqlite3.SQLITE_CORRUPT:
            raise
        return ["The database file is damaged."]


def _unsafe() -> list[str]:
    found = []
    if database.rows("PRAGMA synchronous")[0][0] != SYNCHRONOUS_FULL:
        found.append(
            "The database does not wait until data are on the disk (synchronous is not FULL)."
        )
    triggers = database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    held: dict[str, str] = {str(name): str(sql) for name, sql in triggers}
    found += [
        f"The trigger {name}, which guards the record, is "
        f"{'changed' if name in held else 'missing'}."
        for name, statement in TRIGGERS.items()
        if held.get(name) != statement
    ]
    return found


def version_of(file: Path) -> int:
    """Version of the tables of a database file; 0 for one without tables, or no file."""
    if not file.exists():
        return 0
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as direct:
        return cast(int, direct.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def turn(lock: Path) -> Iterator[None]:
    """Hold the lock file; processes take turns, and the kernel frees a dead one's lock."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


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
    found = _known_version(settings.database)
    if found < VERSION:
        with turn(settings.appender_lock):
            if _known_version(settings.database) < VERSION:
                _migrate(settings)


def _known_version(file: Path) -> int:
    try:
        found = version_of(file)
    except sqlite3.DatabaseError:
        raise NotSafe(
            f"{file} is not a database that can be read. Restore a backup with "
            "`answerable restore FILE --into DIR`."
        ) from None
    if found > VERSION:
        raise TooNew(
            f"The home folder {file.parent} was written by a newer Answerable (its tables "
            f"have version {found}, this one knows {VERSION}): use a newer Answerable."
        )
    return found


def _migrate(settings: Config) -> None:
    import django  # noqa: PLC0415  # a home that is up to date is opened without loading Django
    from django.apps import apps  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    if not apps.ready:
        django.setup()
    by_django = connections["default"]
    by_django.close()
    by_django.settings_dict["NAME"] = str(settings.database)
    call_command("migrate", verbosity=0, interactive=False)
    by_django.close()
    database.rows(f"PRAGMA user_version = {VERSION}")


def _keep_secret_key(settings: Config) -> None:
    if settings.secret_key is None:
        handle = os.open(settings.secret_key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(48))
