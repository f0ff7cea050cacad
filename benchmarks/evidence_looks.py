"""Error over several looks at one action (EVIDENCE E5), and the verdict on quarters (R5).

    python -m benchmarks.evidence_looks [--runs 20000] [--out FILE]

Looks: the same series is judged after 6, 12 and 24 months, each time with a third of the alpha of
that design (a third of 0.005, or of the smaller value of `catalogue/alpha.toml`). A run is falsely
improved when any of the three looks says so. Quarters: three simulated months summed, the verdict
of one look with the season of four. No family rule; a decrease is good; nothing changed except
where the power is asked.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import scipy
from benchmarks.evidence import MOST_FALSE, NULLS, USUAL, rate
from benchmarks.simulate import SEED, Plan, World, chunks, judged, seen_until

from answerable.evidence.protocol import ALPHA, LOOKS_AT
from answerable.operations.measures.evidence_files import alpha_table

OUT = Path(__file__).parent / "results" / "evidence-looks.json"
RUNS = 20_000
BEFORE, PEERS = (24, 36, 60), (3, 7)
QUARTERS_BEFORE, QUARTERS_AFTER = (8, 12, 20), (2, 4, 8)
QUARTER_ALPHAS = (ALPHA, 0.004, 0.003, 0.002, 0.001)
MOST_OVER_LOOKS = 0.02


def alpha_of(plan: Plan) -> float:
    """The alpha of one look at this design."""
    held = alpha_table().alpha(
        period="month", before=plan.before, after=plan.after, peers=plan.peers
    )
    return min(held or ALPHA, ALPHA)


def over_looks(world: World, before: int, peers: int, runs: int) -> dict[str, Any]:
    """Shares called improved or worsened at each look, and at any of the three."""
    plan = Plan(before, max(LOOKS_AT), peers)
    hits = {(after, way): 0 for after in (*LOOKS_AT, 0) for way in (1, -1)}
    for part in chunks(world, plan, runs):
        size = len(part.target)
        ever = {way: np.zeros(size, dtype=np.bool_) for way in (1, -1)}
        for after in LOOKS_AT:
            held, short = seen_until(part, plan, after)
            codes = judged(held, short).verdicts(alpha_of(short) / len(LOOKS_AT))
            for way in ever:
                hits[after, way] += int((codes == way).sum())
                ever[way] |= codes == way
        for way, found in ever.items():
            hits[0, way] += int(found.sum())
    words = {0: "any look"} | {after: f"after {after}" for after in LOOKS_AT}
    return {
        "world": world.name,
        "shift": world.shift,
        "before": before,
        "peers": peers,
        "runs": runs,
        **{
            words[after]: {
                "improved": rate(hits[after, 1], runs),
                "worsened": rate(hits[after, -1], runs),
            }
            for after in (*LOOKS_AT, 0)
        },
    }


def quarters(world: World, plan: Plan, runs: int) -> dict[str, Any]:
    """Verdicts at each alpha of the grid, false where nothing shifts, and coverage."""
    hits = {(alpha, way): 0 for alpha in QUARTER_ALPHAS for way in (1, -1)}
    covered = 0
    for part in chunks(world, plan, runs):
        found = judged(part, plan)
        covered += int(((found.low <= world.shift) & (world.shift <= found.high)).sum())
        for alpha, way in hits:
            hits[alpha, way] += int((found.verdicts(alpha) == way).sum())
    return {
        "world": world.name,
        "shift": world.shift,
        **asdict(plan),
        "runs": runs,
        "improved": rate(hits[ALPHA, 1], runs),
        "worsened": rate(hits[ALPHA, -1], runs),
        "coverage": rate(covered, runs),
        "by_alpha": {
            str(alpha): [hits[alpha, 1] / runs, hits[alpha, -1] / runs] for alpha in QUARTER_ALPHAS
        },
    }


def quarter_corners(cells: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each design the largest alpha at which no null, with its error, is over 1 %."""
    corners: dict[tuple[int, int, int], list[dict[str, Any]]] = {}
    for cell in cells:
        corners.setdefault((cell["before"], cell["after"], cell["peers"]), []).append(cell)
    rows = []
    for (before, after, peers), held in sorted(corners.items()):
        bounds = {
            alpha: max(
                worse + 2 * float(np.sqrt(worse * (1 - worse) / cell["runs"]))
                for cell in held
                for worse in cell["by_alpha"][str(alpha)]
            )
            for alpha in QUARTER_ALPHAS
        }
        alpha = next((a for a in QUARTER_ALPHAS if bounds[a] <= MOST_FALSE), None)
        rows.append(
            {
                "before": before,
                "after": after,
                "peers": peers,
                "bound_at_default": bounds[ALPHA],
                "alpha": alpha,
                "bound_at_alpha": None if alpha is None else bounds[alpha],
            }
        )
    return rows


def main(arguments: list[str]) -> None:
    """Run the cells, print each and write the result file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_looks")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    runs, began = chosen.runs, time.monotonic()

    def printed(cell: dict[str, Any]) -> dict[str, Any]:
        print(json.dumps(cell), flush=True)
        return cell

    fell = replace(USUAL, shift=-0.15)
    nulls = [printed(over_looks(w, b, p, runs)) for w, b, p in product(NULLS, BEFORE, PEERS)]
    power = [printed(over_looks(fell, before, 7, runs)) for before in BEFORE]
    plans = [
        Plan(b, a, p, season=4) for b in QUARTERS_BEFORE for a in QUARTERS_AFTER for p in PEERS
    ]
    by_quarter = [printed(quarters(w, plan, runs)) for w, plan in product(NULLS, plans)]
    quarter_power = [
        printed(quarters(replace(USUAL, shift=shift), plan, runs))
        for plan in plans
        if plan.peers == 7 and plan.after == 4
        for shift in (0.0, -0.15, -0.25)
    ]
    worst = max(
        cell["any look"][way]["rate"] for cell in nulls for way in ("improved", "worsened")
    )
    result = {
        "commands": [f"python -m benchmarks.evidence_looks --runs {runs}"],
        "seed": SEED,
        "family_rule": "none",
        "runs": runs,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "worlds": [asdict(world) for world in NULLS],
        "looks": {
            "target": f"false improved and false worsened at most {MOST_OVER_LOOKS:.0%} over all "
            "three looks",
            "worst": worst,
            "met": worst <= MOST_OVER_LOOKS,
            "cells": nulls,
            "power": power,
        },
        "quarters": {
            "target": "the targets of months: at most 1 % each way, coverage 98.5-99.5 % at no "
            "change and at least 97.5 % at -15 and -25 %",
            "corners": quarter_corners(by_quarter),
            "cells": by_quarter,
            "power": quarter_power,
        },
    }
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(result, indent=1) + "\n")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes; written to {chosen.out.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
