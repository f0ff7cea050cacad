"""Simulates the monthly counts of the invented force Anyshire and its seven invented peers.

    python benchmarks/anyshire_observations.py [--out DIR]

Invented force and figures. The model is that of the calibration benchmark: Poisson counts with
log mean `log(level) + season + .06 common_t + .04 own_t + drift t/12`, where `common` (AR .5)
is shared by all bodies and `own` (AR .3) belongs to one. Thefts from shops in Anyshire are
25 % lower from the action on; nothing else changes. Homes burgled again: no change at all.

Only the uniform numbers of the standard library are used (the Mersenne twister gives the same
ones on every version), so the files are the same bytes wherever this runs.
"""

import argparse
import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import NormalDist

from answerable.store.observations.load import own_csv
from answerable.vocabulary.measures import Observation, Vintage, period_end

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "answerable" / "catalogue" / "story" / "anyshire" / "observations"

SEED = 20_261_125
FIRST, ACTION = date(2021, 10, 1), date(2025, 10, 1)
TARGET = "anyshire-police"
PEERS = (
    *("bexshire-police", "corvale-police", "dunmoor-police", "eastmarch-police"),
    *("fenwick-police", "grantham-vale-police", "holmeshire-police"),
)
MEASURES = {  # level of the target, range of the peers' levels, shift after the action
    "anyshire-theft-from-shops": (310, (220, 400), -0.25),
    "anyshire-repeat-burglary": (64, (45, 85), 0.0),
}
RELEASES = {  # last month it holds; the newest months of the first one are counted too early
    Vintage("anyshire-2026-05", date(2026, 5, 20)): (date(2026, 4, 1), (0.99, 0.98, 0.96)),
    Vintage("anyshire-2026-11", date(2026, 11, 18)): (date(2026, 10, 1), ()),
}
DRIFT = -0.02

NOTICE = """\
# Invented force and figures. No body of these names exists; no number here was counted.
# Made by: python benchmarks/anyshire_observations.py (seed {seed})
"""


def months() -> Iterator[date]:
    """The first days of the months simulated."""
    start, last = FIRST, max(last for last, _ in RELEASES.values())
    while start <= last:
        yield start
        start = period_end(start=start, grain="month")


def counts() -> dict[tuple[str, str, date], int]:
    """(measure, body, month) -> count."""
    random, found = Random(SEED), {}  # noqa: S311  # a simulation, no secret
    periods = list(months())
    for measure, (level, (low, high), shift) in MEASURES.items():
        common = autoregressive(random, 0.5, len(periods))
        phase = 2 * math.pi * random.random()
        for body in (TARGET, *PEERS):
            mean = level if body == TARGET else low + (high - low) * random.random()
            own = autoregressive(random, 0.3, len(periods))
            for t, month in enumerate(periods):
                log_mean = math.log(mean) + 0.12 * math.sin(2 * math.pi * t / 12 + phase)
                log_mean += 0.06 * common[t] + 0.04 * own[t] + DRIFT * t / 12
                if body == TARGET and month >= ACTION:
                    log_mean += math.log1p(shift)
                found[measure, body, month] = poisson(random, math.exp(log_mean))
    return found


def autoregressive(random: Random, phi: float, length: int) -> list[float]:
    """A stationary AR(1) of unit variance."""
    normal = NormalDist()
    values = [normal.inv_cdf(random.random())]
    for _ in range(length - 1):
        noise = normal.inv_cdf(random.random())
        values.append(phi * values[-1] + math.sqrt(1 - phi**2) * noise)
    return values


def poisson(random: Random, mean: float) -> int:
    """One count, by walking up the distribution from 0 to a uniform number."""
    uniform, count, share = random.random(), 0, math.exp(-mean)
    total = share
    while uniform > total and share > 0:
        count += 1
        share *= mean / count
        total += share
    return count


def release_rows(
    counted: dict[tuple[str, str, date], int], measure: str, release: Vintage
) -> list[Observation]:
    """What one release states: a first release counts its newest months too low."""
    last, early = RELEASES[release]
    held = [month for month in months() if month <= last]
    late = dict(zip(held[len(held) - len(early) :], early, strict=True))
    return [
        Observation(
            measure_id=measure,
            body_id=body,
            breakdown="",
            period_start=month,
            period_end=period_end(start=month, grain="month"),
            value=float(math.floor(counted[measure, body, month] * late.get(month, 1.0))),
            vintage=release,
            source_sha256="",
            source_row=0,
        )
        for body in (TARGET, *PEERS)
        for month in held
    ]


def main() -> None:
    """Write one CSV per measure and release."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the CSV files")
    options = parser.parse_args()
    counted = counts()
    for measure in MEASURES:
        for release in RELEASES:
            rows = release_rows(counted, measure, release)
            target = options.out / f"{measure.removeprefix('anyshire-')}-{release.release_id}.csv"
            text = own_csv(rows=rows, notice=NOTICE.format(seed=SEED))
            target.write_text(text, encoding="utf-8")
            print(f"{target.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
