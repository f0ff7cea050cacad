"""A question in the form that it has by name: without numbers and days, and as its owner calls it.

A sentence says "solving crime two years ago", a list "3. Time out of cell", a heading of a
prison's report "Levels of violence were among the highest". What an inspectorate has named is
called by that name, as a body is called by its own; all else stays as it is written.
"""

import re
from collections.abc import Mapping

from answerable.reading.scales import GRADE

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SEASON = r"(?:spring|summer|autumn|winter|year|month|week|time)"
_NUMBER = re.compile(r"^(?:\(?[a-z]\)|\(?\d{1,2}[.):]) ?(?=[A-Za-z]{3})")
_BEFORE = re.compile(r"^(?:and|but|its|their|our) (?=[a-z]{4})")
_SIGNS = "\"“”'‘’,; "
# "It rated cells good and kitchens": the grade before and its clause are no part of it.
_AFTER_A_GRADE = re.compile(
    rf"(?:\w+ ){{1,4}}?(?:rated|graded|judged|found|marked) [^.;\n]{{0,60}}?{GRADE},?"
    r" (?:and|but) (?P<what>[a-z][a-z -]{3,60})",
    re.IGNORECASE,
)
_DAY = re.compile(
    r",? (?:only |just )?(?:(?:a|an|one|two|three|four|five|\d) (?:years?|months?) (?:ago|earlier)"
    rf"|last (?:{_SEASON}|{_MONTH})|(?:earlier |later )?this {_SEASON}|in (?:two|three) years"
    rf"|in (?:{_MONTH} )?(?:19|20)\d\d(?:[/–-]\d\d)?|in {_MONTH})$"
)
_REST = re.compile(r" (?:still|had|has|have|once|again)$")
_OF_FORCE = re.compile(
    r"^(?:the )?effectiveness (?:of (?:the |its |their )?(?:force|service|constabulary|prison"
    r"|council|trust)[’']?s? |at (?=[a-z]+ing ))",
    re.IGNORECASE,
)
# "Waits to see a nurse were too long": the concern is a sentence, and the question its subject.
_SUBJECT = re.compile(
    r"^(?P<what>(?!Too |Most |No |Few |Many |Some |There )[A-Z][a-z]+ (?:of|to|for|with|from) "
    r"[a-z][\w’'-]*(?: [\w’'-]+){0,4}?) (?:was|were|is|are|had|has|remained) (?=\w)"
)
# "Is the service safe?", "Overall rating for this hospital": as the care regulator asks.
_KEY_QUESTION = re.compile(
    r"(?:(?:Is|Are) (?:the|this|these|it) ?(?:services?|hospital|trust|practice|provider|home)? ?"
    r"(?P<q>safe|effective|caring|responsive|well[- ]led)\??"
    r"|Overall (?:rating|grade) (?:for|of) (?:this|the) \w+)",
    re.IGNORECASE,
)
_CALLED = (
    ("recording data about crime", "recording crime|the recording of crime|recording of crime"),
    ("crime data integrity", "crime recording|the accuracy of crime recording"),
    (
        "responding to the public",
        "response to the public|answering the public|answering calls|answering calls for help"
        "|answering calls from the public|response to calls|responding to calls"
        "|answering 999 and 101 calls|answering emergency calls",
    ),
    (
        "investigating crime",
        "investigations|investigation|solving crime|solving crimes|crime investigation"
        "|criminal investigations|investigation of crime|investigating crimes",
    ),
    (
        "protecting vulnerable people",
        "vulnerable people|the vulnerable|protecting the most vulnerable"
        "|protecting those who are vulnerable|protecting those who most need it",
    ),
    ("managing offenders", "offenders|managing its offenders"),
    ("tackling workforce corruption", "rooting out corruption|tackling corruption"),
    ("service to victims", "serving victims|service for victims"),
    ("promoting the right values and culture", "values|the right values"),
    (
        "getting the right people with the right skills",
        "skills|right people|the right people|getting the right people|staff skills",
    ),
    ("overall effectiveness", "services for children|children’s services overall"),
    ("urgent and emergency care", "urgent care"),
    ("preparation for release", "release|getting ready for release|preparing for release"),
)


def _names() -> Mapping[str, str]:
    return {said: name for name, every in _CALLED for said in every.split("|")}


_NAMES = _names()


def shaped(question: str) -> str:
    """The question without a number, a day or the rest of a sentence."""
    plain = _NUMBER.sub("", question).lstrip(_SIGNS)
    key = _KEY_QUESTION.fullmatch(plain)
    if key is not None:
        return (key["q"] or "overall").lower().replace(" ", "-")
    behind = _AFTER_A_GRADE.fullmatch(plain)
    plain = behind["what"] if behind is not None else plain
    plain = _OF_FORCE.sub("", _BEFORE.sub("", plain))
    plain = _REST.sub("", _DAY.sub("", plain))
    subject = _SUBJECT.match(plain)
    return subject["what"] if subject is not None else plain or question


def named(question: str) -> str | None:
    """What the inspectorate calls a question that a sentence gives in other words, or None.

    A heading or a row begins with a capital, and keeps its words.
    """
    return _NAMES.get(" ".join(question.split()))
