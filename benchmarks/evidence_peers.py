"""What peers that the action reached too, or one that shifts, do to a verdict (EVIDENCE R3).

    python -m benchmarks.evidence_peers [--runs N] [--out FILE]

In the world of seasonal independent counts of 100 a month, 36 months before and 12 after, some of
the peers fall after the action as well. A row says how far the estimate lies from the truth, how
often “improved” and “worsened” are said, and in what share of those the verdict says that it rests
on one peer (`rests_on`, from leaving out each in turn).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.simulate import Drawn, Plan, World, chunks, judged

from answerable.evidence.protocol import ALPHA, MINIMUM_CHANGE

OUT = Path(__file__).parent / "results" / "evidence-peers.json"
RUNS, BEFORE, AFTER = 4_000, 36, 12
CELLS = (
    *((0.0, peers, 1, fall) for peers in (3, 7) for fall in (-0.15, -0.3)),
    *((-0.15, peers, touched, -0.15) for peers, touched in ((3, 0), (3, 1), (3, 3), (7, 0))),
    *((-0.15, 7, touched, -0.15) for touched in (1, 2, 4, 7)),
)
"""True change of the body, peers, how many of them change as well, and by how much."""
COLUMNS = (
    *("shift", "peers", "touched", "their_shift", "runs", "effect", "bias"),
    *("improved", "worsened", "rests_on"),
)


def touched(runs: Drawn, *, peers: int, shift: float, draws: np.random.Generator) -> Drawn:
    """The runs with the first peers thinned after the action: still Poisson, of a smaller mean."""
    changed = runs.peers.copy()
    part = changed[:, :peers, BEFORE:].astype(np.int64)
    changed[:, :peers, BEFORE:] = draws.binomial(part, 1 + shift)
    return replace(runs, peers=changed)


def row(shift: float, peers: int, many: int, theirs: float, runs: int) -> list[Any]:
    """One cell, each run judged with no family rule at the default alpha."""
    world, plan = World("peers touched", shift=shift), Plan(BEFORE, AFTER, peers)
    draws = np.random.default_rng([peers, many, round(-100 * theirs)])
    effects: list[float] = []
    said = {1: 0, -1: 0}
    rest = 0
    for part in chunks(world, plan, runs):
        held = touched(part, peers=many, shift=theirs, draws=draws)
        made = judged(held, plan)
        effects += made.effect.tolist()
        codes = made.verdicts(ALPHA)
        called = np.abs(codes) == 1
        rests = np.zeros(len(codes), dtype=np.bool_)
        for out in range(peers):
            other = judged(replace(held, peers=np.delete(held.peers, out, axis=1)), plan)
            p = np.where(codes == 1, other.p_improved, other.p_worsened)
            rests |= (p >= ALPHA) | (np.abs(other.effect) < MINIMUM_CHANGE)
        for code in said:
            said[code] += int((codes == code).sum())
        rest += int((rests & called).sum())
    middle = float(np.median(effects))
    share = rest / max(1, sum(said.values()))
    found = (middle, middle - shift, said[1] / runs, said[-1] / runs, share)
    return [shift, peers, many, theirs, runs, *(round(value, 5) for value in found)]


def rows(runs: int) -> Iterator[list[Any]]:
    """Every cell."""
    for cell in CELLS:
        yield row(*cell, runs)


def main(arguments: Sequence[str]) -> None:
    """Run every cell, print it and write the file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_peers")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    made = []
    for found in rows(given.runs):
        made.append(found)
        sys.stdout.write(json.dumps(dict(zip(COLUMNS, found, strict=True))) + "\n")
        sys.stdout.flush()
    lines = ",\n".join(json.dumps(found) for found in made)
    command = f"python -m benchmarks.evidence_peers --runs {given.runs}"
    head = f'{{"command": {json.dumps(command)}, "columns": {json.dumps(COLUMNS)}, "cells": [\n'
    given.out.write_text(f"{head}{lines}\n]}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
