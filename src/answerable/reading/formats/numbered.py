"""Numbers that head what follows: "2. Matters arising" above prose is a heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.layout.lines import is_heading, marker
from answerable.reading.layout.pieces import Piece

_BARE = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}\.\d{1,2}|\d{1,3}/\d{2}|"
    r"\([a-zA-Z]{1,4}\)"
)


def headings_of_numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """A short numbered item with longer prose below it becomes a heading of level 2.

    In a run of such lines, as in an agenda, they stay items. A number that stands alone (in a
    table of agenda items, or on its own line) is first joined to the words after it.
    """
    result = _join_bare(pieces)
    before: int | None = None
    for index, piece in enumerate(result):
        if piece.kind == "furniture":
            continue
        mark = marker(piece.text) if piece.kind == "item" else None
        in_run = mark is not None and before is not None and mark.number == before + 1
        before = mark.number if mark is not None else None
        if mark is None or mark.style != "1" or in_run or not is_heading(piece.text):
            continue
        if piece.text[mark.length : mark.length + 1].islower():
            continue  # "1. send an officer …" ends the sentence above it
        if _prose_below(result, index):
            result[index] = replace(piece, kind="heading", level=2)
    return result


def _prose_below(pieces: Sequence[Piece], index: int) -> bool:
    below = next((p for p in pieces[index + 1 : index + 4] if p.kind != "furniture"), None)
    if below is None or below.kind not in ("paragraph", "key_value") or below.level > 0:
        return False
    return len(below.text) > len(pieces[index].text)


def _join_bare(pieces: Sequence[Piece]) -> list[Piece]:
    """A marker without words and the words after it are one piece."""
    result: list[Piece] = []
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is not None:
            joins = piece.kind in ("paragraph", "heading") and not _is_bare(piece)
            if joins and piece.page == waiting.page:
                result.append(_joined(waiting, piece))
                waiting = None
                continue
            result.append(waiting)
            waiting = None
        if _is_bare(piece):
            waiting = piece
        else:
            result.append(piece)
    return [*result, waiting] if waiting is not None else result


def _is_bare(piece: Piece) -> bool:
    return piece.kind in ("paragraph", "item") and _BARE.fullmatch(piece.text) is not None


def _joined(bare: Piece, piece: Piece) -> Piece:
    text = f"{bare.text} {piece.text}"
    turns = tuple(turn + len(bare.text) + 1 for turn in piece.page_turns)
    joined = replace(piece, text=text, page_turns=turns, cells=())
    if piece.kind == "heading":
        return joined
    mark = marker(text)
    if mark is not None and mark.style != "1.1":
        return replace(joined, kind="item", level=max(bare.level, 1))
    if is_heading(text):
        return replace(joined, kind="heading", level=3)
    return joined
