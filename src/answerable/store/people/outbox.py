"""Mails that wait to be sent: a file each, in `home/outbox`, so that nothing is lost.

A mail is on the disk, whole and synced, before anybody tries to send it. Its name says which mail
it is, so the same digest is never made twice; once it is sent, only an empty mark stays.
"""

from datetime import UTC, datetime
from pathlib import Path

from answerable.store.engine import start
from answerable.store.papers import documents
from answerable.vocabulary.refusal import Refusal

_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
MOST_NAME = 120


class BadName(Refusal):
    """A name that no mail can have."""

    code = "bad_name"


def put(name: str, data: bytes) -> bool:
    """Keep a mail until it is sent; False where the same mail waits or was sent already."""
    waiting, sent = _paths(name)
    if waiting.exists() or sent.exists():
        return False
    documents.write_whole(waiting, data)
    return True


def known(name: str) -> bool:
    """Does this mail wait, or was it sent?"""
    return any(path.exists() for path in _paths(name))


def waiting() -> tuple[str, ...]:
    """Names of the mails that wait, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.eml")))


def oldest() -> datetime | None:
    """When the mail was made that has waited longest; None where none waits."""
    made = [path.stat().st_mtime for path in _folder().glob("*.eml")]
    return datetime.fromtimestamp(min(made), UTC) if made else None


def read(name: str) -> bytes:
    """A mail that waits."""
    return _paths(name)[0].read_bytes()


def sent(name: str) -> None:
    """The server took it: its mark first, then the mail itself goes."""
    mail, mark = _paths(name)
    documents.write_whole(mark, b"")
    mail.unlink(missing_ok=True)


def _paths(name: str) -> tuple[Path, Path]:
    if not name or len(name) > MOST_NAME or not set(name) <= _NAME:
        raise BadName(f"“{name[:60]}” is no name of a mail.")
    return _folder() / f"{name}.eml", _folder() / "sent" / name


def _folder() -> Path:
    return start.ready().home / "outbox"
