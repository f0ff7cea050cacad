"""`glossary.md`: the field's own words, from `docs/glossary.toml`."""

import tomllib
from pathlib import Path
from typing import Any

from docs.making.markdown import page, table

SOURCE = Path(__file__).parents[1] / "glossary.toml"


def groups() -> list[dict[str, Any]]:
    """Each group of terms: `title`, and `term`, a list of `word` and `means`."""
    found: list[dict[str, Any]] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["group"]
    return found


def make() -> str:
    """The page."""
    return page(
        "Glossary",
        "The words of the field, as this project uses them in code, on pages and in these "
        "guides. Where a term has a legal meaning, the law decides, not this page.",
        *(
            f"## {group['title']}\n\n"
            + table(("Word", "Meaning"), ((f"**{t['word']}**", t["means"]) for t in group["term"]))
            for group in groups()
        ),
        source="`docs/glossary.toml`",
    )
