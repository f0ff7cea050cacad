"""Grades told of a question by its name, in a paper that speaks of inspections or grades.

"Crime recording is good", "found us outstanding for personal development", "graded our values
and culture inadequate", "and adequate at protecting vulnerable people". The names are those of
`question_names`; of anything else the same words are praise or blame.
"""

import re

from answerable.reading.grades.given_for.grade_subjects import name_before, only_part
from answerable.reading.grades.given_for.question_names import SHORT, is_name
from answerable.reading.grades.words.grade_denied import not_given
from answerable.reading.grades.words.grade_words import AFTER, NOUN, Token

_ADVERB = r"(?: (?:now|still|again|also|both|all|only|merely|once|then|currently|overall|too))*"
_IS = re.compile(
    r"(?P<of>,? (?:is|was|were|are|has been|have been|had been|remains?|remained|stays?|stayed"
    rf"|has become|had become|became|got|gets|came out|comes out)){_ADVERB}"
    rf"(?: (?:rated|graded|judged|found|as|at|to be))*{_ADVERB}$",
    re.IGNORECASE,
)
_REQUIRES = re.compile(rf"(?P<of>{_ADVERB})$", re.IGNORECASE)
_ENDS = re.compile(
    r"[\"”’']?(?:\s*[.,;:)]|\s*$| (?:and|but|although|while|whereas|because|as|so|too|also|again"
    r"|now|since|in|by|for|overall|here|this|last|until|under|compared|following|after|with"
    r"|stands)\b)",
    re.IGNORECASE,
)
_AT = re.compile(
    r"[\"”’']?(?: overall| too| also| again| both)?,? (?:at|for|in|on|over|when it c(?:omes|ame)"
    r" to|in (?:relation|respect|terms) (?:to|of)) (?:being |getting )?"
    r"(?:(?:the|its|their|our|your|his|her) |how (?:well )?(?:it|they|we|you|the \w+) "
    r"|the way (?:in which |that )?(?:it|they|we|the \w+) )?(?=[a-z‘'“\"])"
)
_WORD = re.compile(r"[\w’'-]+")
_MOST = 9  # words of a name
_CLOSED = re.compile(
    r"(?:\s*[.,;:()!?\"”’'–—-]|\s*$| (?:and|but|by|in|as|while|where|which|too|again|also|because"
    r"|following|after|since|with|although|this|last|when|though|than|it|to|is|was)\b)"
)
# "the Inspectorate found us outstanding for", "had judged its leadership inadequate".
_FOUND = re.compile(
    r"\b(?:found|judged|judges|rated|rates|graded|grades|marked|called|put|considered|assessed)"
    r"(?: (?P<what>[^.;:!?]{2,90}?))?(?: down)?(?: to be| as| was| were| is| to)?$",
    re.IGNORECASE,
)
_WHOM = re.compile(
    r"(?:us|it|them|me|you|itself|themselves|(?:the|this|our|your|his|her|its|their)(?: own)? "
    r"(?:[a-z’'-]+ ){0,2}?(?-i:[A-Za-z])[a-z]+)$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:found|judged|said|told|considered|rated|assessed|deemed)(?: (?:it|them|us|the \w+))?"
    r"(?: that (?:it|they|we))? to$|\b(?:told|said|found|judged)(?: it| them| us)?(?: that)?"
    r" (?:it|they|we)$",
    re.IGNORECASE,
)
_NO_GRADE = re.compile(r"\b(?:word|words|term|label|phrase|adjective|no|any)[\s\"“‘']*$", re.I)
# "This is up from requires improvement": of the grade told before.
_CHANGED = re.compile(
    r"\b(?:up|down|improved|risen|rose|fallen|fell|dropped|slipped|moved|gone|went"
    r"|an? (?:rise|fall|drop|improvement|change|step up)) from(?: an?)?$"
    r"|\ban? (?:improvement|advance) (?:on|over)(?: an?)?$",
    re.IGNORECASE,
)
_GRADE_OF = re.compile(rf"\b{NOUN} (?:for|of|in|on) [^.;:,()]{{3,60}}$", re.IGNORECASE)
_STANDS = re.compile(r"[\"”’']? (?:stands?|remains?|was|is|still|has)\b")
_BRACKET = re.compile(r"\w[\"”’']? \($")
_CLOSES = re.compile(r"[\"”’']?[);,]")
_BUT = re.compile(r"\b(?:but|and|though|although|formerly)$", re.IGNORECASE)
_UNDER = re.compile(
    r"[\"”’']? (?:under|at|in|by) (?:the|its|our|their|an) (?:previous|last|old|earlier|former"
    r"|first|19\d\d|20\d\d)\b"
)
_STRONG = ("inadequate", "outstanding", "requires improvement", "urgent improvement")


