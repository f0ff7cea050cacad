"""Every benchmark by name: list them, run some, or run all but the deep ones.

    python -m benchmarks.run [--list] [NAME ...]

Each runs in a process of its own, one after another, with fixed seeds, and gives ratios against a
plain baseline of the same run. Without a name the whole takes under 10 minutes on 2 cores.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUICK = "build/bench"


@dataclass(frozen=True)
class Scenario:
    """A benchmark: what it measures, its command, and whether it is left out by default."""

    words: str
    command: tuple[str, ...]
    deep: bool = False


SCENARIOS = {
    "evidence-speed": Scenario(
        "20 million points: labels against one scan, a pandas loop, the real load (E3, E4)",
        ("benchmarks.evidence_speed",),
    ),
    "evidence-speed-sql": Scenario(
        "the same with the portable SQL, every flag",
        ("benchmarks.evidence_speed", "--sql"),
        deep=True,
    ),
    "evidence-impact": Scenario(
        "every placebo of 1,000 measures of 43 bodies, against a generic fit (E10)",
        ("benchmarks.evidence_impact",),
    ),
    "evidence-reach": Scenario(
        "on how many real measures a verdict says anything (E11; needs the public files)",
        ("benchmarks.evidence_reach",),
    ),
    "evidence-quick": Scenario(
        "false alarms, power and coverage with few runs: does the simulator still work?",
        ("benchmarks.evidence", "--runs", "100", "--out", f"{QUICK}/evidence-quick.json"),
    ),
    "evidence-calibration": Scenario(
        "the same with 20,000 runs a cell, as committed (E5 to E8; hours)",
        ("benchmarks.evidence",),
        deep=True,
    ),
    "evidence-archive": Scenario(
        "street files to partitioned Parquet, against DuckDB's own COPY of the same files",
        ("benchmarks.evidence_archive",),
    ),
    "evidence-looks": Scenario(
        "error over looks at 6, 12 and 24 months, and on quarters (E5, R5; 20 minutes)",
        ("benchmarks.evidence_looks",),
        deep=True,
    ),
    "evidence-coverage": Scenario(
        "how often the interval holds the true change, every design and level (E8; hours)",
        ("benchmarks.evidence_coverage",),
        deep=True,
    ),
    "evidence-families": Scenario(
        "false discoveries among 5 to 200 measures of one body, by the rule of the family (R2)",
        ("benchmarks.evidence_families",),
        deep=True,
    ),
    "evidence-peers": Scenario(
        "a verdict whose peers changed too, and how often it rests on one of them (R3)",
        ("benchmarks.evidence_peers",),
        deep=True,
    ),
    "accountability": Scenario(
        "money, claims and a statement of 30 claims at 10,000 events and 50,000 claims",
        ("benchmarks.accountability",),
        deep=True,
    ),
    "desk": Scenario(
        "my week, register and import at 10,000 actions and 500 sessions",
        ("benchmarks.desk",),
    ),
    "site": Scenario(
        "the public site at real load: every type of page, 20 users, kept pages, memory",
        ("benchmarks.site", "--seconds", "30"),
    ),
    "site-memory": Scenario(
        "memory of the public site over 100,000 requests: flat after the first tenth",
        ("benchmarks.site_memory",),
        deep=True,
    ),
    "packs": Scenario(
        "a pack of 60 pages as PDF, Word file and workbook",
        ("benchmarks.packs",),
    ),
    "asked-before": Scenario(
        "is the right earlier finding among the first three, of 150 held-out pairs",
        ("benchmarks.asked_before",),
    ),
    "reading-speed": Scenario(
        "text and places of a PDF against bare pypdfium2; a long report through the child",
        ("benchmarks.reading_speed",),
    ),
    "reading-rules": Scenario(
        "characters a second of the rules, alone and with likeness",
        ("benchmarks.reading_rules",),
    ),
    "evidence-scale": Scenario(
        "a slice of ten billion observations on the kernel, DuckDB and Spark",
        ("benchmarks.evidence_scale",),
        deep=True,
    ),
    "ledger": Scenario(
        "append, verify and fold 20,000 entries, against plain reading; four appending at once",
        ("benchmarks.ledger", "20000"),
    ),
}


def main(arguments: Sequence[str]) -> int:
    """Run what was named; 1 when one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*SCENARIOS, []])
    parser.add_argument("--list", action="store_true", help="say which there are")
    chosen = parser.parse_args(arguments)
    if chosen.list:
        for name, scenario in SCENARIOS.items():
            print(f"{name:22}{scenario.words}{' [deep]' if scenario.deep else ''}")
        return 0
    names = chosen.names or [name for name, found in SCENARIOS.items() if not found.deep]
    failed = []
    for name in names:
        print(f"== {name}: {SCENARIOS[name].words}", flush=True)
        began = time.monotonic()
        command = [sys.executable, "-m", *SCENARIOS[name].command]
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603  # our own
        print(f"== {name}: {time.monotonic() - began:.0f} s", flush=True)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
