"""A hostile read of the public pages: every page is crawled as the lawyer of the body would.

No stronger verb than the source, no summary headed as original words, no line about a real body
without a source, a banner on every page, nothing invented on a real body.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from docx import Document
from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.store.reads import registers

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
BODIES = (
    *("west-mercia-police", "staffordshire-police", "warwickshire-police"),
    *("west-midlands-police", "west-midlands-region", "rocu-west-midlands"),
    *("west-mercia-pcc", "west-mercia-panel"),
)
OF_A_BODY = (
    *("/bodies/{0}/", "/bodies/{0}/measures/", "/compare/{0}/", "/people/{0}/", "/money/{0}/"),
    *("/partners/{0}/", "/escalation/{0}/", "/handover/{0}/", "/sessions/{0}/", "/stages/{0}/"),
    *("/plans/?body={0}", "/plans/{0}/test/", "/plans/{0}/objectives/", "/claims/?body={0}"),
    "/findings/?body={0}",
)
REAL_PAGES = tuple(page.format(body) for body in BODIES for page in OF_A_BODY)
MOST_PAGES = 400
NEVER = re.compile(
    r"\b(in breach|unsupported|exaggerated|shameful|league table|worst force|special measures"
    r"|failing force|lied|blockchain|immutable|tamper-proof)\b",
    re.IGNORECASE,
)
SILENT = re.compile(r"in our sources|No evidence yet|Cannot be measured|no papers of a session")
OURS = "Our summary says"
BEGINNING = 30
# What our sources do not say of a real body, said as if they did, or said for it.
VERDICT = re.compile(
    r"answers no findings|no actions stand|\b\d+ of \d+ findings and actions are open"
    r"|without an owner|\b[1-9]\d* overdue|nobody has judged|overall (?:grade|score)(?! of)"
    r"|\branked (?:first|last|\d)|best force|has failed|should have moved up and have not",
    re.IGNORECASE,
)
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


def summarised() -> frozenset[str]:
    """How the words of each summary of ours begin that stand behind a fact."""
    facts = (v.fact for name in registers.institutions() for v in registers.history(name).versions)
    quotes = (f.quote for f in facts if f.quote and f.source and f.source.kind == "summary")
    return frozenset(quote[:BEGINNING] for quote in quotes if len(quote) > BEGINNING)


def test_every_public_page(pages: list[tuple[str, LexborHTMLParser]]) -> None:
    """One crawl, many rules: each fault names its page."""
    assert len(pages) > 100
    faults, ours = [], summarised()
    assert len(ours) > 50
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
        if re.search(r"\bNone\b(?! in our| of the|-Match)|\bnan\b|\{\{", said):
            faults.append(f"{address}: a hole in its words")
        faults += [f"{address}: {fault}" for fault in _quotes(tree)]
        faults += [
            f"{address}: words of our summary in quotation marks: {found}"
            for found in re.findall("“([^”]{30})", said)
            if found in ours
        ]
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


@pytest.fixture
def real(told: Path, reader: Client) -> dict[str, LexborHTMLParser]:
    """Every kind of page of every real body of the story."""
    found = {}
    for address in REAL_PAGES:
        answer = reader.get(address)
        if answer.status_code == 404 and not address.startswith("/bodies/"):
            continue  # a body without a register of its own
        if answer.status_code == 302:
            continue  # a body that holds another to account leads to that one's page
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        found[address] = LexborHTMLParser(answer.content)
    return found


def test_every_page_of_a_real_body(real: dict[str, LexborHTMLParser]) -> None:
    """Nothing invented on it, no silence read as a verdict, no hole, and titles that differ."""
    assert len(real) > 80
    faults = []
    for address, tree in real.items():
        said = _without_quotes(tree)
        faults += [f"{address}: says “{m.group()}”" for m in NEVER.finditer(said)]
        faults += [f"{address}: verdict “{m.group()}”" for m in VERDICT.finditer(said)]
        faults += [f"{address}: {fault}" for fault in _quotes(tree)]
        if INVENTED.search(re.sub(r"Other registers.*", "", said)):
            faults.append(f"{address}: something invented on a real body")
        if len(tree.css("h1")) != 1:
            faults.append(f"{address}: not one h1")
    assert not faults, "\n".join(faults[:40])


def test_a_handover_of_a_real_body_shows_a_reader_nothing(
    real: dict[str, LexborHTMLParser],
) -> None:
    for address, tree in real.items():
        if address.startswith("/handover/"):
            assert not tree.css("main [href*='.pdf'], main [href*='.docx']"), address
            assert "internal" in words(tree.css_first("main")), address


def test_each_grade_of_a_real_body_can_be_answered(told: Path, reader: Client) -> None:
    for address in ("/bodies/west-mercia-police/", "/reports/hmicfrs/2023/soc/"):
        tree = LexborHTMLParser(reader.get(address).content)
        rows = tree.css("table")[0].css("tbody tr")
        assert rows
        for row in rows:
            assert row.css_first("a[href^='/corrections/reply/']"), words(row)
            assert row.css_first("a[href^='/corrections/report/']"), words(row)


def test_each_statement_stands_with_the_body_it_is_about(told: Path, reader: Client) -> None:
    """An invented statement under the name of a real body would be the worst fault of all."""
    tree = LexborHTMLParser(reader.get("/claims/").content)
    rows = tree.css("tbody tr")
    assert len(rows) > 10
    for row in rows:
        link = row.css_first("a[href^='/claims/']")
        place = "Anyshire" if "anyshire" in (link.attributes["href"] or "") else "West Mercia"
        assert place in words(row.css_first(".app-cell__note")), words(row)


def test_a_list_of_grades_gives_each_its_day(told: Path, reader: Client) -> None:
    """“Inadequate, good, inadequate” without days would make one line of three cycles."""
    said = words(LexborHTMLParser(reader.get("/start/").content).css_first("main"))
    listed = re.findall(r"Grade: [a-z ]+ for [A-Za-z ]+(, \d+ \w+ \d{4})?", said)
    assert listed
    assert all(listed)


def test_of_an_office_seen_once_no_first_day_is_said(told: Path, reader: Client) -> None:
    """An attendance list shows who held an office, not that a term began on that day."""
    said = words(LexborHTMLParser(reader.get("/people/west-mercia-police/").content).body)
    assert "by 31 August 2023" in said
    assert "A term began: 31 August 2023" not in said


def test_where_sources_differ_on_a_start_each_day_stands_with_its_source(
    told: Path, reader: Client
) -> None:
    html = reader.get("/people/west-mercia-police/").content.decode()
    for day in ("A term began: September 2023", "A term began: 23 October 2023"):
        row = html.split(day, 1)[1].split("</li>", 1)[0]
        assert "/documents/" in row, day


def test_the_page_of_a_body_answers_on_sessions_money_partners_and_offices(
    told: Path, reader: Client
) -> None:
    """Each in a few words, with its source or that none of ours says it."""
    tree = LexborHTMLParser(reader.get("/bodies/west-mercia-police/").content)
    lines = {
        node.attributes.get("id") or "": node
        for node in tree.css(".app-line")
        if node.attributes.get("id")
    }
    expected = {
        "sessions-soc": ("counted 16 sessions", "Anthony Bangham, Pippa Mills, Alex Murray"),
        "money": ("Awarded: £677,612.69", "No sum in our sources is labelled for organised"),
        "partners": ("No shared action and no agreement",),
        "open-west-mercia-chief-constable": ("2016: nothing on our record", "1 cause of concern"),
    }
    for name, said in expected.items():
        text = words(lines[name])
        assert all(part in text for part in said), text
        proven = lines[name].css_first(".app-line__proof a")
        assert proven is not None or "in our sources" in text
        assert lines[name].css_first(".app-line__words a") is not None, "the page that tells all"


@pytest.mark.parametrize(
    ("page", "stated", "never"),
    [
        ("/search/?q=Alex+Murray", "In office, September 2023", "1 September 2023"),
        ("/search/?q=Anthony+Bangham", "In office, 2016", "1 January 2016"),
        ("/search/?q=Marc+Bayliss", "In office, 31 August 2023", "Took office"),
        ("/money/west-mercia-police/", "2023/24 and 2024/25", "1 April 2023"),
        ("/history/entry/6/", "True from 2018 Said by its source 2018", "1 January 2018"),
        ("/history/entry/27/", "True from May 2024", "1 May 2024"),
    ],
)
def test_no_day_is_more_precise_than_its_source(
    told: Path, reader: Client, page: str, stated: str, never: str
) -> None:
    """A month stands in the record with its first day; shown as a day it would be invented."""
    said = words(LexborHTMLParser(reader.get(page).content).css_first("main"))
    assert stated in said
    assert never not in said


def test_a_correction_stands_at_the_top_of_the_pages_that_it_mends(
    told: Path, reader: Client
) -> None:
    for page in (
        "/money/anyshire-police/",
        "/money/anyshire-police/neighbourhood-crime-fund-2025-26/",
    ):
        said = words(LexborHTMLParser(reader.get(page).content).css_first("main"))
        assert "the amount is 120,000; we had written it down wrongly" in said, page
        assert said.index("Put right on") < said.index("Budgeted"), "before what it mends"


def test_an_agenda_is_not_called_a_session_that_was_held(told: Path, reader: Client) -> None:
    tree = LexborHTMLParser(reader.get("/sessions/west-mercia-pcc/").content)
    by_day = {words(row.css_first("th")): words(row) for row in tree.css("tbody tr")}
    assert "That it was held is not in our sources." in by_day["20 May 2024"]
    assert "Held." in by_day["16 July 2024"]


def test_no_paper_in_the_form_of_a_real_office_is_made(told: Path, reader: Client) -> None:
    """Not minutes of sessions that others minuted, nor a rule or a plan that is not theirs."""
    plan = words(LexborHTMLParser(reader.get("/sessions/west-mercia-pcc/").content))
    assert "Papers are asked for" not in plan
    assert "What is planned for the next twelve months is not in our sources." in plan
    page = words(LexborHTMLParser(reader.get("/sessions/west-mercia-pcc/2023-12-11/").content))
    assert "What our sources hold (PDF)" in page
    assert "Minutes (PDF)" not in page
    assert "This session’s actions" not in page
    for address, standing in (
        ("/packs/minutes/west-mercia-pcc/2023-12-11.docx", "Held."),
        ("/packs/minutes/west-mercia-pcc/2023-12-11.docx", "a delivery plan on serious and"),
        ("/packs/minutes/west-mercia-pcc/2024-07-16.docx", "What was agreed is not."),
        ("/packs/minutes/west-mercia-pcc/2024-05-20.docx", "On an agenda. That it was held"),
        ("/packs/tracker/west-mercia-police.docx", "What was agreed to be done is not in our"),
    ):
        file = Document(BytesIO(reader.get(address).content))
        said = "\n".join(p.text for p in file.paragraphs)
        said += "\n".join(cell.text for t in file.tables for row in t.rows for cell in row.cells)
        assert standing in said, address
        form = re.search(r"(?m)Minutes:|^Action tracker|Zero|0 (questions|actions)", said)
        assert form is None, address
        assert "None recorded" not in said, address
    ours = Document(BytesIO(reader.get("/packs/minutes/anyshire-pcc/2026-05-21.docx").content))
    assert any("Minutes: " in p.text for p in ours.paragraphs), "Anyshire's are its own"


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
