"""Grades told by the frame that a sentence sets them in, in a paper that tells of grades.

"Marlshire came out requires improvement for its stores", "it was adequate at answering calls
and now it's inadequate", "I'm disappointed with requires improvement for custody", "found
Marlshire good". In a paper that tells of no grades the same words are praise or blame.
"""

import re

from answerable.reading.grades.words.grade_words import NOUN, Token
from answerable.reading.material import Material
from answerable.reading.scales import GRADE, GRADED, label

# For text in small letters.
_SPEAKS = re.compile(
    r"\b(?:(?:care quality commission|inspect(?:ed|ions?|ors?|orates?)|hmi\w*|ofsted|cqc|estyn"
    r"|watchdogs?|graded|rated|grades|ratings|areas? for improvement|causes? of concern|peel"
    r"|(?:judge?ment|grade|rating) of (?:good|adequate|inadequate|outstanding|requires))\b"
    r"|rating:)"
)


def two_labels(material: Material) -> bool:
    """Whether a paper says two labels of a scale at least."""
    found = (label(one.group()) for one in GRADED.finditer(material.text))
    first = next(found, None)
    return any(one != first for one in found)


def speaks_of_grades(material: Material) -> bool:
    """Whether a paper names who inspects or grades."""
    return _SPEAKS.search(material.lowered) is not None


