"""Entries of the common case, checked in a process beside this one while this one reads on.

Only this process reads the record, row by row in its order: so one state of it is checked, on
whatever database. A small record is checked here, and so is any where no process can be begun.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any

from answerable.store.checks import plain_check

Row = tuple[Any, ...]
Batch = list[tuple[Row, list[Row]]]
"""Entries, each with its values, as `plain_check.right` takes them."""
Stamps = list[str | None]

SMALL = 100
"""Batches after which a second process is worth its start."""
AHEAD = 3
"""Batches that wait for their answer, so that memory stays what it is."""
_FAILS = (BrokenExecutor, OSError)


def answered(batches: Iterable[Batch]) -> Generator[tuple[Batch, Stamps], None, None]:
    """Each batch in turn, with the stamps of its entries that are plainly right."""
    rest = iter(batches)
    for batch in islice(rest, SMALL):
        yield batch, stamps(batch)
    if (first := next(rest, None)) is None:
        return
    pool = _pool()
    waiting = deque([(first, _asked(pool, first))])
    try:
        for batch in rest:
            waiting.append((batch, _asked(pool, batch)))
            if len(waiting) > AHEAD:
                yield _answer(*waiting.popleft())
        while waiting:
            yield _answer(*waiting.popleft())
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def stamps(batch: Batch) -> Stamps:
    """Of each entry its stamp; None for one that has to be looked at the long way."""
    return [plain_check.right(row, values) for row, values in batch]


def _pool() -> ProcessPoolExecutor | None:
    """One more process, begun anew: a fork would take the threads' locks with it."""
    if (os.cpu_count() or 1) == 1:
        return None
    try:
        return ProcessPoolExecutor(1, get_context("spawn"), _leave_to_parent)
    except (ImportError, NotImplementedError, OSError):  # a system without semaphores
        return None


def _leave_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted ends both


def _asked(pool: ProcessPoolExecutor | None, batch: Batch) -> Future[Stamps] | None:
    try:
        return None if pool is None else pool.submit(stamps, batch)
    except _FAILS:
        return None


def _answer(batch: Batch, asked: Future[Stamps] | None) -> tuple[Batch, Stamps]:
    try:
        return batch, stamps(batch) if asked is None else asked.result()
    except _FAILS:  # the other process was ended
        return batch, stamps(batch)
