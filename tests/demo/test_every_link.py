"""One crawl over both stories: every link, anchor, form and file, and the way from each fact and
quote to its words.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from answerable.operations import people
from answerable.operations.rights import panel_links
from tests.demo.crawled import HOST, Answer, crawl, inside, route
from tests.demo.test_hostile_read import SILENT, words

LEADING = {
    "/compare/": "/compare/west-mercia-police/",
    "/account/": "/account/sign-in/?next=/account/",
}
"""Addresses that lead on, and where: the body in front, and the page to sign in."""
KINDS = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".py": "text/plain",
    ".css": "text/css",
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
BEGINS = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK", ".parquet": b"PAR1", ".sqlite": b"SQL"}
FILES = {"document-text": "text/plain", "evidence": "text/plain"}
"""Routes of files whose addresses end like those of pages."""
POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list")
WORDS = "#words"
OF_RULES = {"regimes", "succession", "escalation", "claim"}
"""Pages whose lines name a law or the file of a rule, count what stands on the page they lead to,
or part the statement that is quoted above them into what was said."""
OF_FACTS = {
    *("home", "body", "case", "finding", "findings", "money", "money-line", "people", "partners"),
    *("session", "forward-plan", "report-of", "reports", "claims", "claim", "plans", "history"),
    *("asked", "item", "clock"),
}
RULES = re.compile("As the regime’s file holds them|^Last day of the period")
MOST_ELSEWHERE, MOST_OF_A_LINK = 1_500, 150
Crawled = Mapping[str, Answer]


@pytest.fixture(scope="module")
def _kept() -> dict[str, Crawled]:
    return {}


@pytest.fixture
def found(told: Path, reader: Client, _kept: dict[str, Crawled]) -> Crawled:
    """The crawl, made once for this file."""
    if not _kept:
        _kept["crawl"] = crawl(reader)
    return _kept["crawl"]


def test_every_address_answers_in_its_kind(found: Crawled) -> None:
    assert len(found) > 4_000
    faults = []
    for address, answer in found.items():
        where = f"{address} (on {answer.named_by})"
        if LEADING.get(address) == answer.leads != "":
            continue
        if answer.status != 200:
            faults.append(f"{where}: {answer.status} {answer.leads}")
            continue
        ending = re.search(r"\.[a-z]+$", answer.path)
        ends = ending[0] if ending and ending[0] in KINDS else ""
        kind = KINDS.get(ends) or FILES.get(route(address)) or "text/html"
        if not answer.kind.startswith(kind):
            faults.append(f"{where}: {answer.kind}, not {kind}")
        empty = not answer.data and ends != ".jsonl"  # a table may have no row
        if not answer.data.startswith(BEGINS.get(ends, b"")) or empty:
            faults.append(f"{where}: begins {answer.data[:8]!r}")
    assert faults == []


def test_every_anchor_is_there(found: Crawled) -> None:
    faults = []
    for answer in _pages(found):
        for link in answer.links:
            if "#" not in link:
                continue
            target, point = inside(link, at=answer.address), link.partition("#")[2]
            there = found.get(target or "")
            if there is not None and point not in there.ids:
                faults.append(f"{answer.address}: {link}")
    assert faults == []


def test_whatever_points_inside_a_page_finds_it(found: Crawled) -> None:
    """Labels, descriptions and headings of parts: a wrong one is silence for a screen reader."""
    faults = []
    for answer in _pages(found):
        for name in POINTING:
            for node in answer.tree.css(f"[{name}]"):
                wanted = (node.attributes[name] or "").split()
                faults += [f"{answer.address}: {name}={n}" for n in wanted if n not in answer.ids]
    assert faults == []


def test_every_form_writes_to_an_address_that_there_is(found: Crawled) -> None:
    faults = [
        f"{answer.address}: {form.attributes.get('action')}"
        for answer in _pages(found)
        for form in answer.tree.css("form")
        if not route(inside(form.attributes.get("action") or "", at=answer.address) or "")
    ]
    assert faults == []


def test_every_quote_leads_to_its_marked_words(found: Crawled) -> None:
    """Where the words stand in a document, they are marked there; else they are the record's."""
    faults, seen = [], 0
    for answer in _pages(found):
        for figure in answer.tree.css("main figure.app-quote"):
            said, link = words(figure.css_first("blockquote")), figure.css_first("a.app-link")
            address = (link.attributes["href"] or "") if link else answer.address
            if "/history/entry/" in address:
                continue
            if WORDS not in address:
                faults.append(f"{answer.address}: no place for “{said[:60]}”")
                continue
            seen += 1
            there = found.get(inside(address, at=answer.address) or "")
            if there is None:  # a dated view of which some are asked
                assert "?" in answer.address, address
            elif _plain(said) not in _plain(_marked(there)):
                faults.append(f"{answer.address}: “{said[:60]}” is not marked at {address}")
    assert seen > 300
    assert faults == []


