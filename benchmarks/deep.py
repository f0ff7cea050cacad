"""Campaigns that add up over many short runs: kills, mutations, lost answers, odd questions.

    ONLY=R-01 MINUTES=20 SEED=7 python -m benchmarks.deep

Without ONLY the minutes are shared out. Each run appends a line to `results/deep.json`: which
campaign, at which commit and digest of the code that it tests, seed, rounds, what failed, minutes.
Rounds count together while the digest stays the same; a failure is repeated with its seed.
"""

import hashlib
import json
import os
import random
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "deep.json"
CODE = {
    "R-01": ("src/answerable/ledger", "src/answerable/store", "tests/trust/campaigns.py"),
    "R-08": (
        *("src/answerable/ledger", "src/answerable/store", "tests/trust/campaigns.py"),
        "tests/engines/server.py",
    ),
    "L-03": (
        *("src/answerable/ledger", "src/answerable/store/verification.py"),
        *("src/answerable/store/tree_check.py", "src/answerable/store/signed_check.py"),
        "src/answerable/store/plain_check.py",
        *("tests/trust/test_tamper.py", "tests/trust/campaigns.py"),
    ),
    "R-09": (
        *("src/answerable/ledger", "src/answerable/store/appender.py"),
        *("src/answerable/store/writing.py", "src/answerable/store/commands.py"),
        "tests/trust/campaigns.py",
    ),
    "S-08": (
        *("src/answerable/web/api", "src/answerable/operations/commands.py"),
        *("src/answerable/operations/interface.py", "tests/api/campaign.py"),
    ),
}
"""The code that a campaign tests: a change of it starts the count again."""


def main() -> int:
    """Run, append, and say what the counts are now; 1 when a round failed."""
    only, minutes = os.environ.get("ONLY", ""), float(os.environ.get("MINUTES", "3"))
    seed = int(os.environ.get("SEED") or secrets.randbelow(2**31))
    chosen = [only] if only else list(CODE)
    if unknown := [name for name in chosen if name not in CODE]:
        print(f"There is no campaign {unknown[0]}. There are: {', '.join(CODE)}.")
        return 2
    runs = [run(name, minutes=minutes / len(chosen), seed=seed) for name in chosen]
    kept: list[dict[str, Any]] = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps([*kept, *runs], indent=1) + "\n", encoding="utf-8")
    for one in runs:
        same = [r for r in (*kept, *runs) if (r["id"], r["digest"]) == (one["id"], one["digest"])]
        total = sum(r["n"] for r in same)
        print(
            f"{one['id']}: {one['n']} rounds, {len(one['failures'])} failed, seed {one['seed']}; "
            f"{total} rounds of this code in {len(same)} runs."
        )
        for words in one["failures"]:
            print(f"  {words}. Again: ONLY={one['id']} SEED={one['seed']}")
    return 1 if any(one["failures"] for one in runs) else 0


def run(name: str, *, minutes: float, seed: int) -> dict[str, Any]:
    """One campaign in a home of its own, until its minutes are over."""
    folder = Path(tempfile.mkdtemp(prefix="answerable-deep-"))
    try:
        campaigns = _ready(folder)
        chance = random.Random(seed)  # noqa: S311  # a seed repeats it
        until, n, failures = time.monotonic() + minutes * 60, 0, []
        began = time.monotonic()
        with closing(campaigns[name](folder / "home", chance)) as rounds:
            while time.monotonic() < until:
                words = next(rounds)
                n += 1
                if words:
                    failures.append(f"round {n}: {words}"[:400])
    finally:
        _leave()
        shutil.rmtree(folder, ignore_errors=True)
    return {
        "id": name,
        "commit": _commit(),
        "digest": digest(name),
        "seed": seed,
        "n": n,
        "failures": failures,
        "minutes": round((time.monotonic() - began) / 60, 2),
    }


def digest(name: str) -> str:
    """SHA-256 over the files that a campaign tests, by name."""
    files = [
        path
        for place in CODE[name]
        for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    ]
    made = hashlib.sha256()
    for path in sorted(files):
        made.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


def _ready(folder: Path) -> Any:
    os.environ["ANSWERABLE_HOME"] = str(folder / "home")
    sys.path.insert(0, str(ROOT))
    from tests.trust.campaigns import CAMPAIGNS  # noqa: PLC0415  # as above

    from answerable.config import config  # noqa: PLC0415  # needs the home to be known
    from answerable.store import start  # noqa: PLC0415  # as above

    config.cache_clear()
    start.ready()
    from tests.api.campaign import rounds  # noqa: PLC0415  # needs Django, which is ready now

    return {**CAMPAIGNS, "S-08": rounds}


def _leave() -> None:
    from answerable.store import appender, database  # noqa: PLC0415  # as above

    appender.stop()
    database.close()


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
