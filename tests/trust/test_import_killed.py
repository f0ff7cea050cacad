"""An import that is killed half-way leaves all of its rows on the record or none of them."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.plans import log_files
from answerable.store.checks import rebuilding
from answerable.store.checks.verification import verify
from answerable.store.engine.keys import Keys
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, DocumentFiled
from tests.operations.cast import AT, begin

SEED = 20_261_126
KILLS = int(os.environ.get("ANSWERABLE_KILLS", "3"))
ROWS = 300
ROOT = Path(__file__).parents[2]
FORCE, OFFICE = "anyshire-police", "anyshire-pcc/governance-officer"

CHILD = """
import sys
from datetime import UTC, datetime
from answerable.operations import people
from answerable.operations.plans import action_log, log_compared, log_files
about = log_compared.Asked("anyshire-police", datetime(2024, 3, 4, tzinfo=UTC).date())
print("begun", flush=True)
action_log.import_action_log(
    by=people.acting_as("anyshire-pcc/governance-officer"),
    at=datetime(2024, 3, 4, 9, tzinfo=UTC),
    key=sys.argv[2],
    seen=None,
    document=sys.argv[1],
    asked=about,
    agreed={},
)
print("done", flush=True)
"""


def log(turn: int) -> str:
    """A log of other rows each turn, kept as a person would hand it in."""
    rows = ["Ref,Action,Owner,Due"]
    rows += [f"K{turn}-{n},Do part {n} of turn {turn}.,DCC,1/6/2027" for n in range(ROWS)]
    return log_files.keep(
        by=people.acting_as(OFFICE),
        data="\n".join(rows).encode(),
        name="log.csv",
        institution=FORCE,
    )


def importing(home: Path, sha: str, key: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, sha, key],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )


def on_record(turn: int) -> int:
    register = registers.register(FORCE, valid=AT.date())
    names = (s.rpartition("/")[2] for s in register.streams(ActionPromised))
    return sum(1 for name in names if name.startswith(f"k{turn}-"))


def test_a_killed_import_is_whole_or_absent_and_can_be_done_again(book: Book, home: Path) -> None:
    begin(book)
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the kills
    cut = 0
    for turn in range(KILLS):
        sha = log(turn)
        child = importing(home, sha, f"import-{turn}")
        assert child.stdout is not None
        child.stdout.readline()  # it is at work now
        time.sleep(chance.uniform(0.02, 0.6))
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate(timeout=60)
        found = on_record(turn)
        assert found in (0, ROWS), f"turn {turn} of seed {SEED}: {found} of {ROWS} rows"
        assert found == ROWS or "done" not in out
        cut += found == 0
        assert verify(home / "answerable.sqlite", keys=Keys(home / "keys.sqlite")).holds
        again = importing(home, sha, f"import-{turn}")  # the same command: it acts once
        again.communicate(timeout=120)
        assert on_record(turn) == ROWS
    filed = registers.history(FORCE).of_types(DocumentFiled)
    assert len(filed) == KILLS
    assert cut > 0, "no kill fell before the end: make the wait shorter"
    assert all(state.same for state in rebuilding.compare())