_ENDS = re.compile(r"[\"”’']?(?:\s*[.,;)]|\s*$| (?:and|but|although|while|whereas)\b)")
# What is graded, behind the grade: "at answering calls", "for its use of money", "in how it …".
_FOR = re.compile(
    r"[\"”’']?(?: too| also| again)?,? (?:(?:at|for|in|on) (?:the (?:latter|former|same)\b|how\b"
    r"|the way\b|its\b|their\b"
    r"|[a-z]+ing\b|[a-z]+ (?:of|to|and)\b|[a-z -]{3,40}(?=[.,;]|$| and\b| but\b))"
    r"|when it c(?:omes|ame) to\b)"
)
_TOOK = re.compile(
    r"\b(?:came out|emerged|held|rose|rises|rising|fell|falls|falling|dropped|dropping|slipped"
    r"|slipping|went|moved|stayed|stays|remained|judged|thought|become|became|was left)"
    r"(?:,? where it was,)?(?: to be| as| to| at)?[\s\"“‘']*$"
    r"|\bno (?:better|worse|more) than[\s\"“‘']*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|they|the (?:force|service|constabulary|trust|council|school|prison)"
    r"|[A-Z][\w’-]+(?: (?:Police|Constabulary|Infants|Primary|Academy|School|FRS|Service))?) "
    r"(?:is|are|was|were|has been|had been|had become|has become|became|remains?|remained)"
    r"(?: (?:now|still|also|again|merely|only|once))*[\s\"“‘']*$"
)
_IT_S = re.compile(r"\b(?:it|they)[’'](?:s|re)(?: (?:now|still|also|again))*[\s\"“‘']*$", re.I)
_NOW = re.compile(r"\b(?:is|are|was) now[\s\"“‘']*$", re.IGNORECASE)
_ONCE = re.compile(r", (?:once|formerly|previously|which was (?:merely |only )?)[\s\"“‘']*$", re.I)
_FROM = re.compile(r", (?:up |down )?from(?: an?)?[\s\"“‘']*$", re.IGNORECASE)
_GRADE_OF = re.compile(rf"\b{NOUN} (?:for|on|in|of) [^.;:,]{{3,80}},[\s\"“‘']*$", re.IGNORECASE)
# "its crime recording, which was merely good, is outstanding"; "once inadequate, is now adequate".
_BEFORE = re.compile(
    r", (?:once|formerly|previously|which (?:was|were|had been)(?: merely| only| "
    r"once)?)[\s\"“‘']*$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    rf"[\"”’']?, (?:(?:is|are|was|were) (?:now )?|(?:fell|dropped|rose|slipped|went|improved|has"
    rf"|have|had)\b[^.;,]{{0,40}}? )[\"“‘']?{GRADE}",
    re.IGNORECASE,
)
_STAYED_AT = re.compile(
    r"\b(?:stay(?:s|ed)|remain(?:s|ed)|stood|stands|kept)(?:,? where (?:it|they) (?:was|were),)? "
    r"at[\s\"“‘']*$",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(r"\b(?:which|that|who|it|they) (?:had|have|has) been[\s\"“‘']*$")
_SINCE = re.compile(r"[\"”’']? since (?:19|20)\d\d\b")
_JUDGED_THAT = re.compile(
    rf"\b{NOUN} (?:is|was) that (?:the \w+|it|[A-Z][\w’ -]{{2,40}}) (?:is|was)[\s\"“‘']*$"
    r"|\b(?:found|judged) (?:it|them|the (?:force|service|constabulary|unit|trust|council|school"
    r"|prison|home|hospital|brigade|authority|provider))(?: to be)?$",
    re.IGNORECASE,
)
# "requires improvement" as the name of a grade: "disappointed with requires improvement for …".
_AS_NAME = re.compile(
    r"\b(?:with|see|about|of|the|from|at|by|found that|expect|got|gets?|and)[\s\"“‘']*$", re.I
)
_REQUIRES_WHO = re.compile(
    r"\b(?:[Ff]orce|[Ss]ervice|[Cc]onstabulary|[Ii]t|[Tt]hey|Police|Constabulary|[Ll]eadership"
    r"|[Ss]chool|[Tt]rust|[Cc]ouncil)(?: (?:also|still|now))?[\s\"“‘']*$"
)
_REQUIRES_IN = re.compile(r" (?:in|at|for|on|when it c(?:omes|ame) to)\b")
_SAID_BEHIND = re.compile(
    r", (?:say|says|said|according to) (?:the )?(?:\w+ )?(?:inspect|watchdog)"
)
_SAID_LEFT = re.compile(r"^\W*$")
_STRONG = ("inadequate", "outstanding", "requires improvement")
_MORE = re.compile(
    r"\b(?:is|are|was|were|remains?|stayed)(?: (?:now|still|also))?[\s\"“‘']*$", re.IGNORECASE
)
_ELLIPSIS = re.compile(
    r"(?:,| and| but) (?:the |its |their )?[a-z]+(?: (?:of|to|and)? ?[a-z]+){0,4}[\s\"“‘']*$"
)


def framed(token: Token, left: str, accepted: Token | None) -> str | None:
    """The rule by which a grade in a paper of grades is one; `left` without quotation marks."""
    right = token.right
    ends, asked = _ENDS.match(right), _FOR.match(right)
    if accepted is not None and _FROM.search(left) and ends:
        return "grade.change-from"
    once = _BEFORE.search(left) and _CHANGES.match(right)
    since = _HAD_BEEN.search(left) and _SINCE.match(right) and token.label in _STRONG
    if once or since:
        return "grade.previously"
    praise = token.label == "good" and accepted is None  # "It is good at listening"
    is_so = asked and not praise and (_PRONOUN.search(left) or _IT_S.search(left))
    took = (asked and _TOOK.search(left)) or (ends and _STAYED_AT.search(left))
    judged = _JUDGED_THAT.search(left) and (ends or asked)
    if is_so or took or judged or _named(token, left, asked=asked is not None):
        return "grade.framed"
    return _in_company(token, left, accepted) if ends else None


def _named(token: Token, left: str, *, asked: bool) -> bool:
    """ "requires improvement" as the name of a grade, or of a body that required it."""
    if not token.label.startswith("requires"):
        return False
    body = _REQUIRES_WHO.search(left) and _REQUIRES_IN.match(token.right)
    name = asked and _AS_NAME.search(left)
    said = _SAID_LEFT.match(left) and _SAID_BEHIND.match(token.right)
    return bool(body or name or said)


def _in_company(token: Token, left: str, accepted: Token | None) -> str | None:
    """A grade at the end of its clause, beside another of the same sentence."""
    if accepted is None:
        return None
    if _NOW.search(left) or _IT_S.search(left) or _ONCE.search(left) or _TOOK.search(left):
        return "grade.framed"
    strong = token.label in _STRONG and _MORE.search(left) is not None
    return "grade.framed" if strong else None
