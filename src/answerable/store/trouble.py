"""What the disk, the folder or the database file refuses, as a sentence that a person can act on.

Errors of SQLite and of the operating system that come from where the home lies are no defect of
the program; all others are, and stay what they are.
"""

import errno
import sqlite3

from answerable.vocabulary.refusal import Refusal

_FULL = "The disk is full, so this was not done. Free some space and try again."
_CLOSED = (
    "A file or folder cannot be opened or written to, so this was not done. Check the disk and "
    "the permissions of the home folder and of what was named, then try again."
)
_HELD = "The database is held by another program, so this was not done. Try again."
_DAMAGED = (
    "A database file of the home is damaged, so this was not done. Run `answerable verify` to see "
    "what is damaged, then `answerable restore FILE --into DIR` with a backup."
)
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _CLOSED,
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_BY_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.ENAMETOOLONG: "A name that was given is too long for a file. Give a shorter one.",
}
PRIMARY = 0xFF
"""The lowest byte of an extended result code of SQLite is its primary code."""


class Trouble(Refusal):
    """Where the home lies, something cannot be read or written."""

    code = "trouble"


def in_words(error: BaseException) -> Trouble | None:
    """The sentence for an error of the disk, the folder or the file; None for a defect."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.Error) and code is not None:
        words = _BY_SQLITE.get(code & PRIMARY)
    elif isinstance(error, OSError):
        words = _BY_SYSTEM.get(error.errno or 0)
    else:
        words = None
    return Trouble(words) if words else None
