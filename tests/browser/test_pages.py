"""Every kind of page with its real words: axe, width, headings, names, policy; and on paper."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

COUNTY = "/findings/anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
CAUSE = "/findings/hmicfrs/2023/west-mercia/soc/cause-of-concern/1/"
LATE = f"{COUNTY}/recommendation/3/"
ADDRESSES = (
    "/",
    "/bodies/",
    "/bodies/west-mercia-police/",
    "/cases/anyshire/neighbourhood-crime/",
    "/cases/west-mercia/soc/recommendations/",
    CAUSE,
    LATE,
    "/actions/action/anyshire/2026/05/move/",
    "/compare/west-mercia-police/?a=2024-01-01",
    "/sessions/west-mercia-pcc/2024-07-16/",
    "/sessions/anyshire-pcc/next/",
    "/measures/police-uk-robbery/west-mercia-police/",
    "/measures/anyshire-repeat-burglary/anyshire-police/",
    "/read/",
    "/search/?q=organised",
    "/history/",
    "/history/verify/",
    "/history/entry/40/",
    "/history/item/anyshire-inspectorate/2025/anyshire/neighbourhood-crime/recommendation/3/",
    "/corrections/",
    "/corrections/report/?entry=40",
    "/roles/",
    "/about/",
    "/about/accessibility/",
)
FIRST_SCREEN = 900
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])"
NAMELESS = """[...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea')]
.filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length))
.map(e => e.outerHTML.slice(0, 120))"""
VAGUE = ["here", "click here", "more", "read more", "link", "original", "source"]
UNCLEAR = """vague => [...document.querySelectorAll('main a[href]')]
.map(e => (e.getAttribute('aria-label') || e.textContent).trim().toLowerCase())
.filter(words => vague.includes(words))"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_of_every_kind(address: str, site: str, open_page: OpenPage) -> None:
    _every_way(open_page(f"{site}{address}"))


def test_a_document_and_a_reading_beside_it(site: str, open_page: OpenPage) -> None:
    page = open_page(f"{site}{CAUSE}")
    page.get_by_role("link", name="See it in the document").click()
    _every_way(page)
    page.goto(f"{site}/roles/?next=/review/")
    page.get_by_role("button", name=re.compile("^Governance officer")).click()
    page.wait_for_url("**/review/")
    _every_way(page)
    page.locator("main .app-rows a").first.click()
    page.wait_for_url(re.compile("/review/r"))
    _every_way(page)


def _every_way(page: Page) -> None:
    """Wide, on a phone, and on the narrowest."""
    page.set_viewport_size({"width": 1280, "height": 900})
    assert _faults(page) == []
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 812})
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 812})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def _faults(page: Page) -> list[str]:
    """Skipped headings, controls without a name, links whose words say nothing alone."""
    levels = page.evaluate(HEADINGS)
    steps = pairwise(levels)
    skipped = [f"h{one} is followed by h{two}" for one, two in steps if two > one + 1]
    once = [] if levels.count(1) == 1 and levels[0] == 1 else [f"headings begin {levels[:3]}"]
    return [*once, *skipped, *page.evaluate(NAMELESS), *page.evaluate(UNCLEAR, VAGUE)]


def test_the_first_page_fits_one_screen_but_for_money_and_replies(
    site: str, open_page: OpenPage
) -> None:
    page = open_page(site)
    ends = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.app-line')].map(e => "
        "[e.querySelector('dt').firstChild.textContent.trim(), e.getBoundingClientRect().bottom]))"
    )
    assert {label for label, end in ends.items() if end > FIRST_SCREEN} <= {"Money", "Replies"}
    assert {"Latest source read", "Worked", "Scrutiny"} <= set(ends)
    actions = page.locator(".app-do__link").all()
    assert len(actions) == 5
    assert all((link.bounding_box() or {"y": 901})["y"] < FIRST_SCREEN for link in actions)


def test_adverse_lines_can_be_answered(site: str, open_page: OpenPage) -> None:
    for address in ("/", CAUSE, LATE):
        page = open_page(f"{site}{address}")
        for name, heading in (
            ("Report a mistake", "Report a mistake"),
            ("Reply", "Reply to a line"),
        ):
            link = page.get_by_role("link", name=re.compile(f"^{name} (to|in) “"))
            link.first.click()
            page.wait_for_url(re.compile(r"entry=\d+$"))
            assert page.locator("h1").inner_text() == heading
            page.go_back()


@pytest.mark.parametrize("address", ["/cases/west-mercia/soc/", CAUSE, LATE])
def test_on_paper_the_foot_names_the_root_and_where_to_check_it(
    address: str, site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{site}{address}", scripts=False)
    foot = re.search(r"Root ([0-9a-f]{8})", page.locator(".app-footer").inner_text())
    assert foot is not None
    printed = " ".join(_text_of(page.pdf(format="A4")))
    assert re.search(
        rf"Entry [\d,]+\. Root {foot.group(1)}\. Check at {site}/history/verify/", printed
    )
    assert page.locator(".app-answer").inner_text()[:40] in printed
    assert "Read an article" not in printed, "the navigation is printed"


def _text_of(pdf: bytes) -> Iterator[str]:
    with pdfplumber.open(BytesIO(pdf)) as read:
        for sheet in read.pages:
            yield " ".join((sheet.extract_text() or "").split())
