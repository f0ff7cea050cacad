"""The rules of the field as data: each table has a title, what it is about, its source, rows."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "tables"


def table(name: str) -> dict[str, Any]:
    """A table by its name; it must say what it is about and whose rule it is."""
    made = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    assert {"title", "about", "source", "row"} <= set(made), name
    return made


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    found = table(name)["row"]
    assert isinstance(found, list)
    return found


def named(row: dict[str, Any]) -> str:
    """A short name of a row for the list of tests."""
    return str(row.get("note") or "-".join(str(v) for v in row.values()))[:60]
