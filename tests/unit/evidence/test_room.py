"""Protects the machine from a file that does not fit: refused with a code before it is read."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.operations.measures.evidence_files import FileRefused, room

ANSWERABLE = Path(sys.executable).with_name("answerable")


def test_a_file_that_fits_is_read_and_one_that_does_not_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "available", lambda: 2_000_000_000)
    room.require_room(40_000_000, name="small.csv")
    with pytest.raises(FileRefused, match="Split it, with every series or case whole") as refused:
        room.require_room(10_000_000_000, name="large.csv")
    assert (refused.value.code, refused.value.where) == ("file_too_large", "large.csv")
    assert "10,000 MB" in refused.value.sentence
    assert "2.0 GB are free" in refused.value.sentence


def test_where_nothing_is_known_of_the_memory_nothing_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("_machine", "_group", "_own"):
        monkeypatch.setattr(room, name, lambda: None)
    assert room.available() is None
    assert room.most() is None
    room.require_room(10**12, name="x")


def test_the_limits_of_machine_group_and_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    2000 kB\n")
    (tmp_path / "group").write_text("1000000\n")
    monkeypatch.setattr(room, "_MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(room, "_CGROUP", tmp_path / "group")
    monkeypatch.setattr(room, "_own", lambda: None)
    assert room.available() == 1_000_000
    (tmp_path / "group").write_text("max\n")
    assert room.available() == 2_048_000
    monkeypatch.setattr(room, "_own", lambda: 500)
    assert (room.available(), room.most()) == (500, room.LEAST)


@pytest.mark.parametrize("command", ["chart", "judge", "impact"])
def test_a_huge_file_under_a_limit_of_the_process(tmp_path: Path, command: str) -> None:
    """10 GB on a budget of 2 GB: the file is sparse, so that the test costs nothing."""
    file = tmp_path / "huge.csv"
    with file.open("wb") as out:
        out.write(b"date,value\n")
        out.truncate(10_000_000_000)
    most = 2_000_000_000
    made = subprocess.run(
        [ANSWERABLE, command, file],
        capture_output=True,
        check=False,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
    )
    assert made.returncode == 2, made.stderr
    assert '"code": "file_too_large"' in made.stdout
