"""Promises in a list or a table whose head says that they are."""

import pytest
from tests.unit.reading.making import reading_of


def _promised(words: str, kind: str = "statement") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "commitment"]


LISTED = [
    ("We commit to the following:\n\n- a survey of every home by March 2031\n\n- an answer to "
     "every complaint within five days",
     ["a survey of every home by March 2031", "an answer to every complaint within five days"]),
    ("# Our pledges to you\n\n- Answer 999 calls within 10 seconds\n\n- Visit every victim",
     ["Answer 999 calls within 10 seconds", "Visit every victim"]),
    ("# What we intend\n\n- 480 audits of premises by March 2031",
     ["480 audits of premises by March 2031"]),
    ("# Planned for next period\n\nPublish the guide (16 June)", ["Publish the guide (16 June)"]),
    ("| Who | Promise | When\n\n| Chief Constable | Abandonment below a tenth | 1 November 2031",
     ["Abandonment below a tenth"]),
    ("We are sorry, and want to tell you what we are doing:\n\n- a locked drugs trolley on each"
     " floor by 1 May\n\n- a cook at weekends\n\n- we have bought a hoist",
     ["a locked drugs trolley on each floor by 1 May", "a cook at weekends"]),
    ("| Concern | What we will do | By when\n\n| Cold cells | Refit 80 cells | March 2032",
     ["Refit 80 cells"]),
]  # fmt: skip


def test_the_column_beside_a_promise_says_by_when() -> None:
    words = "| Concern | What we will do | By when\n\n| Cold cells | Refit 80 cells | March 2032"
    (one,) = (
        line
        for line in reading_of(words, kind="statement").lines()
        if line["kind"] == "commitment"
    )
    assert (one["fields"]["due"], one["fields"]["due_words"]) == ("2032-03", "March 2032")


def test_what_has_a_lead_beside_it_is_an_action() -> None:
    words = "| Concern | What we will do | Lead\n\n| Cold cells | Refit 80 cells | Ada Penn"
    kinds = [line["kind"] for line in reading_of(words, kind="plan").lines()]
    assert "commitment" not in kinds
    assert "action" in kinds


@pytest.mark.parametrize(("words", "promises"), LISTED)
def test_what_a_list_of_promises_holds_is_promised(words: str, promises: list[str]) -> None:
    assert _promised(words) == promises


NONE = [
    "# Our commitments\n\nWe were missed last year.",
    "# What we found\n\n- 480 audits of premises by March 2031",
    "We promised the following:",
    "| Who | Promise | When\n\n| Chief Constable | None | n/a",
    "# What was promised\n\n- the force should visit every victim",
]


@pytest.mark.parametrize("words", NONE)
def test_other_lists_promise_nothing(words: str) -> None:
    assert _promised(words) == []
