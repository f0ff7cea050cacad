"""Grades of a share or a number of bodies: statistics, and the grade of nobody.

"24% of councils were rated ‘inadequate’", "ten local authorities were judged good". How many were
so graded is a `grade_count` where it is written in that form, and no body's grade in any.
"""

import re

from answerable.reading.numbers import NUMBER
from answerable.reading.scales import GRADE
from answerable.reading.worded import worded

_BODIES = (
    r"(?:authorities|councils|forces|services|homes|schools|prisons|trusts|hospitals|agencies"
    r"|providers|departments|nurseries|childminders|settings|practices|surgeries|academies"
    r"|colleges|landlords|associations|units|PDUs)"
)
_RATED = r"(?:found|rated|judged|graded|assessed|awarded|given)"
_GRADED = (
    rf" (?:(?:(?:had|have|has) been|were|are|was|is)(?: {_RATED})?"
    rf"|(?:previously |already )?{_RATED})"
    rf"(?: to be| as being| as| either| being){{0,2}}(?:[\s\"“‘']+{GRADE}[\"”’']? and)?"
    r"[\s\"“‘']*$"
)
# "services in the county as of May this year"
_WHERE = r"(?: (?:as of|in|across|of) (?:(?!to be |that )[^\s.,;:()]+ ){0,9}?[^\s.,;:()]+)?"
_PERCENT = re.compile(
    rf"(?:\d ?%|\bper ?cent)(?: of [^.;:,%]{{3,120}}?)?{_GRADED}",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|most|many|majority) of [^.;:]{0,80}?"
    rf"\b{_BODIES}(?: [a-z]+){{0,6}}?{_GRADED}",
    re.IGNORECASE,
)
_NUMBER = worded(
    "academies |agencies |associations |authorities |childminders |colleges |councils "
    "|departments |forces |homes |hospitals |landlords |nurseries |other |pdus |practices "
    "|prisons |providers |remaining |schools |services |settings |surgeries |trusts |units ",
    rf"(?<!all )(?<!both )\b{NUMBER} (?:[a-z]+ ){{0,2}}{_BODIES}{_WHERE}{_GRADED}"
    rf"|\b(?:remaining|other) {NUMBER}{_GRADED}",
    re.IGNORECASE,
)
# "We rated 70 per cent of the services as ‘good’": a share, between the verb and the grade.
_OF_THEM = re.compile(
    r"\b(?:rated|judged|graded) (?:[a-z]+ ){0,2}?\d+(?:\.\d)?(?: ?%| per ?cent) of [^.;:]{3,90}?"
    r"(?: as| to be)?[\s\"“‘']*$",
    re.IGNORECASE,
)
# "a higher proportion of nurseries were judged", "authorities judged", "every unit I have seen".
_ANY_OF = re.compile(
    rf"\b(?:percentage|proportion|share|number) of [^.;:]{{0,80}}?\b{_BODIES}(?: [a-z]+){{0,3}}?"
    rf"{_GRADED}"
    r"|\b(?:every|any|no other) (?:[\w-]+ ){0,3}"
    r"(?:unit|force|service|school|prison|council|authority|home|hospital|trust|provider)"
    rf"(?: (?!that (?:was|is)\b)[A-Za-z]+){{0,4}}{_GRADED}"
    rf"|\b(?:those|these|other|some|few|several|which) (?:[a-z]+ )?(?:{_BODIES}|areas)"
    r" (?:that |who |which )?(?:(?:have |had )?(?:achieved|received|gained|got|earned)|rated"
    r"|judged|graded|assessed)(?: an?| as){0,2}[\s\"“‘']*$"
    rf"|\b(?:the|of|in|for|as) (?:[a-z]+ )?{_BODIES} (?:previously |already )?(?:rated|judged"
    r"|graded)(?: as)?[\s\"“‘']*$",
    re.IGNORECASE,
)
# "The seven judged inadequate are listed below."
_SO_MANY = worded(
    "the ", rf"\bthe {NUMBER} (?:rated|judged|graded)(?: as)?[\s\"“‘']*$", re.IGNORECASE
)
# "one home rated inadequate has closed", "zero units as ‘outstanding’", "two homes raising their
# grade to ‘good’": nobody is named.
_UNNAMED = worded(
    " rated| graded| judged| as| to",
    r"\b(?:one|another) (?:[a-z]+ ){0,2}(?:unit|force|service|school|prison|council|authority"
    r"|home|hospital|trust|provider) (?:previously |already |now )?(?:rated|graded|judged)(?: as)?"
    r"[\s\"“‘']*$"
    rf"|\b(?:zero|no|none of the) (?:[a-z]+ ){{0,2}}{_BODIES} (?:as|to be)[\s\"“‘']*$"
    rf"|\b{_BODIES} (?:have |had |has )?(?:improving|improved?|rais(?:ing|ed)|lift(?:ing|ed)"
    r"|see(?:ing)?|saw) (?:their|its) (?:[a-z]+ )?(?:ratings?|grades?|scores?|judge?ments?)"
    r"(?: (?:improve|rise|fall|drop))?(?: from [^.;:,]{3,40}?)? to[\s\"“‘']*$",
    re.IGNORECASE,
)
# A title: "Nearly a quarter of councils ‘inadequate’", "One in seven homes inadequate".
_IN_TITLE = re.compile(
    r"\b(?:(?:half|thirds?|quarters?|fifths?|most|many|majority|\d+ ?%|per ?cent) of"
    r"|(?:one|two|three|four|\d+) in (?:[a-z]+|\d+)) [^.;:]{0,60}?"
    rf"\b{_BODIES}(?:[’'] [a-z’' ]{{0,30}})?[\s\"“‘']*$",
    re.IGNORECASE,
)
_BACK = 220  # characters


def of_many(left: str) -> bool:
    """Does a share or a number of bodies stand before the grade, as those who have it?"""
    near = left[-_BACK:]
    return any(
        form.search(near) is not None
        for form in (_PERCENT, _SHARE, _NUMBER, _OF_THEM, _ANY_OF, _SO_MANY, _UNNAMED, _IN_TITLE)
    )
