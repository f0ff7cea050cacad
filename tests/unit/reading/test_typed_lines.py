"""Protects what a note-taker types in one line: when words name a day, who takes it on, prose."""

from datetime import date

import pytest

from answerable.reading.actions.typed.typed_action import Typed
from answerable.reading.actions.typed.typed_minutes import lines

MET = date(2026, 11, 27)


def only(words: str) -> Typed:
    (one,) = lines(words, met=MET, following=date(2027, 1, 21))
    return one


@pytest.mark.parametrize(
    ("words", "day", "rule"),
    [
        ("by next Friday", "2026-12-04", "the first such day after the session"),
        ("within a fortnight", "2026-12-11", "counted from the day of the session"),
        ("before Christmas", "2026-12-24", "the day before Christmas Day"),
        (
            "at the end of the month",
            "2026-11-30",
            "last day of the period named, from the day of the session",
        ),
        ("for the next meeting", "2027-01-21", "the next session in the plan"),
        ("by 11 Dec", "2026-12-11", "year from the day of the session"),
        ("by 11 December 2026", "2026-12-11", ""),
    ],
)
def test_words_of_time_become_a_day_and_the_rule_is_told(words: str, day: str, rule: str) -> None:
    one = only(f"Action: DCC to bring the plan {words}")
    assert (one.kind, one.text, one.due, one.rule) == ("action", "Bring the plan", day, rule)


def test_the_figures_of_a_month_are_no_deadline() -> None:
    one = only("Action: DCC to bring the figures for December")
    assert (one.text, one.due, one.missing) == ("Bring the figures for December", None, ("date",))


@pytest.mark.parametrize(
    ("line", "owner", "text", "due"),
    [
        ("ACC Osei to bring the custody rota.", "acc-osei", "Bring the custody rota", None),
        (
            "agreed DCC will write to the panel by 11 Dec",
            "deputy-chief-constable",
            "Write to the panel",
            "2026-12-11",
        ),
        (
            "The PCC agreed that the DCC would write by 11 Dec",
            "deputy-chief-constable",
            "Write",
            "2026-12-11",
        ),
        ("Action — Clerk: circulate the minutes", "clerk", "Circulate the minutes", None),
        ("Clerk to circulate the slides", "clerk", "Circulate the slides", None),
    ],
)
def test_a_line_that_is_typed_as_an_action_is_one(
    line: str, owner: str, text: str, due: str | None
) -> None:
    one = only(line)
    assert (one.kind, one.office, one.text, one.due) == ("action", owner, text, due)


@pytest.mark.parametrize(
    "line",
    [
        "Note: ACC Osei to bring the custody rota",
        "DCC to retire in May.",
        "DCC Osei to be congratulated",
        "Members agreed the plan will be hard to fund",
        "The chief constable said that ACC Osei would bring it",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    assert only(line).kind == "note"
