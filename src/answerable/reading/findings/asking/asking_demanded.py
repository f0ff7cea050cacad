"""Forms in which newspapers tell what inspectors demand: of `duty_asked`.

"The chief inspector, Ada Holm, is calling for a review", "the fire inspector demanded that the
mayor act on …", "HMIC called it grave and urged the force to …", "“… It
needs to answer calls faster,”" of an inspector who is quoted, "six recommendations, including to
… and to …". Each gives `do`, what is to be done, and some give `who`.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asking_of_anyone import BODY
from answerable.reading.findings.duties.duties_joined import ANY_VERB
from answerable.reading.findings.telling_forms import DO, INSPECTS
from answerable.reading.material import Material
from answerable.reading.worded import worded

_NAMED = r"(?:,? [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2},?)?"
_ENDS = r"(?= [–—-] |, (?:after|saying|as|when|issuing|two|three|following)\b|[.;:\[…]|$)"
# "The chief inspector, Ada Holm, is calling for a review of …".
_CALLING = worded(
    "calling for ",
    rf"\b(?i:{INSPECTS}){_NAMED} (?:is|are|was|were|has been|have been)(?: now| also| again)?"
    r" calling for (?P<do>(?:an?|the|more|better|urgent|immediate|further|action|changes?"
    r"|improvements?)\b[^.;,]{8,180})",
)
_OFFICE = r"(?:[Tt]he |HM )?(?:[A-Z][\w’-]+ ){1,3}(?:Secretary|Minister|Commissioner|Constable)"
# "The fire inspector demanded that the mayor act on late calls".
_DEMANDED = worded(
    "demand",
    rf"\b(?i:{INSPECTS}){_NAMED} (?:(?:has|have|had|also|now) ){{0,2}}demand(?:ed|s)(?: that)? "
    rf"(?P<who>{BODY}|{_OFFICE}) (?P<do>(?:{ANY_VERB}|intervene|apologise|resign)\b"
    rf"[^.;:]{{6,200}}?){_ENDS}",
)
# "HMIC called it grave and urged the force to end it."
_AND_URGED = worded(
    "urged |called on |ordered |asked |told ",
    rf"\b(?i:{INSPECTS})\b[^.;:?“”\"]{{5,110}}? and (?:(?:has|have|also) ){{0,2}}(?:urged"
    rf"|called on|ordered|asked|told) (?P<who>{BODY}) to {DO}",
)
# "“The force misses chances. It needs to improve …”", in the words of an inspector.
_IT_NEEDS = worded(
    "needs to |need to |must ",
    rf"^\W*(?:It|They) (?:also |now |urgently )?(?:needs? to|must) (?:urgently |now )?"
    rf"(?!be\b|have\b){DO}",
)
DEMANDED_FORMS = (
    ("calling-for", _CALLING),
    ("demanded", _DEMANDED),
    ("and-urged", _AND_URGED),
    ("it-needs", _IT_NEEDS),
)
"""The forms, in the order in which they are tried: before what inspectors call for."""
# "six recommendations to the unit, including to check cases and to ensure that …".
INCLUDING = worded(
    "ecommendations",
    r"\b[Rr]ecommendations\b(?:[^.;:]{0,60}?,)? includ(?:ing|e|ed) to "
    r"(?P<all>[a-z][^.;:]{12,400})",
)
INCLUDING_PARTS = re.compile(r",? and (?:also )?to (?=[a-z])|, to (?=[a-z]+ [^,]{8,})")
_PAPERS = ("news", "press-release", "other")
_OF_BODY = re.compile(
    r"(?:^|[“\"‘: ])(?:The|the|This) (?:\w+ )?(?:force|service|council|trust|prison|school"
    r"|constabulary|provider|hospital|authority|unit|team|home) (?:is|was|has|does|did|isn|doesn"
    r"|hasn|needs|must|still|fails|cannot|can)\b"
)
_SPEAKS = re.compile(
    rf"\b(?i:{INSPECTS})\b[^.;:“”\"]{{0,60}}(?:said|says|added|adding|warned|wrote)\b"
    r"|\b(?:said|says|added|adding|warned)\b[^.;:“”\"]{0,30}\b(?i:inspector|HMI)"
)
_ABOVE = 3  # sentences
"""Within so many sentences before, an inspector begins to speak."""


def may_be_demanded(material: Material, passage: Passage, rule: str) -> bool:
    """Whether one of these forms may be read at this place."""
    if material.profile.type not in _PAPERS:
        return False
    return rule != "it-needs" or _quoted(material, passage)


def _quoted(material: Material, passage: Passage) -> bool:
    """Whether a sentence goes on with what an inspector says of a body."""
    above = material.before(passage)
    if above is None or passage.block - above.block > 1:
        return False
    if _OF_BODY.search(material.text[above.start : above.end]) is None:
        return False
    for _ in range(_ABOVE):
        if above is None:
            return False
        if _SPEAKS.search(material.text, above.start, above.end):
            return True
        above = material.before(above)
    return False
