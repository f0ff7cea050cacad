"""Clocks: the statutory 56 days, periods in recommendations, working days, spans of time."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.clocks import UnknownHolidays, nth_working_day, span, window, within
from tests.spec.spec_tables import named, rows, table

REGIME = catalogue.regimes()["police-england-wales"]


@pytest.mark.parametrize("row", rows("clocks"), ids=named)
def test_the_56_days_begin_with_the_day_of_publication(row: dict[str, Any]) -> None:
    running = window(regime=REGIME, clock=table("clocks")["clock"], starts=row["published"])
    assert running.last_day == row["last_day"]
    assert f"{running.last_day:%A}" == row["weekday"]
    assert running.day_number(running.last_day) == 56
    if "on" in row:
        assert running.day_number(row["on"]) == row["day"]
        assert running.days_left(row["on"]) == row["left"]


@pytest.mark.parametrize("row", rows("within"), ids=named)
def test_a_period_in_a_recommendation_is_worked_out_from_publication(row: dict[str, Any]) -> None:
    found = within(n=row["n"], unit=row["unit"], published=row["published"])
    assert found.due == row["due"]
    assert found.sum_shown.startswith("worked out: published ")


@pytest.mark.parametrize("row", rows("working_days"), ids=named)
def test_working_days_are_counted_only_where_bank_holidays_are_held(row: dict[str, Any]) -> None:
    if row.get("refused"):
        with pytest.raises(UnknownHolidays, match="not held"):
            nth_working_day(first=row["first"], n=row["n"], holidays=REGIME.holidays)
        return
    found = nth_working_day(first=row["first"], n=row["n"], holidays=REGIME.holidays)
    assert found == row["day"]


@pytest.mark.parametrize("row", rows("spans"), ids=named)
def test_time_between_two_dates_is_in_whole_months(row: dict[str, Any]) -> None:
    found = span(first=row["first"], last=row["last"])
    assert (found.words, found.months) == (row["words"], row["months"])
