"""R-09: the answer is lost after the commit; the same command again acts once."""

import random
from pathlib import Path

from answerable.store.book import book
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.store.writes import appender
from answerable.vocabulary.refusal import Refusal
from tests.trust.campaigns import Round, Tally
from tests.trust.cast import add, promised


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one command that is sent again, at times after a restart or by another."""
    del home
    number = registers.head().size
    while True:
        number += 1
        key = f"lost-{number}"
        first = add(book(), promised(number), key=key)
        if chance.random() < 0.02:  # as after a restart
            appender.stop()
            database.close()
            tally["restarts between"] += 1
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
            tally["other content under the same key refused"] += 1
            yield None if registers.head().size == size else f"command {number} left a trace"
