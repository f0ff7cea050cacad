"""Where a quotation stands on the pages of a PDF, as rectangles to draw over them.

The canonical text and the page are compared "squashed" (`reading/layout/squash.py`), with a map
back to the page's characters. Of several places the one with the same words around it is taken.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pypdfium2 import raw

from answerable.reading.formats.pdf import open_pdf, text_page
from answerable.reading.formats.pdf_page import TextPage, characters
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import CELL_BREAK
from answerable.reading.layout.squash import squashed

_CONTEXT = 40  # squashed characters on each side


class Rectangle(NamedTuple):
    """A box on a page (from 1), in points from the lower left corner of the page as shown."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def rectangles(data: bytes, text: CanonicalText, start: int, end: int) -> list[Rectangle]:
    """Boxes of `text[start:end]`, one a printed line; none on a page where it is not found.

    `data` are the bytes that gave `text`. A span over pages gives boxes on each.
    """
    found: list[Rectangle] = []
    document = open_pdf(data)
    try:
        for number, begin, stop in _by_page(text, start, end):
            page = document[number - 1]
            words, geometry = text_page(page, number)
            try:
                found.extend(_on_page(geometry, text, number, begin, stop))
            finally:
                words.close()
                page.close()
    finally:
        document.close()
    return found


def _by_page(text: CanonicalText, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Pages that a span touches, with the part of it on each."""
    edges = [*text.page_starts, len(text.text)]
    for number, (first, after) in enumerate(pairwise(edges), start=1):
        begin, stop = max(start, first), min(end, after)
        if begin < stop:
            yield number, begin, stop


def _on_page(
    page: TextPage, text: CanonicalText, number: int, begin: int, stop: int
) -> Iterator[Rectangle]:
    printed, places = squashed(characters(page.text))
    first = text.page_starts[number - 1]
    before = squashed(text.text[max(first, begin - 4 * _CONTEXT) : begin])[0]
    after = squashed(text.text[stop : stop + 4 * _CONTEXT])[0]
    for part in _parts(text.text[begin:stop], printed):
        at = _place(printed, part, before, after)
        if at < 0:
            continue
        left, right = places[at], places[at + len(part) - 1]
        yield from _boxes(page, left, right - left + 1)


def _parts(quote: str, printed: str) -> list[str]:
    """The squashed quote; its cells one by one where a row is not printed in one run."""
    whole = squashed(quote)[0]
    if whole in printed or CELL_BREAK not in quote:
        return [whole] if whole else []
    return [part for part in (squashed(cell)[0] for cell in quote.split(CELL_BREAK)) if part]


def _place(printed: str, part: str, before: str, after: str) -> int:
    """Where the quote stands; of several places the one with the same neighbours."""
    best, best_score = -1, -1
    at = printed.find(part)
    while at >= 0:
        score = _common(printed[max(0, at - _CONTEXT) : at][::-1], before[::-1]) + _common(
            printed[at + len(part) : at + len(part) + _CONTEXT], after
        )
        if score > best_score:
            best, best_score = at, score
        at = printed.find(part, at + 1)
    return best


def _common(one: str, other: str) -> int:
    """How many signs the two begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _boxes(page: TextPage, index: int, count: int) -> Iterator[Rectangle]:
    """Boxes of a run of characters, those on one line joined."""
    left, top, right, lower = (ctypes.c_double() for _ in range(4))
    open_box: Rectangle | None = None
    for nth in range(raw.FPDFText_CountRects(page.text, index, count)):
        raw.FPDFText_GetRect(page.text, nth, left, top, right, lower)
        box = Rectangle(page.number, *page.shown(left.value, lower.value, right.value, top.value))
        if open_box is not None and _on_one_line(open_box, box):
            open_box = Rectangle(
                page.number,
                min(open_box.x0, box.x0),
                min(open_box.y0, box.y0),
                max(open_box.x1, box.x1),
                max(open_box.y1, box.y1),
            )
            continue
        if open_box is not None:
            yield open_box
        open_box = box
    if open_box is not None:
        yield open_box


def _on_one_line(one: Rectangle, other: Rectangle) -> bool:
    middle = (other.y0 + other.y1) / 2
    return one.y0 <= middle <= one.y1 and other.x0 >= one.x0
