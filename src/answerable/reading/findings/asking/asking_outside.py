"""Forms in which those who look in from outside ask: a reviewer, a peer, a charity, a member.

"The external reviewer advises the force to …", "It advised the Panel to …" below such a person,
"Safe Harbour calls on the force to …", "the peers' recommendations to …", "The most common were
to …", "Advice: the force should …". Each gives `do`, what is to be done, and some give `who`.
"""

import re

from answerable.reading.findings.duties.duties_joined import ANY_VERB
from answerable.reading.findings.telling_forms import DO, WHO
from answerable.reading.worded import worded

_EXPERT = (
    r"(?:(?:external|independent|outside|lead|expert|peer|critical) (?:reviewers?|advis[eo]rs?"
    r"|experts?|assessors?|consultants?|auditors?|reviews?|peers?|teams?|friends?|challenge)"
    r"|reviewers?|peers?)"
)
EXPERT = re.compile(rf"\b{_EXPERT}\b", re.IGNORECASE)
"""Somebody from outside who was asked to look at a thing."""
_ADVISES = (
    r"(?:advise[sd]?|recommend(?:s|ed)?|urge[sd]?|encourage[sd]?|suggest(?:s|ed)?|press(?:es|ed)?"
    r"|asks?|asked|wants?|wanted|tells?|told)"
)
_REVIEWER = worded(
    " to ",
    rf"\b{_EXPERT}\b[^.;:]{{0,60}}? (?:has |have |had |also )?{_ADVISES} (?P<who>{WHO}) to {DO}",
    re.IGNORECASE,
)
_IT_ADVISES = worded(
    " advise| recommend| urge| encourage",
    r"(?:^|[.;] )\W*(?:It|She|He|They) (?:has |have |had |also )?(?:advise[sd]?|recommend(?:s|ed)?"
    rf"|urge[sd]?|encourage[sd]?) (?P<who>{WHO}) to {DO}",
    re.IGNORECASE,
)
# Anybody with a name: "Safe Harbour calls on the force to …".
_CALLS_ON = worded(
    "calls on |calls upon |called on |called upon |calling on |calling upon ",
    rf"\b[A-Z][\w’'-]+\b[^.;:]{{0,60}}? (?:calls|called|(?:is|are|was|were) calling) (?:up)?on"
    rf" (?P<who>{WHO}) to {DO}",
)
# "Ada Holm, MP for the Bay, asked the government to …".
_MEMBER_ASKS = worded(
    "MP|MS|MSP|TD|charit|campaigner|nion|ederation",
    r"\b(?:MP|MS|MSP|TD|charity|campaigners?|[Uu]nion|[Ff]ederation)\b[^.;:?]{0,40}?,?"
    rf" (?:has |have )?(?:also )?(?:asked|pressed) (?P<who>{WHO}) to {DO}",
)
# "They also want better oversight of the night team", below a sentence on inspectors.
_THEY_WANT = worded(
    " want",
    r"^\W*(?:They|It) (?:also |still |now )?wants?(?: to see)? (?P<do>(?:better|more|fewer|clearer"
    r"|stronger|closer|faster|an end to|an? [a-z]+er)\b [^.;:,]{8,140}?)(?=[.;,]|$)",
)
# "The Board asks the Minister to pay for new boilers": of those who visit a prison.
_BOARD_ASKS = worded(
    "Board ",
    r"\b(?:[Tt]he (?:Independent Monitoring )?|Independent Monitoring )Board"
    r" (?:also |again )?(?:asks|urges|requests|calls on"
    r"|recommends to|invites) (?P<who>(?:the )?(?:Minister|Secretary of State|Prison Service|HMPPS"
    rf"|Governor|Director|Home Office|Ministry of Justice))(?: again)? to {DO}",
)
# "Two of three recommendations are complete. The one left: give callers a friend."
_ONE_LEFT = worded(
    ": ",
    r"\b[Tt]he (?:only |last )?(?:one|third|last|other)(?: (?:that|which) (?:is|was))?"
    r" (?:left|outstanding|still open|remaining|not (?:yet )?met|still to do)(?: is| was)?: "
    r"[“\"]?(?:to )?(?P<do>(?!(?:the|an?|it|we|they|there|that|this|no|in|on|at|by)\b)"
    r"[a-z]+ [^.;:”\"]{8,200})",
)
# "I made nine recommendations. The most common were to …".
_COMMONEST = worded(
    " to ",
    r"(?:^|[.;] )\W*(?:The |Our |Its |Their )(?:(?:most|three|two|first|main|key|chief|other"
    r"|remaining|more) )?(?:common(?:est)?|important|urgent|pressing|main|key|first|others?|rest"
    r"|two|three)(?: ones?| of (?:these|them))? (?:is|was|were|are) to "
    r"(?P<do>(?!(?:be|the|an?|its|their|us|me)\b)[a-z][^.;:]{8,300})",
)
# "Cabinet noted the peers' recommendations to set a plan and give scrutiny more time."
_NOUN_TO = worded(
    "ecommendation to |ecommendations to |dvice to ",
    r"(?:\b[Tt]he|\b[Ii]ts|\b[Tt]heir|\b[Oo]ur|\b[Yy]our|\b[Hh]is|\b[Hh]er|[’']s?)"
    r"(?: (?!no\b)[\w’'-]+){0,3} (?:recommendations?|advice) to "
    rf"(?P<do>(?:{ANY_VERB}|limit|extend|appoint|widen|end|apologise)\b [^.;:]{{6,300}}?)"
    r"(?=,? (?:was|were|is|are|has|have|had|will|would|remains?|came)\b|[.;:]|$)",
)
# "Advice: the force should put signs up and publish its list".
_ADVICE = worded(
    "Advice|ADVICE|Learning|LEARNING|Suggestion|SUGGESTION",
    r"^\W*(?:\d{1,2}[.)] )?(?:Advice|ADVICE|Learning|LEARNING|Suggestions?|SUGGESTION)"
    rf"(?: (?:to|for) [^:.]{{3,40}})? ?[:–-] (?:that )?(?P<who>(?i:{WHO})) (?:should|must)"
    rf"(?: now| also)? {DO}",
)
OUTSIDE_FORMS = (
    ("reviewer", _REVIEWER),
    ("it-advises", _IT_ADVISES),
    ("calls-on", _CALLS_ON),
    ("member-asks", _MEMBER_ASKS),
    ("board-asks", _BOARD_ASKS),
    ("one-left", _ONE_LEFT),
    ("they-want", _THEY_WANT),
    ("commonest", _COMMONEST),
    ("noun-to", _NOUN_TO),
    ("advice", _ADVICE),
)
"""The forms, in the order in which they are tried: behind all others."""
IN_MINUTES = ("reviewer", "it-advises", "noun-to", "advice", "commonest")
"""Forms that minutes have too: what was asked by none of the meeting."""
OF_EXPERTS = re.compile(
    rf"\b(?i:{_EXPERT})\b|\b(?:advise[sd]?|recommend(?:s|ed)?) (?:the|us|you|it)\b"
    r"|ecommendations? to |^\W*(?:\d{1,2}[.)] )?(?:Advice|Learning|Suggestions?)\b|\bcommon\b"
)
"""What a sentence of minutes has that may be of such a form."""
