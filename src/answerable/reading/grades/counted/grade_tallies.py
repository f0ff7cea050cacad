"""Numbers of grades told together: "good twice, adequate once", "Good: 5", "outstanding x1".

One such pair alone may be praise ("it was good twice"); two grades with a number each are a tally.
"""

import re
from collections.abc import Sequence

from answerable.reading.grades.words.grade_words import CUE, Token
from answerable.reading.numbers import NUMBER, value
from answerable.reading.scales import GRADE

Tally = tuple[int, int, int]  # start, end, number

_ONCE = {"once": 1, "twice": 2, "thrice": 3}
# "good twice", "adequate four times over", "requires improvement on three occasions".
_TIMES = re.compile(
    r"[\"”’']?,? (?:only |just )?(?:(?P<once>once|twice|thrice)"
    rf"|(?:(?:on|at) )?(?P<n>{NUMBER}) (?:times(?: over)?|occasions))(?=[\s.,;:)]|$)",
    re.IGNORECASE,
)
# "good x4", "Good: 5", "adequate (3)", "good 6".
_BESIDE = re.compile(
    r"[\"”’']?(?: ?[x×] ?| ?[:=–-] ?| \(|,? )(?P<n>\d{1,3})\)?(?! ?%|[\d/.:]\d| per cent)"
    r"(?=[\s.,;)]|$)(?! (?!and\b|but\b|areas?\b)[a-z])",
    re.IGNORECASE,
)
_IN = re.compile(
    r"[\"”’']?(?: (?:was|were)(?: given| awarded| handed out| the (?:verdict|grade"
    r"|rating))?)? (?:in|for|at|on|across) "
    rf"(?:only |just |(?:the|its) (?:other|remaining) )?(?P<n>{NUMBER})"
    r"(?:/\d{1,2})?(?=[\s.,;:)]|$)"
    r"(?! (?!and\b|but\b|(?:out )?of\b|areas?\b|others?\b|questions?\b|more\b|counts?\b)[a-z])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![.\d/])\b(?P<n>{NUMBER})(?: of (?:the|its|these|them|those|our)(?: {NUMBER})?)?"
    r"(?: (?:areas?|questions?|tests?|themes?|forces|services|units|schools|judge?ments|grades"
    r"|ratings))?(?:,? (?:as|were|was|are|is|been|have|had|ha(?:s|ve) been|came out|come out|now"
    rf"|only|just|of|an?|hold|holds|held|a rating of|a grade of|in which|where|we|it|they|{CUE}"
    rf"|to be))*[\s\"“‘']*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:goods|adequates|outstandings|inadequates|requires improvements)\b", re.IGNORECASE
)
_MOST = 100


def paired(token: Token, tokens: Sequence[Token], *, behind: bool = False) -> Tally | None:
    """The number that stands with a grade, where another grade of the sentence has one too.

    With `behind`, only one that stands behind its grade alone: "Good (7)", "adequate twice".
    """
    if behind and not (_BESIDE.match(token.right) or _TIMES.match(token.right)):
        return None
    own = _pair(token)
    if own is None:
        return None
    others = (one for one in tokens if one is not token and one.label != token.label)
    told = any(_pair(one) is not None for one in others)
    whole = token.left + token.words + token.right
    if told or _PLURAL.search(whole) or (_graded(token) and _TIMES.match(token.right)):
        return own
    return None


def _graded(token: Token) -> bool:
    """Whether the words before a grade say that somebody gave it."""
    return _GAVE.search(token.left) is not None


_GAVE = re.compile(rf"\b{CUE}\b[^.;:]{{0,30}}$", re.IGNORECASE)


def _pair(token: Token) -> Tally | None:
    for pattern in (_TIMES, _IN, _BESIDE):
        match = pattern.match(token.right)
        if match is None:
            continue
        once = match.groupdict().get("once")
        number = _ONCE[once.lower()] if once else value(match["n"])
        if number is None or number > _MOST:
            return None
        return token.start - token.quoted, token.end + match.end(), number
    before = _BEFORE.search(token.left)
    number = value(before["n"]) if before else None
    if before is None or number is None or number > _MOST:
        return None
    return token.start - len(token.left) + before.start("n"), token.end, number


# "Good: 5." alone in its line or sentence, beside another of the kind.
_LINE = re.compile(
    rf"\W*(?P<g>{GRADE})(?: (?:areas|questions|grades))?(?: ?[x×] ?| ?[:=–-] ?| \(| )"
    rf"(?P<n>{NUMBER})\)?(?: (?:areas?|questions?|tests?|forces|services|schools|homes))?[.;,]?",
    re.IGNORECASE,
)


def line(words: str) -> tuple[int, int, str, int] | None:
    """Start, end, grade and number of a line or sentence that holds no more than these."""
    found = _LINE.fullmatch(words)
    number = value(found["n"]) if found else None
    if found is None or number is None or number > _MOST:
        return None
    end = found.start("g") + len(words[found.start("g") :].rstrip(" .;,"))
    return found.start("g"), end, found["g"], number
