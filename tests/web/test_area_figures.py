"""Small areas of two editions by command: counted from an archive and said on the page.

In the real files every row of 2014 is in an area of the census of 2011, and about 8 % of the rows
of 2024 and 2025 are in areas made for 2021 (`tests/evidence/test_guards.py`). Here the same trap
stands in a small archive of an invented force.
"""

import csv
import io
from pathlib import Path

import pytest
from django.test import Client
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations.measures.evidence_files import loading
from answerable.store.observations.police_uk import COLUMNS
from tests.unit.observations.making import street_zip
from tests.web.acting import words

BURGLARY, BODY, ANALYST = "police-uk-burglary", "anyshire-police", "anyshire-pcc/analyst"
OLD, NEW = "E01000001", "E01035001"  # of 2011; of 2021 only


@pytest.fixture(autouse=True)
def anyshire_has_files(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "force_slugs", lambda: {"anyshire": BODY})


def month(name: str, counts: dict[str, int]) -> bytes:
    """One file with so many burglaries by area; no area is a row without a place."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for code, count in counts.items():
        row = dict.fromkeys(COLUMNS, "") | {"Month": name, "Crime type": "Burglary"}
        for _ in range(count):
            writer.writerow((row | {"LSOA code": code}).values())
    return text.getvalue().encode()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def load(tmp_path: Path, months: dict[str, dict[str, int]], *more: str) -> Result:
    files = {f"{name}-anyshire": month(name, counts) for name, counts in months.items()}
    archive = street_zip(tmp_path / "archive.zip", files)
    return run(
        *("load", archive, "--layout", "police-uk", "--release", "made", "--body", BODY),
        *("--by", ANALYST, *more),
    )


AS_OF_2011 = {f"2014-{number:02}": {OLD: 30, "E01000002": 20} for number in range(5, 12)}
AS_OF_2021 = {f"2025-{number:02}": {OLD: 30, "E01000002": 16, NEW: 4} for number in range(1, 4)}


def test_two_editions_are_said_on_the_page_and_no_area_is_charted(
    tmp_path: Path, client: Client
) -> None:
    done = load(tmp_path, AS_OF_2011 | AS_OF_2021, "--measure", BURGLARY, "--by-area")
    assert done.exit_code == 0, done.output
    said = (
        "In 3 of 10 periods too few rows match the areas of the census of 2011 (at worst 92.0 %, "
        "at least 99 % are needed). Areas of two editions are not compared."
    )
    assert said in words(client.get(f"/measures/{BURGLARY}/{BODY}/"))
    points = tmp_path / "points.csv"
    charted = run("charts", BURGLARY, "--points", points)
    assert said in charted.output
    kept = list(csv.DictReader(io.StringIO(points.read_text())))
    assert {row["breakdown"] for row in kept} == {""}
    assert float(kept[-1]["value"]) == 50


def test_one_edition_is_charted_by_area_with_its_zeros(tmp_path: Path, client: Client) -> None:
    months = AS_OF_2011 | {"2014-11": {OLD: 30}}
    assert load(tmp_path, months, "--measure", BURGLARY, "--by-area").exit_code == 0
    assert "Areas of two editions" not in words(client.get(f"/measures/{BURGLARY}/{BODY}/"))
    points = tmp_path / "points.csv"
    assert run("charts", BURGLARY, "--points", points).exit_code == 0
    held = {
        (row["breakdown"], row["period_start"]): float(row["value"])
        for row in csv.DictReader(io.StringIO(points.read_text()))
    }
    assert held["lsoa=E01000001", "2014-11-01"] == 30
    assert held["lsoa=E01000002", "2014-10-01"] == 20
    assert held["lsoa=E01000002", "2014-11-01"] == 0
    assert held["", "2014-11-01"] == 30


def test_rows_without_a_place_are_said_and_no_area_is_charted(
    tmp_path: Path, client: Client
) -> None:
    """Dyfed-Powys in 2024: a fifth of the rows had no location."""
    months = {name: {OLD: 40, "": 10} for name in AS_OF_2011}
    assert load(tmp_path, months, "--measure", BURGLARY, "--by-area").exit_code == 0
    text = words(client.get(f"/measures/{BURGLARY}/{BODY}/"))
    assert "20.0 % of 350 rows have no location. No map and no count for small areas" in text
    points = tmp_path / "points.csv"
    assert run("charts", BURGLARY, "--points", points).exit_code == 0
    assert "lsoa=" not in points.read_text()


@pytest.mark.parametrize(
    "more",
    [("--by-area",), ("--by-area", "--measure", "police-uk-street-rows")],
    ids=["no measure named", "a measure without an edition"],
)
def test_areas_of_an_unknown_edition_are_not_counted(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    refused = load(tmp_path, AS_OF_2011, *more)
    assert refused.exit_code == 2
    assert "edition" in refused.output or "--measure" in refused.output
