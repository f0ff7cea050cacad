"""Whether the words that a frame leads to are a concern: what falls short, and no more."""

import re

from answerable.reading.findings.causes import cause_telling as telling
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.scales import GRADE

LEAST, MOST = 12, 260  # characters of a clause
_GRADES = re.compile(GRADE, re.IGNORECASE)
# What a retold finding says more of than `FALLS_SHORT` knows.
_HARSH = re.compile(
    r"\b(?:lost|late|afraid|frightened|scared|filthy|dirty|damp|bare|violen\w+|rife|bull\w+|drugs"
    r"|astray|locked (?:up|in)|nuisance|delay\w*|shortages?|nothing|nobody|no ?one|never|none"
    r"|hardly|wrong|left|ignored|alone|savings|reserves|neglect\w*|dangerous|unlawful\w*"
    r"|same vans?|years? (?:old|late)|months? (?:old|late)|too|longer than|worse|slow\w*"
    r"|drift\w*|overnight|short of)\b|\bself-harm\b",
    re.IGNORECASE,
)
_TESTED = re.compile(r"\boutcomes (?:are|were)\b")
_BUT = re.compile(r" but ")
_ENOUGH = re.compile(r"(?<=not) (?:[a-z]+ )?(?:good|well|strong) enough")
KIND = re.compile(
    r"\b(?:good|better|improv\w+|outstanding|progress|well|strong|praise\w*|pleased|reassured"
    r"|no longer|closed|lifted|discharged|recommend\w*|excellent)\b|\d ?%|\bper cent\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|cannot|\w+ed|\w+s|lost|went|left|sat"
    r"|took|kept|rot|come|wait|live|pay|get|share)\b|n[’']t\b"
)
_HANGS = re.compile(
    r"\b(?:is|was|were|are|be|had|has|have|the|a|of"
    r"|(?<!spoken )(?<!listened )(?<!talked )(?<!attended )(?<!answered )(?<!replied )to)\W*$"
)

# "that victims be told": what is asked for, and no state.
_ASKED = re.compile(
    r"(?:(?!(?:to|not|could|can|would|will|might|may|cannot)\b)[\w’'-]+ ){1,5}be [a-z]+"
)


# "one of the concerns that they had raised in May": which concerns, and not what they are.
_RAISED = re.compile(
    r"(?:they|it|we|he|she|you|I|inspectors|the \w+|[A-Z]\w+) (?:had |have |has |also |first )*"
    r"(?:raised|identified|made|found|reported|highlighted|set out|expressed|noted|issued)\b"
    r"(?! that\b)(?! [^.;:]{0,60}\b(?:is|are|was|were|not|no|lack)\b)"
)


# "concerns about some aspects of Hexley Prison", or about Hexley Prison: whom, and not what.
_WHOM = re.compile(
    r"\W*(?:(?:the|some|certain|several|many|various|key|other|a number of|a few) )*"
    r"(?:(?:aspects|parts|areas|elements|sides) (?:of|in|at|within|across) [^,;:]{3,90}"
    r"|(?-i:[A-Z])[\w’'&-]*(?: (?:and|of|the|for|(?-i:[A-Z])[\w’'&-]*))*)\W*",
    re.IGNORECASE,
)
# "had recently drawn up plans and intended to go on": what goes well.
_BEGUN = re.compile(
    r"\b(?:had|has|have) (?:(?:recently|already|now|since|also) )?(?:developed|drawn up"
    r"|introduced|launched|put in place|started|begun|invested|committed|agreed)\b"
    r"|\bintend(?:s|ed)? to\b|\b(?:plans?|steps|measures|work|action) (?:was|were|is|are"
    r"|(?:had|has|have) been) (?:now |already )?(?:in place|under ?way|taken|in hand)\b",
    re.IGNORECASE,
)


def says_which(told: str) -> bool:
    """Whether a clause behind "concerns that" says who raised them, and not what they are."""
    return _RAISED.match(told.lstrip()) is not None and ", that " not in told


def fits(told: str, *, sure: bool = False, bare: bool = False) -> bool:
    """Whether a clause says what falls short, and nothing of grades, progress or duties."""
    told = _ENOUGH.sub(" enough", told)
    if (
        not LEAST <= len(told.strip()) <= MOST
        or obliges(told)
        or _HANGS.search(told)
        or says_which(told)
        or _ASKED.match(told)
        or _WHOM.fullmatch(told)
        or (_BEGUN.search(told) and not telling.DENIES.search(told))
        or telling.SOFT.search(_BUT.sub(" ", told))
    ):
        return False
    short = FALLS_SHORT.search(told) or telling.DENIES.search(told) or _HARSH.search(told)
    if not short and (not sure or KIND.search(told)):
        return False
    return (
        not _GRADES.search(told)
        and not _TESTED.search(told)
        and (bare or _VERB.search(told) is not None)
    )
