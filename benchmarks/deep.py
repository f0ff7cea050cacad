"""Campaigns that add up over many short runs: kills, power cuts, mutations, lost answers.

    ONLY=R-01 MINUTES=20 SEED=7 python -m benchmarks.deep

Without ONLY the minutes are shared out. Each run appends a line to `results/deep.json`: which
campaign, at which commit and digest of the code that it tests, seed, rounds, what failed, what
its controls did, minutes. Rounds count together while the digest stays the same; a failure is
repeated with its seed. What this machine cannot test is skipped and says why: not proven.
"""

import fcntl
import hashlib
import json
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
RESULTS = Path(os.environ.get("RESULTS", Path(__file__).parent / "results" / "deep.json"))
LEDGER, STORE = "src/answerable/ledger", "src/answerable/store"
SPOKEN = 12
"""Failures of one run that are kept with their words; all are counted."""


class Campaign(NamedTuple):
    """A module with `rounds`, how many the release asks for, and the code that it tests."""

    module: str
    target: int
    code: tuple[str, ...]


_APPEND = (
    *(f"{LEDGER}/{name}.py" for name in ("canonical", "commitments", "entry", "merkle")),
    *(f"{LEDGER}/{name}.py" for name in ("party", "plain", "register")),
    *(f"{STORE}/engine/{name}.py" for name in ("database", "dialect", "keys", "projection")),
    f"{STORE}/engine/words.py",
    f"{STORE}/reads/commands.py",
    *(f"{STORE}/writes/{name}.py" for name in ("appender", "writing")),
    "tests/trust/campaigns/writers.py",
)
_ON_SQLITE = (*_APPEND, f"{STORE}/engine/sqlite.py")
_VERIFY = (
    *(f"{LEDGER}/{name}.py" for name in ("canonical", "commitments", "entry", "merkle")),
    *(f"{LEDGER}/{name}.py" for name in ("plain", "verify")),
    f"{STORE}/checks",
)
CAMPAIGNS = {
    "R-01": Campaign("tests.trust.campaigns.kills", 10_000, _ON_SQLITE),
    "R-02": Campaign("tests.trust.campaigns.power", 500, _ON_SQLITE),
    "R-08": Campaign(
        "tests.trust.campaigns.stops",
        100,
        (*_APPEND, f"{STORE}/engine/postgres.py", "tests/engines/server.py"),
    ),
    "R-09": Campaign("tests.trust.campaigns.lost_answers", 10_000, _APPEND[:-1]),
    "R-05": Campaign("tests.trust.campaigns.full_disk", 100, _ON_SQLITE),
    "R-06": Campaign("tests.trust.campaigns.clocks", 250, _APPEND),
    "L-03": Campaign(
        "tests.trust.campaigns.mutations",
        11_500,
        (*_VERIFY, "tests/trust/test_tamper.py", "tests/trust/campaigns/damage.py"),
    ),
    "L-13": Campaign("tests.trust.campaigns.mutants", 1_614, (LEDGER, "tests/unit/ledger")),
    "L-04": Campaign(
        "tests.trust.campaigns.stolen_key",
        3_000,
        (
            *(f"{LEDGER}/{name}.py" for name in ("checkpoint", "merkle", "signer", "tiles")),
            *("src/answerable/operations/record/witness.py", "tests/trust/test_witness.py"),
            f"{LEDGER}/verify.py",
        ),
    ),
    "F-01": Campaign(
        "tests.trust.campaigns.closing_commands",
        1_000_000,
        (
            *("src/answerable/scrutiny/closing.py", "src/answerable/scrutiny/progress.py"),
            *(f"{LEDGER}/{name}.py" for name in ("canonical", "entry", "register", "verify")),
            *("src/answerable/operations/access.py", "tests/vectors/closings.py"),
        ),
    ),
    "L-05": Campaign(
        "tests.trust.campaigns.twins",
        11_000,
        (
            *(f"{LEDGER}/{name}.py" for name in ("canonical", "entry", "merkle", "verify")),
            "src/answerable/web/assets/scripts/verify.js",
            *("tests/vectors/receipts.py", "tests/vectors/test_twins.py"),
        ),
    ),
    "S-08": Campaign(
        "tests.api.campaign",
        20_000,
        ("src/answerable/web/api",),
    ),
}
"""A change of a campaign's code, or of its own module, starts its count again."""


