"""Live minutes in a browser: saved by themselves, through a lost connection and a closed tab."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.browser.axe import violations

pytestmark = pytest.mark.browser

SESSION = "/sessions/anyshire-pcc/2027-01-21/"
SAVING = 9_000  # milliseconds: two rounds of the script
AFTER = datetime(2099, 1, 1, tzinfo=UTC)
"""A time to come at which the clock of a page stands still."""
STORED = "localStorage.getItem('answerable-minutes:' + location.pathname)"


@pytest.fixture
def desk(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """An officer's browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=site)
    page = context.new_page()
    page.goto("/roles/")
    with page.expect_navigation():  # a tab closed while it goes to another page may never close
        page.locator('button[value="anyshire-pcc/governance-officer"]').click()
    page.close()
    yield context
    context.close()


def minutes(desk: BrowserContext) -> Page:
    page = desk.new_page()
    page.goto(f"{SESSION}live/")
    return page


@contextmanager
def saved(page: Page, words: str) -> Iterator[None]:
    """Until the site has answered the page that sent these words by itself."""

    def has_them(answer: Response) -> bool:
        sent = parse_qs(answer.request.post_data or "")
        return answer.request.method == "POST" and any([words] == held for held in sent.values())

    with page.expect_response(has_them):
        yield


def press_save(page: Page) -> None:
    """Press Save, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.locator("[data-live-minutes] button", has_text="Save").first.click()


def box(item: str, name: str = "words") -> str:
    return f'[name="f:{item}:{name}"]'


def test_what_is_typed_is_saved_and_understood_without_a_click(desk: BrowserContext) -> None:
    page = minutes(desk)
    page.fill(box("i1"), "Action: DCC to publish the plan by 30 June 2031")
    expect(page.locator('[data-read="i1"]')).to_contain_text(
        "Action for the deputy chief constable, by 30 June 2031", timeout=SAVING
    )
    again = minutes(desk)
    assert again.input_value(box("i1")).startswith("Action: DCC")


def test_words_are_sent_half_a_second_after_they_are_typed(desk: BrowserContext) -> None:
    """A browser that is killed hands nothing it kept to its disk: the site has to have them."""
    page = desk.new_page()
    page.clock.install()
    page.goto(f"{SESSION}live/")
    page.clock.pause_at(AFTER)
    page.fill(box("i5"), "Typed, then the power failed")
    with page.expect_response(lambda answer: answer.request.method == "POST", timeout=SAVING):
        page.clock.run_for(500)
    assert minutes(desk).input_value(box("i5")) == "Typed, then the power failed"


def test_a_lost_connection_loses_nothing_and_keeps_nothing_private(desk: BrowserContext) -> None:
    page = minutes(desk)
    desk.set_offline(True)
    page.locator("#i3 [data-private] summary").click()
    page.fill(box("i3"), "A canary in private")
    page.fill(box("i2"), "Typed without a connection")
    expect(page.locator("[data-live-status]")).to_contain_text("no connection", timeout=SAVING)
    kept = page.evaluate(STORED)
    assert "Typed without a connection" in kept
    assert "canary" not in kept
    desk.set_offline(False)
    expect(page.locator("[data-live-status]")).to_contain_text("Last saved", timeout=SAVING)
    assert page.evaluate(STORED) is None
    assert minutes(desk).input_value(box("i2")) == "Typed without a connection"


def test_whoever_is_signed_out_while_typing_stays_on_the_page_and_goes_on(
    desk: BrowserContext,
) -> None:
    """Its own Save led to a page that said that the form was not accepted."""
    page, before = minutes(desk), desk.cookies()
    desk.clear_cookies()
    page.fill(box("i6"), "Typed while signed out")
    status = page.locator("[data-live-status]")
    expect(status).to_contain_text("You may have been signed out", timeout=SAVING)
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(status).to_contain_text("Sign in in another tab")
    assert page.input_value(box("i6")) == "Typed while signed out"
    desk.add_cookies([one for one in before if "session" in one["name"]])  # type: ignore[arg-type]  # as they came
    expect(status).to_contain_text("Last saved", timeout=SAVING)
    assert minutes(desk).input_value(box("i6")) == "Typed while signed out"


def test_a_closed_tab_brings_its_words_back(desk: BrowserContext) -> None:
    page = minutes(desk)
    desk.set_offline(True)
    page.fill(box("i4"), "Typed, then the tab was closed")
    page.close()
    desk.set_offline(False)
    again = minutes(desk)  # a browser hands one tab's store to the next in its own time
    expect(again.locator(box("i4"))).to_have_value(
        "Typed, then the tab was closed", timeout=SAVING
    )
    expect(again.locator("[data-live-status]")).to_contain_text("Last saved", timeout=SAVING)


def test_two_people_in_one_box_see_both_texts(desk: BrowserContext) -> None:
    one, two = minutes(desk), minutes(desk)
    with saved(one, "The first text"):
        one.fill(box("i5"), "The first text")
    two.fill(box("i5"), "The second text")
    expect(two.locator(".app-theirs-text")).to_contain_text("The first text", timeout=SAVING)
    assert two.input_value(box("i5")) == "The second text"
    press_save(two)
    assert minutes(desk).input_value(box("i5")) == "The second text"


def test_a_second_tab_never_replaces_what_is_saved_until_save_is_pressed(
    desk: BrowserContext,
) -> None:
    one, two = minutes(desk), minutes(desk)
    with saved(one, "Words of the first tab"):
        one.fill(box("i6"), "Words of the first tab")
    one.wait_for_function(f"{STORED} === null")
    one.close()  # an open tab takes in what another one had not saved
    two.fill(box("i6"), "Words of the second tab")
    expect(two.locator(".app-theirs-text")).to_contain_text("first tab", timeout=SAVING)
    with saved(two, "Another box is saved all the same"):
        two.fill(box("i6"), "Words of the second tab, typed on")
        two.fill(box("i7"), "Another box is saved all the same")
    # What the page keeps says that it heard: the one box is taken, the other stands beside theirs.
    two.wait_for_function(
        f"({STORED} ?? '').includes('typed on') && !{STORED}.includes('Another box')"
    )
    two.close()
    again = minutes(desk)
    assert again.input_value(box("i7")) == "Another box is saved all the same"
    expect(again.locator(box("i6"))).to_have_value(
        "Words of the second tab, typed on", timeout=3 * SAVING
    )
    expect(again.locator(".app-theirs-text")).to_contain_text("first tab", timeout=SAVING)
    held = desk.request.get(f"{SESSION}live/").text()
    assert "Words of the first tab" in held
    assert "Words of the second tab" not in held, "the site has what was saved first"
    press_save(again)
    assert minutes(desk).input_value(box("i6")) == "Words of the second tab, typed on"


@pytest.mark.parametrize("part", ["", "build/", "live/", "sign/", "brief/", "change/", "papers/"])
def test_axe_finds_nothing_and_nothing_runs_off_the_side(desk: BrowserContext, part: str) -> None:
    page = desk.new_page()
    page.goto(f"{SESSION}{part}")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
