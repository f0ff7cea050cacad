"""Four processes that append at once: how long each waits, and that no fork comes of it.

    python -m benchmarks.at_once [APPENDS OF EACH]

Writes `benchmarks/results/at-once.json`; `benchmarks.ledger` puts the same beside its own figures.
Every append is the whole operation, one
entry to a command, as a page or a command makes it; its time is on the wall, from the call until
the answer says that it is on the disk. All begin together, and each has appended once before. An
append that is refused because the record was busy is sent again with the same key and counted.

A fork would be two entries under one number, or a head that some process was shown and that the
record no longer leads back to. Each process notes the head as it goes; afterwards every head is
set against the record with a consistency proof, and the record is verified whole.
"""

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.ledger import AT, FORCE, OFFICER, fact

from answerable.config import config
from answerable.ledger import merkle
from answerable.store.book import book
from answerable.store.checks.verification import verify
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.reads import registers
from answerable.store.writes import appender, checkpoints
from answerable.vocabulary.refusal import Refusal

PROCESSES, EACH, LOOK = 4, 500, 10
"""Of how many processes each appends how often, and after how many it notes the head."""
RESULTS = Path(__file__).parent / "results" / "at-once.json"
APART = 10_000_000
TRIES = 20


class Told(NamedTuple):
    """What one process saw: seconds of each append, numbers, refusals, heads, and its CPU."""

    seconds: list[float]
    numbers: list[int]
    refused: int
    heads: list[tuple[int, str]]
    cpu: float = 0.0


def main(words: Sequence[str]) -> None:
    """Measure in a home of its own, print and keep the figures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_HOME"] = str(Path(folder) / "home")
        config.cache_clear()
        start.ready()
        each = int(words[0]) if words else EACH
        found = at_once(each=each)
    both = {
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "SQLite": found,
        "PostgreSQL": on_postgres(each=each),
    }
    RESULTS.write_text(json.dumps(both, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(both, indent=1))


def at_once(*, each: int = EACH) -> dict[str, Any]:
    """The figures for the record in force."""
    before, load = registers.head().size, round(os.getloadavg()[0], 1)
    appender.stop()
    database.close()  # a connection must not be open on both sides of a fork
    fork = get_context("fork")
    together, answers = fork.Barrier(PROCESSES), fork.SimpleQueue()
    running = [
        fork.Process(target=lambda n=n: answers.put(_appended(n, each, together)))
        for n in range(PROCESSES)
    ]
    began = time.perf_counter()
    for one in running:
        one.start()
    told = [answers.get() for _ in running]
    for one in running:
        one.join()
    seconds = sorted(second for one in told for second in one.seconds)
    wall = max(sum(one.seconds) for one in told)
    return {
        "processes": PROCESSES,
        "entries before": before,
        "entries appended": registers.head().size - before,
        "load at the start": load,
        "ms of CPU an entry": round(sum(one.cpu for one in told) / len(seconds) * 1e3, 2),
        "p50, ms": _ms(seconds, 0.5),
        "p99, ms": _ms(seconds, 0.99),
        "longest, ms": _ms(seconds, 1),
        "entries a second, all together": round(len(seconds) / wall),
        "refused as busy and sent again": sum(one.refused for one in told),
        "heads compared": sum(len(one.heads) for one in told),
        "forks": forks(told),
        "the record holds": verify(database.engine(), keys=keys_of(config())).holds,
        "seconds in all": round(time.perf_counter() - began, 1),
    }


def _appended(process: int, each: int, together: Any) -> Told:
    """In a process of its own."""
    told, begin = Told([], [], 0, []), (process + 1) * APART
    numbers, refused = [_append(begin)[0]], 0
    together.wait()
    used = time.process_time()
    for number in range(begin + 1, begin + each):
        began = time.perf_counter()
        seq, again = _append(number)
        told.seconds.append(time.perf_counter() - began)
        numbers.append(seq)
        refused += again
        if number % LOOK == 0:
            told.heads.append(tuple(registers.head()))
    used = time.process_time() - used
    appender.stop()
    database.close()
    return told._replace(numbers=numbers, refused=refused, cpu=used)


def _append(number: int) -> tuple[int, int]:
    """The number that the entry got, and how often it was refused first."""
    for again in range(TRIES):
        try:
            receipt = book().append(
                about=FORCE,
                decide=lambda _: [fact(number)],
                by=OFFICER,
                at=AT,
                key=f"at-once-{number}",
                seen=None,
            )
        except Refusal as refused:
            if refused.code != "busy":
                raise
        else:
            return receipt.first, again
    raise AssertionError(f"command {number} was refused {TRIES} times")


def forks(told: Sequence[Told]) -> int:
    """Numbers that two entries got, and heads to which the record does not lead back."""
    numbers = [number for one in told for number in one.numbers]
    away = [head for one in told for head in one.heads if not _leads_back(*head)]
    return len(numbers) - len(set(numbers)) + len(away)


def _leads_back(old: int, root: str) -> bool:
    size, now = registers.head()
    if old > size:
        return False
    path = merkle.consistency(checkpoints.node, old, size)
    return merkle.consistent(old, size, bytes.fromhex(root), bytes.fromhex(now), path)


def on_postgres(*, each: int = EACH) -> dict[str, Any]:
    """The same on a server of its own, which is begun for it and ended; or why there is none."""
    from tests.engines.server import NoServer, Server  # noqa: PLC0415  # a checkout has the tests

    try:
        server = Server()
    except NoServer as error:
        return {"not measured": str(error)}
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("ANSWERABLE_HOME")
        try:
            _use(Path(folder) / "home", server.address("answerable"))
            return {"its data": str(server.folder.parent), **at_once(each=each)}
        finally:
            appender.stop()
            database.close()
            server.end()
            del os.environ["ANSWERABLE_BOOK"]
            if before is not None:
                os.environ["ANSWERABLE_HOME"] = before
            config.cache_clear()


def _use(home: Path, address: str) -> None:
    appender.stop()
    database.close()
    os.environ |= {"ANSWERABLE_HOME": str(home), "ANSWERABLE_BOOK": address}
    config.cache_clear()
    start.ready()


def _ms(seconds: Sequence[float], share: float) -> float:
    return round(seconds[min(len(seconds) - 1, int(len(seconds) * share))] * 1e3, 1)


if __name__ == "__main__":
    main(sys.argv[1:])
