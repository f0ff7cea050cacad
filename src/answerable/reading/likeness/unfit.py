"""What cannot be a record of a kind, however like one its words are.

A question that an inspection answers ("How effective the service is at …") finds nothing; praise
without a word of what falls short is no concern; what a meeting resolved was decided there, and
nobody recommended it; a meeting that is to consider a paper is an event. A list of what was looked
at, the rule on interests that every agenda repeats and thanks ask for nothing. What ends with a
colon or a dash only leads to what is asked, what a tenant complains of asks for nothing, and a
thing that is only named ("a nurse on each floor") is asked no more than promised; what starts next
month is news where nobody promises it; what somebody was told to do, or is told here, is no
concern of itself. What breaks off before its verb ("With immediate effect, the force should") only
leads to the lines below it; what became of a recommendation ("On recommendation 2, four of six
files told") is none; what stands below a number of a coroner's matters of concern only tells more
of that one. What somebody failed or tried to do, and what a thing was or did where no word asks
for anything, is told and not recommended; nor is a line of a list of what work included, of what
was found or of what a body is for, nor that somebody is to come to a meeting.
"""

import re
from collections.abc import Callable, Mapping

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes.cause_inquest import only_tells_more
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.modals import obliged
from answerable.reading.statements.forecasts import forecast
from answerable.reading.statements.only_meets import only_meets

