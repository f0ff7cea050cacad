"""A page of progress moves on by itself: also after an answer that failed, and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from answerable.operations.pages.documents.hand_in_progress import EVERY

pytestmark = pytest.mark.browser

KEY = "4f" * 16
FAR = f"/review/hand-in/{KEY}/far/"
TEMPLATE = """<!doctype html><html lang="en-GB"><head><title>{title}</title>{head}</head><body>
<main id="main"><h1>{title}</h1>{body}</main>{scripts}</body></html>"""
MOST = EVERY * 1_000 * 5


def told(n: int) -> str:
    """The page after n answers, with the script and the line of the real one."""
    return TEMPLATE.format(
        title=f"{n} of 9",
        head=f'<noscript><meta http-equiv="refresh" content="{EVERY}"></noscript>',
        body=f'<p role="status" data-ask-again="{EVERY}" data-silent="No answer.">Asks.</p>',
        scripts='<script type="module" src="/static/ask-again.mjs"></script>',
    )


def answered(page: Page, failing: dict[int, int | str]) -> list[int]:
    """Each request gets the next page; those of `failing` a status, or no answer at all."""
    asked: list[int] = []

    def answer(route: Route) -> None:
        asked.append(len(asked))
        how = failing.get(asked[-1], 200)
        if isinstance(how, str):
            route.abort(how)
        else:
            body = told(asked[-1]) if how == 200 else "<title>Busy</title>"
            route.fulfill(status=how, content_type="text/html", body=body)

    page.route(re.compile(re.escape(FAR)), answer)
    return asked


def test_one_answer_that_fails_does_not_end_the_asking(chromium: Browser, site: str) -> None:
    page = chromium.new_context(base_url=site).new_page()
    answered(page, {1: 503, 2: "connectionrefused"})
    page.goto(FAR)
    expect(page.locator("[data-ask-again]")).to_have_text("No answer.", timeout=MOST)
    expect(page).to_have_title("3 of 9", timeout=MOST)
    expect(page.locator("h1")).to_have_text("3 of 9")
    page.context.close()


def test_without_scripts_the_page_is_loaded_anew(chromium: Browser, site: str) -> None:
    page = chromium.new_context(base_url=site, java_script_enabled=False).new_page()
    answered(page, {})
    page.goto(FAR)
    expect(page).to_have_title("1 of 9", timeout=MOST)
    page.context.close()


def test_every_page_of_progress_asks_so() -> None:
    folder = Path(__file__).parents[2] / "src/answerable/web/templates"
    pages = [path for path in folder.rglob("*.html") if "http-equiv" in path.read_text("utf-8")]
    assert len(pages) >= 3
    for path in pages:
        text = path.read_text("utf-8")
        assert "<noscript><meta http-equiv" in text, path
        assert "data-ask-again" in text, path
        assert "ask-again.mjs" in text, path
