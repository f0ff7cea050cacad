"""The site as its readers walk it: each address that an answer of the site names, asked once.

Addresses are found in pages (links, pictures, forms that ask), feeds, calendars, open data,
JSON and inside packs. Of addresses with a question that differ only in its values some are asked:
a register can be asked in thousands of ways that are alike.
"""

import io
import re
import zipfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from selectolax.lexbor import LexborHTMLParser, LexborNode

HOST = "127.0.0.1"
STARTS = ("/", "/sitemap.xml", "/robots.txt")
ALIKE = 25
"""How many addresses of one route are asked whose questions have the same names."""
EVERY = 50_000
NO_PAGE = re.compile(
    r"\.(?:csv|jsonl|parquet|sqlite|json|pdf|docx|xlsx|atom|ics|py|xml|txt|css|mjs|svg)$|^/api/"
)
_UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>")
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|li|h\d|tr|td|th|dt|dd|br|section|summary|a|label|span)\b[^>]*>"
)
_WHOLE = re.compile(rf"https?://{re.escape(HOST)}(?::\d+)?/[^\s\"'<>\\),;]*")
_QUOTED = re.compile(r'"(/[a-z][^"{}\\\s]*)"')
_CELL = re.compile(r"(?:^|,)(/[a-z][^\",\s]*)(?=,|\r?$)", re.MULTILINE)
_FOLDED = re.compile(r"\r\n ")


@dataclass(frozen=True)
class Answer:
    """What an address gave, and which answer named it first."""

    address: str
    named_by: str
    status: int
    kind: str
    leads: str
    data: bytes = field(repr=False)

    @property
    def is_page(self) -> bool:
        """Is it a page for people?"""
        return self.status == 200 and self.kind.startswith("text/html")

    @property
    def path(self) -> str:
        """Its address without the question."""
        return urlsplit(self.address).path

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page, parsed once."""
        return LexborHTMLParser(self.data)

    @cached_property
    def ids(self) -> frozenset[str]:
        """What an address can point at inside the page."""
        return frozenset(node.attributes["id"] or "" for node in self.tree.css("[id]"))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every address that the page leads to or shows, as it is written there."""
        named = (("[href]", "href"), ("[src]", "src"))
        return tuple(
            node.attributes[name] or "" for at, name in named for node in self.tree.css(at)
        )


def crawl(
    client: Client, *, starts: Iterable[str] = STARTS, most: int = EVERY, pages_only: bool = False
) -> dict[str, Answer]:
    """Address -> answer, those nearest to the starts first."""
    waiting = deque((start, "") for start in starts)
    known, alike = {start for start, _ in waiting}, Counter[tuple[str, ...]]()
    found: dict[str, Answer] = {}
    while waiting and len(found) < most:
        address, by = waiting.popleft()
        answer = found[address] = ask(client, address, by=by)
        for named in names_in(answer):
            target = inside(named, at=address)
            if target is None or target in known or (pages_only and NO_PAGE.search(target)):
                continue
            known.add(target)
            if shape := _shape(target):
                alike[shape] += 1
                if alike[shape] > ALIKE:
                    continue
            waiting.append((target, address))
    return found


def ask(client: Client, address: str, *, by: str = "") -> Answer:
    """One address, asked as a reader does."""
    given = client.get(address)
    data = b"".join(given.streaming_content) if given.streaming else given.content  # type: ignore[attr-defined]  # one of two kinds of answer
    kind, leads = (given.headers.get(name, "") for name in ("Content-Type", "Location"))
    return Answer(address, by, given.status_code, kind, leads, data)


def inside(named: str, *, at: str) -> str | None:
    """The address within the site, without its fragment; None for another site's."""
    parts = urlsplit(urljoin(f"http://{HOST}{at}", named))
    if parts.scheme not in ("http", "https") or parts.hostname != HOST:
        return None
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def route(address: str) -> str:
    """The name of the route of an address; empty for a file of the site and for none."""
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""


def names_in(answer: Answer) -> Iterator[str]:
    """Every address that an answer names."""
    if answer.leads:
        yield answer.leads
    if answer.is_page:
        yield from answer.links
        yield from map(asked_by, answer.tree.css("form"))
    elif "officedocument" in answer.kind:
        with zipfile.ZipFile(io.BytesIO(answer.data)) as pack:
            for name in pack.namelist():
                if name.endswith((".xml", ".rels")):
                    yield from _whole(pack.read(name).decode())
    elif any(kind in answer.kind for kind in ("csv", "json", "calendar", "xml", "plain")):
        text = _FOLDED.sub("", answer.data.decode())
        yield from _whole(text)
        if "json" in answer.kind and not answer.path.endswith("openapi.json"):
            yield from _QUOTED.findall(text)
        if "csv" in answer.kind:
            yield from _CELL.findall(text)


def asked_by(form: LexborNode) -> str:
    """The address that a form asks for as it stands; of one that writes, nothing is asked."""
    given = form.attributes
    if (given.get("method") or "get").lower() != "get":
        return "#"
    values = []
    for node in form.css("input[name], select[name], textarea[name]"):
        name, value = node.attributes["name"] or "", node.attributes.get("value") or ""
        if (
            node.attributes.get("type") in ("radio", "checkbox")
            and "checked" not in node.attributes
        ):
            continue
        if node.tag == "select":
            chosen = node.css_first("option[selected]") or node.css_first("option")
            value = (chosen.attributes.get("value") or "") if chosen else ""
        values.append((name, value))
    return f"{given.get('action') or ''}?{urlencode(values)}"


def pages(client: Client, *, most: int) -> Iterator[tuple[str, str]]:
    """Address and visible words of up to `most` pages, nearest to the first page first."""
    starts = ("/", "/oversight/", "/forms/anyshire-police/")
    found = crawl(client, starts=starts, most=most * 2, pages_only=True)
    seen = [answer for answer in found.values() if answer.is_page and "?" not in answer.address]
    for answer in seen[:most]:
        yield answer.address, _BLOCK.sub("\n", _UNSEEN.sub("", answer.data.decode()))


def _whole(text: str) -> Iterator[str]:
    for match in _WHOLE.finditer(text):
        yield match[0].rstrip(".&")


def _shape(address: str) -> tuple[str, ...]:
    """What addresses have in common that differ in the values of their questions only."""
    query = urlsplit(address).query
    if not query or address.startswith("/documents/"):
        return ()
    return (route(address), *sorted({part.partition("=")[0] for part in query.split("&")}))
