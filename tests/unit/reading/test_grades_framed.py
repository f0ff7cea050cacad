"""Grades by the frame of the sentence, in a paper of grades; praise and hopes are none."""

import pytest
from tests.unit.reading.making import reading_of

_PAPER = "\n\nDunshire Police was graded outstanding for dogs by HMIC, and inadequate for boats."
_OWN = 2  # grades of the sentence above


def _grades(words: str, kind: str = "other") -> list[tuple[str, str]]:
    lines = reading_of(words + _PAPER, kind=kind).lines()
    found = [one for one in lines if one["kind"] == "grade"]
    return [(one["fields"]["value"], one["fields"]["standing"]) for one in found][:-_OWN]


FRAMED = [
    ("Marlshire came out requires improvement for its stores and no better than adequate for "
     "answering calls.", ["requires improvement", "adequate"]),
    ("In 2022 the force was held to be good for effectiveness.", ["good"]),
    ("The force was adequate at answering calls and now it's inadequate.",
     ["adequate", "inadequate"]),
    ("Its crime recording, which was merely good, is outstanding.", ["good", "outstanding"]),
    ("Its stores, once inadequate, are now adequate.", ["inadequate", "adequate"]),
    ("The force had become good at understanding risk, from adequate.", ["good", "adequate"]),
    ("The stores stayed where they were, at adequate.", ["adequate"]),
    ("The grade for leadership, inadequate, is deserved.", ["inadequate"]),
    ("He is less happy with requires improvement for investigating crime.",
     ["requires improvement"]),
    ("The force required improvement when it came to supporting victims.",
     ["requires improvement"]),
    ("Investigating crime was judged adequate also.", ["adequate"]),
    ("Two years ago the inspectors had called Marlshire Police \"inadequate\".", ["inadequate"]),
    ("Our judgment is that the force is good.", ["good"]),
    ("Marl School, which had been inadequate since 2022, has a new head.", ["inadequate"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "values"), FRAMED)
def test_a_grade_in_its_frame(words: str, values: list[str]) -> None:
    assert [value for value, _ in _grades(words)] == values


def test_what_was_before_is_previous() -> None:
    words = "Its stores, once inadequate, are now adequate."
    assert [standing for _, standing in _grades(words)] == ["previous", "awarded"]


NONE = [
    "It is good at listening to its dogs.",
    "She said that “adequate” was a word she would use of a sandwich.",
    "The force hopes to come out good for its stores.",
    "The force could be inadequate at answering calls.",
    "Training records were inadequate.",
    "There was adequate parking at the hall, from outstanding views of the sea.",
    "Whether the force is adequate at answering calls is not known.",
    "No force was held to be inadequate for its stores.",
    "An adequate answer was not to be had.",
    "The choir was outstanding and the tea good.",
]


@pytest.mark.parametrize("words", NONE)
def test_praise_blame_and_hope_are_no_grades(words: str) -> None:
    assert _grades(words) == []


def test_the_same_words_in_a_paper_without_grades() -> None:
    words = "The hall came out inadequate for its stores. The tea was said to be “good”."
    lines = reading_of(words, kind="minutes").lines()
    assert [one for one in lines if one["kind"] == "grade"] == []
    scale = "Good: the force has done all of it.\n\nInadequate: the force has done none of it."
    lines = reading_of(scale, kind="other").lines()
    assert [one for one in lines if one["kind"] == "grade"] == []


def _asked(words: str) -> list[str | None]:
    lines = reading_of(words + _PAPER, kind="other").lines()
    return [one["fields"]["question"] for one in lines if one["kind"] == "grade"][:-_OWN]


def test_what_a_grade_is_for_may_be_a_list_or_its_own_subject() -> None:
    words = "The force was graded adequate at building, supporting and guarding the workforce."
    assert _asked(words) == ["building, supporting and guarding the workforce"]
    words = "The force was graded adequate at developing a safe place to work."
    assert _asked(words)[0] == "developing a safe place to work"
    words = "Behaviour there was found to be inadequate, although the sixth form was outstanding."
    assert _asked(words) == ["Behaviour", "sixth form"]
    words = "The grade for leadership, inadequate, is deserved."
    assert _asked(words) == ["leadership"]
    words = "The control room went from requires improvement to good."
    assert _asked(words) == ["control room", "control room"]


def test_a_school_named_in_its_sentence_has_its_own_grade() -> None:
    words = "Marl Infants was found to be outstanding for early years."
    lines = reading_of(words + _PAPER, kind="other").lines()
    first = next(one for one in lines if one["kind"] == "grade")
    assert first["fields"]["institution"] == "Marl Infants"


def test_many_grades_below_no_head_answer_no_question() -> None:
    words = "| Marlshire Police | Good | Adequate | Good\n\n| Elsewhere | Good | Good | Good"
    lines = reading_of(words, kind="other").lines()
    assert {one["fields"]["question"] for one in lines if one["kind"] == "grade"} == {None}
