"""Entries of the common case, checked in a process beside this one while this one reads on.

Only this process reads the record, row by row in its order: so one state of it is checked, on
whatever database. It has no thread that hands batches over: SQLite lets go of Python's lock at
each row, and would wait for such a thread. A small record is checked here, and so is any where
no process can be begun.
"""

import fcntl
import os
import signal
from collections.abc import Generator, Iterable
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from answerable.store.checks import plain_check

Row = tuple[Any, ...]
Batch = list[tuple[Row, list[Row]]]
"""Entries, each with its values, as `plain_check.right` takes them."""
Stamps = list[str | None]

SMALL = 100
"""Batches after which a second process is worth its start."""
ROOM = 2**20
"""Bytes that a pipe holds, so that a batch is handed over without waiting for who takes it."""
_ENDED = (EOFError, OSError)


def answered(batches: Iterable[Batch]) -> Generator[tuple[Batch, Stamps], None, None]:
    """Each batch in turn, with the stamps of its entries that are plainly right."""
    rest = iter(batches)
    for batch in islice(rest, SMALL):
        yield batch, stamps(batch)
    if (asked := next(rest, None)) is None:
        return
    other = _Other()
    try:
        other.ask(asked)
        for batch in rest:  # read while the other process looks at the one before
            told = other.answer(asked)
            other.ask(batch)
            yield asked, told
            asked = batch
        yield asked, other.answer(asked)
    finally:
        other.end()


def stamps(batch: Batch) -> Stamps:
    """Of each entry its stamp; None for one that has to be looked at the long way."""
    return [plain_check.right(row, values) for row, values in batch]


class _Other:
    """The process beside this one, begun anew: a fork would take the locks of threads with it."""

    def __init__(self) -> None:
        self.lives = False
        if (os.cpu_count() or 1) == 1:
            return
        with suppress(*_ENDED):
            new = get_context("spawn")
            (theirs, self._to), (self._from, back) = new.Pipe(duplex=False), new.Pipe(duplex=False)
            self._process = new.Process(target=_look, args=(theirs, back), daemon=True)
            self._process.start()
            with suppress(AttributeError):  # where it has another size, handing over takes longer
                fcntl.fcntl(self._to.fileno(), fcntl.F_SETPIPE_SZ, ROOM)
            theirs.close()  # so that a process that ended is noticed
            back.close()
            self.lives = True

    def ask(self, batch: Batch) -> None:
        """Hand it a batch; it has answered the one before."""
        if self.lives:
            try:
                self._to.send(batch)
            except _ENDED:
                self.lives = False

    def answer(self, batch: Batch) -> Stamps:
        """Its stamps of the batch that it was asked about; found here where it has ended."""
        if self.lives:
            try:
                found: Stamps = self._from.recv()
            except _ENDED:
                self.lives = False
            else:
                return found
        return stamps(batch)

    def end(self) -> None:
        """It ends when nobody will ask it again."""
        if hasattr(self, "_process"):
            self._to.close()
            self._from.close()
            self._process.join()


def _look(asked: Connection, answers: Connection) -> None:
    """In the other process: answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted ends both
    with suppress(*_ENDED):
        while True:
            answers.send(stamps(asked.recv()))
