"""Promise P1: what was acknowledged is never lost, whoever is killed and whenever.

A child process appends and prints each receipt once it has it; it is killed with SIGKILL after a
random time. Then every printed receipt must be on the record, the record must hold, and the
projections must equal the fold. Control: some kills must fall between two acknowledgements.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.store.checks import rebuilding
from answerable.store.checks.verification import verify
from answerable.store.engine.keys import Keys
from answerable.store.reads import registers
from tests.trust.cast import add, promised

SEED = 20_261_125
KILLS = int(os.environ.get("ANSWERABLE_KILLS", "3"))
ROOT = Path(__file__).parents[2]

CHILD = """
import sys
from answerable.store.book import book
from tests.trust.cast import add, promised
number = int(sys.argv[1])
while number < int(sys.argv[2]):
    receipt = add(book(), promised(number), key=f"command-{number}")
    print(number, receipt.first, flush=True)
    number += 1
"""


def appending(home: Path, begin: int, end: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(begin), str(end)],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )


def acknowledged(child: "subprocess.Popen[str]") -> list[tuple[int, int]]:
    out, _ = child.communicate(timeout=60)
    lines = [line.split() for line in out.splitlines(keepends=True) if line.endswith("\n")]
    return [(int(number), int(seq)) for number, seq in lines]


def test_nothing_acknowledged_is_lost_when_the_appender_is_killed(home: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the kills
    told: dict[int, int] = {}
    begin = 0
    for kill in range(KILLS):
        child = appending(home, begin, begin + 10_000)
        assert child.stdout is not None
        first = child.stdout.readline().split()  # it is at work now
        told[int(first[0])] = int(first[1])
        time.sleep(chance.uniform(0.0005, 0.04))
        child.send_signal(signal.SIGKILL)
        told.update(acknowledged(child))
        begin = max(told) + 1
        found = verify(home / "answerable.sqlite", keys=Keys(home / "keys.sqlite"))
        assert found.holds, f"kill {kill} of seed {SEED}: {found.faults}"
        assert found.size > max(told.values())
    on_record = {v.fact.stream: v.seq for v in registers.history("anyshire-police").versions}
    assert all(on_record[f"action/{number}"] == seq for number, seq in told.items())
    assert all(state.same for state in rebuilding.compare())


def test_a_command_repeated_after_a_kill_acts_once(book: Book, home: Path) -> None:
    """Its answer was lost; the same command again finds it on the record or makes it."""
    child = appending(home, 0, 10_000)
    assert child.stdout is not None
    child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    told = acknowledged(child)
    next_one = (told[-1][0] if told else 0) + 1
    first = add(book, promised(next_one), key=f"command-{next_one}")
    assert add(book, promised(next_one), key=f"command-{next_one}") == first
    streams = [e.content["fact"]["stream"] for e in book.entries()]
    assert streams.count(f"action/{next_one}") == 1


@pytest.mark.parametrize("each", [60])
def test_two_processes_append_at_once_without_a_fork_or_a_gap(home: Path, each: int) -> None:
    children = [appending(home, 0, each), appending(home, 1_000, 1_000 + each)]
    told = [seq for child in children for _, seq in acknowledged(child)]
    assert sorted(told) == list(range(2 * each))
    found = verify(home / "answerable.sqlite", keys=Keys(home / "keys.sqlite"))
    assert found.holds, found.faults
    assert found.size == 2 * each
    assert all(state.same for state in rebuilding.compare())


def test_a_reader_sees_what_another_process_appended(book: Book, home: Path) -> None:
    add(book, promised(500))
    assert len(registers.history("anyshire-police").versions) == 1
    told = acknowledged(appending(home, 0, 3))
    assert [seq for _, seq in told] == [1, 2, 3]
    assert len(registers.history("anyshire-police").versions) == 4
    assert add(book, promised(501)).first == 4
