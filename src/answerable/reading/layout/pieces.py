"""Pieces: what a format reader gives, before its place in the text is known."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.layout.canonical_text import BlockKind
from answerable.reading.layout.lines import is_caption, key_value, marker

CELL_BREAK = " | "
_WIDE = re.compile(r"\t+| {3,}")
_TO_SPACE = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\t"), " ")
_TO_LINE = dict.fromkeys(map(ord, "\u2028\u2029\u0085\v\f\r"), "\n")
_REPAIRS = _TO_SPACE | _TO_LINE | {0x00AD: None}


@dataclass(frozen=True, slots=True)
class Hang:
    """The words a piece hangs from: half-open range in the text of an earlier piece."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before its place in the text is known. Texts are clean (`clean`).

    `page_turns` are offsets in `text` at which the next page begins. `stated` says that the
    format itself names the kind (a heading tag, a heading style); otherwise it is a guess.
    """

    kind: BlockKind
    text: str
    path: str
    level: int = 0
    page: int | None = None
    cells: tuple[str, ...] = ()
    cell_paths: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    hang: Hang | None = None
    page_turns: tuple[int, ...] = ()
    stated: bool = False


def clean(text: str) -> str:
    """The repairs of canonical text: NFC, LF, plain spaces, no soft hyphens; ends stripped.

    Every line is stripped and empty lines go, so a piece never holds a blank line.
    """
    if is_clean(text):
        return text.strip()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_REPAIRS))
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def is_clean(text: str) -> bool:
    """The text needs no repair but at its ends: what is repaired is not printable, or not NFC."""
    return text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text))


def flow(text: str) -> str:
    """Clean text on one line: runs of white space are single spaces."""
    text = clean(text)
    if "  " not in text and "\n" not in text and text.isascii():
        return text
    return " ".join(text.split())


def tabbed(line: str) -> tuple[str, ...]:
    """Parts of a line between tabs or wide spaces, clean; one part if there are none."""
    if "\t" not in line and "   " not in line:
        return (flow(line),)
    parts = _WIDE.split(line.strip())
    return tuple(part for part in map(flow, parts) if part)


def row(
    cells: Sequence[str],
    *,
    path: str,
    cell_paths: Sequence[str] = (),
    header: Sequence[str] = (),
    page: int | None = None,
) -> Piece:
    """A table row. Cells may hold LF between paragraphs."""
    texts = tuple(clean(cell) for cell in cells)
    return Piece(
        kind="row",
        text=CELL_BREAK.join(texts).strip(),
        path=path,
        page=page,
        cells=texts,
        cell_paths=tuple(cell_paths),
        header=tuple(header),
    )


def rekind(piece: Piece, kind: BlockKind, *, hang: Hang | None = None) -> Piece:
    """The same piece as another kind; furniture has no cells."""
    if kind == "furniture":
        return replace(piece, kind=kind, level=0, cells=(), cell_paths=(), header=(), hang=None)
    return replace(piece, kind=kind, hang=hang or piece.hang)


def plain_piece(
    text: str, path: str, *, page: int | None = None, parts: tuple[str, ...] = ()
) -> Piece:
    """A line whose format says nothing of its kind: item, key and value, or paragraph.

    `parts` are what tabs part on the line: a name and a post, in a list of who was present.
    """
    mark = marker(text)
    if mark is not None and mark.style != "1.1":
        return Piece("item", text, path, level=1, page=page)
    pair = key_value(text)
    if pair:
        return Piece("key_value", text, path, page=page, cells=pair)
    if is_caption(text):
        return Piece("heading", text, path, level=6, page=page)
    return Piece("paragraph", text, path, page=page, cells=parts if len(parts) > 1 else ())
