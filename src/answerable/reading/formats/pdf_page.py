"""A PDF page whose characters can be asked for their places, through pdfium's text page.

Units are points; x grows to the right and y grows upwards, as the page is shown (turned pages
too).
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

from pypdfium2 import raw

from answerable.reading.formats.pdf_calls import (
    Handle,
    font_info,
    handle,
    handle_of,
    loose_box,
    origin_of,
    run_edges,
    type_matrix,
    type_size,
)

HYPHEN = "\ufffe"  # pdfium: a hyphen at the end of a line, joined to what follows it
_NAME = 128  # bytes of a font's name that are looked at
_MOST = ctypes.c_ulong(_NAME)
_LOW = 0.97  # of the size of type: a box below it is that of the sign, not of its font
_ALIKE = 0.05  # points: two heights of one font
_BELOW, _ABOVE = 0.23, 0.87  # of the size of type: what most fonts keep below and above the line


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
    _sound: list[float] = field(default_factory=lambda: [0.0])  # the last height of a font
    _rect: raw.FS_RECTF = field(default_factory=raw.FS_RECTF)
    _name: ctypes.Array[ctypes.c_char] = field(default_factory=ctypes.c_char * _NAME)
    _flags: ctypes.c_int = field(default_factory=ctypes.c_int)
    _matrix: raw.FS_MATRIX = field(default_factory=raw.FS_MATRIX)
    _side: ctypes.c_double = field(default_factory=ctypes.c_double)
    _line: ctypes.c_double = field(default_factory=ctypes.c_double)
    _page: Handle = field(init=False)
    _at: Handle = field(init=False)
    _named: Handle = field(init=False)
    _flagged: Handle = field(init=False)
    _turned: Handle = field(init=False)
    _beside: Handle = field(init=False)
    _upon: Handle = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "_page", handle(self.text))
        put(self, "_at", handle_of(self._rect))
        put(self, "_named", handle_of(self._name))
        put(self, "_flagged", handle_of(self._flags))
        put(self, "_turned", handle_of(self._matrix))
        put(self, "_beside", handle_of(self._side))
        put(self, "_upon", handle_of(self._line))

    @property
    def shown_height(self) -> float:
        """Height of the page as it is shown."""
        return self.width if self.turn in (90, 270) else self.height

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of one character as the page is shown."""
        loose_box(self._page, index, self._at)
        rect = self._rect
        if not (self.turn or self.left or self.lower):
            return rect.left, rect.bottom, rect.right, rect.top
        return self.shown(rect.left, rect.bottom, rect.right, rect.top)

    def extent(self, first: int, last: int, sign: int) -> tuple[float, float, float, float]:
        """Box of a line, from its first to its last character, as high as one of its signs."""
        if self.turn or self.left or self.lower:
            _, y0, _, y1 = self.box(sign)
            return self.box(first)[0], y0, self.box(last)[2], y1
        rect = self._rect
        loose_box(self._page, first, self._at)
        x0 = rect.left
        if sign != first:
            loose_box(self._page, sign, self._at)
        y0, y1 = rect.bottom, rect.top
        height = y1 - y0
        if not -_ALIKE < height - self._sound[0] < _ALIKE:
            if height < _LOW * type_size(self._page, sign):
                y0, y1 = self._of_type(sign, y0, y1)
            else:
                self._sound[0] = height
        if last != first:
            loose_box(self._page, last, self._at)
        return x0, y0, rect.right, y1

    def _of_type(self, sign: int, y0: float, y1: float) -> tuple[float, float]:
        """Lower and upper edge by the size of type, where the file's font says too little.

        Some programs write no usable heights of their fonts: then a box fits its sign, and a
        line that begins with "y" would pass for one of bigger type than a line with "a".
        """
        matrix, line = self._matrix, self._line
        type_matrix(self._page, sign, self._turned)
        size = type_size(self._page, sign) * matrix.d
        if matrix.b or matrix.c or y1 - y0 >= _LOW * size:
            return y0, y1
        origin_of(self._page, sign, self._beside, self._upon)
        return line.value - _BELOW * size, line.value + _ABOVE * size

    def sides(self, index: int) -> tuple[float, float]:
        """Left and right edge of one character as the page is shown; two of the four of `box`."""
        loose_box(self._page, index, self._at)
        rect = self._rect
        if not (self.turn or self.left or self.lower):
            return rect.left, rect.right
        found = self.shown(rect.left, rect.bottom, rect.right, rect.top)
        return found[0], found[2]

    def spaces(self, spans: Sequence[tuple[int, int]]) -> list[tuple[float, float, bool]]:
        """Of each run of spaces: its left edge, its width, and whether the file has none there.

        `spans` hold the first space and the character after the last. A space that the file
        does not have lies between the characters beside it. One loop, for a report has tens of
        thousands of spaces.
        """
        if self.turn or self.left or self.lower:
            return [self._space(start, end) for start, end in spans]
        measure, page, at, rect, found = loose_box, self._page, self._at, self._rect, []
        for start, end in spans:
            measure(page, start, at)
            left = rect.left
            is_empty = left == rect.right
            if is_empty:
                measure(page, start - 1, at)
                left = rect.right
            measure(page, end, at)
            found.append((left, rect.left - left, is_empty))
        return found

    def _space(self, start: int, end: int) -> tuple[float, float, bool]:
        left, right = self.sides(start)
        is_empty = left == right
        if is_empty:
            left = self.sides(start - 1)[1]
        return left, self.sides(end)[0] - left, is_empty

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

    def runs(self) -> list[tuple[float, float, float, float]]:
        """Left, lower, right and upper edge of each run of text, in the order of the content."""
        left, upper, right, lower = (ctypes.c_double() for _ in range(4))
        at = [handle_of(edge) for edge in (left, upper, right, lower)]
        page, found = self._page, []
        for index in range(raw.FPDFText_CountRects(self.text, 0, -1)):
            run_edges(page, index, *at)
            found.append((left.value, lower.value, right.value, upper.value))
        is_moved = self.turn or self.left or self.lower
        return [self.shown(*edges) for edges in found] if is_moved else found

    def is_bold(self, index: int) -> bool:
        """The character is set in a bold face, by the name of its font."""
        font_info(self._page, index, self._named, _MOST, self._flagged)
        name = self._name.value
        return b"Bold" in name or b"bold" in name or b"Black" in name or b"Heavy" in name


def characters(text_page: raw.FPDF_TEXTPAGE) -> str:
    """Text of a page, one sign for each of pdfium's characters."""
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    units = bytes(buffer)[: max(written - 1, 0) * 2]
    text = units.decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    signs = []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code == 2:
            signs.append(HYPHEN)
        else:
            valid = 0 < code < 0xD800 or 0xDFFF < code < 0x110000
            signs.append(chr(code) if valid else " ")
    return "".join(signs)
