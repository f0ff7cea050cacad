"""A slice of ten billion observations: bytes and processor time a point, on every engine.

    python -m benchmarks.evidence_scale [--series 11000] [--out FILE]

Simulated months, 180 a series, every flag of the control chart. The compiled kernel reads the
block table; DuckDB and Spark run `sql/xmr.sql` over the long file. Spark runs on this machine with
two threads and is warmed up once; its time is the clock's, because it works in another process, so
that whatever else runs on the machine makes it longer. What follows for 10^10 points is in
proportion: every series is worked out by itself.
"""

import argparse
import json
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


def timed(run: Callable[[], int], *, by_clock: bool = False) -> float:
    """Seconds of the second run: of the processor, or of the clock times the threads."""
    run()
    clock = time.perf_counter if by_clock else time.process_time
    began = clock()
    run()
    return (clock() - began) * (THREADS if by_clock else 1)


def on_spark(folder: Path) -> Callable[[], int]:
    """`sql/xmr.sql` over the long file, on Spark with two threads."""
    session = spark.session(f"local[{THREADS}]")
    rows = session.read.parquet(str(folder / "long.parquet"))
    rows.selectExpr("*", "0 AS fix_after", "TRUE AS screen").createOrReplaceTempView("points")
    counted = f"SELECT count(*), sum(abs(code)), sum(mean + amr) FROM ({statement()})"  # noqa: S608  # our own file
    return lambda: int(session.sql(counted).collect()[0][0])


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
            seconds["Spark"] = timed(on_spark(folder), by_clock=True)
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
