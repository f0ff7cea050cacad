"""Lines of a PDF page with their places, read through pdfium's text page.

A `Line` is one printed line, or one part of it where a wide gap parts it (columns, table
cells). Units are points; x grows to the right and y grows upwards, as the page is shown
(turned pages too). Only a line's first and last characters are measured, so that reading
stays near the speed of plain extraction.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from answerable.reading.formats.pdf_page import HYPHEN, TextPage, characters
from answerable.reading.layout.pieces import clean, is_clean

_BREAK = re.compile("(?<=[\r\n\ufffe])")
_GAP = re.compile(r" +")
# A bullet may be of another font, and of another height, than the words behind it.
_MARK = re.compile(r"[^\w\s\"'“‘(\[£]+ *|o +")
_DROPPED = re.compile("[\0\x02\ufffe\uffff]")
_WIDE_GAP = 0.55  # of the height of type: wider than most spaces of justified text
_EMPTY_GAP = 0.33  # the same where the file has no space: two cells, moved apart
_SET_APART = 0.25  # an empty gap in a line whose other spaces are in the file
_CLEAR_GAP = 2.0  # no space of justified text is as wide, so all of a line's may be gaps
_NARROWEST = 4.0  # points between two runs that may be a wide gap
_LEAST_GAP = 1.5  # points between two runs that may be two cells
_AS_ONE = 2.5  # points: cells of a column begin no further apart
_ROW = 60.0  # points from one row of a table to the next
_FEWEST_CELLS = 3
_RUNNING = 2  # lines at the head and at the foot of a page that may be a title and a number
_MOST_NARROW = 150  # on a page; a file that holds each word by itself has more
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
    bullet: bool = False  # a bullet is drawn before it, which is no sign of the text

    @property
    def size(self) -> float:
        """Height of the box of its first character that is no bullet; grows with the type."""
        return self.y1 - self.y0


def lines_of_page(page: TextPage) -> list[Line]:
    """The lines of one page in the order of its content."""
    text = characters(page.text)
    gaps, narrow = _run_gaps(page) if text else ([], [])
    found: list[Line] = []
    start = 0
    for printed in text.split("\r\n"):
        if HYPHEN in printed or "\n" in printed or "\r" in printed:
            at = start
            for part in _BREAK.split(printed):
                _measure(page, part.rstrip("\r\n"), at, gaps, found)
                at += len(part)
        elif printed:
            _measure(page, printed, start, gaps, found)
        start += len(printed) + 2
    starts = [*_column_starts(found), *narrow]
    if not starts:
        return found
    first_start, last_start = min(starts), max(starts)
    cut: list[Line] = []
    for line in found:
        inner, edge = line.x0 + line.y1 - line.y0, line.x1
        if first_start < edge and inner < last_start and any(inner < at < edge for at in starts):
            cut.extend(_cut_at(page, text, line, starts))
        else:
            cut.append(line)
    return cut


def _column_starts(lines: list[Line]) -> list[float]:
    """Where parts of lines begin that stand to the right of others, but in a running line."""
    body = lines[_RUNNING:-_RUNNING]
    seen = {
        round(line.x0)
        for before, line in pairwise(body)
        if before.y0 == line.y0 and line.x0 > before.x1
    }
    return [float(start) for start in seen]


def _cut_at(page: TextPage, text: str, line: Line, starts: list[float]) -> Iterator[Line]:
    """Cut a line where a column of its neighbours begins and the file has no space.

    The widest cell of a table without rules comes within a space's width of the next column.
    """
    inside = [start for start in starts if line.x0 + line.size < start < line.x1]
    part = text[line.first : line.last + 1]
    if inside and " " in part:
        spans, gaps = _gaps(page, part, line.first, 0)
        for (begin, end), (left, width, is_empty) in zip(spans, gaps, strict=True):
            right = left + width
            if is_empty and any(abs(right - start) <= 1.5 for start in inside):
                cut = line._replace(
                    text=said(part[:begin]), x1=left, last=line.first + begin - 1, hyphen=False
                )
                rest = line._replace(text=said(part[end:]), x0=right, first=line.first + end)
                yield cut
                yield from _cut_at(page, text, rest, inside)
                return
    yield line


def _run_gaps(page: TextPage) -> tuple[list[float], list[float]]:
    """Heights at which two runs of text stand side by side with a wide gap, in order; and where
    runs begin one below the other behind a narrow one, as the cells of a column do.
    """
    heights = set()
    narrow: list[tuple[float, float]] = []
    few = True
    end, low, high = 0.0, 0.0, 0.0  # of the run before
    begin = 0.0
    for x0, y0, x1, y1 in page.runs():
        middle = (y0 + y1) / 2
        if low <= middle <= high:
            if x0 - end > _NARROWEST or x1 < begin - _NARROWEST:
                heights.add(middle)
            elif few and x0 - end > _LEAST_GAP:
                narrow.append((x0, middle))
                few = len(narrow) < _MOST_NARROW
        begin, end, low, high = x0, x1, y0, y1
    return sorted(heights), _one_below_the_other(narrow) if few else []


def _one_below_the_other(places: list[tuple[float, float]]) -> list[float]:
    """Where three or more of the places stand, each a row of a table below the last.

    A file that holds each word by itself has many more gaps than cells: none of them is one.
    """
    if len(places) > 2 * len({round(y) for _, y in places}):
        return []
    found: list[float] = []
    column: list[tuple[float, float]] = []
    for x, y in [*sorted(places, key=lambda at: (round(at[0] / _AS_ONE), -at[1])), (0.0, 0.0)]:
        if column and not (abs(x - column[-1][0]) < _AS_ONE and 0 < column[-1][1] - y < _ROW):
            if len(column) >= _FEWEST_CELLS:
                found.append(min(x for x, _ in column))
            column = []
        column.append((x, y))
    return found


def _measure(page: TextPage, part: str, first: int, gaps: list[float], found: list[Line]) -> None:
    """Add the line to those found, or its parts where gaps are wide."""
    words = part.strip()
    if not words:
        return
    begin, hyphen = first + part.find(words), False
    if is_clean(words):
        text = words
    else:
        words, hyphen = words.rstrip(HYPHEN), part[-1] == HYPHEN
        text = said(part) if words else ""
        if not text:
            return
    length = len(words)
    last = begin + length - 1
    sign = begin
    if not words[0].isalnum() or words[1:2] == " ":
        mark = _MARK.match(words)
        sign += mark.end() if mark and mark.end() < length else 0
    x0, y0, x1, y1 = page.extent(begin, last, sign)
    if x1 < x0 and (turn := _turn(page, part, first)):
        _measure(page, part[:turn], first, gaps, found)
        _measure(page, part[turn:], first + turn, gaps, found)
        return
    bold = length <= _LONGEST_BOLD and page.is_bold(sign)
    whole = Line(text, page.number, x0, x1, y0, y1, begin, last, hyphen, bold)
    if " " in words:
        at = bisect_left(gaps, y0)
        has_gap = at < len(gaps) and gaps[at] <= y1
        if has_gap or (x1 - x0) > _LOOSE * (y1 - y0) * length:
            found.extend(_parted(page, part, first, whole))
            return
    found.append(whole)


def _turn(page: TextPage, part: str, first: int) -> int:
    """Where a line goes back to the left, as from one cell to the line below; 0 if nowhere."""
    begin = len(part) - len(part.lstrip())
    spans, gaps = _gaps(page, part, first, begin)
    backward = (
        end for (_, end), (_, width, _) in zip(spans, gaps, strict=True) if width < -_NARROWEST
    )
    return next(backward, 0)


def _parted(page: TextPage, part: str, first: int, whole: Line) -> list[Line]:
    """Cut a line where the space between two words is far wider than its other spaces."""
    begin, x0, size = whole.first - first, whole.x0, whole.y1 - whole.y0
    spans, gaps = _gaps(page, part, first, begin)
    wide = _wide(gaps, size)
    if not wide:
        return [whole]
    parts = []
    for nth in wide:
        left, width, _ = gaps[nth]
        start, end = spans[nth]
        text = said(part[begin:start])
        if text:
            cut = (x0, left, whole.y0, whole.y1, first + begin, first + start - 1)
            parts.append(Line(text, whole.page, *cut, bold=whole.bold))
        begin, x0 = end, left + width
    text = said(part[begin:])
    if text:
        parts.append(whole._replace(text=text, x0=x0, first=first + begin))
    return parts


def _wide(gaps: list[tuple[float, float, bool]], size: float) -> list[int]:
    """Which gaps part cells or columns, and not words.

    Where the file has spaces between words and none at a gap, two texts were set side by side.
    Otherwise the gap must be far wider than the least of its own sort: justified lines have
    wide spaces, but they are alike.
    """
    hollow = [width for _, width, is_empty in gaps if is_empty]
    set_apart = len(hollow) < max(len(gaps), 3)
    bars = (_WIDE_GAP * size, (_SET_APART if set_apart else _EMPTY_GAP) * size)
    found = []
    for nth, (_, width, is_empty) in enumerate(gaps):
        if width <= bars[is_empty]:
            continue
        if not (is_empty and set_apart):
            alike = hollow if is_empty else [wide for _, wide, empty in gaps if not empty]
            if len(alike) > 1 and width < 1.7 * min(alike) < _CLEAR_GAP * size:
                continue
        found.append(nth)
    return found


def _gaps(
    page: TextPage, part: str, first: int, begin: int
) -> tuple[list[tuple[int, int]], list[tuple[float, float, bool]]]:
    """Where the spaces between words stand in the part, and how wide each is (`spaces`)."""
    end = len(part.rstrip().rstrip(HYPHEN))
    spans = [gap.span() for gap in _GAP.finditer(part, begin, end)]
    return spans, page.spaces([(first + start, first + end) for start, end in spans])


def said(part: str) -> str:
    """The words of a part of the page's text, clean."""
    text = part.strip()
    if is_clean(text):
        return text
    if text.endswith(HYPHEN):
        text = text[:-1] + "-"
    return " ".join(clean(_DROPPED.sub("", text)).split("\n"))
