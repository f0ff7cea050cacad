"""Lines of a PDF page with their places, read through pdfium's text page.

A `Line` is one printed line, or one part of it where a wide gap parts it (columns, table
cells). Units are points; x grows to the right and y grows upwards, as the page is shown
(turned pages too). Only a line's first and last characters are measured, so that reading
stays near the speed of plain extraction.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from answerable.reading.formats.pdf_page import HYPHEN, TextPage, characters
from answerable.reading.layout.pieces import clean

_BREAK = re.compile("\r\n|\r|\n|(?<=\ufffe)")
_GAP = re.compile(r" +")
_DROPPED = re.compile("[\0\x02\ufffe\uffff]")
_WIDE_GAP = 0.55  # of the height of type: wider than most spaces of justified text
_EMPTY_GAP = 0.33  # the same where the file has no space: two cells, moved apart
_SET_APART = 0.25  # an empty gap in a line whose other spaces are in the file
_CLEAR_GAP = 2.0  # no space of justified text is as wide, so all of a line's may be gaps
_NARROWEST = 4.0  # points between two runs that may be a wide gap
_LOOSE = 0.56  # mean width of a character in type sizes above which a line may hold a gap
_LONGEST_BOLD = 72  # characters: a heading is no longer, so longer lines are not looked at


class Line(NamedTuple):
    """One line of print: clean text, its box, and where its characters begin.

    A named tuple, for a long report has ten thousand of them.
    """

    text: str
    page: int  # 1-based
    x0: float
    x1: float
    y0: float
    y1: float
    first: int  # index of the first character on its page
    last: int  # and of the last
    hyphen: bool = False  # ends in a hyphen, and the next line goes on without a space
    bold: bool = False

    @property
    def size(self) -> float:
        """Height of the line's first character box; grows with the size of type."""
        return self.y1 - self.y0


def lines_of_page(page: TextPage) -> list[Line]:
    """The lines of one page in the order of its content."""
    text, indices = characters(page.text)
    gaps = _gap_heights(page) if text else []
    found: list[Line] = []
    start = 0
    for part in _BREAK.split(text):
        end = start + len(part)
        if part and not part.isspace():
            first = indices[start] if indices else start
            _measure(page, part, first, gaps, found)
        match = _BREAK.match(text, end)
        start = match.end() if match else end
    starts = _column_starts(found)
    if not starts:
        return found
    cut: list[Line] = []
    for line in found:
        inner, edge = line.x0 + line.y1 - line.y0, line.x1
        if any(inner < start < edge for start in starts):
            cut.extend(_cut_at(page, text, line, starts))
        else:
            cut.append(line)
    return cut


def _column_starts(lines: list[Line]) -> list[float]:
    """Where parts of lines begin that stand to the right of others, at least twice."""
    seen = Counter(
        round(line.x0)
        for before, line in pairwise(lines)
        if before.y0 == line.y0 and line.x0 > before.x1
    )
    return [float(start) for start, count in seen.items() if count >= 2]


def _cut_at(page: TextPage, text: str, line: Line, starts: list[float]) -> Iterator[Line]:
    """Cut a line where a column of its neighbours begins and the file has no space.

    The widest cell of a table without rules comes within a space's width of the next column.
    """
    inside = [start for start in starts if line.x0 + line.size < start < line.x1]
    part = text[line.first : line.last + 1]
    if inside and " " in part:
        for gap in _spaces(page, part, line.first, 0):
            right = gap.left + gap.width
            if gap.is_empty and any(abs(right - start) <= 1.5 for start in inside):
                cut = line._replace(
                    text=said(part[: gap.start]),
                    x1=gap.left,
                    last=line.first + gap.start - 1,
                    hyphen=False,
                )
                rest = line._replace(
                    text=said(part[gap.end :]), x0=right, first=line.first + gap.end
                )
                yield cut
                yield from _cut_at(page, text, rest, inside)
                return
    yield line


