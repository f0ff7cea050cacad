"""How often a change that came before the action is called, and then told (decision 22).

    python -m benchmarks.evidence_before [--runs N] [--out FILE]

Seven peers and 12 months after. The body falls by a quarter some months before the action, or with
it. A row says how often “improved” is said, and in what share of those the verdict adds that the
change did not begin with the action.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.simulate import Plan, World, chunks, judged

from answerable.evidence.before_action import BELOW, steps_before
from answerable.evidence.interrupted import on_scale, pooled
from answerable.evidence.protocol import ALPHA

OUT = Path(__file__).parent / "results" / "evidence-before.json"
RUNS, AFTER, PEERS, FALL = 4_000, 12, 7, -0.25
WORLDS = (
    World("iid", season=0.0),
    World("season .12, own AR .3 sd .05", own_sd=0.05, own_rho=0.3),
    World("own AR .5 sd .08", own_sd=0.08, own_rho=0.5),
)
CELLS = tuple(
    (world, before, early)
    for world in WORLDS
    for before in (24, 36, 60)
    for early in (0, 3, 6, 12)
)
COLUMNS = ("world", "before", "fell_months_before", "runs", "improved", "told")


def row(world: World, before: int, early: int, runs: int) -> list[Any]:
    """One cell, each run judged with no family rule at the default alpha."""
    plan = Plan(before, AFTER, PEERS)
    draws = np.random.default_rng([before, early])
    improved = told = 0
    for part in chunks(world, plan, runs):
        fell = part.target[:, before - early :].astype(np.int64)
        part.target[:, before - early :] = draws.binomial(fell, 1 + FALL)
        called = judged(part, plan).verdicts(ALPHA) == 1
        z = on_scale(part.target, None, "count") - pooled(part.peers, None, "count")
        steps = steps_before(
            z[:, :before],
            np.arange(before),
            action=before,
            period="month",
            direction="decrease",
        )
        earlier = np.any([made.p_improved < BELOW for _, made in steps], axis=0)
        improved += int(called.sum())
        told += int((called & earlier).sum())
    return [world.name, before, early, runs, improved / runs, round(told / max(1, improved), 5)]


def rows(runs: int) -> Iterator[list[Any]]:
    """Every cell."""
    for cell in CELLS:
        yield row(*cell, runs)


def main(arguments: Sequence[str]) -> None:
    """Run every cell, print it and write the file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_before")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    made = []
    for found in rows(given.runs):
        made.append(found)
        sys.stdout.write(json.dumps(dict(zip(COLUMNS, found, strict=True))) + "\n")
        sys.stdout.flush()
    lines = ",\n".join(json.dumps(found) for found in made)
    command = f"python -m benchmarks.evidence_before --runs {given.runs}"
    head = f'{{"command": {json.dumps(command)}, "columns": {json.dumps(COLUMNS)}, "cells": [\n'
    given.out.write_text(f"{head}{lines}\n]}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
