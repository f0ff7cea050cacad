"""The public site at real load: every type of page, kept pages, and memory.

    python -m benchmarks.site [--findings N] [--actions N] [--home DIR] [--seconds S]

Makes a home with 43 invented forces, 10,000 findings and 100,000 measure points, serves it with
the real server in a process of its own, and asks from this process on the same machine:

- how long until the first answer: the server reads the record before it gives one; and until
  all that it has ready for others is worked out, which goes on while it answers;
- each type of page alone, never kept: milliseconds and processor time a request;
- 20 users who each read a page for two seconds: milliseconds by type of page;
- one page again and again: 304s and whole kept bodies a second.

Writes `benchmarks/results/site.json`. Trust the ratios more than the times.
"""

import argparse
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.site_users import Address, User, hammer, percentile, visit

ROUNDS, USERS, THINK = 20, 20, 2.0
RESULTS = Path(__file__).parent / "results" / "site.json"
TICKS = os.sysconf("SC_CLK_TCK")
QUIET = 0.1
"""Seconds of processor time in one second, below which a process rests."""


def kinds(findings: int) -> dict[str, Address]:
    """Type of page -> an address of it, chosen anew each time."""
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    from answerable.store.papers import documents  # noqa: PLC0415  # as above
    from answerable.store.reads import registers  # noqa: PLC0415  # as above

    forces, share = world.FORCE_LIST, findings // world.FORCES
    shas, last = documents.held(), registers.head().size - 1

    def of(form: str) -> Address:
        return lambda r: form.format(force=r.choice(forces))

    def finding(r: Random) -> str:
        return world.reference(r.choice(forces), r.randrange(share))

    def report(r: Random) -> str:
        parts = r.choice(forces).report(r.randrange(world.REPORTS)).split("/")
        return f"/reports/{parts[0]}/{parts[1]}/{parts[3]}/"

    def session(r: Random) -> str:
        force = r.choice(forces)
        return f"/sessions/{force.overseer}/{force.session(r.randrange(world.SESSIONS))}/"

    return {
        "home": lambda _: "/",
        "start": lambda _: "/start/",
        "bodies": lambda _: "/bodies/",
        "body": of("/bodies/{force.id}/"),
        "case": lambda r: f"/cases/{r.choice(forces).place}/{r.choice(world.THEMES)}/",
        "finding": lambda r: f"/findings/{finding(r)}/",
        "reports": lambda _: "/reports/",
        "report": report,
        "then and now": of("/compare/{force.id}/"),
        "session": session,
        "measure": lambda r: f"/measures/{r.choice(world.MEASURES)}/{r.choice(forces).id}/",
        "measures of a body": of("/bodies/{force.id}/measures/"),
        "measure of all": lambda r: f"/measures/{r.choice(world.MEASURES)}/",
        "money": of("/money/{force.id}/"),
        "people": of("/people/{force.id}/"),
        "partners": of("/partners/{force.id}/"),
        "escalation": of("/escalation/{force.id}/"),
        "document": lambda r: f"/documents/{r.choice(shas)}/",
        "search, two words": lambda r: f"/search/?q={r.choice(world.WORDS)}+district",
        "search, rare": lambda r: f"/search/?q=part+{r.randrange(share)}+benchshire",
        "claims": lambda _: "/claims/",
        "history": lambda _: "/history/",
        "history of an item": lambda r: f"/history/item/{finding(r)}/",
        "entry": lambda r: f"/history/entry/{r.randrange(findings)}/",
        "corrections": lambda _: "/corrections/",
        "packs": lambda _: "/packs/",
        "data": lambda _: "/data/",
        "about": lambda _: "/about/",
        "sources": lambda _: "/about/sources/",
        "register": of("/plans/?body={force.id}"),
        "register, sorted": of("/plans/?body={force.id}&view=overdue&sort=-owner"),
        "body feed": of("/bodies/{force.id}/feed.atom"),
        "body calendar": of("/bodies/{force.id}/calendar.ics"),
        "past view": lambda r: f"/findings/{finding(r)}/?valid=2026-06-01&known={last}",
    }


