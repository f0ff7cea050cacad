"""Protects the reading of the street-level archive, on small archives and on real files."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from answerable.store.observations.engine import Added, Observations
from answerable.store.observations.load import LoadRefused, police_uk_archive
from answerable.store.observations.police_uk import COLUMNS, TOTAL
from answerable.vocabulary.measures import Vintage
from tests import shared
from tests.unit.observations.making import FIRST, street_file, street_zip

BODIES = {"anyshire": "anyshire-police", "grantham-vale": "grantham-vale-police"}
BURGLARY = "police-uk-burglary"


def load(path: Path):  # type: ignore[no-untyped-def]  # a Loaded
    return police_uk_archive(path=path, release=FIRST, bodies=BODIES)


def test_zip_and_folder_give_the_same_counts(tmp_path: Path) -> None:
    files = {
        "2025-01-anyshire": street_file("Burglary", "Burglary", "Drugs"),
        "2025-02-grantham-vale": street_file("Robbery", month="2025-02"),
    }
    archive = street_zip(tmp_path / "a.zip", files)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "folder")
    found = load(archive)
    assert found == load(tmp_path / "folder")
    assert found.rejects == ()
    values = {(r.measure_id, r.body_id, r.period_start.month): r.value for r in found.rows}
    assert values[TOTAL, "anyshire-police", 1] == 3
    assert values[BURGLARY, "anyshire-police", 1] == 2
    assert values[BURGLARY, "grantham-vale-police", 2] == 0


def test_a_missing_file_is_a_missing_month_and_never_zero(tmp_path: Path) -> None:
    files = {
        f"2025-{month}-anyshire": street_file("Drugs", month=f"2025-{month}")
        for month in ("01", "03")
    }
    found = load(street_zip(tmp_path / "a.zip", files))
    assert {r.period_start for r in found.rows} == {date(2025, 1, 1), date(2025, 3, 1)}


def test_a_file_without_rows_is_a_missing_month_and_never_zero(tmp_path: Path) -> None:
    found = load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": street_file()}))
    assert found.rows == ()
    assert found.rejects[0].reason == "no rows: a missing month, never zero"


def test_the_body_is_that_of_the_file_name(tmp_path: Path) -> None:
    files = {"2025-01-btp": street_file("Drugs"), "2025-01-anyshire": street_file("Drugs")}
    found = load(street_zip(tmp_path / "a.zip", files))
    assert {r.body_id for r in found.rows} == {"anyshire-police"}
    assert [(r.text, r.file) for r in found.rejects] == [("btp", "2025-01-btp-street.csv")]


def test_bad_rows_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    content = street_file("Drugs") + b"short,row\n" + street_file("Drugs", month="2024-01")
    content = content.replace(",".join(COLUMNS).encode() + b"\r\n", b"", 2)
    content = street_file().strip() + b"\r\n" + content
    found = load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": content}))
    assert {r.measure_id: r.value for r in found.rows}[TOTAL] == 1
    assert [(r.source_row, r.column) for r in found.rejects] == [(3, ""), (4, "Month")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (street_file("Burglary", "Burglaries"), "unknown type"),
        (street_file("Burglary", columns=COLUMNS[:-1]), "not the 12 columns"),
        (b"\xff\xfe", "not a CSV file"),
    ],
)
def test_a_file_of_another_shape_is_set_aside_whole(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    found = load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": content}))
    assert found.rows == ()
    assert found.rejects[-1].reason.startswith(reason)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    for path, code in (
        (tmp_path / "a.zip", "not_an_archive"),
        (tmp_path / "none.zip", "not_an_archive"),
        (tmp_path, "no_street_files"),
    ):
        with pytest.raises(LoadRefused) as refused:
            load(path)
        assert refused.value.code == code


def test_an_archive_loaded_twice_adds_nothing(tmp_path: Path) -> None:
    archive = street_zip(tmp_path / "a.zip", {"2025-01-anyshire": street_file("Drugs")})
    observations = Observations(tmp_path / "held")
    assert observations.add(load(archive).rows, FIRST) == Added(written=15, repeated=0)
    assert observations.add(load(archive).rows, FIRST) == Added(written=0, repeated=15)


def test_the_real_archive_gives_the_counts_of_a_plain_count() -> None:
    path = shared.data("police_uk_raw_2025-11_2025-12_8_forces.zip")
    plain: dict[tuple[str, str, str], int] = {}
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            month, force = entry[8:15], entry[16:].removesuffix("-street.csv")
            text = io.TextIOWrapper(archive.open(entry), "utf-8", newline="")
            for cells in csv.DictReader(text):
                key = (force, month, cells["Crime type"])
                plain[key] = plain.get(key, 0) + 1
    forces = {force for force, _, _ in plain}
    release = Vintage("real")
    found = police_uk_archive(path=path, release=release, bodies={f: f for f in forces})
    assert found.rejects == ()
    values = {(r.body_id, f"{r.period_start:%Y-%m}", r.measure_id): r.value for r in found.rows}
    assert len(values) == 16 * 15
    for (force, month, kind), count in plain.items():
        assert values[force, month, "police-uk-" + kind.lower().replace(" ", "-")] == count
    assert sum(v for (_, _, m), v in values.items() if m == TOTAL) == sum(plain.values())
