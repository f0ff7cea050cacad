"""Several questions that share one grade: "good for preventing crime and for recording data"."""

import re

from answerable.reading.grades.grade_words import Token
from answerable.reading.scales import GRADE_RE

_PLACE = r"(?:for|at|in)"
_AFTER = re.compile(rf"[\"”’']? {_PLACE} (?P<all>[a-z][^.;:()\n–]{{5,160}})")
# "for safety and for purposeful activity": the preposition comes again before each.
_AGAIN = re.compile(rf",? and {_PLACE} |, {_PLACE} ")
_COMMA = re.compile(r", ")
_LAST = re.compile(r",? and ")
# A clause, and no name of a question: who did what, when, or what else is said.
_CLAUSE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|said|which|who|but|while|with|its|they|it|we|he|she|when"
    r"|because|although|that|how|all|both|each|one|two|three|four|five|areas?|other)\b"
    r"|(?:19|20)\d\d"
)
_MOST = 6  # words of one question


def shared_questions(token: Token) -> list[str | None]:
    """The questions after a grade, where it is said for two or more; else none.

    Two need the preposition again, since "preventing crime and tackling disorder" is one
    question; a list of three or more has commas.
    """
    after = _AFTER.match(token.right)
    if after is None:
        return []
    words = after["all"]
    again = _AGAIN.split(words)
    parts = again if len(again) > 1 else _listed(words)
    plain = [re.sub(r"^(?:the|its) ", "", one.strip(" \"”’',")) for one in parts]
    fits = len(plain) > 1 and all(_names(one) for one in plain)
    return list[str | None](plain) if fits else []


def _listed(words: str) -> list[str]:
    """ "effectiveness, efficiency and people"."""
    parts = _COMMA.split(words)
    last = _LAST.split(parts[-1])
    found = [*parts[:-1], *last] if len(parts) > 1 and len(last) == _TWO else []
    return [] if any(_SHARES.fullmatch(one) for one in found) else found


_TWO = 2
# "building, supporting and protecting the workforce": verbs with one object.
_SHARES = re.compile(r"\w+ing")


def _names(words: str) -> bool:
    """Whether words are short enough for a question and neither a clause nor another grade."""
    short = 0 < len(words.split()) <= _MOST
    return short and _CLAUSE.search(words) is None and GRADE_RE.search(words) is None
