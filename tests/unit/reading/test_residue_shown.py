"""What is shown as unread by its place beside others, by what is listed, and by a second part."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _shown(words: str, kind: str = "other") -> list[dict[str, Any]]:
    return [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "residue"]


def _quotes(words: str, kind: str = "other") -> list[str]:
    return [one["quote"]["exact"] for one in _shown(words, kind)]


def test_the_one_row_without_what_the_others_have_is_shown() -> None:
    """Protects from a grade that no scale knows, in a table of grades that are read."""
    rows = ("Crime | Good", "Custody | Adequate", "Vetting | Middling", "Culture | Good")
    table = "\n\n".join(f"| {row}" for row in ("Area | Our grade", *rows))
    (one,) = [line for line in _shown(table, "inspection-report") if line["fields"]["sign"]]
    assert one["quote"]["exact"] == "Vetting | Middling"
    assert one["fields"]["sign"] == "judgment"


def test_rows_that_share_nothing_are_not_shown() -> None:
    table = "| Day | Bin\n\n| Monday | Green\n\n| Tuesday | Black\n\n| Friday | Brown"
    assert not _shown(table)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            "There were two causes of concern last year. These related to how it keeps dogs and"
            " to the way it counts them.",
            "These related to how it keeps dogs and to the way it counts them.",
        ),
        (
            "Three areas for improvement are open: dog handling, the age of the vans and lamps.",
            "Three areas for improvement are open: dog handling, the age of the vans and lamps.",
        ),
        ("→ joint walk round the market", "→ joint walk round the market"),
        ("[ ] lamps in the yard", "[ ] lamps in the yard"),
        ("GA order more lamps, this week", "GA order more lamps, this week"),
        ("Action point 5.1 (PCC): lamps for the yard", "lamps for the yard"),
        ("Weekly improvement call – 5 August 2031\n\nThe lamps are old.",
         "Weekly improvement call – 5 August 2031"),
        ("Same time on 15 September.", "Same time on 15 September."),
        ("It is on the agenda of my Custody Board in April.",
         "It is on the agenda of my Custody Board in April."),
    ],
)  # fmt: skip
def test_a_sign_by_form_is_shown(words: str, part: str) -> None:
    begin = words.index(part)
    assert any(
        max(begin, one["quote"]["start"]) < min(begin + len(part), one["quote"]["end"])
        for one in reading_of(words).lines()
        if one["quote"] and one["kind"] != "count"
    )


@pytest.mark.parametrize(
    "words",
    ["AV said much of it.", "CY hoped to have cover.", "RSPCA vans at the gate", "NB the gate"],
)
def test_initials_without_an_order_are_no_sign(words: str) -> None:
    assert not _shown(words)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            "The committee recommended that the clerk publish the list each month and that no"
            " pass is sold.",
            "that no pass",
        ),
        (
            "The force was graded good at catching burglars and at counting them.",
            "good at catching burglars",
        ),
    ],
)
def test_a_second_part_of_one_record_is_shown_or_read(words: str, part: str) -> None:
    lines = [one for one in reading_of(words, kind="minutes").lines() if one["quote"]]
    begun = words.index(part)
    grades = [one for one in lines if one["kind"] == "grade"]
    held = [
        one
        for one in lines
        if one["kind"] in ("residue", "recommendation")
        and one["quote"]["start"] <= begun < one["quote"]["end"]
    ]
    assert held or len(grades) > 1


def test_a_known_owner_an_office_and_a_month_are_no_unread_people() -> None:
    """Protects a tired reader from lines that name nobody new."""
    log = (
        "| Ref | Action | Owner | Due\n\n| 7 | Ring the school | DCC Vale | May 2031\n\n"
        "| 8 | Mend the lamps | Democratic Services | June 2031"
    )
    assert not [one for one in _shown(log, "action-log") if one["fields"]["sign"] == "person"]
    assert not [
        one for one in _shown("Officer Democratic Services") if one["fields"]["sign"] == "person"
    ]
    known = "# Present\n\nRhodri Hale-Vane, Chief Constable\n\n# Notes\n\nMr Hale-Vane was late."
    assert not [one for one in _shown(known, "minutes") if one["fields"]["sign"] == "person"]


def test_a_concern_told_later_reads_no_promise_before_it() -> None:
    """Protects a promise from a record of another sort further on in its sentence."""
    words = (
        "Further to our call, the team will be with you between 5 and 9 October to look at the"
        " backlog of dog licences, which we now regard as a cause of concern."
    )
    lines = list(reading_of(words, kind="inspection-letter").lines())
    at = words.index("will be with you")
    assert any(
        one["quote"]["start"] <= at < one["quote"]["end"]
        for one in lines
        if one["kind"] in ("residue", "commitment", "meeting", "action", "recommendation")
    )


@pytest.mark.parametrize(
    "row",
    [
        "Ida Pell | Head of Estates | IP",
        "PFD | Prevention of future deaths",
        "03/07/2031 | Quayle Print | Leaflets | £412.50",
    ],
)
def test_a_row_that_says_who_somebody_is_or_what_was_paid_is_not_shown(row: str) -> None:
    lines = _shown(f"| Alpha | Beta | Gamma\n\n| {row}")
    assert not [one for one in lines if one["fields"]["sign"] == "duty"]


def test_a_plain_not_is_no_sign() -> None:
    """Protects from lines of which one in thirty held anything."""
    assert not _quotes("The lamps in the yard did not work on that day.")


def test_the_day_by_which_a_recommendation_is_due_is_read() -> None:
    """Protects the view of what is unread from a deadline that is taken for a meeting's day."""
    words = (
        "Marl Police and Crime Panel\n\n# Recommendations\n\n1. The Commissioner should publish "
        "how many calls were dropped in each month by 30 September 2031."
    )
    lines = list(reading_of(words).lines())
    assert [one["fields"]["due"] for one in lines if one["kind"] == "recommendation"] == [
        "2031-09-30"
    ]
    assert [one["quote"]["exact"] for one in lines if one["kind"] == "residue"] == []
