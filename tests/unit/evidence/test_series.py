"""A series keeps gaps as gaps and revisions as revisions."""

from datetime import date

import pytest

from answerable.evidence.series import (
    DuplicatePeriod,
    NotANumber,
    Series,
    Statement,
    as_known_on,
)

JAN, FEB = date(2024, 1, 1), date(2024, 2, 1)


def test_rows_are_put_in_date_order() -> None:
    made = Series((FEB, JAN), (2.0, 1.0))
    assert (made.dates, made.values) == ((JAN, FEB), (1.0, 2.0))


def test_a_repeated_date_is_refused() -> None:
    with pytest.raises(DuplicatePeriod, match="two rows for 2024-01-01"):
        Series((JAN, JAN), (1.0, 2.0))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 2e300])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(NotANumber, match="no usable number on 2024-01-01"):
        Series((JAN,), (value,))


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="1 dates for 2 values"):
        Series((JAN,), (1.0, 2.0))


def test_missing_and_skipped_months_are_both_gaps() -> None:
    made = Series((JAN, FEB, date(2024, 5, 1)), (1.0, None, 3.0))
    assert made.missing_months() == (FEB, date(2024, 3, 1), date(2024, 4, 1))
    assert Series((), ()).missing_months() == ()


def test_as_known_on_uses_the_newest_release_of_each_period() -> None:
    said = [
        Statement(JAN, 10.0, "r1", date(2024, 3, 1)),
        Statement(FEB, 20.0, "r1", date(2024, 3, 1)),
        Statement(JAN, 12.0, "r2", date(2024, 6, 1)),
    ]
    before = as_known_on(said, date(2024, 5, 31))
    after = as_known_on(said, date(2024, 6, 1))
    assert before.series.values == (10.0, 20.0)
    assert after.series.values == (12.0, 20.0)
    assert (before.mixed, after.mixed) == (False, True)
    assert after.releases == ("r1", "r2")


def test_the_order_of_statements_does_not_matter() -> None:
    said = [
        Statement(JAN, 12.0, "r2", date(2024, 6, 1)),
        Statement(JAN, 10.0, "r1", date(2024, 3, 1)),
    ]
    assert as_known_on(said, date(2024, 6, 1)).series.values == (12.0,)


def test_a_revision_to_missing_is_missing() -> None:
    said = [
        Statement(JAN, 10.0, "r1", date(2024, 3, 1)),
        Statement(JAN, None, "r2", date(2024, 4, 1)),
    ]
    assert as_known_on(said, date(2024, 4, 1)).series.values == (None,)
