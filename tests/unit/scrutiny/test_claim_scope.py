"""What a sentence says of its own scope: period, bound, “never”, a change; nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest

from answerable.scrutiny.claims.claim_scope import Scope, checkable

ON = date(2024, 6, 14)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("in March 2023", date(2023, 3, 1), date(2023, 3, 31)),
        ("on 14 May 2024", date(2024, 5, 14), date(2024, 5, 14)),
        ("since 2018", date(2018, 1, 1), ON),
        ("after March 2023", date(2023, 4, 1), ON),
        ("before July 2024", date.min, date(2024, 6, 30)),
        ("until autumn 2023", date.min, date(2023, 11, 30)),
        ("between 2019 and 2024", date(2019, 1, 1), date(2024, 12, 31)),
        ("from March 2019 to May 2020", date(2019, 3, 1), date(2020, 5, 31)),
        ("in 2022/23", date(2022, 4, 1), date(2023, 3, 31)),
        ("in the last two years", date(2022, 6, 15), ON),
        ("last year", date(2023, 6, 15), ON),
        ("so far this year", date(2024, 1, 1), ON),
        ("on 31 June 2024", date(2024, 6, 30), date(2024, 6, 30)),
    ],
)
def test_a_period_is_read_up_to_the_day_of_the_text(
    sentence: str, first: date, last: date
) -> None:
    period = Scope(sentence, ON).period
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize("sentence", ["we met", "after 2030", "between 2024 and 2019", "2024/26"])
def test_no_period_is_none(sentence: str) -> None:
    assert Scope(sentence, ON).period is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Robbery is down 10%.", "down 10 %"),
        ("Burglary rose by 3.5 per cent.", "up 3.5 %"),
        ("Theft halved.", "down 50 %"),
        ("Theft doubled.", "up 100 %"),
    ],
)
def test_a_change_has_a_size_and_a_direction(sentence: str, words: str) -> None:
    change = Scope(sentence, ON).change
    assert change is not None
    assert change.words == words


@pytest.mark.parametrize("sentence", ["Outcomes rose to 13.3%.", "10% up or down", "10% of it"])
def test_a_level_or_an_unclear_direction_is_no_change(sentence: str) -> None:
    scope = Scope(sentence, ON)
    assert scope.change is None
    assert scope.percent in (Decimal("13.3"), Decimal(10))


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("four sessions", "exactly"),
        ("at least four", "at least"),
        ("more than 20 sessions", "more than"),
        ("over the past two years", "exactly"),
        ("over £5", "more than"),
        ("up to four", "at most"),
        ("fewer than 5", "fewer than"),
        ("about £15m", "about"),
    ],
)
def test_how_a_number_is_meant(sentence: str, bound: str) -> None:
    assert Scope(sentence, ON).bound == bound


def test_wholes_are_told_apart() -> None:
    assert Scope("We have never met.", ON).never
    assert Scope("No session was held.", ON).none
    assert Scope("All of the recommendations are closed.", ON).every
    assert not Scope("None of the actions is done.", ON).every
    assert Scope("It was the first session.", ON).first
    assert checkable("It was closed.")
    assert not checkable("We are proud of them.")


def test_a_long_sentence_costs_time_in_its_length_alone() -> None:
    text = "since in the last " * 20_000
    assert Scope(text, ON).period is None
