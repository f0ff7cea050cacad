"""Walk the eight tasks on an office of real size and write down what it took.

    python -m benchmarks.tasks

Makes an invented office in a folder that is removed afterwards: a log of 500 rows, a report of
40 pages, twelve sessions. Writes `benchmarks/results/tasks.json` and
`docs/explanation/eight-tasks.md`. Trust the steps; the seconds are of one machine.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from benchmarks.tasks.beside import BESIDE
from benchmarks.tasks.office import Size, open_office
from benchmarks.tasks.walk import Done, walk
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "tasks.json"
TEMPLATE = Path(__file__).parent / "page.md"
PAGE = ROOT / "docs" / "explanation" / "eight-tasks.md"
WAIT = 60_000


def main() -> None:
    """Walk, print, and write both files; what is no option is refused before anything is made."""
    argparse.ArgumentParser(
        prog="python -m benchmarks.tasks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args()
    size = Size()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with open_office(Path(folder), size) as office:
            context = browser.new_context(locale="en-GB", accept_downloads=True)
            context.set_default_timeout(WAIT)
            found = list(walk(context, office))
        browser.close()
    machine = f"{platform.machine()}, {os.cpu_count()} processors"
    kept = {"machine": machine, **asdict(size), "tasks": [asdict(done) for done in found]}
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(found, size, machine), encoding="utf-8")
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))


def kept_page() -> str:
    """The page of the walk that was written down last."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    size = Size(**{field.name: kept[field.name] for field in fields(Size)})
    return page([Done(**done) for done in kept["tasks"]], size, kept["machine"])


def page(found: Sequence[Done], size: Size, machine: str) -> str:
    """The page of the documentation."""
    rows = "".join(
        f"| {done.name} | {done.steps} | {done.seconds:.0f} | {BESIDE[done.name].person} | "
        f"{BESIDE[done.name].aim} | {BESIDE[done.name].elsewhere} | "
        f"{BESIDE[done.name].minutes} | {done.result} |\n"
        for done in found
    )
    return TEMPLATE.read_text(encoding="utf-8").format(
        rows=size.rows,
        sessions=size.sessions,
        machine=f"Measured on a shared machine: {machine}",
        table=rows,
    )


if __name__ == "__main__":
    main()
