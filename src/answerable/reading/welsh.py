"""Welsh: which passages of a document are in it. The rules read English alone, and say so.

A passage is Welsh where more of its commonest words are Welsh than English. A heading or a name
too short to tell goes with the passage before it, or at the start with the one after it.
"""

import re
from collections.abc import Iterator

from answerable.reading.layout.canonical_text import CanonicalText, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WELSH_WORDS = (
    "yr yn mae ac gan wedi dylai dylid ei eu y bod bydd gyda cael hefyd hyn nad oedd sydd ym yng "
    "fel neu ond dros drwy rhwng pob mewn roedd gallai rhaid i'r o'r a'r y'r dylai'r yw nid ar "
    "heddlu swyddogion gwasanaeth gwasanaethau erbyn gwella sicrhau arolygiad argymhelliad"
)
_ENGLISH_WORDS = (
    "the and of to is are was for in that with should will be by on not has have from as it at "
    "this which their or must its an been were police"
)
_WELSH = frozenset(_WELSH_WORDS.split(" "))
_ENGLISH = frozenset(_ENGLISH_WORDS.split(" "))
_FEWEST = 2
_MOST = 0.9
WHOLE = (
    "This document is in Welsh. The rules read English only, so nothing of it was read. Hand in "
    "the English edition, or record its findings by hand from the Welsh words."
)


def passages(text: CanonicalText) -> tuple[Span, ...]:
    """The passages in Welsh, in their order."""
    told = [_is_welsh(text.text[block.start : block.end]) for block in text.blocks]
    first = next((one for one in told if one is not None), False)
    found, now = [], first
    for block, one in zip(text.blocks, told, strict=True):
        now = now if one is None else one
        if now:
            found.append(Span(block.start, block.end))
    return tuple(found)


def advice(text: CanonicalText, found: tuple[Span, ...]) -> str:
    """What a person is told: all of it is Welsh, some of it, or nothing to say."""
    if not found:
        return ""
    if sum(s.end - s.start for s in found) >= _MOST * len(text.text):
        return WHOLE
    many = "1 passage is" if len(found) == 1 else f"{len(found):,} passages are"
    return (
        f"{many} in Welsh and {'was' if len(found) == 1 else 'were'} not read: the rules read "
        "English only. Check that the English edition says the same, or record it by hand."
    )


def _is_welsh(words: str) -> bool | None:
    """None where too few common words stand in it to tell."""
    welsh = english = 0
    for word in _words(words):
        welsh += word in _WELSH
        english += word in _ENGLISH
    return welsh > english if welsh + english >= _FEWEST else None


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield found[0].lower().replace("’", "'")
