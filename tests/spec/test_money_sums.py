"""Money arithmetic: never a sum over different states; a trace says its gaps."""

from decimal import Decimal
from typing import Any

import pytest

from answerable.scrutiny.accountability import funding
from answerable.scrutiny.accountability.funding import NotAdded
from answerable.vocabulary.facts import (
    FindingPublished,
    MoneyStated,
    OutputStated,
    ServiceCommissioned,
)
from answerable.vocabulary.money import MoneyState
from tests.factories import fact, register
from tests.spec.spec_tables import rows

FINDING = "i/2026/anyshire/theft/recommendation/1"


def money(text: str, **more: Any) -> MoneyStated:
    line, _, rest = text.partition(": ")
    state, _, amount = rest.partition(" ")
    return fact(
        MoneyStated,
        stream=f"money/anyshire/{line}",
        on="2026-01-05",
        line=line,
        state=None if state == "-" else state,
        amount=amount,
        currency="GBP",
        **more,
    )


@pytest.mark.parametrize("row", rows("money_sums"), ids=lambda row: " + ".join(row["amounts"]))
def test_a_sum_is_of_one_state_on_different_lines(row: dict[str, Any]) -> None:
    held = register([money(text) for text in row["amounts"]]).versions
    if "refused" in row:
        with pytest.raises(NotAdded, match=row["refused"]):
            funding.total(held)
    else:
        assert funding.total(held) == Decimal(row["sum"])


def test_a_trace_goes_through_every_state_and_says_its_gaps() -> None:
    held = register([money("fund: budgeted 180000", purpose="Visits", about=(FINDING,))])
    found = funding.trace(held, "fund")
    names = [step.name for step in found.steps]
    assert names[2:10] == [state.value for state in MoneyState]
    assert "budgeted" not in found.gaps
    assert {"what it serves", "paid", "what was bought", "what came of it"} <= set(found.gaps)


def test_what_was_bought_and_counted_belongs_to_its_line() -> None:
    facts = (
        fact(FindingPublished, stream=FINDING, on="2026-01-01", kind="recommendation"),
        money("fund: paid 100", about=(FINDING,)),
        fact(ServiceCommissioned, stream="service/1", on="2026-01-06", title="Visits",
             provider="A charity", line="fund", measure="anyshire-repeat-burglary"),
        fact(OutputStated, stream="service/1", on="2026-04-01", line="fund", text="Visits", n=3),
        fact(OutputStated, stream="service/2", on="2026-04-01", line="other", text="Calls", n=3),
    )  # fmt: skip
    found = funding.trace(register(facts), "fund")
    held = {step.name: step for step in found.steps}
    assert held["what it serves"].refs == (FINDING,)
    assert len(held["what was counted"].versions) == 1
    assert held["the measure that would show it"].refs == ("anyshire-repeat-burglary",)
    assert funding.serving(register(facts), FINDING)[0].name == "fund"


def test_an_amount_whose_verb_gives_no_state_stands_by_itself() -> None:
    found = funding.trace(register([money("fund: - 5")]), "fund")
    assert any(step.name == "state not clear" and step.held for step in found.steps)
    with pytest.raises(NotAdded, match="No line of money"):
        funding.line(register([money("fund: - 5")]), "elsewhere")
