"""What the campaigns have shown so far of the code as it stands: totals, controls, failures.

    python -m benchmarks.trust_report [--json]

Adds up `results/deep.json`. Rounds count while neither the campaign nor the code that it tests has
changed. A failure stays listed until a later run with its seed passes. Exit code 1 while a
campaign is short of what a release asks for, or a failure stands.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.deep import CAMPAIGNS, RESULTS, digest

Run = dict[str, Any]
SHOWN = 160


@dataclass(frozen=True, slots=True)
class Total:
    """One campaign over unchanged code; `open` failures with the seed that repeats each."""

    id: str
    n: int
    asked: int
    failed: int
    runs: int
    minutes: float
    seeds: tuple[int, ...]
    tally: dict[str, int]
    open: tuple[str, ...]
    skipped: str | None

    @property
    def proven(self) -> bool:
        """As many rounds as are asked for, and none of them, nor an earlier one, stands failed."""
        return self.n >= self.asked and not self.failed and not self.open


def totals(runs: Sequence[Run]) -> tuple[Total, ...]:
    """Every campaign, whether or not it was run."""
    return tuple(
        _total(name, [run for run in runs if run["id"] == name], digest(name))
        for name in CAMPAIGNS
    )


def _total(name: str, runs: Sequence[Run], now: str) -> Total:
    same = [run for run in runs if run["digest"] == now]
    counted = sum((Counter(run.get("tally", {})) for run in same), Counter[str]())
    return Total(
        id=name,
        n=sum(run["n"] for run in same),
        asked=CAMPAIGNS[name].target,
        failed=sum(_failed(run) for run in same),
        runs=len(same),
        minutes=round(sum(run["minutes"] for run in same), 1),
        seeds=tuple(run["seed"] for run in same),
        tally=dict(counted),
        open=tuple(
            f"seed {run['seed']}, commit {run['commit']}: {run['failures'][0][:SHOWN]}"
            for at, run in enumerate(runs)
            if run["digest"] != now and _failed(run) and not _mended(run, runs[at + 1 :])
        ),
        skipped=next((run["skipped"] for run in reversed(same) if "skipped" in run), None),
    )


def _failed(run: Run) -> int:
    return int(run.get("failed", len(run["failures"])))


def _mended(failure: Run, later: Sequence[Run]) -> bool:
    """Was its seed run again over other code, as far as it went, and nothing failed?"""
    return any(
        run["seed"] == failure["seed"]
        and run["digest"] != failure["digest"]
        and run["n"] >= failure["n"]
        and not _failed(run)
        for run in later
    )


def in_words(total: Total) -> list[str]:
    """For a person: what is proven, and what is not."""
    verdict = "shown" if total.proven else "not proven"
    lines = [
        f"{total.id}: {verdict}. {total.n:,} of {total.asked:,} rounds of this code in "
        f"{total.runs} runs, {total.failed} failed, {total.minutes} minutes."
    ]
    lines += [f"  {words}: {count:,}" for words, count in total.tally.items()]
    lines += [f"  failed before and not repeated since: {words}" for words in total.open]
    return lines + ([f"  skipped: {total.skipped}"] if total.skipped else [])


def main(words: Sequence[str]) -> int:
    """Print the totals; 0 when every campaign is shown."""
    found = totals(json.loads(RESULTS.read_text(encoding="utf-8")))
    if "--json" in words:
        print(json.dumps([asdict(one) | {"proven": one.proven} for one in found], indent=1))
    else:
        print(*(line for one in found for line in in_words(one)), sep="\n")
    return 0 if all(one.proven for one in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
