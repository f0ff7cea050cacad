"""Numbers of grades: "good in two areas", "four categories were ranked adequate"."""

import re

from answerable.reading.grades.counted.grade_tallies import paired
from answerable.reading.grades.words.grade_words import (
    AFTER,
    CUE,
    HYPOTHESIS,
    Token,
    denied,
)
from answerable.reading.numbers import NUMBER, value
from answerable.reading.worded import worded

_AREAS = (
    r"(?:areas?|(?:healthy prison |judge?ment )?tests?|categor(?:y|ies)|themes?|questions?"
    r"|domains?|measures?|pillars?|aspects?|subjects?"
    r"|(?:police )?forces?|services?|(?:probation )?(?:delivery )?units|PDUs|prisons|schools|homes"
    r"|(?:local )?authorit(?:y|ies)|FRSs?|hospitals|trusts|councils|bodies|providers|elements?"
    r"|standards?|core services?|sections?"
    r"|headings?|of (?:the|its|them"
    r"|these)\b"
    r"[^.,;]{0,30}|counts|occasions)"
)
_COUNT_AFTER = re.compile(
    rf"^[\"”’']?(?: overall,? and)? ?(?:in|for|at|across|on) (?:just |only |a further |another "
    rf"|all |the (?:remaining|other|rest of the) |(?:its|their) (?:remaining"
    rf"|other) )?(?P<n>{NUMBER})"
    rf"(?: of (?:the |its |all )?(?P<of>{NUMBER}))?(?: (?:key |different |other |inspected |more"
    rf" |further |policing ))*(?: ?(?P<unit>{_AREAS}))?(?P<end>[\s.,;:)”\"]|$)",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    rf"(?<![.\d/])(?P<n>{NUMBER})(?: of (?:the |its )?(?P<of>{NUMBER}))? (?:other |further |key "
    rf"|more )*"
    rf"{_AREAS}(?: of policing| (?:in|across|under|on) [^.,;:]{{2,40}}?)?,?"
    r"(?: (?:as|were|was|are|is|being|been|have|had|where|that|to be|came out|now"
    rf"|(?:in |for |at )?which|it|the force|to (?:provide|offer|deliver|give) an?|{CUE}))*"
    r"[\s:]*[\"“‘']?$",
    re.IGNORECASE,
)
# "Of these, three were rated inadequate", "Just one, Hestonbury, was rated outstanding".
_OF_THESE = re.compile(
    rf"(?:^|[.;:,] |\b(?:and|but|while|just|only|cycle|round|year|time|tranche|region|report"
    rf"|inspections?|(?:19|20)\d\d) )\W*(?P<n>{NUMBER}),?"
    r"(?: of (?:them|these|those),?"
    rf"| [A-Z]\w+,)? (?:was|were|is|are|had been|have been)(?: (?:rated|graded|judged|found to be"
    r"|also|now))*[\s\"“‘']*$",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(r"[\"”’']? (?:ratings|grades|gradings|judge?ments)\b")
# "good in one column": a number of something that is no question.
_NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|but|of|in|at|for|with|by|as|while|areas?|is|are|was|were|has|had|since|from"
    r"|to|a|the|this|last|only|among|out|which|that|after|on|other|when|where|rather|more"
    r"|further|others)\b)[a-z]+"
)
_PLURAL = re.compile(rf"\b(?P<n>{NUMBER})(?: overall| new)?[\s\"“‘']*$", re.IGNORECASE)
# "There was one outstanding", "it got only one “good”": how many grades, and no more words.
_HAD = re.compile(
    rf"\b(?:there (?:is|was|were|are)|got|had|has|have|received|given|awarded|scored|with)"
    rf"(?: (?:only|just|even))? (?P<n>{NUMBER})[\s\"“‘']*$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[\"”’']?(?:[.;,:)]|$| (?:and|but|or)\b)")
