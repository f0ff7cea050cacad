"""The words of a text around what was looked for, with that marked."""

from collections.abc import Sequence
from dataclasses import dataclass

AROUND = 110
MOST_MARKS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a snippet; marked where they were looked for."""

    words: str
    marked: bool = False


def snippet(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """The words around the first one that was looked for, each of them marked."""
    places = _places(text, words)
    first = places[0][0] if places else 0
    begin = max(first - AROUND, 0)
    begin = 0 if begin < AROUND // 2 else text.rfind(" ", 0, begin) + 1
    end = min(max(first + 2 * AROUND, begin + 3 * AROUND), len(text))
    if end < len(text):
        end = max(text.rfind(" ", begin, end), first)
    pieces, at = [Piece(words="… ")] if begin else [], begin
    for start, stop in places:
        if at <= start and stop <= end:
            pieces += [Piece(words=text[at:start]), Piece(words=text[start:stop], marked=True)]
            at = stop
    pieces.append(Piece(words=text[at:end] + (" …" if end < len(text) else "")))
    return tuple(piece for piece in pieces if piece.words)


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, in order and without overlap; upper and lower case are the same."""
    folded = text.lower()
    if len(folded) != len(text):  # a letter that grows when lowered would shift every place
        folded = text
    found: list[tuple[int, int]] = []
    phrase = " ".join(words).lower()
    for word in (phrase, *(w.lower() for w in words)):
        at = folded.find(word)
        while at >= 0 and len(found) < MOST_MARKS:
            if not any(a < at + len(word) and at < b for a, b in found):
                found.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    return sorted(found)
