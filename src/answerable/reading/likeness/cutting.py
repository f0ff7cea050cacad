"""Where in a sentence the words of a record begin and end.

"The Chief Executive was asked to convey this to the Cabinet" holds an action from "convey" on. A
beginning may stand behind a comma, "that", "to", "should" and the like, an end before a comma,
"and", "which" and the like; each is weighed by the words on both its sides, and the best pair is
taken.
"""

import re
from itertools import product

from answerable.reading.likeness.sorts import words
from answerable.reading.likeness.weights import Weights

CUT = frozenset(("recommendation", "cause_of_concern", "area_for_improvement", "action"))
"""Kinds whose words are often a part of their sentence; the others are taken whole."""
_BEGINS = re.compile(
    r"(?<=[:;,(“\"–—]) ?(?:(?:and|but|or) )?(?:\([a-z\d]{1,2}\) )?"
    r"|\b(?:that|to|should|must|will|shall|would|about|namely|because|whether|and|of|for|on|in|is"
    r"|are|was|were|asked|said|says) (?:\([a-z\d]{1,2}\) )?|\([a-z\d]{1,2}\) ",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?= ?[,;:–—(”\"])|(?= (?:and|because|which|who|as|but|by|where|when|or|so|though|while|until"
    r"|if)\b)|(?=[.!?;:,]+$)",
    re.IGNORECASE,
)
# "…, and he asked when", "…, and the mayor needs to", "…, that the clerk would": somebody else, of
# whom no record speaks that began before. A weighing of single words does not see where such a
# clause begins.
_ANOTHER = re.compile(
    r", (?:and|but) (?:I|we|he|she|they|it|the [a-z]+|the [A-Z][a-z]+|[A-Z][a-z]+)"
    r"(?:[’'](?:ve|ll|d|re|s|m)| (?:have|has|had|will|would|am|is|are|was|were|needs?|asked|said"
    r"|now|did|does|do|wants?|wanted|hopes?|thinks?))\b"
    r"|, (?:and )?that (?:the [a-z]+|(?:(?:Dr|Mrs?|Ms|Miss|Cllr|Sir) )?[A-Z][\w’'-]+"
    r"(?: [A-Z][a-z]+)?) (?:would|will)\b"
)
_SHORTEST = 12
_BESIDE = 3
_FURTHEST = 60
_PARTS = 5


def beginnings(text: str) -> list[int]:
    """Places in a sentence at which a record may begin, its first letter among them."""
    return sorted({0, *(one.end() for one in _BEGINS.finditer(text))})


def ends(text: str) -> list[int]:
    """Places in a sentence at which a record may end, its last letter among them."""
    return sorted({len(text), *(one.start() for one in _ENDS.finditer(text))})


def beside(text: str, at: int, side: str) -> frozenset[str]:
    """The cues of a place: words on both its sides. `side` is `[` for a beginning, `]` an end."""
    left = [one.plain for one in words(text[:at])[-_BESIDE:]]
    left = ["^"] * (_BESIDE - len(left)) + left
    right = [one.plain for one in words("x " + text[at : at + _FURTHEST])[1 : _BESIDE + 1]]
    right += ["$"] * (_BESIDE - len(right))
    edge = at in (0, len(text))
    return frozenset(
        (
            f"{side}1={left[-1]}",
            f"{side}2={left[-2]} {left[-1]}",
            f"{side}3={' '.join(left)}",
            f"{side}4={right[0]}",
            f"{side}5={right[0]} {right[1]}",
            f"{side}6={left[-1]} {right[0]}",
            f"{side}7={_PARTS * at // max(len(text), 1)}",
            f"{side}8={edge}",
            f"{side}9={min(len(text) // _FURTHEST, 4)} {edge}",
        )
    )


def cut(text: str, kind: str, weights: Weights) -> tuple[int, int]:
    """Beginning and end of a record of a kind in a sentence, which holds one."""
    begin = {at: weights.of(beside(text, at, "["), kind) for at in beginnings(text)}
    end = {at: weights.of(beside(text, at, "]"), kind) for at in ends(text)}
    pairs = [
        (begin[first] + end[last], -first, last)
        for first, last in product(begin, end)
        if last - first >= _SHORTEST
    ]
    if not pairs:
        return 0, len(text)
    _, back, last = max(pairs)
    another = _ANOTHER.search(text, _SHORTEST - back, last)
    return -back, another.start() if another else last
