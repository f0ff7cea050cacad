"""What the check before a publication holds, and what it lets pass."""

from pathlib import Path
from typing import Any

import pytest

from answerable.operations import sensitivity
from answerable.publishing.sensitivity import check
from answerable.publishing.sensitivity.model import HeldBack, Known, Passage
from tests.spec.spec_tables import named, rows

HARMLESS = rows("sensitivity_passes")
SUBJECTS = sensitivity.subjects()
PASSAGES = Path(__file__).parent / "passages"


def held(*texts: str, known: tuple[Known, ...] = ()) -> list[str]:
    passages = [Passage(f"page {n}", text) for n, text in enumerate(texts, 1)]
    return [one.what for one in check.held(passages, subjects=SUBJECTS, known=known)]


@pytest.mark.parametrize("row", rows("sensitivity"), ids=named)
def test_a_planted_leak_is_held_with_its_reason_and_ground(row: dict[str, Any]) -> None:
    found = check.held([Passage("page", row["text"])], subjects=SUBJECTS)
    assert row["held"] in [one.what for one in found]
    assert all(one.why and one.ground and one.where.startswith("page") for one in found)


def test_a_leak_inside_a_long_page_is_held_as_well() -> None:
    page = [row["text"] for row in HARMLESS]
    for number, row in enumerate(rows("sensitivity")):
        at = number % len(page)
        text = "\n\n".join((*page[:at], row["text"], *page[at:]))
        assert row["held"] in held(text), row["text"]


@pytest.mark.parametrize("row", HARMLESS, ids=named)
def test_harmless_words_pass(row: dict[str, Any]) -> None:
    assert held(row["text"]) == []


def test_all_harmless_words_on_one_page_pass() -> None:
    assert held("\n\n".join(row["text"] for row in HARMLESS)) == []


@pytest.mark.parametrize(
    ("texts", "way"),
    [
        (("The intelligence work has 24 officers.", "Intelligence has 7 staff besides."), "sum"),
        (("Organised crime: 45 people in 2024.", "Organised crime: 14 people in 2025."), "diff"),
        (("Intelligence work: 62 posts.", "Of the intelligence work 50% is ours."), "ratio"),
    ],
)
def test_two_harmless_numbers_that_give_a_restricted_one_are_held(
    texts: tuple[str, ...], way: str
) -> None:
    known = (Known("number of analysts", 31),)
    assert all(held(text) == [] for text in texts)
    assert held(*texts) == []
    assert held(*texts, known=known) == ["two numbers that give number of analysts"], way


def test_what_was_released_passes_and_nothing_else() -> None:
    text = "The force manages 14 OCGs."
    (one,) = check.held([Passage("page", text)], subjects=SUBJECTS)
    again = [Passage("page", text), Passage("page", "The force manages 15 OCGs.")]
    left = check.held(again, subjects=SUBJECTS, released=frozenset({one.digest}))
    assert [one.words for one in left] == ["The force manages 15 OCGs."]


def test_the_refusal_says_where_and_why_and_not_the_words() -> None:
    found = check.held([Passage("Minutes, paragraph 3", "It has 11 analysts.")], subjects=SUBJECTS)
    with pytest.raises(HeldBack) as refused:
        check.require_clear(found)
    assert "Minutes, paragraph 3" in refused.value.sentence
    assert "Ground: " in refused.value.sentence
    assert "11" not in refused.value.sentence


def passages(name: str) -> list[str]:
    lines = (PASSAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


def test_leaks_of_many_kinds_are_held() -> None:
    """Numbers in words, ranges, sums, ratios, two sentences; initials, ages, streets, family."""
    leaks = passages("leaks")
    assert len(leaks) == len(set(leaks)) > 900
    assert [text for text in leaks if not held(text)] == []


def test_what_bodies_publish_every_day_passes() -> None:
    harmless = passages("harmless")
    assert len(harmless) == len(set(harmless)) > 1200
    assert [(text, found) for text in harmless if (found := held(text))] == []


def test_rows_of_logs_pass_singly_and_as_one_sheet() -> None:
    rows_of_logs = passages("harmless_rows")
    assert len(rows_of_logs) > 40
    assert [(row, found) for row in rows_of_logs if (found := held(row))] == []
    assert held("\n".join(rows_of_logs)) == []


def test_two_hundred_pages_of_harmless_paragraphs_pass() -> None:
    """Twelve paragraphs each, from all over the file; a paragraph is judged for itself."""
    harmless = passages("harmless")
    size = len(harmless)
    pages = [
        "\n\n".join(harmless[(37 * page + 31 * line) % size] for line in range(12))
        for page in range(200)
    ]
    assert [page for page in pages if held(page)] == []


def test_two_hundred_pages_of_harmless_running_text_pass() -> None:
    """Each page is twelve lines that stand together; every three neighbours are on some page."""
    harmless = passages("harmless")
    pages = [" ".join(harmless[first : first + 12]) for first in range(0, len(harmless), 3)]
    assert len(pages) >= 200
    assert [(page, held(page)) for page in pages if held(page)] == []


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("Intelligence work has twenty people.", "Six people in intelligence are ours."), 14),
        (("Intelligence: 28 posts in all.", "One half of intelligence posts are ours."), 14),
        (("On 31 March intelligence had 61.", "On 30 June intelligence had 75."), 14),
        (("Organised crime: 25 per cent are ours.", "Organised crime: 120 in all."), 30),
        (("Organised crime: 7 in the north, 7 in the south, 7 in the east.",), 21),
    ],
)
def test_numbers_in_words_shares_and_successive_dates_combine(
    texts: tuple[str, ...], number: float
) -> None:
    assert held(*texts) == []
    assert held(*texts, known=(Known("number of analysts", number),)) != []
