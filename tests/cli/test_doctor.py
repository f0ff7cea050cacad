"""`answerable doctor`: what is in force, never a secret; exit code 1 when something is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from answerable.operations.doctor import doctor


def told(home: Path, **environment: str) -> tuple[int, dict[str, Any]]:
    ended = subprocess.run(
        [sys.executable, "-m", "answerable", "doctor", "--json"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "ANSWERABLE_HOME": str(home), **environment},
    )
    return ended.returncode, json.loads(ended.stdout)


def words(found: dict[str, Any], state: str) -> str:
    return " ".join(item["words"] for item in found["found"] if item["state"] == state)


def test_an_empty_home_is_no_fault_and_nothing_is_made(tmp_path: Path) -> None:
    code, found = told(tmp_path / "none")
    assert code == 0, found
    assert "does not exist yet" in words(found, "note")
    assert not (tmp_path / "none").exists()


def test_a_site_for_others_without_a_key_is_a_fault(tmp_path: Path) -> None:
    code, found = told(tmp_path, ANSWERABLE_HOSTS="answerable.example")
    assert code == 1
    assert "ANSWERABLE_SECRET_KEY" in words(found, "wrong")


def test_no_secret_is_ever_told(tmp_path: Path) -> None:
    secrets = {
        "ANSWERABLE_SECRET_KEY": "zephyrine-key",
        "ANSWERABLE_SMTP_PASSWORD": "zephyrine-mail",
        "ANSWERABLE_BOOK": "postgresql://clerk:zephyrine-book@127.0.0.1:1/record",
    }
    _, found = told(tmp_path / "none", **secrets)
    assert "zephyrine" not in json.dumps(found)
    assert "postgresql://clerk@127.0.0.1:1/record" in json.dumps(found)


def test_a_key_that_others_can_read_is_a_fault_with_its_remedy(home: Path) -> None:
    key = home / "secret-key"
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_text("x", encoding="utf-8")
    key.chmod(0o644)
    wrong = [item.words for item in doctor().found if item.state == "wrong"]
    assert f"Others can read {key}. Run: chmod 600 {key}" in wrong
    key.chmod(0o600)
    assert doctor().holds
