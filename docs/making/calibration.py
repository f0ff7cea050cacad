"""`calibration.md`: measured rates of the verdict, from the newest result of its benchmark."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docs.making.markdown import code, page, table

RESULT = Path(__file__).parents[2] / "benchmarks" / "results" / "evidence-calibration.json"
LOOKS = RESULT.with_name("evidence-looks.json")


def make() -> str:
    """The page. A rate is a share of simulated cases; its standard error stands in the file."""
    told: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
    return page(
        "How often the verdict is wrong, and how often it sees",
        f"Measured by {' and '.join(map(code, told['commands']))}, seed {told['seed']}, alpha "
        f"{told['alpha']} each way, family rule {code(told['family_rule'])}. Power and charts: "
        f"{told['E6_E8']['runs']:,} simulated cases in each cell; false alarms: {_runs(told)}. "
        "The simulated bodies are invented, and we know what is true of each. Real series can "
        "behave worse than any simulated one.",
        "## False alarms: nothing changed, and a verdict said that it did",
        f"Target: {told['E5']['target']}. For each design (months before and after, number of "
        "peers) the worst rate over several kinds of noise, with an upper bound for chance in "
        "the simulation. Where the bound at the usual alpha is over the target, a smaller alpha "
        "is used.",
        table(
            ("Before", "After", "Peers", "Worst rate", "Bound", "Alpha used", "Bound then"),
            (
                (
                    *(str(corner[key]) for key in ("before", "after", "peers")),
                    _percent(corner["rate_at_default"]),
                    _percent(corner["bound_at_default"]),
                    str(corner["alpha"] or "none of those tried"),
                    _percent(corner["bound_at_alpha"]),
                )
                for corner in told["E5"]["corners"]
            ),
        ),
        _beyond(told["E5"].get("stretch", [])),
        "## Power: something changed, and a verdict said so",
        f"Target: {told['E6_E8']['target']}. A decrease is good. Coverage: how often the 99 % "
        "interval held the true change.",
        table(
            (
                *("Before", "After", "True change", "Improved", "Coverage"),
                *("Improved, without peers", "Coverage, without peers"),
            ),
            (
                (
                    *(str(cell[key]) for key in ("before", "after")),
                    f"{cell['shift']:.0%}",
                    _percent(cell["compared"]["improved"]["rate"]),
                    _percent(cell["compared"]["coverage"]["rate"]),
                    _percent(cell["alone"]["improved"]["rate"]),
                    _percent(cell["alone"]["coverage"]["rate"]),
                )
                for cell in told["E6_E8"]["cells"]
            ),
        ),
        *_other(told["E8_other_worlds"]),
        *_corners(told["E8_corners"]),
        "## A control chart is no verdict",
        f"Nothing changed. How often each said “improved” within the months after. Target: "
        f"{told['E7']['target']}.",
        table(
            ("Noise", "Before", "After", "Chart flag", "Verdict", "Times fewer"),
            (
                (
                    row["world"],
                    str(row["before"]),
                    str(row["after"]),
                    _percent(row["chart"]["rate"]),
                    _percent(row["verdict"]["rate"]),
                    str(row["times_fewer"]),
                )
                for row in told["E7"]["rows"]
            ),
        ),
        *_looks(),
        source="`benchmarks/results/evidence-calibration.json` and `evidence-looks.json`",
    )


def _other(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Power and coverage in other noise, met or not."""
    return (
        f"The same in other noise, measured by {code(told['command'])}. The target for coverage "
        "names no noise; where months hang together strongly it is missed by half a point, and "
        "the verdict says so: “told to vary more” is how often. Without peers it is missed "
        "nearly everywhere, and most where all bodies move alike; every verdict without peers "
        "says that.",
        table(
            (
                *("Noise", "Before", "True change", "Improved", "Coverage", "Told to vary more"),
                "Coverage, without peers",
            ),
            (
                (
                    cell["world"],
                    str(cell["before"]),
                    f"{cell['shift']:.0%}",
                    _percent(cell["compared"]["improved"]["rate"]),
                    _percent(cell["compared"]["coverage"]["rate"]),
                    _percent(cell["told_to_vary_more"]["rate"]),
                    _percent(cell["alone"]["coverage"]["rate"]),
                )
                for cell in told["cells"]
            ),
        ),
    )


