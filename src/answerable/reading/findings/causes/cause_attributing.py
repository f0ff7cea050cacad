"""Forms in which a paper lays a clause at the inspectors' door: patterns of `cause_framed`.

A noun of theirs ("the finding that", "the regulator's point that"), who owns up to it ("the Board
accepted that"), their paper and a colon, or the reason of the lowest grade. Each leads up to the
clause and ends where that begins.
"""

import re

from answerable.reading.findings.causes.cause_frames import WHO
from answerable.reading.worded import worded

_OF_THEM = rf"(?:{WHO}(?:[’']s?|s[’'])|(?:[Tt]he )?(?:[Rr]eport|[Ll]etter|[Rr]eview)[’']s)"
_NOUN = (
    r"(?:findings?|points?|concerns?|criticisms?|conclusions?|verdict|judge?ment|worr(?:y|ies)"
    r"|charge|complaint|observation|warning|view|statement|words|line|sentence|passage|failing"
    r"|fear|accusation|discovery|picture|message)"
)
# "the finding that …", "The regulator's concern on maternity, that …", "their main point: that …".
_THAT = (
    rf" (?:[a-z]+ ){{0,3}}{_NOUN}(?: (?:about|on|of|over|against|from|in|by) [^.;:,]{{3,50}}?)?"
    r"(?:,|:| (?:is|was|had been|remains))? that (?=[a-z])"
)
NOUN_THAT = worded(" that ", rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Oo]ne){_THAT}")
NOUN_OF_THEM = worded(" that ", rf"(?:{_OF_THEM}|\b[Yy]our(?: (?:report|letter)[’']s)?){_THAT}")
# "As the report makes clear, …", "as inspectors found, …".
AS_THEY_SAY = worded(
    "As ",
    rf"^\W*As (?:(?:the |HM )?{WHO}|(?:the|your|their|its|that|this|[a-z]+[’']s) (?:\w+ )?"
    r"(?:report|letter|review))(?: of [^.;:,]{3,30})? (?:ma[dk]es? (?:it )?(?:plain|clear)|says?"
    r"|said|found"
    r"|shows?|showed|sets? out|points? out|pointed out|notes|noted|puts? it|warned|reported),? "
    r"(?=[a-z])",
)
# "I was troubled to read that …", of whoever read a report.
READ = worded(
    " to read| to hear| to learn| to see| to note| to be told|read in ",
    r"\b(?:[a-z]+(?:ed|ing|ful)|sorry|sad|upset|angry|ashamed|unhappy|struck)(?: \w+ly)? to "
    r"(?:read|hear|learn|see|note|be told)(?: (?:in|from|by|of) (?!that\b)[^.;:,]{3,40}?)?"
    r",? that (?=[a-z])"
    r"|\b(?:[Ww]e|I)(?:[’']ve| have)? read in (?:your|the|their) [^.;:,]{3,30} that (?=[a-z])",
)
# "The Board accepted that …", "We do not dispute that …", below a word on inspectors.
OWNED_UP = worded(
    "accept|deny|acknowledg|admit|conced|dispute|excuse|recognis|regret|apologis|sorry|ashamed|true",
    r"\b(?:accept(?:s|ed|ing)?|admit(?:s|ted)?|acknowledge[sd]?|conced(?:e|es|ed|ing)"
    r"|recognise[sd]?|regret(?:s|ted)?|(?:not|never|[n’']t) (?:dispute|deny|excuse)|apologised?"
    r"|sorry|ashamed|(?:is|was|it[’']s) true)"
    r"(?: the \w+| to (?!say\b)\w+)?,? that (?=[a-z])",
)
# The same of oneself, as no inspectorate writes: "We do not dispute that …".
WE_OWN_UP = worded(
    "|".join(OWNED_UP.words), rf"\b(?:[Ww]e|I) (?:\w+ ){{0,2}}?{OWNED_UP.found.pattern}"
)
# "a passage of the inspectors' letter: …", "reminded the meeting of why this mattered: …".
PAPER_COLON = worded(
    ": ",
    rf"(?:{_OF_THEM} (?:\w+ ){{0,2}}(?:letter|report|words?|findings?|judge?ment|verdict"
    r"|conclusions?|message)|\b[Ww]hy (?:this|it|that) matter(?:s|ed)"
    r"|\b[Tt]heir (?:\w+ )?(?:message|verdict|conclusion|finding|complaint|worry|point)"
    rf"|\b(?:report|letter) (?:of"
    rf"|from|by) (?:the )?{WHO}|\b(?:[Ww]hy|[Ww]hat) (?:the |HM )?{WHO} (?:had |has |have )?"
    r"(?:came|come|found|saw|said|wrote|called|acted|intervened))"
    r"[^.;:]{0,50}: [“\"‘]?(?=\w)",
)
# "rated inadequate because …", "gave them C3, because …".
GRADED_BECAUSE = worded(
    "because|after finding|on the grounds|for ",
    r"(?:[‘“'\"]?\b(?:[Ii]nadequate|[Pp]oor)\b[’”'\"]?|\b[CG][34]\b)[^.;:]{0,70}?,? "
    r"(?:because|after finding that|on the grounds that|for (?=[a-z]+ing\b)) ?(?!of\b)",
)
# Whoever accepts or excuses a finding does not doubt it.
DOUBTED = re.compile(
    r"\b(?:no|if|whether|suppose|imagine|unless|nor|without)\b[^.;:]{0,25}$", re.IGNORECASE
)
SPOKEN_OF = re.compile(
    rf"{WHO}|\b[Ii]nspection\b|\b[Rr]eport\b|\b[Ff]indings?\b|\b[Jj]udge?ment\b|\b[Ll]etter\b"
)
"""That inspectors, or a paper of theirs, are spoken of."""
LEADS = (
    "accept", "acknowledg", "admit", "conced", "recognis", "dispute", "deny", "excuse", "regret",
    "apologis", "ashamed", "true", "finding", "point", "concern", "criticis", "conclusion",
    "verdict", "judg", "complain", "observation", "warning", "view", "statement", "words",
    "picture", "message", "matter", "inadequate", "poor", "c3", "c4", "g3", "g4", " to read",
    " to hear", " to learn", " to see", "be told", "read in",
)  # fmt: skip
"""Of these, or of the names of inspectors, each of these forms has one."""
# Behind the clause, what became of it: "… is closed on our plan", "… had been answered by".
BECAME = re.compile(
    r",? (?:is|was|are|were|has|have|had|remains?|remained|stays?|stayed|will be)"
    r"(?: (?:been|now|still|not|since|also|already|yet|being|to be))*"
    r" (?:closed|open|discharged|answered|met|dealt|addressed|accepted|outstanding|lifted|signed"
    r"|resolved|rejected|disputed|on our|in our|in hand|put right|taken|raised|noted|the (?:one"
    r"|subject)|one (?:of|that)|being dealt|a matter)\b"
    r"|, (?:is|was|has|had|remains?|stays?|will|would)\b"
)
# "That is what the inspectors found": of the sentence before.
WHAT_THEY_FOUND = re.compile(
    rf"^\W*(?:That|This)(?: is|[’']s| was) (?:also |exactly |just )?what (?:the |HM )?{WHO} "
    r"(?:found|said|saw|wrote|told|reported|concluded)\b"
)
