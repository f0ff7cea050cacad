"""Help pages: every guide stands on the site, leads to the others, and holds nothing that runs."""

import re

import pytest

from answerable.ledger.book import Book
from answerable.operations import guides
from answerable.operations.pages.help import GROUPS
from tests.operations.cast import begin
from tests.web.acting import browser, words


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    begin(book)


def test_every_guide_stands_once_in_the_list() -> None:
    listed = [name for _, names in GROUPS for name in names]
    assert sorted(listed) == list(guides.names())
    page = browser().get("/help/").content.decode()
    assert all(f'href="/help/{name}/"' in page for name in listed)


@pytest.mark.parametrize("name", ["run-a-session", "import-an-action-log", "check-the-record"])
def test_a_guide_is_shown_with_its_title_and_links_that_lead_somewhere(name: str) -> None:
    page = browser().get(f"/help/{name}/")
    html = page.content.decode()
    assert guides.guide(name).title in words(page)
    main = html[html.index('<div class="app-guide">') :]
    assert ".md" not in re.sub(r"<code>.*?</code>", "", main, flags=re.DOTALL)
    for link in re.findall(r'href="(/help/[a-z-]+/)', main):
        assert browser().get(link).status_code == 200


def test_every_place_in_a_guide_that_another_names_is_there() -> None:
    for name in guides.names():
        for other, at in re.findall(
            r'href="/help/([a-z-]+)/#([a-z0-9-]+)"', guides.guide(name).html
        ):
            assert f'id="{at}"' in guides.guide(other).html, f"{name} -> {other}#{at}"


def test_html_in_a_guide_is_words_and_a_block_can_be_scrolled_by_keyboard() -> None:
    assert guides._html("<script>alert(1)</script>").count("<script") == 0
    assert '<pre class="app-code" tabindex="0">' in guides._html("```console\n$ a < b\n```")
    assert guides._html("[the rules](../reference/rules/agenda.md)").count("<a ") == 0


def test_a_guide_that_there_is_not_leads_to_all_of_them() -> None:
    page = browser().get("/help/no-such/")
    assert page.status_code == 404
    assert "See all of them at /help/" in words(page)
