"""Addresses that nobody meant: a page that says what to do, never a fault of ours."""

import socket
from pathlib import Path

import pytest
from django.test import Client
from gunicorn.http.errors import LimitRequestLine

from answerable.web.too_long import MOST_LEFT, Worker
from tests.web import small_home


@pytest.fixture
def site(home: Path) -> Client:
    small_home.made()
    return Client(SERVER_NAME="127.0.0.1")


def test_a_page_of_today_is_asked_for_in_odd_ways_and_says_what_to_do(site: Client) -> None:
    far = "nothing to say about the year 9999"
    for address, status, words in (
        ("/as-at/9999-12-31/", 422, far),
        ("/as-at/0001-01-01/bodies/", 422, "the year 1"),
        ("/compare/anyshire-police/?a=9999-12-31", 422, far),
        ("/compare/anyshire-police/?a=2024-02-30", 422, "“2024-02-30” is no day of the calendar"),
        ("/compare/nobody/", 404, "No body is called “nobody”"),
        ("/history/entries/0/", 404, "pages 1 to 1"),
        ("/history/?page=999999999999999", 302, ""),
    ):
        answer = site.get(address)
        assert (address, answer.status_code) == (address, status)
        assert words in answer.content.decode()


def test_two_days_in_the_wrong_order_are_put_right(site: Client) -> None:
    one, other = (
        site.get(f"/compare/anyshire-police/?a={a}&b={b}").content.decode().split("As at")[0]
        for a, b in (("2026-03-01", "2026-11-01"), ("2026-11-01", "2026-03-01"))
    )
    told = "You gave the later day first: 1 November 2026 is compared with 1 March 2026"
    assert told not in one
    assert told in other
    assert one.partition("<table")[2] == other.partition("<table")[2] != ""


def test_an_address_without_its_last_stroke_leads_on_and_nowhere_else(site: Client) -> None:
    for address, leads in (
        ("/bodies/anyshire-police", "/bodies/anyshire-police/"),
        ("/bodies?valid=2026-05-01", "/bodies/?valid=2026-05-01"),
    ):
        answer = site.get(address)
        assert (answer.status_code, answer["Location"]) == (301, leads)
    for address in ("/nothing/here", "/static/nothing"):
        assert site.get(address).status_code == 404
    assert site.post("/bodies/anyshire-police").status_code == 404


@pytest.mark.parametrize("host", ["another.example", "[::1", "a b", ""])
def test_a_request_for_another_site_is_refused_in_words(site: Client, host: str) -> None:
    """Whatever it asks for: a page, what is not there, a file, or the interface."""
    for address in ("/", "/history/", "/nothing/here", "/data/findings.csv"):
        answer = site.get(address, HTTP_HOST=host)
        assert answer.status_code in (400, 404), address
        assert "<h1" in answer.content.decode(), address
    answer = site.get("/api/v1/bodies", HTTP_HOST=host)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_an_address_that_the_server_does_not_read_is_answered_by_a_page_that_helps() -> None:
    """A search of 10,000 letters stops before the site is asked, in the middle of its question."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"a" * 10_000)
        Worker.handle_error(object.__new__(Worker), None, ours, None, LimitRequestLine(10_000))
        ours.setblocking(False)
        with pytest.raises(BlockingIOError):
            ours.recv(1)
        told = theirs.recv(MOST_LEFT).decode()
    head, page = told.split("\r\n\r\n")
    assert head.startswith("HTTP/1.1 414 ")
    assert f"Content-Length: {len(page.encode())}" in head
    assert "Search for a few words" in page
    assert 'href="/search/"' in page


def test_a_body_of_which_the_record_says_nothing_leads_to_no_agenda(site: Client) -> None:
    page = site.get("/bodies/dyfed-powys-police/").content.decode()
    assert "Held to account by" in page
    assert "/next/" not in page
    assert "/next/" in site.get("/bodies/anyshire-police/").content.decode()


@pytest.mark.parametrize("end", ["", "verdict/", "data.csv"])
def test_a_measure_of_a_body_that_nobody_knows_is_no_page(site: Client, end: str) -> None:
    answer = site.get(f"/measures/police-uk-robbery/corrupt-police/{end}")
    assert answer.status_code == 404
    assert "No body is called “corrupt-police”" in answer.content.decode()


@pytest.mark.parametrize("name", ["valid", "said"])
def test_a_day_that_is_none_is_called_so_once(site: Client, name: str) -> None:
    shown = site.get(f"/bodies/?{name}=2024-13-45").content.decode()
    assert "“2024-13-45” is not a date the calendar has" in shown


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("/as-at/2024-07-16/bodies/anyshire-police/", "/bodies/anyshire-police/?said=2024-07-16"),
        ("/as-at/2024-07-16/", "/?said=2024-07-16"),
        ("/as-at/2024-07-16/findings/?body=x", "/findings/?body=x&amp;said=2024-07-16"),
        (f"/findings/{small_home.RECOMMENDATION}/?said=2001-01-01", None),
        ("/plans/data.csv?known=99999&body=anyshire-police&valid=2026-01-01", None),
    ],
)
def test_a_day_at_which_there_is_nothing_leads_on(
    site: Client, address: str, way: str | None
) -> None:
    """To what sources had published by then, or to the same page of today."""
    answer = site.get(address)
    assert answer.status_code == 404
    path, _, query = address.partition("?")
    kept = "?body=anyshire-police" if "body=anyshire" in query else ""
    leads = answer.content.decode().partition("<main")[2]
    assert f'href="{way or path + kept}"' in leads.partition('href="/"')[0]


def test_today_of_a_dated_list_is_the_same_list(site: Client) -> None:
    shown = site.get("/findings/?body=anyshire-police&valid=2026-05-01").content.decode()
    assert 'href="/findings/?body=anyshire-police">See today' in shown


def test_today_is_a_day_of_an_address_that_is_to_stay(site: Client) -> None:
    shown, plain = (
        site.get(f"/compare/anyshire-police/?a=2026-03-01{b}").content.decode().split("As at")[0]
        for b in ("&b=today", "")
    )
    assert "no day of the calendar" not in shown
    assert shown == plain


READ_ONLY = (
    *(
        "/",
        "/start/",
        "/bodies/",
        "/bodies/anyshire-police/",
        "/findings/",
        "/reports/",
        "/about/",
    ),
    *(f"/findings/{small_home.RECOMMENDATION}/", "/compare/anyshire-police/", "/help/", "/about/"),
    *("/about/privacy/", "/about/accessibility/", "/about/components/", "/about/sources/"),
    *("/cases/anyshire/theft/", "/search/", "/data/", "/data/findings.csv", "/history/"),
)


@pytest.mark.parametrize("method", ["DELETE", "OPTIONS", "TRACE", "POST"])
def test_a_page_that_is_only_read_takes_nothing_else(site: Client, method: str) -> None:
    for address in READ_ONLY:
        answer = site.generic(method, address)
        assert (address, answer.status_code) == (address, 405)
        assert answer["Allow"] == "GET, HEAD"
        assert "<h1" in answer.content.decode()
