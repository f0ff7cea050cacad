"""The weekly mail: once a week to who confirmed it, by a real server; down, nothing is lost."""

import email
import os
import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler

from answerable.config import config
from answerable.ledger.book import Book
from answerable.operations.notices import digests, mailing
from answerable.operations.pages.look import Look
from answerable.store.people import outbox, subscriptions
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from tests.factories import FORCE, fact
from tests.operations.cast import LIAISON, OFFICER, begin

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
TO = "officer@example.org"


class Kept(Handler):
    """Mails that the server took."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []

    async def handle_RCPT(  # the server's own name for it
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address.startswith("refused"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Message) -> None:
        self.mails.append(message)


def use(**variables: str) -> None:
    """Settings in force for this test."""
    os.environ.update(variables)
    config.cache_clear()


@pytest.fixture(autouse=True)
def record(book: Book) -> Iterator[None]:
    """An overdue action, and one whose words are restricted."""
    begin(
        book,
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2024-01-15",
            text="Operation Quiet begins.",
            owner="dcc",
            due="2026-12-01",
            classes={"text": Classification.RESTRICTED},
        ),
    )
    before = {n: os.environ.get(n) for n in ("ANSWERABLE_SMTP", "ANSWERABLE_SMTP_TLS")}
    yield
    for name, value in before.items():
        os.environ.pop(name, None) if value is None else os.environ.update({name: value})
    config.cache_clear()


@pytest.fixture
def server() -> Iterator[Kept]:
    """A mail server on this machine."""
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=_port())
    controller.start()
    use(ANSWERABLE_SMTP=f"127.0.0.1:{controller.port}", ANSWERABLE_SMTP_TLS="none")
    yield kept
    controller.stop()


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def text(message: Message) -> str:
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def confirmed(server: Kept) -> str:
    """Ask, get the first mail, and say yes; the token."""
    digests.subscribe(by=OFFICER, at=AT, email=TO)
    assert digests.tick(at=AT).sent == 1
    (mail,) = server.mails
    found = re.search(r"/week/mail/([^/]+)/confirm/", text(mail))
    assert found
    assert digests.confirm(token=found[1], at=AT)
    server.mails.clear()
    return found[1]


def test_nothing_but_the_first_mail_is_sent_before_its_reader_says_yes(server: Kept) -> None:
    digests.subscribe(by=OFFICER, at=AT, email=TO)
    digests.subscribe(by=OFFICER, at=AT, email=TO)
    assert digests.tick(at=AT) == mailing.Sent(0, 1, 0, "")
    assert [m["Subject"] for m in server.mails] == ["Confirm: your week by e-mail"]
    assert digests.tick(at=AT + timedelta(days=7)).sent == 0
    assert not digests.confirm(token="nobody.x", at=AT)


def test_the_week_is_sent_once_a_week_and_says_why_and_how_it_stops(server: Kept) -> None:
    token = confirmed(server)
    assert digests.tick(at=AT).sent == 1
    assert digests.tick(at=AT + timedelta(days=1)).sent == 0
    assert digests.tick(at=AT + timedelta(days=7)).sent == 1
    mail = server.mails[0]
    assert mail["To"] == TO
    assert mail["Subject"] == "Your week: 1 overdue, 1 due in the next 28 days"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"] == f"<http://127.0.0.1:8000/week/mail/{token}/stop/>"
    words = text(mail)
    assert "Visit each victim again within a month." in words
    assert "You get this once a week because you asked for it" not in words
    assert "because you asked for the week of: Governance officer" in words
    assert f"/week/mail/{token}/stop/" in words
    digests.stop(token=token)
    assert digests.tick(at=AT + timedelta(days=14)).sent == 0


def test_a_statutory_period_that_ended_is_told_at_once_and_once(server: Kept, book: Book) -> None:
    confirmed(server)
    assert digests.tick(at=AT).sent == 1
    server.mails.clear()
    late = "anyshire-inspectorate/2026/anyshire/response/recommendation/1"
    report = fact(
        FindingPublished, stream=late, on="2026-09-25", kind="recommendation", text="Answer."
    )
    book.append(about=FORCE, decide=lambda _: [report], by=OFFICER, at=AT, key="late")
    tomorrow = AT + timedelta(days=1)
    assert digests.tick(at=tomorrow).sent == 1
    assert digests.tick(at=tomorrow).sent == 0
    (mail,) = server.mails
    assert mail["Subject"] == "A statutory period has ended: Anyshire Police"
    words = text(mail)
    assert "The 56-day period ended on 19 November 2026." in words
    assert "Its publication is not on our record." in words
    assert "/clock/" in words


def test_words_that_are_not_public_are_in_no_mail(server: Kept) -> None:
    confirmed(server)
    digests.tick(at=AT)
    words = text(server.mails[0])
    assert "Operation Quiet" not in words
    assert "Words marked as not public" in words
    assert "1 December 2026" in words


def test_a_server_that_is_down_loses_nothing_and_is_tried_again(server: Kept, home: Path) -> None:
    confirmed(server)
    here = os.environ["ANSWERABLE_SMTP"]
    use(ANSWERABLE_SMTP=f"127.0.0.1:{_port()}")
    down = digests.tick(at=AT)
    assert (down.made, down.sent, down.waiting) == (1, 0, 1)
    assert "did not take the mail" in down.trouble
    assert "tried again" in down.trouble
    (waiting,) = (home / "outbox").glob("*.eml")
    assert email.message_from_bytes(waiting.read_bytes())["To"] == TO
    use(ANSWERABLE_SMTP=here)
    assert digests.tick(at=AT + timedelta(hours=1)) == mailing.Sent(0, 1, 0, "")
    assert len(server.mails) == 1
    assert not list((home / "outbox").glob("*.eml"))


def test_without_a_server_the_sentence_names_the_setting() -> None:
    os.environ.pop("ANSWERABLE_SMTP", None)
    config.cache_clear()
    digests.subscribe(by=OFFICER, at=AT, email=TO)
    assert "ANSWERABLE_SMTP" in digests.tick(at=AT).trouble
    assert len(outbox.waiting()) == 1


def test_one_refused_address_does_not_hold_up_the_others(server: Kept) -> None:
    mail = b"From: a@example.org\r\nTo: refused@example.org\r\n\r\nwords"
    outbox.put("a-refused", mail)
    digests.subscribe(by=OFFICER, at=AT, email=TO)
    found = digests.tick(at=AT)
    assert found.sent == 1
    assert outbox.waiting() == ("a-refused",)
    assert "the address was not accepted" in found.trouble


def test_a_mail_at_once_and_the_words_of_a_terminal(server: Kept) -> None:
    look = Look(at=AT, actor=OFFICER)
    assert "One item is overdue" in digests.words(look)
    assert digests.send_now(look=look, to=TO).sent == 1
    with pytest.raises(mailing.NotAnAddress, match="is not an e-mail address"):
        digests.send_now(look=look, to="a@b.c, d@e.f")
    with pytest.raises(mailing.NotAnAddress, match="Choose one first"):
        digests.subscribe(by=READER, at=AT, email=TO)


def test_a_token_opens_only_what_it_was_made_for_and_only_while_its_office_acts() -> None:
    token = digests.calendar_token(by=LIAISON, at=AT)
    assert token == digests.calendar_token(by=LIAISON, at=AT)
    assert digests.behind(token, kind=digests.CALENDAR, at=AT) == LIAISON
    assert digests.behind(token, kind=digests.WEEK, at=AT) is None
    other = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert digests.behind(other, kind=digests.CALENDAR, at=AT) is None
    number = token.partition(".")[0]
    assert subscriptions.find(number) is None  # what stands in the table opens nothing
    digests.stop(token=token)
    assert digests.behind(token, kind=digests.CALENDAR, at=AT) is None
