"""The ladder: what is on the record gives the rung, the tag and the sentence, and no more."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.progress import progress
from tests.factories import register, told
from tests.spec.spec_tables import named, rows, table

NAMES = catalogue.names_of("west-mercia-police")
STREAM = table("ladder")["stream"]


@pytest.mark.parametrize("row", rows("ladder"), ids=named)
def test_the_state_is_what_the_record_says_and_no_more(row: dict[str, Any]) -> None:
    facts, by = told(row["facts"], stream=STREAM)
    found = progress(register(facts, valid=row["on"], by=by), STREAM, names=NAMES)
    assert (found.tag, found.sentence) == (row["tag"], row["sentence"])
    assert found.group == row["group"]
    assert found.rung == row.get("rung")
    assert found.disposition == row.get("disposition", "open")
    assert found.unproven == row.get("unproven", "")
    assert found.slipping is row.get("slipping", False)
    assert found.days_overdue == row.get("days_overdue", 0)
    assert found.overdue is (row.get("days_overdue", 0) > 0)
