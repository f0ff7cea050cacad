"""Text without what layout changes, so that the same words are found in another layout.

White space, hyphens, accents and the bars between cells go; quotation marks and ligatures are
folded. A map leads from each sign that is left to its place.
"""

import unicodedata

from answerable.reading.layout.canonical_text import CanonicalText, Span

_FOLDED = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
_DROPPED = frozenset("-‐‑‒–—\u00ad\ufffe\0|")


def squashed(text: str) -> tuple[str, list[int]]:
    """The text without what layout changes, and for each sign its place in `text`."""
    signs: list[str] = []
    places: list[int] = []
    for index, sign in enumerate(text.translate(_FOLDED)):
        if sign in _DROPPED or sign.isspace():
            continue
        if sign.isascii():
            signs.append(sign)
            places.append(index)
            continue
        for part in unicodedata.normalize("NFKD", sign):
            if not unicodedata.combining(part) and part not in _DROPPED and not part.isspace():
                signs.append(part)
                places.append(index)
    return "".join(signs), places


def places_of(words: str, *, text: CanonicalText) -> tuple[Span, ...]:
    """Every place of a text where words stand, whatever its layout; none for no words."""
    wanted = squashed(words)[0]
    if not wanted:
        return ()
    printed, places = squashed(text.text)
    found = []
    at = printed.find(wanted)
    while at >= 0:
        found.append(Span(places[at], places[at + len(wanted) - 1] + 1))
        at = printed.find(wanted, at + 1)
    return tuple(found)
