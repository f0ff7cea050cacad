"""Running heads, feet and page numbers of a paged document."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from answerable.reading.formats.pdf_lines import Line

_MARGIN = 0.11  # of the page height, at the top and at the bottom
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page ?)?[-–|]? ?(?:\d{1,4}|[ivxlc]{1,6}) ?[-–|]?(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE
)


def running_lines(pages: Sequence[Sequence[Line]], heights: Mapping[int, float]) -> set[Line]:
    """Lines in the margins that come back on other pages, and page numbers there.

    Digits are not compared, so "Page 3 of 9" comes back as "Page 4 of 9".
    """
    margins = [
        (line, (_DIGITS.sub("#", line.text), line.y0 > heights[line.page] / 2))
        for lines in pages
        for line in lines
        if line.first >= 0 and _in_margin(line, heights[line.page])
    ]
    seen = Counter(key for key in {(key, line.page) for line, key in margins})
    pages_with = Counter(key for key, _ in seen)
    enough = 2 if len(pages) <= 4 else 3
    return {
        line
        for line, key in margins
        if pages_with[key] >= enough or _PAGE_NUMBER.fullmatch(line.text)
    }


def _in_margin(line: Line, height: float) -> bool:
    return line.y0 > height * (1 - _MARGIN) or line.y1 < height * _MARGIN
