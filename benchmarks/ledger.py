"""What the ledger costs, as ratios against plain rows written by `executemany` in the same run.

    python -m benchmarks.ledger [ENTRIES]

Writes `benchmarks/results/ledger.json`. The baseline is that of the ledger's design: the same
finished leaf and payload bytes, the same settings of SQLite, the same number of entries to a
commit. Times for a million entries are worked out from fewer and say so. Appends are wall time;
folds and proofs are seconds of CPU. Last, four processes append at once (`benchmarks.at_once`).
"""

import json
import os
import platform
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from answerable.config import config
from answerable.ledger import merkle
from answerable.ledger.entry import By, Entry, make_leaf
from answerable.ledger.register import History
from answerable.store.book import book
from answerable.store.checks.verification import verify
from answerable.store.engine import database, entries, start
from answerable.store.engine.keys import Keys
from answerable.store.reads import registers
from answerable.store.writes import appender, checkpoints
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.facts import ActionPromised, DueDateMoved
from answerable.vocabulary.times import Period

BATCH = 100
LARGE, CHANGED = 100_000, 20_000
ROUNDS = 5
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
FORCE = "anyshire-police"
OFFICER = Actor(
    body="anyshire-pcc",
    office="governance-officer",
    person="bench",
    roles=frozenset({Role.GOVERNANCE_OFFICER}),
)
PAYLOAD = (
    "INSERT INTO payload (entry_id, field, class, salt, value, sealed, key_id, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
RESULTS = Path(__file__).parent / "results" / "ledger.json"


def main(words: Sequence[str]) -> None:
    """Measure in a home of its own, print and keep the figures."""
    from benchmarks import at_once  # noqa: PLC0415  # it reads this module

    count = int(words[0]) if words else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_HOME"] = str(Path(folder) / "home")
        config.cache_clear()
        start.ready()
        filled = fill(count)
        found: dict[str, Any] = {
            "entries": count,
            "load at the start": round(os.getloadavg()[0], 1),
            "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}, "
            f"SQLite {sqlite3.sqlite_version}",
            "append": {
                **appending(Path(folder)),
                "whole operation at the end of the fill": filled,
            },
            "verify": verifying(count),
            "register": folding(min(count, 10_000)),
            "large register": reaching(LARGE),
            "proof": proofs(count),
            "bytes": sizes(),
            "four processes appending at once": {
                "SQLite": at_once.at_once(),
                "PostgreSQL": at_once.on_postgres(),
            },
        }
        appender.stop()
        database.close()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))


def fact(number: int) -> ActionPromised | DueDateMoved:
    common = {"institution": FORCE, "stream": f"action/{number // 4}", "said": "2026-01-05"}
    valid = Period(date(2026, 1, 5))
    if number % 4:
        return DueDateMoved(
            **common,  # type: ignore[arg-type]  # text fields only
            valid=valid,
            due=f"2026-{number % 9 + 1:02d}-28",
            reason="Two posts are vacant.",
            quote="The date is moved.",
        )
    return ActionPromised(
        **common,  # type: ignore[arg-type]  # text fields only
        valid=valid,
        text="Every manager has a plan.",
        due="2026-06-30",
        quote="Every manager will have a plan by 30 June.",
    )


