"""Layout before grammar: pieces of any format become canonical text and its blocks.

A format reader gives `Piece`s in reading order, each with the kind its format states
(a heading style, a list tag) or `paragraph`. The passes below see what only the
neighbours tell: furniture, letterhead, attendance, quotations, `;` lists, lead-ins.

Conventions that a reader of blocks may rely on:

- blocks are in order, do not overlap, have no outer white space and are parted by exactly
  one blank line;
- line breaks inside a paragraph, heading, item or quotation are single spaces; only a cell
  of a row may hold LF (between its own paragraphs);
- the cells of a row are parted by ` | `; an empty cell is an empty span; a header row is a
  row whose `header` is empty; the header names every column of the rows below it;
- a `key_value`, and a `letterhead` or `attendance` line with a key ("To: …"), has two
  cells: the key without its colon, and the value. An `attendance` line without a key has
  cells where tabs part it: the name, then the post;
- an `item` keeps its marker in the text; `level` counts from 1. A `paragraph` with a
  `level` above 0 is a later paragraph of the item above it;
- `lead_in` of an item is the sentence it hangs from. If that sentence is itself an item,
  that item's `lead_in` gives the next one up. `lead_in` of an `attendance` line is the
  words "Present" or "Apologies" above it, of a `quotation` the words that name its speaker,
  of a `letterhead` line after the body the words "Yours sincerely".
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.reading.layout.furniture import mark_furniture
from answerable.reading.layout.lead_ins import hang_items
from answerable.reading.layout.letters import mark_attendance, mark_letterhead
from answerable.reading.layout.pieces import CELL_BREAK, Piece
from answerable.reading.layout.quotations import mark_quotations


def settle(pieces: Sequence[Piece]) -> list[Piece]:
    """What only the neighbours tell: furniture, letters, quotations, lists and lead-ins."""
    settled = mark_furniture(_without_last_heading([p for p in pieces if p.text]))
    settled = mark_letterhead(settled)
    settled = [_without_parts(piece) for piece in mark_attendance(settled)]
    settled = mark_quotations(settled)
    return hang_items(settled)


def _without_last_heading(pieces: list[Piece]) -> list[Piece]:
    """Nothing stands under the last line, so it is no heading: a name at the end of a letter."""
    if len(pieces) > 1 and pieces[-1].kind == "heading" and not pieces[-1].stated:
        return [*pieces[:-1], replace(pieces[-1], kind="paragraph", level=0)]
    return pieces


def _without_parts(piece: Piece) -> Piece:
    """Parts between tabs mean something only where people are listed."""
    if not piece.cells or piece.kind not in ("paragraph", "heading"):
        return piece
    return replace(piece, cells=())


def lay_out(
    pieces: Sequence[Piece],
    *,
    data: bytes,
    media_type: str,
    pages: int = 0,
    warnings: Sequence[str] = (),
    title: str | None = None,
) -> CanonicalText:
    """Canonical text of pieces whose passes are done: places, spans, page starts."""
    kept = [(index, piece) for index, piece in enumerate(pieces) if piece.text]
    starts: dict[int, int] = {}
    at = 0
    for index, piece in kept:
        starts[index] = at
        at += len(piece.text) + 2
    text = "\n\n".join(piece.text for _, piece in kept)
    blocks = tuple(_block(piece, starts[index], starts) for index, piece in kept)
    placed = [(starts[index], piece) for index, piece in kept]
    return CanonicalText(
        text=text,
        blocks=blocks,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        page_starts=_page_starts(placed, pages, len(text)),
        warnings=tuple(warnings),
        title=title or None,
    )


def _block(piece: Piece, start: int, starts: dict[int, int]) -> Block:
    hang = piece.hang
    lead_in = None
    if hang is not None and hang.piece in starts:
        base = starts[hang.piece]
        lead_in = Span(base + hang.start, base + hang.end)
    return Block(
        kind=piece.kind,
        start=start,
        end=start + len(piece.text),
        path=piece.path,
        level=piece.level,
        page=piece.page,
        lead_in=lead_in,
        cells=_cells(piece, start),
        cell_paths=piece.cell_paths,
        header=piece.header,
    )


def _cells(piece: Piece, start: int) -> tuple[Span, ...]:
    """Spans of the cells, found from left to right."""
    spans = []
    if piece.kind == "row":
        # Outer empty cells lost their spaces when the row was stripped.
        whole = CELL_BREAK.join(piece.cells)
        at = len(whole.lstrip()) - len(whole)
        for cell in piece.cells:
            left = min(max(at, 0), len(piece.text))
            right = min(max(at + len(cell), left), len(piece.text))
            spans.append(Span(start + left, start + right))
            at += len(cell) + len(CELL_BREAK)
        return tuple(spans)
    at = 0
    for cell in piece.cells:
        at = piece.text.index(cell, at)
        spans.append(Span(start + at, start + at + len(cell)))
        at += len(cell)
    return tuple(spans)


def _page_starts(placed: Sequence[tuple[int, Piece]], pages: int, length: int) -> tuple[int, ...]:
    """Offset at which each page begins; an empty page begins where the next one does."""
    if not pages:
        return ()
    found: dict[int, int] = {}
    for start, piece in placed:
        if piece.page is None:
            continue
        found.setdefault(piece.page, start)
        for nth, turn in enumerate(piece.page_turns, start=1):
            found.setdefault(piece.page + nth, start + turn)
    result: list[int] = []
    at = length
    for page in range(pages, 0, -1):
        at = min(found.get(page, at), at)
        result.append(at)
    result[-1] = 0
    return tuple(reversed(result))
