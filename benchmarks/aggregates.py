"""Computes the committed monthly counts from the open street-level data.

    python benchmarks/aggregates.py --data DIR [--out DIR]

DIR holds `police_uk_street_2014`, `_2024` and `_2025`, each with `street_lite.parquet`: the
street-level rows as data.police.uk publishes them, kept as Parquet with the columns `month`,
`force_slug` and `crime_type`. One CSV per release is written. A body-month that is not in the
files is absent from the CSV, never zero.
"""

import argparse
from pathlib import Path

from answerable.store.observations.load import own_csv, police_uk_parquet
from answerable.vocabulary.measures import Vintage

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "src" / "answerable" / "catalogue"
OUT = CATALOGUE / "story" / "west-mercia" / "observations"

BODIES = {
    "dyfed-powys": "dyfed-powys-police",
    "staffordshire": "staffordshire-police",
    "warwickshire": "warwickshire-police",
    "west-mercia": "west-mercia-police",
    "west-midlands": "west-midlands-police",
}

# The copies held do not say when they were released, so the day of release stays empty.
RELEASES = {
    "police_uk_street_2014": Vintage("police-uk-2014-files"),
    "police_uk_street_2024": Vintage("police-uk-2024-files"),
    "police_uk_street_2025": Vintage("police-uk-2025-files"),
}

NOTICE = """\
# Monthly counts of street-level rows, counted by this project from files of data.police.uk.
# Contains public sector information licensed under the Open Government Licence v3.0.
# Made by: python benchmarks/aggregates.py --data DIR
# A body-month that is absent here is missing, never zero. See README.md in this folder.
"""


COUNTED = (
    *("burglary", "drugs", "possession-of-weapons", "public-order", "robbery", "street-rows"),
    *("vehicle-crime", "violence-and-sexual-offences"),
)


def counted_measures() -> frozenset[str]:
    """Identifiers of the reviewed measures that the story is told with."""
    return frozenset(f"police-uk-{name}" for name in COUNTED)


def main() -> None:
    """Write one CSV per release."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the open data")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the CSV files")
    options = parser.parse_args()
    wanted = counted_measures()
    for folder, release in RELEASES.items():
        path = options.data / folder / "street_lite.parquet"
        loaded = police_uk_parquet(path=path, release=release, bodies=BODIES)
        rows = [row for row in loaded.rows if row.measure_id in wanted]
        target = options.out / f"{release.release_id}.csv"
        target.write_text(own_csv(rows=rows, notice=NOTICE), encoding="utf-8")
        print(f"{target.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
