"""Room to grow: 100,000 actions and a million entries, and what a page costs then.

    python -m benchmarks.headroom [--scale 0.1] [--home DIR] [--book ADDRESS] [--rounds N]

Makes a home with 43 invented forces at the scale (1: 100,000 actions, 10,000 findings, a million
entries), or takes one that it made before. `--book postgresql://…` keeps the record on a server,
such as the one that `make engines` installs. Then, in this process and with nothing kept from an
earlier answer: a list of 50 actions filtered and sorted, a body, a finding, a search. Prints
milliseconds by the clock and of the processor, and keeps them in `benchmarks/results`. The first
look at each institution is a column of its own: a server does it once, when it starts.

The bar at scale 1 is 100 ms (95 of 100 requests) and 40 ms of processor time a request.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.site_users import percentile

ENTRIES, ACTIONS, FINDINGS = 1_000_000, 100_000, 10_000
RESULTS = Path(__file__).parent / "results"
BAR_MS, BAR_PROCESSOR_MS = 100, 40


def main(words: Sequence[str]) -> None:
    """Fill, ask, print and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.headroom")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--home", type=Path, help="kept, and used as it is when it exists")
    parser.add_argument("--book", default="", help="postgresql://… for a record on a server")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(words)
    engine = "postgresql" if given.book else "sqlite"
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "home"
        made = home.exists()  # before anything keeps its secret there
        os.environ["ANSWERABLE_HOME"] = str(home)
        if given.book:
            os.environ["ANSWERABLE_BOOK"] = given.book
        found: dict[str, Any] = {
            "machine": f"{platform.machine()}, {os.cpu_count()} processors",
            "load when begun": round(os.getloadavg()[0], 1),
            "engine": engine,
            "scale": given.scale,
            **_filled(given.scale, made=made),
            "pages": _asked(given.scale, given.rounds),
        }
    kept = given.out or RESULTS / f"headroom-{engine}.json"
    kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps({k: v for k, v in found.items() if k != "pages"}) + "\n")


def _filled(scale: float, *, made: bool) -> dict[str, Any]:
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    world.invent()
    from answerable.store.reads import registers  # noqa: PLC0415  # as above

    filled: dict[str, Any] = {}
    if not made:
        began = time.process_time()
        findings, actions = int(FINDINGS * scale), int(ACTIONS * scale)
        size = world.fill(findings=findings, actions=actions, points=0)
        _news(actions, int(ENTRIES * scale) - size)
        filled["filled in processor seconds"] = round(time.process_time() - began)
    return {"entries": registers.head().size, **filled}


def _news(actions: int, wanted: int) -> None:
    """What is said of actions later, so that the record has as many entries as it should."""
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    from answerable.operations import people  # noqa: PLC0415  # as above
    from answerable.store.book import book  # noqa: PLC0415  # as above
    from answerable.vocabulary import facts as f  # noqa: PLC0415  # as above
    from answerable.vocabulary.documents import Source  # noqa: PLC0415  # as above
    from answerable.vocabulary.times import Period  # noqa: PLC0415  # as above

    by, source = people.acting_as(world.RECORDER), Source(kind="record")

    def told(force: world.Force, doing: int, many: int) -> Iterator[f.ActionUpdated]:
        for n in range(many):
            day = date(2025, 6, 3) + timedelta(days=n // doing)
            yield f.ActionUpdated(
                institution=force.id,
                stream=f"action/{force.place}/{n % doing}",
                valid=Period(day),
                said=day.isoformat(),
                source=source,
                text=f"Look {n // doing + 1} at these files was made.",
            )

    for place, force in enumerate(world.FORCE_LIST):
        doing = actions // world.FORCES + (place < actions % world.FORCES)
        news = list(told(force, doing, wanted // world.FORCES)) if doing else []
        for begin in range(0, len(news), world.BATCH):
            batch = news[begin : begin + world.BATCH]
            book().append(
                about=force.id,
                decide=lambda _, b=batch: b,  # type: ignore[misc]  # one batch each
                by=by,
                at=world.AT,
                key=f"news-{force.id}-{begin}",
            )


def _kinds(findings: int) -> dict[str, Callable[[Random, Any], str]]:
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    share = max(findings // world.FORCES, 1)

    return {
        "list of 50": lambda _, force: f"/plans/?body={force.id}&view=overdue&sort=-due",
        "body": lambda _, force: f"/bodies/{force.id}/",
        "finding": lambda r, force: f"/findings/{world.reference(force, r.randrange(share))}/",
        "search": lambda r, _: f"/search/?q={r.choice(world.WORDS)}+district",
        "search, rare": lambda r, _: f"/search/?q=part+{r.randrange(share)}+benchshire",
    }


def _asked(scale: float, rounds: int) -> dict[str, Any]:
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    from answerable.operations.record import ledger  # noqa: PLC0415  # after the home is chosen

    ledger.open_home()
    from django.test import Client  # noqa: PLC0415  # as above

    from answerable.web import wsgi  # noqa: F401, PLC0415  # sets Django up

    client, random, found = Client(SERVER_NAME="127.0.0.1"), Random(7), {}  # noqa: S311  # no secret
    fresh = iter(range(10**9))
    for kind, address in _kinds(int(FINDINGS * scale)).items():
        wall: list[float] = []
        used: list[float] = []
        forces = world.FORCE_LIST  # each is looked at once before any is measured
        for force in (*forces, *random.choices(forces, k=rounds)):
            path = address(random, force)
            path += f"{'&' if '?' in path else '?'}n={next(fresh)}"
            began, before = time.perf_counter(), time.process_time()
            answer = client.get(path)
            used.append((time.process_time() - before) * 1_000)
            wall.append((time.perf_counter() - began) * 1_000)
            if answer.status_code != 200:
                raise SystemExit(f"{path} was answered by {answer.status_code}.")
        many = len(forces)
        first, wall, used = max(used[:many]), wall[many:], used[many:]
        found[kind] = {
            "first processor ms": round(first),
            "p95 ms": round(percentile(wall, 0.95), 1),
            "processor ms": round(sum(used) / len(used), 1),
            "p95 processor ms": round(percentile(used, 0.95), 1),
            "bars": {"p95 ms": BAR_MS, "processor ms": BAR_PROCESSOR_MS},
        }
        sys.stdout.write(f"{kind:14}{json.dumps(found[kind])}\n")
        sys.stdout.flush()
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
