"""A request that an address does not take is answered with a page that helps."""

import pytest

from answerable.ledger.book import Book
from tests.operations.cast import begin
from tests.web.acting import browser, words


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    begin(book)


def test_what_is_sent_to_a_page_to_read_gets_a_page_that_says_so() -> None:
    answer = browser("anyshire-pcc/governance-officer").post("/week/", {"x": "y"})
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    told = words(answer)
    assert "This address is a page to read, and takes nothing that is sent to it." in told
    assert "Nothing was written to the record." in told
    assert 'href="/week/"' in answer.content.decode()


def test_an_address_that_only_takes_a_form_says_so_when_it_is_opened() -> None:
    answer = browser("anyshire-pcc/governance-officer").get("/review/x/accept/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "This address only takes what a form sends." in words(answer)
