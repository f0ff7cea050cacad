"""Duties, dates, owners and grades in wordings that the rules once took for something else."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _read(kind: str, words: str, wanted: str) -> list[dict[str, Any]]:
    lines = reading_of(words, kind=kind).lines()
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines
            if one["kind"] == wanted]  # fmt: skip


def test_what_a_recommendation_says_to_agree_is_no_answer_to_it() -> None:
    words = "Recommendation 7 (joint with the fire service): agree one control room by 2032."
    assert not _read("other", words, "response")
    (found,) = _read("other", words, "recommendation")
    assert (found["number"], found["exact"]) == ("7", "agree one control room by 2032")
    (answer,) = _read("statutory-response", "Recommendation 7: agreed.", "response")
    assert answer["response"] == "accepted"


def test_a_date_between_recommends_and_the_body_is_the_deadline() -> None:
    words = "HMICFRS recommends that, no later than 31 December 2030, Anyshire Police reviews it."
    (found,) = _read("hmicfrs", words, "recommendation")
    assert (found["addressee"], found["due"]) == ("Anyshire Police", "2030-12-31")


def test_a_labelled_area_for_improvement_may_say_only_what_falls_short() -> None:
    words = "Area for improvement 3: The force doesn't effectively manage the risk of reoffending."
    (found,) = _read("hmicfrs", words, "area_for_improvement")
    assert found["number"] == "3"
    assert not _read("hmicfrs", "Area for improvement 3: The plan is new.", "area_for_improvement")


@pytest.mark.parametrize("label", ["Due", "By", "Deadline"])
def test_a_labelled_date_behind_an_action_beats_the_meeting_in_it(label: str) -> None:
    words = f"ACTION 14: ACC Larch to bring a paper to the next Board. {label}: 14 May 2031"
    (found,) = _read("minutes", words, "action")
    assert (found["due"], found["due_words"]) == ("2031-05-14", "14 May 2031")
    assert not _read("minutes", words, "meeting")


def test_a_paper_without_a_date_for_the_action_keeps_the_meeting() -> None:
    (found,) = _read("minutes", "ACTION 14: ACC Larch to report to the next Board.", "action")
    assert (found["due"], found["due_words"]) == (None, "to the next Board")


def test_a_day_named_beside_the_next_meeting_is_the_day_and_both_are_quoted() -> None:
    words = "ACTION 14: ACC Larch to bring a paper to the next Board, by 14 May 2031."
    (found,) = _read("minutes", words, "action")
    assert (found["due"], found["due_words"]) == (
        "2031-05-14",
        "to the next Board, by 14 May 2031",
    )


def test_an_owner_named_by_post_and_name_is_one_person() -> None:
    words = (
        "# Present\n\nOttoline Frere – Chief of Staff\n\n# Actions\n\n"
        "Action: Ottoline Frere, Chief of Staff to write to the Trust"
    )
    (found,) = _read("minutes", words, "action")
    assert found["owner"] == "Ottoline Frere, Chief of Staff"
    assert (found["owner_office"], found["owner_person"]) == ("Chief of Staff", "Ottoline Frere")


def test_what_is_said_of_a_grade_is_no_part_of_its_question() -> None:
    words = "Anyshire Police is good at preventing crime, which is the same grade as last time."
    (found,) = _read("hmicfrs", words, "grade")
    assert found["question"] == "preventing crime"


def test_who_seeks_assurance_promises_nothing() -> None:
    words = "The Commissioner sought assurance that every victim would be visited by Christmas."
    assert not _read("minutes", words, "commitment")


@pytest.mark.parametrize(
    "words",
    [
        "It fell to the Head of Estates to explain the delay at the next meeting.",
        "We have given the force until 31 March 2031 to show that it has cleared the backlog.",
        "The Chair invited the force to submit its fraud strategy before the September session.",
    ],
)
def test_a_duty_that_no_rule_reads_is_shown(words: str) -> None:
    """Protects the residue view: who was to do what must not fall silently."""
    assert _read("minutes", words, "residue") or _read("minutes", words, "action")
