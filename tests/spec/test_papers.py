"""Papers: the last day by the regime's rule, over month ends, leap days and bank holidays."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.clocks import UnknownHolidays
from answerable.scrutiny.sessions import papers
from answerable.vocabulary.regimes import Papers
from tests.spec.spec_tables import named, rows

REGIME = catalogue.regimes()["police-england-wales"]


@pytest.mark.parametrize("row", rows("papers"), ids=named)
def test_the_last_day_for_papers_follows_from_the_rule(row: dict[str, Any]) -> None:
    rule = Papers(length=row["length"], unit=row["unit"])
    if row.get("refused"):
        with pytest.raises(UnknownHolidays, match="not held"):
            papers.due(row["session"], rule=rule, holidays=REGIME.holidays)
        return
    due = papers.due(row["session"], rule=rule, holidays=REGIME.holidays)
    assert due == row["due"]
    assert papers.remark(due, holidays=REGIME.holidays) == row["remark"]


def test_the_regimes_say_their_own_rule() -> None:
    assert (REGIME.papers.length, REGIME.papers.unit) == (7, "days")
    assert REGIME.papers.source
