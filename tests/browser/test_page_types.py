"""Every kind of page that a reader can open, as each reader meets it: one page, all its looks."""

import pytest

from tests.browser import looks
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.browser.page_types import PUBLIC

pytestmark = pytest.mark.browser

PHONE, DESK, NARROW = (375, 812), (1280, 900), (320, 256)
SHEET = 700
"""Pixels of an A4 sheet between its margins, about."""
WIDTHS = tuple(sorted(size[0] for size in (PHONE, DESK, NARROW)))
"""The widths at which axe looks at each page."""


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_kind_of_page(name: str, site: str, open_page: OpenPage) -> None:
    """axe at three widths, headings, keys, forced colours, paper, zoom, large text, no scripts."""
    page = open_page(f"{site}{PUBLIC[name]}", width=DESK[0], height=DESK[1])
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    found = {
        "axe at 375": violations(page),
        "structure": looks.faults_of_structure(page),
        "phone": looks.faults_of_width(page),
        "forced colours": looks.faults_in_forced_colours(page),
    }
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    found["400 % zoom"] = looks.faults_of_zoom(page)
    found["axe at 320"] = violations(page)
    page.set_viewport_size({"width": SHEET, "height": 1000})
    found["paper"] = looks.faults_on_paper(page)
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    found["keys"] = looks.faults_of_keys(page)
    found["axe at 1280"] = violations(page)
    words = looks.words_of(page)
    found["200 % text"] = looks.faults_at_twice_the_text(page)
    plain = open_page(f"{site}{PUBLIC[name]}", width=PHONE[0], scripts=False)
    found["without scripts"] = [
        *([] if looks.words_of(plain) == words else ["other words stand there"]),
        *plain.evaluate(looks.UNREACHED, looks.CONTROLS),
        *looks.faults_of_width(plain),
    ]
    assert {look: faults for look, faults in found.items() if faults} == {}
