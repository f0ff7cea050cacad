"""The mirror of plain files at real load: from nothing, and after a change of one finding.

    python -m benchmarks.mirror [--findings N] [--home DIR] [--out DIR] [--jobs N] [--where]

Makes a home with 43 invented forces and 10,000 findings (or takes one that `benchmarks.site`
made), writes the whole mirror, then three times records one rung of one finding and brings the
mirror up to date by the command itself. Writes `benchmarks/results/mirror.json`: seconds by the
clock, seconds of processor time of all processes, files. With `--where` one more finding changes,
and the processor time of one process is told by kind of address. Trust the ratios more than the
times.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

DAY = "2026-11-26"
RESULTS = Path(__file__).parent / "results" / "mirror.json"


def main(words: Sequence[str]) -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mirror")
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--actions", type=int, default=5_000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--home", type=Path, help="used as it is when it exists; one entry more")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--where", action="store_true", help="tell where the time goes")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        home, out = given.home or Path(folder) / "home", given.out or Path(folder) / "mirror"
        made = not home.exists()
        os.environ["ANSWERABLE_HOME"] = str(home)
        from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

        world.invent()
        if made:
            world.fill(findings=given.findings, actions=given.actions, points=given.points)
        found: dict[str, Any] = {
            "machine": f"{platform.machine()}, {os.cpu_count()} processors",
            "load when begun": round(os.getloadavg()[0], 1),
            "findings": given.findings,
            "from nothing": _published(out, given.jobs),
        }
        for time_over in ("first", "second", "third"):
            _change()
            found[f"after one finding changed, {time_over} time"] = _published(out, given.jobs)
        found["again, nothing changed"] = _published(out, given.jobs)
        if given.where:
            _change()
            found["where it goes"] = _published(out, 1, where=True)["where"]
    given.results.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def _change() -> None:
    from benchmarks import site_world as world  # noqa: PLC0415  # after the home is chosen

    from answerable.operations import people  # noqa: PLC0415  # as above
    from answerable.store.book import book  # noqa: PLC0415  # as above
    from answerable.store.writes import appender  # noqa: PLC0415  # as above
    from answerable.vocabulary.documents import Source  # noqa: PLC0415  # as above
    from answerable.vocabulary.facts import RungReached  # noqa: PLC0415  # as above
    from answerable.vocabulary.times import Period  # noqa: PLC0415  # as above

    force = world.FORCE_LIST[7]
    fact = RungReached(
        institution=force.id,
        stream=world.reference(force, 20),
        valid=Period(date(2026, 11, 1)),
        said="2026-11-01",
        source=Source(kind="record"),
        rung="delivered",
    )
    book().append(
        about=force.id,
        decide=lambda _: [fact],
        by=people.acting_as(world.RECORDER),
        at=world.AT,
        key=f"change-{time.time_ns()}",
    )
    appender.stop()


def _published(out: Path, jobs: int, *, where: bool = False) -> dict[str, Any]:
    """The command in a process of its own, which knows the invented forces."""
    program = (
        "from benchmarks import site_world; site_world.invent();"
        f"{'from benchmarks import mirror_where; mirror_where.begin();' if where else ''}"
        "from answerable.cli.main import main; main()"
    )
    asked = ["publish", "--out", str(out), "--live", "https://live.example", "--on", DAY]
    before, began = os.times(), time.perf_counter()
    command = [sys.executable, "-c", program, *asked, "--jobs", str(jobs), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own
    took, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    told = json.loads(done.stdout)
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
    return {
        "seconds": round(took, 1),
        "processor seconds": round(used, 1),
        "MB": round(size / 1_000_000),
        **{name: told[name] for name in ("files", "made", "changed")},
        **({"where": json.loads(done.stderr)} if where else {}),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
