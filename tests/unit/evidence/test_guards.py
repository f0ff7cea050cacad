"""The edges of each guard's rule, by hand."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.evidence.area_guards import geography, location
from answerable.evidence.guards import (
    completeness,
    denominator,
    identity,
    recording_change,
    stale,
    vintage,
)
from answerable.evidence.series import Series, month_start
from answerable.evidence.small_numbers import small_numbers, suppressed
from answerable.evidence.spoken import Break, in_order

JAN = date(2020, 1, 1)
MONTHS = [month_start(2020 * 12 + i) for i in range(40)]


def test_completeness_holds_at_exactly_six_tenths() -> None:
    rows = dict.fromkeys(MONTHS[:13], 100) | {MONTHS[6]: 60}
    assert completeness(body="A", rows=rows, held=list(rows)).level == "ok"
    rows[MONTHS[6]] = 59
    assert completeness(body="A", rows=rows, held=list(rows)).periods == (MONTHS[6],)


def test_completeness_compares_with_near_months_when_there_are_enough() -> None:
    """Far months of 1,000 would stop the last months of 100; near ones do not."""
    rows = dict.fromkeys(MONTHS[:15], 1000) | dict.fromkeys(MONTHS[27:40], 100)
    assert completeness(body="A", rows=rows, held=list(rows)).level == "ok"


def test_completeness_of_a_single_month_has_nothing_to_compare() -> None:
    assert completeness(body="A", rows={JAN: 1}, held=[JAN]).level == "ok"
    assert completeness(body="A", rows={}, held=[JAN]).periods == (JAN,)


def test_vintage_of_nothing_is_ok() -> None:
    assert vintage(attribute="x", released={}).level == "ok"


def test_identity_of_a_true_key() -> None:
    assert identity(counted_by="Reference", rows=5, blank=0, repeated=0).level == "ok"
    assert identity(counted_by="Reference", rows=5, blank=1, repeated=0).level == "stop"
    assert identity(counted_by="Reference", rows=5, blank=0, repeated=2).level == "stop"


def test_geography_holds_at_exactly_99_in_100() -> None:
    held = {JAN: {"a": 99, "b": 1}, date(2020, 2, 1): {"": 4}}
    assert geography(codes=held, edition={"a"}, name="x").level == "ok"
    assert geography(codes={JAN: {"a": 98, "b": 1}}, edition={"a"}, name="x").level == "stop"


def test_location_holds_at_exactly_5_in_100() -> None:
    assert location(rows=100, without=5).level == "ok"
    assert location(rows=100, without=6).level == "stop"
    assert location(rows=0, without=0).level == "ok"


@pytest.mark.parametrize(
    ("on", "level"),
    [(date(2019, 6, 1), "ok"), (JAN, "ok"), (date(2020, 2, 1), "stop"), (date(2021, 6, 1), "ok")],
)
def test_a_break_stops_only_what_crosses_it(on: date, level: str) -> None:
    series = Series.monthly(JAN, [10.0] * 12)
    said = recording_change(series=series, breaks=[Break(on, "definition", "New form.")])
    assert said.level == level


def test_an_undeclared_step_needs_twelve_each_side() -> None:
    fell = Series.monthly(JAN, [100.0] * 12 + [60.0] * 12)
    assert recording_change(series=fell, breaks=[]).code == "undeclared_step"
    short = Series.monthly(JAN, [100.0] * 12 + [60.0] * 11)
    assert recording_change(series=short, breaks=[]).level == "ok"
    to_nothing = Series.monthly(JAN, [100.0] * 12 + [0.0] * 12)
    assert "0.00 times" in recording_change(series=to_nothing, breaks=[]).sentence
    from_nothing = Series.monthly(JAN, [0.0] * 24)
    assert recording_change(series=from_nothing, breaks=[]).level == "ok"
    assert recording_change(series=Series.monthly(JAN, [None]), breaks=[]).level == "ok"


def test_denominator() -> None:
    assert denominator(period=date(2020, 1, 1), population_year=2018).level == "ok"
    assert denominator(period=date(2021, 1, 1), population_year=2018).level == "warn"


@pytest.mark.parametrize(
    ("on", "level"),
    [(date(2026, 5, 1), "ok"), (date(2026, 5, 2), "warn"), (date(2026, 7, 1), "warn")],
)
def test_stale_is_twice_the_grain_plus_the_lag(on: date, level: str) -> None:
    """Months: 2 x 1 + 2 = 4 months after 1 January."""
    said = stale(newest_end=date(2026, 1, 1), grain="month", usual_lag_months=2, on=on)
    assert said.level == level


def test_guards_speak_in_their_order_and_only_when_they_have_something_to_say() -> None:
    spoken = [
        stale(newest_end=date(2020, 1, 1), grain="year", usual_lag_months=0, on=date(2025, 1, 1)),
        location(rows=10, without=0),
        completeness(body="A", rows={}, held=[JAN]),
    ]
    assert [word.guard for word in in_order(spoken)] == ["completeness", "stale"]


@pytest.mark.parametrize(
    ("mean", "code"),
    [(5, "enough"), (4.9, "use_quarters"), (5 / 3, "use_quarters"), (1, "days_between_events")],
)
def test_small_numbers(mean: float, code: str) -> None:
    assert small_numbers(monthly_mean=mean).code == code


def test_one_small_cell_takes_others_with_it() -> None:
    assert suppressed([[3, 20, 30], [40, 50, 60]]) == ((None, None, 30), (None, None, 60))
    assert suppressed([[10, 20], [30, 0]]) == ((10, 20), (30, 0))
    assert suppressed([[3, 20, 30]]) == ((None, None, 30),)
    assert suppressed([[3], [20]]) == ((None,), (None,))


def test_where_nothing_protects_the_totals_go_too() -> None:
    assert suppressed([[1, 0], [0, 9]]) is None
    assert suppressed([[1, 1]]) is None


def fillings(row: Sequence[int], shown: Sequence[int | None]) -> list[list[int]]:
    """Rows of whole numbers that fit what is shown and the total, hidden cells at least 1."""
    hidden = [j for j, n in enumerate(shown) if n is None]
    rest = sum(row[j] for j in hidden)
    found = []
    for guess in product(range(1, rest + 1), repeat=len(hidden)):
        if sum(guess) == rest:
            trial = list(row)
            for j, value in zip(hidden, guess, strict=True):
                trial[j] = value
            found.append(trial)
    return found


@settings(deadline=None, max_examples=80)
@given(st.tuples(*[st.integers(0, 6)] * 6))
def test_no_small_count_can_be_worked_out_from_the_totals(cells: tuple[int, ...]) -> None:
    """Brute force: every hidden 1 to 4 takes at least two values over all tables that fit."""
    table = [cells[:3], cells[3:]]
    shown = suppressed(table)
    if shown is None:
        return
    columns = [a + b for a, b in zip(*table, strict=True)]
    fits = [
        trial
        for trial in product(*(fillings(table[i], shown[i]) for i in range(2)))
        if [a + b for a, b in zip(*trial, strict=True)] == columns
    ]
    for i, j in product(range(2), range(3)):
        if 1 <= table[i][j] < 5:
            assert shown[i][j] is None
            assert len({trial[i][j] for trial in fits}) > 1


def test_a_step_is_named_where_it_is_and_not_where_medians_first_move() -> None:
    draws = np.random.default_rng(8)
    values = [float(v) for v in (*draws.poisson(100, 36), *draws.poisson(60, 24))]
    word = recording_change(series=Series.monthly(date(2019, 1, 1), values), breaks=())
    assert (word.level, word.code) == ("warn", "undeclared_step")
    assert "The level around January 2022 is 0.6" in word.sentence


def test_small_numbers_that_did_not_change_step_nowhere() -> None:
    draws = np.random.default_rng(12)
    spoke = {2: 0, 8: 0}
    for mean in spoke:
        for _ in range(100):
            values = [float(v) for v in draws.poisson(mean, 60)]
            word = recording_change(series=Series.monthly(JAN, values), breaks=())
            spoke[mean] += word.code == "undeclared_step"
    assert max(spoke.values()) <= 10


def test_small_numbers_that_stop_are_still_asked_about() -> None:
    stopped = [float(v) for v in (8, 5, 7, 6, 9, 4, 8, 6, 5, 7, 9, 6)] + [0.0] * 12
    word = recording_change(series=Series.monthly(JAN, stopped), breaks=())
    assert word.code == "undeclared_step"
