"""A news article end to end: grade, counts, promises, speaker, and a caption left alone."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.corpus import reading
from tests.shared import SHARED

OURS = """Commissioner Owen Tarrant said he was shocked at the grading of Marlshire Police's \
response to rural crime as inadequate by HMICFRS.

It follows an inspection carried out in 2030.

Commissioner Owen Tarrant said: "Gangs target the weakest people in our villages.

Marl Gazette: PCO 1234 is described as a 'tireless officer' who helps 14 schools

"The harm is felt by whole villages."

Over the past six years Mr Tarrant has pressed the force on rural crime.

He held 16 formal sessions with three different chief constables.

Significant money has been found for the rural team.

Mr Tarrant added: "Eleven months on, I am reassured that Marlshire Police has been making \
progress, with the creation of an improvement plan.

"Progress will be the subject of close scrutiny."
"""


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Contract lines of a text file."""
    return list(reading(path).lines())


def check(lines: list[dict[str, Any]], text: str, caption: str, speaker: str, force: str) -> None:
    """The conditions that hold for the article and for our own one like it."""
    grades = [one for one in lines if one["kind"] == "grade"]
    assert [one["fields"]["value"] for one in grades] == ["inadequate"]
    assert grades[0]["fields"]["institution"] == force
    counts = {
        (one["fields"]["n"], one["fields"]["unit"]) for one in lines if one["kind"] == "count"
    }
    assert {(16, "session"), (3, "chief constable"), (6, "year"), (11, "month")} <= counts
    said = [one for one in lines if one["kind"] in ("claim", "commitment")]
    assert any("scrutiny" in one["quote"]["exact"] for one in said if one["kind"] == "commitment")
    assert any("improvement plan" in one["quote"]["exact"] for one in said)
    assert sum(one["kind"] == "claim" and one["fields"]["n"] is None for one in said) >= 2
    by = {one["quote"]["exact"][:12]: one["fields"]["by_person"] for one in said}
    assert speaker in by.values()
    at = text.index(caption)
    start, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
    for one in lines:
        quote = one["quote"]
        if quote is not None and one["kind"] != "residue":
            assert quote["end"] <= start or quote["start"] >= end


def test_an_article_of_our_own(tmp_path: Path) -> None:
    """Protects the worked example on every machine."""
    path = tmp_path / "article.txt"
    path.write_text(OURS, encoding="utf-8")
    first = reading(path)
    check(list(first.lines()), first.text.text, "PCO 1234", "Owen Tarrant", "Marlshire Police")
    assert first.to_jsonl() == reading(path).to_jsonl()


def test_the_seed_article() -> None:
    """Protects the worked example of the design."""
    path = SHARED / "seed.txt"
    if not path.exists():
        pytest.skip("the article is not on this machine")
    first = reading(path)
    check(list(first.lines()), first.text.text, "PCO 2705", "John Campion", "West Mercia Police")
