"""The notebook of the tutorial runs from top to bottom and prints what it shows."""

import warnings
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebook needs nbclient")
nbclient = pytest.importorskip("nbclient", reason="the notebook needs nbclient")

NOTEBOOK = Path(__file__).parents[2] / "docs" / "tutorials" / "evidence.ipynb"


def printed(cell) -> str:  # type: ignore[no-untyped-def]  # a cell of nbformat, untyped
    return "".join(output.get("text", "") for output in cell.get("outputs", []))


def test_the_tutorial_runs_and_prints_what_it_shows() -> None:
    kept = nbformat.read(NOTEBOOK, as_version=4)
    again = nbformat.read(NOTEBOOK, as_version=4)
    with warnings.catch_warnings():
        # The client of the kernel leaves its channels to the garbage collector.
        warnings.simplefilter("ignore")
        nbclient.NotebookClient(again, timeout=120, kernel_name="python3").execute()
    for before, after in zip(kept.cells, again.cells, strict=True):
        assert printed(after) == printed(before), before.source[:80]
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert len(code) >= 8
    assert all(printed(cell) for cell in code), "every cell shows something"
