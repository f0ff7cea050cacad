"""Protects the order of the checks, and that one which cannot decide says so."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from answerable.evidence import guards
from answerable.evidence.before_chart import Held, before_the_chart, of_the_figures
from answerable.evidence.series import Series, month_start
from answerable.evidence.spoken import ORDER
from answerable.evidence.steps import steps
from answerable.vocabulary.measures import Vintage
from tests.unit.observations.making import measure, row

STATED = {"counted_by": "rows", "changes_later": "", "areas": "none"}
AREAS = {"key": "lsoa", "edition": "the areas of 2011", "codes": ["E01000001-E01000009"]}
ON = date(2026, 2, 1)


def months(count: int = 24, *, value: float = 50.0, released: date | None = None) -> list[Any]:
    """Figures of so many months to December 2025."""
    first = 2026 * 12 - count
    return [
        row(month_start(first + i).isoformat(), value, Vintage("first", released))
        for i in range(count)
    ]


def held(rows: list[Any] | None = None, *, checks: dict[str, Any] = STATED, **more: Any) -> Held:
    changed = {k: v for k, v in more.items() if k not in ("files", "months", "areas")}
    made = measure(checks=checks, **changed)
    others = {k: v for k, v in more.items() if k in ("files", "months", "areas")}
    found = months() if rows is None else rows
    return Held(measure=made, body="anyshire-police", name="Anyshire Police", rows=found, **others)


def said(case: Held) -> list[tuple[str, str, str]]:
    return [(w.guard, w.level, w.code) for w in before_the_chart(case, on=ON)[1]]


def test_nothing_is_said_where_everything_is_stated_and_in_order() -> None:
    series, spoken = before_the_chart(held(), on=ON)
    assert spoken == ()
    assert None not in series.values


def test_what_the_file_does_not_state_is_told_as_unknown_in_the_order_of_checks() -> None:
    unknown = [(g, "warn", "unknown") for g in ("vintage", "identity", "geography")]
    assert said(held(checks={})) == unknown
    rate = {"kind": "rate", "denominator": "people", "per": 1000}
    assert said(held(checks={}, **rate)) == [*unknown, ("denominator", "warn", "unknown")]
    for word in before_the_chart(held(checks={}), on=ON)[1]:
        assert word.sentence.startswith("The file of this measure does not say")


def test_an_attribute_that_changes_later_is_charted_at_equal_age_only() -> None:
    checks = STATED | {"changes_later": "Last outcome category"}
    one_release = held(months(released=date(2026, 1, 20)), checks=checks)
    series, spoken = before_the_chart(one_release, on=ON)
    assert (spoken[0].guard, spoken[0].level, spoken[0].code) == ("vintage", "stop", "unequal_age")
    assert "ages from 1 to 24 months" in spoken[0].sentence
    assert set(series.values) == {None}
    assert said(held(months(), checks=checks))[0] == ("vintage", "stop", "age_unknown")
    each = [replace(r, vintage=Vintage(f"r{i}", r.period_end)) for i, r in enumerate(months())]
    assert said(held(each, checks=checks)) == [("vintage", "warn", "mixed_releases")]


def test_provisional_figures_are_said_and_kept() -> None:
    rows = months()
    rows[-1] = replace(rows[-1], flag="estimated")
    series, spoken = before_the_chart(held(rows), on=ON)
    assert [w.code for w in spoken] == ["provisional"]
    assert "1 of 24 figures" in spoken[0].sentence
    assert None not in series.values


def test_a_count_by_crime_id_is_not_charted() -> None:
    series, spoken = before_the_chart(held(checks=STATED | {"counted_by": "Crime ID"}), on=ON)
    assert (spoken[0].level, spoken[0].code) == ("stop", "not_a_key")
    assert set(series.values) == {None}
    other = held(checks=STATED | {"counted_by": "Reference"})
    assert said(other) == [("identity", "warn", "unknown")]
    assert said(held(checks=STATED | {"counted_by": "publisher"})) == []


def test_small_areas_of_another_edition_or_without_a_place_leave_the_whole_body_alone() -> None:
    checks = STATED | {"areas": AREAS}
    newest = date(2025, 12, 1)
    placed = {date(2025, 11, 1): {"E01000001": 50.0}, newest: {"E01000002": 10.0, "E01033768": 30}}
    series, spoken = before_the_chart(held(checks=checks, areas=placed), on=ON)
    assert [(w.guard, w.level, w.code) for w in spoken] == [
        ("geography", "stop", "other_edition"),
        ("location", "stop", "unlocated"),
    ]
    assert "the areas of 2011" in spoken[0].sentence
    assert "10.0 % of 100 rows" in spoken[1].sentence
    assert None not in series.values
    assert said(held(checks=checks)) == []


def test_a_stopped_period_is_missing_to_every_later_check() -> None:
    """December is a gap: the newest figure is then of November, and nothing steps."""
    rows = months()
    files = {r.period_start: 1000 for r in rows} | {rows[-1].period_start: 10}
    case = held(rows, files=files, months=tuple(files))
    assert [g for g, _, _ in said(case)] == ["completeness"]
    later = before_the_chart(case, on=date(2026, 4, 2))[1]
    assert [w.guard for w in later] == ["completeness", "stale"]
    assert "ended on 30 November 2025" in later[1].sentence
    assert of_the_figures(case)[0].values[-1] is None


def test_a_month_that_others_sent_is_missing_only_after_the_first_file_of_the_body() -> None:
    rows = months(13)
    files = {r.period_start: 1000 for r in rows if r.period_start != date(2025, 6, 1)}
    sent = (date(2020, 1, 1), *(r.period_start for r in rows))
    word = before_the_chart(held(rows, files=files, months=sent), on=ON)[1][0]
    assert word.periods == (date(2025, 6, 1),)
    assert word.sentence.startswith("Anyshire Police: 1 month had no file")


@pytest.mark.parametrize(("year", "spoken"), [(2024, []), (2020, ["old_population"])])
def test_a_population_of_long_before_is_said(year: int, spoken: list[str]) -> None:
    rate = {"kind": "rate", "denominator": "people", "per": 1000}
    checks = STATED | {"population_year": year}
    assert [code for _, _, code in said(held(checks=checks, **rate))] == spoken


def test_the_order_is_that_of_the_checks_whatever_each_says() -> None:
    checks = {"counted_by": "Reference", "areas": AREAS}
    rows = months(36)
    rows[17:] = [replace(r, value=90.0) for r in rows[17:]]
    files = {r.period_start: 1000 for r in rows} | {rows[0].period_start: 10}
    placed = {rows[-1].period_start: {"E01033768": 40.0}}
    case = held(rows, checks=checks, files=files, months=tuple(files), areas=placed)
    spoken = before_the_chart(case, on=date(2030, 1, 1))[1]
    assert [ORDER.index(w.guard) for w in spoken] == [0, 1, 2, 3, 4, 5, 8]


def test_nothing_held_is_nothing_said() -> None:
    assert before_the_chart(held([]), on=ON) == (Series((), ()), ())


def test_the_fast_look_for_a_step_agrees_with_the_check() -> None:
    draws = np.random.default_rng(6)
    found = set()
    for _ in range(60):
        size = int(draws.integers(20, 40))
        values = draws.poisson(20, size).astype(float)
        values[size // 2 :] *= draws.choice([0.0, 0.6, 1.0, 1.6])
        if draws.random() < 0.2:
            values[: size // 2] = 0.0
        one = guards.recording_change(series=Series.monthly(ON, list(values)), breaks=[])
        assert steps(values) is (one.code == "undeclared_step")
        found.add(one.code)
    assert found == {"no_step", "undeclared_step"}