def fill(count: int) -> dict[str, float]:
    """A record of this many entries; microseconds an entry, of the first and the last tenth."""
    spent = []
    for begin in range(0, count, BATCH):
        facts = [fact(n) for n in range(begin, min(begin + BATCH, count))]
        began = time.perf_counter()
        append(facts, key=f"fill-{begin}")
        spent.append((time.perf_counter() - began) / len(facts))
    tenth = max(1, len(spent) // 10)
    return {
        "first tenth, us": us(statistics.median(spent[:tenth])),
        "last tenth, us": us(statistics.median(spent[-tenth:])),
    }


def append(facts: Sequence[ActionPromised | DueDateMoved], *, key: str) -> None:
    book().append(about=FORCE, decide=lambda _: facts, by=OFFICER, at=AT, key=key, seen=None)


def appending(folder: Path) -> dict[str, Any]:
    """The same bytes as plain rows, with the tree, and by the whole operation."""
    made = list(book().entries(begin=0, end=20 * BATCH))
    plain, tree, whole = [], [], []
    for number in range(ROUNDS):
        plain.append(written(folder / f"plain-{number}.sqlite", made, tree=False))
        tree.append(written(folder / f"tree-{number}.sqlite", made, tree=True))
        began = time.perf_counter()
        for begin in range(0, len(made), BATCH):
            facts = [fact(n) for n in range(begin, begin + BATCH)]
            append(facts, key=f"whole-{number}-{begin}")
        whole.append((time.perf_counter() - began) / len(made))
    base = statistics.median(plain)
    return {
        "entries to a commit": BATCH,
        "baseline, us an entry": us(base),
        "with the tree, us": us(statistics.median(tree)),
        "with the tree, times the baseline": ratio(statistics.median(tree), base),
        "whole operation, us": us(statistics.median(whole)),
        "whole operation, times the baseline": ratio(statistics.median(whole), base),
    }


def written(file: Path, made: Sequence[Entry], *, tree: bool) -> float:
    """Seconds an entry to write finished bytes, with the settings of the home."""
    into = database.connect(file)
    for (statement,) in database.rows(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
        " AND tbl_name IN ('entry', 'payload', 'node', 'head') ORDER BY type DESC"
    ):
        into.execute(statement)
    into.execute("INSERT INTO head VALUES (1, 0, x'', x'')")
    rows = [
        (
            *(e.seq, e.id, FORCE, e.content["fact"]["stream"], e.content["fact"]["type"]),
            *("public", e.content["recorded_at"], "2026-01-05", None, e.leaf),
            merkle.leaf_hash(e.leaf),
        )
        for e in made
    ]
    values = [
        [(e.id, p.field, "public", p.salt, p.value, None, None, "held") for p in e.payloads]
        for e in made
    ]
    frontier: tuple[bytes, ...] = ()
    began = time.perf_counter()
    for begin in range(0, len(rows), BATCH):
        into.execute("BEGIN IMMEDIATE")
        chunk = rows[begin : begin + BATCH]
        into.executemany(f"INSERT INTO entry VALUES ({', '.join('?' * 11)})", chunk)  # noqa: S608  # question marks only
        flat = [row for part in values[begin : begin + BATCH] for row in part]
        into.executemany(PAYLOAD, flat)
        if tree:
            nodes = []
            for row in chunk:
                frontier, grown = merkle.grow(row[0], frontier, merkle.leaf_hash(row[9]))
                nodes += grown
            into.executemany("INSERT INTO node VALUES (?, ?, ?)", nodes)
            head = (begin + len(chunk), merkle.root(frontier), b"".join(frontier))
            into.execute("UPDATE head SET size = ?, root = ?, frontier = ?", head)
        into.execute("COMMIT")
    spent = (time.perf_counter() - began) / len(rows)
    into.close()
    return spent


def verifying(count: int) -> dict[str, Any]:
    """Seconds to verify what is there, and what that makes for a million."""
    found: dict[str, Any] = {}
    size = registers.head().size
    for words, tree_only in (("verify --tree", True), ("verify", False)):
        for name, spent in checking(tree_only=tree_only)._asdict().items():
            what = f"{words}, {name.replace('_', ' ')}"
            found[f"{what}, s"] = round(spent, 2)
            found[f"{what}, s for a million, worked out"] = round(spent / size * 1e6, 1)
    return {"entries": size, **found}


class Spent(NamedTuple):
    """Seconds of one check."""

    on_the_wall: float
    cpu_of_all: float
    cpu_of_the_process_that_reads: float
    cpu_of_the_one_beside_it: float


def checking(*, tree_only: bool) -> Spent:
    """Check the record in force; it has to hold."""
    settings = config()
    began, here, beside = time.perf_counter(), time.process_time(), _of_children()
    result = verify(settings.database, keys=Keys(settings.keys), tree_only=tree_only)
    assert result.holds, result.faults  # noqa: S101  # a figure of a broken record is none
    wall, here = time.perf_counter() - began, time.process_time() - here
    beside = _of_children() - beside
    return Spent(wall, here + beside, here, beside)


def _of_children() -> float:
    """Seconds of CPU of the processes that this one began and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def folding(count: int) -> dict[str, Any]:
    """Read, fold, extend, and look at one item at the head."""
    with timed() as cold:
        made = entries.read_opened(about=FORCE, begin=0, end=count, keys=Keys(config().keys))
    with timed() as decoded:
        for entry in made:
            _ = entry.fact
    history = History(FORCE)
    with timed() as folded:
        history.extend(made)
    more = entries.read_opened(about=FORCE, begin=count, end=count + 50, keys=Keys(config().keys))
    extended = median_of(lambda n: history.extend(more[n : n + 1]), len(more))
    last = count + len(more) - 1

    def look(number: int) -> None:
        register = history.at(valid=AT.date() + timedelta(days=30), known=last)
        register.versions_of(stream=f"action/{number}")

    with timed() as as_at:
        len(history.at(valid=AT.date(), known=count // 2).versions)
    return {
        "entries": count,
        "read from the disk, ms": ms(cold),
        "decode facts, ms": ms(decoded),
        "fold, ms": ms(folded),
        "extend by one, ms": ms([extended]),
        "one item at the head, ms": ms([median_of(look, 200)]),
        "whole register as at, ms": ms(as_at),
    }


def reaching(count: int) -> dict[str, Any]:
    """One register of many facts, read as at any dates, and what changed over its last fifth."""
    history = History(FORCE)
    history.extend(_in_memory(count))
    days = [date(2026, 1, 5) + timedelta(days=n * 37) for n in range(20)]
    as_at = [
        timed_call(lambda day=day, n=n: len(history.at(valid=day, known=n * count // 20).versions))
        for n, day in enumerate(days, start=1)
    ]
    after = count - CHANGED - 1
    changed = [
        timed_call(lambda: len(history.changed(after=after, upto=count - 1))) for _ in range(5)
    ]
    return {
        "facts": count,
        "whole register as at any date, p95 ms": ms([sorted(as_at)[-2]]),
        f"items changed over {CHANGED} entries, ms": ms([statistics.median(changed)]),
    }


def _in_memory(count: int) -> Iterator[Entry]:
    for seq in range(count):
        leaf, payloads = make_leaf(
            fact(seq),
            entry_id=f"{seq:032x}",
            by=By(OFFICER.body, "0" * 32),
            recorded_at=AT + timedelta(seconds=seq),
            regressed=False,
            salt=lambda: bytes(16),
        )
        yield Entry(seq, leaf, payloads)


def timed_call(act: Callable[[], Any]) -> float:
    """Seconds of CPU of one call."""
    began = time.process_time()
    act()
    return time.process_time() - began


def proofs(count: int) -> dict[str, Any]:
    """Make and check inclusion proofs of the record as it stands."""
    size, root = registers.head()
    chosen = [n * 7_919 % count for n in range(300)]
    made = []
    with timed() as making:
        for seq in chosen:
            made.append(merkle.inclusion(checkpoints.node, seq, size))
    leaves = [checkpoints.node(0, seq) for seq in chosen]
    with timed() as checking:
        for seq, leaf, path in zip(chosen, leaves, made, strict=True):
            assert merkle.includes(leaf, seq, size, path, bytes.fromhex(root))  # noqa: S101  # as above
    return {"make, a second": round(300 / making[0]), "verify, a second": round(300 / checking[0])}


def sizes() -> dict[str, Any]:
    """Bytes of the tree beside the bytes of what it covers."""
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        found = dict(database.rows("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    except sqlite3.OperationalError:
        return {"tree, times the rest": None, "why": "this SQLite has no dbstat"}
    tree = sum(n for name, n in found.items() if name.startswith(("node", "head")))
    rest = sum(n for name, n in found.items() if "entry" in name or "payload" in name)
    return {"tree, share of entries and values": round(tree / rest, 3)}


@contextmanager
def timed() -> Iterator[list[float]]:
    """Seconds of CPU: other work on the machine then counts as little as it can."""
    found: list[float] = []
    began = time.process_time()
    yield found
    found.append(time.process_time() - began)


def median_of(act: Callable[[int], Any], times: int) -> float:
    spent = []
    for number in range(times):
        began = time.perf_counter()
        act(number)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def us(seconds: float) -> float:
    return round(seconds * 1e6, 1)


def ms(spent: Sequence[float]) -> float:
    return round(spent[0] * 1e3, 3)


def ratio(one: float, base: float) -> float:
    return round(one / base, 2)


if __name__ == "__main__":
    main(sys.argv[1:])
