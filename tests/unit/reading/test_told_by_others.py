"""Grades, actions and promises as newspapers, councils and services tell them of an inspection."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _read(kind: str, words: str, wanted: str) -> list[dict[str, Any]]:
    lines = reading_of(words, kind=kind).lines()
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines
            if one["kind"] == wanted]  # fmt: skip


@pytest.mark.parametrize(
    "head", ["Inspectors said the force is", "They judged that Marlshire is:"]
)
def test_a_list_of_quoted_grades_needs_no_verb_of_its_own(head: str) -> None:
    words = (
        f"Marlshire Police was inspected.\n\n{head}\n\n- ‘good’ at preventing crime\n\n"
        "- ‘requires improvement’ at investigating crime; and\n\n- is ‘good’ at custody"
    )
    found = _read("hmicfrs", words, "grade")
    assert [(one["value"], one["question"]) for one in found] == [
        ("good", "preventing crime"),
        ("requires improvement", "investigating crime"),
        ("good", "custody"),
    ]
    other = words.replace(head, "Readers may like to know what we print next week")
    other = other.replace("preventing crime", "making jam").replace("investigating crime", "bees")
    assert len(_read("hmicfrs", other, "grade")) == 1


def test_people_as_an_area_of_inspection_are_no_survey() -> None:
    words = "In efficiency and people, it graded Marlshire Police as ‘Requires Improvement’."
    (found,) = _read("other", words, "grade")
    assert found["value"] == "requires improvement"
    assert not _read("other", "Local people graded Marlshire Police as inadequate.", "grade")


def test_a_number_of_grades_beside_two_places_is_of_neither() -> None:
    words = "Marlshire is now in the same club as Dunshire with ten good gradings."
    (found,) = _read("news", words, "grade_count")
    assert (found["n"], found["institution"]) == (10, None)


def test_what_was_an_area_for_improvement_is_no_new_one() -> None:
    words = "It has made progress in custody, which was an area for improvement at our 2031 visit."
    assert not _read("hmicfrs", words, "area_for_improvement")


def test_who_agreed_to_do_what_under_a_decision_is_an_action() -> None:
    words = (
        "# Resolved\n\nThe Commissioner agreed to circulate a briefing by the end of October 2031."
    )
    (found,) = _read("minutes", words, "action")
    assert (found["owner"], found["due"]) == ("Commissioner", "2031-10-31")


def test_apologies_end_where_the_business_begins() -> None:
    words = (
        "# Apologies for absence\n\nApologies were received from Anna Rowe.\n\n"
        "The Chief Constable agreed to write to members within ten working days."
    )
    (found,) = _read("minutes", words, "action")
    assert found["owner"] == "Chief Constable"
    (person,) = _read("minutes", words, "person")
    assert (person["name"], person["presence"]) == ("Anna Rowe", "apologies")


def test_a_day_in_capitals_is_whole() -> None:
    words = "# TO SIGN THE MINUTES OF THE MEETING HELD ON THE 28TH JULY, 2031\n\nAgreed."
    (found,) = _read("minutes", words, "meeting")
    assert found["date"] == "2031-07-28"


def test_whom_a_panel_notes_does_not_speak() -> None:
    words = (
        "The Panel noted that Mrs J Rowe had resigned and that it was anticipated a hearing would"
        " be held on 16 February 2031."
    )
    assert not _read("minutes", words, "commitment")
    (person,) = _read("minutes", words, "person")
    assert person["presence"] == "mentioned"


def test_letters_that_begin_like_a_post_are_none() -> None:
    words = "The pledge to pay for Closed Circuit Television (CCTV) was raised by members."
    assert not _read("minutes", words, "person")


def test_on_the_page_of_an_inspected_body_we_are_not_the_inspectors() -> None:
    words = (
        "We received our inspection report from HMICFRS in June 2031.\n\n"
        "We will publish our plan by 1 August 2031."
    )
    (found,) = _read("hmicfrs", words, "commitment")
    assert found["by"] != "HMICFRS"


def test_the_number_of_a_group_counts_nothing() -> None:
    assert not _read("press-release", "This is the group 2 force notice of the year.", "count")


def test_commitment_as_an_attitude_promises_nothing() -> None:
    words = "The lack of progress was an area that the Chief Constable was committed to seeing."
    assert not _read("minutes", words, "commitment")
