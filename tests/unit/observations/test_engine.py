"""Protects the long table: loading twice adds nothing, nothing is overwritten, gaps stay gaps."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import duckdb
import pytest

from answerable.store.observations import queries
from answerable.store.observations.engine import (
    Added,
    DuplicatePeriod,
    Observations,
    ReleaseDiffers,
    RevisionWithoutRelease,
)
from answerable.store.observations.schema import COLUMNS
from answerable.vocabulary.measures import Vintage
from tests.unit.observations.making import FIRST, SECOND, row

UNDATED = Vintage("undated")


@pytest.fixture
def held(tmp_path: Path) -> Observations:
    """January to March in the first release, February and March revised in the second."""
    observations = Observations(tmp_path / "it's here")
    observations.add([row("2025-01-01", 1), row("2025-02-01", 2), row("2025-03-01", None)], FIRST)
    observations.add([row("2025-02-01", 20, SECOND), row("2025-03-01", 30, SECOND)], SECOND)
    return observations


def values(found) -> list[float | None]:  # type: ignore[no-untyped-def]  # a HeldSeries
    return [item.value for item in found.rows]


def test_the_newest_release_answers_and_the_mixture_is_told(held: Observations) -> None:
    found = held.series("thefts", "anyshire-police")
    assert values(found) == [1, 20, 30]
    assert found.releases == (FIRST, SECOND)
    assert found.mixed


def test_what_was_known_on_a_day_never_changes_by_a_later_release(held: Observations) -> None:
    on = date(2025, 5, 31)
    assert values(held.series("thefts", "anyshire-police", known_on=on)) == [1, 2, None]
    assert values(held.series("thefts", "anyshire-police", known_on=date(2025, 2, 1))) == []
    assert not held.series("thefts", "anyshire-police", known_on=on).mixed


def test_one_release_by_itself(held: Observations) -> None:
    found = held.series("thefts", "anyshire-police", release="second")
    assert values(found) == [20, 30]


def test_a_release_of_unknown_date_is_not_known_on_any_day_and_is_counted(
    held: Observations,
) -> None:
    held.add([row("2025-03-01", 99, UNDATED), row("2025-04-01", 4, UNDATED)])
    assert values(held.series("thefts", "anyshire-police")) == [1, 20, 30, 4]
    found = held.series("thefts", "anyshire-police", known_on=date(2030, 1, 1))
    assert (values(found), found.undated) == ([1, 20, 30], 1)
    assert held.releases("thefts") == (SECOND, FIRST, UNDATED)


def test_a_missing_period_is_absent_and_a_missing_value_is_null(held: Observations) -> None:
    held.add([row("2025-06-01", None)])
    starts = [item.period_start.month for item in held.series("thefts", "anyshire-police").rows]
    assert starts == [1, 2, 3, 6]


def test_the_same_file_again_writes_nothing(held: Observations, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*.parquet"))
    again = [row("2025-01-01", 1), row("2025-02-01", 2), row("2025-03-01", None)]
    assert held.add(again, FIRST) == Added(written=0, repeated=3)
    assert sorted(tmp_path.rglob("*.parquet")) == before
    assert held.add([*again, row("2025-04-01", 4)], FIRST) == Added(written=1, repeated=3)


def test_a_revision_without_a_release_of_its_own_is_refused_whole(held: Observations) -> None:
    with pytest.raises(RevisionWithoutRelease, match="February 2025"):
        held.add([row("2025-09-01", 9), row("2025-02-01", 3)], FIRST)
    assert values(held.series("thefts", "anyshire-police", release="first")) == [1, 2, None]


def test_one_measure_refused_leaves_the_other_unwritten(held: Observations) -> None:
    with pytest.raises(RevisionWithoutRelease):
        held.add([row("2025-01-01", 5, measure_id="others"), row("2025-02-01", 3)])
    assert held.measures() == ("thefts",)


def test_rows_of_another_release_or_another_date_are_refused(held: Observations) -> None:
    with pytest.raises(ReleaseDiffers):
        held.add([row("2025-09-01", 9, SECOND)], FIRST)
    with pytest.raises(ReleaseDiffers):
        held.add([row("2025-09-01", 9, Vintage("first", date(2025, 3, 2)))])


def test_one_body_twice_for_one_period_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DuplicatePeriod, match="January 2025"):
        Observations(tmp_path).add([row(value=1), row(value=1)])


def test_nothing_is_rounded_on_the_way(tmp_path: Path) -> None:
    number = 0.1 + 0.2
    observations = Observations(tmp_path)
    written = row(value=number, numerator=1e-300, denominator=3.0, flag="estimated", source_row=7)
    observations.add([written])
    assert observations.series("thefts", "anyshire-police").rows == (written,)


def test_bodies_and_measures_that_hold_a_value(held: Observations) -> None:
    held.add([row(body="corvale-police"), row(body="empty-police", value=None)])
    assert held.bodies("thefts") == ("anyshire-police", "corvale-police")
    assert held.bodies("unknown") == ()
    assert held.measures() == ("thefts",)


@pytest.mark.parametrize("measure", ["unknown", "../thefts", "*", "", "the[f]ts"])
def test_a_measure_that_is_not_held_gives_an_empty_series(
    held: Observations, measure: str
) -> None:
    assert held.series(measure, "anyshire-police").rows == ()


def test_a_body_from_outside_is_a_value_and_never_sql(held: Observations) -> None:
    assert held.series("thefts", "x' OR '1'='1").rows == ()


def test_the_parquet_files_stand_by_measure_and_release_with_the_columns_of_the_design(
    held: Observations, tmp_path: Path
) -> None:
    names = {
        str(path.parent.relative_to(tmp_path / "it's here"))
        for path in tmp_path.rglob("*.parquet")
    }
    assert names == {"thefts/first", "thefts/second"}
    file = str(next(tmp_path.rglob("thefts/first/*.parquet")))
    with duckdb.connect() as connection:
        described = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [file])
        assert tuple((found[0], found[1]) for found in described.fetchall()) == COLUMNS
    assert not list(tmp_path.rglob("*.unfinished"))


def test_several_threads_write_and_read_one_folder(tmp_path: Path) -> None:
    observations = [Observations(tmp_path), Observations(tmp_path)]

    def work(index: int) -> None:
        for month in range(1, 5):
            observations[index % 2].add([row(f"2025-{month:02}-01", month)])
            observations[index % 2].series("thefts", "anyshire-police")

    threads = [Thread(target=work, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert values(observations[0].series("thefts", "anyshire-police")) == [1, 2, 3, 4]
    assert len(list(tmp_path.rglob("*.parquet"))) == 4


def test_duckdb_is_loaded_only_by_those_who_ask_for_numbers() -> None:
    code = (
        "import sys, answerable.store.observations.engine as e; assert 'duckdb' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_areas_and_periods_are_those_of_the_newest_release(held: Observations) -> None:
    area = {"breakdown": "lsoa=e01000001"}
    other = row("2025-01-01", 1, breakdown="type=burglary")
    held.add([row("2025-01-01", 4, **area), other], FIRST)
    held.add([row("2025-01-01", 5, SECOND, **area)], SECOND)
    assert held.areas("thefts", "anyshire-police", "lsoa") == {
        date(2025, 1, 1): {"E01000001": 5.0}
    }
    assert held.areas("thefts", "elsewhere-police", "lsoa") == {}
    assert held.periods("thefts") == tuple(date(2025, m, 1) for m in (1, 2, 3))


def test_months_are_the_periods_that_a_series_of_each_body_has(held: Observations) -> None:
    """One question for all bodies in the place of one for each says the same."""
    held.add([row("2025-05-01", 4, breakdown="lsoa=e01000001")], FIRST)
    (body,) = held.months("thefts")
    assert held.months("thefts")[body] == tuple(
        r.period_start for r in held.series("thefts", body).rows
    )
    assert held.months("nothing-held") == {}


@pytest.mark.parametrize("on", [None, date(2025, 5, 31), date(2025, 2, 1)])
def test_what_is_read_ahead_of_every_body_is_what_each_would_be_told(
    held: Observations, tmp_path: Path, on: date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(row("2025-02-01", 7, UNDATED), body_id="other-police")
    part = replace(row("2025-02-01", 9, FIRST), breakdown="lsoa21=E01")
    held.add([other], UNDATED)
    held.add([part], FIRST)
    alone = Observations(tmp_path / "it's here")
    bodies = ("anyshire-police", "other-police")
    told = {body: alone.series("thefts", body, known_on=on) for body in bodies}
    held.read_ahead("thefts", known_on=on)
    asked = []
    monkeypatch.setattr(queries, "series", lambda **given: asked.append(given["body"]))
    for body in bodies:
        if told[body].rows:
            assert held.series("thefts", body, known_on=on) == told[body]
    assert asked == []
    held.add([row("2025-04-01", 4, SECOND)], SECOND)  # a new file: what was read ahead is old
    held.series("thefts", "anyshire-police", known_on=on)
    assert asked == ["anyshire-police"]


def test_small_areas_are_asked_only_of_bodies_that_have_some(
    held: Observations, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.add([replace(row("2025-02-01", 9, FIRST), breakdown="lsoa21=e01")], FIRST)
    found = held.areas("thefts", "anyshire-police", "lsoa21")
    assert found == {date(2025, 2, 1): {"E01": 9}}
    monkeypatch.setattr(queries, "areas", lambda **_: pytest.fail("asked of a body without any"))
    assert held.areas("thefts", "other-police", "lsoa21") == {}
    assert held.areas("thefts", "anyshire-police", "msoa21") == {}
