"""The numbered items of a page of a meeting that nothing calls an agenda."""

from tests.unit.reading.making import reading_of


def _items(words: str) -> list[tuple[str, str]]:
    return [
        (one["fields"]["number"], one["fields"]["title"])
        for one in reading_of(words, kind="other").lines()
        if one["kind"] == "agenda_item"
    ]


HEAD = "Marl Fire Authority\n\n3 May 2031\n\nTime:\n\n14:00\n\n"


def test_the_items_of_a_page_that_numbers_apologies_and_minutes() -> None:
    words = f"{HEAD}01 Apologies for Absence\n\n02 Minutes\n\n03 Budget monitoring"
    assert _items(words) == [
        ("01", "Apologies for Absence"),
        ("02", "Minutes"),
        ("03", "Budget monitoring"),
    ]


def test_a_numbered_page_of_another_sort_has_none() -> None:
    assert _items(f"{HEAD}1. Scope\n\n2. Minutes of evidence\n\n3. Findings") == []
    assert _items("Our values\n\n1. Apologies cost nothing\n\n2. Welcome everybody") == []