def _corners(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Coverage without a change in every other corner of the calmest and the drifting noise."""
    return (
        "Without a change, in every other corner of the calmest of them and of the one that "
        "drifts:",
        table(
            ("Noise", "Before", "After", "Peers", "Coverage", "Told to vary more"),
            (
                (
                    cell["world"],
                    *(str(cell[key]) for key in ("before", "after", "peers")),
                    _percent(cell["coverage"]["rate"]),
                    _percent(cell["told_to_vary_more"]["rate"]),
                )
                for cell in told["cells"]
            ),
        ),
    )


def _looks() -> tuple[str, ...]:
    """Error over three looks, and quarters."""
    told: dict[str, Any] = json.loads(LOOKS.read_text(encoding="utf-8"))
    looks, quarters = told["looks"], told["quarters"]
    any_look = "any look"
    return (
        "## Three looks",
        f"Measured by {' and '.join(map(code, told['commands']))}, {told['runs']:,} simulated "
        f"cases in each cell. The same series judged after 6, 12 and 24 months, each with a third "
        f"of the alpha. Target: {looks['target']}. Worst of all cells: "
        f"{_percent(looks['worst'])}.",
        table(
            ("Noise", "Before", "Peers", "Improved at any look", "Worsened at any look"),
            (
                (
                    cell["world"],
                    *(str(cell[key]) for key in ("before", "peers")),
                    *(_percent(cell[any_look][way]["rate"]) for way in ("improved", "worsened")),
                )
                for cell in looks["cells"]
            ),
        ),
        "## Quarters",
        f"Target: {quarters['target']}.",
        table(
            ("Before", "After", "Peers", "Bound at the usual alpha", "Alpha used"),
            (
                (
                    *(str(corner[key]) for key in ("before", "after", "peers")),
                    _percent(corner["bound_at_default"]),
                    str(corner["alpha"]),
                )
                for corner in quarters["corners"]
            ),
        ),
        table(
            ("Noise", "Before", "After", "Peers", "True change", "Improved", "Coverage"),
            (
                (
                    cell["world"],
                    *(str(cell[key]) for key in ("before", "after", "peers")),
                    f"{cell['shift']:.0%}",
                    _percent(cell["improved"]["rate"]),
                    _percent(cell["coverage"]["rate"]),
                )
                for cell in (*quarters["cells"], *quarters["power"])
            ),
        ),
    )


def _beyond(cells: Iterable[Mapping[str, Any]]) -> str:
    """Harder cases than the target names; printed whether they met it or not."""
    rows = [
        (
            cell["world"],
            str(cell["before"]),
            str(cell["after"]),
            _percent(cell["compared"]["improved"]["rate"]),
            _percent(cell["compared"]["worsened"]["rate"]),
            _percent(cell["alone"]["improved"]["rate"]),
        )
        for cell in cells
    ]
    if not rows:
        return ""
    head = ("Noise", "Before", "After", "False improved", "False worsened", "Improved, no peers")
    return f"Harder noise than the target names:\n\n{table(head, rows)}"


def _runs(told: Mapping[str, Any]) -> str:
    """How many cases a cell of false alarms has: one number, or the least and the most."""
    runs = sorted({cell["runs"] for cell in told["E5"]["cells"]})
    return f"{runs[0]:,}" if len(runs) == 1 else f"{runs[0]:,} to {runs[-1]:,}"


def _percent(rate: float | None) -> str:
    return "" if rate is None else f"{rate:.2%}"
