"""Meetings told by a day such as yesterday; what is due by one is a deadline, and no meeting."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _met(words: str) -> list[tuple[str, Any, Any]]:
    reading = reading_of(words, kind="other", meta=Meta(published="2031-05-08"))
    return [
        (one["quote"]["exact"], one["fields"]["date"], one["fields"]["standing"])
        for one in reading.lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("words", "quote", "day", "standing"),
    [
        ("Actions from yesterday’s Fleet Board:", "yesterday’s Fleet Board", "2031-05-07",
         "previous"),
        ("Your letter was read out at last night’s meeting.", "last night’s meeting",
         "2031-05-07", "previous"),
        ("Notes of this morning’s gold group, as asked.", "this morning’s gold group",
         "2031-05-08", "this"),
        ("I will see her at tomorrow’s vetting panel.", "tomorrow’s vetting panel", "2031-05-09",
         "next"),
        ("Thanks for coming to the Estates Forum last night.", "the Estates Forum last night",
         "2031-05-07", "previous"),
        ("The scrutiny committee met yesterday and was cross.",
         "The scrutiny committee met yesterday", "2031-05-07", "previous"),
        ("We spoke of this at today’s hot debrief.", "today’s hot debrief", "2031-05-08",
         "previous"),
    ],
)  # fmt: skip
def test_a_meeting_is_told_by_a_day_such_as_yesterday(
    words: str, quote: str, day: str, standing: str
) -> None:
    assert _met(words) == [(quote, day, standing)]


@pytest.mark.parametrize(
    "words",
    [
        "Send me the costs before tomorrow’s board.",
        "The slides for today’s meeting are late.",
        "We have both read yesterday’s report.",
        "Tomorrow’s panel has been cancelled.",
        "The members of the panel were told yesterday.",
        "Yesterday’s board papers are wrong.",
    ],
)
def test_a_deadline_or_a_paper_of_yesterday_is_no_meeting(words: str) -> None:
    assert not _met(words)


def test_a_label_of_the_next_board_is_no_meeting_of_this_paper() -> None:
    words = "Thanks for coming.\n\nNext Board: 12 June 2031, 2pm\n\nAda Moss"
    assert [one[1:] for one in _met(words)] == [("2031-06-12", "next")]


def test_a_subject_line_says_again_what_its_mail_says() -> None:
    words = (
        "From: Ada Moss <a@moss.example>\n\nSubject: Fleet Board 7 May 2031 - actions\n\n"
        "Actions from yesterday’s Fleet Board:\n\n1. Mend the vans - Cy Orr - 3 June"
    )
    assert [one[:2] for one in _met(words)] == [("yesterday’s Fleet Board", "2031-05-07")]
