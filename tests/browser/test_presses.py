"""The way past a long page by keyboard: its parts are few presses from its top.

A press is one key. The session of the demonstration that is built here has an agenda of its own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MOST = 30
"""Presses from the top of a page to the first control of any of its parts."""
BUILD = "/sessions/anyshire-pcc/2027-01-21/build/"
PAGES = ("/week/", "/review/", BUILD, BUILD.replace("build", "live"))
HELD = "/sessions/anyshire-pcc/2026-09-17/"
AT = "document.activeElement.getAttribute('href') || ''"


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """The browser of an officer, with an agenda that is begun."""
    context = chromium.new_context(base_url=site)
    found = context.new_page()
    found.goto("/roles/")
    with found.expect_navigation():
        found.locator('button[value="anyshire-pcc/governance-officer"]').click()
    found.goto(BUILD)
    begin = found.locator('button[value="begin"]')
    if begin.count():
        with found.expect_navigation():
            begin.click()
    yield found
    context.close()


def to(page: Page, anchor: str) -> int:
    """Go to a part by its link in the list at the top; the presses that it took."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for press in range(3, MOST + 1):
        page.keyboard.press("Tab")
        if page.evaluate(AT) == anchor:
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            return press + 2
    raise AssertionError(f"{anchor} is more than {MOST} presses from the top")


@pytest.mark.parametrize("address", [*PAGES, HELD])
def test_every_part_of_a_long_page_is_a_few_presses_from_its_top(page: Page, address: str) -> None:
    page.goto(address)
    parts = page.locator('nav[aria-label="On this page"] a')
    anchors = [parts.nth(n).get_attribute("href") or "" for n in range(parts.count())]
    assert len(anchors) > 1
    for anchor in anchors:
        page.goto("about:blank")
        page.goto(address)
        assert to(page, anchor) <= MOST
        after = page.evaluate(
            "id => document.getElementById(id)"
            ".compareDocumentPosition(document.activeElement) & (4 | 16)",
            anchor[1:],
        )
        assert after, f"after {anchor} the focus stands before that part"


def test_the_rows_of_the_register_and_the_search_are_a_few_presses_away(page: Page) -> None:
    page.goto("/plans/")
    assert to(page, "#rows") <= MOST
    page.goto("about:blank")
    page.goto("/plans/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.insert_text("burglary")
    assert page.locator("#q").input_value() == "burglary"


def test_each_part_of_the_week_leads_on_to_the_next(page: Page) -> None:
    page.goto("/week/")
    onward = page.get_by_role("link", name="Go to the next part")
    assert onward.count() > 0
    onward.first.focus()
    assert onward.first.is_visible()
    target = (onward.first.get_attribute("href") or "")[1:]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "id => document.getElementById(id).compareDocumentPosition(document.activeElement) & 4",
        target,
    )
