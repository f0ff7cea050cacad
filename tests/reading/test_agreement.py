"""The agreement of two labellers, counted as the outside scorer counts."""

import json
from pathlib import Path

from tests.reading import agreement

WORDS = "The Board paid £40.\nThe Panel paid £7,000.\n"


def _line(exact: str, amount: str) -> str:
    start = WORDS.index(exact)
    quote = {"start": start, "end": start + len(exact), "exact": exact, "page": None}
    return json.dumps({"kind": "money", "quote": quote, "fields": {"amount": amount}})


def _folder(at: Path) -> Path:
    """Two documents; only the first has labels of a second person, one of its two."""
    head = json.dumps(
        {
            "kind": "document",
            "quote": None,
            "fields": {},
            "document": {"title": None, "published": None},
        }
    )
    (at / "second").mkdir()
    for name in ("a01", "a02"):
        (at / f"{name}.txt").write_text(WORDS, encoding="utf-8")
        rows = (head, _line("£40", "40"), _line("£7,000", "7000"))
        (at / f"{name}.gold.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (at / "second" / "a01.gold.jsonl").write_text(_line("£7,000", "7000"), encoding="utf-8")
    return at


def test_a_second_is_scored_against_the_first_and_the_reader_against_both(tmp_path: Path) -> None:
    """Protects the published agreement from counting documents that one person labelled."""
    made = agreement.table(list(agreement.twice(_folder(tmp_path))))
    (money,) = (line for line in made.splitlines() if line.startswith("| money"))
    assert made.startswith("1 documents")
    assert money == "| money | 2 | 1 | 1.00 / 0.50 | 1.00 / 1.00 | 0.50 / 1.00 |"
