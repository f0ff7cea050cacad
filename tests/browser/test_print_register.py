"""Printing the register prints every row of its filters; the page on the screen stays light."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.browser.site import running, told
from tests.web.preview import WEB

pytestmark = pytest.mark.browser
ROWS = "#rows tbody tr"


COUNT = 120


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A home of its own with more actions than a page of the register shows."""
    if not (WEB / "static" / "ready").exists():
        pytest.skip("assets are not built: run `make assets`")
    home = tmp_path_factory.mktemp("printed") / "home"
    log = home.parent / "log.csv"
    rows = (
        f"{n},Do part {n} of the plan.,{'DCC' if n % 2 else 'ACC'}" for n in range(1, COUNT + 1)
    )
    log.write_text("\n".join(("Ref,Action,Owner", *rows)), encoding="utf-8")
    told(
        home,
        "init",
        "--regime",
        "police-england-wales",
        "--institution",
        "west-mercia-police",
        "--oversight",
        "west-mercia-pcc",
    )
    told(home, "import", str(log))
    with running(home) as address:
        yield address


def printed(data: bytes) -> str:
    """All words of a PDF."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_all_rows_are_printed_and_the_page_is_as_it_was_afterwards(
    chromium: Browser, site: str
) -> None:
    context = chromium.new_context(base_url=site)
    page = context.new_page()
    page.goto("/plans/")
    assert page.locator(ROWS).count() == 50
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == COUNT
    assert f"Rows 1 to {COUNT} of {COUNT}" in page.locator("[data-printed]").inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(ROWS).count() == 50
    assert f"Rows 1 to {COUNT} of {COUNT}" in " ".join(printed(page.pdf()).split())
    context.close()


def test_without_a_script_the_paper_says_where_all_of_them_are(
    chromium: Browser, site: str
) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/plans/")
    told = " ".join(printed(page.pdf()).split())
    assert "Rows 1 to 50 of" in told
    assert "on one page, to print" in told
    context.close()


def test_a_filter_is_kept(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site)
    page = context.new_page()
    page.goto("/plans/?owner=deputy-chief-constable")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    owners = page.locator(f"{ROWS} td:nth-child(3)").all_inner_texts()
    assert owners == ["Deputy chief constable"] * (COUNT // 2)
    context.close()
