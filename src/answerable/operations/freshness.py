"""What a public page hangs on: while none of it changes, neither does the page."""

from contextlib import AbstractContextManager
from datetime import date
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from answerable.store.engine import database, start
from answerable.store.reads import moments, registers
from answerable.store.reads.moments import Head

_REMOVALS = ("Erased", "Reclassified")


def state(*, on: date, known: int | None = None) -> str:
    """A short text that stays the same as long as every public page does.

    `known` is given where an address names both its dates: then only a removal changes it.
    """
    head = registers.head()
    rest = f"{release()}-{removed(head)}-{on.isoformat()}"
    return f"{rest}-{known}" if known is not None and known < head.size else f"{rest}-{head.root}"


def one_moment() -> AbstractContextManager[None]:
    """While an answer is made that only reads: all of it, its tag too, is of one state."""
    return moments.one_moment()


def removed(head: Head) -> int:
    """Sequence of the latest erasure or new marking; -1 where there is none.

    It changes what is shown at dates before it (LEDGER section 10).
    """
    return _removed(start.configured().home, head)  # made ready when its head was read


@cache
def release() -> str:
    """The version of Answerable: another one may write other words."""
    return version("answerable")


@lru_cache(maxsize=8)
def _removed(_home: Path, _head: Head) -> int:
    marks = ", ".join("?" * len(_REMOVALS))
    found = database.rows(
        f"SELECT coalesce(max(seq), -1) FROM entry WHERE type IN ({marks})",  # noqa: S608  # marks only
        _REMOVALS,
    )
    return int(found[0][0])
