"""Causes of concern without the term: by where they stand, and by who tells them."""

import pytest
from tests.unit.reading.making import reading_of


def _causes(words: str, kind: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


@pytest.mark.parametrize(
    "duties", ["The provider must:\n\n- lock the stairs", "Recommendation: lock the stairs."]
)
def test_what_falls_short_right_above_what_must_be_done(duties: str) -> None:
    words = f"# Safety\n\nResidents were left without a nurse at night.\n\n{duties}"
    assert _causes(words, "hmicfrs") == ["Residents were left without a nurse at night."]
    other = words.replace("were left without", "were glad of")
    assert not _causes(other, "hmicfrs")


def test_what_inspectors_found_in_a_list_of_a_paper_on_the_lowest_grade() -> None:
    words = (
        "Marlshire Police was rated inadequate.\n\nInspectors found that:\n\n"
        "- detainees waited too long for a doctor\n\n- cells were clean"
    )
    assert _causes(words, "news") == ["detainees waited too long for a doctor"]
    assert not _causes(words.replace("inadequate", "good"), "news")


def test_each_part_of_a_letter_on_several_causes_of_concern() -> None:
    words = (
        "Revisit on two causes of concern\n\nWe came back in May.\n\n"
        "# Stores\n\nThe service does not know what it keeps.\n\nA list was begun in June.\n\n"
        "# Crews\n\nThe service cannot crew its boats.\n\nTwo crews were hired.\n\n"
        "# Next\n\nThe service has not sent its plan."
    )
    assert _causes(words, "inspection-letter") == [
        "The service does not know what it keeps.",
        "The service cannot crew its boats.",
    ]


def test_a_worried_inspector_lists_causes() -> None:
    words = (
        "# Observations\n\nI am worried about two things:\n\n"
        "- The force does not read its mail.\n\n"
        "- The force should be proud of its dogs."
    )
    assert _causes(words, "hmicfrs") == ["The force does not read its mail."]


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("A watchdog says warrants are not read at Marlshire Police.",
         "warrants are not read at Marlshire Police"),
        ("The watchdog concluded that the force does not read warrants and marked it down.",
         "the force does not read warrants"),
        ("She did not dispute the finding that warrants were not read.", "warrants were not read"),
        ("HMICFRS and its report had found a failure to read warrants.",
         "a failure to read warrants"),
    ],
)  # fmt: skip
def test_what_an_inspectorate_says_falls_short(sentence: str, cause: str) -> None:
    words = f"Inspectors rated Marlshire Police inadequate last week.\n\n{sentence}"
    assert _causes(words, "news") == [cause]


def test_the_clause_is_the_concern_and_not_who_said_it() -> None:
    words = (
        "In a letter HM Inspector Jo Bly said that the keeping of keys was a “cause of concern”."
    )
    assert _causes(words, "news") == ["the keeping of keys was a “cause of concern”"]
