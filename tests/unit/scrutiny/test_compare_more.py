"""Then and now: dates of what answers a finding, what a row is called, what was answered."""

from datetime import date
from typing import Any

from answerable.scrutiny.compare import Row, compare
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    DueDateMoved,
    FindingPublished,
    ResponseGiven,
    RungReached,
)
from tests.factories import fact, register

CAUSE = "anyshire-inspectorate/2026/anyshire/burglary/cause-of-concern/1"
ADVICE = "anyshire-inspectorate/2026/anyshire/burglary/recommendation/2"
ROW = "action/log/24-054"
EARLY, LATE = date(2026, 11, 10), date(2026, 11, 30)


def published(stream: str, kind: str, number: str) -> Fact:
    return fact(
        FindingPublished, stream=stream, on="2026-11-05", kind=kind, number=number, text="Visit."
    )


def promised(stream: str, on: str, due: str | None, **values: Any) -> Fact:
    return fact(ActionPromised, stream=stream, on=on, text=f"Do {stream}", due=due, **values)


def rows(*facts: Fact) -> dict[str, Row]:
    then, now = register(facts, valid=EARLY), register(facts, valid=LATE)
    return {row.key: row for row in compare(then, now).rows}


def test_a_finding_without_a_date_tells_the_dates_of_the_actions_that_answer_it() -> None:
    found = rows(
        published(CAUSE, "cause-of-concern", "1"),
        promised("action/1", "2026-11-27", "2027-03-18", answers=(CAUSE,)),
        promised("action/2", "2026-11-27", "2027-01-31", answers=(CAUSE,)),
        promised("action/3", "2026-11-27", None, answers=(CAUSE,)),
    )
    assert found[CAUSE].now == (
        "Three actions on record answer this. No date was given for the cause of concern itself. "
        "Dates of the actions: 31 January 2027, 18 March 2027; one without a date."
    )


def test_a_row_is_called_by_its_kind_and_number() -> None:
    quote = "24/054 | A&A | Audit | All | 31/03/2027 | A | Completed"
    source = Source(kind="original", doc="ab" * 32)
    found = rows(
        published(CAUSE, "cause-of-concern", "1"),
        published(ADVICE, "recommendation", "2"),
        promised(ROW, "2026-11-01", None, source=source),
        fact(ActionUpdated, stream=ROW, on="2026-11-01", text="x", quote=quote, source=source),
        promised("action/anyshire-pcc/2026-11-27/3", "2026-11-27", None),
    )
    assert found[CAUSE].name == "Cause of concern 1"
    assert found[ADVICE].name == "Recommendation 2"
    assert found[ROW].name == "Action 24/054"
    assert found["action/anyshire-pcc/2026-11-27/3"].name == "Action 2026-11-27/3"


def test_a_date_that_moved_on_an_action_that_is_said_to_be_done_stands_with_both_dates() -> None:
    found = rows(
        promised(ROW, "2026-11-01", "2026-08-28"),
        fact(RungReached, stream=ROW, on="2026-11-02", rung="delivered"),
        fact(DueDateMoved, stream=ROW, on="2026-11-27", due="2027-03-31"),
    )
    row = found[ROW]
    assert row.kind == "changed"
    assert row.then.endswith("Due 28 August 2026.")
    assert row.now.endswith("Due 31 March 2027.")


def test_an_answer_given_since_is_a_change() -> None:
    found = rows(
        published(ADVICE, "recommendation", "2"),
        fact(
            ResponseGiven,
            stream=ADVICE,
            on="2026-11-27",
            response="accepted",
            text="We accept it, and the plan is kept.",
        ),
    )
    assert found[ADVICE].kind == "changed"
    assert found[ADVICE].now.endswith(
        "Answer on record: accepted. “We accept it, and the plan is kept.”"
    )


def test_what_only_the_log_says_of_a_row_is_told_in_its_words() -> None:
    """A date that no rule of the register took over is not lost: the log names both."""
    source = Source(kind="original", doc="cd" * 32)
    told = "Due: 31/03/2027 (before: Q1 2024/25)."
    found = rows(
        promised(ROW, "2026-11-01", None),
        fact(RungReached, stream=ROW, on="2026-11-02", rung="delivered"),
        fact(ActionUpdated, stream=ROW, on="2026-11-27", text=told, source=source),
        promised("action/typed/1", "2026-11-01", None),
        fact(ActionUpdated, stream="action/typed/1", on="2026-11-27", text="Going well."),
    )
    row = found[ROW]
    assert row.kind == "changed"
    assert row.now.endswith(f"The log of 27 November 2026: “{told}”")
    assert found["action/typed/1"].kind == "same"


def test_a_row_without_a_number_says_so() -> None:
    stream = "action/log/row-86a43169a0"
    assert rows(promised(stream, "2026-11-01", None))[stream].name == "Action without a number"
