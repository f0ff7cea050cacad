"""A record of the size of a country: 43 institutions, a million entries, 100,000 in one register.

    [KEEP=DIR] python -m benchmarks.national [ENTRIES [OF THEM IN ONE REGISTER]]

With KEEP the record stays in that folder: the first run fills it, or goes on where one was
interrupted, and each later one measures what is there, when the machine is quiet. Without it both
are done at once and nothing is left. What has fewer entries is kept in `national-part.json`.

Writes `benchmarks/results/national.json`. The entries are appended by the same operation as any
other, many to a command; a tenth of them are about one institution. Then it asks what a reader
asks: one item as at a date, the whole of the largest register as at any date, what changed over
20,000 entries, and whether the record holds. Times are seconds of CPU; `as worked out for a
million` stands beside what was measured on fewer. `verify` reads in one process and checks in
another: so its seconds on the wall stand beside, with what else the machine was doing, and the
seconds of CPU of the busier one, below which no machine of two cores gets. A million takes about
twenty minutes of one core.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.ledger import AT, OFFICER, checking, fact

from answerable.config import config
from answerable.store.book import book
from answerable.store.engine import database, start
from answerable.store.reads import registers
from answerable.store.writes import appender

INSTITUTIONS, WHOLE, LARGEST, CHANGED = 43, 1_000_000, 0.1, 0.2
"""How many; and the shares of the largest register, and in it of what changed."""
BATCH = 500
ASKED = 200
FILLED = "filled.json"
RESULTS = Path(__file__).parent / "results" / "national.json"
PART = RESULTS.with_name("national-part.json")


def main(words: Sequence[str]) -> None:
    """Fill a home of its own, measure, print and keep the figures."""
    count = int(words[0]) if words else WHOLE
    largest = int(words[1]) if words[1:] else int(count * LARGEST)
    if kept := os.environ.get("KEEP"):
        Path(kept).mkdir(parents=True, exist_ok=True)
        using(Path(kept))
        if registers.head().size < count:
            filled_in(Path(kept), count, largest)
            print(f"{count} entries in {kept}. Run this again, with the same KEEP, to measure.")
            return
        found = measured(Path(kept), largest)
    else:
        with tempfile.TemporaryDirectory() as folder:
            using(Path(folder))
            filled_in(Path(folder), count, largest)
            found = measured(Path(folder), largest)
    place = RESULTS if found["whole size"] else PART
    place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))


def filled_in(folder: Path, count: int, largest: int) -> None:
    """Fill the record in force, or go on where it was interrupted; keep beside it what it took."""
    before = registers.head().size
    spent = cpu(lambda: fill(before, count, largest))
    (folder / FILLED).write_text(json.dumps({"entries": count - before, "seconds of CPU": spent}))
    appender.stop()
    database.close()


def measured(folder: Path, largest: int) -> dict[str, Any]:
    """What is asked of the record in force; of appending, what the last run of the fill said."""
    count, took = registers.head().size, folder / FILLED
    filled = json.loads(took.read_text()) if took.exists() else None
    found: dict[str, Any] = {
        "entries": count,
        "institutions": INSTITUTIONS,
        "facts in the largest register": largest,
        "append, us of CPU an entry": filled
        and round(filled["seconds of CPU"] / filled["entries"] * 1e6),
        "bytes an entry": round(config().database.stat().st_size / count),
        **reading(count, largest),
        **verifying(count),
        "whole size": count >= WHOLE,
    }
    appender.stop()
    database.close()
    return found


def using(folder: Path) -> None:
    """Make the home in it the one in force."""
    os.environ["ANSWERABLE_HOME"] = str(folder / "home")
    config.cache_clear()
    start.ready()


def name(number: int) -> str:
    """An invented institution."""
    return f"anyshire-police-{number:02d}"


def fill(begin: int, count: int, largest: int) -> None:
    """The largest register first, then the others in turn, as they would come."""
    while begin < count:
        about = name(0 if begin < largest else 1 + begin // BATCH % (INSTITUTIONS - 1))
        made = [
            replace(fact(n), institution=about) for n in range(begin, min(begin + BATCH, count))
        ]
        book().append(
            about=about,
            decide=lambda _, made=made: made,  # type: ignore[misc]  # bound in the loop
            by=OFFICER,
            at=AT + timedelta(seconds=begin),
            key=f"fill-{begin}",
            seen=None,
        )
        begin += BATCH


def reading(count: int, largest: int) -> dict[str, Any]:
    """What a reader asks of it."""
    first = cpu(lambda: registers.history(name(0)))
    history, days = (
        registers.history(name(0)),
        [AT.date() + timedelta(days=37 * n) for n in range(20)],
    )
    known = [largest * (n + 1) // ASKED - 1 for n in range(ASKED)]

    def item(seq: int) -> None:
        history.at(valid=days[seq % 20], known=seq).versions_of(stream=f"action/{seq // 4}")

    def whole(day: date, seq: int) -> None:
        len(history.at(valid=day, known=seq).versions)

    after = largest - int(largest * CHANGED) - 1
    return {
        "first fold of the largest register, s": round(first, 2),
        "one item as at, p95 ms": p95([cpu(lambda seq=seq: item(seq)) for seq in known]),  # type: ignore[misc]  # as above
        "the largest register as at any date, p95 ms": p95(
            [cpu(lambda day=day: whole(day, known[-1])) for day in days]  # type: ignore[misc]  # as above
        ),
        f"changes over {int(largest * CHANGED)} entries, p95 ms": p95(
            [cpu(lambda: len(history.changed(after=after, upto=largest - 1))) for _ in range(9)]
        ),
    }


def verifying(count: int) -> dict[str, Any]:
    """Both checks, each as it is and as worked out for a million."""
    found: dict[str, Any] = {"load before verifying": round(os.getloadavg()[0], 1)}
    for words, tree_only in (("verify --tree", True), ("verify", False)):
        for name, spent in checking(tree_only=tree_only)._asdict().items():
            what = f"{words}, {name.replace('_', ' ')}"
            found[f"{what}, s"] = round(spent, 1)
            found[f"{what}, s as worked out for a million"] = round(spent / count * 1e6, 1)
    book_file = config().database
    with sqlite3.connect(book_file) as raw:
        found["tables"] = {
            str(table): int(size)
            for table, size in raw.execute(
                "SELECT name, sum(pgsize) FROM dbstat WHERE name IN"
                " ('entry', 'payload', 'node') GROUP BY name"
            )
        }
    return found


def cpu(act: Callable[[], Any]) -> float:
    """Seconds of CPU of one call, in all threads of this process."""
    began = time.process_time()
    act()
    return time.process_time() - began


def p95(spent: Sequence[float]) -> float:
    return round(sorted(spent)[int(len(spent) * 0.95)] * 1e3, 3)


if __name__ == "__main__":
    main(sys.argv[1:])
