"""The forms of a finding that is named and then told beside its name: of `finding_apposed`.

A name is a kind with a number ("AFI 3"), with whose or which it is ("the inspectors' second
recommendation"), or only its place in a row of such ("the third"). What it says stands in
brackets, behind a colon or a dash, or between commas.
"""

import re

from answerable.reading.worded import worded

_RECOMMENDATION = (
    r"(?:[Rr]ecommendations?|[Rr]ecs?\b|[Pp]riority actions?|[Aa]reas? for priority action)"
)
_AREA = (
    r"(?:AFIs?|[Aa]reas? (?:for|of) improvement|[Aa]reas? for development|[Ii]ssues? to address)"
)
_CAUSE = (
    r"(?:[Cc]auses? (?:of|for) concern|C[oO]Cs?|(?:[Pp]riority|[Kk]ey) concerns?"
    r"|[Mm]atters? of concern|Concern(?= \d{1,2}[:.]|:)|[Ff]ailing(?=:))"
)
ALONE = ("Concern", "failing", "Failing")
"""Labels that name a concern only in a paper that speaks of such: "Concern: high violence"."""
OF_CONCERNS = worded(
    "oncern|ousing|C3|C4|G3|G4",
    r"\b(?:[Pp]riority|[Kk]ey) concerns?\b|\b[Cc]auses? (?:of|for) concern\b"
    r"|\b[Mm]atters of concern\b|\b(?:[Hh]ousing|C[34]|G[34])\b",
)
INSPECTED = re.compile(r"\b(?:inspect\w+|Ofsted|CQC|HMIP?|[Cc]oroner)\b")
TERMS = ("recommendation", "area_for_improvement", "cause_of_concern")
KIND = worded(
    "ecommendation|Rec|rec|riority action|AFI|mprovement|evelopment|to address|oncern|COC|CoC"
    "|ailing",
    rf"\b(?:(?P<recommendation>{_RECOMMENDATION})|(?P<area_for_improvement>{_AREA})"
    rf"|(?P<cause_of_concern>{_CAUSE}))\b",
)
NUMBER = re.compile(
    r"\.? (?:no\.? ?|number )?\(?(?P<n>\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]{1,2}\d{1,2}"
    r"|(?:one|two|three|four|five|six)(?![\w-])|[a-h](?=\)))\)?(?!\d| (?:of|in)\b)"
)
_WHICH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|last|final|other|next|remaining"
    r"|outstanding|only|main|chief|new|old|latest|strategic|operational|key|urgent|open|single)"
)
DEFINITE = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Oo]ur|[Yy]our|[Tt]heir|[Hh]is|[Hh]er)|[’'](?:s)?)"
    rf"(?: {_WHICH}){{0,2}} $"
)
"""Before a name without a number: whose it is, or which."""
ONE = re.compile(rf"\b(?:[Oo]ne|[Aa]n?|[Aa]nother)(?: {_WHICH}| similar)? $")
# "One of the areas for improvement is mine: explain …".
OF_MANY = re.compile(r"\b(?:[Oo]ne|[Aa]nother) of (?:the|its|our|their|these) (?:\w+ )?$")
LABEL_BEFORE = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})?[.)]? )?(?:The )?")
WHENCE = re.compile(
    r" (?:of|from|in|made (?:in|by)|that [\w’ ]{2,30}? (?:gave|set|made|gives|left)(?: us| it)?)"
    r"(?: [^\s,.;:()–—]+){1,5}?(?=[,.;:()]| [–—-] )"
)
ORDINAL = worded(
    "first|second|third|fourth|fifth|sixth|other|last|final|chief|one|One",
    r"(?:\b[Tt]he (?:first|second|third|fourth|fifth|sixth|other|last|final|one|chief)"
    r"(?: one)?(?: of (?:them|these|those))?|\b[Oo]ne(?= (?:about|on|over|is to) ))"
    r"(?= ?[,(:–—-]| (?:about|on|over|is|was|to|of|that) )",
)
"""A place in a row of findings that were named before."""
_ON = r" (?:about|on|over|concerning|regarding) [^,.;:()–—]{3,50}?"
_END = (
    r"(?=,? (?:is|was|are|were|has|had|have|will|would|can|could|should be|must be|remains?|came"
    r"|went|stays?|depends|needs no|looks|falls|fell) |, (?:she|he|they|it|we|I|which|who|but"
    r"|though|and (?:he|she|the|it|they|that|has|was|is|would|will|asked|said)|[A-Z]{2}\b"
    r"|[A-Z][\w’-]+ (?:[A-Z][\w’-]+ )?(?:thinks?|said|says|asked|thought))\b|[.;:(]|$)"
)
_AFTER_COMMA = _END.replace(",? (?:is", ", (?:is", 1)
_CLOSED = (
    r"(?=,? (?:is|was|are|were|has|had|have|will|would|can|could|remains?|came|went|stays?"
    r"|depends|looks|falls|fell) |[.;:(]|$)"
)
_NO_DO = (
    r"(?!(?:the|a|an|its|this|that|these|those|be|all|both|each|our|his|her|their|members|which"
    r"|cabinet|council|note|approve|receive|date|him|them|us|it|me|you|follow|come|report)\b)"
)
BRACKET = re.compile(rf"(?:{_ON})? \((?:to |that )?(?P<said>[^()]{{10,220}})\)(?!:)")
COLON = re.compile(
    rf"(?:{_ON}| (?:is|was|reads?|says?|said|asks?)(?: now| this| mine alone| as follows)*)?:"
    r"\s+[“\"‘]?(?:that |to )?(?P<said>[^:;\n]{8,260}?)(?=[”\"’]?(?:[.;]|: | \(|$))"
)
DASH = re.compile(r" [–—-] (?:that |to )?(?P<said>[^–—;:\n]{8,220}?)(?= [–—-] |[.;:]|$)")
TO = re.compile(
    rf"(?:{_ON})?(?: (?:is|was|remains?|remained)(?: still)? (?:left|open|outstanding|live))?,"
    rf"(?: which (?:is|was)| namely)? to (?P<said>{_NO_DO}[a-z]+ [^;:()]{{6,260}}?)" + _AFTER_COMMA
)
THAT = re.compile(
    rf", (?:namely )?that (?P<said>[a-z][^;:()]{{10,260}}?){_CLOSED.replace(',? ', ', ', 1)}"
)
IS_TO = re.compile(
    rf"(?:{_ON})? (?:is|was|were|(?:ask(?:s|ed)?|tells?|told|wants?|wanted|require[sd]?)(?: us| it"
    r"| them| (?:the|your|our|its|all|every) \w+(?: \w+)?)?)(?: simply| still| now)? to"
    rf" (?P<said>{_NO_DO}[a-z]+ [^;:()]{{6,260}}?){_AFTER_COMMA}"
)
IS_THAT = re.compile(
    r"(?: which| that)? (?:is|was|says?|said|reads?)(?: still)? that"
    rf" (?P<said>[a-z][^;:()]{{10,260}}?){_END}"
)
# "AFI tell divers when a dive is put off: a letter has been in use since May".
BEFORE_STATE = re.compile(rf" (?P<said>{_NO_DO}[a-z]+ [^.;:()]{{8,200}}?)(?=: [a-z\d])")
TO_DO = re.compile(
    rf" to (?P<said>{_NO_DO}[a-z]+ [^,;:()]{{6,200}}?(?:, including [^,;:()]{{3,80}}?)?)"
    rf"(?:{_CLOSED}|(?=,(?! including)))"
)
THING = re.compile(
    r", (?P<said>(?!(?:which|who|whose|and|but|or|as|in|on|at|by|for|from|with|to|that|published"
    r"|made|dated|said|says|we|it|they|he|she|I|this|however|though|if|when|where|because|not|now"
    r"|numbered|see|too|also|of)\b)[a-z][^;:()]{10,160}?)"
    r"(?:, (?=(?:is|was|are|were|has|had|have|will|would|can|could|remains?|came|went|depends)\b)"
    r"|(?=: ))"
)
# "One is to the local council: fill the post".
TO_WHOM = re.compile(
    r" (?:is|was|goes) (?:to|for) [^,.;:]{3,40}: (?P<said>[a-z][^;:]{8,200}?)"
    r"(?=[.;:]|$|, [a-z]+ (?:for|since)\b)"
)
# "The first, on recording the reasons, is being met".
ON = re.compile(
    r"(?:, (?:on|about|over|concerning|regarding) (?P<said>(?:how |not )?[a-z][^,.;:()]{8,120}?)"
    r"(?=[,.;:(]|$)| (?:on|about|over|concerning|regarding) (?P<said2>(?:how |not )?[a-z]"
    rf"[^,.;:()]{{8,120}}?){_CLOSED.replace('|$)', '|,|$)')})"
)
BY_NAME = (BRACKET, COLON, DASH, TO, THAT, IS_TO, IS_THAT, THING, ON)
"""What may stand behind a name, in the order in which it is tried."""
BY_ONE = (TO, THAT, IS_TO, IS_THAT)
BY_PLACE = (BRACKET, DASH, TO, THAT, IS_TO, IS_THAT, THING, ON, TO_WHOM)
# In brackets or behind a name: its day, its page, what became of it.
NOT_SAID = re.compile(
    r"(?:see|page|p\.|para\w*|section|item|annex|appendix|closed|open|met|due|done|by|before|from"
    r"|in|published|made|issued|raised|new|now|part|partly|fully|not|no change|accepted|agreed"
    r"|rejected|complete[d]?|ongoing|which|who|we|it|this|these|those|they|he|she|I|and|but|also"
    r"|although|as|on|at|of|for|with|formerly|currently|again|progress|update|status|response"
    r"|owner|lead|nothing|none|green|amber|red|blue|HMI\w*|PEEL|superseded|discharged|yes"
    r"|still|carried|repeated|identified|noted|highlighted|found|listed|named|set)\b"
    r"|\d|(?:the )?(?:force|service|council|trust|commissioner) (?:has"
    r"|had|will)\b",
    re.IGNORECASE,
)
