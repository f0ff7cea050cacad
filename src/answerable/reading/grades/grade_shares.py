"""Grades of a share or a number of bodies: statistics, and the grade of nobody.

"24% of councils were rated ‘inadequate’", "ten local authorities were judged good". How many were
so graded is a `grade_count` where it is written in that form, and no body's grade in any.
"""

import re

from answerable.reading.numbers import NUMBER
from answerable.reading.worded import worded

_BODIES = (
    r"(?:authorities|councils|forces|services|homes|schools|prisons|trusts|hospitals|agencies"
    r"|providers|departments)"
)
_GRADED = (
    r" (?:(?:(?:had|have|has) been|were|are|was|is)(?: (?:found|rated|judged|graded))?"
    r"|rated|judged|graded)(?: to be| as)?[\s\"“‘']*$"
)
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
    "agencies |authorities |councils |departments |forces |homes |hospitals "
    "|other |prisons |providers |remaining |schools |services |trusts ",
    rf"(?<!all )(?<!both )\b{NUMBER} (?:[a-z]+ ){{0,2}}{_BODIES}{_GRADED}"
    rf"|\b(?:remaining|other) {NUMBER}{_GRADED}",
    re.IGNORECASE,
)
# "We rated 70 per cent of the services as ‘good’": a share, between the verb and the grade.
_OF_THEM = re.compile(
    r"\b(?:rated|judged|graded) (?:[a-z]+ ){0,2}?\d+(?:\.\d)?(?: ?%| per ?cent) of [^.;:]{3,90}?"
    r"(?: as| to be)?[\s\"“‘']*$",
    re.IGNORECASE,
)
_BACK = 220  # characters


def of_many(left: str) -> bool:
    """Does a share or a number of bodies stand before the grade, as those who have it?"""
    near = left[-_BACK:]
    return any(form.search(near) is not None for form in (_PERCENT, _SHARE, _NUMBER, _OF_THEM))
