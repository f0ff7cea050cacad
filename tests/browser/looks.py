"""What a browser can be asked about a page: each gives its faults as sentences, none is well."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])"
NAMELESS = """[...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea')]
.filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length))
.map(e => e.outerHTML.slice(0, 120))"""
VAGUE = ["here", "click here", "more", "read more", "link", "original", "source"]
UNCLEAR = """vague => [...document.querySelectorAll('main a[href]')]
.map(e => (e.getAttribute('aria-label') || e.textContent).trim().toLowerCase())
.filter(words => vague.includes(words))"""
TWICE = """(() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))];
})()"""
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
UNREACHED = """controls => [...document.querySelectorAll(`main :is(${controls})`)]
.filter(e => e.checkVisibility() && !e.disabled && e.tabIndex < 0)
.map(e => e.outerHTML.slice(0, 120))"""
# The focus is set as Tab sets it (a key was pressed before), and must change what is seen.
UNSEEN = """controls => {
  const marks = e => {
    const s = getComputedStyle(e), seen = e.offsetWidth;  // a hidden link to skip appears
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, seen];
  };
  const around = e => [e, e.nextElementSibling, e.firstElementChild]
    .filter(Boolean).map(marks).join();
  const faults = [];
  document.activeElement?.blur();
  for (const e of document.querySelectorAll(controls)) {
    if (!e.checkVisibility() || e.disabled || e.tabIndex < 0) continue;
    const before = around(e);
    e.focus({focusVisible: true});
    if (document.activeElement !== e) faults.push(`takes no focus: ${e.outerHTML.slice(0, 90)}`);
    else if (around(e) === before) faults.push(`shows no focus: ${e.outerHTML.slice(0, 90)}`);
    e.blur();
  }
  return faults;
}"""
# Twice the size of every text, as a reader's own setting does, then what no longer fits.
ENLARGE = """() => {
  const every = [...document.body.querySelectorAll('*')];
  const sizes = every.map(e => {
    const s = getComputedStyle(e);
    return [e, parseFloat(s.fontSize), parseFloat(s.lineHeight)];
  });
  for (const [e, size, line] of sizes) {
    if (e.closest('svg')) continue;
    e.style.fontSize = `${size * 2}px`;
    if (line) e.style.lineHeight = `${line * 2}px`;
  }
}"""
CUT = """() => [...document.querySelectorAll('main *')]
.filter(e => {
  const s = getComputedStyle(e);
  const hides = [s.overflowX, s.overflowY].some(way => ['hidden', 'clip'].includes(way));
  const tiny = e.clientWidth <= 1 || e.clientHeight <= 1;
  // a list's own box is in rem: it grows with a reader's setting, which pixels here do not
  return hides && !tiny && !e.closest('svg, select') && e.textContent.trim()
    && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
})
.map(e => `is cut: ${e.outerHTML.slice(0, 90)}`)"""
# In forced colours a text in the colour of what lies behind it would be lost.
LOST = """() => {
  const behind = e => {
    for (let at = e; at; at = at.parentElement) {
      const c = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$|transparent/.test(c)) return c;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  return [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('svg') && e.checkVisibility() && [...e.childNodes].some(
      n => n.nodeType === 3 && n.textContent.trim()))
    .filter(e => getComputedStyle(e).color === behind(e))
    .map(e => `is lost: ${e.outerHTML.slice(0, 90)}`);
}"""
SCROLLING = """() => [...document.querySelectorAll('main *')]
.filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
  && e.scrollWidth > e.clientWidth + 1)
.map(e => `scrolls sideways: ${e.outerHTML.slice(0, 90)}`)"""
# A ladder, and a line of a list, is read at one look: a sheet ends before or after it.
PARTED = """() => [...document.querySelectorAll('main .app-ladder, main .app-list li')]
.filter(e => getComputedStyle(e).breakInside !== 'avoid')
.map(e => `may be cut between sheets: ${e.outerHTML.slice(0, 90)}`)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WORDS = "document.querySelector('main').textContent.replace(/\\s+/g, ' ').trim()"


def faults_of_structure(page: Page) -> list[str]:
    """Skipped headings, ids twice, controls without a name, links whose words say nothing."""
    levels: list[int] = page.evaluate(HEADINGS)
    skipped = [f"h{one} is followed by h{two}" for one, two in pairwise(levels) if two > one + 1]
    once = [] if levels.count(1) == 1 and levels[0] == 1 else [f"headings begin {levels[:3]}"]
    return [
        *once,
        *skipped,
        *(f"the id {name} stands twice" for name in page.evaluate(TWICE)),
        *page.evaluate(NAMELESS),
        *page.evaluate(UNCLEAR, VAGUE),
    ]


def faults_of_keys(page: Page) -> list[str]:
    """Controls that Tab does not reach, or that do not show that they have the focus."""
    page.keyboard.press("Tab")
    return [*page.evaluate(UNREACHED, CONTROLS), *page.evaluate(UNSEEN, CONTROLS)]


def faults_of_width(page: Page) -> list[str]:
    """Is there anything to the side of the window?"""
    over: int = page.evaluate(SIDEWAYS)
    return [f"{over} px lie beside the window"] if over > 1 else []


def faults_of_zoom(page: Page) -> list[str]:
    """Is there anything that a reader at 400 % has to scroll both ways for?"""
    scrolling: list[str] = page.evaluate(SCROLLING)
    return [*faults_of_width(page), *scrolling]


def faults_in_forced_colours(page: Page) -> list[str]:
    """Words in the colour of their ground."""
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(LOST)
    page.emulate_media(forced_colors="none")
    return found


def faults_on_paper(page: Page) -> list[str]:
    """Navigation on paper, no foot, folded parts, anything beyond the sheet."""
    page.emulate_media(media="print")
    gone = page.locator(".govuk-service-navigation").is_visible()
    foot = page.locator(".app-print-foot").is_visible()
    found = [
        *(["the navigation is printed"] if gone else []),
        *([] if foot else ["no foot says where to check it"]),
        *faults_of_width(page),
        *page.evaluate(PARTED),
    ]
    page.emulate_media(media="screen")
    return found


def faults_at_twice_the_text(page: Page) -> list[str]:
    """What runs off the side or is cut where every text is twice as large."""
    page.evaluate(ENLARGE)
    cut: list[str] = page.evaluate(CUT)
    return [*faults_of_width(page), *cut]


def words_of(page: Page) -> Any:
    """All words of the main part, folded ones too."""
    return page.evaluate(WORDS)
