"""A pace, a period and a count of forces: set against dated facts, or told exactly why not."""

from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.claims.claim_forces import OfForce
from answerable.scrutiny.claims.claims import Statement, on_matter
from answerable.scrutiny.claims.statements import ClaimResult, Held
from answerable.scrutiny.grades import grades
from answerable.scrutiny.matter import Matter
from tests.factories import story_register

FORCE = "west-mercia-police"
FORCES = (FORCE, "staffordshire-police", "warwickshire-police", "west-midlands-police")
REGIME = catalogue.regime_of(FORCE)


def held(quote: str, *, said: str = "2024-06-14", **fields: Any) -> Held:
    matter = Matter(
        register=story_register("west-mercia", institution=FORCE),
        theme=REGIME.theme("soc"),
        names=REGIME.names,
        oversight="west-mercia-pcc",
    )
    statement = Statement(kind="claim", quote=quote, fields=fields, institution=FORCE, said=said)
    return on_matter(matter, statement, tenures=catalogue.tenures(), forces=_of_forces())


def _of_forces() -> tuple[OfForce, ...]:
    return tuple(
        OfForce(catalogue.bodies()[name].name, grade)
        for name in FORCES
        for grade in grades(story_register("west-mercia", institution=name), theme="soc")
    )


@pytest.mark.parametrize(
    ("quote", "result", "says"),
    [
        ("We meet the chief constable monthly.", "part", "in 3 of 12 months"),
        ("I meet the force every quarter.", "part", "in 3 of 4 quarters"),
        ("I held a session every quarter in 2022.", "part", "has said this pace of"),
        ("I held a session every month in 2022.", "silent", "We hold no papers of a session"),
        ("A session was held every year from 2023 to 2024.", "agrees", "in 2 of 2 years"),
        ("We meet the chief constable weekly.", "silent", "none of our sources lists meetings"),
    ],
)
def test_a_pace_agrees_or_is_part_and_never_differs(quote: str, result: str, says: str) -> None:
    """That no papers of a month are held does not show that nobody met."""
    found = held(quote)
    assert (found.result, says in found.sentence) == (ClaimResult(result), True), found.sentence


@pytest.mark.parametrize(
    ("quote", "result", "says"),
    [
        ("The Commissioner replied within four weeks.", "part", "56 days"),
        ("The Commissioner replied within 56 days.", "agrees", "56 days"),
        ("The Commissioner replied within two months.", "agrees", "56 days"),
        ("A plan was agreed within four weeks of the report.", "silent", "no dated plan after"),
        ("We acted within four weeks.", "silent", "does not name a reply or a plan"),
    ],
)
def test_a_period_is_counted_in_days_from_the_report(quote: str, result: str, says: str) -> None:
    found = held(quote, said="2024-08-01")
    assert (found.result, says in found.sentence) == (ClaimResult(result), True), found.sentence


@pytest.mark.parametrize(
    ("quote", "result", "says"),
    [
        ("One of the four forces was graded inadequate.", "agrees", "West Mercia Police"),
        ("Three of the five forces were graded inadequate.", "differs", "3 of 5"),
        ("All four forces were graded inadequate.", "differs", "for 1"),
        ("Two of the five forces were graded inadequate.", "part", "Of 1 more we hold no grade"),
        ("Two of the four forces have new cars.", "silent", "names no grade"),
    ],
)
def test_forces_are_counted_in_one_report(quote: str, result: str, says: str) -> None:
    found = held(quote)
    assert (found.result, says in found.sentence) == (ClaimResult(result), True), found.sentence


def test_what_is_to_come_is_no_matter_of_record() -> None:
    matter = Matter(
        register=story_register("west-mercia", institution=FORCE),
        theme=REGIME.theme("soc"),
        names=REGIME.names,
        oversight="west-mercia-pcc",
    )
    told = Statement(kind="commitment", quote="We will hold a further session.", said="2025-06-14")
    assert on_matter(matter, told).result in (ClaimResult.UNSETTLEABLE, ClaimResult.SILENT)
