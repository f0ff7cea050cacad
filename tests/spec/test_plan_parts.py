"""The plan test: which facts fill which part, row by row."""

from typing import Any

import pytest

from answerable.scrutiny.plans.plan_test import Part, plan_test
from answerable.scrutiny.progress import findings
from answerable.vocabulary.facts import TYPES, ActionPromised, FindingPublished
from tests.factories import COMMISSIONER, fact, register
from tests.spec.spec_tables import named, rows

ADVICE = "hmicfrs/2026/anyshire/theft/recommendation/1"


@pytest.mark.parametrize("row", rows("plan_parts"), ids=named)
def test_a_part_is_a_gap_until_such_a_fact_is_on_record(row: dict[str, Any]) -> None:
    values = {k: v for k, v in row.items() if k not in ("part", "type", "note", "of")}
    kind, part = TYPES[row["type"], 1], Part(row["part"])
    advice = fact(FindingPublished, stream=ADVICE, on="2026-01-01", kind="recommendation")
    action = fact(ActionPromised, stream="action/a", on="2026-01-02", text="x", answers=(ADVICE,))
    stream = "milestone/action/a/1" if "of" in row else "action/a"
    more = {"of": row["of"]} if "of" in row else {}
    stated = fact(kind, stream=stream, on="2026-01-03", **values, **more)
    first = kind is ActionPromised
    without = [advice] if first else [advice, action]
    whole = [advice, action] if first else [advice, action, stated]
    assert part in gaps(without)
    assert part not in gaps(whole)


def gaps(facts: list[Any]) -> tuple[Part, ...]:
    """The parts of the one recommendation of which nothing is on record."""
    held = register(facts)
    (tested,) = plan_test(held, findings(held), bodies={}, oversight=COMMISSIONER)
    return tested.gaps
