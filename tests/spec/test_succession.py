"""Succession: who holds a body to account on a day, and what is refused."""

from datetime import date
from typing import Any

import pytest

from answerable.scrutiny.accountability import succession
from answerable.scrutiny.accountability.succession import NotPassed
from answerable.vocabulary.bodies import Oversight
from answerable.vocabulary.facts import OversightPassed
from tests.factories import FORCE, fact, register
from tests.spec.spec_tables import named, rows

BASE = (Oversight("anyshire-pcc", FORCE, None, None, "Invented"),)


def passed(row: dict[str, Any]) -> OversightPassed:
    return fact(
        OversightPassed,
        stream=f"oversight/{FORCE}",
        on=row["on"],
        from_=row["from"],
        to=row["to"],
        law="Invented",
    )


@pytest.mark.parametrize("row", rows("succession"), ids=named)
def test_who_holds_it_to_account_on_each_day(row: dict[str, Any]) -> None:
    held = succession.relations(BASE, [passed(one) for one in row["passed"]])
    found = {
        day: succession.holder(held, FORCE, on=date.fromisoformat(day)) for day in row["holds"]
    }
    assert found == row["holds"]


def test_it_passes_from_whoever_holds_it_that_day() -> None:
    (made,) = succession.pass_on(
        register([], valid=date(2026, 1, 1)),
        base=BASE,
        to="anyshire-board",
        on=date(2028, 5, 8),
        law="An order",
        reason="The office ends.",
    )
    assert isinstance(made, OversightPassed)
    assert (made.from_, made.to) == ("anyshire-pcc", "anyshire-board")
    assert made.valid.start == date(2028, 5, 8)


@pytest.mark.parametrize(
    ("before", "to", "on", "why"),
    [
        ([], "anyshire-pcc", date(2028, 5, 8), "already"),
        (
            [{"on": "2028-05-08", "from": "anyshire-pcc", "to": "anyshire-board"}],
            "anyshire-mayor",
            date(2027, 5, 8),
            "corrected first",
        ),
    ],
)
def test_what_cannot_pass_is_refused(
    before: list[dict[str, Any]], to: str, on: date, why: str
) -> None:
    held = register([passed(one) for one in before], valid=date(2030, 1, 1))
    with pytest.raises(NotPassed, match=why):
        succession.pass_on(held, base=BASE, to=to, on=on, law="An order", reason="It ends.")


def test_a_body_that_nobody_holds_to_account_has_nothing_to_pass_on() -> None:
    with pytest.raises(NotPassed, match="No body holds"):
        succession.pass_on(
            register([], valid=date(2030, 1, 1)),
            base=(),
            to="anyshire-board",
            on=date(2028, 5, 8),
            law="An order",
            reason="It ends.",
        )
