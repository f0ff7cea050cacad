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


def _whole(text: str, start: int, stop: int) -> tuple[int, int]:
    """The same place out to the ends of the words that it begins and ends in."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop += 1
    return start, stop


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, in order and without overlap; upper and lower case are the same.

    A word of which a part was looked for is one place from its first letter to its last.
    """
    folded = text.lower()
    if len(folded) != len(text):  # a letter that grows when lowered would shift every place
        folded = text
    found: list[tuple[int, int]] = []
    phrase = " ".join(words).lower()
    for word in (phrase, *(w.lower() for w in words)):
        at = folded.find(word)
        while at >= 0 and len(found) < MOST_MARKS:
            start, stop = _whole(folded, at, at + len(word))
            if not any(a < stop and start < b for a, b in found):
                found.append((start, stop))
            at = folded.find(word, stop)
    return sorted(found)
