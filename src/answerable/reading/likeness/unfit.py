"""What cannot be a record of a kind, however like one its words are.

A question that an inspection answers ("How effective the service is at …") finds nothing; praise
without a word of what falls short is no concern; what a meeting resolved was decided there, and
nobody recommended it; a meeting that is to consider a paper is an event.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.cause_words import FALLS_SHORT
from answerable.reading.material import Material

_QUESTION = re.compile(r"\W*(?:How|To what extent)\b[^.]*\W*$")
_PRAISE = re.compile(
    r"\b(?:thorough|effective|strong|comprehensive|robust|commended|praised|impressive|successful"
    r"|excellent|well[- ](?:led|managed|run|trained)|good|(?:has|have) been completed)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:no|not|nobody|never|nor|few|fewer|less|than|only|but|too|without|although|though"
    r"|however|concern\w*|should|must|improve\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\bconcerns (?:that |which )?(?:they|we|it|inspectors) (?:had |have )?(?:raised|found|made)\b"
)
_DECIDED = re.compile(
    r"\bbe (?:noted|approved|granted|received|agreed|adopted|accepted|endorsed|extended)\b"
)
_RESOLVED = re.compile(r"\b(?:resolved|agreed)\b", re.IGNORECASE)
_EVENT = re.compile(r"\W*(?:[A-Z]\w+ )?[Mm]eeting to\b")


def unfit(material: Material, passage: Passage, kind: str) -> bool:
    """Whether the words of a passage rule the kind out."""
    words = material.text[passage.body : passage.end]
    if _QUESTION.match(words):
        return True
    if kind == "cause_of_concern":
        praised = _PRAISE.search(words) and not (FALLS_SHORT.search(words) or _BUT.search(words))
        return bool(praised or _RAISED.search(words))
    if kind == "recommendation" and _DECIDED.search(words):
        lead = passage.lead
        above = material.text[lead.start : lead.end] if lead is not None else passage.heading
        return _RESOLVED.search(above) is not None
    return kind == "action" and _EVENT.match(words) is not None
