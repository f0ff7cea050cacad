"""Speed of the control chart on many series, as ratios in one run (EVIDENCE E3, E4).

    python -m benchmarks.evidence_speed [--series 111000] [--sql] [--out FILE]

Simulated months, 180 a series. Every case runs in a child of its own, warmed up once and then
seven times; the middle processor time counts, with the child's greatest memory. The bound is
scan and one GROUP BY of the same long file. `--sql` adds the portable SQL with every flag, once:
it takes half a minute and several GB. A case whose program is not installed says so. The pandas
loop needs pandas, which the product does not: `pip install --target FOLDER --no-deps pandas
python-dateutil six tzdata`, then run with `PYTHONPATH=FOLDER`.
"""

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from answerable.evidence import compiler
from answerable.evidence.chart_rules import Cut, plain
from answerable.store.observations.duck import connect, quoted

OUT = Path(__file__).parent / "results" / "evidence-speed.json"
SERIES, MONTHS, RUNS, LOOP = 111_000, 180, 7, 200
BOUND, NEWEST, EVERY, SQL = "bound", "newest label", "every flag", "every flag, portable SQL"
LABELLED, PANDAS, REAL = "kernel, series by series", "pandas loop", "real load"
MAKE = "make the files"
R_PACKAGE = "NHSRplotthedots"


def make(folder: Path, series: int) -> None:
    """The long file (one row a month, sorted) and its block table."""
    cursor = connect(folder).cursor()
    long, block = quoted(folder / "long.parquet"), quoted(folder / "block.parquet")
    cursor.execute(
        f"""COPY (
            SELECT CAST(i // {MONTHS} AS INTEGER) AS series,
                CAST(DATE '2010-01-01' + to_months(CAST(i % {MONTHS} AS INTEGER)) AS DATE) AS day,
                CAST(floor(100 + 12 * sin(i % 12) + (hash(i) % 61) - 30) AS DOUBLE) AS value
            FROM range({series * MONTHS}) t(i)
        ) TO {long} (FORMAT parquet, COMPRESSION zstd)"""  # noqa: S608  # our own paths
    )
    cursor.execute(
        f"""COPY (
            SELECT CAST(series AS VARCHAR) AS body_id, '' AS breakdown, min(day) AS first,
                list(value ORDER BY day) AS y
            FROM read_parquet({long}) GROUP BY series ORDER BY series
        ) TO {block} (FORMAT parquet, COMPRESSION zstd)"""  # noqa: S608  # our own paths
    )


def bound(folder: Path) -> Callable[[], int]:
    """Scan and one GROUP BY."""
    cursor = connect(folder).cursor()
    long = quoted(folder / "long.parquet")
    sql = f"SELECT series, avg(value) AS mean FROM read_parquet({long}) GROUP BY series"  # noqa: S608  # our own path
    return lambda: len(cursor.execute(sql).fetchnumpy()["mean"])


def kernel_case(folder: Path, *, newest: bool) -> Callable[[], int]:
    """From the block table on disk to labels."""
    from answerable.evidence import kernel  # noqa: PLC0415  # brings the compiler

    cursor = connect(folder).cursor()
    label = kernel.newest if newest else kernel.every

    def run() -> int:
        file = quoted(folder / "block.parquet")
        sizes = cursor.execute(f"SELECT len(y) AS n FROM {file}").fetchnumpy()["n"]  # noqa: S608  # our own path
        y = cursor.execute(f"SELECT unnest(y) AS y FROM {file}").fetchnumpy()["y"]  # noqa: S608  # our own path
        y = y.filled(np.nan) if isinstance(y, np.ma.MaskedArray) else y
        return len(label(y, np.cumsum(sizes).astype(np.int64)).codes)

    return run


def portable(folder: Path) -> Callable[[], int]:
    """`sql/xmr.sql` over the long file."""
    from answerable.store.observations.xmr import statement  # noqa: PLC0415  # brings DuckDB

    cursor = connect(folder).cursor()
    source = f"read_parquet({quoted(folder / 'long.parquet')})"
    cursor.execute(
        f"CREATE TEMP VIEW points AS SELECT *, 0 AS fix_after, TRUE AS screen FROM {source}"  # noqa: S608  # our own path
    )
    counted = f"SELECT count(*), sum(abs(code)), sum(mean + amr) FROM ({statement()})"  # noqa: S608  # our own file
    return lambda: int(cursor.execute(counted).fetchall()[0][0])


def looped(_: Path, *, pandas_loop: bool) -> Callable[[], int]:
    """The same few series one call each: by pandas, or by the kernel."""
    draws = np.random.default_rng(1)
    rows = draws.poisson(100, (LOOP, MONTHS)).astype(np.float64)
    if pandas_loop:
        from benchmarks.pandas_chart import codes  # noqa: PLC0415  # needs pandas

        for y in rows[:20]:
            if codes(y).tolist() != plain([Cut(y)])[0][1].codes.tolist():
                raise ValueError("the loop gives another answer")
        return lambda: sum(len(codes(y)) for y in rows)
    from answerable.evidence import kernel  # noqa: PLC0415  # brings the compiler

    ends = np.array([MONTHS], dtype=np.int64)
    return lambda: sum(len(kernel.every(y, ends).codes) for y in rows)


