"""Protects the reply to a report whose recommendations stand under causes of concern: what the log
calls “CoC1 R2” is told as an action that answers that recommendation."""

import pytest

from answerable.operations import people
from answerable.operations.pages.look import Look
from answerable.operations.pages.plans.response import clock, drafted
from answerable.operations.plans import action_log
from tests.operations.test_desk_action_log import (
    AT,
    OVERSIGHT,
    WITH_REC,
    asked,
    kept,
    officer,
    own,
)
from tests.operations.test_under_a_cause import ORDERS, REPORT, confirm

__all__ = ["own"]


def look() -> Look:
    return Look(at=AT, actor=people.acting_as(f"{OVERSIGHT}/governance-officer"))


@pytest.fixture
def report(own: None) -> str:
    """The report, and a log of which one row names a recommendation and one a cause alone."""
    held = confirm(REPORT, ORDERS[0])
    document = kept(
        ("1", "CoC1 R2", "Visit each cell.", "DCC", "31/03/27"),
        ("2", "CoC2", "Answer within a minute.", "DCC", "31/03/27"),
        head=WITH_REC,
    )
    action_log.import_action_log(
        by=officer(), at=AT, key="log", seen=None, document=document,
        asked=asked(report=held), agreed={},
    )  # fmt: skip
    return held


def test_the_reply_tells_the_action_of_a_recommendation_that_the_log_names_by_its_cause(
    report: str,
) -> None:
    notes = {row.title: row.note for row in clock(look(), report).answers}
    (note,) = (told for title, told in notes.items() if "check each cell" in title)
    assert note == "Actions and plans on record that answer it: 1."
    (none,) = (told for title, told in notes.items() if "train every sergeant" in title)
    assert none == "No action or plan in our sources says that it answers it."


def test_a_recommendation_is_not_said_to_have_nothing_where_its_cause_is_answered(
    report: str,
) -> None:
    notes = {row.title: row.note for row in clock(look(), report).answers}
    for words in ("train its call handlers", "publish its times"):
        (told,) = (note for title, note in notes.items() if words in title)
        assert told == (
            "No action or plan in our sources names it; of its cause of concern one does, and may "
            "answer it too."
        )
    told = str(drafted(look(), report))
    assert "Visit each cell" in told
