"""`records.md`: kinds and fields of the reading contract."""

import tomllib
from pathlib import Path
from typing import Any

from answerable.reading.records import CONTRACT_VERSION, FIELDS
from docs.making.markdown import code, page, table

SOURCE = Path(__file__).parents[1] / "records.toml"


def words() -> dict[str, Any]:
    """`kind`: what each kind is and what its quote covers; `field`: what each field holds."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def make() -> str:
    """The page."""
    told = words()
    return page(
        "What the reader finds",
        f"The reading contract, version {CONTRACT_VERSION}: `answerable read FILE --format "
        "jsonl` prints one record on each line, the document first. Every "
        "record has an id, a kind, the exact words with their place in the text, and the "
        "fields of its kind. A field that the text does not state is null.",
        table(
            ("Kind", "What it is", "What the quote covers"),
            (
                (f"[{code(kind)}](#{kind})", told["kind"][kind]["is"], told["kind"][kind]["quote"])
                for kind in FIELDS
                if kind in told["kind"]
            ),
        ),
        *(
            f"## {kind}\n\n"
            + table(("Field", "What it holds"), ((code(f), field_words(kind, f)) for f in names))
            for kind, names in FIELDS.items()
        ),
        source="`src/answerable/reading/records.py` and `docs/records.toml`",
    )


def field_words(kind: str, name: str) -> str:
    """What a field holds in a kind: its own words there, else those of the name."""
    fields = words()["field"]
    return str(fields.get(f"{kind}.{name}") or fields.get(name, ""))
