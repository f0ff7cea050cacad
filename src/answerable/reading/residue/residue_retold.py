"""Words with which others tell what was found or asked: felt, blamed, urged, wished for, scored.

All patterns are for text in small letters.
"""

import re

from answerable.reading.worded import worded

_WHO = (
    r"(?:inspect(?:ors?|orates?|ions?)|auditors?|visitors|watchdogs?|regulators?|ombudsman"
    r"|reports?|review(?:ers?)?|peers|hmicfrs|hmip|hmi|coroner|cqc|ofsted|iopc|judges?)"
)
_FOUND = (
    r"(?:sa(?:id|ys?|w)|f(?:ou|i)nds?|discover(?:s|ed)|uncover(?:s|ed)|warn(?:s|ed)|concluded"
    r"|reported|told|note[ds]?|observed|heard|felt|feels?|doubt(?:s|ed)?|question(?:s|ed)"
    r"|regret(?:s|ted)|lists?|listed|remind(?:s|ed)|complain(?:s|ed))"
)
# To look for a word of so many costs more than to look for these: `\b(?=[a-z])` passes over most.
# Each form begins with a letter, without a `\b` or a look behind of its own: those cost most.
JUDGED = re.compile(
    r"\b(?=[a-z])(?:concern(?<!cause of concern)(?<!causes of concern)(?<!matter of concern)"
    r"(?<!matters of concern)(?<!rise to concern)(?:s|ed)?\b|worr(?:y|ies|ied|ying)\b"
    r"|alarm(?:s|ed|ing)?\b|uneas[ey]\b"
    r"|(?:troubl|dismay|disturb|disappoint|shock)(?:es|ed|ing)\b|disquiet\b"
    r"|critici[sz](?:es?|ed|ms?)\b|critical of\b|fault(?:s|ed)\b|blam(?:es?|ed)\b"
    r"|(?:rebuke|censure|condemn|denounce|lambast)(?:s|d|ed)?\b|(?:sharp|harsh)\w* words\b"
    r"|verdicts?\b|(?:failings?|shortcomings?|weakness(?:es)?)\b"
    r"|(?:goes|go|going|went|gone) (?:wrong|missing|astray|unread|unanswered|unchecked|unmet)\b"
    r"|too (?:often|many|few|little|long|late|slow(?:ly)?|much)\b"
    rf"|{_WHO}\b[^.;]{{0,40}}\b{_FOUND}\b"
    rf"|(?:the|peer|chief|these|those|our|his|her) (?:team|inspectors?|auditors?|visitors"
    rf"|watchdog|regulator|inspectorate|ombudsman|coroner|reviewers?) (?!general\b|of\b|and\b"
    rf"|that\b|who\b|which\b|has\b|have\b|will\b|for\b|at\b|in\b|on\b)[a-z]+"
    r"|(?:nobody|no[ -]one|none)(?: [a-z]+){0,4} (?:could|can|kn[eo]ws?|counts?|counted|checks?"
    r"|checked|answer(?:s|ed)|owns?|reads?|understands?|is|was|had|has|does|did)\b"
    rf"|{_WHO}[’']s? (?:notice|report|letter|finding|view|warning|conclusion) (?:that|of how)\b"
    r"|(?:could|can|did) ?not (?:show|prove|demonstrate|account)\b"
    r"|(?:not|never) (?:been )?told\b|(?:seldom|rarely|hardly any|struggl\w+|afraid|anxi\w+"
    r"|fear(?:s|ed)?|to task|little (?:sign|evidence|thought|use))\b"
    r"|areas? (?:for|of) improvement\b|(?:rated|ratings?|marked|scored)\b"
    r"|(?:a|an|its|the|one|two|top|lowest|highest) (?:\w+ )?(?:grade|rating|mark)\b"
    r"|meeting the standard\b|(?:came|come|comes) out (?:as|at|with)\b"
    r"|(?:biggest|greatest|gravest) (?:threat|risk)\b|out of hand\b|(?:filthy|squalid)\b"
    r"|(?:one|two|three|four) out of (?:three|four|five|ten)\b"
    r"|(?:commission|notice) (?:s(?:ays?|aid)|f(?:ou|i)nds?|warn(?:s|ed)) (?!not\b)"
    r"|(?:answers?|clos(?:es|ed)|meets?) the area (?!(?:committee|board|office|manager)\b)"
    r"|(?:priority|key) (?:action|concern)|special measures\b|poor(?:ly)?\b|patchy\b)",
)
# "Third, to clear the shed": one of a number of things, in a sentence of its own.
# "The third was that interpreters come late": one of what was counted before.
NTH = worded(
    "first|second|third|fourth|fifth|sixth|last|other|final|remaining",
    r"\b(?:the|your|our|my|its|their|his|her) (?:very )?"
    r"(?:first|second|third|fourth|fifth|sixth|last|other|final|remaining)(?: ones?| of these)?,? "
    r"(?:(?:which )?(?:is|was|were|are|has been|had been) (?:that|the|how|to|about|over)\b"
    r"|that (?!is\b|was\b)[a-z]|concern(?:s|ed) )"
    r"|(?:^|[\n.;] ?)(?:and )?(?:first|second|third|fourth|fifth|last|final)(?:ly)?,? (?:to|that) "
    r"(?!date\b|me\b|us\b|is\b|was\b)[a-z]",
)
# "They would like the force to …", "do better at …", "the board is urged to …": a wish, told on.
WISHED = worded(
    "would like|wish|want|improvement|better|attention|look|care|thought|work|effort|advis|urg"
    "|insist|suggest|press|may we|may i|can we|can i|could we|could i|might we|might i|felt|feel"
    "|think|believe|consider|expected|obliged|bound|asked|owe|going to|my word|would you|will you",
    r"\b(?:would like|wish(?:es|ed)?(?: to see| for)?"
    r"|wants?) (?:to see |us\b|it\b|them\b|him\b|her\b"
    r"|you\b|me\b|more\b|fewer\b|less\b|better\b|(?:the|a|an|its|their|our|each|every|all) )"
    r"|\bwants? (?:the |its |our )?[a-z]+ to (?=[a-z])"
    r"|\broom for improvement\b|\bimprovement (?:in|on|to)\b"
    r"|\b(?:do|does|get|be) better\b|\bbetter at\b"
    r"|\b(?:more|closer|greater) (?:attention|look|care|thought|work|effort)\b"
    r"|\b(?:advis|urg)(?:es?|ed|ing) (?:the|that|us|it|them|him|her|you|all|every|each|to|against"
    r"|[a-z]+ to)\b|\b(?:insist|suggest|press)(?:s|es|ed)? (?:that|for|on|the|it|us|a|an|more)\b"
    r"|\b(?:may|can|could|might) (?:we|i) (?:have|see|ask|get|borrow|suggest)\b"
    r"|\b(?:felt|feels?|thought|thinks?|believe[ds]?|considered) that [^.;]{3,50} (?:could"
    r"|might)\b"
    r"|\b(?:is|are|was|were) (?:expected|obliged|bound|asked|urged|looking) (?:to|for)\b|\bowes?\b"
    r"|\b(?:am|is|are|was|were|[’'](?:m|re|s)) going to (?!be\b)[a-z]+|\bmy word\b"
    r"|\bgive (?:you|them) my word\b|\bwould you\b|\bwill you\b",
)
# "insufficient progress", "Safeguarding: met", "English needs attention": judgments of schools, of
# visits back and of reviews of a place, which have words of their own.
SCORED = worded(
    "progress|attention|standard|failings|met|in need of",
    r"\b(?:reasonable|insufficient|limited|substantial|no meaningful) progress\b"
    r"|\bin need of (?:\w+ )?improvement\b|\bneeds? (?:urgent )?attention\b"
    r"|\b(?:strong|expected) standard\b|\bsystemic failings\b"
    r"|\bsafeguarding(?: standards?)?(?: (?:is|are|was|were|has been|have been)|:| \|)?"
    r" (?:not )?met\b",
)
# "C1", "G2", "V3": what a regulator of landlords gives; in text as it is written.
CODES = re.compile(r"(?<![\w/-])[CGV][1-4](?![\w/-])")
