"""What an officer waits for: my week, the register, and the import of a large action log.

    python -m benchmarks.desk [ACTIONS] [SESSIONS] [ROWS]

Makes a home with invented actions and sessions, asks the pages as a browser would, and writes
`benchmarks/results/desk.json`: the 50th and 95th percentile in milliseconds of wall time and of
processor time a request, and the seconds of the import. On a machine that does other work too the
wall times mean little: compare the processor times, and what filling the home took.
"""

import csv
import io
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from answerable.config import config
from answerable.store.book import book
from answerable.store.engine import start
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    DueDateMoved,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    MeetingPlanned,
    QuestionAsked,
    RungReached,
)
from answerable.vocabulary.times import Period

FORCE, BODY = "anyshire-police", "anyshire-pcc"
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FIRST = date(2024, 1, 8)
ROUNDS = 40
RESULTS = Path(__file__).parent / "results" / "desk.json"
OFFICE = f"{BODY}/governance-officer"
ADDRESSES = {
    "my week": "/week/",
    "forward plan": "/sessions/anyshire-pcc/",
    "forward plan, earlier": "/sessions/anyshire-pcc/?page=20",
    "agenda": "/sessions/anyshire-pcc/next/",
    "agenda, last page": "/sessions/anyshire-pcc/next/?page=300",
    "a session": "/sessions/anyshire-pcc/bench-7/",
    "register": "/plans/",
    "register, a word": "/plans/?q=visit+district",
    "register, overdue by owner": "/plans/?view=overdue&sort=-owner",
    "register, last page by words": "/plans/?sort=words&page=200",
    "register, done and not proven": "/plans/?view=unproven&sort=state&standing=open",
    "agenda being built": "/sessions/anyshire-pcc/planned/build/",
}
VIEWS = (
    "",
    "overdue",
    "slipping",
    "unproven",
    "no-owner",
    "no-date",
    "gaps",
    "elsewhere",
    "twice",
)
FILTERS = (
    *("", "kind=action", "kind=recommendation", "owner=acc", "stage=said", "stage=done"),
    *("standing=open", "standing=closed", "rating=Red", "q=visit+district"),
)
SORTS = ("words", "reference", "owner", "due", "state")


def main(words: Sequence[str]) -> None:
    """Measure in a home of its own, print and keep the figures."""
    counts = [int(word) for word in words] + [10_000, 500, 5_000][len(words) :]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_HOME"] = str(Path(folder) / "home")
        config.cache_clear()
        start.ready()
        made = _seconds(lambda: fill(counts[0], counts[1]))
        found = {
            "machine": f"{platform.machine()}, {os.cpu_count()} processors",
            "actions": counts[0],
            "sessions": counts[1],
            "filled in seconds": round(made, 1),
            "filled in processor seconds": round(time.process_time(), 1),
            "ready after a start, seconds": round(_seconds(warmed), 1),
            "agenda built, processor seconds": round(built(), 2),
            "pages": pages(),
            "import": imported(counts[2]),
        }
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def fill(actions: int, sessions: int) -> None:
    """Ten reports, actions that answer them, and sessions that ask about them."""
    facts: list[Fact] = []
    findings = [
        f"anyshire-inspectorate/20{20 + n % 7}/anyshire/theft/recommendation/{n}"
        for n in range(100)
    ]
    for n, name in enumerate(findings):
        facts.append(
            FindingPublished(
                **_of(name, n),
                kind="recommendation",
                number=str(n),
                theme=("theft", "burglary", "robbery", "fraud")[n % 4],
                owner="anyshire-inspectorate",
                text=f"The force should do thing {n}.",
            )
        )
    for n in range(actions):
        name = f"action/bench/{n}"
        facts.append(
            ActionPromised(
                **_of(name, n % 700),
                text=f"Visit every shop in district {n % 90} and record what was found, part {n}.",
                owner=("acc", "dcc", "chief-constable", "head-of-crime", None)[n % 5],
                due=(FIRST + timedelta(days=(n * 7) % 1_500)).isoformat() if n % 9 else None,
                answers=(findings[n % 100],) if n % 3 == 0 else (),
            )
        )
        if n % 4 == 0:
            facts.append(RungReached(**_of(name, 720), rung="delivered"))
        if n % 11 == 0:
            facts.append(DueDateMoved(**_of(name, 730), due="2027-06-30", reason="Vacant posts."))
    planned = _of(f"session/{BODY}/planned", 0)
    facts.append(MeetingPlanned(**planned, body=BODY, title="Session", date="2027-02-18"))
    for n in range(sessions):
        name = f"session/{BODY}/bench-{n}"
        day = FIRST + timedelta(days=2 * n)
        facts.append(
            MeetingHeld(**_of(name, 2 * n), body=BODY, title="Session", date=day.isoformat())
        )
        for item in range(4):
            about = (findings[(n + item) % 100],)
            facts.append(
                ItemTaken(
                    **_of(f"{name}/item/{item}", 2 * n),
                    meeting=name,
                    number=str(item),
                    about=about,
                )
            )
            facts.append(
                QuestionAsked(
                    **_of(f"{name}/question/{item}", 2 * n),
                    meeting=name,
                    item=str(item),
                    text="What shows that it works?",
                )
            )
            if item % 2:
                facts.append(
                    AnswerGiven(**_of(f"{name}/item/{item}", 2 * n), text="It is being counted.")
                )
    from answerable.operations import people  # noqa: PLC0415  # after the home is chosen

    by = people.acting_as(OFFICE)
    for begin in range(0, len(facts), 5_000):
        batch = facts[begin : begin + 5_000]
        book().append(about=FORCE, decide=lambda _, b=batch: b, by=by, at=AT, key=f"fill-{begin}")  # type: ignore[misc]  # one batch each


