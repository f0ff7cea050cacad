"""The page of explanations keeps its draft without a press, and joins what two offices typed."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SAVING = 15_000  # milliseconds: more than two rounds of the script
KEPT = "Kept as a draft. Nothing is on the record yet."


def desk(chromium: Browser, site: str, office: str) -> Page:
    """The page of explanations of the report that waits for a reply, as an office sees it."""
    page = chromium.new_context(base_url=site, locale="en-GB").new_page()
    page.goto("/roles/")
    with page.expect_navigation():
        page.locator(f'button[value="{office}"]').click()
    page.goto("/responses/anyshire-inspectorate/2026/anyshire/response/explanations/")
    return page


def test_what_is_typed_is_kept_by_itself_and_joined(chromium: Browser, site: str) -> None:
    one = desk(chromium, site, "anyshire-pcc/governance-officer")
    two = desk(chromium, site, "anyshire-pcc/commissioner")
    first, last = one.locator("textarea").first, one.locator("textarea").last
    first.fill("Typed and never pressed.")
    expect(one.locator("[data-kept]")).to_have_text(KEPT, timeout=SAVING)
    two.locator("textarea").last.fill("Of the commissioner.")
    expect(two.locator("[data-kept]")).to_have_text(KEPT, timeout=SAVING)
    expect(two.locator("textarea").first).to_have_value("Typed and never pressed.")
    first.fill("Typed again.")
    expect(last).to_have_value("Of the commissioner.", timeout=SAVING)
    two.locator("textarea").first.fill("Typed by the other.")
    expect(two.locator("[data-kept]")).to_contain_text("in the same box", timeout=SAVING)
    two.get_by_role("button", name="Keep as a draft").click()
    expect(two.locator("main")).to_contain_text(re.compile("typed meanwhile: “Typed again"))
    expect(two.locator("textarea").first).to_have_value("Typed by the other.")
    for page in (one, two):
        page.context.close()


def test_a_half_typed_day_is_kept_by_itself(chromium: Browser, site: str) -> None:
    page = desk(chromium, site, "anyshire-pcc/governance-officer")
    month = page.get_by_label("Month")
    month.fill("Octob")
    expect(page.locator("[data-kept]")).to_have_text(KEPT, timeout=SAVING)
    page.reload()
    expect(month).to_have_value("Octob")
    page.context.close()


def test_whoever_is_signed_out_while_typing_is_told_the_way_back_and_loses_no_word(
    chromium: Browser, site: str
) -> None:
    page = desk(chromium, site, "anyshire-pcc/governance-officer")
    page.context.clear_cookies()
    last = page.locator("textarea").last
    last.fill("Typed after signing out.")
    said = page.locator("[data-kept]")
    expect(said).to_contain_text("you may have been signed out", timeout=SAVING)
    way = said.get_by_role("link", name="Sign in in another tab")
    expect(way).to_have_attribute("target", "_blank")
    again = page.context.new_page()
    again.goto("/roles/")
    with again.expect_navigation():
        again.locator('button[value="anyshire-pcc/governance-officer"]').click()
    expect(said).to_have_text(KEPT, timeout=SAVING)
    expect(last).to_have_value("Typed after signing out.")
    again.goto(page.url)
    expect(again.locator("textarea").last).to_have_value("Typed after signing out.")
    page.context.close()