def real_load(folder: Path) -> Callable[[], int]:
    """43 bodies, 15 measures, 180 months: from the home's own Parquet to every label."""
    from answerable.evidence import kernel  # noqa: PLC0415  # brings the compiler
    from answerable.store.observations.engine import Observations  # noqa: PLC0415
    from answerable.vocabulary.measures import Observation, Vintage, period_end  # noqa: PLC0415

    held, names = Observations(folder / "home"), [f"measure-{m}" for m in range(15)]
    starts = [date(2010 + m // 12, m % 12 + 1, 1) for m in range(MONTHS)]
    draws, release = np.random.default_rng(2), Vintage("made", date(2025, 1, 1))
    for name in names:
        values = draws.poisson(100, (43, MONTHS))
        rows = [
            Observation(
                measure_id=name,
                body_id=f"body-{body}",
                breakdown="",
                period_start=start,
                period_end=period_end(start=start, grain="month"),
                value=float(values[body, t]),
                vintage=release,
                source_sha256="0" * 64,
                source_row=0,
            )
            for body in range(43)
            for t, start in enumerate(starts)
        ]
        held.add(rows)

    def run() -> int:
        shutil.rmtree(folder / "home" / "blocks", ignore_errors=True)
        found = [held.blocks(name) for name in names]
        return sum(len(kernel.every(blocks.y, blocks.ends).codes) for blocks in found)

    return run


CASES: dict[str, Callable[[Path], Callable[[], int]]] = {
    BOUND: bound,
    NEWEST: lambda folder: kernel_case(folder, newest=True),
    EVERY: lambda folder: kernel_case(folder, newest=False),
    SQL: portable,
    LABELLED: lambda folder: looped(folder, pandas_loop=False),
    PANDAS: lambda folder: looped(folder, pandas_loop=True),
    REAL: real_load,
}


def measured(name: str, folder: Path) -> dict[str, Any]:
    """Times of one case in this process, after one run that is not counted."""
    run = CASES[name](folder)
    walls, works = [], []
    again = 1 if name in {SQL, PANDAS} else RUNS
    if again > 1:
        run()
    for _ in range(again):
        worked, began = time.process_time(), time.perf_counter()
        points = run()
        works.append(time.process_time() - worked)
        walls.append(time.perf_counter() - began)
    return {
        "points": points,
        "runs": again,
        "wall_s": round(statistics.median(walls), 5),
        "cpu_s": round(statistics.median(works), 5),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def in_a_child(name: str, folder: Path, *options: str) -> dict[str, Any]:
    """One case in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.evidence_speed", "--case", name]
    done = subprocess.run(  # noqa: S603  # ourselves
        [*command, "--folder", str(folder), *options], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return {"not_run": done.stderr.strip().rpartition("\n")[2][:200]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ratios(cases: dict[str, Any]) -> dict[str, Any]:
    """What the targets are about; None where a case did not run."""

    def times(above: str, below: str, what: str = "cpu_s") -> float | None:
        held = [cases.get(name, {}).get(what) for name in (above, below)]
        return round(held[0] / held[1], 2) if all(held) else None

    return {
        "E4 newest label / bound (at most 4)": times(NEWEST, BOUND),
        "E4 every flag / bound (at most 6)": times(EVERY, BOUND),
        "E4 memory MB, newest label (at most 1,000)": cases[NEWEST].get("memory_mb"),
        "portable SQL, every flag / bound": times(SQL, BOUND),
        "E3 pandas loop / kernel, one call a series (at least 50)": times(PANDAS, LABELLED),
        "real load, wall seconds (at most 1)": cases[REAL].get("wall_s"),
    }


def main(arguments: list[str]) -> None:
    """Make the files, run every case, print and write the result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_speed")
    parser.add_argument("--series", type=int, default=SERIES)
    parser.add_argument("--sql", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--case", choices=(*CASES, MAKE), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.case == MAKE:
        make(chosen.folder, chosen.series)
        print("{}")
        return
    if chosen.case:
        print(json.dumps(measured(chosen.case, chosen.folder)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A child keeps its parent's greatest memory on record, so the files are made in one too.
        in_a_child(MAKE, folder, "--series", str(chosen.series))
        wanted = [case for case in CASES if case != SQL or chosen.sql]
        cases = {}
        for case in wanted:
            cases[case] = in_a_child(case, folder)
            print(json.dumps({case: cases[case]}), flush=True)
    result = {
        "command": f"python -m benchmarks.evidence_speed --series {chosen.series}"
        + (" --sql" if chosen.sql else ""),
        "series": chosen.series,
        "points": chosen.series * MONTHS,
        "ratios": ratios(cases),
        "cases": cases,
        "compiler": "numba"
        if compiler.available()
        else "not installed: pip install -r requirements/fast.txt",
        R_PACKAGE: "held" if shutil.which("Rscript") else "not run: Rscript is not installed",
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
    }
    print(json.dumps(result["ratios"], indent=1))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
