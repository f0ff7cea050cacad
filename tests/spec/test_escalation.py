"""Ladders: which step is due, since when, and why a matter has not moved up."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.accountability.escalation import NotUp, decline, escalations, move_up
from answerable.vocabulary.facts import ActionPromised
from tests.factories import FORCE, fact, register, told
from tests.spec.spec_tables import named, rows

ACTION = "action/anyshire/1"
LADDERS = catalogue.regime_of(FORCE).ladders
PROMISE = fact(
    ActionPromised, stream=ACTION, on="2026-01-05", text="Check the plans.", due="2026-03-31"
)


@pytest.mark.parametrize("row", rows("escalation"), ids=named)
def test_the_step_that_is_due_and_why_it_was_not_taken(row: dict[str, Any]) -> None:
    made, by = told(row.get("happened", []), stream=ACTION)
    held = register([PROMISE, *made], valid=row["on"], by={k + 1: v for k, v in by.items()})
    found = escalations(held, ladders=LADDERS, on=row["on"])
    assert [_words(one) for one in found] == row["due"]


def _words(one: Any) -> str:
    why = f": {one.why_not}" if one.state == "stays" else ""
    return f"{one.ladder.id}/{one.step.id}: {one.state} since {one.since.isoformat()}{why}"


def test_no_step_is_taken_twice_or_backwards() -> None:
    overdue = next(ladder for ladder in LADDERS if ladder.id == "overdue")
    on = rows("escalation")[5]["on"]
    held = register([PROMISE], valid=on)
    given: Any = {"stream": ACTION, "ladder": overdue, "to": "", "reason": "Late.", "on": on}
    (up,) = move_up(held, step="oversight", **given)
    assert up.get("to") == "commissioner"
    after = register([PROMISE, up], valid=on)
    for step in ("oversight", "owner"):
        with pytest.raises(NotUp, match="already"):
            move_up(after, step=step, **given)
    with pytest.raises(NotUp, match="no step"):
        decline(held, stream=ACTION, ladder=overdue, step="stairs", reason="No.", on=on)


def test_what_is_due_and_unanswered_is_said_of_matters_and_of_no_person() -> None:
    on = rows("escalation")[5]["on"]
    (one,) = escalations(register([PROMISE], valid=on), ladders=LADDERS, on=on)
    assert one.why_not == "Nobody has recorded a step, or a reason why it stays."
