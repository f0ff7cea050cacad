"""Closing by page: said, accepted, closed on each ground of a file, open and found again."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from tests.factories import FORCE
from tests.operations.cast import AT, CAUSE, begin
from tests.operations.test_closing import QUOTE, TEXT, filed
from tests.web.acting import browser, hidden, words
from tests.web.test_items import sent

OFFICER, CHIEF = "anyshire-pcc/governance-officer", "anyshire-police/chief-constable"
COMMISSIONER = "anyshire-pcc/commissioner"
FAR = AT.date().replace(year=2100)
PAGE = f"/findings/{CAUSE}/"


@pytest.fixture(autouse=True)
def letter(book: Book) -> str:
    """The record of the cast, and the inspectorate's letter."""
    sha, filing = filed(TEXT, publisher="anyshire-inspectorate")
    begin(book, filing)
    return sha


def now() -> Any:
    return progress(registers.register(FORCE, valid=FAR), CAUSE)


@pytest.mark.parametrize("ground", ["published", "letter", "historical"])
def test_the_owners_words_close_a_finding_by_page_and_a_quoted_closing_can_slip_back(
    letter: str, ground: str
) -> None:
    officer = browser(OFFICER)
    shown = words(officer.get(PAGE))
    assert "Record that its owner closed it" in shown
    assert "Say that it was found again" not in shown, "nothing was closed before"
    form = words(officer.get(f"/actions/{CAUSE}/close/"))
    assert "and so closed by Inspectorate of Anyshire Services" in form
    wrong = sent(officer, CAUSE, "close", ground=ground, document=letter, quote="It is done.")
    assert "stand not in that file" in words(wrong)
    sent(officer, CAUSE, "close", ground=ground, document=letter, quote=QUOTE)
    assert now().closing.ground.value == ground
    closed = words(officer.get(PAGE))
    assert "Record that its owner closed it" not in closed
    assert "Say that it was found again" in closed
    sent(officer, CAUSE, "relapse", reason="It was found again in June.")
    assert now().slipped_back


def test_a_letter_without_a_quote_closes_and_never_slips_back(letter: str) -> None:
    officer = browser(OFFICER)
    sent(officer, CAUSE, "close", ground="letter", document=letter)
    assert now().closing.quote is None
    assert "Say that it was found again" not in words(officer.get(PAGE))
    assert "has not slipped back" in words(sent(officer, CAUSE, "relapse", reason="Again."))
    sent(officer, CAUSE, "reopen", reason="The desk was shut.")
    shown = words(browser().get(PAGE))
    assert "open again since" in shown
    assert "The desk was shut." in shown
    assert "Checked by" not in shown, "whoever wrote a closing down checked nothing"


def test_what_is_claimed_and_accepted_is_still_open_until_its_owner_closes_it() -> None:
    assert "Accept that it is done" not in words(browser(COMMISSIONER).get(PAGE))
    sent(browser(CHIEF), CAUSE, "claim", text="We did it.")
    sent(browser(COMMISSIONER), CAUSE, "accept", text="We saw it.")
    shown = words(browser(COMMISSIONER).get(PAGE))
    assert "We did it." in shown
    assert "We saw it." in shown
    assert now().open
    assert "may not" in words(sent(browser(CHIEF), CAUSE, "accept", text="We saw it."))
    assert "Record that its owner closed it" not in words(browser(CHIEF).get(PAGE))
    assert hidden(browser(OFFICER).get(f"/actions/{CAUSE}/close/"))["key"]
