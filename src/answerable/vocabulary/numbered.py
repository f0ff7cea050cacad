"""A finding or action by its number, however people write it: R6, Recommendation 6, 26/191."""

import re
from collections.abc import Sequence

from answerable.vocabulary.identity import slug

_KINDS = {
    "recommendation": ("r", "rec", "recs", "recommendation", "recommendations"),
    "cause-of-concern": ("coc", "cause", "cause of concern", "causes of concern"),
    "area-for-improvement": ("afi", "area", "area for improvement", "areas for improvement"),
}
_NAMED = {word: kind for kind, words in _KINDS.items() for word in words}
_WORD_AND_NUMBER = re.compile(r"([a-z ]*)\.? ?(?:no\.?|number|#)? ?(\d{1,4}[a-z]?)")
_LOG = re.compile(r"[a-z]{0,5}[-/ .]?\d{1,6}(?: ?[-/.] ?\d{1,6})?[a-z]?")
_KIND = "|".join(sorted((re.escape(word) for word in _NAMED), key=len, reverse=True))
_IN_A_SENTENCE = re.compile(
    rf"(?:{_KIND})\.? ?(?:no\.?|number|#)? ?\d{{1,4}}[a-z]?"
    r"|[a-z]{0,5}\d{1,6}[-/]\d{1,6}[a-z]?"
)
LONGEST = 40


def ends_of(words: str) -> tuple[str, ...]:
    """How references end that such words name; none where they name no number.

    >>> ends_of("Recommendation 6"), ends_of("26 / 191")
    (('recommendation/6',), ('log/26-191',))
    >>> ends_of("R6"), ends_of("stop and search")
    (('recommendation/6', 'log/r6'), ())
    """
    plain = " ".join(words.casefold().split())[:LONGEST]
    ends = []
    named = _WORD_AND_NUMBER.fullmatch(plain)
    kind = _NAMED.get(named[1].strip()) if named else None
    if named and kind:
        ends.append(f"{kind}/{named[2]}")
    if _LOG.fullmatch(plain):
        ends.append(f"log/{slug(plain)}")
    return tuple(ends)


MOST_IN_A_NUMBER = 5
"""Words of “areas for improvement no 6”."""


def ends_in(words: Sequence[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Numbers that stand in a sentence: how their references end, and which words name them.

    A figure alone, such as a year, is no number of anything: it has its word or its stroke.

    >>> ends_in("what of R6 and recommendation 7 in 2026".split())
    (('recommendation/6', 'log/r6', 'recommendation/7'), frozenset({2, 4, 5}))
    """
    ends: list[str] = []
    named: set[int] = set()
    for first in range(len(words)):
        for last in range(min(first + MOST_IN_A_NUMBER, len(words)), first, -1):
            told = " ".join(words[first:last]).strip(".,;:?!()")
            found = ends_of(told) if first not in named and _meant(told) else ()
            if found:
                ends.extend(found)
                named.update(range(first, last))
                break
    return tuple(dict.fromkeys(ends)), frozenset(named)


def _meant(told: str) -> bool:
    """Begins with a letter and ends in a figure, or has a stroke between figures."""
    return bool(_IN_A_SENTENCE.fullmatch(told.casefold()))
