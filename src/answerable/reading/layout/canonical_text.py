"""Immutable text and its blocks; `text[start:end] == quote` always.

Canonical text: Unicode NFC; line ends LF; blocks parted by one blank line; list markers
kept; non-breaking spaces become spaces; soft hyphens dropped; nothing else is repaired.
Offsets are Unicode code points from 0, the end not included.
"""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "heading",  # a title; `level` 1 to 6
    "paragraph",
    "item",  # a list item; `level` is its depth from 1; `lead_in` the words it hangs from
    "row",  # a table row; `cells` and the `header` above them
    "key_value",  # "Date: 16 July 2024"; `cells` are the key and the value
    "letterhead",  # From / To / Cc and the address lines of a letter
    "attendance",  # who was present, or apologies
    "quotation",  # somebody's words set apart
    "furniture",  # running heads, page numbers, captions, menus: not part of the story
]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points in the canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of layout. `path` says where it stood in the original file.

    Examples of `path`: `page 3`, `/html/body/main/p[3]`, `paragraph 12`,
    `Sheet1!A5:G5`, `line 40`. For a row, `cell_paths` names each cell.
    """

    kind: BlockKind
    start: int
    end: int
    path: str
    level: int = 0
    page: int | None = None
    lead_in: Span | None = None
    cells: tuple[Span, ...] = ()
    cell_paths: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The text that all offsets count in, with its blocks in order.

    `sha256` is of the original bytes, lower hex. `page_starts[i]` is the offset at which
    page i+1 begins (empty where the format has no pages).
    """

    text: str
    blocks: tuple[Block, ...]
    sha256: str
    media_type: str
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str | None = None

    def exact(self, span: Span | Block) -> str:
        """The exact words of a span."""
        return self.text[span.start : span.end]

    def page_of(self, offset: int) -> int | None:
        """1-based page of an offset, or None where the format has no pages."""
        if not self.page_starts:
            return None
        return sum(1 for start in self.page_starts if start <= offset) or 1
