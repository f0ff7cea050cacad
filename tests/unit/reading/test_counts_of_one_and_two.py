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


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("Marlshire is one of six forces in the scheme.", "six forces"),
        ("Marlshire, one of the nine teams that came, was late.", "nine teams"),
        ("It was said by one of the 14 wardens.", "14 wardens"),
    ],
)
def test_one_of_several_counts_the_several(words: str, counted: str) -> None:
    assert [one[0] for one in _counts(words)] == [counted]


def test_one_of_several_that_was_done_is_counted_beside_them() -> None:
    words = "One of the nine teams was closed."
    assert [one[0] for one in _counts(words)] == ["One of the nine teams", "nine teams"]


@pytest.mark.parametrize(
    "words",
    [
        "The trust must respond to the letter within 56 days and say what is new.",
        "Each of them then must reply within 42 days in writing.",
        "An action plan would be submitted by the spring, with an interim visit within 18 months.",
        "You may appeal within 21 days.",
        "The trust must publish its answer within a period of two months.",
    ],
)
def test_the_time_in_which_to_answer_is_no_count(words: str) -> None:
    assert _counts(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Crews were at the fire within ten minutes in most cases.",
        "A supervisor read each entry within 48 hours.",
        "These complaints had no answer within ten days.",
        "The replies came after ten days.",
    ],
)
def test_how_fast_a_thing_was_done_is_a_count(words: str) -> None:
    assert len(_counts(words)) == 1


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("Nine (18%) health trusts would not answer.", "Nine (18%) health trusts"),
        ("In all 43 (60.5%) prisoners had a job.", "43 (60.5%) prisoners"),
    ],
)
def test_a_share_in_brackets_parts_no_number_from_its_thing(words: str, counted: str) -> None:
    assert [one[0] for one in _counts(words)] == [counted]


def test_a_share_in_brackets_before_no_thing_is_no_count() -> None:
    assert _counts("The rate was 9 (18%) and it rose to 12 (20%) in May.") == []
