"""The blocks of a text for a page: paragraphs, headings, and rows that follow each other as a
table; cut where a mark begins or ends, and covered where words are withheld."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from answerable.operations.pages.parts import Link
from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.vocabulary.language import say

WITHHELD = "[withheld]"
_CELL = re.compile(r"!([A-Z]{1,3})([0-9]{1,7})$")
"""Of a sheet: `Tracker!A7`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a block; marked where a fact rests on them, `here` where it is the one asked."""

    words: str
    marked: bool = False
    here: bool = False
    id: str = ""
    used_by: Link | None = None


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A row of a table; `number` is that of its row in the sheet, empty elsewhere."""

    cells: tuple[Cell, ...]
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A block of a document; `kind` is heading, paragraph, page or table."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    id: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[TextRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place `[start, end)` of a text that something rests on."""

    start: int
    end: int
    link: Link | None = None
    here: bool = False


def blocks(
    text: CanonicalText,
    marks: Sequence[Mark],
    *,
    hidden: Sequence[tuple[int, int]] = (),
    within: tuple[int, int] | None = None,
) -> tuple[TextBlock, ...]:
    """The blocks of a text, a page's number before its first; `within` takes some by their place.

    A row whose words head the rows under it is the head of their table; where a fact rests on
    them it stands as a row too, for a phone shows no head and a mark needs its place.
    """
    cut = _Cut(text, marks, hidden)
    made: list[TextBlock] = []
    page: int | None = None
    shown = text.blocks[slice(*within)] if within else text.blocks
    for (in_table, number, _), several in groupby(shown, key=_kin):
        if number is not None and number != page:
            page = number
            made.append(TextBlock(kind="page", label=say("Page {page}", page=page)))
        if in_table:
            made.extend(_tables(text, list(several), cut))
            continue
        for block in several:
            kind = "heading" if block.kind == "heading" else "paragraph"
            made.append(TextBlock(kind=kind, pieces=cut.pieces(block.start, block.end)))
    return tuple(made)


def _kin(block: Block) -> tuple[bool, int | None, int]:
    """Rows of one page and as many cells stand in one table."""
    row = block.kind == "row" and len(block.cells) > 1
    return row, block.page, len(block.cells) if row else 0


def _tables(text: CanonicalText, rows: list[Block], cut: "_Cut") -> Iterator[TextBlock]:
    """A new one begins where a row heads the next."""
    held: list[Block] = []
    for at, row in enumerate(rows):
        heads = at + 1 < len(rows) and _heads(text, row, rows[at + 1])
        if held and (heads or (not _heads(text, held[0], row) and held[-1].header != row.header)):
            yield _table(text, held, cut)
            held = []
        held.append(row)
    yield _table(text, held, cut)


def _heads(text: CanonicalText, row: Block, under: Block) -> bool:
    words = tuple(text.text[cell.start : cell.end] for cell in row.cells)
    return not row.header and bool(under.header) and under.header == words


def _table(text: CanonicalText, rows: list[Block], cut: "_Cut") -> TextBlock:
    first, *rest = rows
    own = bool(rest) and _heads(text, first, rest[0])
    head = rest[0].header if own else first.header or ("",) * len(first.cells)
    shown = rest if own and not cut.rests_on(first) else rows
    if own and cut.covers(first):
        head = ("",) * len(first.cells)
    return TextBlock(
        kind="table",
        head=head if len(head) == len(first.cells) else ("",) * len(first.cells),
        rows=tuple(TextRow(number=_number(row), cells=cut.cells(row)) for row in shown),
    )


def _number(row: Block) -> str:
    found = _CELL.search(row.cell_paths[0]) if row.cell_paths else None
    return found.group(2) if found else ""


class _Cut:
    """The marks of one text, found by place, so that a long text costs its length once."""

    def __init__(
        self, text: CanonicalText, marks: Sequence[Mark], hidden: Sequence[tuple[int, int]]
    ) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._marks]
        self._widest = max((m.end - m.start for m in self._marks), default=0)
        self._hidden = hidden
        self._first = True

    def covers(self, block: Block) -> bool:
        return any(s < block.end and e > block.start for s, e in self._hidden)

    def rests_on(self, block: Block) -> bool:
        """Does a mark begin in it?"""
        return bisect_left(self._starts, block.start) < bisect_left(self._starts, block.end)

    def cells(self, row: Block) -> tuple[Cell, ...]:
        """Of several marks that lead to one page the first in a row has the link."""
        linked: set[str] = set()
        return tuple(tuple(self._cell(cell, linked)) for cell in row.cells)

    def _cell(self, span: Span, linked: set[str]) -> Iterator[Piece]:
        for piece, over in self._pieces(span.start, span.end, named=not self._first):
            links = [m.link for m in over if m.link and m.link.url not in linked]
            linked.update(link.url for link in links)
            self._first = self._first and not piece.id
            yield replace(piece, used_by=links[0] if links else None)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The first marked one that is asked for has the address's fragment, and no other."""
        made = tuple(piece for piece, _ in self._pieces(start, end, named=not self._first))
        self._first = self._first and not any(piece.id for piece in made)
        return made

    def _pieces(
        self, begin: int, stop: int, *, named: bool
    ) -> Iterator[tuple[Piece, Sequence[Mark]]]:
        low = bisect_left(self._starts, begin - self._widest)
        near = self._marks[low : bisect_right(self._starts, stop)]
        inside = [m for m in near if m.start < stop and m.end > begin]
        covered = [(s, e) for s, e in self._hidden if s < stop and e > begin]
        spans = [(m.start, m.end) for m in inside] + covered
        cuts = {begin, stop} | {c for span in spans for c in span}
        places = sorted(c for c in cuts if begin <= c <= stop)
        for start, end in pairwise(places):
            if any(s <= start and end <= e for s, e in covered):
                if any(start in (s, begin) for s, _ in covered):
                    yield Piece(words=WITHHELD), ()
                continue
            over = [m for m in inside if m.start <= start and end <= m.end]
            here = any(m.here for m in over)
            ends = (m.link for m in over if m.link and (m.end == end or m.end > stop))
            piece = Piece(
                words=self._text.text[start:end],
                marked=bool(over),
                here=here,
                id="words" if here and not named else "",
                used_by=next(ends, None),
            )
            yield piece, over
            named = named or here
