"""Pages that are gone to by a link, the first screen, what can be answered, and the foot on paper.

Every other kind of page is looked at in `test_page_types.py`.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.browser.looks import faults_of_structure

pytestmark = pytest.mark.browser

COUNTY = "/findings/anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
CAUSE = "/findings/hmicfrs/2023/west-mercia/soc/cause-of-concern/1/"
LATE = f"{COUNTY}/recommendation/3/"
FIRST_SCREEN = 900


def test_a_document_and_a_reading_beside_it(site: str, open_page: OpenPage) -> None:
    page = open_page(f"{site}{CAUSE}")
    page.get_by_role("link", name="See it in the document").click()
    _every_way(page)
    page.goto(f"{site}/roles/?next=/review/")
    page.get_by_role("button", name=re.compile("^Governance officer,")).click()
    page.wait_for_url("**/review/")
    _every_way(page)
    page.locator("main .app-rows a").first.click()
    page.wait_for_url(re.compile("/review/r"))
    _every_way(page)


def _every_way(page: Page) -> None:
    """Wide, on a phone, and on the narrowest."""
    page.set_viewport_size({"width": 1280, "height": 900})
    assert faults_of_structure(page) == []
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 812})
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 812})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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
