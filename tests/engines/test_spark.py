"""The same SQL on DuckDB and on Apache Spark with several workers, row for row.

Labels are equal and published numbers (9 significant digits) digit for digit. Needs pyspark and
Java 17: `make engines` brings both; elsewhere these tests say what is missing.
"""

import importlib.util
import os
import shutil
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from answerable.evidence.chart_rules import LABELS
from answerable.store.observations import queries, xmr
from answerable.store.observations.answering import reader_of, rules_of
from answerable.store.observations.charted import ChartedPeriod
from answerable.store.observations.engine import Observations
from answerable.vocabulary.measures import Observation, Vintage, period_end
from tests.evidence.test_engines import _charts, _rows, digits, made
from tests.shared import data
from tests.unit.observations.making import FIRST, SECOND, row

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed"
    ),
    pytest.mark.skipif(
        not (shutil.which("java") or os.environ.get("JAVA_HOME")),
        reason="Java 17 is not installed",
    ),
]

WORKERS = "spark://local-cluster[2,1,1024]"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A real cluster on this machine: a master and two workers in processes of their own."""
    from answerable.store.observations import spark  # noqa: PLC0415  # only where it is installed

    # The client of the Java process leaves its sockets to the end of the process.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield WORKERS
        if spark.session.cache_info().currsize:
            spark.session(WORKERS.removeprefix("spark://")).stop()
            spark.session.cache_clear()


@pytest.fixture
def both(tmp_path: Path, address: str) -> tuple[Observations, Observations]:
    """One folder of figures with revisions, gaps and several bodies, read by either engine."""
    held = Observations(tmp_path)
    held.add([row("2025-01-01", 1), row("2025-02-01", 2), row("2025-03-01", None)], FIRST)
    held.add([row("2025-02-01", 20, SECOND), row("2025-03-01", 30, SECOND)], SECOND)
    held.add([row("2025-04-01", 4, Vintage("undated"))])
    held.add(figures(bodies=12, months=60))
    return held, Observations(tmp_path, reader_of(address))


def figures(*, bodies: int, months: int) -> list[Observation]:
    """Made counts of every kind that the rules know, with missing months and missing values."""
    draws = np.random.default_rng(4)
    rows = []
    for body in range(bodies):
        values = made_values(draws, body, months)
        for month, value in enumerate(values):
            if draws.random() < 0.05 or (body == 3 and 20 <= month < 30):
                continue  # no row at all: a gap
            start = date(2015 + month // 12, month % 12 + 1, 1)
            rows.append(
                Observation(
                    measure_id="burglaries",
                    body_id=f"body-{body}",
                    breakdown="kind=home" if body % 2 else "",
                    period_start=start,
                    period_end=period_end(start=start, grain="month"),
                    value=None if draws.random() < 0.05 else float(value),
                    vintage=FIRST,
                    source_sha256="0" * 64,
                    source_row=1,
                )
            )
    return rows


def made_values(draws: np.random.Generator, kind: int, months: int) -> Any:
    steady = draws.poisson(100, months).astype(np.float64)
    if kind % 4 == 1:
        return steady + 2 * np.arange(months)
    if kind % 4 == 2:
        return np.where(np.arange(months) < months // 2, steady, steady - 25) / 7
    return np.full(months, 0.1) if kind == 3 else steady


def published(rows: tuple[ChartedPeriod, ...]) -> list[tuple[Any, ...]]:
    return [
        (
            *(r.body_id, r.breakdown, r.stretch, r.period_start, r.code),
            *("" if v is None else format(v, ".9g") for v in (r.value, r.mean, r.amr)),
        )
        for r in rows
    ]


def test_every_file_of_sql_gives_the_same_rows(
    both: tuple[Observations, Observations], tmp_path: Path, address: str
) -> None:
    duck, spark = both
    reader = reader_of(address)
    assert reader is not None

    def run_on(name: str) -> queries.Run:
        parts = sorted(tmp_path.glob(f"{name}/*/*.parquet"))
        return lambda sql, values: reader.select(parts=parts, sql=sql, values=values)

    for known_on, release in ((None, None), (date(2025, 5, 31), None), (None, "second")):
        asked: dict[str, Any] = {"known_on": known_on, "release": release}
        one = duck.series("thefts", "anyshire-police", **asked)
        key = {"measure": "thefts", "body": "anyshire-police", "breakdown": ""}
        assert queries.series(run=run_on("thefts"), **key, **asked) == one
        assert one.rows
    assert queries.bodies(run=run_on("burglaries")) == duck.bodies("burglaries")
    assert queries.releases(run=run_on("thefts")) == duck.releases("thefts")
    assert spark.charts("nothing-held") == ()


def test_every_chart_of_a_measure_is_the_same_row_for_row(
    both: tuple[Observations, Observations],
) -> None:
    duck, spark = both
    asked: dict[str, Any] = {
        "stopped": [("body-1", date(2016, 5, 1)), ("body-2", date(2016, 6, 1))],
        "restarts": [("*", date(2018, 1, 1)), ("body-0", date(2016, 1, 1))],
    }
    one, two = duck.charts("burglaries", **asked), spark.charts("burglaries", **asked)
    assert published(one) == published(two)
    assert len(one) > 500
    assert {r.stretch for r in one if r.body_id == "body-0"} == {0, 1, 2}
    assert {r.stretch for r in one if r.body_id == "body-3"} == {0, 1, 2}, "a long gap restarts"
    assert len({r.code for r in one}) > 4


def test_made_series_through_the_rules_of_the_command(address: str) -> None:
    draws = np.random.default_rng(6)
    cuts = [made(draws) for _ in range(1_500)]
    seen: set[int] = set()
    for cut, (lim, mark), (limit, flag) in zip(
        cuts, rules_of(address)(cuts), xmr.rules(cuts), strict=True
    ):
        assert mark.codes.tolist() == flag.codes.tolist(), cut
        assert digits(lim.mean) == digits(limit.mean), cut
        assert digits(lim.upper) == digits(limit.upper), cut
        assert digits(lim.lower) == digits(limit.lower), cut
        seen.update(flag.codes.tolist())
    assert seen == set(LABELS)


def test_every_label_of_the_reference_series(address: str) -> None:
    folder = data("spc_reference")
    charts = _charts(folder, rules_of(address))
    ours = [
        (name, point.special_cause_type)
        for name in dict.fromkeys(row["series"] for row in _rows(folder / "points.csv"))
        for point in charts[name].points
    ]
    theirs = [(r["series"], r["special_cause_type"]) for r in _rows(folder / "points.csv")]
    assert sorted(ours) == sorted(theirs)
    assert len(ours) == 5734
