"""Protects the one way out: no address of this machine or its network is asked, not after a
redirect either; a site's wishes are kept; nothing is too large or takes too long."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from answerable.config import Config
from answerable.store.papers import public_web
from answerable.store.papers.public_web import Begun, Manners, NotFetched, Web, is_public
from tests.web_server import Page, Site, manners, served


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as one:
        yield one


def why(web: Web, address: str, **given: Any) -> str:
    with pytest.raises(NotFetched) as refused:
        web.fetch(address, **given)
    return refused.value.why


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "192.0.0.8",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("0.1.2.3", "224.0.0.1", "240.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"),
    ],
)
def test_an_address_that_is_not_of_the_open_internet_is_none(address: str) -> None:
    assert not is_public(address)


def test_addresses_of_the_open_internet_are() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_without_the_tests_permission_this_machine_is_not_asked(site: Site) -> None:
    """Nor by any setting: the home's configuration has no place for it."""
    site.pages["/"] = Page(b"secret")
    web = Web(Manners(delay=0))
    assert why(web, f"http://127.0.0.1:{site.port}/") == "address"
    assert why(web, "http://127.0.0.1/") == "private"
    assert why(web, "http://localhost/") == "private"
    assert why(web, "http://[::ffff:127.0.0.1]/") == "private"
    assert why(web, "http://2130706433/") == "private"
    assert site.asked == []
    assert not {name for name in Config.__dataclass_fields__ if "permit" in name}


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "https://", "x"),
        *("http://name:word@example.org/", "http://example.org:22/", "http://example.org/a\nb"),
        *("http://example.org:99999/", "https://example.org:80/"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused_unasked(address: str) -> None:
    assert why(Web(Manners(delay=0)), address) == "address"


def test_a_name_is_looked_up_once_and_the_checked_address_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that is public when checked and private a moment later would be a way in."""
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        return [(0, 0, 0, "", ("127.0.0.1" if len(asked) > 1 else "93.184.215.14", port))]

    def connect(address: tuple[str, int], *_: object) -> socket.socket:
        raise ConnectionRefusedError(address[0])

    monkeypatch.setattr(public_web.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(public_web.socket, "create_connection", connect)
    web = Web(Manners(delay=0))
    assert why(web, "https://rebinding.example/") in ("robots", "private")
    assert asked[0] == "rebinding.example"


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = [(0, 0, 0, "", ("93.184.215.14", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(public_web.socket, "getaddrinfo", lambda *_, **__: both)
    assert why(Web(Manners(delay=0)), "http://mixed.example/") == "private"


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/", "http://10.0.0.1/", "http://[::1]/", "http://0.1.2.3/"],
)
def test_a_redirect_leads_to_no_private_address(site: Site, target: str) -> None:
    site.pages["/a"] = Page(status=302, headers={"Location": target})
    assert why(Web(manners()), site.url("/a")) == "private"
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_redirect_of_the_robots_file_leads_to_no_private_address_either(site: Site) -> None:
    site.pages["/robots.txt"] = Page(status=302, headers={"Location": "http://10.0.0.1/"})
    assert why(Web(manners()), site.url("/a")) == "private"


def test_redirects_are_followed_and_end(site: Site) -> None:
    site.pages["/a"] = Page(status=301, headers={"Location": "/b"})
    site.pages["/b"] = Page(b"there")
    site.pages["/round"] = Page(status=302, headers={"Location": "/round"})
    answer = Web(manners()).fetch(site.url("/a"))
    assert (answer.data, answer.address) == (b"there", site.url("/b"))
    assert why(Web(manners()), site.url("/round")) == "redirect"


def test_from_a_secure_address_nobody_is_led_to_one_that_is_not() -> None:
    class Answered:
        headers = {"Location": "http://example.org/"}  # noqa: RUF012  # read only

    with pytest.raises(NotFetched, match="not secure"):
        public_web._onward("https://example.org/", Answered())  # type: ignore[arg-type]  # a part


def test_a_site_that_asks_programs_to_stay_away_is_not_asked(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /private/\n")
    site.pages["/private/a"], site.pages["/open"] = Page(b"no"), Page(b"yes")
    web = Web(manners())
    assert why(web, site.url("/private/a")) == "robots"
    assert web.fetch(site.url("/open")).data == b"yes"
    assert site.paths() == ["/robots.txt", "/open"]


def test_while_a_site_cannot_say_what_may_be_asked_nothing_is(site: Site) -> None:
    site.pages["/robots.txt"] = Page(status=503)
    site.pages["/a"] = Page(b"yes")
    assert why(Web(manners()), site.url("/a")) == "robots"


def test_a_host_is_left_in_peace_between_two_requests(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 7\n")
    site.pages["/a"], site.pages["/b"] = Page(b"a"), Page(b"b")
    pauses: list[float] = []
    web = Web(manners(delay=2.0, pause=pauses.append))
    web.fetch(site.url("/a"))
    web.fetch(site.url("/b"))
    assert [round(p) for p in pauses] == [7, 7]


def test_one_says_who_one_is_and_asks_only_for_what_is_new(site: Site) -> None:
    site.pages["/a"] = Page(b"words", headers={"ETag": '"1"', "Last-Modified": "Mon"})
    web = Web(manners())
    answer = web.fetch(site.url("/a"))
    again = web.fetch(site.url("/a"), etag=answer.etag, modified=answer.modified)
    assert again.data is None
    headers = site.asked[-1][1]
    assert headers["User-Agent"].startswith("Answerable/")
    assert "Cookie" not in headers
    assert headers["If-Modified-Since"] == "Mon"


def test_a_transfer_that_stopped_goes_on_from_there(site: Site) -> None:
    whole = b"0123456789" * 50_000
    site.pages["/a"] = Page(whole, headers={"ETag": '"1"'}, cut=300_000)
    kept: list[Begun] = []
    assert why(Web(manners(), stopped=kept.append), site.url("/a")) == "transfer"
    assert kept[0].data == whole[:300_000]
    site.pages["/a"] = Page(whole, headers={"ETag": '"1"'})
    assert Web(manners()).fetch(site.url("/a"), begun=kept[0]).data == whole
    site.pages["/a"] = Page(b"another", headers={"ETag": '"2"'})
    assert Web(manners()).fetch(site.url("/a"), begun=kept[0]).data == b"another"


def test_what_is_too_large_or_too_slow_is_left(site: Site) -> None:
    site.pages["/large"] = Page(b"x" * 200_000)
    site.pages["/slow"] = Page(b"x" * 100, drip=True)
    site.pages["/gone"] = Page(status=410)
    web = Web(manners(largest=100_000, seconds=0.3))
    assert why(web, site.url("/large")) == "large"
    assert why(web, site.url("/slow")) == "time"
    assert why(web, site.url("/gone")) == "gone"
    assert why(web, site.url("/not-there")) == "gone"
