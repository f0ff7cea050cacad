"""The cues of a passage: its words and their neighbours, how it begins, and where it stands.

A name, a number or an abbreviation counts as one, whichever it is, so that nothing is learnt of a
place, a person or a sum.
"""

import re
from functools import lru_cache
from itertools import pairwise

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Span

MOST_WORDS, MOST_LEAD, MOST_HEADING, MOST_BEFORE = 60, 40, 15, 25
_OPENING = 3
_LONGEST, _STEP = 6, 6
_WORD = re.compile(r"[A-Za-z’']+|\d+|[^\w\s]")


@lru_cache(maxsize=256)  # the words above a passage, its heading and its lead-in come again
def words(text: str) -> tuple[str, ...]:
    """Lower-case words and marks; `#` for a number, `Cap` for a name, `UP` for an abbreviation."""
    return tuple(_plain(place, word) for place, word in enumerate(_WORD.findall(text)))


def _plain(place: int, word: str) -> str:
    if word[0].isdigit():
        return "#"
    if place and word[0].isupper() and word[1:].islower():
        return "Cap"
    if len(word) > 1 and word.isupper():
        return "UP"
    return word.lower()


def cues(text: str, passage: Passage, before: str, profile: str) -> frozenset[str]:
    """All cues of one passage, each with what it is a cue of: `w=` a word, `b=` two in a row …

    `before` are the words of the passage above it; `profile` the kind of document.
    """
    own = words(text[passage.body : passage.end])[:MOST_WORDS]
    lead = words(_of(text, passage.lead))[:MOST_LEAD]
    found = {f"w={one}" for one in own}
    found.update(f"b={' '.join(two)}" for two in pairwise(own))
    found.update(f"t={' '.join(three)}" for three in zip(own, own[1:], own[2:], strict=False))
    found.update(f"s{place}={one}" for place, one in enumerate(own[:_OPENING]))
    found.update(f"e={one}" for one in own[-1:])
    found.update(f"l={one}" for one in lead)
    found.update(f"m={' '.join(two)}" for two in pairwise(lead))
    found.update(f"h={one}" for one in words(passage.heading)[:MOST_HEADING])
    found.update(f"p={one}" for one in words(before)[-MOST_BEFORE:])
    found.update(
        (
            f"section={passage.section}",
            f"kind={passage.kind}",
            f"place={passage.section}/{passage.kind}",
            f"listed={passage.body > passage.start}",
            f"profile={profile}",
            f"length={min(len(own) // _STEP, _LONGEST)}",
        )
    )
    return frozenset(found)


def _of(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span is not None else ""
