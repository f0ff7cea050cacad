"""Pages of an office on the demonstration: no fault that axe finds, nothing off the side."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations

pytestmark = pytest.mark.browser

REPLY = "/responses/anyshire-inspectorate/2026/anyshire/response"
PAGES = (
    f"{REPLY}/explanations/",
    "/plans/anyshire-police/together/?ticked=action/anyshire/2026/05",
    "/sessions/anyshire-pcc/standing/",
    "/sessions/anyshire-pcc/2026-09-17/amend/",
)


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """The browser of an officer."""
    context = chromium.new_context(base_url=site)
    found = context.new_page()
    found.goto("/roles/")
    with found.expect_navigation():
        found.locator('button[value="anyshire-pcc/governance-officer"]').click()
    yield found
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_runs_off_the_side(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
