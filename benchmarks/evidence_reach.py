"""On how many real measures can the verdict say anything (EVIDENCE E11)?

    python -m benchmarks.evidence_reach [--data DIR] [--out FILE]

DIR holds the public files named in its README (never committed). Every shipped measure of every
territorial force is judged as if an action had begun on 1 July 2025, the latest first of a month
that leaves six months after it, beside the seven forces nearest in level before it. No action is
claimed: only whether the figures could carry a verdict is counted, by reason code. Beside it
stand the false-alarm rates of the calibration, and one set of real monthly counts of another
field that is long enough (accident and emergency attendances, 24 months before and 12 after).
"""

import argparse
import csv
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks import evidence_said

from answerable.evidence import guards
from answerable.evidence.cases import Body, Case, CaseRefused
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series
from answerable.evidence.spoken import without_stopped
from answerable.operations import catalogue
from answerable.operations.measures.evidence_files.alphas import alpha_table
from answerable.operations.measures.evidence_files.loading import force_slugs
from answerable.store.observations.load import police_uk_parquet
from answerable.vocabulary.measures import Vintage

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("ANSWERABLE_SHARED", HERE.parents[1] / "shared")) / "data"
OUT, CALIBRATION = HERE / "results" / "evidence-reach.json", "evidence-calibration.json"
TOTAL, PREFIX = "police-uk-street-rows", "police-uk-"
ACTION, PEERS = date(2025, 7, 1), 7
AE_ACTION = date(2018, 4, 1)
FORCES = 43
Held = dict[tuple[str, str], dict[date, float | None]]


def street(folder: Path) -> Held:
    """(measure, body) -> counts by month of the three releases held."""
    held: Held = defaultdict(dict)
    for year in ("2014", "2024", "2025"):
        path = folder / f"police_uk_street_{year}" / "street_lite.parquet"
        release = Vintage(f"police-uk-{year}-files")
        for row in police_uk_parquet(path=path, release=release, bodies=force_slugs()).rows:
            held[row.measure_id, row.body_id][row.period_start] = row.value
    return held


def complete(held: Held, measure: str, body: str) -> Series:
    """A body's series without the months that the completeness guard stops."""
    months = held.get((measure, body), {})
    series = Series(tuple(months), tuple(months.values()))
    rows = {day: int(value or 0) for day, value in held.get((TOTAL, body), {}).items()}
    said = guards.completeness(body=body, rows=rows, held=tuple(rows)) if rows else None
    return without_stopped(series, [said]) if said else series


def nearest(series: Mapping[str, Series], body: str, action: date) -> list[Body]:
    """The bodies nearest in level before the action."""

    def level(name: str) -> float:
        pairs = zip(series[name].dates, series[name].values, strict=True)
        before = [value for day, value in pairs if value is not None and day < action]
        return fmean(before) if before else float("inf")

    mine = level(body)
    others = sorted((abs(level(name) - mine), name) for name in series if name != body)
    return [Body(name, series[name]) for gap, name in others[:PEERS] if gap < float("inf")]


def reach(cases: Iterator[tuple[Case, Protocol]]) -> dict[str, Any]:
    """Verdicts and reasons counted; which verdict a real body got is not kept."""
    said: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for case, protocol in cases:
        try:
            made = judge(case, protocol, alphas=alpha_table())
        except CaseRefused as refused:  # no figures, or none around the action
            said["cannot_be_measured"] += 1
            reasons["no_figures" if refused.code == "no_target" else refused.code] += 1
            continue
        measurable = made.verdict != "cannot_be_measured"
        said["measurable" if measurable else "cannot_be_measured"] += 1
        reasons.update(made.reason_codes)
    whole = sum(said.values())
    return {
        "cases": whole,
        "measurable": said["measurable"],
        "share": round(said["measurable"] / whole, 4) if whole else None,
        "reason_codes": dict(reasons.most_common()),
    }


def shipped(held: Held) -> Iterator[tuple[Case, Protocol]]:
    """Every shipped street-level measure of every force."""
    forces = sorted(set(force_slugs().values()))
    for measure in catalogue.measures().values():
        if not measure.id.startswith(PREFIX) or measure.direction == "neutral":
            continue
        series = {body: complete(held, measure.id, body) for body in forces}
        for body in forces:
            protocol = Protocol(
                action=ACTION,
                direction="decrease" if measure.direction == "decrease" else "increase",
                minimum_change=measure.minimum_important_change,
                breaks=tuple(found.begins for found in measure.breaks_for(body)),
            )
            peers = tuple(nearest(series, body, ACTION))
            yield Case(f"{measure.id}/{body}", Body(body, series[body]), peers), protocol


def beside(held: Held) -> dict[str, Any]:
    """What is said where no verdict can be given, and what one archive would make measurable."""
    forces = sorted(set(force_slugs().values()))

    def series_of(measure: str) -> dict[str, Series]:
        return {body: complete(held, measure, body) for body in forces}

    every = [m for m in catalogue.measures().values() if m.id.startswith(PREFIX) and m.id != TOTAL]
    judged = [m for m in every if m.direction != "neutral"]
    return {
        "without a verdict": {
            "what": "shipped street-level measures, each body’s change over a year beside all "
            "bodies’, with limits: where to look, no verdict",
            **evidence_said.funnel_reach(every, series_of),
        },
        "with one archive of 36 months": [
            evidence_said.archive_reach(
                judged, series_of, alpha_table(), before=before, after=after
            )
            for before, after in evidence_said.DESIGNS
        ],
    }


def attendances(path: Path) -> Iterator[tuple[Case, Protocol]]:
    """Attendances by month of every department held for the whole three years."""
    held: dict[str, dict[date, float | None]] = defaultdict(dict)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = f"{row['org_code']}/{row['type']}"
            held[name][date.fromisoformat(row["period"])] = float(row["attendances"])
    longest = max(len(months) for months in held.values())
    series = {
        name: Series(tuple(months), tuple(months.values()), name=name)
        for name, months in held.items()
        if len(months) == longest
    }
    protocol = Protocol(action=AE_ACTION, direction="decrease")
    for name in sorted(series):
        peers = tuple(nearest(series, name, AE_ACTION))
        yield Case(name, Body(name, series[name]), peers), protocol


def false_alarms() -> dict[str, float]:
    """The worst rates of the calibration at the alphas in force."""
    found = json.loads((OUT.parent / CALIBRATION).read_text(encoding="utf-8"))["E5"]["corners"]
    worst = max(corner["bound_at_alpha"] for corner in found)
    return {"worst corner, with two standard errors": round(worst, 5)}


def main(arguments: Sequence[str]) -> None:
    """Count, print and write the result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_reach")
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    if not chosen.data.exists():
        print("not run: the public files are not held here; name their folder with --data")
        return
    held = street(chosen.data)
    result = {
        "command": "python -m benchmarks.evidence_reach",
        "E11": {
            "what": f"{FORCES} forces x shipped street-level measures, as if an action had begun "
            f"on {ACTION}; 27 months are held, in three pieces",
            **reach(shipped(held)),
        },
        **beside(held),
        "another field": {
            "what": "attendances at emergency departments by month (NHS England, Open Government "
            f"Licence v3.0, by way of NHSRdatasets), as if an action had begun on {AE_ACTION}",
            **reach(attendances(chosen.data / "spc" / "ae_attendances.csv")),
        },
        "false_alarms": false_alarms(),
    }
    print(json.dumps(result, indent=1))
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
