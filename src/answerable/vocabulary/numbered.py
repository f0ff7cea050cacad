"""A finding or action by its number, however people write it: R6, Recommendation 6, 26/191."""

import re

from answerable.vocabulary.identity import slug

_KINDS = {
    "recommendation": ("r", "rec", "recs", "recommendation", "recommendations"),
    "cause-of-concern": ("coc", "cause", "cause of concern", "causes of concern"),
    "area-for-improvement": ("afi", "area", "area for improvement", "areas for improvement"),
}
_NAMED = {word: kind for kind, words in _KINDS.items() for word in words}
_WORD_AND_NUMBER = re.compile(r"([a-z ]*)\.? ?(?:no\.?|number|#)? ?(\d{1,4}[a-z]?)")
_LOG = re.compile(r"[a-z]{0,5}[-/ .]?\d{1,6}(?: ?[-/.] ?\d{1,6})?[a-z]?")
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
