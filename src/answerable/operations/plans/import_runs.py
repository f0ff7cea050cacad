"""A long import at work: begun by one request, looked at by others until it is recorded.

The import itself is one append: all of it or nothing. What is known of it here lives in this
process; after a stop the record alone says whether it was written.
"""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillAtWork
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock, Thread

from answerable.ledger.book import Receipt
from answerable.operations import access
from answerable.operations.plans import action_log, log_files
from answerable.operations.plans.log_compared import Asked
from answerable.scrutiny.plans.action_log import Agreed
from answerable.store.engine import database, start, under_way
from answerable.store.reads import commands
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST_KEPT = 20
AT_ONCE = 2.0
"""Seconds that a request waits: most logs are on the record by then."""


@dataclass(frozen=True, slots=True)
class Run:
    """One import that was begun here: what was typed with it, and how it ended."""

    key: str
    rows: int
    begun: datetime
    typed: Mapping[str, str]
    answer: "Future[Receipt]" = field(default_factory=Future)

    def wait(self, seconds: float) -> Receipt | None:
        """The receipt, once there is one; None while it is at work; else its refusal."""
        with suppress(StillAtWork):
            return self.answer.result(seconds)
        return None

    @property
    def refused(self) -> Refusal | None:
        """Why nothing was recorded, where the import was refused."""
        found = self.answer.exception() if self.answer.done() else None
        return found if isinstance(found, Refusal) else None


@dataclass(frozen=True, slots=True)
class Far:
    """How far an import is. `of` counts entries and is 0 while rows are still compared."""

    rows: int = 0
    made: int = 0
    of: int = 0
    begun: datetime | None = None
    receipt: Receipt | None = None
    refused: Refusal | None = None
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def at_work(self) -> bool:
        """Is it being written now?"""
        return self.begun is not None and self.receipt is None and self.refused is None


class _Runs:
    """The last imports of this process, by who began them and under which key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[str, str], Run] = OrderedDict()

    def begin(self, name: tuple[str, str], run: Run) -> tuple[Run, bool]:
        """The run of this name and whether it is new; a refused one may be begun again."""
        with self._lock:
            held = self._held.get(name)
            if held is not None and held.refused is None:
                return held, False
            self._held[name] = run
            while len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)
            return run, True

    def find(self, name: tuple[str, str]) -> Run | None:
        with self._lock:
            return self._held.get(name)


_runs = _Runs()


def begin_import(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    document: str,
    asked: Asked,
    agreed: Mapping[str, Agreed],
    typed: Mapping[str, str],
    restrict: bool = False,
    restrict_people: bool = False,
    people_except: Collection[str] = (),
    release: str = "",
) -> Run:
    """Begin to record a difference that somebody confirmed; the same key begins it once."""
    access.require(by, "import_action_log", about=asked.institution)
    rows = len(log_files.opened(document).rows)
    run, is_new = _runs.begin(_name(by, key), Run(key, rows, at, dict(typed)))

    def work() -> None:
        try:
            run.answer.set_result(
                action_log.import_action_log(
                    by=by,
                    at=at,
                    key=key,
                    seen=seen,
                    document=document,
                    asked=asked,
                    agreed=agreed,
                    restrict=restrict,
                    restrict_people=restrict_people,
                    people_except=people_except,
                    release=release,
                )
            )
        except BaseException as error:
            run.answer.set_exception(error)
        finally:
            database.close()

    if is_new:
        Thread(target=work, name="import", daemon=True).start()
    return run


def how_far(*, by: Actor, key: str, asked: Asked) -> Far:
    """How far an import is; what the record says of one that this process knows nothing of."""
    access.require(by, "import_action_log", about=asked.institution)
    run = _runs.find(_name(by, key))
    if run is None:
        earlier = commands.find(database.connection(), by=by, key=key)
        return Far(receipt=earlier.receipt if earlier else None)
    if run.answer.done():
        if run.refused is None:
            return Far(run.rows, begun=run.begun, receipt=run.answer.result())
        return Far(run.rows, begun=run.begun, refused=run.refused, typed=run.typed)
    far = under_way.how_far(key) or under_way.Far(0, 0)
    return Far(run.rows, far.made, far.of, run.begun)


def _name(by: Actor, key: str) -> tuple[str, str]:
    return (f"{by.body}/{by.office}/{by.person} at {start.configured().home}", key)
