"""Two stories walked as a stranger: by mouse, by keyboard alone, and without JavaScript."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.hands import Hand, Keyboard, Mouse

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)

FIRST_SENTENCE = (
    "Inspectors graded this inadequate in a report of 14 May 2024. "
    "Our sources do not say whether it has been put right."
)
ARTICLE = """Inspectors graded West Mercia Police inadequate for serious and organised crime in a
report of 14 May 2024. They made nine recommendations.

The station clock was mended on Tuesday."""
WAYS = [
    pytest.param(Mouse(), True, id="by mouse"),
    pytest.param(Keyboard(), True, id="by keyboard"),
    pytest.param(Mouse(), False, id="without scripts"),
]


def at(page: Page, heading: str | re.Pattern[str]) -> Page:
    """The page has this heading, and one only."""
    expect(page.locator("h1")).to_have_text(heading)
    return page


def answer(page: Page) -> str:
    """The first sentence."""
    return page.locator(".app-answer").inner_text()


def area(page: Page, hand: Hand, name: str) -> None:
    """Go to an area of the site."""
    hand.click(page.get_by_role("navigation", name="Areas").get_by_role("link", name=name))


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_from_the_first_sentence_to_the_words_of_the_source(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = at(open_page(site, scripts=scripts), "Serious and organised crime: West Mercia Police")
    assert answer(page) == FIRST_SENTENCE
    hand.click(page.locator(".app-crumbs").get_by_role("link", name="West Mercia Police"))
    at(page, "West Mercia Police")
    assert "inadequate" in answer(page)
    hand.click(page.get_by_role("link", name="Cause of concern 1, 14 May 2024", exact=True))
    at(page, "Cause of concern 1, May 2024: West Mercia Police")
    expect(page.locator(".app-quote__voice")).to_have_text("Our summary says")
    words = page.locator(".app-quote__words").inner_text()
    hand.click(page.get_by_role("link", name="See it in the document"))
    at(page, re.compile("letter of 9 July 2024"))
    marked = page.locator("mark#words")
    expect(marked).to_be_in_viewport()
    assert marked.inner_text() == words
    assert "These are not the original’s words." in page.locator("main").inner_text()


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_sessions_measures_and_two_days(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{site}/bodies/west-mercia-police/", scripts=scripts)
    hand.click(page.get_by_role("link", name="Serious and organised crime, 16 July 2024"))
    at(page, "Serious and organised crime: 16 July 2024")
    assert "two questions and three answers" in answer(page)
    page.go_back()
    figures = page.locator(".app-card").filter(has_text="Robbery").get_by_role("link")
    hand.click(figures)
    at(page, re.compile("^Robbery recorded at street level"))
    assert "cannot be measured" in answer(page)
    expect(
        page.get_by_text("Recorded crime is not a measure of organised crime.").first
    ).to_be_visible()
    page.go_back()
    hand.click(page.locator("main").get_by_role("link", name="Then and now"))
    at(page, "Then and now: West Mercia Police")
    hand.pick_day(page.get_by_label("Then"), "2024-01-01")
    hand.click(page.get_by_role("button", name="Compare these days"))
    expect(page).to_have_url(re.compile("a=2024-01-01"))
    row = page.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name="Serious and organised crime", exact=True)
    )
    expect(row).to_contain_text("Good, September 2019")
    expect(row).to_contain_text("Inadequate, May 2024")
    area(page, hand, "Home")
    at(page, "Serious and organised crime: West Mercia Police")
    hand.click(page.get_by_role("link", name="See it as it stood on 1 January 2024"))
    expect(page.locator(".app-banner--past")).to_contain_text("1 January 2024")
    assert "delivery plan" in answer(page)
    assert "inadequate in a report of 14 May 2024" not in page.locator("main").inner_text()


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_what_a_printed_foot_says_is_checked_against_the_record(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = open_page(site, scripts=scripts)
    foot = page.locator(".app-footer").inner_text()
    found = re.search(r"Entry ([\d,]+)\.\s+Root ([0-9a-f]{8})", foot)
    assert found is not None
    hand.click(page.get_by_role("link", name="Check that nothing was altered"))
    at(page, "Check that nothing was altered")
    assert "every leaf, value and hash agrees with the root" in answer(page)
    hand.fill(page.get_by_label("Entry at the foot of the page"), found.group(1))
    hand.fill(page.get_by_label("Root at the foot of the page"), found.group(2))
    hand.click(page.get_by_role("button", name="Compare"))
    expect(page).to_have_url(re.compile("root="))
    expect(page.locator(".app-checked--fault")).to_have_count(0)
    expect(page.locator(".app-checked").first).to_contain_text(found.group(2))


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_an_article_is_read_against_the_record(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = open_page(site, scripts=scripts)
    area(page, hand, "Read an article")
    hand.fill(page.get_by_label("Article or statement"), ARTICLE)
    hand.click(page.get_by_role("button", name="Read it against the record"))
    passages = page.locator(".app-passage")
    expect(passages.first).to_contain_text("Agrees")
    graded = passages.filter(has_text="Grade")
    expect(graded).to_contain_text("graded inadequate in the report of 14 May 2024")
    hand.click(graded.get_by_role("link", name=re.compile("14 May 2024")).first)
    expect(page.locator("mark#words")).to_be_in_viewport()


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_an_officer_confirms_corrects_and_rejects_readings(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = open_page(site, scripts=scripts)
    hand.click(page.get_by_role("link", name="Act as an office"))
    at(page, "Choose who you act as")
    hand.click(page.get_by_role("button", name=re.compile("^Governance officer,")))
    at(page, "My week")
    expect(page.locator("body")).to_contain_text("You act as Governance officer")
    hand.click(page.get_by_role("link", name="Confirm what was read"))
    page.wait_for_url("**/review/")
    waiting = _waiting(page)
    _open_a_count(page, hand)
    hand.click(page.get_by_role("button", name="Accept as read"))
    expect(page.locator(".govuk-notification-banner")).to_contain_text("It is on the record")
    _open_a_count(page, hand)
    hand.fill(page.get_by_label("What is counted"), "areas")
    hand.click(page.get_by_role("button", name="Save corrected and accept"))
    expect(page.locator(".govuk-notification-banner")).to_contain_text("It is on the record")
    hand.click(page.locator(".govuk-notification-banner").get_by_role("link"))
    expect(page.get_by_role("row").filter(has_text="unit")).to_contain_text("areas")
    _open_a_count(page, hand)
    hand.fill(page.get_by_label("Why it is rejected"), "It counts the inspection, not the force.")
    hand.click(page.get_by_role("button", name="Reject this reading"))
    expect(page.locator(".govuk-notification-banner")).to_be_visible()
    assert _waiting(page) == waiting - 3


def _waiting(page: Page) -> int:
    """How many counts wait; they stand apart, so that findings come first."""
    page.goto(urljoin(page.url, "/review/?kind=count"))
    at(page, "What a machine read, waiting for a person")
    return int(re.sub(r"\D.*", "", answer(page)))


def _open_a_count(page: Page, hand: Hand) -> None:
    """The first number that waits, beside its marked words."""
    page.goto(urljoin(page.url, "/review/"))
    hand.choose(page.get_by_label("Kind", exact=True), "Count")
    hand.click(page.get_by_role("button", name="Show these"))
    expect(page).to_have_url(re.compile("kind="))
    hand.click(page.locator("main .app-rows a").first)
    expect(page.locator("mark.app-here")).to_be_in_viewport()


@pytest.mark.parametrize(("hand", "scripts"), WAYS)
def test_a_deadline_that_moves_shows_both_dates_and_leaves_the_past_alone(
    hand: Hand, scripts: bool, site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{site}/sessions/anyshire-pcc/next/", scripts=scripts)
    hand.click(page.get_by_role("link", name=re.compile("independent sample")))
    expect(page).to_have_url(re.compile("/findings/action/"))
    action = page.url
    before = answer(page)
    known = re.search(r"Entry ([\d,]+)", page.locator(".app-footer").inner_text())
    assert known is not None
    hand.click(page.get_by_role("link", name="Move the due date"))
    hand.click(page.get_by_role("link", name="Act as another office"))
    hand.click(page.get_by_role("button", name=re.compile("^Governance officer,")))
    at(page, "Move a due date")
    hand.fill(page.get_by_label("Why it moves"), "The sample needs one more month.")
    hand.choose(page.get_by_label("Which office agreed"), "Chief Constable")
    new_date = page.get_by_role("group", name="New date")
    new = 1 + max(int(year) for year in re.findall(r"\d{4}", before))
    for part, value in (("Day", "31"), ("Month", "3"), ("Year", str(new))):
        hand.fill(new_date.get_by_label(part, exact=True), value)
    hand.click(page.get_by_role("button", name="Check your answers"))
    at(page, "Check before the date moves")
    hand.click(page.get_by_role("button", name="Move this date"))
    at(page, "The date has moved")
    hand.click(page.get_by_role("link", name="The action and its dates"))
    assert f"Due 31 March {new}. First due 18 December 2026; moved" in answer(page)
    deadline = page.locator(".app-line").filter(has_text="Deadline")
    expect(deadline).to_contain_text("The sample needs one more month.")
    expect(deadline).to_contain_text("Office-holder then:")
    page.goto(f"{action}?known={known.group(1).replace(',', '')}")
    assert answer(page) == before
