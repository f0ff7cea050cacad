"""What the pages of the two stories do not show: conflicts, refusals, charts on a phone, keys."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser
# Pages that a walk through the stories does not come to.
RARE = ["conflict", "form", "not-found", "read-result", "refusal"]


@pytest.mark.parametrize("name", RARE)
def test_axe_finds_nothing_and_nothing_runs_off_the_side(
    name: str, samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/{name}.html")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_text_of_a_chart_shrinks_under_12_px_on_a_phone(
    samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/measure.html", width=375)
    sizes = page.evaluate(
        "[...document.querySelectorAll('svg text')].map(e => "
        "e.getBoundingClientRect()).filter(r => r.height > 0).map(r => r.height)"
    )
    assert sizes
    assert min(sizes) >= 12


def test_a_table_becomes_cards_on_a_phone_and_stays_a_table(
    samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/compare.html", width=375)
    tables = page.get_by_role("table")  # what came on the record since, and what changed
    table = tables.last
    cell = table.locator("tbody td").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"Then"'
    assert tables.count() == 2
    assert table.get_by_role("columnheader").count() == 4


def test_targets_are_24_px_high_or_stand_in_a_sentence(samples: str, open_page: OpenPage) -> None:
    page = open_page(f"{samples}/case.html", width=375)
    small = page.evaluate(
        "[...document.querySelectorAll('.app-source, .app-redress a, .app-do__link, button')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 24)"
        ".map(e => e.textContent)"
    )
    assert small == []


def test_the_menu_folds_with_scripts_and_lies_open_without(
    samples: str, open_page: OpenPage
) -> None:
    folded = open_page(f"{samples}/case.html", width=375)
    assert not folded.get_by_role("link", name="Read an article").is_visible()
    folded.get_by_role("button", name="Menu").click()
    assert folded.get_by_role("link", name="Read an article").is_visible()
    plain = open_page(f"{samples}/case.html", width=375, scripts=False)
    assert plain.get_by_role("link", name="Read an article").is_visible()


def test_the_first_tab_skips_to_the_words(samples: str, open_page: OpenPage) -> None:
    page = open_page(f"{samples}/case.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_keys_work_in_review_and_can_be_turned_off(samples: str, open_page: OpenPage) -> None:
    page = open_page(f"{samples}/candidate.html")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "grade"
    page.keyboard.type("r")  # in a box, a letter is a letter
    assert sorted(page.locator("#grade").input_value()) == sorted("inadequater")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.id") != "reason"
    page.reload()
    assert not page.get_by_label("Use these keys").is_checked()


def test_on_paper_there_is_no_navigation_and_details_are_open(
    samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/finding.html", scripts=False)
    page.emulate_media(media="print")
    assert not page.locator(".govuk-service-navigation").is_visible()
    assert not page.locator(".app-subnav").is_visible()
    assert page.get_by_text("The state is the highest rung with quoted evidence.").is_visible()
    foot = page.locator(".app-print-foot")
    assert foot.is_visible()
    assert "Entry 1,482. Root 3f9a07c2. Check at https://" in foot.inner_text()
    after = page.locator("a[href^=http]").first.evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    assert "westmercia" in after
