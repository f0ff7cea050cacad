"""Whoever may not invite is told who may, and how the first administrator is made."""

from datetime import UTC, datetime

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.pages.look import Look
from answerable.operations.pages.rights.who_invites import page
from answerable.operations.rights import accounts
from tests.web.acting import browser, words
from tests.web.small_home import made

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
PAGE = "/account/invite/"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    made()


def test_a_fresh_record_names_the_commands_that_make_the_first_administrator() -> None:
    answer = browser("anyshire-pcc/governance-officer").get(PAGE)
    assert answer.status_code == 403
    told = words(answer)
    assert "An administrator invites; you act as governance officer" in told
    assert "Nobody is an administrator here yet" in told
    assert (
        "answerable account add admin --office anyshire-pcc/administrator --role administrator"
        in told
    )
    assert "answerable account invite j.ashe --office anyshire-pcc/governance-officer" in told
    assert "From the first account on, offices act by signing in only" in told
    assert "/help/give-accounts-and-roles/" in answer.content.decode()


def test_where_there_is_an_administrator_it_says_to_ask_them_and_names_nobody() -> None:
    look = Look(at=AT, actor=people.acting_as("anyshire-pcc/governance-officer"))
    accounts.add(
        by=people.administrator(),
        at=AT,
        name="a.gatekeeper",
        office="anyshire-pcc/administrator",
        roles=["administrator"],
        password="a long enough pass of words",
    )
    told = [section.title for section in page(look).sections]
    assert told == ["Ask the administrator", "If you work alone"]
    assert "gatekeeper" not in str(page(look))
    assert not accounts.has_administrator("anyshire-police")


def test_a_reader_without_an_office_is_refused_as_before() -> None:
    told = words(browser().get(PAGE))
    assert "may not invite" in told
    assert "answerable account add" not in told
