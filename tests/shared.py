"""Real public data beside the checkout: found or the test is skipped, with the reason."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[2] / "shared"))


def data(name: str) -> Path:
    """Path of one shared data set, or skip: the data are public but not part of the project."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"needs the real data set {name}, which is not part of the repository")
    return path
