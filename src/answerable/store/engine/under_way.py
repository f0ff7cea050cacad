"""How far a long command is: told by the appender while it writes, read by a page meanwhile.

Kept in this process only and never on the record: a command that is not told of here has ended,
or was never begun.
"""

from threading import Lock
from typing import NamedTuple

STEP = 250
"""Entries between two tellings; shorter commands are over before anybody asks."""


class Far(NamedTuple):
    """Entries made so far, of how many."""

    made: int
    of: int


_lock = Lock()
_far: dict[str, Far] = {}


def tell(key: str, made: int, of: int) -> None:
    """So many entries of a command have been made."""
    with _lock:
        _far[key] = Far(made, of)


def ended(key: str) -> None:
    """A command was recorded or refused."""
    with _lock:
        _far.pop(key, None)


def how_far(key: str) -> Far | None:
    """How far a command is; None where nothing is being written under this key."""
    with _lock:
        return _far.get(key)