# "None was inadequate", "outstanding in none of them": no grade, beside numbers of others.
_NONE = re.compile(
    r"(?:^|[.;:,] |\b(?:and|but|while) )\W*(?P<n>none)(?: of (?:them|these|those|its|the|our)"
    r"(?: (?:areas|tests|questions|forces|services|schools))?)?,?(?: (?:was|were|is|are|as))?"
    r"(?: (?:rated|graded|judged|found to be))?[\s\"“‘']*$",
    re.IGNORECASE,
)
_IN_NONE = re.compile(
    r"[\"”’']? (?:in|for|at) none(?: of (?:them|these|those|its))?\b", re.IGNORECASE
)
# "We gave 88 grades of good, 79 of adequate."
_TALLY = worded(
    " of",
    rf"(?<![.\d/])\b(?P<n>{NUMBER}) (?P<noun>(?:grades|ratings|judge?ments|gradings) )?of"
    r"[\s\"“‘']*$",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    rf"(?:^|[\s,:(])(?P<n>{NUMBER})(?: (?:areas?|cases|files|as|rated|graded|have|has|been|were"
    rf"|was|are))*[\s\"“‘']*$",
    re.I,
)
# "Two-thirds were rated good and five outstanding": a share beside a number.
_SHARE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths|majority|most)(?: of (?:the|our|its|these|them))?"
    rf"(?: [a-z]+)? (?:were|was|are|is|had been|have been)(?: {CUE})?(?: as)?[\s\"“‘']*$",
    re.IGNORECASE,
)
_A_STANDARD = re.compile(
    r" (?:standard|level|quality) of\b"
)  # "to provide a good standard of care"
_COUNT_WORDS = re.compile(
    rf"\b(?:areas|categories|grades|gradings|judg|themes|questions|{NUMBER})", re.IGNORECASE
)


# "1.3 Services Requires improvement": the number of a line, and no count.
_NUMBERED_LINE = re.compile(
    r"\W*[A-Z]{0,2} ?\d{1,2}(?:\.\d{1,2}){0,2}[.)]? (?!.*\b(?:is|are|was|were|has|had|have|got"
    r"|found|finds|gave|gives|judged|graded|rated|scored"
    r"|received|marked|us|them)\b)"
    r"[A-Z][\w ,/&’'()-]*$"
)


# "Marlshire is one of only three forces in the country to be graded": its grade, and no count.
_ONE_OF = re.compile(
    rf"\b(?:is|was|are|were|remains|became) (?:now |still )?(?:only )?one of (?:only |just )?"
    rf"(?:the )?{NUMBER} (?:[a-z]+ ){{0,2}}(?:forces|services|schools|prisons|councils|hospitals"
    r"|trusts|homes|providers|units|authorities)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def counted(
    token: Token, tokens: list[Token], place: int, *, chained: bool
) -> tuple[int, int, int | None, int] | None:
    """Start, end, total and number of a grade count around a token."""
    left = token.left
    if HYPOTHESIS.search(left) or denied(left) or _NUMBERED_LINE.match(left):
        return None
    if _ONE_OF.search(left):
        return None
    return (
        _told_together(token, tokens, behind=True)
        or _of_none(token, tokens)
        or _tallied(token, tokens)
        or _numbered(token, tokens, place, chained=chained)
        or _told_together(token, tokens)
    )


def _told_together(
    token: Token, tokens: list[Token], *, behind: bool = False
) -> tuple[int, int, int | None, int] | None:
    """ "Good twice, adequate once": a number with each of two grades."""
    pair = paired(token, tokens, behind=behind)
    return (pair[0], pair[1], None, pair[2]) if pair is not None else None


def _of_none(token: Token, tokens: list[Token]) -> tuple[int, int, int | None, int] | None:
    """ "None was inadequate", where the sentence counts other grades."""
    if len(tokens) < _TWO:
        return None
    before = _NONE.search(token.left)
    after = _IN_NONE.match(token.right)
    if before is not None and AFTER.match(token.right):
        return token.start - len(token.left) + before.start("n"), _close(token), None, 0
    return (token.start, token.end + after.end(), None, 0) if after is not None else None


_TWO = 2


def _tallied(token: Token, tokens: list[Token]) -> tuple[int, int, int | None, int] | None:
    """ "88 grades of good", and "79 of adequate" in the same sentence."""
    tally = _TALLY.search(token.left)
    others = (_TALLY.search(one.left) for one in tokens)
    if tally is None or not any(one is not None and one["noun"] for one in others):
        return None
    begin = token.start - len(token.left) + tally.start("n")
    return _found(value(tally["n"]), begin, _close(token), None, most=_MOST_GIVEN)


