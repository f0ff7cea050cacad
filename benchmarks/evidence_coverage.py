"""How often the 99 % interval of a verdict holds the true change, in every cell (EVIDENCE E8).

    python -m benchmarks.evidence_coverage [--part PART] [--runs N] [--out FILE]

A cell is a design (months or quarters before and after, peers or none, chosen for being the worst
or not), a level of counts, a kind of noise and a true change. Parts: `usual` is months at 100
without a choice, 20,000 cases a cell, as the targets ask; `levels` and `quarters` have 3,000,
`chosen`, months only, 1,500; these three leave out the fall of 15 %. A part that is run again
takes the place of its own cells in the file. `benchmarks.method` makes of the file the table that
a verdict quotes.
"""

import argparse
import json
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import scipy
from benchmarks.evidence import AFTER, BEFORE, NULLS, PEERS, SHIFTS
from benchmarks.evidence_looks import QUARTERS_AFTER, QUARTERS_BEFORE
from benchmarks.simulate import SEED, Plan, World, chunks, judged

from answerable.evidence.scatter import MOST_SCATTER

OUT = Path(__file__).parent / "results" / "evidence-coverage.json"
RUNS = {"usual": 20_000, "levels": 3_000, "quarters": 3_000, "chosen": 1_500}
USUAL_LEVEL = 100.0
LEVELS = {12: (10.0, 100.0, 1_000.0, 10_000.0), 4: (3.0, 30.0, 300.0, 3_000.0)}
"""Counts a month; quarters hold three times as many."""
COLUMNS = (
    *("period", "before", "after", "peers", "chosen", "level", "world", "shift", "runs"),
    *("coverage", "told"),
)
"""`told`: share of cases in which the verdict says that its numbers vary more than counting."""


def at_level(world: World, level: float) -> World:
    """The same noise at another count a month. The usual level keeps its name and its draws."""
    if level == USUAL_LEVEL:
        return world
    return replace(world, mean=level, name=f"{world.name}, {level:g} a month")


def rows(world: World, plan: Plan, level: float, runs: int) -> Iterator[list[Any]]:
    """One row for the comparative interval; with three peers another for the body alone."""
    found = at_level(world, level)
    held, told = {"compared": 0, "alone": 0}, {"compared": 0, "alone": 0}
    names = ("compared", "alone") if plan.peers == PEERS[0] else ("compared",)
    for part in chunks(found, plan, runs):
        for name in names:
            made = judged(part, plan, alone=name == "alone")
            held[name] += int(((made.low <= world.shift) & (world.shift <= made.high)).sum())
            told[name] += int((made.scatter > MOST_SCATTER).sum())
    for name in names:
        yield [
            "month" if plan.season == 12 else "quarter",
            plan.before,
            plan.after,
            plan.peers if name == "compared" else 0,
            bool(world.worst_of),
            level,
            world.name,
            world.shift,
            runs,
            held[name] / runs,
            told[name] / runs if name == "compared" else None,
        ]


def cells(part: str, runs: int) -> Iterator[list[Any]]:
    """Every cell of a part."""
    months = [Plan(b, a, p) for b, a, p in product(BEFORE, AFTER, PEERS)]
    quarters = [
        Plan(b, a, p, season=4) for b, a, p in product(QUARTERS_BEFORE, QUARTERS_AFTER, PEERS)
    ]
    plain = [world for world in NULLS if not world.worst_of]
    chosen = [world for world in NULLS if world.worst_of]
    others = [level for level in LEVELS[12] if level != USUAL_LEVEL]
    groups: dict[str, list[tuple[list[Plan], list[World], Sequence[float]]]] = {
        "usual": [(months, plain, (USUAL_LEVEL,))],
        "levels": [(months, plain, others)],
        "quarters": [(quarters, plain, LEVELS[4])],
        "chosen": [(months, chosen, LEVELS[12][:-1])],
    }
    shifts = SHIFTS if part == "usual" else (SHIFTS[0], SHIFTS[-1])
    for plans, worlds, levels in groups[part]:
        for level, plan, world, shift in product(levels, plans, worlds, shifts):
            yield from rows(replace(world, shift=shift), plan, level, runs)


def written(parts: Mapping[str, Mapping[str, Any]]) -> str:
    """The result file: one line a cell."""
    head = {
        "seed": SEED,
        "target": "98.5-99.5 % at no change, at least 97.5 % at -15 and -25 %",
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "columns": COLUMNS,
    }
    told = []
    for name, held in parts.items():
        lines = ",\n    ".join(json.dumps(row) for row in held["cells"])
        told.append(
            f'  "{name}": {{\n   "command": {json.dumps(held["command"])},\n'
            f'   "cells": [\n    {lines}\n   ]\n  }}'
        )
    start = json.dumps(head, indent=1).removesuffix("\n}")
    return start + ',\n "parts": {\n' + ",\n".join(told) + "\n }\n}\n"


def every(file: Path = OUT) -> list[dict[str, Any]]:
    """Every cell of every part of a result file, by the names of its columns."""
    told = json.loads(file.read_text(encoding="utf-8"))
    return [
        dict(zip(told["columns"], cell, strict=True))
        for part in told["parts"].values()
        for cell in part["cells"]
    ]


def commands(file: Path = OUT) -> list[str]:
    """How each part was made."""
    parts = json.loads(file.read_text(encoding="utf-8"))["parts"]
    return [str(part["command"]) for part in parts.values()]


def main(arguments: list[str]) -> None:
    """Run the parts asked for, print each cell and put them into the result file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_coverage")
    parser.add_argument("--part", choices=list(RUNS), default="")
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args(arguments)
    held: dict[str, Any] = {}
    if asked.out.exists():
        held = json.loads(asked.out.read_text(encoding="utf-8"))["parts"]
    for part in [asked.part] if asked.part else list(RUNS):
        runs, made = asked.runs or RUNS[part], []
        for row in cells(part, runs):
            made.append(row)
            print(json.dumps(row), flush=True)
        command = f"python -m benchmarks.evidence_coverage --part {part} --runs {runs}"
        held[part] = {"command": command, "cells": made}
        parts = {name: held[name] for name in RUNS if name in held}
        asked.out.write_text(written(parts), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
