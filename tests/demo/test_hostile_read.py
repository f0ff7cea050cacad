"""A hostile read of the public pages: every page is crawled as the lawyer of the body would.

No stronger verb than the source, no summary headed as original words, no line about a real body
without a source, a banner on every page, nothing invented on a real body.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

START = (
    *(
        "/",
        "/start/",
        "/bodies/",
        "/cases/west-mercia/soc/",
        "/cases/west-mercia/soc/?said=2024-01-01",
    ),
    *("/bodies/west-mercia-police/", "/bodies/anyshire-police/", "/compare/west-mercia-police/"),
    *("/history/", "/history/verify/", "/about/", "/read/", "/corrections/"),
)
MOST_PAGES = 400
NEVER = re.compile(
    r"\b(in breach|unsupported|exaggerated|shameful|league table|worst force|special measures"
    r"|failing force|lied|blockchain|immutable|tamper-proof)\b",
    re.IGNORECASE,
)
SILENT = re.compile(r"in our sources|No evidence yet|Cannot be measured|no papers of a session")
OURS = "Our summary says"
REAL = re.compile(r"west[- ]mercia|staffordshire|warwickshire|west midlands", re.IGNORECASE)
INVENTED = re.compile(r"anyshire", re.IGNORECASE)


def crawl(reader: Client) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Every page that links lead to, each once; addresses of other sites are left out."""
    waiting, seen = list(START), set(START)
    for _ in range(MOST_PAGES):
        if not waiting:
            return
        address = waiting.pop(0)
        answer = reader.get(address)
        assert answer.status_code in (200, 302), f"{address}: {answer.status_code}"
        if answer.status_code == 302 or "text/html" not in answer["Content-Type"]:
            continue
        tree = LexborHTMLParser(answer.content)
        yield address, tree
        for link in tree.css("main a[href^='/']"):
            target = (link.attributes.get("href") or "").partition("#")[0]
            # One look at a document is enough: its other addresses mark other words of it.
            known = target.partition("?")[0] if target.startswith("/documents/") else target
            if known and known not in seen and not target.startswith("/roles"):
                seen.add(known)
                waiting.append(target)


@pytest.fixture
def pages(told: Path, reader: Client) -> list[tuple[str, LexborHTMLParser]]:
    return list(crawl(reader))


def words(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""


def test_every_public_page(pages: list[tuple[str, LexborHTMLParser]]) -> None:
    """One crawl, many rules: each fault names its page."""
    assert len(pages) > 100
    faults = []
    for address, tree in pages:
        main = tree.css_first("main")
        said = words(main)
        own_words = _without_quotes(tree)
        if len(tree.css("h1")) != 1:
            faults.append(f"{address}: not one h1")
        if not words(tree.css_first(".app-banner")):
            faults.append(f"{address}: no banner")
        if tree.css("[style], style, script:not([src])"):
            faults.append(f"{address}: inline style or script")
        if found := NEVER.search(own_words):
            faults.append(f"{address}: says “{found.group()}”")
        if re.search(r"\bNone\b(?! in our| of the)|\bnan\b|\{\{", said):
            faults.append(f"{address}: a hole in its words")
        faults += [f"{address}: {fault}" for fault in _quotes(tree)]
        faults += [f"{address}: {fault}" for fault in _lines_without_source(address, tree)]
        if "/bodies/west-mercia" in address and INVENTED.search(own_words):
            faults.append(f"{address}: something invented on a real body")
    assert not faults, "\n".join(faults[:40])


def test_titles_are_unique(pages: list[tuple[str, LexborHTMLParser]]) -> None:
    titles: dict[str, str] = {}
    for address, tree in pages:
        plain = address.partition("?")[0]
        if plain == "/":
            continue  # the case in front, which has an address of its own
        title = words(tree.css_first("title"))
        assert titles.setdefault(title, plain) == plain, f"{plain} and {titles[title]}: {title}"


def _without_quotes(tree: LexborHTMLParser) -> str:
    """The site's own words: what sources say, and the text of documents, is theirs."""
    copy = LexborHTMLParser(tree.html or "")
    for node in copy.css("blockquote, mark, .app-document, footer"):
        node.decompose()
    return words(copy.css_first("main"))


def _quotes(tree: LexborHTMLParser) -> Iterator[str]:
    """A quote from a summary of a real page is headed as ours, never as the inspectors'."""
    for figure in tree.css("figure.app-quote"):
        voice = words(figure.css_first("figcaption"))
        place = words(figure.css_first(".app-quote__place"))
        if REAL.search(words(figure)) and voice != OURS:
            yield f"a quote about a real body is headed “{voice}” ({place})"


def _lines_without_source(address: str, tree: LexborHTMLParser) -> Iterator[str]:
    """On a real case, a line that states something opens its source in one click."""
    if not address.startswith(("/cases/west-mercia", "/findings/hmicfrs")):
        return
    for line in tree.css(".app-line"):
        stated = words(line.css_first(".app-line__words"))
        silent = SILENT.search(stated)
        if not line.css(".app-line__proof a") and not silent:
            yield f"no source for “{stated[:60]}”"
