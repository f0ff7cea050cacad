"""Bodies that a number of grades is said of and that are then named, each with its own grade.

"Two of the five forces were graded good for custody: Marl and Dun" gives Marl and Dun a grade
each; where fewer or more are named than were counted, the number alone stays.
"""

import re
from dataclasses import replace

from answerable.reading.bodies_meant import Named
from answerable.reading.gazetteer import Body
from answerable.reading.grades.words.grade_words import Token
from answerable.reading.material import Material

# The words of a name are parted by spaces, and each begins in one way only.
_NAME = (
    r"(?:HMP |HMYOI )?[A-Z][a-z][\w’'-]*(?: (?:of |and (?=Rescue\b)|& (?=Rescue\b))?"
    r"[A-Z][\w’'-]*){0,6}"
)
_LIST = re.compile(
    rf"(?P<lead>[^.;:\n(]{{0,90}}?)(?:(?::| [–—-]|,(?: namely)?) | \()(?:both )?(?:the )?"
    rf"(?P<all>{_NAME}(?:, (?!and ){_NAME})*,? and (?:the )?{_NAME})\)?\s*(?:[.;]|$)"
)
_JOIN = re.compile(r", and (?:the )?|, | and (?:the )?(?!Rescue\b)")
_OF_BODIES = re.compile(
    r"\b(?:forces|services|prisons|schools|homes|hospitals|trusts|councils|units|providers"
    r"|authorities|constabularies)\b",
    re.IGNORECASE,
)
# "in this cycle" says when, and is no part of what was graded.
_WHEN = re.compile(r",? (?:so far )?(?:in|during|for) (?:this|the (?:last|same)) [a-z]+$")
_MOST = 12  # bodies that one sentence names


def each_named(
    material: Material, token: Token, start: int, number: int
) -> tuple[Token, list[Named]] | None:
    """As many bodies as were counted, where a list of them ends the sentence; else none.

    The grade comes with them without the words that list them, which name no question.
    """
    if not 1 < number <= _MOST or not _OF_BODIES.search(material.text, start, token.start):
        return None
    found = _LIST.match(token.right)
    if found is None:
        return None
    bodies: list[Named] = []
    at = found.start("all")
    for name in _JOIN.split(found["all"]):
        begin = token.right.index(name, at)
        at = begin + len(name)
        span = token.end + begin, token.end + at
        bodies.append(Named(_known(material, name, span), span))
    if len(bodies) != number:
        return None
    lead = _WHEN.sub("", found["lead"])
    return replace(token, right=f"{lead}."), bodies


def _known(material: Material, name: str, span: tuple[int, int]) -> Body:
    """The body of a name: one that is named there, or one elsewhere that begins with it."""
    here = (
        one.body
        for one in material.within(*span, weak=True)
        if span[0] <= one.start and one.end <= span[1]
    )
    begins = (
        one.body
        for one in material.mentions
        if one.body.name.startswith(f"{name} ") and not one.body.name.startswith(f"{name} and ")
    )
    return next(here, None) or next(begins, None) or Body(name, None, "")
