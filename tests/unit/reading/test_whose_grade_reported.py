"""Whose a grade is: the service that a report is headed by, a body behind a word of the news."""

import pytest
from tests.unit.reading.making import reading_of

_REPORT = """Larch Lodge

{below}

Ratings |

Overall rating for this service | Requires improvement

Is the service safe? | Inadequate
"""


def _found(words: str, sort: str = "grade", kind: str = "other") -> list[tuple[str, str | None]]:
    lines = reading_of(words, kind=kind).lines()
    found = (one["fields"] for one in lines if one["kind"] == sort)
    return [(one["value"], one["institution"]) for one in found]


def test_the_service_that_heads_its_report_has_its_grades() -> None:
    words = _REPORT.format(below="Inspection report. Date of publication: 3 May 2031")
    assert _found(words, kind="cqc") == [
        ("requires improvement", "Larch Lodge"),
        ("inadequate", "Larch Lodge"),
    ]


def test_a_title_over_something_else_is_no_service() -> None:
    words = _REPORT.format(below="What we heard in the spring of 2031")
    assert {body for _, body in _found(words, kind="cqc")} <= {None}


@pytest.mark.parametrize("word", ["Neighbouring", "Nearby", "Troubled", "Struggling"])
def test_a_word_of_the_news_is_no_part_of_a_name(word: str) -> None:
    words = f"{word} Eastmarl Police was graded inadequate at managing offenders."
    assert _found(words) == [("inadequate", "Eastmarl Police")]


@pytest.mark.parametrize("thing", ["cases", "files"])
def test_how_many_cases_were_graded_so_are_counts(thing: str) -> None:
    words = (
        f"Inspectors graded eight {thing} as good, 15 as requiring improvement and seven as "
        "inadequate."
    )
    assert [value for value, _ in _found(words, "grade_count")] == [
        "good",
        "requires improvement",
        "inadequate",
    ]
    assert _found(words) == []