_QUESTION = re.compile(r"\W*(?:How|Why|To what extent)\b[^.]*\W*$")
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
# "Mr B complains about:", "She says the council failed to:": what an ombudsman was told.
_COMPLAINED = re.compile(
    r"\b(?:complain(?:s|ed|ants?)?\b|(?:says?|said|alleges?|alleged|claims?|claimed|argues?)"
    r" (?:that )?(?:the|its|their|his|her) [\w’' -]{3,50}\b(?:failed to|failed in|did not"
    r"|was wrong|was at fault))[^.]*[:–-]\W*$"
    r"|^\W*(?:\d[\d.]* )?(?:The |Your |Summary of (?:the |your )?)?complaints?\W*$",
    re.IGNORECASE,
)
_ONLY_LEADS = re.compile(r"(?::| [–—-])\s*$")
_HOUSE = re.compile(r"\b[Pp]ecuniary [Ii]nterests?\b")
_THANKS = re.compile(r"\b(?:dedication|tireless(?:ly)?|gratifying|proud of|grateful)\b")
_NARRATED = re.compile(r"\W*(?:He|She|They|It) (?:had|has|would|was|were)\b")
_THING = re.compile(r"\W*[Aa]n? (?!.*\b(?:to|should|must|needs?|is|are|be)\b)")
_PROMISED = re.compile(
    r"\b(?:will|shall|would|going to|promis\w+|undert[ao]\w+|pledg\w+|commit\w+|agree\w*|plan\w*"
    r"|inten\w+|aims?|to|word)\b|[’'](?:ll|d)\b",
    re.IGNORECASE,
)
_PROMISED_BEFORE = re.compile(r"\b(?:promised|undertook|undertaken|pledged|vowed) to $")
_TOLD = re.compile(r"\b(?:was|were|been) (?:told|asked|advised) to\b")
_ORDER = re.compile(
    r"\W*(?:Remind|Keep|Make|Give|Ensure|Improve|Review|Provide|Reduce|If|Please)\b"
)
_BROKEN_OFF = re.compile(
    r"\b(?:the|an?|and|or|(?:could|can|would|will) (?:you|the \w+)(?: please)?)\W*$"
    r"|\bthat (?:the|all|each|every|its|both) [\w’'-]+\W*$",
    re.IGNORECASE,
)
_BEFORE_ITS_VERB = re.compile(
    r"\b(?:should|must|(?:needs?|ought|asked|recommended|invited|required|urged) to)[^\w.!?]*$",
    re.IGNORECASE,
)
_WHAT_IT_SHOULD = re.compile(r"\b(?:when|as|than|which|what|how|who|where)\b", re.IGNORECASE)
_TAIL = 60
_ANSWERED = re.compile(
    r"\W*(?:On|As to|Under) (?:the )?(?:recommendation|area for improvement)s?\b"
)
_FELL_SHORT = re.compile(r"\W*(?:(?:had |has |have )?failed to|(?:did|was|were|had|has) not)\b")
_NOT_DONE_BEFORE = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|tr(?:y|ies|ied|ying)|(?:un)?able|help(?:s|ed)?|continu(?:e|es|ed)"
    r"|attempt(?:s|ed)?|manage[sd]?|refuse[sd]?|began|wants?|wanted|wish(?:es|ed)?"
    r"|hop(?:es?|ed)) to $|\b(?:[Ww]e|I) (?:must|can|may)(?: also| only)? $"
)
_IS_TOLD = re.compile(
    r"\W*(?:(?:and|but) )?(?:the|all|its|this|these|there|our|we|it|they|he|she)"
    r" (?:[\w’'-]+ ){0,8}?(?:failed|delayed|ha[sd]|(?<!to )have|was|were|did"
    r"|do(?:es)?(?: not|n[’']t))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:should|must|would|could|shall|ought|need\w*|to be|recommend\w*|ask\w*|urge\w*|call\w*"
    r"|requir\w*|request\w*|want\w*|expect\w*|advis\w*|suggest\w*|ensure|make sure|told|invit\w*"
    r"|propos\w*|moved|action\w*|improve\w*|next)\b",
    re.IGNORECASE,
)
# "To receive the report", alone or behind the title of an item: what an agenda has it for.
_PURPOSE = re.compile(
    r"(?:^\W*(?:\w{1,3}[.)]\s*)?|(?<=\w) )To (?:receive|approve|confirm|note|consider"
    r"|agree|sign|resolve|adopt|elect|ratify)\b"
)
# "(b) Approved the milestones": what a meeting did; "be invited to attend": whom it wants to see.
_DID = re.compile(
    r"\W*(?:\w{1,3}[.)]\s*)?(?:Noted|Approved|Agreed|Endorsed|Received|Accepted|Considered|Confirmed"
    r"|Adopted|Delegated|Welcomed)\b"
)
_ITSELF = re.compile(
    r"\W*(?:\w{1,3}[.)]\s*)?(?:[Tt]hat )?(?:[Tt]he )?(?:[A-Z][\w’'-]* (?:and )?){0,6}?"
    r"(?:Panel|(?:Sub-)?Committee|Board|Members) (?!be\b|recommend|request|ask|should\b)[a-z]"
)
_AIM_BEFORE = re.compile(
    r"\b(?:goal|aim|purpose|objective|role|function|intention) (?:[a-z]+ ){0,4}?(?:is|was) to\b"
    r"[^.;]*$"
)
_ATTENDS = re.compile(
    r"\battend (?:(?:the|a|an|its|our|their|each|every) )?(?:[a-z]+ )?(?:meetings?|[Cc]ommittees?"
    r"|[Pp]anel|[Bb]oard|Cabinet)\b"
)
# "This work included:", "which found:", "is responsible for:": such lists only tell.
_ONLY_TELLS = re.compile(
    r"\b(?:(?:work|programme|activit(?:y|ies)|achievements?|successes|progress|highlights)"
    r" (?:[a-z]+ ){0,4}?(?:includ(?:es|ed?)|(?:were|was|are)\b)|(?:which|and|that|inspectors"
    r"|report|review|audit|inspection|it|we|they) (?:also )?found\b|(?:is|are|be) responsible for"
    r"|assurance (?:that|over|on|about|as to)\b"
    r"|(?:challenges|problems|weaknesses|difficulties|risks|pressures|themes|findings|strengths)"
    r" (?:[a-z]+ ){0,4}?(?:are|were|includ(?:es|ed?)|remain(?:s|ed)?)\b)[^.]{0,60}[:–-]\W*$",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\W*(?:[A-Z]\w+ )?[Mm]eeting to\b")


def unfit(material: Material, passage: Passage, kind: str) -> bool:
    """Whether the words of a passage rule the kind out."""
    words = material.text[passage.body : passage.end]
    whole = material.text[passage.start : passage.end]
    if _QUESTION.match(words) or _HOUSE.search(whole) or _BROKEN_OFF.search(words[-_TAIL:]):
        return True
    if passage.kind == "item":
        above = _above(material, passage)
        if _LISTED.search(above) or (kind != "cause_of_concern" and _COMPLAINED.search(above)):
            return True
    return _OF_KINDS[kind](material, passage, words)


def _no_recommendation(material: Material, passage: Passage, words: str) -> bool:
    above = _above(material, passage)
    whole = material.text[passage.start : passage.end]
    return bool(
        _ONLY_LEADS.search(words)
        or _before_its_verb(words)
        or _only_answered(words)
        or _THING.match(words)
        or _FELL_SHORT.match(words)
        or _THANKS.search(words)
        or _PROMISED_BEFORE.search(material.text, passage.start, passage.body)
        or _NOT_DONE_BEFORE.search(material.text, passage.start, passage.body)
        or (_IS_TOLD.match(words) and not _ASKS.search(f"{above} {words}"))
        or _AIM_BEFORE.search(material.text, passage.start, passage.body)
        or (_RESOLVED.search(above) and (_DECIDED.search(words) or _ITSELF.match(whole)))
        or _DID.match(whole)
        or _ATTENDS.search(whole)
        or (not _ASKS.search(above) and (_PURPOSE.search(whole) or _ONLY_TELLS.search(above)))
    )


def _no_cause(material: Material, passage: Passage, words: str) -> bool:
    praised = _PRAISE.search(words) and not (FALLS_SHORT.search(words) or _BUT.search(words))
    told = _RAISED.search(words) or _TOLD.search(words) or _ORDER.match(words)
    return bool(praised or told or only_tells_more(material, passage))


def _no_action(material: Material, passage: Passage, words: str) -> bool:
    whole = material.text[passage.start : passage.end]
    return bool(
        _ONLY_LEADS.search(words)
        or _before_its_verb(words)
        or _EVENT.match(words)
        or _PURPOSE.search(whole)
        or _NARRATED.match(whole)
    )


def _no_commitment(material: Material, passage: Passage, words: str) -> bool:
    prose = material.canonical.blocks[passage.block].kind == "paragraph"
    return only_meets(words) or forecast(words) or (prose and not _PROMISED.search(words))


def _only_answered(words: str) -> bool:
    """Does it say what became of one that was made before: "On recommendation 2, four went"?"""
    return bool(_ANSWERED.match(words) and next(obliged(words), None) is None)


def _before_its_verb(words: str) -> bool:
    """Does it end on a duty of which no words say what it is?"""
    return bool(_BEFORE_ITS_VERB.search(words[-_TAIL:]) and not _WHAT_IT_SHOULD.search(words))


_OF_KINDS: Mapping[str, Callable[[Material, Passage, str], bool]] = {
    "recommendation": _no_recommendation,
    "cause_of_concern": _no_cause,
    "area_for_improvement": lambda material, passage, words: (
        _only_answered(words) or only_tells_more(material, passage)
    ),
    "action": _no_action,
    "commitment": _no_commitment,
}


def _above(material: Material, passage: Passage) -> str:
    lead = passage.lead
    return material.text[lead.start : lead.end] if lead is not None else passage.heading
