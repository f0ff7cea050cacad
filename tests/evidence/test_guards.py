"""Each guard against the real trap that it was made for, from small committed counts.

`aggregates/` holds the counts with their attribution; beside them the same traps are read from
the real files, and skip where those are absent.
"""

import csv
from datetime import date
from pathlib import Path

import duckdb
import pytest

from answerable.evidence.area_guards import geography, location
from answerable.evidence.guards import completeness, identity, recording_change, vintage
from answerable.evidence.series import Series
from answerable.evidence.small_numbers import small_numbers
from answerable.evidence.spoken import Break, without_stopped
from tests.shared import data

AGGREGATES = Path(__file__).parent / "aggregates"
EMPTY = [date(2024, month, 1) for month in (1, 2, 3, 4)]


def counts(name: str) -> list[dict[str, str]]:
    lines = (AGGREGATES / f"{name}.csv").read_text().splitlines()
    assert "Open Government Licence v3.0" in lines[0]
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def dyfed_powys() -> dict[date, int]:
    return {month(row["month"]): int(row["rows"]) for row in counts("rows_dyfed_powys")}


def test_nearly_empty_files_are_gaps_and_not_a_fall() -> None:
    rows = dyfed_powys()
    said = completeness(body="Dyfed-Powys Police", rows=rows, held=list(rows))
    assert (said.level, said.code) == ("stop", "gap")
    assert list(said.periods) == EMPTY
    assert "164 against a usual 3,325" in said.sentence
    charted = without_stopped(Series(tuple(rows), tuple(float(n) for n in rows.values())), [said])
    assert [v for d, v in zip(charted.dates, charted.values, strict=True) if d in EMPTY] == [
        None
    ] * 4


def test_a_month_that_others_sent_and_this_body_did_not_is_a_missing_file() -> None:
    rows = dyfed_powys()
    del rows[date(2025, 6, 1)]
    said = completeness(body="Dyfed-Powys Police", rows=rows, held=list(dyfed_powys()))
    assert date(2025, 6, 1) in said.periods
    assert "1 month had no file" in said.sentence


def test_the_real_row_counts_stop_dyfed_powys_and_no_other_held_file() -> None:
    bodies: dict[str, dict[date, int]] = {}
    with data("police_uk_rows_by_force_month.csv").open(newline="") as held:
        for row in csv.DictReader(held):
            bodies.setdefault(row["force_slug"], {})[month(row["month"])] = int(row["n_rows"])
    thin = {
        (body, period)
        for body, rows in bodies.items()
        for period in completeness(body=body, rows=rows, held=list(rows)).periods
    }
    stopped = {(body, period) for body, period in thin if body == "dyfed-powys"}
    assert stopped == {("dyfed-powys", period) for period in EMPTY}


def test_outcomes_of_unequal_age_are_not_compared() -> None:
    rows = {month(row["month"]): row for row in counts("outcomes")}
    # The trap: 47 % of the newest month is still under investigation, 16 % of the oldest.
    newest, oldest = rows[date(2024, 4, 1)], rows[date(2024, 1, 1)]
    assert int(newest["under_investigation"]) / int(newest["rows"]) > 0.46
    assert int(oldest["under_investigation"]) / int(oldest["rows"]) < 0.17
    said = vintage(
        attribute="Last outcome category", released={m: date(2024, 6, 1) for m in EMPTY}
    )
    assert (said.level, said.code) == ("stop", "unequal_age")
    assert list(said.periods) == EMPTY
    assert "ages from 2 to 5 months" in said.sentence


def test_outcomes_of_equal_age_are() -> None:
    released = {date(2024, 1, 1): date(2024, 3, 1), date(2025, 1, 1): date(2025, 3, 1)}
    assert vintage(attribute="Last outcome category", released=released).level == "ok"


@pytest.mark.parametrize("measure", ["violence", "weapons"])
def test_a_change_of_recording_that_nobody_declared_is_asked_about(measure: str) -> None:
    rows = counts("west_mercia_by_month")
    series = Series(
        tuple(month(row["month"]) for row in rows), tuple(float(row[measure]) for row in rows)
    )
    said = recording_change(series=series, breaks=[])
    assert (said.level, said.code) == ("warn", "undeclared_step")
    declared = Break(date(2014, 4, 1), "recording", "Recording practice tightened nationally.")
    stop = recording_change(series=series, breaks=[declared])
    assert (stop.level, stop.code) == ("stop", "crosses_break")
    assert max(stop.periods) == date(2014, 3, 1)


def test_areas_of_another_edition_are_not_compared() -> None:
    rows = {
        date(int(row["year"]), 1, 1): {
            "E01000001": int(row["matched"]),
            "E01033768": int(row["coded"]) - int(row["matched"]),
            "": 999,
        }
        for row in counts("lsoa_match")
    }
    said = geography(codes=rows, edition={"E01000001"}, name="the 2011 areas")
    assert (said.level, said.code) == ("stop", "other_edition")
    assert list(said.periods) == [date(2024, 1, 1), date(2025, 1, 1)]
    assert "91.5 %" in said.sentence


def test_crime_id_is_never_a_key() -> None:
    row = counts("crime_id")[0]
    said = identity(
        counted_by="Crime ID",
        rows=int(row["rows"]),
        blank=int(row["blank"]),
        repeated=int(row["repeated"]),
    )
    assert (said.level, said.code) == ("stop", "not_a_key")
    assert "57,753 of 354,698 rows have none" in said.sentence
    assert identity(counted_by="crime_id", rows=5, blank=0, repeated=0).level == "stop"


def test_no_map_where_a_fifth_of_the_rows_have_no_place() -> None:
    said = {
        (row["year"], row["force_slug"]): location(
            rows=int(row["rows"]), without=int(row["without"])
        )
        for row in counts("location")
    }
    assert said["2024", "dyfed-powys"].code == "unlocated"
    assert "20.2 %" in said["2024", "dyfed-powys"].sentence
    assert said["2025", "avon-and-somerset"].level == "stop"
    assert said["2025", "west-mercia"].level == "ok"


def test_weapons_by_partnership_are_too_few_by_month() -> None:
    said = {
        row["partnership"]: small_numbers(monthly_mean=int(row["weapons_2014_01_to_11"]) / 11)
        for row in counts("weapons_by_partnership")
    }
    assert said["Shropshire"].code == "use_quarters"
    assert said["South Worcester"].code == "enough"


def test_the_real_street_files_show_the_same_areas_and_places() -> None:
    file = data("police_uk_street_2025/west_mercia_full.parquet")
    lookup = data("lookups/lsoa11_lad_csp_pfa_pop2011.parquet")
    edition = {row[0] for row in duckdb.sql(f"select lsoa11cd from '{lookup}'").fetchall()}  # noqa: S608  # a path of our own
    found = duckdb.sql(
        f"select month, coalesce(lsoa_code, ''), count(*) from '{file}' group by 1, 2"  # noqa: S608  # a path of our own
    ).fetchall()
    codes: dict[date, dict[str, int]] = {}
    for period, code, number in found:
        codes.setdefault(month(period), {})[code] = number
    said = geography(codes=codes, edition=edition, name="the 2011 areas")
    assert said.level == "stop"
    assert len(said.periods) == 12
    rows = sum(n for by_code in codes.values() for n in by_code.values())
    matched = sum(n for by in codes.values() for c, n in by.items() if c in edition)
    assert (rows, rows - matched) == (102_105, 9_279)