def _gap_heights(page: TextPage) -> list[float]:
    """Heights at which two runs of text stand side by side with a wide gap, in order."""
    heights = set()
    end, low, high = 0.0, 0.0, 0.0  # of the run before
    begin = 0.0
    for x0, y0, x1, y1 in page.runs():
        middle = (y0 + y1) / 2
        if low <= middle <= high and (x0 - end > _NARROWEST or x1 < begin - _NARROWEST):
            heights.add(middle)
        begin, end, low, high = x0, x1, y0, y1
    return sorted(heights)


def _measure(page: TextPage, part: str, first: int, gaps: list[float], found: list[Line]) -> None:
    """Add the line to those found, or its parts where gaps are wide."""
    lead = len(part) - len(part.lstrip())
    tail = len(part.rstrip().rstrip(HYPHEN))
    if tail <= lead:
        return
    text = said(part)
    if not text:
        return
    x0, y0, x1, y1 = page.extent(first + lead, first + tail - 1)
    bold = tail - lead <= _LONGEST_BOLD and page.is_bold(first + lead)
    hyphen = part[-1] == HYPHEN
    begin, last = first + lead, first + tail - 1
    whole = Line(text, page.number, x0, x1, y0, y1, begin, last, hyphen, bold)
    at = bisect_left(gaps, y0)
    has_gap = at < len(gaps) and gaps[at] <= y1
    if " " in part[lead:tail] and (has_gap or (x1 - x0) > _LOOSE * (y1 - y0) * (tail - lead)):
        found.extend(_parted(page, part, first, whole))
    else:
        found.append(whole)


def _parted(page: TextPage, part: str, first: int, whole: Line) -> Iterator[Line]:
    """Cut a line where the space between two words is far wider than its other spaces."""
    begin = whole.first - first
    x0 = whole.x0
    gaps = _spaces(page, part, first, begin)
    if all(gap.width <= _SET_APART * whole.size for gap in gaps):
        yield whole
        return
    empty = [gap.width for gap in gaps if gap.is_empty]
    filled = [gap.width for gap in gaps if not gap.is_empty]
    for gap in gaps:
        alike = empty if gap.is_empty else filled
        if not _is_wide(gap, alike, len(gaps), whole.size):
            continue
        text = said(part[begin : gap.start])
        if text:
            yield whole._replace(
                text=text,
                x0=x0,
                x1=gap.left,
                first=first + begin,
                last=first + gap.start - 1,
                hyphen=False,
            )
        begin, x0 = gap.end, gap.left + gap.width
    text = said(part[begin:])
    if text:
        yield whole._replace(text=text, x0=x0, first=first + begin)


class _Space(NamedTuple):
    """The space between two words: where it stands in the part, its left edge and width."""

    start: int
    end: int
    left: float
    width: float
    is_empty: bool  # the file has no space there


def _is_wide(gap: _Space, alike: list[float], count: int, size: float) -> bool:
    """The gap parts cells or columns, and not words.

    Where the file has spaces between words and none here, two texts were set side by side.
    Otherwise the gap must be far wider than the least: justified lines have wide spaces, but
    they are alike. `alike` are the widths of the gaps of its own sort, of `count` in all.
    """
    if gap.is_empty and len(alike) < max(count, 3):
        return gap.width > _SET_APART * size
    if gap.width <= (_EMPTY_GAP if gap.is_empty else _WIDE_GAP) * size:
        return False
    least = min(alike)
    return not (len(alike) > 1 and gap.width < 1.7 * least < _CLEAR_GAP * size)


def _spaces(page: TextPage, part: str, first: int, begin: int) -> list[_Space]:
    spans = [gap.span() for gap in _GAP.finditer(part, begin, len(part.rstrip().rstrip(HYPHEN)))]
    starts = page.all_sides([first + start for start, _ in spans])
    ends = page.all_sides([first + end for _, end in spans])
    found = []
    for (start, end), (edge, right), (following, _) in zip(spans, starts, ends, strict=True):
        is_empty = edge == right
        left = page.sides(first + start - 1)[1] if is_empty else edge
        found.append(_Space(start, end, left, following - left, is_empty))
    return found


def said(part: str) -> str:
    """The words of a part of the page's text, clean."""
    text = part.strip()
    if text.isascii() and text.isprintable():
        return text
    if text.endswith(HYPHEN):
        text = text[:-1] + "-"
    return " ".join(clean(_DROPPED.sub("", text)).split("\n"))
