"""Apache Spark as the engine of observations: the files of sql/ as they are, on many workers.

Never started by default: a session takes some 18 seconds and a Java 17. One is kept for each
address until the process ends. Nothing is written by Spark, so that a file has one writer.
"""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from answerable.evidence.chart_rules import Rules
from answerable.store.observations import xmr
from answerable.store.observations.schema import COLUMNS, NAMES
from answerable.vocabulary.refusal import Refusal

_TYPES = {"VARCHAR": "STRING", "DATE": "DATE", "DOUBLE": "DOUBLE", "INTEGER": "INT"}
_NAMED = re.compile(r"\$([a-z_]+)")
_POINTS = "series INT, day INT, value DOUBLE, fix_after INT, screen BOOLEAN"
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
}
_LOCAL_SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}


class SparkMissing(Refusal):
    """The address asks for Spark, and a part of it is not on this machine."""

    code = "engine_not_available"


class SparkReader:
    """Answers questions over Parquet files by Spark. Threads take turns."""

    def __init__(self, master: str) -> None:
        self._master = master
        self._lock = Lock()

    def select(
        self, *, parts: Sequence[Path], sql: str, values: Mapping[str, Any]
    ) -> Sequence[Sequence[Any]]:
        """The rows of one SELECT over `observations`, which are the rows of these files."""
        spark = session(self._master)
        with self._lock:
            if parts:
                rows = spark.read.parquet(*(str(part.resolve()) for part in parts))
                rows = rows.select(*NAMES.split(", "))
            else:
                kinds = ", ".join(f"{name} {_TYPES[kind]}" for name, kind in COLUMNS)
                rows = spark.createDataFrame([], kinds)
            rows.createOrReplaceTempView("observations")
            found = spark.sql(_NAMED.sub(r":\1", sql), args=dict(values)).collect()
        return [tuple(row) for row in found]


def rules(master: str) -> Rules:
    """The engine `sql` of the control chart, on Spark."""
    return lambda cuts: xmr.rules(cuts, run=lambda columns: _run(master, columns))


def _run(master: str, columns: Mapping[str, Any]) -> dict[str, Any]:
    spark = session(master)
    names = ("series", "day", "value", "fix_after", "screen")
    rows = [
        (series, day, None if np.isnan(value) else value, fixed, screen)
        for series, day, value, fixed, screen in zip(
            *(columns[name].tolist() for name in names), strict=True
        )
    ]
    spark.createDataFrame(rows, _POINTS).createOrReplaceTempView("points")
    found = spark.sql(f"{xmr.statement()} ORDER BY day").collect()
    return {
        name: np.array([row[name] for row in found], dtype=np.float64)
        for name in ("mean", "amr", "still", "code")
    }


@cache
def session(master: str) -> Any:
    """The one session of an address, started when it is first asked for."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # only where the address asks for it
    except ModuleNotFoundError:
        raise SparkMissing(
            "ANSWERABLE_OBSERVATIONS asks for Spark, which is not installed. Install it with: "
            "pip install 'answerable[spark]'. Or unset the address: DuckDB gives the same answers."
        ) from None
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise SparkMissing(
            "Spark needs Java 17, and no Java was found. On Debian or Ubuntu: apt install "
            "openjdk-17-jre-headless. Or unset ANSWERABLE_OBSERVATIONS: DuckDB gives the same "
            "answers."
        )
    builder = SparkSession.builder.master(master).appName("answerable")
    local = {} if master.startswith("spark://") else _LOCAL_SETTINGS
    for name, value in (_SETTINGS | local).items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
