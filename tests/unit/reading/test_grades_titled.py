"""Grades that a newspaper's title or a page's heading tells; headings of sections are none."""

import pytest
from tests.unit.reading.making import reading_of

_BODY = "\n\nHMICFRS has been here. It was a long week."


def _grades(title: str) -> list[str]:
    lines = reading_of(f"# {title}{_BODY}", kind="other").lines()
    return [one["fields"]["value"] for one in lines if one["kind"] == "grade"]


TOLD = [
    ("Police force rated 'inadequate' as callers wait for hours", ["inadequate"]),
    ("999 force “inadequate”, say inspectors", ["inadequate"]),
    ("Inspection of a school judged requires improvement: Marl Primary School",
     ["requires improvement"]),
    ("Marl House is rated good by the regulator", ["good"]),
    ("Care home branded inadequate over medicines", ["inadequate"]),
    ("Marlshire Police still requires improvement for custody", ["requires improvement"]),
    ("City hospital rated outstanding", ["outstanding"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "values"), TOLD)
def test_a_title_tells_a_grade(title: str, values: list[str]) -> None:
    assert _grades(title) == values


NONE = [
    "Good practice in our prison",
    "Forces graded requires improvement",
    "What the force does well: good examples",
    "Is your school outstanding?",
    "Our force: outstanding issues",
    "School could be rated inadequate",
    "Council no longer inadequate",
    "A good home",
    "Areas rated inadequate",
]


@pytest.mark.parametrize("title", NONE)
def test_other_headings_tell_none(title: str) -> None:
    assert _grades(title) == []
