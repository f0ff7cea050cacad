"""Speed of the second opinion: every placebo of many measures (EVIDENCE E10).

    python -m benchmarks.evidence_impact [--measures 1000] [--out FILE]

43 bodies, 48 months, 36 of them before: the synthetic control of one body with each of the 42
others in its place, all in one batch. Beside it one fit by a generic optimiser (SLSQP of scipy) in
the same run. Last Proposition 99 by its seven published predictors, with weights of the predictors
fitted anew for California and for each of the 38 states in its place.
"""

import argparse
import csv
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from answerable.evidence.placebos import opinion
from answerable.evidence.predictors import Predictors, opinion_by_predictors
from answerable.evidence.series import FloatArray
from answerable.evidence.simplex import pairwise
from answerable.evidence.synthetic import Panel, synthetic_control

OUT = Path(__file__).parent / "results" / "evidence-impact.json"
BODIES, MONTHS, BEFORE = 43, 48, 36
STUDIES = Path(__file__).parents[1] / "tests" / "evidence" / "aggregates"


def panels(count: int) -> list[Panel]:
    """Simulated measures: a shared course, each body's own level and noise."""
    draws = np.random.default_rng(10)
    names = tuple(f"body-{i}" for i in range(BODIES))
    times = tuple(f"{t:02}" for t in range(MONTHS))
    made = []
    for _ in range(count):
        level = draws.uniform(50, 300, (BODIES, 1))
        course = 1 + 0.1 * np.sin(np.arange(MONTHS) / 2) + draws.normal(0, 0.05, MONTHS)
        y = draws.poisson(level * course).astype(np.float64)
        made.append(Panel(names, times, y, (names[0],), BEFORE))
    return made


def generic(panel: Panel) -> float:
    """Mean squared gap before of the weights that a generic optimiser finds."""
    donors, own = panel.donor_rows[:, :BEFORE], panel.treated_rows[0, :BEFORE]

    def gap(weights: FloatArray) -> float:
        return float(np.mean((own - weights @ donors) ** 2))

    count = len(donors)
    found = minimize(
        gap,
        np.full(count, 1 / count),
        method="SLSQP",
        bounds=[(0, 1)] * count,
        constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1},
        options={"maxiter": 100, "ftol": 1e-6},
    )
    return float(found.fun)


def placed(held: list[Panel]) -> int:
    """Every body of every measure once as the treated one; how many fits."""
    y = np.stack([panel.y[:, :BEFORE] for panel in held])
    gram = y @ y.transpose(0, 2, 1)
    allowed = np.tile(~np.eye(BODIES, dtype=np.bool_), (len(held), 1))
    allowed[:, 0] = False  # the treated body is no donor of the others, nor of itself
    which = np.repeat(np.arange(len(held)), BODIES)
    solved = pairwise(gram, gram.reshape(-1, BODIES), allowed, which)
    return int(solved.converged.sum())


def study(name: str) -> tuple[tuple[str, ...], tuple[str, ...], FloatArray]:
    """Units, headings and numbers of a committed table."""
    text = (STUDIES / name).read_text(encoding="utf-8")
    head, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    numbers = np.array([[float(cell) for cell in row[1:]] for row in rows])
    return tuple(row[0] for row in rows), tuple(head[1:]), numbers


def proposition_99() -> dict[str, object]:
    """Rank of California by its predictors, each placebo with weights of its own, and without."""
    units, years, sales = study("prop99.csv")
    panel = Panel(units, years, sales, ("California",), years.index("1989"))
    listed, names, table = study("prop99_predictors.csv")
    lagged = [sales[:, years.index(year)] for year in ("1988", "1980", "1975")]
    values = np.column_stack([table[[listed.index(unit) for unit in units]], *lagged])
    named = (*names, "sales 1988", "sales 1980", "sales 1975")
    worked = time.process_time()
    made = opinion_by_predictors(panel, Predictors(named, values))
    spent = time.process_time() - worked
    found = made.opinion
    return {
        "placebo_p": found.placebo.p,
        "rank": found.placebo.rank,
        "of": found.placebo.n + 1,
        "att": round(found.estimate.att, 4),
        "pre_mspe": round(found.estimate.pre_mspe, 4),
        "weights": {
            name: round(float(w), 4)
            for name, w in zip(panel.donors, found.estimate.weights, strict=True)
            if w >= 0.0005
        },
        "cpu_s": round(spent, 1),
        "rank_by_outcomes_alone": opinion(panel, "sc").placebo.rank,
    }


def main(arguments: list[str]) -> None:
    """Time both, print and write the result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_impact")
    parser.add_argument("--measures", type=int, default=1000)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    held = panels(chosen.measures)
    placed(held[:20])
    worked, began = time.process_time(), time.perf_counter()
    converged = placed(held)
    cpu, wall = time.process_time() - worked, time.perf_counter() - began
    worked = time.process_time()
    worse = generic(held[0]) / synthetic_control(held[0]).pre_mspe
    one = time.process_time() - worked
    fits = chosen.measures * BODIES
    result: dict[str, Any] = {
        "command": f"python -m benchmarks.evidence_impact --measures {chosen.measures}",
        "target": "43 bodies x 1,000 measures with all placebos in 5 s on 2 cores; at least 1,000 "
        "times a generic fit",
        "fits": fits,
        "converged": converged,
        "wall_s": round(wall, 3),
        "cpu_s": round(cpu, 3),
        "cpu_s_for_43_x_1000_in_proportion": round(cpu / fits * BODIES * 1000, 1),
        "generic_cpu_s_a_fit": round(one, 4),
        "times_a_generic_fit": round(one / (cpu / fits), 1),
        "generic_mspe_over_ours": round(worse, 4),
        "proposition_99_by_predictors": proposition_99(),
    }
    print(json.dumps(result, indent=1))
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
