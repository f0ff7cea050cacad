"""Source conflicts in pages: both values stay beside each other, one stands with its reason."""

from pathlib import Path

import pytest

from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ConflictResolved, HoldingEnded
from tests.factories import FORCE, fact
from tests.operations.cast import DAY, begin
from tests.operations.test_conflicts import CHIEF
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

LIST = "/about/conflicts/"


def left(on: str, quote: str) -> Fact:
    return fact(HoldingEnded, stream=CHIEF, on=on, office="chief", person="A. Person", quote=quote)


@pytest.fixture(autouse=True)
def two_sources(book: object) -> None:
    begin(
        book,  # type: ignore[arg-type]  # the fixture is a Book
        left("2023-09-01", "in September"),
        left("2023-10-01", "in October"),
    )


def decide(office: str, value: str, reason: str) -> object:
    client = browser(office)
    address = form_of(words_of_list(client))
    return client.post(
        address,
        {
            **hidden(client.get(address)),
            "value": value,
            "reason": reason,
            "on": "2024-03-04",
        },
        follow=True,
    )


def words_of_list(client: object) -> str:
    return client.get(LIST).content.decode()  # type: ignore[attr-defined,no-any-return]


def form_of(page: str) -> str:
    start = page.index(f'href="{LIST}') + len('href="')
    return page[start : page.index('"', start)]


def test_an_office_says_which_stands_and_why_and_both_stay(home: Path) -> None:
    page = words(decide("anyshire-pcc/governance-officer", "2023-10", "The letter names it."))
    assert "takes October 2023: The letter names it." in page
    assert "Our summary says: in September" in page
    assert "Our summary says: in October" in page
    (fact_,) = registers.register(FORCE, valid=DAY).of(ConflictResolved)
    assert (fact_.value, fact_.reason) == ("2023-10", "The letter names it.")


def test_without_a_reason_nothing_is_decided_and_what_was_typed_stays(home: Path) -> None:
    answer = decide("anyshire-pcc/governance-officer", "2023-10", " ")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert '<option value="2023-10" selected>' in answer.content.decode()  # type: ignore[attr-defined]
    assert not list(registers.register(FORCE, valid=DAY).of(ConflictResolved))


def test_a_reader_sees_both_and_decides_nothing(home: Path) -> None:
    page = browser().get(LIST).content.decode()
    assert "in September" in page
    assert "Say which stands" not in page
    address = form_of(words_of_list(browser("anyshire-pcc/governance-officer")))
    assert browser(**OTHER_MACHINE).post(address, {"value": "2023-10"}).status_code == 403


def test_a_difference_that_is_none_is_not_found(home: Path) -> None:
    assert browser("anyshire-pcc/governance-officer").get(f"{LIST}0/place/").status_code == 404
