"""What the method page tells of the calibration, taken from the committed results.

    python -m benchmarks.method

Writes `catalogue/calibration.json` from `benchmarks/results/`; a test says when it is stale.
"""

import json
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
OUT = Path(__file__).parents[1] / "src" / "answerable" / "catalogue" / "calibration.json"


def summary() -> dict[str, Any]:
    """The few numbers of the page."""
    one, looks, reach = (
        json.loads((RESULTS / f"evidence-{name}.json").read_text(encoding="utf-8"))
        for name in ("calibration", "looks", "reach")
    )
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
        "commands": [*one["commands"], *looks["commands"], reach["command"]],
        "seed": one["seed"],
        "runs": looks["runs"],
        "worst_one_look": max(c["bound_at_alpha"] for c in corners),
        "corners": corners,
        "looks": {
            "target": looks["looks"]["target"],
            "worst": looks["looks"]["worst"],
            "designs": [
                {"before": before, "peers": peers, **rates}
                for (before, peers), rates in sorted(designs.items())
            ],
        },
        "power": [*months, *quarters],
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
            {"what": reach[key]["what"], **{k: reach[key][k] for k in ("cases", "measurable")}}
            for key in ("E11", "another field")
        ],
    }


def written() -> str:
    """The file as it should be."""
    return json.dumps(summary(), indent=1) + "\n"


if __name__ == "__main__":
    OUT.write_text(written(), encoding="utf-8")
