"""The year of a meeting that only the head of a paper tells."""

import pytest
from tests.unit.reading.making import reading_of


def _days(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [str(one["fields"]["date"]) for one in lines if one["kind"] == "meeting"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("# Marl News, April 2031\n\n## Dates\n\n- Marl Parish Council: Tuesday 20 May, 7pm",
         "2031-05-20"),
        ("WARD REPORT, MAY 2031\n\nCabinet votes on cameras on 16 June.", "2031-06-16"),
        ("# Marl News, winter 2031\n\n## Dates\n\n- Town council: 5 January, 7pm", "2032-01-05"),
        ("# Marl News, May 2031\n\nSurgery: Friday 30 May, 10 to 11.30, library.", "2031-05-30"),
    ],
)  # fmt: skip
def test_a_day_is_in_the_year_of_the_month_at_the_head(words: str, day: str) -> None:
    assert _days(words) == [day]


@pytest.mark.parametrize(
    "words",
    [
        "# Marl News, April 2031\n\n## Dates\n\n- Marl Parish Council: Monday 20 May, 7pm",
        "# Marl News, April 2031\n\n# Marl Echo, April 2030\n\n- Town council: 20 May, 7pm",
        "# Visit of 4 April 2031\n\n## Dates\n\n- Town council: 20 May, 7pm",
    ],
)
def test_a_day_stays_without_its_year_where_the_head_does_not_tell_it(words: str) -> None:
    assert _days(words) == ["XXXX-05-20"]
