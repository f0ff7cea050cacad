"""News of a search by mail: only to an owner who said yes, only with news, gone in one click."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from answerable.config import config
from answerable.ledger.book import Book
from answerable.operations.notices import digests, search_alerts
from answerable.operations.pages.saved_search import SavedSearch, saved
from answerable.store.engine import database
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.refusal import Refusal
from tests.factories import fact
from tests.operations.cast import OFFICER, begin
from tests.operations.test_digests import Kept, server, text  # noqa: F401  # a fixture

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
TO = "reader@example.org"
VICTIMS = SavedSearch("victim", "", "")
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def record(book: Book) -> Iterator[None]:
    begin(book)
    before = {n: os.environ.get(n) for n in ("ANSWERABLE_SMTP", "ANSWERABLE_SMTP_TLS")}
    yield
    for name, value in before.items():
        os.environ.pop(name, None) if value is None else os.environ.update({name: value})
    config.cache_clear()


def promise(book: Book, number: int, text: str, **more: object) -> None:
    stream = f"action/a/{number}"
    said = fact(ActionPromised, stream=stream, on="2024-01-15", text=text, **more)
    book.append(about=said.institution, decide=lambda _: [said], by=OFFICER, at=AT, key=stream)


def token(server: Kept) -> str:  # noqa: F811
    search_alerts.follow(search=VICTIMS, email=TO, at=AT)
    assert digests.tick(at=AT).sent == 1
    (mail,) = server.mails
    found = re.search(r"/search/mail/([^/]+)/confirm/", text(mail))
    assert found
    server.mails.clear()
    return found[1]


def test_nothing_is_sent_before_a_yes_nor_without_news(server: Kept, book: Book) -> None:  # noqa: F811
    wish = token(server)
    promise(book, 8, "Victims are told at once.")
    assert digests.tick(at=AT + DAY).sent == 0
    assert digests.confirm(token=wish, at=AT + DAY)
    assert digests.tick(at=AT + DAY).sent == 1, "what came since it was asked for"
    assert digests.tick(at=AT + 2 * DAY).sent == 0, "no news"
    (mail,) = server.mails
    words = text(mail)
    assert mail["Subject"] == "News of your search: victim"
    assert "Victims are told at once." in words
    assert f"/search/mail/{wish}/stop/" in words
    assert mail["List-Unsubscribe"] == f"<http://127.0.0.1:8000/search/mail/{wish}/stop/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_at_most_one_mail_a_day_and_nothing_lost(server: Kept, book: Book) -> None:  # noqa: F811
    digests.confirm(token=token(server), at=AT)
    for hour in (1, 2):
        promise(book, 10 + hour, f"Victims, part {hour}.")
        digests.tick(at=AT + timedelta(hours=hour))
    assert ["part 1" in text(m) for m in server.mails] == [True]
    digests.tick(at=AT + DAY)
    assert "part 2" in text(server.mails[1])
    assert "part 1" not in text(server.mails[1])


def test_what_is_not_public_is_no_news(server: Kept, book: Book) -> None:  # noqa: F811
    digests.confirm(token=token(server), at=AT)
    promise(book, 20, "Secret victims.", classes={"text": Classification.RESTRICTED})
    assert digests.tick(at=AT + DAY).sent == 0


def test_one_click_ends_it_and_the_address_is_forgotten(server: Kept, book: Book) -> None:  # noqa: F811
    wish = token(server)
    digests.confirm(token=wish, at=AT)
    one_click = Client(enforce_csrf_checks=True)
    answer = one_click.post(f"/search/mail/{wish}/stop/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    promise(book, 8, "Victims are told.")
    assert digests.tick(at=AT + DAY).sent == 0
    assert database.rows("SELECT email FROM subscription") == []
    assert one_click.post(f"/search/mail/{wish}/stop/").status_code == 200, "again is no error"


def test_nobody_can_be_pestered_and_no_address_is_kept_without_a_yes(server: Kept) -> None:  # noqa: F811
    for word in ("one", "two", "three", "four", "five", "one"):
        search_alerts.follow(search=SavedSearch(word, "", ""), email=TO, at=AT)
    digests.tick(at=AT)
    assert len(server.mails) == search_alerts.MOST_WAITING
    digests.tick(at=AT + search_alerts.KEPT + DAY)
    assert database.rows("SELECT email FROM subscription") == []


def test_the_page_asks_confirms_and_stops(server: Kept) -> None:  # noqa: F811
    client = Client(REMOTE_ADDR="192.0.2.7")
    shown = client.get("/search/", {"q": "victim"}).content.decode()
    assert "/search/feed.atom?q=victim" in shown
    assert "/search/mail/?q=victim" in shown
    form = client.get("/search/mail/?q=victim").content.decode()
    assert "at most once a day" in form
    given = {"q": "victim", "kind": "", "body": "", "email": TO}
    assert "One more step" in client.post("/search/mail/", given).content.decode()
    assert client.post("/search/mail/", {**given, "email": "no"}).status_code == 422
    client.post("/search/mail/", given)
    assert client.post("/search/mail/", given).status_code == 429, "three in a minute"
    digests.tick(at=AT)
    found = re.search(r"/search/mail/[^/]+/confirm/", text(server.mails[0]))
    assert found
    assert "Yes, send me the news" in client.get(found[0]).content.decode()
    assert "Confirmed" in client.post(found[0]).content.decode()
    unknown = client.get("/search/mail/nobody.x/confirm/").content.decode()
    assert "Nobody asked for this" in unknown


def test_a_site_that_sends_no_mail_says_so_and_offers_the_feed() -> None:
    client = Client(REMOTE_ADDR="192.0.2.7")
    shown = client.get("/search/mail/?q=victim").content.decode()
    assert "This site sends no mail." in shown
    assert "/search/feed.atom?q=victim" in shown
    assert client.post("/search/mail/", {"q": "victim", "email": TO}).status_code == 403


def test_a_search_without_a_word_cannot_be_followed() -> None:
    with pytest.raises(Refusal, match="nothing to look for"):
        saved({"q": "%%"})
