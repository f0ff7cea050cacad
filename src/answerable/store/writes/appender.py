"""The appender thread: a turn for each batch, group commit, and each command exactly once.

Commands wait in a queue. The thread takes at most 64, waits for its turn among processes (a
lock on `home/appender.lock`), decides each against the register at the head and writes it within
a savepoint, commits once, and only then answers. So no decision rests on a stale register, a
refused command leaves no trace, and what was answered is on the disk (LEDGER section 9).
"""

import atexit
import errno
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from answerable.config import Config
from answerable.ledger.book import Receipt
from answerable.ledger.party import Party
from answerable.ledger.register import Register
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.reads.registers import deciding
from answerable.store.writes.writing import Writer
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal

BATCH = 64
PATIENCE = 5.0
"""Seconds that a caller waits for its command to be decided."""


class Busy(Refusal):
    """The record could not be reached in time; nothing was recorded."""

    code = "busy"


class NoRoom(Refusal):
    """The disk or the folder refused; nothing was recorded."""

    code = "no_room"


class Away(Refusal):
    """The server went away; the same command again finds out what became of it."""

    code = "away"


@dataclass(frozen=True, slots=True)
class Command:
    """What a caller asks to be decided and recorded, and where the answer goes."""

    about: str
    decide: Callable[[Register], Sequence[Fact]]
    by: Actor
    at: datetime
    key: str
    seen: int | None
    party: Party | None = None
    answer: "Future[Receipt]" = field(default_factory=Future)


class Appender:
    """One thread of this process that appends to one home folder."""

    def __init__(self, settings: Config) -> None:
        self.place = (settings.home, settings.book)
        self._engine = database.engine(settings)
        self._queue: SimpleQueue[Command | None] = SimpleQueue()
        self._writer = Writer(keys_of(settings))
        self._thread = Thread(target=self._run, name="appender", daemon=True)
        self._thread.start()

    def submit(self, command: Command) -> Receipt:
        """The receipt, once it is on the disk; or the refusal, or the caller's own error."""
        self._queue.put(command)
        try:
            return command.answer.result(PATIENCE)
        except TimeoutError:
            if command.answer.cancel():
                raise Busy(
                    f"The record was busy for {PATIENCE:.0f} seconds and nothing was recorded. "
                    "Try again; the same command acts once."
                ) from None
            return command.answer.result()  # being decided: the answer is a matter of moments

    def stop(self) -> None:
        """Finish what is queued and close the connection."""
        self._queue.put(None)
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            while batch := self._take():
                self._serve(batch)
        finally:
            database.close()

    def _take(self) -> list[Command]:
        first = self._queue.get()
        batch = [first] if first else []
        while batch and len(batch) < BATCH:
            try:
                following = self._queue.get_nowait()
            except Empty:
                break
            if following is None:
                self._queue.put(None)
                break
            batch.append(following)
        return batch

    def _serve(self, batch: Sequence[Command]) -> None:
        answers: list[tuple[Command, Receipt | BaseException]] = []
        taken: list[Command] = []
        try:
            with (
                self._engine.turn(),
                database.transaction() as current,
                deciding(self._writer.histories),
            ):
                self._writer.begin(current)
                for command in batch:
                    if not command.answer.set_running_or_notify_cancel():
                        continue
                    taken.append(command)
                    answers.append((command, self._answer(command)))
            self._writer.committed()
        except BaseException as error:
            self._writer.forget()
            reason = _in_words(error)
            for command in batch:
                if command in taken or command.answer.set_running_or_notify_cancel():
                    command.answer.set_exception(reason)
            return
        for command, answer in answers:
            if isinstance(answer, BaseException):
                command.answer.set_exception(answer)
            else:
                command.answer.set_result(answer)

    def _answer(self, command: Command) -> Receipt | BaseException:
        try:
            with database.savepoint():
                return self._writer.record(
                    about=command.about,
                    decide=command.decide,
                    by=command.by,
                    at=command.at,
                    key=command.key,
                    seen=command.seen,
                    party=command.party,
                )
        except Exception as refused:
            if database.is_outside(refused):
                raise  # the disk or the server, not the command: the whole batch is undone
            self._writer.undo()
            return refused


_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
"""Of the file by which processes take turns: it is opened before the database is."""


def _in_words(error: BaseException) -> BaseException:
    kind = database.kind(error)
    number = getattr(error, "errno", None)
    if kind == "full" or number in _FULL:
        return NoRoom("The disk is full and nothing was recorded. Free some space and try again.")
    if kind == "closed" or number in _CLOSED:
        return NoRoom(
            "The home folder cannot be written to and nothing was recorded. "
            "Check its disk and its permissions, then try again."
        )
    if kind == "held":
        return Busy("The database is held by another program and nothing was recorded. Try again.")
    if kind == "away":
        return Away(
            "The database server did not answer, and whether this was recorded is not known. Send "
            "the same command again, with the same key: it acts once."
        )
    return error


class _One:
    """The appender of this process; another home, or a fork, begins a new one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._appender: Appender | None = None

    def get(self) -> Appender:
        settings = start.ready()
        with self._lock:
            if self._appender is not None and self._appender.place != (
                settings.home,
                settings.book,
            ):
                self._appender.stop()
                self._appender = None
            if self._appender is None:
                self._appender = Appender(settings)
            return self._appender

    def stop(self) -> None:
        with self._lock:
            if self._appender is not None:
                self._appender.stop()
                self._appender = None

    def left_behind(self) -> None:
        self.__init__()  # type: ignore[misc]  # in a forked child the thread and its lock are gone


_one = _One()
running = _one.get
stop = _one.stop
atexit.register(stop)
os.register_at_fork(after_in_child=_one.left_behind)
