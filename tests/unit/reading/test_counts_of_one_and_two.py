"""One thing, a couple of things, two or more: what a small number counts, and what it does not."""

import pytest
from tests.unit.reading.making import reading_of


def _counts(words: str) -> list[tuple[str, object, object]]:
    lines = reading_of(words, kind="minutes").lines()
    return [
        (one["quote"]["exact"], one["fields"]["n"], one["fields"]["approximate"])
        for one in lines
        if one["kind"] == "count"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Also there: 1 member of the public.", ("1 member of the public", 1, False)),
        ("One member of staff had left.", ("One member of staff", 1, False)),
        ("He spent a couple of hours in the store.", ("a couple of hours", 2, True)),
        ("It affects two or more wards.", ("two or more wards", 2, False)),
        ("There was 1 complaint.", ("1 complaint", 1, False)),
    ],
)
def test_a_small_number_counts_its_thing(words: str, found: tuple[str, object, object]) -> None:
    assert _counts(words) == [found]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("One resident complained four times.", ["four times"]),
        ("Members spoke of One Planet developments.", []),
        ("One couple of that name lives there.", []),
        ("Two or three members spoke.", ["Two", "three members"]),
    ],
)
def test_one_counts_no_later_thing(words: str, counted: list[str]) -> None:
    assert [exact for exact, _, _ in _counts(words)] == counted
