"""What is said of real measures where no verdict can be given, and how often that is wrong.

Used by `python -m benchmarks.evidence_reach`. Two questions:

- How many real figures have a place in the funnel of changes (a year against the year before,
  with exact limits or overdispersion)? It shows where to look and is no verdict. Beside it stands
  how often it marks a body that changed as all did, by simulation at the sizes held.
- On how many measures could a verdict say anything with the 36 months that one archive of the
  publisher holds? Simulated: each body at its own level and its own noise beyond chance, as its
  months of 2025 show them; nothing is said of what any real body did.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import fmean
from typing import Any

import numpy as np

from answerable.evidence.cases import Body, Case
from answerable.evidence.change import changes
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import AlphaTable, Protocol
from answerable.evidence.series import FloatArray, Series, month_number, month_start
from answerable.vocabulary.measures import Measure

SEED, FUNNELS, DRAWS = 20260126, 2_000, 10
NEWEST = date(2025, 12, 1)
DESIGNS, PEERS = ((30, 6), (24, 12)), 7
LEAST_MONTHS = 9
OWN_RHO = 0.3
FIRST = date(2023, 1, 1)
FORCES = 43


def funnel_reach(
    measures: Sequence[Measure], series_of: Callable[[str], Mapping[str, Series]]
) -> dict[str, Any]:
    """How many figures have a place in the funnel of changes, and why others have none."""
    said: Counter[str] = Counter()
    sizes: list[float] = []
    spread: list[float] = []
    window = tuple(date(NEWEST.year, month, 1) for month in range(1, 13))
    for measure in measures:
        bodies = {name: one for name, one in series_of(measure.id).items() if one.dates}
        found = changes(
            bodies,
            window=window,
            breaks={name: [b.begins for b in measure.breaks_for(name)] for name in bodies},
        )
        said["with limits"] += len(found.changes)
        said.update(found.left_out.values())
        said["no_figures"] += FORCES - len(bodies)
        sizes += [one.paired.before for one in found.changes]
        spread.append(found.tau2**0.5)
    whole = said.total()
    return {
        "figures": whole,
        "with_limits": said["with limits"],
        "share": round(said["with limits"] / whole, 4),
        "left_out": {k: n for k, n in said.most_common() if k != "with limits"},
        "false_outliers": _false_outliers(np.array(sizes), float(np.median(spread))),
    }


def _false_outliers(sizes: FloatArray, spread: float) -> dict[str, Any]:
    """Share of bodies marked although all changed alike, with the spread that was found."""
    draws = np.random.default_rng(SEED)
    days = tuple(date(year, month, 1) for year in (2024, 2025) for month in range(1, 5))
    rates = {}
    for name, sd in (("as found", spread), ("none", 0.0)):
        outside = bodies = 0
        for _ in range(FUNNELS):
            means = draws.choice(sizes, 39) / 4
            own = np.exp(draws.normal(0.0, sd, 39)) * 0.95
            held = {}
            for i, mean in enumerate(means):
                counts = [*draws.poisson(mean, 4), *draws.poisson(mean * own[i], 4)]
                held[f"b{i}"] = Series(days, tuple(float(count) for count in counts))
            found = changes(held, window=days[4:], breaks={})
            outside += sum(one.outside for one in found.changes)
            bodies += len(found.changes)
        rates[name] = round(outside / bodies, 5)
    return {"spread_on_log_scale": round(spread, 4), "funnels": FUNNELS, "rate_by_spread": rates}


def archive_reach(
    measures: Sequence[Measure],
    series_of: Callable[[str], Mapping[str, Series]],
    alphas: AlphaTable,
    *,
    before: int,
    after: int,
) -> dict[str, Any]:
    """Share of simulated cases at real levels and noise on which a verdict says anything."""
    draws = np.random.default_rng(SEED)
    said: Counter[str] = Counter()
    for measure in measures:
        held = {name: _own(one) for name, one in series_of(measure.id).items()}
        known = {name: one for name, one in held.items() if len(one) >= LEAST_MONTHS}
        said["no_figures"] += DRAWS * (FORCES - len(known))
        noise = _noise(known)
        levels = {name: fmean(one.values()) for name, one in known.items()}
        protocol = Protocol(
            action=month_start(month_number(FIRST) + before),
            direction="increase" if measure.direction == "increase" else "decrease",
            minimum_change=measure.minimum_important_change,
        )
        for name, level in levels.items():
            near = sorted(levels, key=lambda other, at=level: abs(levels[other] - at))
            peers = [other for other in near if other != name][:PEERS]
            for _ in range(DRAWS):
                one = Body(name, _drawn(draws, before + after, level, noise[name]))
                others = tuple(
                    Body(o, _drawn(draws, before + after, levels[o], noise[o])) for o in peers
                )
                made = judge(Case(name, one, others), protocol, alphas=alphas)
                said[made.verdict] += 1
                said.update(f"reason {code}" for code in made.reason_codes)
    cases = FORCES * len(measures) * DRAWS
    told = said["improved"] + said["worsened"] + said["no_detectable_change"]
    return {
        "what": "simulated at the levels and the noise of 2025: "
        f"{before} months before and {after} after",
        "cases": cases,
        "share": round(told / cases, 4),
        "false_improved_or_worsened": round((said["improved"] + said["worsened"]) / cases, 5),
        "reason_codes": {
            "no_figures": said["no_figures"],
            **{k.removeprefix("reason "): n for k, n in said.most_common() if k[:6] == "reason"},
        },
    }


def _own(series: Series) -> dict[date, float]:
    pairs = zip(series.dates, series.values, strict=True)
    return {day: value for day, value in pairs if value is not None and day.year == NEWEST.year}


def _noise(held: Mapping[str, Mapping[date, float]]) -> dict[str, float]:
    """Each body's standard deviation beyond chance, on the log scale, about all bodies' months."""
    logs = {
        name: {day: float(np.log(v + 0.5)) for day, v in one.items()} for name, one in held.items()
    }
    level = {name: fmean(one.values()) for name, one in logs.items()}
    days = sorted({day for one in logs.values() for day in one})
    common = {
        day: fmean(one[day] - level[name] for name, one in logs.items() if day in one)
        for day in days
    }
    found = {}
    for name, one in logs.items():
        left = np.array([value - level[name] - common[day] for day, value in one.items()])
        chance = 1 / max(fmean(held[name].values()), 0.5)
        found[name] = float(np.sqrt(max(left.var(ddof=1) - chance, 0.0)))
    return found


def _drawn(draws: np.random.Generator, months: int, level: float, sd: float) -> Series:
    """Months of a body in which nothing changed."""
    own = np.empty(months)
    own[0] = draws.normal()
    for i in range(1, len(own)):
        own[i] = OWN_RHO * own[i - 1] + np.sqrt(1 - OWN_RHO**2) * draws.normal()
    counts = draws.poisson(level * np.exp(sd * own))
    return Series.monthly(FIRST, [float(count) for count in counts])
