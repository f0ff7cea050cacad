"""Clocks of other kinds than the 56 days, their words, and the periods shown beside them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.clocks import about_months, last_day, window
from answerable.vocabulary.regime_keys import RegimeRefused
from answerable.vocabulary.regimes import Clock, PreElection, Regime

POLICE = catalogue.regimes()["police-england-wales"]
CLOCK = POLICE.clock("comments-on-report")


def with_clock(**change: object) -> Regime:
    return replace(POLICE, clocks=(replace(CLOCK, **change),))  # type: ignore[arg-type]  # test data


@pytest.mark.parametrize(
    ("clock", "starts", "last"),
    [
        (replace(CLOCK, counts_first_day=False, length=28), "2024-02-29", "2024-03-28"),
        (
            replace(CLOCK, unit="months", length=2, counts_first_day=False),
            "2023-12-31",
            "2024-02-29",
        ),
        (replace(CLOCK, unit="months", length=1), "2024-05-14", "2024-06-13"),
        (replace(CLOCK, unit="working-days", length=3), "2024-12-24", "2024-12-30"),
        (
            replace(CLOCK, unit="working-days", length=3, counts_first_day=False),
            "2024-12-24",
            "2024-12-31",
        ),
    ],
)
def test_other_units_and_a_first_day_that_does_not_count(
    clock: Clock, starts: str, last: str
) -> None:
    found = last_day(clock=clock, starts=date.fromisoformat(starts), holidays=POLICE.holidays)
    assert found == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("on", "state", "sentence"),
    [
        ("2026-10-12", "not started", "56 days left: reply due 7 December 2026"),
        ("2026-12-06", "running", "1 day left: reply due 7 December 2026"),
        ("2026-12-07", "running", "The last day is today: reply due 7 December 2026"),
        ("2026-12-08", "ended", "The 56-day period ended on 7 December 2026."),
    ],
)
def test_the_words_of_a_window(on: str, state: str, sentence: str) -> None:
    found = window(regime=POLICE, clock=CLOCK.id, starts=date(2026, 10, 13))
    day = date.fromisoformat(on)
    assert found.state(day) == state
    assert found.sentence(day).startswith(sentence)


@pytest.mark.parametrize("on", ["2026-10-12", "2026-11-23", "2026-12-07"])
def test_a_page_that_is_read_later_names_days_and_counts_none(on: str) -> None:
    found = window(regime=POLICE, clock=CLOCK.id, starts=date(2026, 10, 13))
    assert found.dated(date.fromisoformat(on)) == (
        "Reply due 7 December 2026 (day 56; published 13 October 2026 is day 1)."
    )
    ended = date(2026, 12, 8)
    assert found.dated(ended) == found.sentence(ended)


def test_a_clock_whose_first_day_does_not_count_says_so() -> None:
    regime = with_clock(counts_first_day=False, starts_on="meeting", unit="months", length=1)
    found = window(regime=regime, clock=CLOCK.id, starts=date(2026, 10, 13))
    assert found.day_number(date(2026, 10, 14)) == 1
    assert found.sentence(date(2026, 11, 1)) == (
        "12 days left: reply due 13 November 2026 (session of 13 October 2026 is not counted)."
    )
    assert found.sentence(date(2027, 1, 1)).startswith("The 1-month period")


ELECTION = PreElection(
    "Election", date(2024, 6, 1), date(2024, 7, 4), "all", "https://example.org"
)


@pytest.mark.parametrize(
    ("period", "applies_to", "shown"),
    [
        (ELECTION, "", True),
        (ELECTION, "police", True),
        (replace(ELECTION, applies_to="councils"), "police", False),
        (replace(ELECTION, applies_to="police"), "police", True),
        (replace(ELECTION, begins=date(2024, 7, 8), ends=date(2024, 7, 9)), "", True),
        (replace(ELECTION, begins=date(2024, 7, 9), ends=date(2024, 7, 9)), "", False),
        (replace(ELECTION, begins=date(2024, 5, 1), ends=date(2024, 5, 14)), "", True),
        (replace(ELECTION, begins=date(2024, 5, 1), ends=date(2024, 5, 13)), "", False),
    ],
)
def test_a_pre_election_period_stands_beside_a_window_it_shares_a_day_with(
    period: PreElection, applies_to: str, shown: bool
) -> None:
    regime = replace(POLICE, pre_election=(period,))
    found = window(regime=regime, clock=CLOCK.id, starts=date(2024, 5, 14), applies_to=applies_to)
    assert bool(found.beside) is shown
    assert found.last_day == date(2024, 7, 8), "it never moves the last day"


def test_the_shipped_regime_has_no_pre_election_period_without_a_source() -> None:
    assert all(
        period.source for regime in catalogue.regimes().values() for period in regime.pre_election
    )
    found = window(regime=POLICE, clock=CLOCK.id, starts=date(2024, 5, 14))
    assert found.beside == ("General election of 4 July 2024: 25 May 2024 to 4 July 2024",)
    assert window(regime=POLICE, clock=CLOCK.id, starts=date(2025, 5, 14)).beside == ()


def test_a_first_day_that_no_guidance_held_gives_is_said_to_be_open_and_never_made_up() -> None:
    (beside,) = window(regime=POLICE, clock=CLOCK.id, starts=date(2026, 3, 2)).beside
    assert beside.endswith("7 May 2026: its first day is to be confirmed")
    assert window(regime=POLICE, clock=CLOCK.id, starts=date(2026, 5, 8)).beside == ()
    early = date(2026, 3, 26) - timedelta(days=57)  # its last day is before any lead that we hold
    assert window(regime=POLICE, clock=CLOCK.id, starts=early).beside == ()


def test_what_is_invented_stands_beside_the_invented_body_alone() -> None:
    given: dict[str, Any] = {"regime": POLICE, "clock": CLOCK.id, "starts": date(2026, 10, 13)}
    (beside,) = window(**given, applies_to="anyshire-police").beside
    assert beside.endswith("(invented): 9 November 2026 to 3 December 2026")
    for other in ("", "west-mercia-police"):
        assert window(**given, applies_to=other).beside == ()


def test_months_between_months_for_sources_that_give_no_day() -> None:
    assert about_months(first=date(2023, 6, 1), last=date(2024, 5, 14)) == 11


def test_a_clock_that_the_regime_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(RegimeRefused, match="has no clock “28-days”"):
        window(regime=POLICE, clock="28-days", starts=date(2024, 5, 14))
    with pytest.raises(RegimeRefused, match="use one of: none"):
        catalogue.regimes()["generic"].duty("comments-on-report")
