"""An invented office of real size: its home, its log, its report, a year of sessions, its site."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.tasks import log, report

COMMAND = Path(sys.executable).parent / "answerable"
OFFICER = "anyshire-pcc/governance-officer"
COMMISSIONER = "anyshire-pcc/commissioner"
INIT = (
    *("init", "--regime", "police-england-wales", "--institution", "Anyshire Police"),
    *("--oversight", "Anyshire Police and Crime Commissioner"),
)
SESSION = """institution = "anyshire-police"
[meeting]
body = "anyshire-pcc"
date = {day}
title = "Performance session"
sort = "accountability-session"
"""
ITEM = """[[item]]
number = "{n}"
title = "{title}"
question = [{{ text = "What shows that it works? ({day}, {n})", to = "chief-constable" }}]
answer = [{{ text = "It is counted each month.", by_office = "chief-constable" }}]
action = [{{ text = "Report on it, {day}, {n}", owner = "chief-constable", due = "2027-03-31" }}]
"""
ITEMS = 4
WAIT = 60


@dataclass(frozen=True)
class Size:
    """Rows of the log, chapters and paragraphs of the report, sessions held before today."""

    rows: int = 500
    chapters: int = 9
    paragraphs: int = report.PARAGRAPHS
    sessions: int = 12


@dataclass(frozen=True)
class Office:
    """Where everything is; `today` is the day of the next session."""

    folder: Path
    address: str
    size: Size
    today: date

    @property
    def log(self) -> Path:
        """The action log."""
        return self.folder / "log.xlsx"

    @property
    def report(self) -> Path:
        """The report."""
        return self.folder / "report.pdf"


@contextmanager
def open_office(folder: Path, size: Size) -> Iterator[Office]:
    """Make the home, its files and sessions, serve it on a free port, and stop it at the end."""
    surroundings = os.environ | {"ANSWERABLE_HOME": str(folder / "home")}
    today = datetime.now(UTC).date()  # noqa: TID251  # the day of the site that is served
    _run(surroundings, *INIT)
    made = Office(folder, f"http://127.0.0.1:{_free_port()}", size, today)
    made.log.write_bytes(log.workbook(size.rows))
    made.report.write_bytes(report.as_pdf(size.chapters, size.paragraphs))
    subprocess.run(  # noqa: S603  # this program itself
        [sys.executable, "-m", "benchmarks.tasks.office", str(size.sessions), today.isoformat()],
        check=True,
        env=surroundings,
        cwd=Path(__file__).parents[2],
    )
    with (folder / "served.txt").open("wb") as told:
        site = subprocess.Popen(  # noqa: S603  # as above
            [COMMAND, "serve", "--port", made.address.rpartition(":")[2]],
            env=surroundings,
            stdout=told,
            stderr=told,
        )
        try:
            _wait_for(made.address, site)
            yield made
        finally:
            site.terminate()
            site.wait(timeout=WAIT)


def year(sessions: int, today: date) -> None:
    """Hold so many sessions before today, a month apart, and plan the one of today."""
    from answerable.operations import people  # noqa: PLC0415  # home
    from answerable.operations.sessions import meeting_file, session_plans  # noqa: PLC0415  # home
    from answerable.operations.sessions import sessions as holding  # noqa: PLC0415  # as above

    by, at = people.acting_as(OFFICER), datetime.combine(today, datetime.min.time(), UTC)
    for number in range(sessions, 0, -1):
        day = today - timedelta(days=30 * number)
        text = SESSION.format(day=day) + "".join(
            ITEM.format(n=n, day=day, title=log.THEMES[(number + n) % len(log.THEMES)])
            for n in range(1, ITEMS + 1)
        )
        holding.hold_meeting(
            by=by, at=at, key=f"year-{number}", seen=None, held=meeting_file.parse(text.encode())
        )
    planned = session_plans.dates(first=today, every="once", count=1, themes=("Custody",))
    session_plans.plan_sessions(
        by=by,
        at=at,
        key="today",
        seen=None,
        institution="anyshire-police",
        body="anyshire-pcc",
        series="performance",
        sessions=planned,
        on=today,
    )


def _run(surroundings: Mapping[str, str], *words: str) -> None:
    subprocess.run([COMMAND, *words], check=True, env=surroundings, capture_output=True)  # noqa: S603  # as above


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, site: subprocess.Popen[bytes]) -> None:
    port = int(address.rpartition(":")[2])
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if site.poll() is not None:
            raise RuntimeError("The site stopped before it answered.")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"Nothing answered at {address}.")


if __name__ == "__main__":
    year(int(sys.argv[1]), date.fromisoformat(sys.argv[2]))
