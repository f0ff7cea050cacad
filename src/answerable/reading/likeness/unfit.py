"""What cannot be a record of a kind, however like one its words are.

A question that an inspection answers ("How effective the service is at …") finds nothing; praise
without a word of what falls short is no concern; what a meeting resolved was decided there, and
nobody recommended it; a meeting that is to consider a paper is an event. A list of what was
looked at, the rule on interests that every agenda repeats and thanks ask for nothing.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.cause_words import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.statements.only_meets import only_meets

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
_LISTED = re.compile(
    r"\b(?:covered|areas of|assessed|looked at|judged|graded|examined)\b[^.]*:\W*$", re.IGNORECASE
)
_HOUSE = re.compile(r"\b[Pp]ecuniary [Ii]nterests?\b")
_THANKS = re.compile(r"\b(?:dedication|tireless(?:ly)?|gratifying|proud of|grateful)\b")
_NARRATED = re.compile(r"\W*(?:He|She|They|It) (?:had|has|would|was|were)\b")
_EVENT = re.compile(r"\W*(?:[A-Z]\w+ )?[Mm]eeting to\b")


def unfit(material: Material, passage: Passage, kind: str) -> bool:
    """Whether the words of a passage rule the kind out."""
    words = material.text[passage.body : passage.end]
    whole = material.text[passage.start : passage.end]
    if _QUESTION.match(words) or _HOUSE.search(whole):
        return True
    lead = passage.lead
    above = material.text[lead.start : lead.end] if lead is not None else passage.heading
    if passage.kind == "item" and _LISTED.search(above):
        return True
    if kind == "commitment" and only_meets(words):
        return True
    if kind == "cause_of_concern":
        praised = _PRAISE.search(words) and not (FALLS_SHORT.search(words) or _BUT.search(words))
        return bool(praised or _RAISED.search(words))
    if kind == "recommendation":
        decided = _DECIDED.search(words) and _RESOLVED.search(above)
        return bool(decided or _THANKS.search(words))
    event = _EVENT.match(words) or _NARRATED.match(whole)
    return kind == "action" and event is not None
