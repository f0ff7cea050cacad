"""Running heads, feet and page numbers of a paged document."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from answerable.reading.formats.pdf_lines import Line
from answerable.reading.formats.pdf_tables import Row

_MARGIN = 0.11  # of the page height, at the top and at the bottom
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page ?)?[-–|]? ?(?:\d{1,4}|[ivxlc]{1,6}) ?[-–|]?(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE
)


def running_rows(pages: Sequence[Sequence[Row]], heights: Mapping[int, float]) -> set[Line]:
    """Lines in the margins that come back on other pages, and page numbers there.

    Gives the first part of each such row. Digits are not compared, so "Page 3 of 9" comes
    back as "Page 4 of 9".
    """
    margins = [
        (row, (_DIGITS.sub("#", words(row)), row[0].y0 > heights[row[0].page] / 2))
        for rows in pages
        for row in _in_margins(rows, heights)
    ]
    seen = {(key, row[0].page) for row, key in margins}
    pages_with = Counter(key for key, _ in seen)
    enough = 2 if len(pages) <= 4 else 3
    return {
        row[0]
        for row, key in margins
        if pages_with[key] >= enough or _PAGE_NUMBER.fullmatch(words(row))
    }


def words(row: Row) -> str:
    """The words of a printed line."""
    return " ".join(line.text for line in row)


def _in_margins(rows: Sequence[Row], heights: Mapping[int, float]) -> list[Row]:
    """Rows of one page that stand in its margins."""
    if not rows:
        return []
    height = heights[rows[0][0].page]
    upper, lower = height * (1 - _MARGIN), height * _MARGIN
    return [row for row in rows if (row[0].y0 > upper or row[0].y1 < lower) and row[0].first >= 0]
