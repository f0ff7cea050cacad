"""A slice of ten billion observations: bytes and processor time a point, on every engine.

    python -m benchmarks.evidence_scale [--series 11000] [--out FILE]

Simulated months, 180 a series, every flag of the control chart. The compiled kernel reads the
block table; DuckDB and Spark run `sql/xmr.sql` over the long file. Spark runs on this machine with
two threads and is warmed up once; its time is that of the processor in its own process, as the
kernel of the machine counts it, so that what else runs here does not make it longer. What follows
for 10^10 points is in proportion: every series is worked out by itself.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.evidence_speed import MONTHS, kernel_case, make, portable

from answerable.evidence import compiler
from answerable.store.observations import spark
from answerable.store.observations.xmr import statement
from answerable.vocabulary.refusal import Refusal

OUT = Path(__file__).parent / "results" / "evidence-scale.json"
WANTED = 10_000_000_000
THREADS = 2


def timed(run: Callable[[], int], *, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the processor of the second run."""
    run()
    began = clock()
    run()
    return clock() - began


def processor_of(pid: int) -> float:
    """Seconds of the processor that a process has used, its threads included (Linux)."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def on_spark(folder: Path) -> tuple[Callable[[], int], Callable[[], float]]:
    """`sql/xmr.sql` over the long file, on Spark with two threads; and its own clock."""
    session = spark.session(f"local[{THREADS}]")
    rows = session.read.parquet(str(folder / "long.parquet"))
    rows.selectExpr("*", "0 AS fix_after", "TRUE AS screen").createOrReplaceTempView("points")
    counted = f"SELECT count(*), sum(abs(code)), sum(mean + amr) FROM ({statement()})"  # noqa: S608  # our own file
    pid = session.sparkContext._gateway.proc.pid  # there is no public way to it
    return lambda: int(session.sql(counted).collect()[0][0]), lambda: processor_of(pid)


def main(arguments: list[str]) -> None:
    """Measure the slice, print and write it with what follows in proportion."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_scale")
    parser.add_argument("--series", type=int, default=11_000)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args(arguments)
    points = chosen.series * MONTHS
    seconds: dict[str, float | str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, chosen.series)
        sizes = {k: (folder / f"{k}.parquet").stat().st_size for k in ("long", "block")}
        if compiler.available():
            seconds["kernel"] = timed(kernel_case(folder, newest=False))
        seconds["DuckDB"] = timed(portable(folder))
        try:
            run, clock = on_spark(folder)
            seconds["Spark"] = timed(run, clock=clock)
        except Refusal as missing:
            seconds["Spark"] = f"not run: {missing.sentence}"
    times = WANTED / points
    result: dict[str, Any] = {
        "command": f"python -m benchmarks.evidence_scale --series {chosen.series}",
        "points": points,
        "bytes_a_point": {k: round(size / points, 3) for k, size in sizes.items()},
        "core_seconds": {k: v if isinstance(v, str) else round(v, 2) for k, v in seconds.items()},
        "for_10_billion": {
            "gigabytes": {k: round(size * times / 1e9, 1) for k, size in sizes.items()},
            "core_hours": {
                k: round(v * times / 3600, 2) for k, v in seconds.items() if not isinstance(v, str)
            },
        },
    }
    print(json.dumps(result, indent=1))
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
