"""R-01: SIGKILL after 0.5 to 40 ms; nothing acknowledged is lost, and all of it holds."""

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.writers import use, writer, wrong

A_HOME = 10
"""Kills that one home lives through before all of it is checked: what was lost or torn does not
come back by itself."""


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one kill of the appender of a home that was killed before."""
    empty = home.with_name("empty")
    use(empty, like=home)
    for kill in range(10**9):
        if kill % A_HOME == 0:
            current = use(home.with_name(f"home-{kill}"), like=empty)
            told, number = dict[int, int](), 0
        one = writer(number)
        began = one.first()
        time.sleep(chance.uniform(0.0005, 0.04))
        one.kill()
        told |= one.told
        number = max(told, default=number) + 2  # the one after may be on the record unanswered
        if not began:
            yield "the writer could not begin"
        elif kill % A_HOME < A_HOME - 1:
            yield None
        else:
            yield wrong(current, told)
            tally["acknowledged"] += len(told)
            tally["recorded without an answer"] += size(current) - len(told)
            shutil.rmtree(current)


def size(home: Path) -> int:
    with closing(sqlite3.connect(home / "answerable.sqlite")) as raw:
        found: int = raw.execute("SELECT size FROM head").fetchone()[0]
        return found
