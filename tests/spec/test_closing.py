"""The closing rule: who may close a finding, and on what the closing rests."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.closing import NotClosed, close
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.facts import ClosureStated, FindingPublished, RungReached
from answerable.vocabulary.ladder import ClosingGround
from tests.factories import fact, register
from tests.spec.spec_tables import named, rows

FINDING = "hmicfrs/2026/anyshire/repeat-burglary/cause-of-concern/1"
DIGEST = "ab" * 32


@pytest.mark.parametrize("row", rows("closing"), ids=named)
def test_only_the_owner_closes_and_on_a_ground(row: dict[str, Any]) -> None:
    regime = catalogue.regimes()["police-england-wales"]
    if "grounds" in row:
        accepted = tuple(ClosingGround(g) for g in row["grounds"])
        regime = replace(regime, closing_grounds=accepted)
    facts = [
        fact(
            FindingPublished,
            stream=FINDING,
            on="2026-01-10",
            kind="cause-of-concern",
            owner=row.get("owner", "hmicfrs") or None,
        )
    ]
    if row.get("closed_before"):
        facts += [fact(ClosureStated, stream=FINDING, on="2026-06-01", ground="published")]

    def closing() -> list[Any]:
        return close(
            register(facts),
            finding=FINDING,
            closing_body=row["closing_body"],
            recorder_body=row["recorder"],
            ground=ClosingGround(row["ground"]),
            on=row.get("on", date(2026, 7, 8)),
            regime=regime,
            document_text=row.get("file"),
            sourced=Sourced(doc=DIGEST if "file" in row else None, quote=row.get("quote")),
        )

    if row["allowed"]:
        closed, step = closing()
        assert closed.ref == register(facts).versions[0].entry_id
        assert isinstance(step, RungReached)
        assert step.rung == "verified"
        return
    with pytest.raises(NotClosed) as refused:
        closing()
    assert refused.value.code == row["rule"]
