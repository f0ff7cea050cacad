"""Feeds and calendars on the site: what is new, where it stands, and nothing that is withheld."""

from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client

from answerable.ledger.register import Register
from answerable.publishing.calendar import uid
from answerable.publishing.feeds import ATOM
from answerable.store.reads import registers
from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import ACTION, FORCE, RECOMMENDATION, SmallHome, append, made

BODY = f"/bodies/{FORCE}/feed.atom"
FEEDS = (
    BODY,
    f"/findings/{RECOMMENDATION}/feed.atom",
    "/corrections/feed.atom",
    "/search/feed.atom?q=shop",
)
CALENDAR = f"/bodies/{FORCE}/calendar.ics"


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def entries(client: Client, url: str) -> list[Tree.Element]:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = Tree.fromstring(answer.content)  # noqa: S314  # made by the site itself
    return root.findall(f"{{{ATOM}}}entry")


def links(found: list[Tree.Element]) -> list[str]:
    return [e.find(f"{{{ATOM}}}link").get("href", "") for e in found]  # type: ignore[union-attr]  # each has one


@pytest.mark.parametrize("url", FEEDS)
def test_every_entry_leads_to_a_page(url: str, small: SmallHome, client: Client) -> None:
    found = entries(client, url)
    assert found
    for link in links(found):
        assert link.startswith("http://testserver/")
        assert client.get(link.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("url", FEEDS)
def test_what_is_withheld_is_in_no_feed(url: str, small: SmallHome, client: Client) -> None:
    assert b"Operation Quiet" not in client.get(url).content


def test_a_new_entry_comes_first_and_the_old_ids_stay(small: SmallHome, client: Client) -> None:
    before = [e.findtext(f"{{{ATOM}}}id") for e in entries(client, BODY)]
    move("2026-12-31")
    after = entries(client, BODY)
    assert "Due date moved" in (after[0].findtext(f"{{{ATOM}}}title") or "")
    assert [e.findtext(f"{{{ATOM}}}id") for e in after][1:] == before


def test_the_feed_of_corrections_holds_only_those(small: SmallHome, client: Client) -> None:
    (one,) = entries(client, "/corrections/feed.atom")
    assert "Correction" in (one.findtext(f"{{{ATOM}}}title") or "")


def test_an_invented_force_is_called_so(small: SmallHome, client: Client) -> None:
    assert b"Invented force and figures" in client.get(BODY).content
    calendar = client.get(CALENDAR).content.decode().replace("\r\n ", "")
    assert "Invented force and figures" in calendar


def move(due: str) -> None:
    append(
        f.DueDateMoved(
            institution=FORCE,
            stream=ACTION,
            valid=Period(first_day("2026-06-05")),
            due=due,
            reason="Later.",
            authoriser="board",
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_a_moved_deadline_moves_in_the_calendar(small: SmallHome, client: Client) -> None:
    def of_action() -> str:
        text = client.get(CALENDAR).content.decode().replace("\r\n ", "")
        return next(part for part in text.split("BEGIN:VEVENT") if uid(ACTION) in part)

    before = of_action()
    assert "SEQUENCE:1" in before
    assert "DTSTART;VALUE=DATE:20260930" in before
    move("2026-12-31")
    after = of_action()
    assert "SEQUENCE:2" in after
    assert "DTSTART;VALUE=DATE:20261231" in after


def test_an_unchanged_feed_costs_nothing(small: SmallHome, client: Client) -> None:
    for url in (*FEEDS, CALENDAR):
        tag = client.get(url)["ETag"]
        assert client.get(url, headers={"if-none-match": tag}).status_code == 304


def test_pages_name_their_feeds(small: SmallHome, client: Client) -> None:
    body = client.get(f"/bodies/{FORCE}/").content.decode()
    assert f'href="{BODY}"' in body
    assert f'href="{CALENDAR}"' in body
    assert 'rel="alternate" type="application/atom+xml"' in body
    finding = client.get(f"/findings/{RECOMMENDATION}/").content.decode()
    assert f'href="/findings/{RECOMMENDATION}/feed.atom"' in finding
    for form in ("pdf", "docx", "xlsx"):
        assert f'href="/packs/case/anyshire/theft.{form}"' in finding, "the pack of its case"
    assert 'href="/corrections/feed.atom"' in client.get("/corrections/").content.decode()


@pytest.mark.parametrize(
    "url", ["/bodies/nowhere/feed.atom", "/bodies/nowhere/calendar.ics", "/findings/a/b/feed.atom"]
)
def test_what_is_not_there_is_refused_in_words(url: str, small: SmallHome, client: Client) -> None:
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("url", [CALENDAR, BODY])
def test_the_documents_of_a_body_are_looked_up_once_however_many_events_there_are(
    url: str, small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    own = registers.register

    def register(institution: str, **dates: Any) -> Register:
        asked.append(institution)
        return own(institution, **dates)

    client.get(url)
    monkeypatch.setattr(registers, "register", register)
    few = len(client.get(f"{url}?again").content) and len(asked)
    asked.clear()
    for day in range(1, 9):
        append(
            f.MeetingHeld(
                institution=FORCE,
                stream=f"session/anyshire-pcc/2026-10-0{day}",
                valid=Period(first_day(f"2026-10-0{day}")),
                body="anyshire-pcc",
                title=f"Session {day}",
                date=f"2026-10-0{day}",
            )
        )
    assert b"Session 8" in client.get(url).content
    assert len(asked) <= few + 1, "the documents of all are read again, once, after an entry"


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("", 422, "Write what you look for"),
        ("?q=%22", 422, "Write what you look for"),
        ("?q=shop&body=nowhere", 404, "No body is called “nowhere”"),
        ("?q=shop&kind=nope", 422, "There is no kind “nope”"),
    ],
)
def test_a_feed_of_what_cannot_be_searched_says_so(
    small: SmallHome, client: Client, asked: str, status: int, words: str
) -> None:
    answer = client.get(f"/search/feed.atom{asked}")
    assert (answer.status_code, words in answer.content.decode()) == (status, True)
