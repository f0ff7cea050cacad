"""`calibration.md`: measured rates of the verdict, from the newest result of its benchmark."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docs.making.markdown import code, page, table

RESULT = Path(__file__).parents[2] / "benchmarks" / "results" / "evidence-calibration.json"
LOOKS = RESULT.with_name("evidence-looks.json")
COVERAGE = RESULT.with_name("evidence-coverage.json")
FAMILIES = RESULT.with_name("evidence-families.json")


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
        _alone(told["E5"]["cells"]),
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
        *_coverage(),
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
        *_families(),
        source="`evidence-calibration.json`, `evidence-coverage.json`, `evidence-looks.json`, "
        "`evidence-families.json` in "
        "`benchmarks/results/`",
    )


def _alone(cells: Iterable[Mapping[str, Any]]) -> str:
    """The same of a body alone, by noise and months after: the worst of all designs."""
    found: dict[tuple[str, int], float] = {}
    for cell in cells:
        key = (cell["world"], cell["after"])
        found[key] = max(found.get(key, 0.0), *(w["rate"] for w in cell["alone"].values()))
    worlds = sorted({world for world, _ in found})
    afters = sorted({after for _, after in found})
    shown = table(
        ("Noise", *(f"{after} after" for after in afters)),
        ((world, *(_percent(found[world, after]) for after in afters)) for world in worlds),
    )
    return (
        "A body alone, without peers, is not held to that target: where all bodies move alike, "
        "its verdict takes the common change for its own. The worst rate of all designs, either "
        f"way:\n\n{shown}"
    )


def _other(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Power and coverage in other noise, met or not."""
    return (
        f"The same in other noise, measured by {code(told['command'])}. The target for coverage "
        "names no noise; where months hang together strongly it is missed by half a point, and "
        "the verdict calls the lower of its figures the safer one: “told to vary more” is how "
        "often. Without peers it is missed nearly everywhere, and most where all bodies move "
        "alike.",
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


def _coverage() -> tuple[str, ...]:
    """Every cell at the usual level, and least and most of every other level."""
    told: dict[str, Any] = json.loads(COVERAGE.read_text(encoding="utf-8"))
    commands = [part["command"] for part in told["parts"].values()]
    cells = [
        dict(zip(told["columns"], cell, strict=True))
        for part in told["parts"].values()
        for cell in part["cells"]
    ]
    usual = [c for c in cells if (c["period"], c["chosen"], c["level"]) == ("month", False, 100)]
    held: dict[tuple[Any, ...], dict[float, float]] = {}
    for c in usual:
        row = held.setdefault((c["world"], c["before"], c["after"], c["peers"]), {})
        row[c["shift"]] = c["coverage"]
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for c in cells:
        key = (c["chosen"], c["period"], c["peers"], c["level"])
        groups.setdefault(key, []).append(c)
    return (
        "## What the interval holds",
        f"Measured by {', '.join(map(code, commands))}. Target: {told['target']}. Every "
        "verdict quotes the least and the most of its own design and level beside its interval, "
        "met or not.",
        f"About 100 a month, {usual[0]['runs']:,} simulated cases in each cell, peers 0 is the "
        "body alone:",
        table(
            ("Noise", "Before", "After", "Peers", "No change", "-15%", "-25%"),
            (
                (*map(str, key), *(_percent(rates[shift]) for shift in (0.0, -0.15, -0.25)))
                for key, rates in sorted(held.items())
            ),
        ),
        "Other levels, quarters, and bodies picked as the worst of 43 by their last year before, "
        f"{min(c['runs'] for c in cells):,} or more cases in each cell; least and most over all "
        "designs, kinds of noise and true changes:",
        table(
            ("Picked", "Period", "Peers", "Counts a month", "Least", "Most", "The least is in"),
            (
                (
                    "worst of 43" if key[0] else "no",
                    *(str(part) for part in key[1:3]),
                    f"{key[3]:,.0f}",
                    _percent(low["coverage"]),
                    _percent(max(c["coverage"] for c in found)),
                    f"{low['world']}, {low['before']} before, {low['after']} after",
                )
                for key, found in sorted(groups.items())
                for low in (min(found, key=lambda c: c["coverage"]),)
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


def _families() -> tuple[str, ...]:
    """False discoveries among many measures of one body."""
    told: dict[str, Any] = json.loads(FAMILIES.read_text(encoding="utf-8"))
    by_design: dict[tuple[Any, ...], dict[str, Mapping[str, Any]]] = {}
    for cell in told["cells"]:
        key = (cell["noise"], cell["measures"], cell["shared"], cell["changed"])
        by_design.setdefault(key, {})[cell["rule"]] = cell
    rules = ("none", "bh", "by")
    return (
        "## Many measures of one body",
        f"Measured by {code(told['command'])}: the measures drift together by the share given, "
        "none or one in five fell by a quarter. The rate of false discoveries is the mean share "
        "of false verdicts among all that say “improved” or “worsened”; where nothing changed it "
        "is the chance of any. In brackets how many of the changed ones were found.",
        table(
            (
                "Noise",
                "Measures",
                "Shared",
                "Changed",
                "No rule",
                "Benjamini-Hochberg",
                "Yekutieli",
            ),
            (
                (
                    noise,
                    str(size),
                    f"{shared:.0%}",
                    f"{changed:.0%}",
                    *(
                        _percent(cells[rule]["false_discovery_rate"]["rate"])
                        + (
                            f" ({_percent(cells[rule]['found']['rate'])})"
                            if cells[rule]["found"]
                            else ""
                        )
                        for rule in rules
                    ),
                )
                for (noise, size, shared, changed), cells in by_design.items()
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
