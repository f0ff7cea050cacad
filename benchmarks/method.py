"""What the method page tells of the calibration, taken from the committed results.

    python -m benchmarks.method

Writes `catalogue/calibration.json` and `catalogue/coverage.json`, which every verdict quotes, from
`benchmarks/results/`; a test says when one is stale.
"""

import json
from pathlib import Path
from typing import Any

from benchmarks import evidence_coverage

RESULTS = Path(__file__).parent / "results"
CATALOGUE = Path(__file__).parents[1] / "src" / "answerable" / "catalogue"
OUT, COVERAGE = CATALOGUE / "calibration.json", CATALOGUE / "coverage.json"
DESIGN = ("period", "before", "after", "peers", "chosen", "level")


def summary() -> dict[str, Any]:
    """The few numbers of the page."""
    one, looks, reach = map(_read, ("calibration", "looks", "reach"))
    corners = [
        {
            k: c[k]
            for k in ("before", "after", "peers", "rate_at_default", "alpha", "bound_at_alpha")
        }
        for c in one["E5"]["corners"]
    ]
    designs: dict[tuple[int, int], dict[str, float]] = {}
    for cell in looks["looks"]["cells"]:
        held = designs.setdefault(
            (cell["before"], cell["peers"]), {"improved": 0.0, "worsened": 0.0}
        )
        for way in held:
            held[way] = max(held[way], cell["any look"][way]["rate"])
    months = [
        {
            "before": f"{c['before']} months",
            "shift": c["shift"],
            "improved": c["compared"]["improved"]["rate"],
            "coverage": c["compared"]["coverage"]["rate"],
        }
        for c in one["E6_E8"]["cells"]
    ]
    quarters = [
        {
            "before": f"{c['before']} quarters",
            "shift": c["shift"],
            "improved": c["improved"]["rate"],
            "coverage": c["coverage"]["rate"],
        }
        for c in looks["quarters"]["power"]
    ]
    return {
        "commands": [
            *one["commands"],
            one["E8_other_worlds"]["command"],
            *evidence_coverage.commands(),
            *looks["commands"],
            _read("families")["command"],
            reach["command"],
        ],
        "seed": one["seed"],
        "runs": looks["runs"],
        "worst_one_look": max(c["bound_at_alpha"] for c in corners),
        "corners": corners,
        "noises": noises(one["E5"]),
        "looks": {
            "target": looks["looks"]["target"],
            "worst": looks["looks"]["worst"],
            "designs": [
                {"before": before, "peers": peers, **rates}
                for (before, peers), rates in sorted(designs.items())
            ],
        },
        "power": [*months, *quarters],
        "other_noise": other_noise(one["E8_other_worlds"]["cells"]),
        "families": families(),
        "charts": [
            {
                "world": row["world"],
                "after": row["after"],
                "chart": row["chart"]["rate"],
                "verdict": row["verdict"]["rate"],
            }
            for row in one["E7"]["rows"]
        ],
        "reach": [
            {
                "what": reach[key]["what"],
                **{k: reach[key][k] for k in ("cases", "measurable", "reason_codes")},
            }
            for key in ("E11", "another field")
        ],
        "without_a_verdict": {
            key: reach["without a verdict"][key]
            for key in ("what", "figures", "with_limits", "left_out")
        }
        | {"false_outliers": reach["without a verdict"]["false_outliers"]["rate_by_spread"]},
        "with_one_archive": reach["with one archive of 36 months"],
    }


def noises(told: dict[str, Any]) -> list[dict[str, Any]]:
    """By kind of noise the worst rate of all designs, either way, with peers and without."""
    found: dict[str, dict[str, Any]] = {}
    for harder, cells in ((False, told["cells"]), (True, told["stretch"])):
        for cell in cells:
            first = {"harder": harder, "compared": 0.0, "alone": 0.0}
            held = found.setdefault(cell["world"], first)
            for how in ("compared", "alone"):
                held[how] = max(held[how], *(way["rate"] for way in cell[how].values()))
    return [{"world": world, **rates} for world, rates in found.items()]


def other_noise(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """By world and true change: the least coverage and the least power over the designs."""
    found: dict[tuple[str, float], dict[str, float]] = {}
    for cell in cells:
        held = found.setdefault((cell["world"], cell["shift"]), {"coverage": 1.0, "improved": 1.0})
        for key in held:
            held[key] = min(held[key], cell["compared"][key]["rate"])
    return [{"world": world, "shift": shift, **told} for (world, shift), told in found.items()]


def _read(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        (RESULTS / f"evidence-{name}.json").read_text(encoding="utf-8")
    )
    return told


def families() -> list[dict[str, Any]]:
    """By noise and number of measures the worst of all shares of common drift, for each rule:
    any false verdict where nothing changed, false ones among all where one in five did."""
    found: dict[tuple[str, int], dict[str, float]] = {}
    for cell in _read("families")["cells"]:
        held = found.setdefault((cell["noise"], cell["measures"]), {})
        key = f"{cell['rule']}_{'some' if cell['changed'] else 'none'}"
        held[key] = max(held.get(key, 0.0), cell["false_discovery_rate"]["rate"])
    return [{"noise": noise, "measures": size, **held} for (noise, size), held in found.items()]


def coverage() -> dict[str, Any]:
    """By design and level the least and the most coverage of every noise and true change."""
    held: dict[tuple[Any, ...], list[tuple[float, int]]] = {}
    for row in evidence_coverage.every():
        months = 1 if row["period"] == "month" else 3
        design = (*(row[key] for key in DESIGN[:-1]), row["level"] * months)
        held.setdefault(design, []).append((row["coverage"], row["runs"]))
    return {
        "columns": [*DESIGN, "least", "most", "runs"],
        "cells": [
            [*design, min(found)[0], max(found)[0], min(runs for _, runs in found)]
            for design, found in held.items()
        ],
    }


def coverage_written() -> str:
    """The file of coverage as it should be, one line a design."""
    told = coverage()
    cells = ",\n  ".join(json.dumps(cell) for cell in told["cells"])
    return f'{{\n "columns": {json.dumps(told["columns"])},\n "cells": [\n  {cells}\n ]\n}}\n'


def written() -> str:
    """The file as it should be."""
    return json.dumps(summary(), indent=1) + "\n"


if __name__ == "__main__":
    OUT.write_text(written(), encoding="utf-8")
    COVERAGE.write_text(coverage_written(), encoding="utf-8")
