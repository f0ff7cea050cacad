"""Findings that only their heading, label or lead-in names, in lines without a verb of duty."""

import pytest
from tests.unit.reading.making import reading_of

_CAUSE, _RECOMMENDATION, _AREA = "cause_of_concern", "recommendation", "area_for_improvement"


def _found(words: str, kind: str = "other") -> list[tuple[str, str]]:
    lines = reading_of(words, kind=kind).lines()
    kinds = (_CAUSE, _RECOMMENDATION, _AREA)
    return [(one["kind"], one["quote"]["exact"]) for one in lines if one["kind"] in kinds]


def test_a_run_behind_its_name() -> None:
    words = "Causes of concern: lost guns; the care of dogs; and vans without brakes."
    assert [one for _, one in _found(words)] == [
        "lost guns",
        "the care of dogs",
        "vans without brakes",
    ]
    words = "Our areas for improvement (2): how guns are counted; the food of dogs."
    assert _found(words) == [(_AREA, "how guns are counted"), (_AREA, "the food of dogs")]


@pytest.mark.parametrize(
    "words",
    [
        "Causes of concern: none; see item 4; n/a.",
        "Concerns of staff: parking places; the canteen; long shifts.",
        "Areas for improvement: write one line for each; see the guide.",
        "Causes of concern: guns were lost; all closed.",
    ],
)
def test_a_run_that_names_nothing(words: str) -> None:
    assert not [one for one in _found(words) if "see" in one[1] or "closed" in one[1]]


def test_an_area_by_its_label_alone() -> None:
    words = "AFI 1\n\nCare of the police dogs\n\nAFI 2: Counting the guns\n\nA list was begun."
    assert _found(words) == [(_AREA, "Care of the police dogs"), (_AREA, "Counting the guns")]


def test_a_topic_in_a_label_is_no_area() -> None:
    words = "Area for improvement – dogs\n\nThe force should feed its police dogs."
    assert _found(words) == [(_AREA, "The force should feed its police dogs.")]


def test_a_recommendation_below_its_label_with_its_day() -> None:
    words = "Recommendation 1 (by 30 June 2031)\n\nEmpty the gun store."
    (one,) = [one for one in reading_of(words).lines() if one["kind"] == _RECOMMENDATION]
    assert one["quote"]["exact"] == "Empty the gun store"
    assert one["fields"]["due"] == "2031-06-30"
    assert not _found("Recommendation 1 (by 30 June 2031)\n\nThe store is empty.")


def test_a_topic_before_the_order() -> None:
    words = "Recommendation 1: Guns. Empty the gun store.\n\nRecommendation 2: Dogs are well."
    assert _found(words) == [(_RECOMMENDATION, "Empty the gun store")]


def test_lines_below_a_counted_heading() -> None:
    words = "# CAUSES OF CONCERN (2)\n\n1 Lost guns at night\n\n2 Hungry police dogs\n\n"
    words += "# AREAS FOR IMPROVEMENT (1)\n\n1 Handover of keys\n\n# Next steps\n\n1 Letters"
    assert _found(words)[-1] == (_AREA, "Handover of keys")
    assert (_CAUSE, "Hungry police dogs") in _found(words)


def test_every_line_that_a_sentence_announces() -> None:
    words = (
        "We found the following areas for improvement.\n\n1. Care of dogs at night\n\n"
        "2. Use of the gun store\n\nWe will come back.\n\n3. Letters of thanks"
    )
    assert _found(words, "hmicfrs") == [
        (_AREA, "Care of dogs at night"),
        (_AREA, "Use of the gun store"),
    ]


def test_lines_marked_r_below_counted_recommendations() -> None:
    words = "Audit made two recommendations:\n\nR1 - count the guns\n\nR2 - feed the dogs"
    assert _found(words) == [
        (_RECOMMENDATION, "count the guns"),
        (_RECOMMENDATION, "feed the dogs"),
    ]
    assert not _found(words.replace("recommendations", "visits"))


def test_what_somebody_wants_of_another() -> None:
    words = "What we want the council to do:\n\n- count its guns\n\n- let us in at night"
    assert len(_found(words)) == 2
    assert not _found(words.replace("the council to do", "to do next year"))


def test_failings_of_somebody_who_was_warned() -> None:
    words = "The trust got a warning notice. The failings were:\n\n- doors were left open"
    assert _found(words) == [(_CAUSE, "doors were left open")]


def test_a_topic_in_a_list_is_followed_by_its_concern() -> None:
    words = "# 2. Causes of concern\n\n2.1 Guns. The force does not know what it keeps.\n\n"
    words += "2.2 Dogs. They are the pride of the town."
    assert _found(words) == [(_CAUSE, "The force does not know what it keeps.")]


def test_a_count_at_the_end_of_a_sentence_opens_no_list() -> None:
    words = "The report has two causes of concern.\n\n1. Method of the visit\n\n2. Thanks to staff"
    assert not _found(words)


def test_a_label_without_a_number_names_the_line_below() -> None:
    assert _found("Area for improvement\n\nThe food of dogs") == [(_AREA, "The food of dogs")]
