"""Calibration of the verdict by simulation: false alarms (E5), power (E6), chart flags (E7) and
interval coverage (E8), every cell printed.

    python -m benchmarks.evidence [--runs 20000] [--only WORLD | --coverage] [--out FILE]

`--coverage` puts the power and coverage in every other world into the file that is there, with the
share of runs in which the verdict says that its numbers vary more than counting explains.
`benchmarks.evidence_coverage` has the coverage of every other corner.
`--only` runs the false-alarm cells of one world again and puts them into the file that is there:
the worst world is run five times as often, so that no corner's alpha hangs on chance.

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
from answerable.evidence.scatter import MOST_SCATTER

OUT = Path(__file__).parent / "results" / "evidence-calibration.json"
RUNS = 20_000
ALPHAS = (0.005, 0.0045, 0.004, 0.0035, 0.003, 0.0025, 0.002)
MOST_FALSE = 0.01
SHIFTS = (0.0, -0.15, -0.25)
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
        "runs": runs,
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


def bound(cell: dict[str, Any], alpha: float) -> float:
    """The worse of the two false rates at this alpha, plus two standard errors."""
    worse = max(cell["compared_by_alpha"][str(alpha)])
    return float(worse + 2 * np.sqrt(worse * (1 - worse) / cell["runs"]))


def proposed(cells: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each corner the largest alpha at which no null, with its error, is over 1 %."""
    corners: dict[tuple[int, int, int], list[dict[str, Any]]] = {}
    for cell in cells:
        corners.setdefault((cell["before"], cell["after"], cell["peers"]), []).append(cell)
    rows = []
    for (before, after, peers), held in sorted(corners.items()):
        worst = {a: max(bound(cell, a) for cell in held) for a in ALPHAS}
        alpha = next((a for a in ALPHAS if worst[a] <= MOST_FALSE), None)
        rows.append(
            {
                "before": before,
                "after": after,
                "peers": peers,
                "rate_at_default": max(max(c["compared_by_alpha"][str(ALPHA)]) for c in held),
                "bound_at_default": worst[ALPHA],
                "alpha": alpha,
                "bound_at_alpha": None if alpha is None else worst[alpha],
            }
        )
    return rows


def power_and_coverage(
    plan: Plan, shift: float, runs: int, world: World = USUAL
) -> dict[str, Any]:
    """Share called improved, and share of 99 % intervals that hold the true change."""
    world = replace(world, shift=shift)
    found = {"compared": [0, 0], "alone": [0, 0]}
    told = 0
    for part in chunks(world, plan, runs):
        for name, held in found.items():
            made = judged(part, plan, alone=name == "alone")
            held[0] += int((made.verdicts(ALPHA) == 1).sum())
            held[1] += int(((made.low <= shift) & (shift <= made.high)).sum())
            told += int((made.scatter > MOST_SCATTER).sum()) if name == "compared" else 0
    return {
        **asdict(plan),
        "shift": shift,
        "told_to_vary_more": rate(told, runs),
        **{
            name: {"improved": rate(held[0], runs), "coverage": rate(held[1], runs)}
            for name, held in found.items()
        },
    }


def other_coverage(runs: int) -> list[dict[str, Any]]:
    """The same in the other worlds without a choice of the worst body."""
    rows = []
    for world in NULLS:
        if world is USUAL or world.worst_of:
            continue
        for before in BEFORE:
            for shift in SHIFTS:
                made = power_and_coverage(Plan(before, 12, 7), shift, runs, world)
                rows.append({"world": world.name, **made})
                print(json.dumps(rows[-1]), flush=True)
    return rows


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


def false_alarms(worlds: Iterable[World], runs: int) -> list[dict[str, Any]]:
    """Every corner of each world; the stretch worlds only at 12 months after and 7 peers."""
    cells = []
    for world in worlds:
        after, peers = ((12,), (7,)) if world in STRETCH else (AFTER, PEERS)
        for plan in (Plan(b, a, p) for b in BEFORE for a in after for p in peers):
            cells.append(false_verdicts(world, plan, runs))
            shown = {k: v for k, v in cells[-1].items() if k != "compared_by_alpha"}
            print(json.dumps(shown), flush=True)
    return cells


def section(cells: list[dict[str, Any]]) -> dict[str, Any]:
    """The part of the result file on false alarms."""
    stretch = {world.name for world in STRETCH}
    judged_cells = [cell for cell in cells if cell["world"] not in stretch]
    return {
        "target": "false improved and false worsened at most 1 % in every corner",
        "cells": judged_cells,
        "corners": proposed(judged_cells),
        "stretch": [cell for cell in cells if cell["world"] in stretch],
    }


def main(arguments: list[str]) -> None:
    """Run the cells, print each and write the result file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--only", default="")
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    runs, began = chosen.runs, time.monotonic()
    if chosen.coverage:
        held = json.loads(chosen.out.read_text())
        command = f"python -m benchmarks.evidence --runs {runs} --coverage"
        held["E8_other_worlds"] = {"command": command, "runs": runs, "cells": other_coverage(runs)}
        chosen.out.write_text(json.dumps(held, indent=1) + "\n")
        return
    worlds = [w for w in (*NULLS, *STRETCH) if chosen.only in ("", w.name)]
    cells = false_alarms(worlds, runs)
    result: dict[str, Any] = {}
    commands = []
    if chosen.only:
        result = json.loads(chosen.out.read_text())
        commands = result["commands"]
        names = {world.name for world in worlds}
        kept = [*result["E5"]["cells"], *result["E5"]["stretch"]]
        cells = [cell for cell in kept if cell["world"] not in names] + cells
    else:
        power = [
            power_and_coverage(Plan(before, 12, 7), shift, runs)
            for before in BEFORE
            for shift in SHIFTS
        ]
        for row in power:
            print(json.dumps(row), flush=True)
        result["E6_E8"] = {
            "target": "power at -15 %: 75 % (36 before), 82 % (60); at -25 %: 95 %; "
            "coverage 98.5-99.5 % at 0, 97.5 % at -15 and -25 %",
            "runs": runs,
            "cells": power,
        }
        result["E7"] = {**chart_flags(runs), "runs": runs}
        print(json.dumps(result["E7"]), flush=True)
    given = f" --only '{chosen.only}'" if chosen.only else ""
    commands.append(f"python -m benchmarks.evidence --runs {runs}{given}")
    result |= {
        "commands": commands,
        "seed": SEED,
        "alpha": ALPHA,
        "family_rule": "none",
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "worlds": [asdict(world) for world in (*NULLS, *STRETCH)],
        "E5": section(cells),
    }
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(result, indent=1) + "\n")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes; written to {chosen.out.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
