"""Whether the site's memory stays flat while it is read: 100,000 requests of every type of page.

    python -m benchmarks.site_memory [--requests N] [--findings N] [--home DIR] [--users N]

Serves the home of `benchmarks.site` with the real server in a process of its own and asks pages
of every type at random, every second one at an address that was never asked before, so that
nothing kept can answer it. Prints the worker's resident memory after each tenth. The bar: flat
after the first tenth, in which every cache fills: at most 32 MB more at the end. A count of
answers by status is printed too: a refusal costs less than a page, and one of 5xx fails the run.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from benchmarks.site import filled, kinds, memory, served, settled, worker
from benchmarks.site_users import Address, User

BAR = 32.0  # MB
RESULTS = Path(__file__).parent / "results" / "site-memory.json"
FAULT = 500


def read(port: int, kinds_: dict[str, Address], *, count: int, users: int, seed: int) -> list[int]:
    """The statuses of so many pages, asked by some readers at once without a pause."""

    def one(number: int) -> list[int]:
        random, user, found = Random(f"{seed}-{number}"), User(port), []  # noqa: S311  # no secret
        for n in range(count // users):
            kind = random.choice(list(kinds_))
            path = kinds_[kind](random)
            if n % 2:
                path += f"{'&' if '?' in path else '?'}n={seed}-{number}-{n}"
            found.append(user.ask(kind, path)[0].status)
        return found

    with ThreadPoolExecutor(users) as pool:
        return [status for found in pool.map(one, range(users)) for status in found]


def main(words: Sequence[str]) -> int:
    """Measure, print and keep the figures; 1 when memory grew past the bar or a page failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site_memory")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--actions", type=int, default=5_000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--users", type=int, default=4)
    parser.add_argument("--home", type=Path, help="kept, and used as it is when it exists")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args(words)
    statuses: Counter[int] = Counter()
    tenths: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "home"
        made = filled(home, given)
        addresses = kinds(given.findings)
        began, load = time.perf_counter(), round(os.getloadavg()[0], 1)
        with served(home) as port:
            settled(worker())
            for tenth in range(10):
                share = given.requests // 10
                asked = read(port, addresses, count=share, users=given.users, seed=tenth)
                statuses.update(asked)
                tenths.append(round(memory(worker()), 1))
                sys.stdout.write(f"{sum(statuses.values()):7,} requests  {tenths[-1]:7.1f} MB\n")
                sys.stdout.flush()
    grown = round(tenths[-1] - tenths[0], 1)
    found = {
        "load when begun": load,
        "findings": given.findings,
        **made,
        "requests": sum(statuses.values()),
        "seconds": round(time.perf_counter() - began),
        "statuses": {str(status): n for status, n in sorted(statuses.items())},
        "MB after each tenth": tenths,
        "MB grown after the first tenth": grown,
        "bar MB": BAR,
    }
    given.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return 1 if grown > BAR or max(statuses) >= FAULT else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
