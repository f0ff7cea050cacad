"""From printed lines to pieces: paragraphs, list items, headings, tables."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from answerable.reading.formats.pdf_grid import Table, Tables
from answerable.reading.formats.pdf_lines import Line
from answerable.reading.formats.pdf_tables import (
    Row,
    aligned_table,
    pieces_of_aligned,
)
from answerable.reading.layout.depths import Depths
from answerable.reading.layout.furniture import is_contents_line
from answerable.reading.layout.lines import is_date, is_heading, key_value, marker
from answerable.reading.layout.pieces import Piece, plain_piece

_BIGGER = 1.1  # of the body's size: type of a heading
_HEADINGS_APART = 0.5  # type sizes: headings further apart are two
_FAR = 2.0  # type sizes: parts of a line further apart are not one sentence
_SAME_SIZE = 0.12
_DRAWN = "•"  # the style of a bullet that is drawn
_THING_ENDS = (";", "; and", "; or")


@dataclass(frozen=True, slots=True)
class Typography:
    """What the body of the document is set in."""

    body: float
    gap: float  # between the lines of a paragraph
    right: float  # where the lines of the body end
    sizes: tuple[float, ...]  # least size of each level of headings, from the biggest
    bold_body: bool

    def heading_level(self, line: Line) -> int:
        """Level of a heading set like this line; 0 for the body's type."""
        if line.size >= self.body * _BIGGER:
            above = sum(line.size < size for size in self.sizes)
            return min(above + 1, len(self.sizes) or 1, 6)
        if line.bold and not self.bold_body and line.size >= 0.95 * self.body:
            return min(len(self.sizes) + 1, 6)
        return 0


def typography(lines: Sequence[Line]) -> Typography:
    """Measure the body: its size is that of most characters."""
    heights = [line.y1 - line.y0 for line in lines]
    lengths = [len(line.text) for line in lines]
    sizes: Counter[int] = Counter()
    for height, length in zip(heights, lengths, strict=True):
        sizes[round(height * 2)] += length
    body = sizes.most_common(1)[0][0] / 2 if sizes else 10.0
    bigger: list[float] = []
    least = body * _BIGGER
    for size in sorted([height for height in heights if height >= least], reverse=True):
        if not bigger or size < 0.95 * bigger[-1]:
            bigger.append(size)
        else:
            bigger[-1] = size
    # The bold parts of a body in regular type are headings; a bold body has none.
    bold = sum([len(line.text) for line in lines if line.bold])
    return Typography(
        body=body,
        gap=_line_gap(lines, body),
        right=_right_edge(lines),
        sizes=tuple(bigger),
        bold_body=bold * 2 > sum(lengths),
    )


