"""Statements against the record: the result, its words, and that each rests on named facts."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.claims.claims import ClaimResult, Statement, against
from tests.factories import story_register
from tests.spec.spec_tables import rows, table

FORCE = "west-mercia-police"
REGIME = catalogue.regime_of(FORCE)
FORBIDDEN = ("false", "unsupported", "exaggerat", "in breach", "failed", "lied")


def _against(row: dict[str, Any]) -> Any:
    statement = Statement(
        kind=row["kind"],
        quote=row["quote"],
        fields=row.get("fields", {}),
        institution=FORCE,
        said=table("claims")["said"],
    )
    return against(
        story_register("west-mercia", institution=FORCE),
        statement,
        theme=REGIME.theme("soc"),
        names=REGIME.names,
        oversight="west-mercia-pcc",
        tenures=catalogue.tenures(),
    )


@pytest.mark.parametrize(
    "row", rows("claims"), ids=lambda row: f"{row['kind']}: {row['quote']}"[:60]
)
def test_a_statement_is_set_beside_what_the_record_holds(row: dict[str, Any]) -> None:
    held = _against(row)
    assert (held.kind, held.result) == (row["held"], row["result"])
    for words in row["says"]:
        assert words in held.sentence
    if "stated" in row:
        assert held.stated == row["stated"]
    assert not any(word in held.sentence.lower() for word in FORBIDDEN)
    if held.result in (ClaimResult.AGREES, ClaimResult.DIFFERS, ClaimResult.PART):
        assert held.versions, "a result rests on facts that a reader can open"


def test_the_words_of_the_five_results_are_those_of_the_vocabulary() -> None:
    assert [r.words for r in ClaimResult] == [
        "agrees with our record",
        "differs from our record",
        "part of it is in our record",
        "our record is silent",
        "not a thing a record can settle",
    ]


def test_what_is_worked_out_shows_its_sum() -> None:
    worked = [_against(row) for row in rows("claims") if row["held"] == "worked out"]
    assert worked
    assert all(held.sum_shown for held in worked)
