"""A text is checked before it is published, and what is held of it is released where it stands."""

import re
from datetime import date

import pytest

from answerable.ledger.book import Book
from answerable.store.reads import registers
from answerable.vocabulary.facts import ReleaseDecided
from tests.factories import FORCE
from tests.web.acting import browser, hidden, words
from tests.web.small_home import append
from tests.web.test_responses import advice

URL, OFFICER = "/check-text/", "anyshire-pcc/governance-officer"
TEXT = "We train the 30 lead responsible officers.\n\nThe force audits 14 organised crime groups."


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    append(advice(1))


def test_held_words_are_ticked_on_the_page_that_found_them_and_released_with_one_reason() -> None:
    office, asked = browser(OFFICER), {"text": TEXT, "institution": FORCE}
    shown = office.post(URL, asked)
    digests = re.findall(r'name="release" value="([0-9a-f]{64})"', shown.content.decode())
    assert len(digests) == 2
    form = {**hidden(shown), **asked, "release": digests, "do": "release"}
    refused = office.post(URL, {**form, "reason": ""})
    assert refused.status_code == 422
    assert refused.content.decode().count(" checked") == 2
    done = office.post(URL, {**form, "reason": "Said in open court."}, follow=True)
    assert done.status_code == 200
    assert "Nothing in this text is held" in words(office.post(URL, asked))
    decided = registers.register(FORCE, valid=date.max).of(ReleaseDecided)
    assert [fact.ground for fact in decided] == ["Said in open court."] * 2


def test_who_may_not_release_is_offered_no_release_and_cannot() -> None:
    for client in (browser(), browser("anyshire-pcc/analyst"), browser(REMOTE_ADDR="10.0.0.9")):
        asked = {"text": TEXT, "institution": FORCE}
        shown = client.post(URL, asked)
        assert "2 of it may not be published" in words(shown)
        assert 'name="release"' not in shown.content.decode()
        client.post(URL, {**asked, "do": "release", "release": "x" * 64, "reason": "Known."})
    assert not registers.register(FORCE, valid=date.max).of(ReleaseDecided)
