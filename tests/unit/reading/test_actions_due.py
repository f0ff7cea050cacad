"""When an action is due, by the form in which it is said; what is no deadline stays unread."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta

_MET = "# Marl Fleet Board\n\nMinutes of the meeting held on 4 March 2031\n\n# Keys\n\n"


def _due(words: str) -> tuple[Any, Any]:
    (found,) = [
        one["fields"]
        for one in reading_of(_MET + words, kind="minutes").lines()
        if one["kind"] == "action"
    ]
    return found["due"], found["due_words"]


@pytest.mark.parametrize(
    ("tail", "due", "words"),
    [
        (" - end of June", "2031-06-30", "end of June"),
        (" – September", "2031-09", "September"),
        (", end May", "2031-05-31", "end May"),
        (" (20/3)", "2031-03-20", "20/3"),
        (" - 25/9", "2031-09-25", "25/9"),
        (" by 29/05", "2031-05-29", "by 29/05"),
        (" - w/c 14 April", "2031-04-14", "w/c 14 April"),
        (" to the May board", "2031-05", "to the May board"),
        (" before the September session", "2031-09", "before the September session"),
        (" by the 13th", "2031-03-13", "by the 13th"),
        (" by Monday 17th", "2031-03-17", "by Monday 17th"),
        (", asap", None, "asap"),
        (" - next Board", None, "next Board"),
        (", straight away", None, "straight away"),
        (" (Easter)", None, "Easter"),
        (" by the end of term", None, "by the end of term"),
        (" before half term", None, "before half term"),
        (" by next call", None, "by next call"),
        (" by noon on Tuesday", None, "by noon on Tuesday"),
        (" by tomorrow lunchtime", None, "by tomorrow lunchtime"),
        (", weekly", None, "weekly"),
        (", starting from 14 May", "2031-05-14", "starting from 14 May"),
    ],
)
def test_a_deadline_in_short(tail: str, due: str | None, words: str) -> None:
    given = _due(f"Action: RV to count the spare keys{tail}")
    assert given[1] == words
    assert given[0] == due or due is None


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("report again in October on the locks", "2031-10"),
        ("attend on 9 June and explain the loss", "2031-06-09"),
        ("present the costs to the Treasurer on 29 April", "2031-04-29"),
    ],
)
def test_the_day_on_which_it_is_done_is_when(task: str, due: str) -> None:
    assert _due(f"Action: RV to {task}")[0] == due


@pytest.mark.parametrize(
    "task",
    [
        "send round the letter dated 3 May",
        "review the incident on 3 May",
        "count the keys (12/14 were found)",
        "look into the year 2029/30",
        "ring the five owners (Tarn, Vale and Crewe)",
        "check the half-term figures for spring",
    ],
)
def test_a_day_of_another_thing_is_no_deadline(task: str) -> None:
    assert _due(f"Action: RV to {task}")[0] is None


@pytest.mark.parametrize(
    ("row", "due"),
    [
        ("1 | Count the keys | RV | 31 March | Open", "2031-03-31"),
        ("1 | Count the keys | RV | 20 January | Open", "2031-01-20"),
        ("1 | Count the keys | RV | 20 July | Closed", "2030-07-20"),
        ("1 | Count the keys | RV | 20 July | Open", "2031-07-20"),
        ("1 | Count the keys | RV | 7/2 | Open", "2031-02-07"),
    ],
)
def test_a_row_of_a_log_is_rather_late_than_far_ahead(row: str, due: str) -> None:
    """A log holds what is done and overdue too: the next such day is not always meant."""
    head = "| Ref | Action | Owner | Due | Status\n\n| "
    reading = reading_of(head + row, kind="action-log", meta=Meta(published="2031-03-04"))
    (found,) = [one["fields"] for one in reading.lines() if one["kind"] == "action"]
    assert found["due"] == due
