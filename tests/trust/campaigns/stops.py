"""R-08: PostgreSQL stopped at once under four writers; nothing acknowledged is lost."""

import os
import random
import time
from pathlib import Path

from answerable.config import config
from answerable.store.checks import rebuilding
from answerable.store.checks.verification import verify
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.reads import registers
from answerable.store.writes import appender
from tests.engines.server import Server
from tests.factories import FORCE
from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.writers import writer

WRITERS, APART = 4, 100_000
A_RECORD = 10
"""Stops that one record lives through before an empty one takes its place."""
SOON = 10.0
"""Seconds in which the record has to answer again after the server was started."""


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one stop; `home` holds what does not stand in the server."""
    del home
    server = Server()
    try:
        _use(server.address("empty"))
        for stop in range(10**9):
            if stop % A_RECORD == 0:
                _use(server.address(f"record-{stop}", like="empty"))
                told, number = dict[int, int](), 0
            each = [writer(number + n * APART) for n in range(WRITERS)]
            number += WRITERS * APART
            began = all(one.first() for one in each)
            time.sleep(chance.uniform(0.01, 0.5))
            server.stop("immediate")
            for one in each:
                one.kill()
                told |= one.told
                tally["acknowledged"] += len(one.told)
            server.start()
            yield _wrong(told) if began else "a writer could not begin"
    finally:
        appender.stop()
        database.close()
        server.end()
        del os.environ["ANSWERABLE_BOOK"]
        config.cache_clear()


def _use(address: str) -> None:
    appender.stop()
    database.close()
    os.environ["ANSWERABLE_BOOK"] = address
    config.cache_clear()
    start.ready()
    database.close()


def _wrong(told: dict[int, int]) -> str | None:
    began = time.monotonic()
    on_record = {v.fact.stream: v.seq for v in registers.history(FORCE).versions}
    back = time.monotonic() - began
    lost = [n for n, seq in told.items() if on_record.get(f"action/{n}") != seq]
    found = verify(database.engine(), keys=keys_of(config()))
    if lost or not found.holds:
        return f"lost {lost[:9]}, faults {[str(fault) for fault in found.faults[:3]]}"
    if not all(state.same for state in rebuilding.compare()):
        return "a projection is not what the fold says"
    return None if back <= SOON else f"back after {back:.0f} s"
