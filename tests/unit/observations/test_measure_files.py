"""Protects the rule that a number is defined by one person and read by another."""

from datetime import date
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.vocabulary.measure_checks import NOTHING_STATED, AreaEdition
from answerable.vocabulary.measures import (
    Measure,
    MeasureRefused,
    ObservationRefused,
    Unit,
    Vintage,
    period_words,
)
from tests.unit.observations.making import measure, measure_file, row


def refusal_of(raw: dict[str, Any]) -> MeasureRefused:
    with pytest.raises(MeasureRefused) as refused:
        Measure.from_dict(raw)
    return refused.value


def test_a_whole_file_becomes_a_measure() -> None:
    found = measure(
        **{
            "break": [
                {"from": date(2020, 4, 1), "bodies": ["b"], "kind": "system", "note": "New."},
                {"from": date(2014, 4, 1), "bodies": ["*"], "kind": "recording", "note": "Old."},
            ]
        }
    )
    assert [item.note for item in found.breaks] == ["Old.", "New."]
    assert [item.note for item in found.breaks_for("a")] == ["Old."]
    assert len(found.breaks_for("b")) == 2
    assert found.unit == Unit("offences")
    assert found.small_numbers.suppress_below == 5


def test_a_measure_without_a_second_reader_is_refused() -> None:
    review = measure_file()["review"]
    assert refusal_of(measure_file(review=review | {"checker": " "})).code == "no_checker"
    unread = {key: value for key, value in review.items() if key != "checker"}
    assert refusal_of(measure_file(review=unread)).code == "no_checker"
    without = {key: value for key, value in measure_file().items() if key != "review"}
    assert refusal_of(without).code == "no_checker"


@pytest.mark.parametrize("checker", ["Measures editor", " measures  EDITOR "])
def test_an_author_does_not_check_their_own_measure(checker: str) -> None:
    review = measure_file()["review"] | {"checker": checker}
    refused = refusal_of(measure_file(review=review))
    assert refused.code == "checker_is_author"
    assert "thefts" in refused.sentence


@pytest.mark.parametrize(
    ("changed", "code", "key"),
    [
        ({"colour": "red"}, "unknown_key", "colour"),
        ({"kind": "sum"}, "wrong_value", "kind"),
        ({"grain": "week"}, "wrong_value", "grain"),
        ({"direction": "up"}, "wrong_value", "direction"),
        ({"title": " "}, "wrong_value", "title"),
        ({"title": 3}, "wrong_value", "title"),
        ({"cannot_show": ""}, "wrong_value", "cannot_show"),
        ({"id": "Thefts of Cars"}, "wrong_value", "id"),
        ({"per": 0}, "wrong_value", "per"),
        ({"per": True}, "wrong_value", "per"),
        ({"per": 1000}, "wrong_value", "kind"),
        ({"kind": "rate"}, "wrong_value", "denominator"),
        ({"minimum_important_change": 10}, "wrong_value", "minimum_important_change"),
        ({"usual_lag_months": -1}, "wrong_value", "usual_lag_months"),
        ({"small_numbers": 5}, "wrong_value", "small_numbers"),
        ({"small_numbers": {"suppress_below": 5}}, "missing_key", "secondary"),
        (
            {"small_numbers": {"suppress_below": 5, "secondary": 1}},
            "wrong_value",
            "secondary",
        ),
        ({"break": {}}, "wrong_value", "break"),
        ({"break": [3]}, "wrong_value", "break"),
        (
            {"break": [{"from": "2014", "bodies": ["*"], "kind": "system", "note": "x"}]},
            "wrong_value",
            "from",
        ),
        (
            {"break": [{"from": date(2014, 1, 1), "bodies": [], "kind": "system", "note": "x"}]},
            "wrong_value",
            "bodies",
        ),
    ],
)
def test_every_wrong_key_is_named(changed: dict[str, Any], code: str, key: str) -> None:
    refused = refusal_of(measure_file(**changed))
    assert (refused.code, f"“{key}”" in refused.sentence) == (code, True)


def test_a_missing_key_is_named() -> None:
    raw = measure_file()
    del raw["cannot_show"]
    assert refusal_of(raw).code == "missing_key"


def test_a_review_runs_forward_in_time() -> None:
    review = measure_file()["review"] | {"checked_on": date(2026, 11, 1)}
    assert refusal_of(measure_file(review=review)).code == "wrong_value"


def test_a_definition_is_overdue_the_day_after_its_review_date() -> None:
    review = measure().review
    assert not review.overdue(on=date(2027, 11, 9))
    assert review.overdue(on=date(2027, 11, 10))


def test_a_unit_says_per_how_many() -> None:
    assert str(Unit("offences")) == "offences"
    assert str(Unit("offences", 1000)) == "offences per 1,000"
    assert str(Unit("% of calls", 100)) == "% of calls"


@pytest.mark.parametrize(
    "changed",
    [
        {"value": float("nan")},
        {"value": float("inf")},
        {"numerator": float("nan")},
        {"measure_id": "a/b"},
        {"body": "Any Shire"},
        {"period_end": date(2025, 1, 1)},
    ],
)
def test_a_number_that_no_publication_states_cannot_be_built(changed: dict[str, Any]) -> None:
    with pytest.raises(ObservationRefused):
        row(**changed)


def test_a_release_has_a_name_that_can_stand_in_an_address() -> None:
    with pytest.raises(ObservationRefused):
        Vintage("../first")


def test_a_period_in_words() -> None:
    assert period_words(start=date(2025, 4, 1), end=date(2026, 4, 1)) == "April 2025 to March 2026"


def test_a_file_states_what_the_checks_need() -> None:
    areas = {"key": "lsoa", "edition": "the areas of 2011", "codes": ["E01000001-E01000009", "W1"]}
    stated = {"counted_by": "rows", "changes_later": "", "areas": areas, "population_year": 2018}
    found = measure(checks=stated).checks
    assert (found.counted_by, found.changes_later, found.population_year) == ("rows", "", 2018)
    assert isinstance(found.areas, AreaEdition)
    every = ("E01000005", "W1", "E01000010", "E0100000", "")
    assert [found.areas.has(code) for code in every] == [True, True, False, False, False]
    assert measure().checks == NOTHING_STATED
    assert measure(checks={"areas": "none"}).checks.areas is False


@pytest.mark.parametrize(
    ("checks", "key"),
    [
        ({"counted": "rows"}, "counted"),
        ({"counted_by": ""}, "counted_by"),
        ({"areas": "LSOA"}, "areas"),
        ({"areas": {"key": "lsoa", "edition": "2011"}}, "codes"),
        ({"areas": {"key": "lsoa", "edition": "2011", "codes": []}}, "codes"),
        ({"areas": {"key": "lsoa", "edition": "2011", "codes": ["E2-E1"]}}, "codes"),
        ({"population_year": 18}, "population_year"),
        ("rows", "checks"),
    ],
)
def test_what_a_check_cannot_use_is_refused(checks: Any, key: str) -> None:
    refused = refusal_of(measure_file(checks=checks))
    assert f"“{key}”" in refused.sentence


def test_every_measure_that_is_shipped_states_it() -> None:
    for one in catalogue.measures().values():
        stated = one.checks
        assert None not in (stated.counted_by, stated.changes_later, stated.areas), one.id
        assert one.kind != "rate" or stated.population_year is not None, one.id
