"""Campaigns that add up: each takes a seed and says after every round whether it held.

The commit tests run a few rounds; `benchmarks/deep.py` runs them for minutes.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from answerable.config import config
from answerable.store import appender, database, rebuilding, registers
from answerable.store.book import book
from answerable.store.keys import Keys, keys_of
from answerable.store.verification import verify
from answerable.vocabulary.refusal import Refusal
from tests.factories import FORCE
from tests.trust.cast import add, promised

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from answerable.store.book import book
from tests.trust.cast import add, promised
number = int(sys.argv[1])
while True:
    receipt = add(book(), promised(number), key=f"command-{number}")
    print(number, receipt.first, flush=True)
    number += 1
"""

Round = Iterator[str | None]
"""Of each round: None when it held, else what did not."""


def kills(home: Path, chance: random.Random) -> Round:
    """R-01: SIGKILL after 0.5 to 40 ms; nothing acknowledged is lost, and all of it holds."""
    told: dict[int, int] = {}
    begin = 0
    while True:
        child = _writer(home, begin)
        assert child.stdout is not None
        lines = [child.stdout.readline()]
        time.sleep(chance.uniform(0.0005, 0.04))
        child.send_signal(signal.SIGKILL)
        lines += child.communicate()[0].splitlines(keepends=True)
        for line in lines:
            if line.endswith("\n"):
                number, seq = line.split()
                told[int(number)] = int(seq)
        begin = max(told) + 1
        found = verify(home / "answerable.sqlite", keys=Keys(home / "keys.sqlite"))
        on_record = {v.fact.stream: v.seq for v in registers.history(FORCE).versions}
        lost = [n for n, seq in told.items() if on_record.get(f"action/{n}") != seq]
        if lost or not found.holds:
            yield f"lost {lost}, faults {[str(f) for f in found.faults]}"
        elif not all(state.same for state in rebuilding.compare()):
            yield "a projection is not what the fold says"
        else:
            yield None


def stops(home: Path, chance: random.Random) -> Round:
    """R-08: PostgreSQL stopped at once under four writers; nothing acknowledged is lost."""
    from tests.engines.server import Server  # noqa: PLC0415  # only this one needs a server

    server, told, number = Server(), dict[int, int](), 0
    try:
        os.environ["ANSWERABLE_BOOK"] = server.address("record")
        config.cache_clear()
        while True:
            registers.head()  # the tables are made before the first writer begins
            children = [_writer(home, number + n * 100_000) for n in range(4)]
            number += 400_000
            lines = [child.stdout.readline() for child in children if child.stdout]
            time.sleep(chance.uniform(0.01, 0.5))
            server.stop("immediate")
            lines += [line for c in children for line in c.communicate()[0].splitlines(True)]
            told |= {int(n): int(seq) for n, seq in (x.split() for x in lines if x[-1:] == "\n")}
            began = time.monotonic()
            server.start()
            on_record = {v.fact.stream: v.seq for v in registers.history(FORCE).versions}
            back = time.monotonic() - began
            lost = [n for n, seq in told.items() if on_record.get(f"action/{n}") != seq]
            found = verify(database.engine(), keys=keys_of(config()))
            if lost or not found.holds:
                yield f"lost {lost}, faults {[str(f) for f in found.faults]}"
            elif not all(state.same for state in rebuilding.compare()):
                yield "a projection is not what the fold says"
            else:
                yield None if back <= 10 else f"back after {back:.0f} s"
    finally:
        appender.stop()
        database.close()
        server.end()
        del os.environ["ANSWERABLE_BOOK"]
        config.cache_clear()


def _writer(home: Path, begin: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(begin)],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def mutations(home: Path, chance: random.Random) -> Round:
    """L-03: one change by hand to a copy of the database; found, and its place named."""
    from tests.trust import test_tamper as tamper  # noqa: PLC0415  # it uses pytest's fixtures

    record = tamper.filled(book(), home)
    copies = home.parent / "copies"
    copies.mkdir(exist_ok=True)
    shutil.copy(home / "keys.sqlite", copies / "keys.sqlite")
    copy = copies / "copy.sqlite"
    number = 0
    while True:
        change = tamper.CHANGES[number % len(tamper.CHANGES)]
        number += 1
        shutil.copy(record, copy)
        if number % 10 == 0:
            clean = tamper.checked(copy)
            yield None if clean.holds else f"a false alarm: {clean.faults}"
            continue
        seq = tamper.edited(copy, lambda raw, change=change: change(raw, chance))  # type: ignore[misc]  # bound in the loop
        found = tamper.checked(copy)
        named = [fault.entry for fault in found.faults if fault.entry is not None]
        if found.holds:
            yield f"{change.__name__} of entry {seq} was not found"
        elif seq is not None and not any(abs(entry - seq) <= 1 for entry in named):
            yield f"{change.__name__} of entry {seq} was found at {named[:3]}"
        else:
            yield None


def lost_answers(home: Path, chance: random.Random) -> Round:
    """R-09: the answer is lost after the commit; the same command again acts once."""
    number = registers.head().size
    del home
    while True:
        number += 1
        key = f"lost-{number}"
        first = add(book(), promised(number), key=key)
        if chance.random() < 0.02:  # as after a restart
            appender.stop()
            database.close()
        size = registers.head().size
        times = 1 if chance.random() < 0.9 else 3
        again = [add(book(), promised(number), key=key) for _ in range(times)]
        if any(receipt != first for receipt in again) or registers.head().size != size:
            yield f"command {number} acted more than once"
            continue
        if chance.random() < 0.8:
            yield None
            continue
        try:
            add(book(), promised(number, text="other content"), key=key)
            yield f"the key of command {number} was taken for other content"
        except Refusal:
            yield None if registers.head().size == size else f"command {number} left a trace"


CAMPAIGNS = {"R-01": kills, "R-08": stops, "L-03": mutations, "R-09": lost_answers}
