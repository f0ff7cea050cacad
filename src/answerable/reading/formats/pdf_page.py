"""A PDF page whose characters can be asked for their places, through pdfium's text page.

Units are points; x grows to the right and y grows upwards, as the page is shown (turned pages
too).
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

HYPHEN = "\ufffe"  # pdfium: a hyphen at the end of a line, joined to what follows it


_ADDRESS, _WHOLE = ctypes.c_void_p, ctypes.c_int


def _plain(function: Any, *arguments: Any) -> Callable[..., int]:
    """The same C function, told plain addresses: checking pointers is half of a call's cost."""
    made = ctypes.CFUNCTYPE(_WHOLE, *arguments)
    return made(ctypes.cast(function, _ADDRESS).value or 0)


_box = _plain(raw.FPDFText_GetLooseCharBox, _ADDRESS, _WHOLE, _ADDRESS)
_font = _plain(raw.FPDFText_GetFontInfo, _ADDRESS, _WHOLE, _ADDRESS, ctypes.c_ulong, _ADDRESS)
_run = _plain(raw.FPDFText_GetRect, _ADDRESS, _WHOLE, *[_ADDRESS] * 4)
_NAME = 128  # bytes of a font's name that are looked at


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
    _name: ctypes.Array[ctypes.c_char] = field(default_factory=ctypes.c_char * _NAME)
    _flags: ctypes.c_int = field(default_factory=ctypes.c_int)
    _page: int = field(init=False)
    _at: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_page", ctypes.cast(self.text, _ADDRESS).value)
        object.__setattr__(self, "_at", ctypes.addressof(self._rect))

    @property
    def shown_height(self) -> float:
        """Height of the page as it is shown."""
        return self.width if self.turn in (90, 270) else self.height

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of one character as the page is shown."""
        _box(self._page, index, self._at)
        rect = self._rect
        if not (self.turn or self.left or self.lower):
            return rect.left, rect.bottom, rect.right, rect.top
        return self.shown(rect.left, rect.bottom, rect.right, rect.top)

    def extent(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Box of a line: that of its first character, up to the right edge of its last."""
        if self.turn or self.left or self.lower:
            x0, y0, _, y1 = self.box(first)
            return x0, y0, self.box(last)[2], y1
        rect = self._rect
        _box(self._page, first, self._at)
        x0, y0, y1 = rect.left, rect.bottom, rect.top
        if last != first:
            _box(self._page, last, self._at)
        return x0, y0, rect.right, y1

    def sides(self, index: int) -> tuple[float, float]:
        """Left and right edge of one character as the page is shown; two of the four of `box`."""
        _box(self._page, index, self._at)
        rect = self._rect
        if not (self.turn or self.left or self.lower):
            return rect.left, rect.right
        found = self.shown(rect.left, rect.bottom, rect.right, rect.top)
        return found[0], found[2]

    def all_sides(self, indices: Sequence[int]) -> list[tuple[float, float]]:
        """`sides` of many characters: one loop, for a report has tens of thousands of spaces."""
        if self.turn or self.left or self.lower:
            return [self.sides(index) for index in indices]
        page, at, rect, found = self._page, self._at, self._rect, []
        for index in indices:
            _box(page, index, at)
            found.append((rect.left, rect.right))
        return found

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

    def runs(self) -> Iterator[tuple[float, float, float, float]]:
        """Left, lower, right and upper edge of each run of text, in the order of the content."""
        left, upper, right, lower = (ctypes.c_double() for _ in range(4))
        at = [ctypes.addressof(edge) for edge in (left, upper, right, lower)]
        is_moved = bool(self.turn or self.left or self.lower)
        for index in range(raw.FPDFText_CountRects(self.text, 0, -1)):
            _run(self._page, index, *at)
            found = left.value, lower.value, right.value, upper.value
            yield self.shown(*found) if is_moved else found

    def is_bold(self, index: int) -> bool:
        """The character is set in a bold face, by the name of its font."""
        at, flags = ctypes.addressof(self._name), ctypes.addressof(self._flags)
        _font(self._page, index, at, _NAME, flags)
        name = self._name.value
        return b"Bold" in name or b"bold" in name or b"Black" in name or b"Heavy" in name


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
