"""The officer's pages: no fault that axe finds, nothing off the side, all of it by keyboard."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.web.desk_samples import DESK

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", sorted(DESK))
def test_axe_finds_nothing_and_nothing_runs_off_the_side(
    name: str, samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/{name}.html")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_details_open_for_print_but_for_lists_of_all(samples: str, open_page: OpenPage) -> None:
    """A week of 256 overdue rows printed 39 pages."""
    page = open_page(f"{samples}/{min(DESK)}.html")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        "'<details id=a></details><details id=b class=app-shut></details>')"
    )
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[a.open, b.open]") == [True, False]


@pytest.mark.parametrize("name", sorted(DESK))
def test_every_control_can_be_reached_by_tab_without_scripts(
    name: str, samples: str, open_page: OpenPage
) -> None:
    page = open_page(f"{samples}/{name}.html", width=375, scripts=False)
    wanted = page.locator("main").locator("a[href], button, input:not([type=hidden]), select")
    count = wanted.count()
    assert count > 0
    assert all(wanted.nth(n).evaluate("e => e.tabIndex") >= 0 for n in range(count))
    assert all(wanted.nth(n).is_visible() for n in range(count))
