"""False discoveries among many measures of one body, by the rule of the family (EVIDENCE R2).

    python -m benchmarks.evidence_families [--measures 20000] [--out FILE]

The measures of a body move together: a share of the variance of its own drift is common to all of
them, and every measure has seven peers of its own. One in five fell by a quarter after the action,
or none did. A discovery is a verdict “improved” or “worsened”; it is false where nothing changed.
The false discovery rate is the mean over families of false discoveries among all discoveries.
"""

import argparse
import json
import sys
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.evidence import rate
from benchmarks.simulate import SEED, Drawn, Judged, Plan, drift, judged

from answerable.evidence.families import q_values
from answerable.evidence.protocol import ALPHA, MINIMUM_CHANGE, FamilyRule
from answerable.evidence.series import FloatArray
from answerable.evidence.verdicts import decide

OUT = Path(__file__).parent / "results" / "evidence-families.json"
MEASURES = 20_000
SIZES, SHARED, CHANGED = (5, 20, 50, 200), (0.0, 0.5, 0.9), (0.0, 0.2)
RULES: tuple[FamilyRule, ...] = ("none", "bh", "by")
NOISES = {"own AR .3 sd .05": (0.05, 0.3), "own AR .5 sd .08": (0.08, 0.5)}
FELL = -0.25
PLAN = Plan(36, 12, 7)


def family(
    draws: np.random.Generator, noise: str, *, families: int, size: int, shared: float, fell: int
) -> Judged:
    """Families of `size` measures judged one by one, in order; the first `fell` of each fell."""
    sd, rho = NOISES[noise]
    own = drift(draws, (families, size, PLAN.peers + 1, PLAN.periods), rho)
    together = drift(draws, (families, 1, PLAN.periods), rho)
    own[:, :, 0] = np.sqrt(1 - shared) * own[:, :, 0] + np.sqrt(shared) * together
    t = np.arange(PLAN.periods)
    phase = draws.uniform(0, 2 * np.pi, (families, size, 1, 1))
    log_mean = np.log(100) + 0.12 * np.sin(2 * np.pi * t / 12 + phase) + sd * own
    log_mean[:, :fell, 0, PLAN.before :] += np.log1p(FELL)
    y = draws.poisson(np.exp(log_mean)).astype(np.float64)
    flat = y.reshape(families * size, PLAN.peers + 1, PLAN.periods)
    return judged(Drawn(flat[:, 0], flat[:, 1:], None), PLAN)


def cell(
    noise: str, size: int, shared: float, changed: float, measures: int
) -> list[dict[str, Any]]:
    """One row for each rule, on the same families."""
    families, fell = measures // size, round(changed * size)
    draws = np.random.default_rng([SEED, size, round(100 * shared), fell])
    made = family(draws, noise, families=families, size=size, shared=shared, fell=fell)

    def apart(values: FloatArray) -> FloatArray:
        return values.reshape(families, size)

    rows = []
    for rule in RULES:
        codes = decide(
            p_improved=apart(made.p_improved),
            p_worsened=apart(made.p_worsened),
            q_improved=q_values(apart(made.p_improved), rule),
            q_worsened=q_values(apart(made.p_worsened), rule),
            effect=apart(made.effect),
            single_effect=apart(made.single_effect),
            p_without_selection=None,
            smallest_detectable=apart(made.detectable),
            alpha=ALPHA,
            minimum_change=MINIMUM_CHANGE,
        ).codes
        found = np.abs(codes) == 1
        wrong = found.copy()
        wrong[:, :fell] = codes[:, :fell] == -1
        false, every = wrong.sum(axis=1), found.sum(axis=1)
        share = false / np.maximum(every, 1)
        rows.append(
            {
                "noise": noise,
                "measures": size,
                "shared": shared,
                "changed": changed,
                "families": families,
                "rule": rule,
                "false_discovery_rate": {
                    "rate": float(share.mean()),
                    "se": round(float(share.std() / np.sqrt(families)), 6),
                },
                "any_false": rate(int((false > 0).sum()), families),
                "found": None
                if not fell
                else rate(int((codes[:, :fell] == 1).sum()), families * fell),
            }
        )
    return rows


def main(arguments: list[str]) -> None:
    """Run every cell, print each and write the result file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_families")
    parser.add_argument("--measures", type=int, default=MEASURES)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    cells = []
    for noise, size, shared, changed in product(NOISES, SIZES, SHARED, CHANGED):
        for row in cell(noise, size, shared, changed, chosen.measures):
            cells.append(row)
            print(json.dumps(row), flush=True)
    result = {
        "command": f"python -m benchmarks.evidence_families --measures {chosen.measures}",
        "seed": SEED,
        "cells": cells,
    }
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
