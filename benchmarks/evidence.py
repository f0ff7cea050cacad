"""Calibration of the verdict by simulation: false alarms (E5), power (E6), chart flags (E7) and
interval coverage (E8), every cell printed.

    python -m benchmarks.evidence [--runs 20000] [--out FILE]

One look, alpha 0.005 each way, no family rule, a decrease is good. The result file names the
seed and the command; `catalogue/alpha.toml` holds the smaller alphas that it proposes.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy
from benchmarks.simulate import BODIES, SEED, Plan, World, chunks, flagged, judged

from answerable.evidence.protocol import ALPHA

OUT = Path(__file__).parent / "results" / "evidence-calibration.json"
RUNS = 20_000
ALPHAS = (0.005, 0.004, 0.003, 0.0025, 0.002, 0.0015, 0.001)
MOST_FALSE = 0.01
BEFORE, AFTER, PEERS = (24, 36, 60), (6, 12, 24), (3, 7)

USUAL = World("season .12, own AR .3 sd .05", own_sd=0.05, own_rho=0.3)
NULLS = (
    World("iid", season=0.0),
    USUAL,
    World("own AR .5 sd .08", own_sd=0.08, own_rho=0.5),
    World(
        "shared -5 %/yr and common shocks",
        own_sd=0.04,
        own_rho=0.3,
        common_sd=0.06,
        common_rho=0.5,
        trend=-0.05,
    ),
    World("worst of 43, own AR .3 sd .08", own_sd=0.08, own_rho=0.3, worst_of=BODIES),
    World("worst of 43, own AR .8 sd .08", own_sd=0.08, own_rho=0.8, worst_of=BODIES),
)
STRETCH = (World("worst of 43, own AR .9 sd .08", own_sd=0.08, own_rho=0.9, worst_of=BODIES),)


def rate(hits: int, runs: int) -> dict[str, float]:
    """A share and its standard error."""
    share = hits / runs
    return {"rate": share, "se": round(float(np.sqrt(share * (1 - share) / runs)), 6)}


def false_verdicts(world: World, plan: Plan, runs: int) -> dict[str, Any]:
    """Shares of unchanged series called improved or worsened, at each alpha of the grid."""
    names = ("compared", "alone")
    hits = {(name, a, way): 0 for name in names for a in ALPHAS for way in (1, -1)}
    for part in chunks(world, plan, runs):
        for name in names:
            found = judged(part, plan, alone=name == "alone")
            for alpha in ALPHAS:
                codes = found.verdicts(alpha)
                for way in (1, -1):
                    hits[name, alpha, way] += int((codes == way).sum())
    return {
        "world": world.name,
        **asdict(plan),
        **{
            name: {
                "improved": rate(hits[name, ALPHA, 1], runs),
                "worsened": rate(hits[name, ALPHA, -1], runs),
            }
            for name in names
        },
        "compared_by_alpha": {
            str(a): [hits["compared", a, 1] / runs, hits["compared", a, -1] / runs] for a in ALPHAS
        },
    }


def proposed(cells: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each corner the largest alpha at which no null is over 1 % either way."""
    corners: dict[tuple[int, int, int], list[dict[str, Any]]] = {}
    for cell in cells:
        corners.setdefault((cell["before"], cell["after"], cell["peers"]), []).append(cell)
    rows = []
    for (before, after, peers), held in sorted(corners.items()):
        worst = {a: max(max(c["compared_by_alpha"][str(a)]) for c in held) for a in ALPHAS}
        fits = [a for a in ALPHAS if worst[a] <= MOST_FALSE]
        rows.append(
            {
                "before": before,
                "after": after,
                "peers": peers,
                "worst_rate_at_default": worst[ALPHA],
                "alpha": fits[0] if fits else None,
                "worst_rate_at_alpha": worst[fits[0]] if fits else None,
            }
        )
    return rows


def power_and_coverage(plan: Plan, shift: float, runs: int) -> dict[str, Any]:
    """Share called improved, and share of 99 % intervals that hold the true change."""
    world = replace(USUAL, shift=shift)
    found = {"compared": [0, 0], "alone": [0, 0]}
    for part in chunks(world, plan, runs):
        for name, held in found.items():
            made = judged(part, plan, alone=name == "alone")
            held[0] += int((made.verdicts(ALPHA) == 1).sum())
            held[1] += int(((made.low <= shift) & (shift <= made.high)).sum())
    return {
        **asdict(plan),
        "shift": shift,
        **{
            name: {"improved": rate(held[0], runs), "coverage": rate(held[1], runs)}
            for name, held in found.items()
        },
    }


def chart_flags(runs: int) -> dict[str, Any]:
    """False improvements of the raw chart against those of the verdict, on the same series."""
    plan = Plan(36, 12, 7)
    rows = []
    for world in (USUAL, NULLS[3]):
        hits = [0, 0]
        for part in chunks(world, plan, runs):
            hits[0] += int(flagged(part, plan).sum())
            hits[1] += int((judged(part, plan).verdicts(ALPHA) == 1).sum())
        rows.append(
            {
                "world": world.name,
                **asdict(plan),
                "chart": rate(hits[0], runs),
                "verdict": rate(hits[1], runs),
                "times_fewer": round(hits[0] / max(hits[1], 1), 1),
            }
        )
    return {"rows": rows, "target": "at least 20 times fewer"}


def main(arguments: list[str]) -> None:
    """Run every cell, print it and write the result file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    runs, began = chosen.runs, time.monotonic()
    cells = []
    plans = [Plan(b, a, p) for b in BEFORE for a in AFTER for p in PEERS]
    for world in (*NULLS, *STRETCH):
        for plan in plans if world in NULLS else [Plan(b, 12, 7) for b in BEFORE]:
            cells.append(false_verdicts(world, plan, runs))
            print(json.dumps({k: v for k, v in cells[-1].items() if "alpha" not in k}), flush=True)
    stretch = {world.name for world in STRETCH}
    power = [
        power_and_coverage(Plan(before, 12, 7), shift, runs)
        for before in BEFORE
        for shift in (0.0, -0.15, -0.25)
    ]
    for row in power:
        print(json.dumps(row), flush=True)
    result = {
        "command": "python -m benchmarks.evidence" + (f" --runs {runs}" if runs != RUNS else ""),
        "seed": SEED,
        "runs": runs,
        "alpha": ALPHA,
        "family_rule": "none",
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "minutes": round((time.monotonic() - began) / 60, 1),
        "worlds": [asdict(world) for world in (*NULLS, *STRETCH)],
        "E5": {
            "target": "false improved and false worsened at most 1 % in every corner",
            "cells": [c for c in cells if c["world"] not in stretch],
            "corners": proposed(c for c in cells if c["world"] not in stretch),
            "stretch": [c for c in cells if c["world"] in stretch],
        },
        "E6_E8": {
            "target": "power at -15 %: 75 % (36 before), 82 % (60); at -25 %: 95 %; "
            "coverage 98.5-99.5 % at 0, 97.5 % at -15 and -25 %",
            "cells": power,
        },
        "E7": chart_flags(runs),
    }
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result["E7"]))
    print(f"{result['minutes']} minutes; written to {chosen.out.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
