"""Lead-ins: "By 30 September the force should:" reaches every item to the end of its list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.layout.lines import is_open_ended, sentence_starts
from answerable.reading.layout.pieces import Hang, Piece

_LIST_LINE = re.compile(r";(?: (?:and|or))?$|, (?:and|or)$")
_OUTSIDE = frozenset(("furniture",))


def hang_items(pieces: Sequence[Piece]) -> list[Piece]:
    """Items of `;` lists found, and every item hung from its lead-in."""
    result = _unmarked_lists(pieces)
    above: dict[int, Hang | None] = {}  # what items of each level hang from
    # The piece just above, which may be a lead-in, and what an item hangs from if it is none.
    before: int | None = None
    otherwise: Hang | None = None
    for index, piece in enumerate(result):
        if piece.kind in _OUTSIDE:
            continue
        if piece.kind != "item":
            if piece.kind == "paragraph" and piece.level > 0 and above:
                continue  # a later paragraph of an item: its list goes on
            above = {}
            before, otherwise = index, None
            continue
        if piece.level in above:
            hang = above[piece.level]
        else:
            found = lead_in(before, result[before]) if before is not None else None
            hang = found or otherwise
        above = {level: found for level, found in above.items() if level < piece.level}
        above[piece.level] = hang
        if hang is not piece.hang:
            result[index] = replace(piece, hang=hang)
        # Deeper items hang from this one if it announces them, else from what it hangs from.
        before, otherwise = index, hang
    return result


def lead_in(index: int, piece: Piece) -> Hang | None:
    """The last sentence of a piece if a list may hang from it."""
    text = piece.text
    if piece.kind not in ("paragraph", "heading", "item", "key_value", "quotation"):
        return None
    if not (text.endswith(":") or text.endswith((":-", ": -")) or is_open_ended(text)):
        return None
    return Hang(index, sentence_starts(text)[-1], len(text))


def _unmarked_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines without markers under a lead-in: all but the last end in `;` or `; and`."""
    result = list(pieces)
    inside = False
    before: int | None = None  # the piece just above, which may be a lead-in
    for index, piece in enumerate(pieces):
        if piece.kind in _OUTSIDE:
            continue
        goes_on = _LIST_LINE.search(piece.text[-10:]) is not None
        if piece.kind == "paragraph" and (
            inside
            or (goes_on and before is not None and lead_in(before, pieces[before]) is not None)
        ):
            result[index] = replace(piece, kind="item", level=max(piece.level, 1))
            inside, before = goes_on, None
            continue
        inside = False
        before = index if piece.kind in ("paragraph", "heading") else None
    return result
