"""Grades that a sentence states with "is": "The force is inadequate at …"."""

import re

from answerable.reading.grades.words.grade_words import NOUN, Token

_SUBJECT_BE = re.compile(
    r"(?:\b(?:Police|Constabulary|Service|Council|Trust|Hospital|Authority|Unit|FRS|ROCU|School)"
    r"|\b(?:it|they|that|which|each|force|service|services|constabulary|council|trust|hospital"
    r"|school"
    r"|response|performance|effectiveness|provision|leadership|areas?|categories|question|overall)"
    r"|[’']s (?:\w+ )?(?:response|approach|performance|handling|work)[^.;,]{0,70})(?: overall)?"
    r",? (?:has |have |had )?(?:also |now |still |again )?(?:was|were|is|are|been|be|remains?"
    r"|remained"
    r"|became|to be)(?: (?:also|now|still|again|overall|only|once|currently|both|all|each))*$",
    re.IGNORECASE,
)
_BE_BEFORE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|remains?|remained|as|became|to)(?: (?:also|now|still"
    r"|again"
    r"|overall|only|rated|once|currently|both|all|each))*$",
    re.IGNORECASE,
)
_PAST_VISIT = re.compile(
    r"^[\"”’']? (?:in|at|following|after|during) (?:its|our|the|their|an?) (?:\w+ )?(?:last"
    r"|previous"
    r"|\d{4}(?:[/–-]\d{2,4})?) ?(?:inspection|assessment|report|visit)?",
    re.IGNORECASE,
)


_PREDICATE = re.compile(
    r"(?:\b(?:Police|Constabulary|Service|Council|Trust|Hospital|Authority|FRS|School)"
    r"|^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?[Tt]he (?:force|service|constabulary|council|trust"
    r"|hospital|authority|school|provider)"
    r"|^\W*(?:The quality|The experiences|The impact|The effectiveness|The overall|Overall"
    r"|Leadership"
    r"|Services|The local authority)\b[^.;:]{0,90})$"
)
_BODY_WAS = re.compile(
    r"\b(?:Police|Constabulary|FRS|Fire (?:and|&) Rescue Service|Council|ROCU) (?:was|is|were"
    r"|are)$"
)
# "3.1 Here the force is good." answers the question of its heading.
_HERE = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?:Here|In this(?: area| respect)?|On this)"
    r"(?: too)?,? (?:the (?:force|service|constabulary|council|authority|trust|unit|school)"
    r"|it) (?:is|was)$"
)
# "Leadership is adequate; so is the workforce."
_SO_IS = re.compile(r"[\"”’']?[;,] (?:and )?so (?:is|are|was|were)\b")
_TOPIC_IS = re.compile(
    r"(?:^|[.;] )\W*(?:\d[\d.]{0,6} )?[A-Z][a-z]+(?: [a-z]+){0,4} (?:is|are|was|were)$"
)
# "The rating of the hospital stays at requires improvement."
_STAYS_AT = re.compile(
    rf"\b{NOUN}\b[^.;:]{{0,80}} (?:stays?|remains?|stayed|remained|stands?|is (?:now|still)) at$",
    re.IGNORECASE,
)
_STAYS = re.compile(r"^\W*(?:[A-Z][\w’'-]*(?: [a-z’'-]+){0,3}) (?:stays|remains|stayed|remained)$")
_WHICH = re.compile(r"\b(?:its|their|the (?:force|service)[’']s) [a-z ]{3,60}, which$")
_CLAUSE_ENDS = re.compile(r"[\"”’']?(?:[.;,]|$| overall\b)")
_WHERE_IS = re.compile(r"\bwhere (?:its )?[a-z][a-z ]{2,40} (?:is|was)$")


def described(token: Token, left: str) -> str | None:
    """ "The force is inadequate at …": only of a body or its work, and never plain "good"."""
    if token.label.startswith("requires") and (_PREDICATE.search(left) or _WHICH.search(left)):
        return "grade.predicate"
    told = _of_topic(token, left) if _CLAUSE_ENDS.match(token.right) else None
    if told is not None:
        return told
    if not _SUBJECT_BE.search(left) and not token.quoted:
        return None
    if _PAST_VISIT.match(token.right):
        return "grade.past-visit"
    strong = (
        token.label not in ("good", "not graded", "expected standard", "exceptional")
        or token.quoted
    )
    goes_on = re.match(
        r"[\"”’']?(?: (?:in|at|for|on|overall|because)\b|\s*[.,;]|\s*$)",
        token.right,
    )
    if not strong or not goes_on or not _BE_BEFORE.search(left) or left.endswith(" to"):
        return None
    plain = token.label == "adequate" and not token.quoted
    return None if plain and not token.right.startswith(" at ") else "grade.be"


def _of_body(token: Token, left: str) -> bool:
    """ "Marlshire Police was good;", "Surgery stays good,", "where protection is inadequate"."""
    named = _BODY_WAS.search(left) or _STAYS.match(left) or _STAYS_AT.search(left)
    return named is not None or (_WHERE_IS.search(left) is not None and token.label != "good")


def _of_topic(token: Token, left: str) -> str | None:
    """Of a body, of what the heading asks, or of a topic that shares its grade with another."""
    if _HERE.match(left):
        return "grade.here"
    shared = _SO_IS.match(token.right) is not None and _TOPIC_IS.search(left) is not None
    return "grade.be" if shared or _of_body(token, left) else None
