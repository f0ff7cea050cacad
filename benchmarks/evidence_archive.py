"""From the files of data.police.uk to partitioned Parquet, against DuckDB's own COPY of them.

    python -m benchmarks.evidence_archive [--archive FILE.zip] [--out FILE]

Without an archive, 24 street files of made rows are written (8 forces, 3 months, 8,000 rows each).
Ours reads every file, checks its header and its types, counts by month, force and type with the
file's SHA-256, and writes the observations; the bound copies the same rows to Parquet by month.
Both in one run, the middle of five, processor time. The counts are compared with a plain GROUP BY.
"""

import argparse
import csv
import json
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from answerable.operations.measures.evidence_files.loading import force_slugs
from answerable.store.observations.duck import connect, quoted
from answerable.store.observations.engine import Observations
from answerable.store.observations.load import police_uk_archive
from answerable.store.observations.police_uk import COLUMNS, CRIME_TYPES, measure_of
from answerable.vocabulary.measures import Vintage

OUT = Path(__file__).parent / "results" / "evidence-archive.json"
RUNS, ROWS = 5, 8_000
MONTHS = ("2025-10", "2025-11", "2025-12")
FORCES = (
    *("west-mercia", "warwickshire", "staffordshire", "wiltshire", "norfolk", "suffolk"),
    *("gloucestershire", "dorset"),
)
RELEASE = Vintage("bench", date(2026, 2, 1))


def made(folder: Path) -> None:
    """Street files of made rows."""
    draws = np.random.default_rng(12)
    for month in MONTHS:
        (folder / month).mkdir()
        for force in FORCES:
            with (folder / month / f"{month}-{force}-street.csv").open("w", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(COLUMNS)
                for kind in draws.choice(CRIME_TYPES, ROWS):
                    place = int(draws.integers(1, 99_999))
                    writer.writerow(
                        (
                            *(f"{place:064x}", month, force, force, f"-2.{place}", f"52.{place}"),
                            *(f"On or near Street {place % 900}", f"E0101{place % 9999:04}"),
                            *(f"Area {place % 99}", kind, "Under investigation", ""),
                        )
                    )


def timed(run: Callable[[int], None]) -> float:
    """The middle of five runs, processor time."""
    found = []
    for turn in range(RUNS):
        began = time.process_time()
        run(turn)
        found.append(time.process_time() - began)
    return statistics.median(found)


def measured(folder: Path, into: Path) -> dict[str, Any]:
    """Both ways over one folder of street files, and whether the counts agree."""
    cursor = connect(into.parent).cursor()
    names = [quoted(path) for path in sorted(folder.glob("*/*-street.csv"))]
    source = f"read_csv([{', '.join(names)}], all_varchar=true, filename=true)"

    def copied(turn: int) -> None:
        target = quoted(into / f"copy-{turn}")
        cursor.execute(
            f"COPY (SELECT * FROM {source}) TO {target} (FORMAT parquet, PARTITION_BY (Month))"  # noqa: S608  # our own paths
        )

    def loaded(turn: int) -> None:
        found = police_uk_archive(path=folder, release=RELEASE, bodies=force_slugs())
        Observations(into / f"ours-{turn}").add(found.rows)

    bound, ours = timed(copied), timed(loaded)
    held = Observations(into / "ours-0")
    bodies = force_slugs()
    counted = cursor.execute(
        f"""SELECT regexp_extract(filename, '[0-9]{{4}}-[0-9]{{2}}-([a-z-]+)-street', 1) AS force,
            Month, "Crime type", count(*) FROM {source} GROUP BY ALL"""  # noqa: S608  # our own paths
    ).fetchall()
    wrong = 0
    for force, month, kind, count in counted:
        rows = held.series(measure_of(kind), bodies[force]).rows
        value = next((r.value for r in rows if f"{r.period_start:%Y-%m}" == month), None)
        wrong += value != count
    return {
        "files": len(names),
        "rows": sum(row[3] for row in counted),
        "copy_cpu_s": round(bound, 3),
        "ours_cpu_s": round(ours, 3),
        "ratio (at most 1.3)": round(ours / bound, 2),
        "counts compared": len(counted),
        "counts that differ": wrong,
    }


def main(arguments: list[str]) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_archive")
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder, into = Path(name) / "archive", Path(name) / "into"
        folder.mkdir()
        into.mkdir()
        if chosen.archive is None:
            made(folder)
        else:
            with zipfile.ZipFile(chosen.archive) as archive:
                archive.extractall(folder)
        result = {
            "command": "python -m benchmarks.evidence_archive",
            "what": "made rows" if chosen.archive is None else chosen.archive.name,
            **measured(folder, into),
        }
    print(json.dumps(result, indent=1))
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
