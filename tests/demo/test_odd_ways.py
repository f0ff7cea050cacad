"""Every kind of page and every list of the interface, asked in ways that nobody meant: a page that
helps or a problem in JSON, never a fault of ours.
"""

from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

import pytest
from django.test import Client

from answerable.operations.interface_tables import TABLES
from tests.browser.page_types import PUBLIC
from tests.demo.crawled import HOST

NO_DAYS = ("9999-12-31", "0001-01-01", "2024-02-30", "2024-1-1", "%D9%A32024", "today")
NO_ENTRIES = ("999999999999999", "9" * 30, "-1", "1e9", "%C2%B2")
REVERSED = "a=2026-11-01&b=2016-01-01&from=2026&to=2016&first=2026-01&last=2016-01"
ODD = ("%00", "a%00b", "%FF%FE", "%ED%A0%80", "%F0%9F%A6%8A", "%E2%80%AE", "%0d%0aX:1", "AND OR (")
NAMES = (
    "q",
    "body",
    "sort",
    "view",
    "page",
    "entry",
    "measure",
    "on",
    "release",
    "limit",
    "cursor",
)
LISTS = (*TABLES, "bodies", "deadlines", "search", "entries")
FILES = (
    *("/bodies/west-mercia-police.json", "/bodies/anyshire-police/feed.atom"),
    *("/bodies/anyshire-police/calendar.ics", "/explore/data.csv", "/plans/data.csv"),
    *("/measures/police-uk-robbery/bodies.csv", "/packs/body/west-mercia-police.docx"),
    *("/data/findings.csv", "/data/money.jsonl", "/data/grades.parquet", "/search/feed.atom"),
    *("/claims/feed.atom", "/corrections/feed.atom", "/sitemap-1.xml", "/payload/1.json"),
)
ENDS = (".xml", ".exe", ".json/", "/.csv", "//", "/..%2F", "%00", "%ff", "?format=xml", ";x=1")
HEADERS = (
    {"HTTP_ACCEPT": "application/xml"},
    {"HTTP_ACCEPT_LANGUAGE": "cy;q=abc,,;;" + "x" * 5_000},
    {"HTTP_IF_NONE_MATCH": '"x'},
    {"HTTP_RANGE": "bytes=-1,5-2,a"},
    {"HTTP_COOKIE": "sessionid=%00;csrftoken=;;="},
    {"HTTP_AUTHORIZATION": "Bearer \x00"},
)
MOST = 4_000
"""Characters of a search that the server still reads in an address."""


def questions() -> Iterator[str]:
    """What is asked behind an address: one thing odd, then two and three at once."""
    yield from (f"{name}={day}" for name, day in product(("valid", "said"), NO_DAYS))
    yield from (f"known={entry}" for entry in NO_ENTRIES)
    yield from (f"{name}={ODD[n % len(ODD)]}" for n, name in enumerate(NAMES))
    yield from (
        *("valid=2199-01-01&known=0&said=1829-01-01", "valid=2016-01-01&known=5&said=2199-12-31"),
        *("valid=2024-05-14&valid=x", "known=1;said=2", "valid&known&said", REVERSED),
        *("page=0", "page=-1", "page=99999999", "q=" + "a" * MOST, "?&&=", "%00=%00"),
        "&".join(f"x{n}=1" for n in range(1_500)),
    )


def asked(address: str, question: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{question}"


def fault(client: Client, address: str, **headers: str) -> str:
    """What is wrong with an answer; empty where it is right or helps."""
    answer = client.get(address, **headers)  # type: ignore[arg-type]  # names of the environment
    status, kind = answer.status_code, answer.headers.get("Content-Type", "")
    if status >= 500:
        return f"{status}: {address[:120]}"
    if status < 400 or "problem+json" in kind:
        return ""
    helps = "html" in kind and b"<h1" in answer.content
    return "" if helps else f"{status} without help: {address[:120]} ({kind})"


@pytest.mark.parametrize("page", [*PUBLIC.values(), *FILES])
def test_a_page_asked_oddly_helps(told: Path, page: str) -> None:
    reader = Client(HTTP_HOST=HOST, raise_request_exception=False)
    path = page.partition("?")[0].rstrip("/")
    addresses = chain((asked(page, q) for q in questions()), (f"{path}{end}" for end in ENDS))
    found = [fault(reader, address) for address in addresses]
    found += [fault(reader, page, **headers) for headers in HEADERS]
    assert [one for one in found if one] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_the_interface_asked_oddly_says_so(told: Path, name: str) -> None:
    """Each address may read 300 times a minute: each asks from one of its own."""
    found = []
    for n, question in enumerate((*questions(), "limit=0", "limit=-1", "limit=99999", "fields=x")):
        client = Client(
            HTTP_HOST=HOST, REMOTE_ADDR=f"192.0.2.{n + 1}", raise_request_exception=False
        )
        found.append(fault(client, f"/api/v1/{name}?{question}"))
        found.append(fault(client, f"/api/v1/{name}/{ODD[n % len(ODD)]}"))
    assert [one for one in found if one] == []