def main() -> int:
    """Run, append, and say what the counts are now; 1 when a round failed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that it leaves nothing behind
    only, minutes = os.environ.get("ONLY", ""), float(os.environ.get("MINUTES", "3"))
    seed = int(os.environ.get("SEED") or secrets.randbelow(2**31))
    chosen = [only] if only else list(CAMPAIGNS)
    if unknown := [name for name in chosen if name not in CAMPAIGNS]:
        print(f"There is no campaign {unknown[0]}. There are: {', '.join(CAMPAIGNS)}.")
        return 2
    runs = [run(name, minutes=minutes / len(chosen), seed=seed) for name in chosen]
    kept = keep(runs)
    for one in runs:
        say(one, kept)
    return 1 if any(one["failures"] for one in runs) else 0


def keep(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Append to the results, in turn with other runs; all that there are now."""
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        held: list[dict[str, Any]] = json.loads(file.read() or "[]")
        held += runs
        file.truncate(0)
        file.write(json.dumps(held, indent=1) + "\n")
    return held


def say(one: dict[str, Any], kept: list[dict[str, Any]]) -> None:
    """What a run found, and what there is of this code in all."""
    name = one["id"]
    if why := one.get("skipped"):
        print(f"{name}: skipped. {why}.")
        return
    same = [r for r in kept if (r["id"], r["digest"]) == (name, one["digest"])]
    total = sum(r["n"] for r in same)
    print(
        f"{name}: {one['n']} rounds, {one['failed']} failed, seed {one['seed']}; "
        f"{total} rounds of this code in {len(same)} runs, {CAMPAIGNS[name].target} asked for."
    )
    for words, count in one["tally"].items():
        print(f"  {words}: {count}")
    for words in one["failures"]:
        print(f"  {words}. Again: ONLY={name} SEED={one['seed']}")


def run(name: str, *, minutes: float, seed: int) -> dict[str, Any]:
    """One campaign in a home of its own, until its minutes or its target are over."""
    folder = Path(tempfile.mkdtemp(prefix="answerable-deep-", dir=_quick()))
    began, commit, code = time.monotonic(), _commit(), digest(name)  # as they are when it begins
    n, failures, skipped, tally = 0, list[str](), "", Counter[str]()
    try:
        rounds = _ready(folder, name)
        chance = random.Random(seed)  # noqa: S311  # a seed repeats it
        with closing(rounds(folder / "home", chance, tally)) as made:
            for words in made:
                n += 1
                if words:
                    failures.append(f"round {n}: {words}"[:400])
                if time.monotonic() > began + minutes * 60:
                    break
    except Exception as error:
        if type(error).__name__ != "CannotTest":
            raise
        skipped = str(error)
    finally:
        _leave()
        shutil.rmtree(folder, ignore_errors=True)
    return {
        "id": name,
        "commit": commit,
        "digest": code,
        "seed": seed,
        "n": n,
        "failed": len(failures),
        "failures": failures[:SPOKEN],
        "tally": dict(tally),
        **({"skipped": skipped} if skipped else {}),
        "minutes": round((time.monotonic() - began) / 60, 2),
    }


def digest(name: str) -> str:
    """SHA-256 over the files that a campaign tests, and its own module, by name."""
    own = f"{CAMPAIGNS[name].module.replace('.', '/')}.py"
    files = {
        path
        for place in (own, *CAMPAIGNS[name].code)
        for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    }
    made = hashlib.sha256()
    for path in sorted(files):
        made.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


def _ready(folder: Path, name: str) -> Any:
    os.environ["ANSWERABLE_HOME"] = str(folder / "home")
    sys.path.insert(0, str(ROOT))
    from answerable.config import config  # noqa: PLC0415  # needs the home to be known
    from answerable.store.engine import database, start  # noqa: PLC0415  # as above

    config.cache_clear()
    start.ready()
    database.close()
    return import_module(CAMPAIGNS[name].module).rounds


def _leave() -> None:
    from answerable.store.engine import database  # noqa: PLC0415  # as above
    from answerable.store.writes import appender  # noqa: PLC0415  # as above

    appender.stop()
    database.close()


def _quick() -> str | None:
    """Where a sync costs nothing, if there is room: what a killed process leaves is the same."""
    place = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
    try:
        return str(place) if shutil.disk_usage(place).free > 4 * 2**30 else None
    except OSError:
        return None


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607  # git as it is on the path
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