def _line_gap(lines: Sequence[Line], body: float) -> float:
    """The gap between lines of one paragraph: seen where the next begins with a small letter."""
    most = 1.5 * body
    gaps = [
        (gap, line.text[:1].islower())
        for before, line in pairwise(lines)
        if -body < (gap := before.y0 - line.y1) < most and before.page == line.page
    ]
    wrapped = [gap for gap, goes_on in gaps if goes_on]
    if wrapped:
        return median(wrapped) if len(wrapped) >= 3 else min(median(wrapped), 0.6 * body)
    least = sorted(gap for gap, _ in gaps)
    return min(least[len(least) // 5], 0.3 * body) if least else 0.3 * body


def _right_edge(lines: Sequence[Line]) -> float:
    """Where all but the longest lines end."""
    ends = sorted(line.x1 for line in lines if len(line.text) >= 40)
    return ends[int(0.9 * (len(ends) - 1))] if ends else 0.0


@dataclass(slots=True)
class _Open:
    """A block whose lines are still coming."""

    lines: list[Line]
    heading: int = 0
    text: str = ""
    turns: list[int] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """The line goes on with the block."""
        last = self.lines[-1]
        glued = last.hyphen or (
            self.text[-1:] == "-" and self.text[-2:-1].isalpha() and line.text[:1].isalpha()
        )
        self.text += "" if glued else " "
        if line.page != last.page:
            self.turns.extend([len(self.text)] * (line.page - last.page))
        self.text += line.text
        self.lines.append(line)


class Flow:
    """Takes columns in reading order and gives pieces; blocks go on over columns and pages."""

    def __init__(self, type_: Typography) -> None:
        self.pieces: list[Piece] = []
        self._type = type_
        self._big = type_.body * _BIGGER
        self._far = type_.gap + 0.35 * type_.body
        self._open: _Open | None = None
        self._depths = Depths(tolerance=3.0)
        self._ruled = Tables()
        self._aligned = 0
        self._right = 0.0

    def column(
        self,
        lines: Sequence[Line],
        rows: Sequence[Row],
        right: float | None,
        tables: Mapping[int, Table],
    ) -> None:
        """Read one column by its rows. A line below zero stands for the table of that key."""
        widest = max([line.x1 for line in lines])
        self._right = max(self._type.right, widest) if right is None else right
        at = 0
        while at < len(rows):
            row = rows[at]
            if len(row) > 1:
                end = aligned_table(rows, at)
                if end > at:
                    self._aligned += 1
                    self._put(pieces_of_aligned(rows[at:end], self._aligned))
                    at = end
                    continue
                for line in _merged(row):
                    self._line(line)
            elif row[0].first < 0:
                self._table(tables[row[0].first], row[0].page)
            else:
                self._line(row[0])
            at += 1

    def _table(self, table: Table, page: int) -> None:
        """A ruled table, which may go on with a row of the page before."""
        self.close()
        last = self.pieces[-1] if self.pieces else None
        found, replaces = self._ruled.pieces(table, page, last)
        if not found:
            for line in table.alone:
                self._line(line)
            return
        if replaces:
            self.pieces.pop()
        self._put(found)

    def _put(self, pieces: Sequence[Piece]) -> None:
        """Pieces made elsewhere: a table. The open block ends."""
        self.close()
        self._depths.close()
        self.pieces.extend(pieces)

    def close(self) -> None:
        """End the open block."""
        block, self._open = self._open, None
        if block is None:
            return
        first = block.lines[0]
        path = f"page {first.page}"
        turns = tuple(block.turns)
        if block.heading:
            self._depths.close()
            self.pieces.append(
                Piece(
                    "heading",
                    block.text,
                    path,
                    level=block.heading,
                    page=first.page,
                    page_turns=turns,
                )
            )
            return
        mark = marker(block.text)
        if first.bullet or (mark is not None and mark.style != "1.1"):
            level = self._depths.level(first.x0, mark.style if mark is not None else _DRAWN)
            self.pieces.append(
                Piece("item", block.text, path, level, first.page, page_turns=turns)
            )
            return
        piece = plain_piece(block.text, path, page=first.page)
        if piece.kind == "paragraph" and (within := self._depths.within(first.x0 - 3)):
            level = within
        else:
            self._depths.close()
            level = piece.level
        if turns or level != piece.level:
            piece = replace(piece, page_turns=turns, level=level)
        self.pieces.append(piece)

    def _line(self, line: Line) -> None:
        is_set_apart = line.bold or line.y1 - line.y0 >= self._big
        level = self._heading_level(line) if is_set_apart else 0
        block = self._open
        if block is not None and not line.bullet and self._goes_on(block, line, level):
            block.add(line)
            block.heading = min(block.heading, level)
            return
        self.close()
        self._open = _Open([line], level, line.text)

    def _heading_level(self, line: Line) -> int:
        level = self._type.heading_level(line)
        if not level:
            return 0
        if is_date(line.text) or (marker(line.text) and not is_heading(line.text)):
            return 0
        big = line.size >= self._type.body * _BIGGER
        return level if big or is_heading(line.text) else 0

    def _goes_on(self, block: _Open, line: Line, level: int) -> bool:
        """The line belongs to the open block."""
        last, first = block.lines[-1], block.lines[0]
        if block.heading or level:
            return (
                (block.heading == level or self._goes_on_in_bold(block, line))
                and last.page == line.page
                and abs(last.size - line.size) < _SAME_SIZE * last.size
                and 0 <= last.y0 - line.y1 < _HEADINGS_APART * last.size
                and not marker(line.text)
            )
        mark = marker(line.text)
        if last.hyphen or (last.text[-1:].isdigit() and is_contents_line(last.text)):
            return last.hyphen
        if mark is not None and not (mark.style in "1a" and _runs_on(last, line)):
            return False
        if last.page != line.page or line.y1 > last.y1:
            return _unfinished(block.text, line.text)
        if last.y0 - line.y1 > self._far:
            return False
        return self._same_paragraph(first, last, line)

    def _goes_on_in_bold(self, block: _Open, line: Line) -> bool:
        """What looked like a heading is a sentence: its next line is set alike and ends it."""
        return line.text[0].islower() and block.heading == self._type.heading_level(line)

    def _same_paragraph(self, first: Line, last: Line, line: Line) -> bool:
        """Of two lines near each other: the break between them is one of wrapping."""
        if line.text[0].islower() and not last.text.endswith((":", *_THING_ENDS)):
            return True
        if last.text.endswith(_THING_ENDS) and self._in_a_list():
            return False
        full = self._is_full(last, line)
        if not full and key_value(line.text):
            return False
        if marker(first.text) is not None and line.x0 < first.x0 + 2:
            return full and not last.text.endswith((".", ";", ":"))
        return full

    def _in_a_list(self) -> bool:
        """What stands before is a lead-in or a thing of a list, whose marks may be drawings."""
        return bool(self.pieces) and self.pieces[-1].text.endswith((":", *_THING_ENDS))

    def _is_full(self, last: Line, line: Line) -> bool:
        """The first word of `line` would not have fitted at the end of `last`."""
        word = line.text.split(" ", 1)[0]
        per_sign = (line.x1 - line.x0) / max(len(line.text), 1)
        return last.x1 + per_sign * (len(word) + 1) > self._right - 1.2 * line.size


def _runs_on(last: Line, line: Line) -> bool:
    """What looks like a marker is the end of a sentence: "… of 2024." wrapped to "12. The"."""
    if line.text[:4].split(" ", 1)[0].endswith(")"):
        return False
    return line.x0 <= last.x0 + 1 and not last.text.endswith((".", ":", ";", "and", "or"))


def _unfinished(text: str, following: str) -> bool:
    """A sentence broken by the end of a column or page."""
    if following[:1].islower():
        return not text.endswith((".", ";", ":"))
    last = text.rsplit(None, 1)[-1]
    return text.endswith(",") or (len(text) > 60 and last[-1:].isalnum() and last[-3:].islower())


def _merged(row: Row) -> list[Line]:
    """Parts of one printed line that are near enough to be one sentence."""
    merged = [row[0]]
    for line in row[1:]:
        last = merged[-1]
        if line.x0 - last.x1 < _FAR * line.size:
            merged[-1] = last._replace(
                text=f"{last.text} {line.text}", x1=line.x1, hyphen=line.hyphen
            )
        else:
            merged.append(line)
    return merged
