"""The first things that can go wrong for a stranger: each is one sentence and exit code 2."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.cli.changing import file_bytes
from answerable.vocabulary.refusal import Refusal


def answerable(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "answerable", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
    )


def test_a_taken_port_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = answerable("serve", "--port", str(port), home=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"Port {port} is taken")
    assert ended.stdout == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("serve", "--port", "99999"), "is not a port"),
        (("case", "nobody/nothing"), "holds no case"),
        (("case", "x/y", "--valid", "2024-02-30"), "not a valid date"),
        (("read", "nothing.pdf"), "There is no file"),
        (("nonsense",), "No such command"),
        (("verify", "--nonsense"), "No such option"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(
    tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    ended = answerable(*words, home=tmp_path)
    assert ended.returncode == 2, ended.stderr
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(40), b"\x81\x8d", b"PK\x03\x04x"]
)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "given.docx"
    file.write_bytes(data)
    ended = answerable("read", str(file), "--format", "jsonl", home=tmp_path / "home")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    """Opening it would wait for ever for a writer."""
    pipe = tmp_path / "report.pdf"
    os.mkfifo(pipe)
    ended = answerable("read", str(pipe), "--format", "text", home=tmp_path / "home")
    assert ended.returncode == 2
    assert "is not a plain file" in ended.stderr
    assert "answerable read -" in ended.stderr
    assert not (tmp_path / "home").exists()
    with pytest.raises(Refusal, match="is not a plain file"):
        file_bytes(pipe)


def test_too_old_a_python_is_told_what_to_do(tmp_path: Path) -> None:
    """The set-up asks the Python it is given before it makes anything."""
    old = tmp_path / "python-old"
    old.write_text("#!/bin/sh\n[ \"$1\" = -V ] && echo 'Python 3.9.2' && exit 0\nexit 1\n")
    old.chmod(0o755)
    root = Path(__file__).parents[2]
    for name in ("Makefile", "pyproject.toml", "package.json", "package-lock.json", ".npmrc"):
        (tmp_path / name).write_bytes((root / name).read_bytes())
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("")
    ended = subprocess.run(
        ["make", "-C", str(tmp_path), ".venv/ready", f"PYTHON={old}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode != 0
    assert "Answerable needs Python 3.11 or newer" in ended.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_link_of_a_command_names_the_port_that_is_served(tmp_path: Path) -> None:
    """Protects whoever is invited from a link to a port where nobody answers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANSWERABLE_HOME", str(tmp_path))
        patch.delenv("ANSWERABLE_SITE", raising=False)
        assert "http://127.0.0.1:8000/account/" in _invited(tmp_path)
        (tmp_path / "served-at").write_text("http://127.0.0.1:8978\n", encoding="ascii")
        assert "http://127.0.0.1:8978/account/" in _invited(tmp_path)
        patch.setenv("ANSWERABLE_SITE", "https://answerable.example.org/")
        assert "https://answerable.example.org/account/" in _invited(tmp_path)


def _invited(home: Path) -> str:
    office = ("--office", "anyshire-pcc/governance-officer", "--role", "governance-officer")
    ended = answerable("account", "invite", "new.officer", *office, home=home)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