def named(token: Token, left: str, *, sure: bool) -> str | None:
    """The rule by which a named question shows a grade; `left` without quotation marks.

    `sure`: another grade of the paper is told by plainer words, or two labels of a scale are.
    """
    if _NO_GRADE.search(left):
        return None
    strong = sure and token.label in _STRONG
    ends = _ENDS.match(token.right) is not None
    asked = asks_by_name(token.right) and not left.endswith(("the", "any", "an", "a"))
    told = (
        asked or _bracketed(token, left, strong=strong) or (ends and _of_topic(left, short=sure))
    )
    if told or _of_grade(token, left) or (ends and _of_subject(token, left, sure=sure)):
        return "grade.named"
    if sure and ends and (_BARE.search(left) or _RATING.search(left)) and _bare(left):
        return "grade.named"
    if sure and _WAS.search(left) and _LONG_AGO.match(token.right):
        return "grade.once-was"
    if sure and ends and (_CHANGED.search(left) or _but_before(token, left)):
        return "grade.change-from"
    said = (token.quoted and _OF_BODY.search(left)) or _told_of(token, left)
    return "grade.named" if strong and ends and said and not _HEARSAY.search(left) else None


# "Prevention good, custody adequate": names and grades, and no verb.
_BARE = re.compile(r"(?:^|[.;:,] |\band )\W*[A-Za-z][\w ’'-]{3,60},?$")
# "a report rating Marl Lodge as inadequate".
_RATING = re.compile(
    r"\b(?:rating|grading|branding|judging|finding) (?:the )?[^.;:,]{3,60}? (?:as|to be)$"
)


def _bare(left: str) -> bool:
    """Whether nothing but a question's name stands before a grade, or who rates whom."""
    if _RATING.search(left):
        return True
    found = name_before(left, len(left))
    if found is None or left[found[1] :].strip(" ,"):
        return False
    return re.search(r"(?:^|[.;:,] |\band )$", left[: found[0]]) is not None


def _of_grade(token: Token, left: str) -> bool:
    """ "The grade for the workforce requires improvement stands"."""
    of_grade = _requires(token) and _GRADE_OF.search(left)
    return bool(of_grade) and _STANDS.match(token.right) is not None


# "In 2023 it was ‘inadequate’": of a body, and not of whatever else is put in quotation marks.
_OF_BODY = re.compile(
    r"\b(?:force|service|constabulary|brigade|unit|trust|council|school|prison|jail|home|hospital"
    r"|it|they|we|us|Police|Constabulary|Council|Trust)\b[^.;:]{0,25}$"
)
_HEARSAY = re.compile(r"\b(?:some|many|people|critics|others) (?:say|said|think|claim)\b", re.I)


def _but_before(token: Token, left: str) -> bool:
    """ "…, but requires improvement under the previous framework"."""
    return _BUT.search(left) is not None and _UNDER.match(token.right) is not None


# "In managing offenders the force is good": the topic first.
_TOPIC = re.compile(
    r"(?:^|[.;:] )\W*(?:In|At|On|For|As to|As for|When it comes to|Regarding) (?:the |its |our )?"
    r"(?P<q>[^.;:]{3,70}?),? (?:the \w+|it|they|we|our \w+|[A-Z]\w+(?: [A-Z]\w+)?)"
    r" (?:is|was|are|were|remains?|stays?)(?: (?:now|still|again|also))?$"
)
# "It was adequate in 2023", "The force had been good last time".
_WAS = re.compile(
    r"(?:^|[.;:,(] |\b(?:and|but|where|which|that|when|before|though|although) )\W*(?:it|they"
    r"|which|both|this|that|[Tt]he (?:force|service|constabulary|grade|trust|school|council|unit))"
    r" (?:was|were|had been)(?: (?:only|merely|still|once|rated|graded|judged))*$",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"[\"”’']? (?:(?:back )?in (?:19|20)\d\d\b|last (?:time|year)\b"
    r"|(?:at|in) (?:its|our|the|their) (?:last|previous|first)\b"
    r"|before(?: that)?(?:[.,;)]|$)|previously\b|(?:\w+ )years? ago\b)"
)


def _of_topic(left: str, *, short: bool) -> bool:
    topic = _TOPIC.search(left)
    words = topic["q"] if topic is not None else ""
    return is_name(words) or (short and words.casefold() in SHORT)


def _told_of(token: Token, left: str) -> bool:
    """ "found us inadequate", "it had been found to require improvement", "the grade for …"."""
    if _requires(token) and (_TOLD.search(left) or _SAYS_IT.search(left)):
        return True
    found = _FOUND.search(left)
    return found is not None and bool(found["what"]) and _WHOM.match(found["what"]) is not None


# "In this area the force requires improvement", "The service requires improvement."
_SAYS_IT = re.compile(
    r"(?:^|[.;:,] |\b(?:and|but|where|which|that|areas?|case|visit|PEEL|then|report) )\W*"
    r"(?:[Tt]he |[Oo]ur )?(?:[Ff]orce|[Ss]ervice|[Cc]onstabulary|[Tt]rust|[Ss]chool|[Uu]nit"
    r"|[Cc]ouncil|[Pp]rovider|[Bb]rigade|it|they|we)(?: also| still| now)?$"
)


