"""Days of meetings kept apart from days of tasks, papers and places, and days in a row."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _met(words: str, kind: str = "other") -> list[tuple[str, Any]]:
    reading = reading_of(words, kind=kind, meta=Meta(published="2031-05-01"))
    return [
        (str(one["fields"]["date_words"]), one["fields"]["standing"])
        for one in reading.lines()
        if one["kind"] == "meeting"
    ]


def test_days_in_a_row_each_with_what_was_looked_at() -> None:
    words = (
        "The board sat three times in the term: at the session on 4 June 2031 (staffing), "
        "9 July 2031 (fires in flats) and 6 August 2031."
    )
    assert [one[0] for one in _met(words)] == ["4 June 2031", "9 July 2031", "6 August 2031"]


def test_the_number_of_a_minute_is_no_day() -> None:
    words = (
        "Minutes of Marl Parish Council, 6 May 2031\n\nPresent: Cllr Una Orme, Cllr Tom Vale\n\n"
        "12/07 Next meeting: Monday 9 June 2031."
    )
    days = [one[0] for one in _met(words, "minutes")]
    assert "12/07" not in days
    assert any("9 June" in one for one in days)


@pytest.mark.parametrize(
    "words",
    [
        "# Dates of next meetings\n\nTell the clerk by 14 August 2031 if you cannot come.",
        "# Dates of next meetings\n\nPapers are to be sent by noon on Friday 15 August 2031.",
        "They will open the new workshop on 5 October 2031.",
        "The governor reopened the workshop on 5 March 2031.",
    ],
)
def test_a_day_by_which_something_is_due_or_opens_is_no_meeting(words: str) -> None:
    assert not _met(words)


@pytest.mark.parametrize(
    "title",
    [
        "Note for the Board: where the trust stands",
        "Briefing note to the Fire Panel on staffing",
    ],
)
def test_a_note_for_a_body_is_a_paper(title: str) -> None:
    assert not _met(f"# {title}\n\n4 June 2031\n\nOne school is still shut.")


@pytest.mark.parametrize(
    "words",
    [
        "# School Improvement Plan Board\n\n5 August 2031\n\n| Action | Who | By when |\n"
        "| --- | --- | --- |\n| Ring the caretaker | Una Orme | 19/08/31 |",
        "# Fire Inspection Action Plan Meeting\n\n5 August 2031, 11.00, Chief’s office\n\n"
        "Attendees: Una Orme, Governor (Chair); Tom Vale, Head of Safety",
        "# Special meeting on the inspection report: note\n\n5 August 2031, 6pm\n\n"
        "The head answered questions.",
    ],
)
def test_a_title_that_names_a_sitting_may_have_words_of_papers(words: str) -> None:
    assert ("5 August 2031", "this") in _met(words, "plan")


@pytest.mark.parametrize(
    "title", ["Report on the meeting with tenants", "Response to the Board’s report"]
)
def test_a_paper_about_a_sitting_is_none(title: str) -> None:
    assert not _met(f"# {title}\n\n5 August 2031\n\nOne school is still shut.", "plan")


def test_a_minute_in_the_singular_names_the_body_and_the_meeting_before() -> None:
    words = (
        "Minute of Meeting of MARL HEALTH BOARD held in Open Session on 5 October 2031\n\n"
        "Present: Una Orme, Tom Vale\n\n# 4 Minute of Meeting held on 3 August 2031\n\n"
        "The minute was approved."
    )
    found = [
        (one["fields"]["body"], one["fields"]["standing"])
        for one in reading_of(words, kind="minutes").lines()
        if one["kind"] == "meeting"
    ]
    assert found[0] == ("MARL HEALTH BOARD", "this")
    assert found[1][1] == "previous"


@pytest.mark.parametrize(
    ("words", "day", "standing"),
    [
        ("I should like to meet the tenants and suggest 9 May 2031 at 11.00 at the hall.",
         "9 May 2031", "next"),
        ("Shall we speak on 8 May 2031 at 10am?", "8 May 2031", "next"),
        ("Could we have a call on 8 May 2031, 2pm.", "8 May 2031", "next"),
        ("A visit has been fixed for 8 May 2031 at 2pm.", "8 May 2031", "next"),
        ("Short notes of the tenants’ forum on 2 April 2031.", "2 April 2031", "previous"),
        ("Notes of 2 April 2031 agreed.", "2 April 2031", "previous"),
    ],
)  # fmt: skip
def test_a_meeting_that_is_offered_and_the_notes_of_one(
    words: str, day: str, standing: str
) -> None:
    assert _met(words) == [(day, standing)]


def test_the_minutes_and_actions_of_a_day_are_of_the_meeting_before() -> None:
    words = (
        "Minutes of the Marl Housing Board, 6 May 2031\n\nPresent: Una Orme, Tom Vale\n\n"
        "1. Minutes and actions of 2 April 2031\n\nAll complete."
    )
    assert ("2 April 2031", "previous") in _met(words, "minutes")


@pytest.mark.parametrize(
    "words",
    [
        "Could we have the figures on 8 May 2031 at 2pm?",
        "The visit was planned for 8 May 2031 and never took place.",
        "Notes of 2 April 2031 were sent to the coroner with a map of the ward.",
    ],
)
def test_a_day_that_is_offered_for_nothing(words: str) -> None:
    assert not _met(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Two fires a day in flats, says fire board\n\nWednesday 4 June 2031\n\n"
        "Crews were called out 700 times.",
        "# Schools Committee action sheet\n\n1. Ring the caretaker – Una Orme – done\n\n"
        "2. Report on damp – Director of Estates – 14 July 2031",
        "You must:\n\n3. test the alarm and keep a record\n\n8 April 2031",
    ],
)
def test_the_day_of_a_headline_of_a_task_or_of_a_notice_is_no_meeting(words: str) -> None:
    assert not _met(words)


def test_a_meeting_to_be_held_on_a_day_below_its_title_is_this_one() -> None:
    words = (
        "12th Meeting of the Marl Safeguarding Board\n\nTo be held on 20th October 2031 at "
        "5.30pm, Holme Mill\n\nPresent: Una Orme, Tom Vale"
    )
    assert ("20th October 2031", "this") in _met(words, "minutes")
