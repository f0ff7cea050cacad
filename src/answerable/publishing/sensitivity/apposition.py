"""A protected person told of by what it is and does, set beside its role: “the complainant, a …”.

What a person does every day (“who chairs the bowls club”), whose relative it is, or an age with a
habit is enough for neighbours; what it did once, or felt, is not.
"""

import re

from answerable.publishing.sensitivity.words_of_people import UNDER_18

_ROLE = r"(?:victim|witness|complainant|survivor|informant|whistle-?blower|injured party|caller)"
_FELT = (
    r"(?:is|was|has|does|says|wants|feels|believes|wishes|needs|thinks|complains|claims|asks|seeks"
    r"|alleges|states|remains|lacks|suffers|reports|accepts)"
)
_DOES = re.compile(
    rf"\b(?i:{_ROLE})(?:,| is| was|, who is) (?:an?|the) (?:[\w-]+ ){{1,5}}"
    rf"(?:who|that) (?!{_FELT}\b)[a-z]+s\b"
)
_KIN_OF = re.compile(
    r"\b(?:[Ss]he|[Hh]e|(?i:" + _ROLE + r")) (?:is|was) (?:the |an? )?(?:wife|husband|partner|son"
    r"|daughter|sister|brother|mother|father|widow|niece|nephew|cousin) of (?:an?|the) "
    r"(?:[\w-]+ ){1,4}(?:at|in|of|from) [A-Z]"
)
_REPORT = re.compile(
    r"\b(?:report|complain\w*|evidence|statement|rape\w*|assault\w*|abus\w+|victim|witness)\b"
)
_CHILD = r"(?:child|boy|girl|pupil|lad|lass|teenager|youngster|kid)"
_AGE_AND_HABIT = re.compile(
    rf"\b[Tt]he (?:\w+ )?{_CHILD},? (?:is|was|who is|who was|aged) (?:only |just )?{UNDER_18},? "
    r"(?:and|who) (?:plays|attends|lives|goes|sings|works|boxes|swims|rides|helps|stays|trains)\b"
)
_HANDLER = re.compile(
    r"\b(?:report(?:s|ed|ing)?|speak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|said|told|passed|paid|meets"
    r"|met) (?:\w+ ){0,3}?(?:his|her|their|its) (?:source )?handlers?\b"
    r"|\bpaid (?:\w+ ){0,3}?for what (?:he|she|they) (?:tells?|told|knows?|gives?|gave|reports?)\b"
    r"|\b(?:tells?|told|telling) (?:us|officers|detectives) (?:all |more )?about the (?:\w+ )?"
    r"(?:brothers|group|gang|family|network|line|dealers?|suppliers?|crew)\b"
)
_DOG = re.compile(r"\b(?:dogs?|horses?|puppy)\b", re.IGNORECASE)


def set_beside(sentence: str, _before: str, _names: frozenset[str]) -> str:
    """Why a sentence says who a protected person is; empty where it does not.

    >>> set_beside("The complainant, a dentist who chairs the choir, wrote.", "", frozenset())
    'a description that fits one person alone'
    >>> set_beside("The complainant, a man who feels let down, wrote.", "", frozenset())
    ''
    """
    if _HANDLER.search(sentence) and not _DOG.search(sentence):
        return "who gives information"
    if _DOES.search(sentence) or (_KIN_OF.search(sentence) and _REPORT.search(sentence)):
        return "a description that fits one person alone"
    if _AGE_AND_HABIT.search(sentence):
        return "the age of a child with a habit by which it is known"
    return ""
