"""Meetings whose day only the subject line of a mail gives."""

import pytest
from tests.unit.reading.making import reading_of


def _met(words: str) -> list[tuple[object, object]]:
    mail = f"From: Ada Moss\n\n{words}"
    lines = reading_of(mail, kind="other").lines()
    found = [one["fields"] for one in lines if one["kind"] == "meeting"]
    return [(one["date"], one["standing"]) for one in found]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Subject: Extra public meeting on 26 May 2031\n\nDoors open at six.",
         ("2031-05-26", "mentioned")),
        ("Subject: Notes of our session on Tuesday 6 May 2031\n\nTell me what is wrong.",
         ("2031-05-06", "previous")),
        ("Subject: RE: hearing with the families on 6 May 2031, town hall\n\nBring the file.",
         ("2031-05-06", "mentioned")),
    ],
)  # fmt: skip
def test_the_subject_line_gives_the_day_of_a_meeting(words: str, told: tuple[str, str]) -> None:
    assert _met(words) == [told]


def test_what_the_mail_says_again_is_told_once() -> None:
    words = "Subject: Board on 26 May 2031\n\nThe Board will meet on 26 May 2031 at noon."
    assert [one[0] for one in _met(words)] == ["2031-05-26"]


@pytest.mark.parametrize(
    "words",
    [
        "Subject: Papers for the meeting on 26 May 2031\n\nPlease read them.",
        "Subject: Visits from 1 June 2031\n\nThe wing is shut.",
        "Subject: Reply due by the panel on 26 May 2031\n\nPlease write it.",
        "Subject: Weekly briefing, 11 May 2031\n\nThis one is long.",
    ],
)
def test_other_days_of_a_subject_line_are_of_no_meeting(words: str) -> None:
    assert _met(words) == []
