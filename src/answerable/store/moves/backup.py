"""Online backup and restore: one file, every part of it checked by its digest.

The ledger, the documents and the observations go into one zip file. Keys go into a second file
beside it, `FILE.keys`, to be kept apart and for a shorter time: erased values stay erased only
where no copy of their key is left.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from answerable.config import Config
from answerable.store.checks.verification import Verification, verify
from answerable.store.engine import database, start
from answerable.store.engine.keys import Keys
from answerable.store.engine.sqlite import Sqlite
from answerable.store.moves import moving
from answerable.vocabulary.refusal import Refusal

DATABASE = "answerable.sqlite"
MANIFEST = "manifest.json"
_MEMBER = re.compile(r"(?:documents|observations)(?:/[A-Za-z0-9_=-][A-Za-z0-9._=-]*){1,8}")


class BadBackup(Refusal):
    """A backup that cannot be made or used."""

    code = "bad_backup"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked: how many entries, with which root, in which files."""

    file: Path
    keys: Path | None
    bytes: int
    size: int
    root: str
    files: int


def back_up(file: Path, *, at: datetime) -> Backup:
    """Copy the home in force while it is in use, and check the copy before it gets its name."""
    settings = start.ready()
    keys_file = _keys_file(file)
    try:
        for target in (file, keys_file):
            if target.exists():
                raise BadBackup(f"{target} exists already. Choose another name for the backup.")
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
            held = _held(settings, Path(folder))
            packed, checked, count = _pack(settings, held, Path(folder), at=at)
            _sync(packed)
            if held.keys.exists():
                kept = Path(folder) / "keys"
                _copy(held.keys, kept)
                kept.chmod(0o600)
                _sync(kept)
                kept.replace(keys_file)
            packed.replace(file)
    except OSError as error:
        raise BadBackup(f"The backup could not be written: {error.strerror}.") from None
    kept_keys = keys_file if keys_file.exists() else None
    return Backup(file, kept_keys, file.stat().st_size, checked.size, checked.root, count)


def restore(file: Path, *, into: Path) -> Backup:
    """Unpack a backup into an empty home and check every file and the whole record."""
    try:
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            raise BadBackup(f"{into} is not empty. Restore into a new folder: --into DIR.")
        into.parent.mkdir(parents=True, exist_ok=True)
        with (
            zipfile.ZipFile(file) as packed,
            tempfile.TemporaryDirectory(dir=into.parent, prefix=".restore-") as folder,
        ):
            made = Path(folder) / "home"
            made.mkdir(mode=0o700)
            manifest = _manifest(packed)
            _unpack(packed, manifest, made)
            keys_file = _keys_file(file)
            if keys_file.exists():
                shutil.copyfile(keys_file, made / "keys.sqlite")
                (made / "keys.sqlite").chmod(0o600)
            checked = _sound(made / DATABASE, made / "keys.sqlite")
            if (checked.size, checked.root) != (manifest["size"], manifest["root"]):
                raise BadBackup(f"{file} does not hold the record that it says it holds.")
            for kept in (DATABASE, "keys.sqlite"):
                for left in ("-wal", "-shm"):
                    (made / f"{kept}{left}").unlink(missing_ok=True)
            if into.exists():
                into.rmdir()
            made.rename(into)
    except FileNotFoundError:
        raise BadBackup(f"There is no file {file}.") from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError):
        raise BadBackup(f"{file} is not a backup of Answerable, or it is damaged.") from None
    except OSError as error:
        raise BadBackup(f"The backup could not be restored: {error.strerror}.") from None
    kept_keys = keys_file if keys_file.exists() else None
    count = len(manifest["files"])
    return Backup(file, kept_keys, file.stat().st_size, checked.size, checked.root, count)


def _held(settings: Config, folder: Path) -> Config:
    """Where record and keys lie as files; those of a server are made first."""
    if isinstance(database.engine(settings), Sqlite):
        return settings
    files = Config(folder / "files", ())
    files.home.mkdir()
    moving.move(settings, files)
    return files


def _pack(
    settings: Config, held: Config, folder: Path, *, at: datetime
) -> tuple[Path, Verification, int]:
    copied = folder / DATABASE
    _copy(held.database, copied)
    checked = _sound(copied, held.keys)
    packed = folder / "backup.zip"
    listed: dict[str, str] = {}
    with zipfile.ZipFile(packed, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name, path in [(DATABASE, copied), *_files(settings)]:
            data = path.read_bytes()
            listed[name] = hashlib.sha256(data).hexdigest()
            target.writestr(name, data)
        manifest = {
            "made_at": at.isoformat(),
            "version": start.VERSION,
            "size": checked.size,
            "root": checked.root,
            "files": listed,
        }
        target.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
    with zipfile.ZipFile(packed) as written:
        for name, digest in listed.items():
            if hashlib.sha256(written.read(name)).hexdigest() != digest:
                raise BadBackup(f"The copy of {name} differs from the original. Try again.")
    return packed, checked, len(listed)


def _files(settings: Config) -> Iterator[tuple[str, Path]]:
    """Documents and observations; files that are still being written begin with a point."""
    for folder in (settings.documents, settings.observations):
        for path in sorted(folder.rglob("*")):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            if path.is_file() and _MEMBER.fullmatch(name):
                yield name, path


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _sound(file: Path, keys: Path) -> Verification:
    checked = verify(file, keys=Keys(keys))
    if not checked.holds:
        raise BadBackup(
            f"The record does not hold together ({checked.faults[0]}). Run `answerable verify`."
        )
    return checked


def _manifest(packed: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(packed.read(MANIFEST))
    if int(manifest["version"]) > start.VERSION:
        raise start.TooNew(
            f"This backup was made by a newer Answerable (its tables have version "
            f"{manifest['version']}, this one knows {start.VERSION}): use a newer Answerable."
        )
    return manifest


def _unpack(packed: zipfile.ZipFile, manifest: dict[str, Any], made: Path) -> None:
    for name, digest in manifest["files"].items():
        if name != DATABASE and not _MEMBER.fullmatch(name):
            raise BadBackup(f"The backup names a file that no backup has: {name[:60]}.")
        data = packed.read(name)
        if hashlib.sha256(data).hexdigest() != digest:
            raise BadBackup(f"The backup's file {name} is damaged. Use another backup.")
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        _sync(path)


def _keys_file(file: Path) -> Path:
    if not file.name:
        raise BadBackup(f"{file} is a folder. Name a file in it.")
    return file.with_name(f"{file.name}.keys")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
