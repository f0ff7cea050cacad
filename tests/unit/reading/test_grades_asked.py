"""What a grade is for, and when it was given, in sentences and tables of other shapes."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _told(words: str, published: str | None = None) -> list[tuple[str, str | None, str]]:
    read = reading_of(words, kind="other", meta=Meta(published=published))
    found = (one["fields"] for one in read.lines() if one["kind"] == "grade")
    return [(one["value"], one["question"], one["standing"]) for one in found]


ASKED = [
    ("Leadership and management requires improvement; Ofsted says why.",
     ["Leadership and management"]),
    ("HMICFRS came. Crime recording is good. So is prevention (good).",
     ["Crime recording", "prevention"]),
    ("In October HMICFRS graded our values and culture inadequate.", ["values and culture"]),
    ("HMICFRS: we’ve been graded inadequate for call handling and there’s a cause of concern.",
     ["call handling"]),
    ("Ofsted judged the overall effectiveness of skills and work as inadequate.",
     ["overall effectiveness of skills and work"]),
    ("Custody was now graded requires improvement (it had been good) by HMICFRS.",
     ["Custody", "Custody"]),
    ("Grades: Effectiveness Good. Efficiency Requires improvement. Legitimacy Good.",
     ["Effectiveness", "Efficiency", "Legitimacy"]),
    ("P 1.1 Leadership: Inadequate", ["Leadership"]),
    ("# Crime data integrity: Marlshire Police\n\nHMICFRS judged the force inadequate.",
     ["crime data integrity"]),
    ("| P 1.1 Staffing | Inadequate\n\n| P 1.2 Services | Good", ["Staffing", "Services"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "questions"), ASKED)
def test_what_a_grade_is_for(words: str, questions: list[str]) -> None:
    assert [one[1] for one in _told(words)] == questions


def test_a_row_may_tell_the_grade_before() -> None:
    words = "| Quality of education | Good\n\n| Previous inspection grade | Requires improvement"
    assert _told(words) == [
        ("good", "Quality of education", "awarded"),
        ("requires improvement", "overall", "previous"),
    ]


WHEN = [
    ("In our 2028 report we graded the force as inadequate in this area. HMICFRS", "previous"),
    ("It is better than in our 2028 report, in which HMICFRS judged it inadequate.", "previous"),
    ("In May 2031 HMICFRS graded the force as inadequate.", "awarded"),
    ("In PEEL 2029–31 HMICFRS graded the force as inadequate.", "awarded"),
    ("HMICFRS graded the force as inadequate.", "awarded"),
]


@pytest.mark.parametrize(("words", "standing"), WHEN)
def test_a_grade_of_a_cycle_ago_is_previous(words: str, standing: str) -> None:
    assert [one[2] for one in _told(words, "2031-06-01")] == [standing]


def test_the_grade_in_brackets_behind_another_was_before() -> None:
    words = "HMICFRS came. Custody was graded requires improvement (it had been good)."
    assert [one[2] for one in _told(words)] == ["awarded", "previous"]
