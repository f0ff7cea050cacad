"""Numbered headings: "2. Matters arising" above prose is one, in a run of such lines an item."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.lines import is_heading, marker
from answerable.reading.pieces import Piece


def headings_of_numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """A short numbered item with longer prose below it becomes a heading of level 2."""
    result = list(pieces)
    before: int | None = None
    for index, piece in enumerate(pieces):
        if piece.kind == "furniture":
            continue
        mark = marker(piece.text) if piece.kind == "item" else None
        in_run = mark is not None and before is not None and mark.number == before + 1
        before = mark.number if mark is not None else None
        if mark is None or mark.style != "1" or in_run or not is_heading(piece.text):
            continue
        if _prose_below(pieces, index):
            result[index] = replace(piece, kind="heading", level=2)
    return result


def _prose_below(pieces: Sequence[Piece], index: int) -> bool:
    below = next((p for p in pieces[index + 1 : index + 4] if p.kind != "furniture"), None)
    if below is None or below.kind not in ("paragraph", "key_value") or below.level > 0:
        return False
    return len(below.text) > len(pieces[index].text)
