"""The walk of the eight tasks says what it does when it is asked, and walks only when told to."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "tasks.json"


@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("--nonsense", 2)])
def test_help_and_a_wrong_option_walk_nothing(word: str, code: int) -> None:
    before = RESULTS.read_bytes()
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.tasks", word],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
    )
    assert ended.returncode == code, ended.stderr
    assert "python -m benchmarks.tasks" in ended.stdout + ended.stderr
    assert RESULTS.read_bytes() == before