def warmed() -> None:
    """What `answerable serve` does in the background once it has started."""
    from answerable.operations import warming  # noqa: PLC0415  # after the home is chosen

    warming.warm(at=datetime.now(UTC))  # noqa: TID251  # the pages ask for today


def built() -> float:
    """An agenda proposed anew, as after any entry: the best of three days."""
    from answerable.operations import people  # noqa: PLC0415  # as above
    from answerable.operations.sessions import sessions  # noqa: PLC0415  # as above

    by = people.acting_as(OFFICE)
    days = [AT.date() + timedelta(days=n) for n in range(3)]
    used = []
    for day in days:
        at = time.process_time()
        sessions.agenda(actor=by, body=BODY, on=day)
        used.append(time.process_time() - at)
    return min(used)


def pages() -> dict[str, dict[str, float]]:
    """Each page asked again and again by one browser; the first answer is told apart."""
    import django  # noqa: PLC0415  # after the home is chosen

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")
    django.setup()
    from django.test import Client  # noqa: PLC0415  # as above

    client = Client(SERVER_NAME="127.0.0.1")
    client.post("/roles/", {"office": OFFICE, "next": "/roles/"})
    found = {}
    for name, address in ADDRESSES.items():
        first = _seconds(lambda a=address: client.get(a))  # type: ignore[misc]  # asked at once
        found[name] = {"first ms": round(first * 1_000), **_asked(client, [address] * ROUNDS)}
    every = [
        f"/plans/?view={view}&{chosen}&sort={way}{sort}"
        for view, chosen, sort, way in product(VIEWS, FILTERS, SORTS, ("", "-"))
    ]
    found["register, each filter with each sort, asked once"] = _asked(client, every)
    return found


def _asked(client: Any, addresses: Sequence[str]) -> dict[str, float]:
    wall, cpu = [], []
    for address in addresses:
        at, used = time.perf_counter(), time.process_time()
        answer = client.get(address)
        wall.append((time.perf_counter() - at) * 1_000)
        cpu.append((time.process_time() - used) * 1_000)
        assert answer.status_code == 200, address  # noqa: S101  # a page that is refused is not fast
    return {
        "addresses": len(set(addresses)),
        "p50 ms": round(statistics.median(wall), 1),
        "p95 ms": round(statistics.quantiles(wall, n=20)[-1], 1),
        "p95 processor ms": round(statistics.quantiles(cpu, n=20)[-1], 1),
        "most processor ms": round(max(cpu), 1),
    }


def imported(rows: int) -> dict[str, float]:
    """A log of so many rows: kept and read, compared, applied; and again, with a tenth changed."""
    from answerable.operations import people  # noqa: PLC0415  # as above
    from answerable.operations.plans import action_log, log_compared, log_files  # noqa: PLC0415  # as above
    from answerable.store.reads import registers  # noqa: PLC0415  # as above

    now = datetime.now(UTC)  # noqa: TID251  # the day that the pages above were asked for
    by, on = people.acting_as(OFFICE), now.date()
    about = log_compared.Asked(FORCE, on)
    kept = ""

    def keep(word: str) -> None:
        nonlocal kept
        kept = log_files.keep(by=by, data=sheet(rows, word), name="log.csv", institution=FORCE)

    def look() -> None:
        action_log.compared(by=by, on=on, document=kept, asked=about)

    def apply() -> None:
        action_log.import_action_log(
            by=by,
            at=now,
            key=f"import-{kept}",
            seen=registers.head().size - 1,
            document=kept,
            asked=about,
            agreed={},
        )

    told = {}
    for name, word in (("", "first"), (" again", "second")):
        for part, do in (("preview", lambda w=word: (keep(w), look())), ("applied", apply)):  # type: ignore[misc]  # as above
            used = time.process_time()
            told[f"{part} s{name}"] = round(_seconds(do), 2)
            told[f"{part} processor s{name}"] = round(time.process_time() - used, 2)
    return {"rows": rows, **told}


def sheet(rows: int, word: str) -> bytes:
    """A log as CSV; every tenth row has other news the second time."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("Ref", "Action", "Owner", "Due", "RAG", "Status", "Update"))
    for n in range(rows):
        news = word if n % 10 == 0 else "Under way."
        due = f"{1 + n % 28}/{1 + n % 12}/2027"
        writer.writerow((f"L{n}", f"Do part {n} of it.", "DCC", due, "Amber", "Open", news))
    return out.getvalue().encode()


def _of(stream: str, day: int) -> dict[str, Any]:
    on = FIRST + timedelta(days=day)
    return {
        "institution": FORCE,
        "stream": stream,
        "valid": Period(on),
        "said": on.isoformat(),
        "source": Source(kind="record"),
    }


def _seconds(do: Callable[[], object]) -> float:
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(sys.argv[1:])
