"""What a grade is for, told by the words around it; where nothing tells it, nothing is said."""

import pytest
from tests.unit.reading.making import reading_of


def _questions(words: str, kind: str = "other") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"]["question"] for one in lines if one["kind"] == "grade"]


_FORCE = "HMICFRS inspected Marlshire Police.\n\n"
HEADED = [
    ("# Recording data about crime\n\nMarlshire Police is outstanding at recording crime.",
     ["Recording data about crime"]),
    ("# 3. Preventing and deterring crime\n\nMarlshire Police is good at prevention and "
     "deterrence.", ["Preventing and deterring crime"]),
    ("# Responding to the public\n\nThe force was graded inadequate.",
     ["Responding to the public"]),
    ("# HMICFRS: INVESTIGATING CRIME\n\nThe Commissioner spoke. The force had been graded "
     "inadequate.", ["INVESTIGATING CRIME"]),
    ("# Investigating crime\n\n# Areas for improvement\n\nThe force should train detectives.\n\n"
     "# Main findings\n\nIn 2023 we graded this area as adequate.", ["Investigating crime"]),
    ("# How well does the force protect people?\n\nThe force was graded good.",
     ["protecting people"]),
    ("# Estates and cars\n\nThe force was graded good.", [None]),
    ("# Custody\n\n# Cars\n\nThe force was graded good.", [None]),
    ("# Cars\n\nMarlshire Police is good at recording crime.", ["recording data about crime"]),
    ("# Leadership\n\nMarlshire Police is good at managing offenders.", ["managing offenders"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "asked"), HEADED)
def test_a_heading_names_the_question(words: str, asked: list[str | None]) -> None:
    assert _questions(_FORCE + words) == asked


SAID = [
    ("At the last inspection custody was graded adequate.", ["custody"]),
    ("Responding to the public had gone from adequate to requires improvement.",
     ["Responding to the public"] * 2),
    ("In 2024, when leadership and management were judged inadequate, she left.",
     ["leadership and management"]),
    ("On leadership we have graded it good.", ["leadership"]),
    ("The organisation and delivery of services was also rated good.",
     ["organisation and delivery of services"]),
    ("The force was graded good for preventing crime and adequate for recording it.",
     ["preventing crime", "recording data about crime"]),
    ("The force was graded inadequate for the way it responds to the public.",
     ["responding to the public"]),
    ("The force was graded adequate in how it managed offenders.", ["managing offenders"]),
    ("The force was graded good for custody. In 2022 it had been inadequate.",
     ["custody", "custody"]),
    ("The force was graded inadequate for its culture in a new report.", ["culture"]),
    # look-alikes
    ("Marlshire was graded good for custody. Nobody spoke. The force was graded inadequate.",
     ["custody", None]),
    ("Marlshire slipped from good to requires improvement in three years.", [None, None]),
    ("You were graded good last time.", [None]),
    ("Workforce and leadership all got “requires improvement” grades in 2024.",
     ["Workforce", "leadership"]),
    ("Overall effectiveness was judged inadequate, services for care leavers were rated good.",
     ["overall effectiveness", None]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "asked"), SAID)
def test_a_sentence_names_the_question(words: str, asked: list[str | None] | None) -> None:
    given = _questions(_FORCE + words)
    assert given == asked if asked is not None else "leadership" not in given


WHOLE = [
    ("The Care Quality Commission came in May. The home was rated good.", ["overall"]),
    ("Ofsted came in May. The council was judged inadequate.", ["overall effectiveness"]),
    ("HM Inspectorate of Probation came in May. The service was rated good.", ["overall"]),
    ("HMICFRS came in May. The force was graded good.", [None]),
    ("HMICFRS and Ofsted came in May. The force was graded good.", [None]),
    ("The Care Quality Commission came in May. Surgery was rated good.", ["Surgery"]),
]


@pytest.mark.parametrize(("words", "asked"), WHOLE)
def test_a_whole_body_is_graded_by_who_grades_whole_bodies(
    words: str, asked: list[str | None]
) -> None:
    assert _questions(words) == asked


def test_a_paper_on_organised_crime_grades_that() -> None:
    words = (
        "# Tackling serious and organised crime in the region\n\nHMICFRS\n\n"
        "# Our grades\n\nMarlshire Police: good\n\nDunshire Police: adequate"
    )
    assert _questions(words) == ["tackling serious and organised crime"] * 2


def test_what_is_taken_from_elsewhere_says_so() -> None:
    words = _FORCE + "# Responding to the public\n\nThe force was graded inadequate."
    (one,) = [line for line in reading_of(words).lines() if line["kind"] == "grade"]
    assert one["inferred"]["question"] == "named in the heading above"
    assert one["support"]["question"]["exact"] == "Responding to the public"


def test_a_finding_under_a_grade_is_no_question() -> None:
    words = (
        "# Our grades:\n\nGood\n\nPreventing crime\n\n"
        "# Investigating crime\n\nRequires improvement\n\nArea for improvement 1\n\nThe force "
        "should train its detectives."
    )
    assert _questions(_FORCE + words)[-1] == "Investigating crime"


PLAIN = [
    ("We judged its management of offenders to be inadequate.", ["managing offenders"]),
    ("The force was graded good for protecting the vulnerable.", ["protecting vulnerable people"]),
    ("In 2028 we graded prevention good.", ["prevention"]),
    ("For the recording of crime, a grade of inadequate was given to the force.",
     ["recording data about crime"]),
    ("Its protection work, once inadequate, is now adequate.", ["protection"] * 2),
    ("In responding to the public, Marlshire Police and Dunshire Police were found inadequate.",
     ["responding to the public"] * 2),
    ("We found the force to be good at custody.", ["custody"]),
    # look-alikes
    ("The force was graded good for its management team.", ["management team"]),
    ("In 2028 we graded Marlshire Police good.", [None]),
    ("Dunshire had been graded inadequate.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "asked"), PLAIN)
def test_a_question_in_plain_words(words: str, asked: list[str | None]) -> None:
    assert _questions(_FORCE + words) == asked


def test_how_good_is_the_care_asks_for_the_care() -> None:
    assert _questions("Inspectors came.\n\n# How good is the care?\n\nGood") == ["care"]
    assert _questions(
        "# 1. EFFECTIVENESS\n\n# How effective is the service at fires?\n\nGood"
    ) == ["EFFECTIVENESS"]


def test_a_column_says_what_it_is_the_grade_for() -> None:
    words = (
        "| Force | PEEL grade for preventing crime\n\n| Marlshire Police | Good\n\n"
        "| Dunshire Police | Adequate"
    )
    assert _questions(_FORCE + words) == ["preventing crime"] * 2


def test_the_words_of_a_cause_of_concern_are_no_grade() -> None:
    words = "# Custody\n\nCause of concern 2: Oversight of searches in cells is inadequate"
    lines = reading_of(_FORCE + words, kind="report").lines()
    kinds = [one["kind"] for one in lines]
    assert "cause_of_concern" in kinds
    assert "grade" not in kinds
