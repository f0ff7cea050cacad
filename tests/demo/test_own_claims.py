"""Statements of our own, pasted, read by machine and set against the record (spec table)."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from answerable.operations.accountability.against import Compared, against_record
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from tests.spec.spec_tables import rows

ON = date(2026, 11, 25)
SPEAKER = {
    "west-mercia": "Police and Crime Commissioner for West Mercia",
    "anyshire": "Police and Crime Commissioner for Anyshire",
}
FORBIDDEN = ("false", "unsupported", "exaggerat", "in breach", "failed", "lied")


@cache
def compared(record: str, said_on: str) -> Compared:
    """Every statement of one day in one text, as somebody would paste it."""
    said = [
        r["statement"]
        for r in rows("own_claims")
        if (r["record"], r["said_on"]) == (record, said_on)
    ]
    head = f"STATEMENT\n\n{SPEAKER[record]}\n\n{said_on}\n\n"
    return against_record(text=head + "\n\n".join(said) + "\n", actor=READER, on=ON)


@pytest.mark.parametrize("row", rows("own_claims"), ids=lambda row: row["statement"][:60])
def test_a_statement_gets_its_result_and_says_what_is_held(
    told: Path, row: dict[str, Any]
) -> None:
    found = compared(row["record"], row["said_on"])
    mine = [a for a in found.statements if a.words.strip() == row["statement"]]
    assert mine, "the machine read no statement in it"
    assert mine[0].held.result == row["result"], mine[0].held.sentence
    assert row["says"] in mine[0].held.sentence
    for one in mine:
        assert not any(word in one.held.sentence.lower() for word in FORBIDDEN)


def test_at_least_forty_statements_and_every_result() -> None:
    table = rows("own_claims")
    assert len(table) >= 40
    assert {row["result"] for row in table} == {
        *("agrees", "differs", "part", "silent", "unsettleable")
    }


def test_thirty_statements_of_one_text_are_all_answered(told: Path) -> None:
    """How long it takes is measured by `benchmarks.accountability`; the target is 1 s."""
    said = [r["statement"] for r in rows("own_claims") if r["record"] == "west-mercia"]
    text = f"STATEMENT\n\n{SPEAKER['west-mercia']}\n\n14 June 2024\n\n" + "\n\n".join(
        (said * 2)[:30]
    )
    assert len(against_record(text=text, actor=READER, on=ON).statements) >= 20


def test_checking_keeps_nothing(told: Path) -> None:
    before = registers.head()
    compared.cache_clear()
    compared("anyshire", "14 October 2026")
    assert registers.head() == before


def test_a_sentence_about_another_force_does_not_take_the_statement_over(told: Path) -> None:
    """Whose statement it is stands at its head; one name below it must not turn each line."""
    text = (
        f"STATEMENT\n\n{SPEAKER['west-mercia']}\n\n14 June 2024\n\n"
        "Warwickshire Police was graded requires improvement.\n\n"
        "The report made nine recommendations.\n"
    )
    found = against_record(text=text, actor=READER, on=ON)
    assert found.institution == "west-mercia-police"
    assert [str(a.held.result) for a in found.statements][-1] == "agrees"
