"""What a document says at its head of not being out yet: the end of an embargo, or a draft.

“Embargoed until 00:01 on 10 December 2026” stands at the top of a report or a press notice; “Not
for publication” and “For factual accuracy check only” on a draft. A sentence that speaks of an
embargo is none.
"""

import re
from collections.abc import Iterator

from answerable.reading.layout.canonical_text import CanonicalText
from answerable.vocabulary import times
from answerable.vocabulary.times import ImpossibleDate

_HEAD = 8
"""Blocks at the beginning of a document that may hold such a mark."""
_LONGEST = 160
"""Code points of a block that is a mark; a longer one is a sentence of the text."""
_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? \d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}"
_UNTIL = re.compile(
    r"\b(?:embargo(?:ed)?\b|not for (?:publication|release|broadcast)\b[^.]{0,40}?\b"
    rf"(?:before|until))(?:[^.]|(?<=\d)\.(?=\d)){{0,60}}?(?<!\d)(?P<day>{_DAY})",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"(?:(?:strictly |draft[ ,:–—-]+(?:report[ ,:–—-]+)?)?"
    r"(?:not for publication|for factual accuracy check(?:s|ing)?)(?: only)?[ .:;–—-]*)+",
    re.IGNORECASE,
)


def embargo_of(text: CanonicalText) -> str:
    """The last day, as ISO, until which a document says at its head that it is held back."""
    return max(_days(text), default="")


def is_draft(text: CanonicalText) -> bool:
    """Does a line at the head say that it is a draft, or not to be published, and no more?"""
    return any(_DRAFT.fullmatch(words) for words in _head(text))


def _days(text: CanonicalText) -> Iterator[str]:
    for words in _head(text):
        for found in _UNTIL.finditer(words):
            try:
                yield times.typed(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,", "", found["day"]))
            except ImpossibleDate:
                continue


def _head(text: CanonicalText) -> Iterator[str]:
    for block in text.blocks[:_HEAD]:
        words = " ".join(text.exact(block).split())
        if len(words) <= _LONGEST:
            yield words
