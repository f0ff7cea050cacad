"""Where the record ends, and answers of which every part is of one state."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import NamedTuple

from answerable.store.engine import database, start
from answerable.store.reads import own_bodies


class Head(NamedTuple):
    """How large the record is, and its root in hex."""

    size: int
    root: str


class _Moment(local):
    asked: bool = False
    head: Head | None = None


_moment = _Moment()


@contextmanager
def one_moment() -> Iterator[None]:
    """In this thread, all is read as the record stood when it was first asked for.

    For what only reads: so the parts of one answer are of one state, and where the record ends is
    asked once. Inside a transaction its own state counts.
    """
    before = _moment.asked, _moment.head
    _moment.asked, _moment.head = True, None
    try:
        yield
    finally:
        _moment.asked, _moment.head = before


def head() -> Head:
    """Size and root of the record."""
    if _moment.head is None:
        start.ready()
    within = database.connection().in_transaction
    if _moment.head is not None and not within:
        return _moment.head
    size, root = database.rows("SELECT size, root FROM head")[0]
    own_bodies.reached(int(size))
    found = Head(int(size), bytes(root).hex())
    if _moment.asked and not within:
        _moment.head = found
    return found
