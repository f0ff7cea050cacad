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


@pytest.mark.parametrize(
    ("origin", "words", "taken"),
    [
        ("coroner", "the coroner for Anyshire", True),  # no list has every coroner
        ("coroner", "x", False),
        ("iopc-learning", "the IOPC", True),  # the regime's own words for it
        ("iopc-learning", "Office of Somebody", False),
        ("own-scrutiny", "Anyshire Police and Crime Commissioner", True),
        ("own-scrutiny", "x", False),
        ("own-scrutiny", "anyshire-pcc/commissioner", True),  # an office
    ],
)
def test_words_that_name_nobody_make_no_finding(
    book: Book, origin: str, words: str, taken: bool
) -> None:
    """A finding of “x” could be answered to nobody, and closed by nobody."""
    refused: str | None = None
    try:
        findings.file_finding(
            **common(OFFICER),
            institution=FORCE,
            origin=origin,
            text="Say who looks after a caller.",
            owner=words,
            on=DAY,
        )
    except owners.NoSuchOwner as refusal:
        refused = str(refusal)
    assert (refused is None) is taken
    assert bool(registers.register(FORCE, valid=DAY).of(FindingPublished)) is taken
    assert taken or "Write" in str(refused)


def test_two_ways_of_naming_one_owner_are_the_same_and_no_name_is_nobody() -> None:
    assert owners.same("Inspectorate of Anyshire Services", "anyshire-inspectorate")
    assert not owners.same("anyshire-inspectorate", "anyshire-pcc")
    assert not owners.same("", "")
