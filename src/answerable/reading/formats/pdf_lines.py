"""Lines of a PDF page with their places, read through pdfium's text page.

A `Line` is one printed line, or one part of it where a wide gap parts it (columns, table
cells). Units are points; x grows to the right and y grows upwards, as the page is shown
(turned pages too). Only a line's first and last characters are measured, so that reading
stays near the speed of plain extraction.
"""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pypdfium2 import raw

from answerable.reading.pieces import clean

HYPHEN = "\ufffe"  # pdfium: a hyphen at the end of a line, joined to what follows it
_BREAK = re.compile("\r\n|\r|\n|(?<=\ufffe)")
_GAP = re.compile(r" +")
_DROPPED = re.compile("[\0\x02\ufffe\uffff]")
_WIDE_GAP = 0.5  # of the height of type: wider than most spaces of justified text
_NARROWEST = 6.0  # points between two runs that may be a wide gap
_LOOSE = 0.56  # mean width of a character in type sizes above which a line may hold a gap
_LONGEST_BOLD = 72  # characters: a heading is no longer, so longer lines are not looked at


class Box(NamedTuple):
    """Left, lower, right and upper edge in points."""

    x0: float
    y0: float
    x1: float
    y1: float


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


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page whose characters can be asked for their places.

    `turn` is the page's rotation in degrees clockwise; `width` and `height` are those before
    it, `left` and `lower` the corner of the part that is shown.
    """

    text: raw.FPDF_TEXTPAGE
    number: int  # 1-based
    width: float
    height: float
    turn: int = 0
    left: float = 0.0
    lower: float = 0.0
    _rect: raw.FS_RECTF = field(default_factory=raw.FS_RECTF)
    _name: ctypes.Array[ctypes.c_char] = field(default_factory=ctypes.c_char * 128)
    _flags: ctypes.c_int = field(default_factory=ctypes.c_int)

    @property
    def shown_height(self) -> float:
        """Height of the page as it is shown."""
        return self.width if self.turn in (90, 270) else self.height

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of one character as the page is shown."""
        rect = self._rect
        raw.FPDFText_GetLooseCharBox(self.text, index, rect)
        if not (self.turn or self.left or self.lower):
            return rect.left, rect.bottom, rect.right, rect.top
        return self.shown(rect.left, rect.bottom, rect.right, rect.top)

    def shown(
        self, left: float, lower: float, right: float, upper: float
    ) -> tuple[float, float, float, float]:
        """A box in the page's own space, turned as the page is."""
        if not (self.turn or self.left or self.lower):
            return left, lower, right, upper
        left, right = left - self.left, right - self.left
        lower, upper = lower - self.lower, upper - self.lower
        if self.turn == 90:
            return lower, self.width - right, upper, self.width - left
        if self.turn == 180:
            wide, high = self.width, self.height
            return wide - right, high - upper, wide - left, high - lower
        if self.turn == 270:
            return self.height - upper, left, self.height - lower, right
        return left, lower, right, upper

    def is_bold(self, index: int) -> bool:
        """The character is set in a bold face, by the name of its font."""
        raw.FPDFText_GetFontInfo(self.text, index, self._name, 128, self._flags)
        name = self._name.value
        return b"Bold" in name or b"bold" in name or b"Black" in name or b"Heavy" in name


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
            found.extend(_measured(page, part, first, gaps))
        match = _BREAK.match(text, end)
        start = match.end() if match else end
    return found


def characters(text_page: raw.FPDF_TEXTPAGE) -> tuple[str, list[int]]:
    """Text of a page. The list maps to character indices where they differ from offsets."""
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return "", []
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    units = bytes(buffer)[: max(written - 1, 0) * 2]
    text = units.decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text, []
    signs = []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code == 2:
            signs.append(HYPHEN)
        else:
            valid = 0 < code < 0xD800 or 0xDFFF < code < 0x110000
            signs.append(chr(code) if valid else " ")
    return "".join(signs), list(range(count))


def _gap_heights(page: TextPage) -> list[float]:
    """Heights at which two runs of text stand side by side with a wide gap, in order."""
    left, top, right, lower = (ctypes.c_double() for _ in range(4))
    heights = set()
    end, low, high = 0.0, 0.0, 0.0  # of the run before
    begin = 0.0
    for index in range(raw.FPDFText_CountRects(page.text, 0, -1)):
        raw.FPDFText_GetRect(page.text, index, left, top, right, lower)
        x0, y0, x1, y1 = page.shown(left.value, lower.value, right.value, top.value)
        middle = (y0 + y1) / 2
        if low <= middle <= high and (x0 - end > _NARROWEST or x1 < begin - _NARROWEST):
            heights.add(middle)
        begin, end, low, high = x0, x1, y0, y1
    return sorted(heights)


def _measured(page: TextPage, part: str, first: int, gaps: list[float]) -> Iterator[Line]:
    """The line, or its parts where gaps are wide."""
    lead = len(part) - len(part.lstrip())
    tail = len(part.rstrip().rstrip(HYPHEN))
    if tail <= lead:
        return
    text = said(part)
    if not text:
        return
    x0, y0, x1, y1 = page.box(first + lead)
    if tail > lead + 1:
        x1 = page.box(first + tail - 1)[2]
    bold = tail - lead <= _LONGEST_BOLD and page.is_bold(first + lead)
    hyphen = part[-1] == HYPHEN
    begin, last = first + lead, first + tail - 1
    whole = Line(text, page.number, x0, x1, y0, y1, begin, last, hyphen, bold)
    at = bisect_left(gaps, y0)
    has_gap = at < len(gaps) and gaps[at] <= y1
    if " " in part[lead:tail] and (has_gap or (x1 - x0) > _LOOSE * (y1 - y0) * (tail - lead)):
        yield from _parted(page, part, first, whole)
    else:
        yield whole


def _parted(page: TextPage, part: str, first: int, whole: Line) -> Iterator[Line]:
    """Cut a line where the space between two words is far wider than a space."""
    begin = whole.first - first
    x0 = whole.x0
    end = len(part.rstrip().rstrip(HYPHEN))
    for gap in _GAP.finditer(part, begin, end):
        right = page.box(first + gap.start() - 1)[2]
        left = page.box(first + gap.end())[0]
        if left - right > _WIDE_GAP * whole.size:
            text = said(part[begin : gap.start()])
            if text:
                yield whole._replace(
                    text=text,
                    x0=x0,
                    x1=right,
                    first=first + begin,
                    last=first + gap.start() - 1,
                    hyphen=False,
                )
            begin, x0 = gap.end(), left
    text = said(part[begin:])
    if text:
        yield whole._replace(text=text, x0=x0, first=first + begin)


def said(part: str) -> str:
    """The words of a part of the page's text, clean."""
    text = part.strip()
    if text.isascii() and text.isprintable():
        return text
    if text.endswith(HYPHEN):
        text = text[:-1] + "-"
    return " ".join(clean(_DROPPED.sub("", text)).split("\n"))
