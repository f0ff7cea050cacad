"""`rules/*.md`: the rules of the field as tables, from the tables that the tests run."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docs.making.markdown import page, table

TABLES = Path(__file__).parents[2] / "tests" / "spec" / "tables"
TOP = ("title", "about", "source", "row")


def names() -> list[str]:
    """Every table, in the order of its name."""
    return sorted(file.stem for file in TABLES.glob("*.toml"))


def make(name: str) -> str:
    """The page of one table."""
    told = tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
    columns = list(dict.fromkeys(key for row in told["row"] for key in row))
    columns.sort(key=lambda column: column != "note")  # the note says what the row is for
    common = [f"- {_words(key)}: {_cell(value)}" for key, value in told.items() if key not in TOP]
    return page(
        told["title"],
        told["about"],
        f"Source: {told['source']}",
        ("For every row:\n\n" + "\n".join(common)) if common else "",
        table(
            [_words(column) for column in columns],
            ([_cell(row.get(column)) for column in columns] for row in told["row"]),
        ),
        "[All rules](README.md)",
        source=f"`tests/spec/tables/{name}.toml`, which the tests run row by row",
    )


def make_index() -> str:
    """The list of the tables."""
    rows = []
    for name in names():
        told = tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
        rows.append((f"[{told['title']}]({name}.md)", str(len(told["row"])), told["source"]))
    return page(
        "Rules of the field",
        "Each page is a table that the tests run row by row. To change a rule, change the row "
        "in `tests/spec/tables/` first.",
        table(("Rule", "Rows", "Source"), rows),
        source="`tests/spec/tables/`",
    )


def _words(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _fact(value) if "type" in value else "; ".join(_pairs(value.items()))
    if isinstance(value, list):
        return "<br>".join(_cell(item) for item in value)
    return str(value)


def _fact(value: Mapping[str, Any]) -> str:
    rest = [(k, v) for k, v in value.items() if k not in ("type", "on")]
    said = "; ".join(_pairs(rest))
    return f"**{value['type']}** {value.get('on', '')}{f' ({said})' if said else ''}"


def _pairs(items: Iterable[tuple[str, Any]]) -> list[str]:
    return [f"{key.replace('_', ' ')}: {_inline(value)}" for key, value in items]


def _inline(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else _cell(value)
