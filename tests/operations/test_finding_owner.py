"""A source typed by its name and a letter filed under its id are one owner, who can close."""

import pytest

from answerable.ledger.book import Book
from answerable.operations.findings import findings, owners
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from tests.operations.cast import DAY, OFFICER, common

FORCE = "anyshire-police"


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Inspectorate of Anyshire Services", "anyshire-inspectorate"),
        ("inspectorate of  anyshire services", "anyshire-inspectorate"),
        ("anyshire-inspectorate", "anyshire-inspectorate"),
        ("Marlshire Auditors LLP", "Marlshire Auditors LLP"),
    ],
)
def test_a_name_that_the_record_knows_becomes_its_body(book: Book, words: str, owner: str) -> None:
    findings.file_finding(
        **common(OFFICER),
        institution=FORCE,
        origin="internal-audit",
        text="The force should record why each deadline was moved.",
        owner=words,
        on=DAY,
    )
    (filed,) = registers.register(FORCE, valid=DAY).of(FindingPublished)
    assert filed.owner == owner


def test_two_ways_of_naming_one_owner_are_the_same_and_no_name_is_nobody() -> None:
    assert owners.same("Inspectorate of Anyshire Services", "anyshire-inspectorate")
    assert not owners.same("anyshire-inspectorate", "anyshire-pcc")
    assert not owners.same("", "")
