"""The reference is made from code and data: it is fresh, repeatable, and needs no home."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from docs import generate
from tests.docs.written import REFERENCE, ROOT


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Every page as it would be made now."""
    return generate.pages()


def test_every_page_of_the_reference_is_fresh(made: dict[str, str]) -> None:
    assert generate.stale(REFERENCE, made) == [], "run `python -m docs.generate`"


def test_a_changed_a_missing_and_a_left_over_page_are_each_named(
    made: dict[str, str], tmp_path: Path
) -> None:
    generate.write(tmp_path, made)
    assert generate.stale(tmp_path, made) == []
    (tmp_path / "facts.md").write_text("# Facts\n")
    (tmp_path / "rules" / "clocks.md").unlink()
    (tmp_path / "old.md").write_text("# Old\n")
    assert generate.stale(tmp_path, made) == ["facts.md", "old.md", "rules/clocks.md"]
    generate.write(tmp_path, made)
    assert generate.stale(tmp_path, made) == []


def test_the_check_names_the_page_and_ends_with_1(
    made: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generate.write(tmp_path, made)
    assert generate.main(["--check"], folder=tmp_path) == 0
    (tmp_path / "measures.md").write_text("")
    assert generate.main(["--check"], folder=tmp_path) == 1
    assert "docs/reference/measures.md" in capsys.readouterr().out
    assert (tmp_path / "measures.md").read_text() == ""


def test_another_option_is_refused() -> None:
    assert generate.main(["--chekc"]) == 2


def test_another_process_makes_the_same_and_no_home(made: dict[str, str], tmp_path: Path) -> None:
    """Another seed of hashes and another home: the same bytes, and the home is not made."""
    home = tmp_path / "home"
    code = "import json, sys; from docs import generate; json.dump(generate.pages(), sys.stdout)"
    again = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_HOME": str(home), "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert json.loads(again.stdout) == made
    assert not home.exists()