def _numbered(
    token: Token, tokens: list[Token], place: int, *, chained: bool
) -> tuple[int, int, int | None, int] | None:
    """A number behind or before the grade: "good in two areas", "three were good"."""
    after = _COUNT_AFTER.match(token.right)
    other = after and not after["unit"] and _NOUN_BEHIND.match(token.right, after.start("end"))
    if (
        after is not None
        and not other
        and (
            after["unit"] or chained or len(tokens) > 1 or token.quoted or _REST.match(token.right)
        )
    ):
        number = value(after["n"])
        stop = (
            after.start("end")
            if after["unit"] and not after["unit"].lower().startswith("of ")
            else after.end("of")
            if after["of"]
            else after.end("n")
        )
        return _found(number, token.start - token.quoted, token.end + stop, after["of"])
    of_these = _OF_THESE.search(token.left) if AFTER.match(token.right) else None
    plural = of_these or _PLURAL.search(token.left)
    if plural is not None and (of_these or _OF_NOUN.match(token.right)):
        start = token.start - len(token.left) + plural.start("n")
        return _found(value(plural["n"]), start, _close(token), None, most=_MOST_BARE)
    had = _HAD.search(token.left) if _STOPS.match(token.right) else None
    if had is not None and (token.quoted or token.label != "outstanding" or len(tokens) > 1):
        start = token.start - len(token.left) + had.start("n")
        return _found(value(had["n"]), start, _close(token), None, most=_MOST_BARE)
    before = _COUNT_BEFORE.search(token.left)
    ends = AFTER.match(token.right) or _A_STANDARD.match(token.right)
    if before is not None and value(before["n"]) is not None and ends:
        return _found(
            value(before["n"]),
            token.start - len(token.left) + before.start("n"),
            _close(token),
            before["of"],
        )
    bare = _BARE_COUNT.search(token.left)
    others = any(
        _BARE_COUNT.search(one.left) or _COUNT_BEFORE.search(one.left) or _SHARE.search(one.left)
        for one in tokens
        if one is not tokens[place]
    )
    if (
        bare is not None
        and others
        and not re.search(r"\bQ$|\bpage $", token.left[: bare.start("n")])
    ):
        return _found(
            value(bare["n"]),
            token.start - len(token.left) + bare.start("n"),
            token.end,
            None,
            most=_MOST_BARE,
        )
    return None


# "good in the other six": of those that the sentence has told of.
_REST = re.compile(r"[\"”’']? (?:in|for|at|on) (?:all )?(?:the|its) (?:other|remaining|rest)\b")
_MOST_BARE = 400  # grades that a national report counts in one breath
_MOST_GIVEN = 1000  # grades of all bodies in a year


def _close(token: Token) -> int:
    """The end of a count that stands before its grade, with the closing quotation mark."""
    return token.end + (token.quoted and token.right[:1] in "\"”’'")


def _found(
    number: int | None, start: int, end: int, of: str | None, *, most: int = 60
) -> tuple[int, int, int | None, int] | None:
    if number is None or number > most:
        return None
    return start, end, value(of) if of else None, number


_OF_TOTAL = re.compile(
    rf"{NUMBER} (?:out )?of (?:the |its |all |our )?(?P<of>{NUMBER})",
    re.IGNORECASE,
)


def total(words: str) -> int | None:
    """43 in "fourteen of the 43 forces are inadequate"."""
    found = _OF_TOTAL.match(words)
    return value(found["of"]) if found else None


# "Of the 26 forces we have reported on, 11 were good": of how many.
_OF_HEAD = re.compile(
    rf"\W*(?:Of|Among|Across) (?:the |its |our |these |all )?(?P<of>{NUMBER}) [^,.;:]{{3,90}}, "
)


def of_all(sentence: str) -> int | None:
    """How many there are in all, where a sentence opens with it."""
    found = _OF_HEAD.match(sentence)
    return value(found["of"]) if found else None


PLURALS = ("goods", "adequates", "outstandings")
# "Two goods, four adequates and one inadequate": grades as things to count.
_PLURALS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<g>good|outstanding|adequate|inadequate)s\b(?= *(?:[,.;:)]|$|and\b))",
    re.IGNORECASE,
)


def plurals(sentence: str) -> list[tuple[int, int, str, int]]:
    """Start, end, grade and number of each "two goods" of a sentence."""
    return [
        (found.start(), found.end(), found["g"], number)
        for found in _PLURALS.finditer(sentence)
        if (number := value(found["n"])) is not None and number < _MOST_BARE
    ]
