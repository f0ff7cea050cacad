"""Protects that an archive of any size is read row by row; one torn file stops no other."""

import tracemalloc
import zipfile
from pathlib import Path

import pytest

from answerable.store.observations import police_uk, street_files
from answerable.store.observations.load import Loaded, police_uk_archive
from answerable.store.observations.loaded import digest_of_file, sha256_of
from tests.unit.observations.making import FIRST, street_file, street_zip

BODIES = {"anyshire": "anyshire-police"}
GOOD = {"2025-02-anyshire": street_file("Drugs", month="2025-02")}


def load(path: Path, told: list[str] | None = None) -> Loaded:
    heard: list[str] = [] if told is None else told
    return police_uk_archive(path=path, release=FIRST, bodies=BODIES, told=heard.append)


def test_a_large_file_takes_little_memory_and_gives_its_own_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(street_files, "PIECE", 1 << 14)
    content = street_file(*["Drugs"] * 30_000)
    path = tmp_path / "2025-01" / "2025-01-anyshire-street.csv"
    path.parent.mkdir()
    path.write_bytes(content)
    tracemalloc.start()
    found = load(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert max(row.value or 0 for row in found.rows) == 30_000
    assert {row.source_sha256 for row in found.rows} == {sha256_of(content), digest_of_file(path)}
    assert most < len(content) / 2


def test_who_waits_hears_which_file_of_how_many_is_read(tmp_path: Path) -> None:
    told: list[str] = []
    load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": street_file("Drugs"), **GOOD}), told)
    assert told == [
        "File 1 of 2: 2025-01-anyshire-street.csv",
        "File 2 of 2: 2025-02-anyshire-street.csv",
    ]


def test_a_torn_file_is_set_aside_and_the_others_are_counted(tmp_path: Path) -> None:
    bad = street_file(*["Burglary"] * 50)
    whole = street_zip(tmp_path / "a.zip", {"2025-01-anyshire": bad, **GOOD})
    torn = whole.read_bytes().replace(b"Burglary", b"Burglery", 1)
    (tmp_path / "torn.zip").write_bytes(torn)
    found = load(tmp_path / "torn.zip")
    assert {row.period_start.month for row in found.rows} == {2}
    assert [reject.file for reject in found.rejects] == ["2025-01-anyshire-street.csv"]
    assert found.rejects[0].reason.startswith("cannot be unpacked")


def test_a_locked_or_unknown_file_of_an_archive_is_set_aside(tmp_path: Path) -> None:
    path = street_zip(tmp_path / "a.zip", {"2025-01-anyshire": street_file("Drugs"), **GOOD})
    with zipfile.ZipFile(path) as archive:
        at = archive.infolist()[0].header_offset
    locked = bytearray(path.read_bytes())
    directory = locked.index(b"PK\x01\x02")
    locked[at + 6] |= 1
    locked[directory + 8] |= 1
    path.write_bytes(locked)
    found = load(path)
    assert {row.period_start.month for row in found.rows} == {2}
    assert [reject.file for reject in found.rejects] == ["2025-01-anyshire-street.csv"]


def test_a_file_of_which_much_cannot_be_read_is_no_small_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(police_uk, "MOST_BAD_ROWS", 3)
    content = street_file("Drugs", "Drugs") + b"short,row\n" * 4
    found = load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": content, **GOOD}))
    assert {row.period_start.month for row in found.rows} == {2}
    assert [reject.reason for reject in found.rejects] == [police_uk.TOO_MANY_BAD]


def test_no_more_is_read_of_a_file_larger_than_any_street_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(street_files, "LARGEST_FILE", 400)
    content = street_file(*["Drugs"] * 50)
    found = load(street_zip(tmp_path / "a.zip", {"2025-01-anyshire": content, **GOOD}))
    assert {row.period_start.month for row in found.rows} == {2}
    assert [reject.file for reject in found.rejects] == ["2025-01-anyshire-street.csv"]