def _of_subject(token: Token, left: str, *, sure: bool) -> bool:
    """Whether a question's name is what the grade is said of, or the object of who gave it."""
    is_so = _IS.search(left) or (_REQUIRES.search(left) if _requires(token) else None)
    if is_so is not None:
        begin = _name(left, is_so.start(), short=sure)
        if begin is not None and not EVERYDAY.match(left[begin:]):
            return not only_part(left[:begin])
    found = _FOUND.search(left)
    if found is None or not found["what"]:
        return False
    what = found.start("what"), found.end("what")
    name = _name(left[: what[1]], what[1], short=False)
    return name is not None and name >= what[0]


EVERYDAY = re.compile(r"(?:people|resources|services) (?!require)", re.IGNORECASE)


def _requires(token: Token) -> bool:
    return token.label.startswith("requires")


def _name(left: str, end: int, *, short: bool) -> int | None:
    """Where the name begins that ends at a place."""
    found = name_before(left, end)
    if found is not None:
        return found[0]
    last = re.search(
        r"(?:^|[.;:,] |\b(?:and|the|its|our|their) )\W*(?P<w>[A-Za-z]+),?$", left[:end]
    )
    return last.start("w") if short and last and last["w"].casefold() in SHORT else None


_LAST = re.compile(r"(?:^|[.;:,] |\b(?:and|the|its|our|their) )\W*(?P<w>[A-Za-z]+),?$")


def _bracketed(token: Token, left: str, *, strong: bool) -> bool:
    """ "prevention (good)", "how we look after our own people (requires improvement)"."""
    if not (_BRACKET.search(left) and _CLOSES.match(token.right)):
        return False
    return strong or _name(left, len(left) - 2, short=False) is not None


def asks_by_name(right: str) -> bool:
    """Whether the name of a question follows: "at preventing crime", "for its leadership"."""
    return name_after(right) is not None


def name_after(right: str) -> tuple[int, int] | None:
    """Where the name of a question stands behind a grade, up to the end of its clause."""
    at = _AT.match(right)
    if at is None:
        return None
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(right, at.end()):
        if words and re.search(r"[.;:()]", right[words[-1].end() : word.start()]):
            break
        words.append(word)
        if len(words) == _MOST:
            break
    for last in reversed(words):
        if _CLOSED.match(right, last.end()) and is_name(right[at.end() : last.end()]):
            return at.end(), last.end()
    return None


# "Police force rated ‘inadequate’ as callers wait", "999 force ‘inadequate’, say inspectors".
_BODIES = (
    r"(?:force|police|constabulary|brigade|school|home|hospital|surgery|council|trust|prison|jail"
    r"|unit|college|nursery|academy|fire service|ambulance service|(?<=[a-z’'] )services?|House"
    r"|(?:Police|Constabulary|FRS|Primary|School|Academy|Hospital|Council|Trust|PDU|Infants"
    r"|Juniors|College|Nursery|Lodge|Court)(?: \w+)?)"
)
_RATED = (
    r"(?:rated|judged|graded|branded|labelled|found|ranked|deemed|declared|marked|called"
    r"|slammed as|rated as|still|again|now)"
)
_TITLE = re.compile(
    rf"\b{_BODIES},? (?:(?:is|was|are|has been|have been|remains?|stays?|gets|given) )?"
    rf"(?:{_RATED} )?(?:as |to be )?$|\b(?:rates?|brands|finds|judges|grades) (?:\w+ ){{1,4}}?$",
    re.IGNORECASE,
)


_BE = re.compile(r" (?:is|was|remains|stays|judged|rated|graded|to be|now|still) $")
# "Marlshire Police’s effectiveness at keeping people safe is good": an inspectorate's own title.
_PILLAR = re.compile(
    r"[’']s? (?:overall )?(?:effectiveness|efficiency|legitimacy|leadership|performance)"
    r"(?: (?:at|in) [^.;:?!]{3,90}?)?"
    r"(?: (?:is|was|remains|stays|judged|rated|graded|found|to be|now|still))* $"
)


def in_title(token: Token) -> bool:
    """Whether a heading tells a grade as a newspaper's title does, or an inspectorate's."""
    left = token.left.rstrip("\"“‘'")
    if _PILLAR.search(left) and (token.label.startswith("requires") or _BE.search(left)):
        return token.right.strip(" \"”’'.") == ""
    told = _TITLE.search(left) is not None
    graded = re.search(rf"\b{_RATED}(?: as| to be)? $", left, re.IGNORECASE) is not None
    shown = graded or (token.quoted and bool(token.left)) or not left.endswith("s ")
    strong = token.label in _STRONG or graded or token.quoted
    asks = "?" in token.right or not_given(token, left.rstrip(" *"))
    return told and shown and strong and not asks and AFTER.match(token.right) is not None
