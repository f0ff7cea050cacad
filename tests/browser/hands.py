"""Two ways to use a page: by mouse, or by keyboard alone. A walk is written once for both."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 40
# How many controls lie between the one with the focus and the target, in the order of the page.
AWAY = """target => {
  const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const all = [...document.querySelectorAll(kinds)]
    .filter(e => e.tabIndex >= 0 && e.type !== 'hidden' && e.checkVisibility());
  return all.indexOf(target) - all.indexOf(document.activeElement);
}"""
FOCUS = """e => {
  const style = getComputedStyle(e);
  const near = e.nextElementSibling ? getComputedStyle(e.nextElementSibling) : style;
  const outlined = s => (s.outlineStyle !== 'none' && s.outlineWidth !== '0px')
    || s.boxShadow !== 'none';
  const box = e.getBoundingClientRect();
  return outlined(style) || outlined(near)
    ? box.bottom > 0 && box.top < innerHeight && box.width > 0 : false;
}"""


class Mouse:
    """Point and click."""

    def click(self, target: Locator) -> None:
        target.click()

    def fill(self, box: Locator, words: str) -> None:
        box.fill(words)

    def pick_day(self, box: Locator, day: str) -> None:
        """A date picker; `day` is ISO."""
        box.fill(day)

    def choose(self, box: Locator, label: str) -> None:
        box.select_option(label=label)


class Keyboard:
    """Tab and Enter alone. Whatever has the focus must show it, inside the window."""

    def click(self, target: Locator) -> None:
        with self._at(target) as page:
            page.keyboard.press("Enter")

    def fill(self, box: Locator, words: str) -> None:
        with self._at(box) as page:
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.insert_text(words)

    def pick_day(self, box: Locator, day: str) -> None:
        """Typed part by part; a day such as 1 January reads the same in every order of parts."""
        year, month, date = day.split("-")
        assert month == date, "the order of a picker's parts depends on the machine"
        with self._at(box) as page:
            page.keyboard.type(f"{date}{month}{year}")

    def choose(self, box: Locator, label: str) -> None:
        with self._at(box) as page:
            page.keyboard.type(label)

    @contextmanager
    def _at(self, target: Locator) -> Iterator[Page]:
        """Tab on until the target has the focus, from where the focus is now."""
        expect(target).to_have_count(1)
        page = target.page
        for _ in range(target.evaluate(AWAY) - 1):
            page.keyboard.press("Tab")
        for _ in range(MOST_TABS):
            if target.evaluate("e => e === document.activeElement"):
                assert target.evaluate(FOCUS), f"the focus is not seen on {target}"
                break
            page.keyboard.press("Tab")
        else:
            raise AssertionError(f"{MOST_TABS} presses of Tab never reach {target}")
        yield page


Hand = Mouse | Keyboard
