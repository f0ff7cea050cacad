"""Clauses of a sentence of which no word is told, and who is said to have done a thing."""

import re
from collections.abc import Iterator

_JOINT = re.compile(
    r"(?:, (?:and|but|so|while|which|who|where|though|although|yet|with)|; |: | \u2013 | - | but "
    r"| while | whereas | so that | even though | and (?=(?:i|we|it|he|she|they|that|nobody"
    r"|somebody|every|all|no|has|have|had|is|are|was|were|then|now) ))"
)
_WORD = re.compile(r"[a-z]{4,}|\d+")
_LITTLE = frozenset(
    (
        *("that", "this", "with", "from", "have", "been", "were", "they", "their", "there"),
        *("what", "when", "where", "which", "while", "then", "than", "also", "just", "only"),
        *("every", "each", "some", "more", "most", "very", "well", "here", "ever", "even"),
        *("again", "police", "force", "crime", "commissioner", "chief", "constable", "office"),
    )
)
_STEM = 5
_BY = re.compile(
    r"\bby (?:the |our |my |its |their |his |her |an? )"
    r"(?!(?:end|close|time|start|middle|beginning|same|half|third|quarter|fifth|tenth|law|spring"
    r"|summer|autumn|winter|year|month|week)\b)([a-z][a-z-]{2,})"
)
_READ = {
    "found": re.compile(r"inspect|hmic|report"),
    "raised": re.compile(r"commission|office"),
    "ended": re.compile(r"inspect|owner|hmic"),
}


def clauses_left(text: str, told: str, reads: frozenset[str]) -> Iterator[str]:
    """Each clause of a sentence in small letters that shares no word with the answers to it.

    And “approved by the panel”: who did it, where no answer names them.
    """
    known = _stems(told)
    clauses = _JOINT.split(text)
    for clause in clauses if clauses[1:] else ():
        stems = _stems(clause)
        if stems and not stems & known:
            yield clause.strip(' .”"')
    for found in _BY.finditer(text):
        read = any(name in reads and words.match(found[1]) for name, words in _READ.items())
        if not read and found[1][:_STEM] not in told:
            yield found[0]


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:_STEM].rstrip("s") for w in _WORD.findall(text) if w not in _LITTLE)
