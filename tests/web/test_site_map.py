"""The map of the site and its robots.txt: public pages alone, each of which answers."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client

from answerable.operations.output import mirror, site_map
from answerable.publishing import sitemaps
from answerable.vocabulary.times import first_day
from answerable.web import crawl
from tests.web import small_home
from tests.web.small_home import ACTION, FORCE, RECOMMENDATION

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OFFICES = (
    *("/account/people/", "/week/", "/plans/", "/review/", "/import/", "/panel/token/"),
    *(f"/plans/{FORCE}/test/", "/figures/", "/set-up/", "/findings/new/", "/claims/new/"),
    *("/responses/a/clock/", "/actions/a/move/", "/handover/a/", "/api/v1/bodies"),
)


@pytest.fixture
def site(home: Path) -> Client:
    small_home.made()
    return Client(SERVER_NAME="127.0.0.1")


def locations(data: bytes) -> list[str]:
    return [str(found.text) for found in Tree.fromstring(data).iter(f"{SPACE}loc")]  # noqa: S314  # our own


def test_every_address_of_the_map_is_a_page_that_a_reader_may_open(site: Client) -> None:
    (part,) = locations(site.get("/sitemap.xml").content)
    assert part == "http://127.0.0.1/sitemap-1.xml"
    found = [urlsplit(a).path for a in locations(site.get("/sitemap-1.xml").content)]
    assert {"/", f"/findings/{RECOMMENDATION}/", f"/findings/{ACTION}/", f"/bodies/{FORCE}/"} <= {
        *found
    }
    assert len(set(found)) == len(found) > 25
    answers = {path: site.get(path).status_code for path in found}
    assert {path: code for path, code in answers.items() if code != 200} == {}
    kept_out = tuple(p for p in site_map.KEPT_OUT if "*" not in p)
    assert [path for path in found if path.startswith(kept_out)] == []


def test_working_pages_are_kept_from_programs_and_public_ones_are_not(site: Client) -> None:
    answer = site.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    told = RobotFileParser()
    told.parse(answer.content.decode().splitlines())
    assert told.site_maps() == ["http://127.0.0.1/sitemap.xml"]
    assert [p for p in OFFICES if told.can_fetch("any", f"http://127.0.0.1{p}")] == []
    found = locations(site.get("/sitemap-1.xml").content)
    assert [a for a in found if not told.can_fetch("any", a)] == []
    assert not re.search("Quiet", answer.content.decode())


def test_a_part_beyond_the_last_says_how_many_there_are(site: Client) -> None:
    answer = site.get("/sitemap-2.xml")
    assert answer.status_code == 404
    assert "ends with part 1" in answer.content.decode()
    assert site.get(f"/sitemap-{'9' * 30}.xml").status_code == 404


def test_no_part_is_longer_than_the_protocol_allows() -> None:
    many = [f"/findings/{n:05}/{'x' * 2_000}/" for n in range(sitemaps.MOST + 1)]
    first, second = sitemaps.parts(many)
    assert (len(first), len(second)) == (20_000, 1)
    assert len(sitemaps.part(first, base="https://a.example/")) < 50_000_000
    assert len(locations(sitemaps.index(2, base="https://a.example/"))) == 2
    assert locations(sitemaps.part(["/a b/&/"], base="https://a.example/")) == [
        "https://a.example/a%20b/%26/"
    ]


def test_the_map_of_a_mirror_names_each_of_its_pages_and_nothing_else(home: Path) -> None:
    small_home.made()
    look = mirror.fixed(on=first_day("2026-11-23"), known=11, base="https://m.example")
    every = crawl.files(look, live="https://live.example")
    assert b"Sitemap: https://m.example/sitemap.xml" in every["robots.txt"]
    assert locations(every["sitemap.xml"]) == ["https://m.example/sitemap-1.xml"]
    told = [a.removeprefix("https://m.example/") for a in locations(every["sitemap-1.xml"])]
    assert {f"{path}index.html" for path in told} == {n for n in every if n.endswith(".html")}


def test_one_address_that_must_be_quoted_leaves_the_others_as_they_are() -> None:
    plain = sitemaps.part(["/a/b-1/", "/c.d~e/"], base="https://a.example/")
    both = sitemaps.part(["/a/b-1/", "/é & <b>/", "/c.d~e/"], base="https://a.example/")
    assert locations(plain) == ["https://a.example/a/b-1/", "https://a.example/c.d~e/"]
    quoted = "https://a.example/%C3%A9%20%26%20%3Cb%3E/"
    assert locations(both) == [locations(plain)[0], quoted, locations(plain)[1]]
