"""Processes that append until they are killed, and what they had acknowledged by then."""

import os
import shutil
import signal
import sqlite3
import time
import traceback
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from answerable.config import config
from answerable.store.book import book
from answerable.store.checks import rebuilding
from answerable.store.checks.verification import verify
from answerable.store.engine import database, start
from answerable.store.engine.keys import Keys
from answerable.store.writes import appender
from answerable.vocabulary.refusal import Refusal
from tests.trust.cast import add, promised

PATIENCE = 20.0
"""Seconds in which a writer has to acknowledge its first entry."""


@dataclass
class Writer:
    """A forked process that appends entries numbered from `begin`; what it said it had saved."""

    pid: int
    pipe: int
    told: dict[int, int] = field(default_factory=dict)
    _rest: bytes = b""

    def first(self) -> bool:
        """Wait until it has acknowledged one entry; False when it could not."""
        until = time.monotonic() + PATIENCE
        while not self.told and time.monotonic() < until:
            if not self.read():
                return False
            time.sleep(0.0005)
        return bool(self.told)

    def read(self) -> bool:
        """Take up what it has acknowledged so far; False when it has ended."""
        with suppress(BlockingIOError):
            while data := os.read(self.pipe, 65_536):
                *lines, self._rest = (self._rest + data).split(b"\n")
                for line in lines:
                    number, seq = line.split()
                    self.told[int(number)] = int(seq)
            return False
        return True

    def kill(self) -> None:
        """SIGKILL, then what it had still written to its pipe."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.read()
        os.close(self.pipe)


def writer(begin: int, *, first: Callable[[], None] = lambda: None) -> Writer:
    """Fork a writer to the home in force. Everything is imported already, so it is cheap."""
    appender.stop()
    database.close()  # a connection must not be open on both sides of a fork
    reader, pipe = os.pipe()
    os.set_blocking(reader, False)
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            first()
            _append(begin, pipe)
        except Refusal:
            pass  # its server went away, as the campaign wanted
        except BaseException:  # a child never goes back to what its parent was doing
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(pipe)
    return Writer(pid, reader)


def _append(number: int, pipe: int) -> None:
    while True:
        receipt = add(book(), promised(number), key=f"command-{number}")
        os.write(pipe, f"{number} {receipt.first}\n".encode())
        number += 1


def use(home: Path, *, like: Path | None = None) -> Path:
    """Make a folder the home in force; a new one as a copy of an empty home."""
    appender.stop()
    database.close()
    if like is not None:
        shutil.copytree(like, home)
    os.environ["ANSWERABLE_HOME"] = str(home)
    config.cache_clear()
    start.ready()
    database.close()
    return home


def wrong(home: Path, told: dict[int, int], *, projections: bool = True) -> str | None:
    """What a record lost of what was acknowledged, or what about it does not hold."""
    found = verify(home / "answerable.sqlite", keys=Keys(home / "keys.sqlite"))
    with closing(sqlite3.connect(home / "answerable.sqlite")) as raw:
        on_record = dict(raw.execute("SELECT stream, seq FROM entry"))
    lost = [number for number, seq in told.items() if on_record.get(f"action/{number}") != seq]
    if lost or not found.holds:
        return f"lost {lost[:9]}, faults {[str(fault) for fault in found.faults[:3]]}"
    if projections and not all(state.same for state in rebuilding.compare()):
        return "a projection is not what the fold says"
    return None