def test_every_link_to_a_source_leads_to_words_that_are_marked(found: Crawled) -> None:
    """Each source beside a fact opens its document with the words of that fact marked."""
    faults, seen = [], set()
    for answer in _pages(found):
        for node in answer.tree.css("main a[href*='/documents/'][href*='entry=']"):
            target = inside(node.attributes["href"] or "", at=answer.address) or ""
            if (
                target in seen
                or target not in found
                or WORDS not in (node.attributes["href"] or "")
            ):
                continue
            seen.add(target)
            there = found[target]
            if not words(there.tree.css_first(f"mark{WORDS}")):
                faults.append(f"{answer.address}: nothing is marked at {target}")
    assert len(seen) > 200
    assert faults == []


def test_every_line_of_fact_has_a_way_to_its_source(found: Crawled) -> None:
    faults = []
    for answer in _pages(found):
        if route(answer.address) in OF_RULES:
            continue
        faults += [f"{answer.address}: {fault}" for fault in _without_source(answer)]
    assert faults == []


def test_every_table_of_facts_names_sources_or_the_page_that_does(found: Crawled) -> None:
    """Rows of grades, money, offices, sessions and dates that somebody stated."""
    faults = []
    for answer in _pages(found):
        if route(answer.address) not in OF_FACTS:
            continue
        drawn = {table.mem_id for table in answer.tree.css("main figure table")}
        for table in answer.tree.css("main table"):
            # A picture tells in other form what the lines beside it say with their sources.
            if table.mem_id in drawn or RULES.search(words(table.css_first("caption"))):
                continue
            faults += [
                f"{answer.address}: no way on from “{words(row)[:80]}”"
                for row in table.css("tbody tr")
                if not row.css("a[href]")
                and not _silent(words(row))
                and not RULES.search(words(row))
            ]
    assert faults == []


def test_a_reader_elsewhere_is_led_nowhere_that_is_closed(told: Path) -> None:
    """Beyond this machine nothing can be written by choosing an office, and no link says so."""
    elsewhere = Client(HTTP_HOST=HOST, HTTP_X_FORWARDED_FOR="192.0.2.7")
    found = crawl(elsewhere, most=MOST_ELSEWHERE, pages_only=True)
    assert len(found) == MOST_ELSEWHERE
    faults = [
        f"{a.address} (on {a.named_by}): {a.status}"
        for a in found.values()
        if a.status != 200 and LEADING.get(a.address) != a.leads
    ]
    assert faults == []


def test_what_a_panel_was_sent_leads_on(own: Path) -> None:
    now = datetime.now(UTC)  # noqa: TID251  # the pages read their own clock
    link = panel_links.make(
        by=people.acting_as("anyshire-pcc/governance-officer"),
        at=now,
        label="Members of the panel",
        paths=["/bodies/anyshire-police/", "/packs/panel/anyshire-pcc.docx"],
    )
    member = Client(HTTP_HOST=HOST, HTTP_X_FORWARDED_FOR="192.0.2.7")
    found = crawl(member, starts=[link.path], most=MOST_OF_A_LINK, pages_only=True)
    assert {f"{link.path}1/", f"{link.path}2/"} <= set(found)
    assert [a for a in found.values() if a.status != 200 and a.address not in LEADING] == []


def _pages(found: Crawled) -> Iterator[Answer]:
    return (answer for answer in found.values() if answer.is_page)


def _marked(answer: Answer) -> str:
    return " ".join(words(node) for node in answer.tree.css("mark"))


def _plain(text: str) -> str:
    """Letters and digits only: a document breaks its lines where a page does not."""
    return re.sub(r"[\W_]", "", text)


def _silent(text: str) -> bool:
    return bool(SILENT.search(text)) or "nothing" in text.lower()


def _without_source(answer: Answer) -> Iterator[str]:
    for line in answer.tree.css("main .app-line"):
        stated = words(line.css_first(".app-line__words"))
        if line.css("a[href]") or _silent(stated):
            continue
        yield f"no source for “{stated[:70]}”"
    for rung in answer.tree.css("main .app-rung--reached"):
        if not rung.css("a[href]") and "No source states" not in words(rung):
            yield f"no source for the rung “{words(rung)[:70]}”"
    for event in answer.tree.css("main .app-event"):
        if not event.css("a[href]"):
            yield f"no source for what happened: “{words(event)[:70]}”"
