"""A long load at work: begun by one request, looked at by others until its figures are kept.

What is known of it here lives in this process; after a stop the record alone says whether the
load was noted.
"""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillAtWork
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock, Thread

from answerable.ledger.book import Receipt
from answerable.operations import access
from answerable.operations.measures import uploads
from answerable.operations.measures.loading import LoadedFile
from answerable.operations.measures.uploads import Asked
from answerable.store.engine import database, start
from answerable.store.reads import commands
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST_KEPT = 20
AT_ONCE = 2.0
"""Seconds that a request waits: most tables are loaded by then."""


@dataclass(slots=True)
class Run:
    """One load that was begun here, what it does now, and how it ended."""

    begun: datetime
    doing: str = ""
    answer: "Future[LoadedFile]" = field(default_factory=Future)

    def hear(self, words: str) -> None:
        """What it does now."""
        self.doing = words

    def wait(self, seconds: float) -> LoadedFile | None:
        """What was loaded; None while it is at work; else its refusal."""
        with suppress(StillAtWork):
            return self.answer.result(seconds)
        return None


@dataclass(frozen=True, slots=True)
class Far:
    """How far a load is."""

    begun: datetime | None = None
    doing: str = ""
    receipt: Receipt | None = None
    refused: Refusal | None = None

    @property
    def at_work(self) -> bool:
        """Is it at work now?"""
        return self.begun is not None and self.receipt is None and self.refused is None


class _Runs:
    """The last loads of this process, by who began them and under which key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[str, str], Run] = OrderedDict()

    def begin(self, name: tuple[str, str], run: Run, work: Callable[[Run], None]) -> Run:
        """The run of this name, begun if it is new or was refused before."""
        with self._lock:
            held = self._held.get(name)
            if held is not None and not _refused(held):
                return held
            self._held[name] = run
            while len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)
        Thread(target=work, args=(run,), name="load", daemon=True).start()
        return run

    def find(self, name: tuple[str, str]) -> Run | None:
        with self._lock:
            return self._held.get(name)


_runs = _Runs()


def begin_load(
    *, by: Actor, at: datetime, key: str, seen: int | None, sha: str, asked: Asked
) -> Run:
    """Begin to load a table that somebody looked at; the same key begins it once."""
    access.require(by, "load_observations", about=asked.body)

    def work(run: Run) -> None:
        try:
            run.answer.set_result(
                uploads.load_upload(
                    by=by, at=at, key=key, seen=seen, sha=sha, asked=asked, told=run.hear
                )
            )
        except BaseException as error:
            run.answer.set_exception(error)
        finally:
            database.close()

    return _runs.begin(_name(by, key), Run(at), work)


def how_far(*, by: Actor, key: str, asked: Asked) -> Far:
    """How far a load is; what the record says of one that this process knows nothing of."""
    access.require(by, "load_observations", about=asked.body)
    run = _runs.find(_name(by, key))
    if run is None:
        earlier = commands.find(database.connection(), by=by, key=f"{key}/{asked.measure}")
        return Far(receipt=earlier.receipt if earlier else None)
    if not run.answer.done():
        return Far(run.begun, run.doing)
    if _refused(run):
        error = run.answer.exception()
        return Far(run.begun, refused=error if isinstance(error, Refusal) else None)
    return Far(run.begun, receipt=run.answer.result().measures[0].receipt)


def _refused(run: Run) -> bool:
    return run.answer.done() and isinstance(run.answer.exception(), Refusal)


def _name(by: Actor, key: str) -> tuple[str, str]:
    return (f"{by.body}/{by.office}/{by.person} at {start.configured().home}", key)
