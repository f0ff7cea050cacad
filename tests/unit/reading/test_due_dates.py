"""Deadlines that lean on the date of the document are worked out, and say so."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta

META = Meta(published="2030-11-14")


@pytest.mark.parametrize(
    ("kind", "words", "record", "due"),
    [
        ("inspection-report", "Within three months, the force should buy radios.",
         "recommendation", "2031-02-14"),
        ("inspection-report", "Within 28 days, the force should train its staff.",
         "recommendation", "2030-12-12"),
        ("minutes", "Action: DCC to send the list by 1 November.", "action", "2031-11-01"),
        ("minutes", "Action: DCC to send the list by the end of July.", "action", "2031-07-31"),
        ("minutes", "Action: DCC to send the list by the end of the month.", "action",
         "2030-11-30"),
        ("minutes", "Action: DCC to send the list within ten working days.", "action", None),
        ("news", "It was said that HMICFRS recommends that Marlshire Police should buy radios "
         "within three months.", "recommendation", None),
        ("action-log", "| Action | Owner | Due\n\n| Share the plan | DCC | Jan-31", "action",
         "2031-01"),
        ("action-log", "| Action | Owner | Due\n\n| Share the plan | DCC | end of Q3", "action",
         "2030-12-31"),
    ],
)  # fmt: skip
def test_a_deadline_is_worked_out(kind: str, words: str, record: str, due: str | None) -> None:
    """Protects dates from being guessed, and readers from not being told how they came about."""
    lines = list(reading_of(words, kind=kind, meta=META).lines())
    found = [one for one in lines if one["kind"] == record]
    assert [one["fields"]["due"] for one in found] == [due]
    assert found[0]["fields"]["due_words"]
    stated = due is None or "Jan-31" in words
    assert ("due" in found[0].get("inferred", {})) is not stated


def test_nothing_is_worked_out_without_a_date_of_the_document() -> None:
    """Protects a deadline from the clock of the machine."""
    lines = reading_of("Action: DCC to send the list by the end of July.", kind="minutes").lines()
    assert [one["fields"]["due"] for one in lines if one["kind"] == "action"] == [None]


@pytest.mark.parametrize(
    ("task", "after", "due"),
    [
        ("bring the rota to the March Board", "Next meeting: 19 March 2031", "2031-03-19"),
        ("cost the shed by the March meeting", "Next meeting: Wednesday 19 March", "2031-03-19"),
        ("cost the shed for the April panel", "Next meeting: 19 March 2031", "2031-04"),
        ("cost the shed by March", "Next meeting: 19 March 2031", "2031-03"),
        ("cost the shed by the next meeting", "Next meeting: 19 March 2031", None),
    ],
)
def test_the_day_of_a_meeting_is_that_which_the_minutes_name(
    task: str, after: str, due: str | None
) -> None:
    words = f"Tarn Panel\n\n14 January 2031\n\nAction: DCC to {task}.\n\n{after}"
    lines = [one for one in reading_of(words, kind="minutes").lines() if one["kind"] == "action"]
    assert [one["fields"]["due"] for one in lines] == [due]
    assert ("due" in lines[0].get("inferred", {})) is (due is not None)
