"""Numbers that stand behind a month, a year or a quarter, and are no day and no label of it."""

import pytest
from tests.unit.reading.making import reading_of


def _counts(words: str) -> list[str]:
    lines = reading_of(words, kind="report").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "count"]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("In December 1,640 prisoners were moved.", "1,640 prisoners"),
        ("Since November 48 nurses have been trained.", "48 nurses"),
        ("Last year 63 young drivers came.", "63 young drivers"),
        ("In the year 17 fires were lit.", "17 fires"),
        ("In the last quarter 231 visits were made.", "231 visits"),
        ("Between then and 31 August 417 letters came in.", "417 letters"),
        ("In the year to July 622 applications were made.", "622 applications"),
        ("In October eleven letters came in.", "eleven letters"),
    ],
)
def test_a_number_behind_a_month_or_a_year_counts(words: str, counted: str) -> None:
    assert _counts(words) == [counted]


@pytest.mark.parametrize(
    "words",
    [
        "The year 11 pupils sat at the back.",
        "On December 14 pupils sat at the back.",
        "In quarter 3 visits went well.",
        "They came on 4 May 31 times table or not.",
    ],
)
def test_a_day_and_a_label_count_nothing(words: str) -> None:
    assert _counts(words) == []
