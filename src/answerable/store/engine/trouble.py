"""What the disk, the folder or the database refuses, as a sentence that a person can act on.

Errors of a database and of the operating system that come from where the home lies are no
defect of the program; all others are, and stay what they are.
"""

import errno

from answerable.store.engine import database
from answerable.store.engine.dialect import Kind
from answerable.vocabulary.refusal import Refusal

_WORDS: dict[Kind, str] = {
    "full": "The disk is full, so this was not done. Free some space and try again.",
    "closed": "A file or folder cannot be opened or written to, so this was not done. Check the "
    "disk and the permissions of the home folder and of what was named, then try again.",
    "held": "The database is held by another program, so this was not done. Try again.",
    "damaged": "A database file of the home is damaged, so this was not done. Run `answerable "
    "verify` to see what is damaged, then `answerable restore FILE --into DIR` with a backup.",
    "away": "The database server did not answer. Try again; a command sent again with the same "
    "key acts once.",
}
_BY_SYSTEM: dict[int, str] = {
    errno.ENOSPC: _WORDS["full"],
    errno.EDQUOT: _WORDS["full"],
    errno.EROFS: _WORDS["closed"],
    errno.EACCES: _WORDS["closed"],
    errno.EPERM: _WORDS["closed"],
    errno.ENAMETOOLONG: "A name that was given is too long for a file. Give a shorter one.",
}


class Trouble(Refusal):
    """Where the home lies, something cannot be read or written."""

    code = "trouble"


def in_words(error: BaseException) -> Trouble | None:
    """The sentence for an error of the disk, the folder or the file; None for a defect."""
    if kind := database.kind(error):
        return Trouble(_WORDS[kind])
    words = _BY_SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else None
    return Trouble(words) if words else None