def alone(port: int, addresses: dict[str, Address]) -> dict[str, Any]:
    """Each type of page, one request after another, none of them kept before."""
    user, random, found = User(port), Random(7), {}  # noqa: S311  # no secret
    process, fresh = worker(), iter(range(10**9))
    for kind, address in addresses.items():
        wall, statuses, size = [], set(), 0
        first, _ = user.ask(kind, address(random))
        used = processor(process)
        for _ in range(ROUNDS):
            path = address(random)
            asked, _tag = user.ask(kind, f"{path}{'&' if '?' in path else '?'}n={next(fresh)}")
            wall.append(asked.ms)
            statuses.add(asked.status)
            size = max(size, asked.size)
        found[kind] = {
            "first ms": round(first.ms),
            "p50 ms": round(percentile(wall, 0.5), 1),
            "p95 ms": round(percentile(wall, 0.95), 1),
            "processor ms": round((processor(process) - used) * 1_000 / ROUNDS, 1),
            "bytes": size,
            "status": sorted(statuses),
        }
        sys.stdout.write(f"{kind:22}{json.dumps(found[kind])}\n")
        sys.stdout.flush()
    return found


def together(port: int, addresses: dict[str, Address], seconds: float) -> dict[str, Any]:
    """Twenty users who read: milliseconds by type of page, kept pages among them."""
    asked = visit(port, addresses, users=USERS, seconds=seconds, think=THINK, seed=11)
    by_kind = {kind: [a.ms for a in asked if a.kind == kind] for kind in addresses}
    every = [a.ms for a in asked]
    return {
        "users": USERS,
        "requests a second": round(len(asked) / seconds, 1),
        "p50 ms": round(percentile(every, 0.5), 1),
        "p95 ms": round(percentile(every, 0.95), 1),
        "faults": sum(a.status >= 500 for a in asked),
        "p95 ms by type": {k: round(percentile(v, 0.95), 1) for k, v in by_kind.items() if v},
    }


def main(words: Sequence[str]) -> None:
    """Measure in a home of its own, print and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site")
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--actions", type=int, default=5_000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--home", type=Path, help="kept, and used as it is when it exists")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "home"
        made = filled(home, given)
        found: dict[str, Any] = {
            "machine": f"{platform.machine()}, {os.cpu_count()} processors",
            "load when begun": round(os.getloadavg()[0], 1),
            "findings": given.findings,
            "actions": given.actions,
            "measure points": given.points,
            **made,
        }
        began = time.perf_counter()
        with served(home) as port:
            found["first answer after seconds"] = round(time.perf_counter() - began, 1)
            settled(worker())
            found["all ready after seconds"] = round(time.perf_counter() - began, 1)
            addresses = kinds(given.findings)
            found["alone"] = alone(port, addresses)
            found["together"] = together(port, addresses, given.seconds)
            page = addresses["finding"](Random(1))  # noqa: S311  # no secret
            seconds = min(given.seconds, 10)
            found["304s a second"] = round(
                hammer(port, page, users=4, seconds=seconds, tagged=True)
            )
            found["kept bodies a second"] = round(
                hammer(port, page, users=4, seconds=seconds, tagged=False)
            )
            found["memory MB"] = round(memory(worker()))
    given.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps({k: v for k, v in found.items() if k != "alone"}, indent=1) + "\n")


def filled(home: Path, given: argparse.Namespace) -> dict[str, Any]:
    """A home with the invented forces, made where there is none; how large its record is."""
    os.environ["ANSWERABLE_HOME"] = str(home)
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    world.invent()
    from answerable.store.reads import registers  # noqa: PLC0415  # as above

    if home.exists():
        return {"entries": registers.head().size}
    began = time.perf_counter()
    size = world.fill(findings=given.findings, actions=given.actions, points=given.points)
    return {"entries": size, "filled in seconds": round(time.perf_counter() - began, 1)}


_server: list[int] = []


@contextmanager
def served(home: Path) -> Iterator[int]:
    """The port of the real server over a home, in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "benchmarks.site_server", str(port)]
    environment = {**os.environ, "ANSWERABLE_HOME": str(home)}
    with subprocess.Popen(command, env=environment) as server:  # noqa: S603  # our own
        _server[:] = [server.pid]
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            User(port).ask("", "/about/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not begin.")


def worker() -> int:
    """The process that answers: the one child of the server."""
    children = Path(f"/proc/{_server[0]}/task/{_server[0]}/children").read_text("ascii").split()
    return int(children[0])


def processor(process: int) -> float:
    """Seconds of processor time used so far, in the program and in the kernel."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def settled(process: int) -> None:
    """Wait until it has nothing more to work out: a second in which it did next to nothing."""
    for _ in range(300):
        used = processor(process)
        time.sleep(1)
        if processor(process) - used < QUIET:
            return
    raise SystemExit("The server does not come to rest.")


def memory(process: int) -> float:
    """Resident memory in MB."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1_024


if __name__ == "__main__":
    main(sys.argv[1:])
