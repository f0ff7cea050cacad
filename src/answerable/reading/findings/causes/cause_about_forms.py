"""The forms in which a paper says what a cause of concern is about: patterns of `cause_about`."""

import re

from answerable.reading.modals import MAY
from answerable.reading.numbers import NUMBER
from answerable.reading.worded import worded

_TERM = (
    r"(?:[\"“‘']?(?:causes? (?:of|for) (?:serious )?concern|areas? (?:of|for) priority action"
    r"|priority concerns?|\b(?-i:CoCs?|COCs?))[\"”’']?)"
)
_GRAVE = r"(?:serious|grave|major|urgent|formal|accelerated) concerns?"
TERM = re.compile(
    rf"\b{_TERM}(?! (?:action |improvement )?(?:plan|log|register|tracker)s?\b)", re.I
)
CONCERNS = re.compile(rf"\b{_GRAVE}\b", re.IGNORECASE)
SPOKEN_OF = worded(
    "oncern|priority action|coc", r"oncern|ONCERN|priority action|\bC[oO]C", re.IGNORECASE
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_TIME = (
    rf"(?:(?:in|on|at|from|since|during|after|following|by|of|back in|as long ago as) (?:its "
    r"|the |our |their |his |her |your |each |every )?(?:late |early |mid-)?"
    rf"(?:\d|{_MONTH}|spring|summer|autumn|winter|last |this |same |previous |recent |latest "
    r"|most recent |full |final |draft |PEEL |(?:\w+ )?(?:inspection|report|letter|revisit"
    r"|visit|review|meeting)\b)|(?:last|this|earlier this|later that|two|three|four|five|some)"
    r" (?:year|month|week|spring|summer|autumn|winter|time|years ago|months ago|weeks ago"
    r"|\w+day)\b|(?:yesterday|today|earlier|again|previously|recently|originally|then|there"
    r"|here)\b"
    rf"|(?:last|this) {_MONTH})"
)
_MADE = (
    r"(?:issued|raised|identified|made|found|recorded|published|given|reported|set out|served"
    r"|handed (?:down|out)?|flagged|highlighted|announced|noted|listed|left|live|open|outstanding"
    r"|current|existing)"
)
# What may stand between the term and what it is about: who raised it, to whom, and when.
_GAP = (
    rf"(?:,? (?:{_TIME}[^,.;:()]{{0,24}}?"
    rf"|(?:(?:that|which) )?(?:we|it|they|he|she|I|HMI\w*|HM Inspectors?|(?:the )?[a-z]*inspect\w+"
    rf"|(?:the )?watchdog)(?: ha[sd]| have|[’']d)?(?: also| first| then)? {_MADE}"
    rf"|(?:(?:that|which) )?(?:was|were|is|are|has been|have been|had been|being|remains?"
    rf"|remained)(?: also| now| then| still)? {_MADE}(?: by [^,.;:()]{{3,40}}?)?|{_MADE}"
    r"|(?:to|for|with|against|facing|at) (?:the |its |our |your )?(?:force|service|constabulary"
    r"|council|trust|prison|authority|(?-i:[A-Z])[\w’'&-]*(?: (?:and |of )?(?-i:[A-Z])[\w’'&-]*)"
    r"{0,5})"
    r"|(?:both|all|each|one|which|that|they|specifically|namely|chiefly|mainly)(?: of (?:them"
    r"|which))?(?: (?:is|are|was|were))?)){0,3}?"
)
ABOUT = (
    r"(?:about|over|regarding|re|concerning|around|covering|surrounding|related to|relat(?:es?|ed"
    r"|ing) to|in relation to|in respect of|with (?:respect|regard) to|as regards|as to|to do with"
    r"|because of|due to|under|on(?= (?!its own|our |their own|which|\d))|for(?= (?:how|the way"
    r"|its|failing|not|poor|the (?:way|lack|poor|failure|handling|management)))|in(?= (?:how"
    r"|the way|custody|the area)))"
)
_PHRASE = (
    r"(?P<all>(?!(?:it|this|that|them|these|those|which|whether|him|her|us|me|you|all|both|what"
    rf"|one|two|each|other|{_MONTH}|its? (?:website|page)|the (?:same|first|second|other|force"
    r"|service|constabulary|trust|council)(?:[ ,.;]|$)(?![’']s))\b)[^;:()\n][^.;:()]{3,230}?)"
)
_STATE = (
    r"(?: (?:has|have|had)(?: \w+){0,2} (?:been|come|gone|become|ended)\b"
    r"| (?:is|are|was|were)(?: now| still| also| therefore| not| likely| expected| due| formally"
    r"| both| all| yet| no longer| officially| finally| to be| being)* (?:closed|open|discharged"
    r"|lifted|removed|superseded|in place|outstanding|resolved|signed off|dealt with|reviewed|met"
    rf"|put right|dropped|withdrawn|live|ongoing|unresolved|over|raised again|{_MADE})\b"
    r"| (?:remains?|remained|stays?|stayed|continues?|continued|stands?|stood)\b"
    rf"| (?:will|would|could|can|cannot|should|might|must|{MAY})(?: \w+)? (?:be|remain|stay)\b)"
)
_STOP = (
    r"(?=[.;:()]|[”\"]? ?$| [–—-] |,[”\"]"
    rf"|{_STATE}"
    rf"|,? {_TIME}"
    r"|,? (?:and|but|while|although|though|whereas|so|with|yet) (?:it|he|she|they|we|I|that|this"
    r"|these|there|the (?:force|service|inspect\w+|panel|commissioner|chief)|was|were|is|are"
    r"|had|has|have|graded|rated|judged|moved|placed|put|told|ordered|gave|said|made|asked|wants?"
    r"|wanted|recommended|set|called|warned|found|praised|required|members?|one|two|three|\d)\b"
    r"|(?<!\blook)(?<!\blooks)(?<!\blooking),? after\b"
    r"|,? (?:when|because|following|since|before|until|unless|as (?:well|part|it"
    r"|the|a result))\b|, (?:which|who)\b"
    r"|, (?:was|were|is|are|had|has|have|remains?|stays?|will|would|should|he|she|they|it|we|I|a"
    r"|an|but|saying|with|where|said|as|in|at|to)\b)"
)
LED = re.compile(rf"{_GAP},?[:,]? {ABOUT} {_PHRASE}{_STOP}", re.IGNORECASE)
# "The second cause of concern, vetting, remains open"; "both causes of concern – A and B – stay".
APPOSED = re.compile(
    rf"(?: \d)?{_GAP}(?:, | [–—-] )(?:namely |that of |in )?{_PHRASE}"
    rf"(?:(?= [–—-] )|(?=,? ?{_STATE})|(?<=[a-z])(?=\.?$))",
    re.IGNORECASE,
)
# "a cause of concern (custody)", "one cause of concern: people were not told of delays".
STATED = re.compile(
    rf"(?: \d)?{_GAP}(?:: ?| [–—-] | ?\()[“\"‘']?(?:that |namely |about |on |of )?"
    r"(?P<all>(?!see\b|page\b|\d)[^;:()\n]{4,250}?)(?=\)|[”\"’']?[.;]?$|[”\"]?[.;] )",
    re.IGNORECASE,
)
NO_SUBJECT = re.compile(
    rf"(?:an?|one|some|from|since|{NUMBER}|whereas|and|but|plus|as|with|including|where|when|because|though"
    r"|although|while|so|not|said|says)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:the )?(?:[A-Z][\w’'&-]* (?:(?:and|of) )?)+(?:Police|Constabulary|Service|Trust|Council"
    r"|Authority)$|HM[PI]\b[\w ]*$|(?:an?|any|the|each) (?:force|service|body|council)$"
)
# "These relate to A, B and C", below a sentence that counts them.
THESE = re.compile(
    r"\W*(?:These|They|Those|Both|All (?:three|four|five)|The (?:two|three|four|five)(?: causes)?"
    r"|The (?:causes|concerns)(?: of concern)?|Each|It)"
    r" (?:(?:all |both |now |each )?(?:relate[ds]?|concern(?:ed|s)?|cover(?:ed|s)?|involve[ds]?"
    r"|focus(?:ed)?|cent(?:re|er)[ds]?|dealt|deal|had to do|have to do)(?: to| on| with)?"
    rf"|(?:are|were|is|was) (?:all |both )?(?:{ABOUT}|in|as follows:|these:)) {_PHRASE}{_STOP}",
    re.IGNORECASE,
)
# "named vetting as a cause of concern", "has made its custody a cause of concern".
NAMED = re.compile(
    r"\b(?:(?P<plain>nam(?:ed|es|ing)|declar(?:ed|es)|call(?:ed|s)|brand(?:ed|s)|label(?:led|s)"
    r"|judg(?:ed|es)|ma(?:de|kes))|identif(?:ied|ies|ying)|flag(?:ged|s)|list(?:ed|s)"
    r"|describ(?:ed|es)|regard(?:ed|s)|treat(?:ed|s)|rais(?:ed|es)|highlight(?:ed|s)|cit(?:ed|es)"
    rf"|mark(?:ed|s)|recorded) (?P<all>(?!(?:it|this|that|them|these|those|us|him|her|an?|no|by"
    rf"|{NUMBER})\b)(?:(?!\b(?:made|identified|issued|raised|found|gave|said|that)\b)[^.;:()])"
    r"{4,140}?)(?(plain)(?: as| to be)?|(?: as| to be)) (?:an?|one|its|causes)(?: (?:\w+ly|further"
    r"|new|second|serious|of (?:its|the|two|three)))*(?: (?:two|three))? ?$",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"\b(?P<n>two|both|three|four|five|six|seven|[2-7])(?: (?!of\b)[a-z-]+){0,3}$|\b(?:one|another"
    r"|first|second|third|last|other|an?) of (?:its|the|these|their|our) (?P<of>two|three|four"
    r"|five)(?: \w+){0,2}$",
    re.IGNORECASE,
)
JOINT = re.compile(r",? and (?:also )?|, |; ")
STRONG_JOINT = re.compile(
    rf"(?:,? and|,) (?=(?:{ABOUT}|the|its|their|how|an?|our|his|her|failing|poor)\b)",
    re.IGNORECASE,
)
# "about how it keeps people safe from fire and floods, and how it looks after its crews".
HOW = re.compile(rf"(?:{ABOUT} )?(?:how|why|the way)\b", re.IGNORECASE)
HOW_JOINT = re.compile(rf"(?:,? and|,) (?=(?:{ABOUT} )?(?:how|why|the way)\b)", re.IGNORECASE)
COMMA = re.compile(r", (?!and )")
PREP = re.compile(rf"{ABOUT} ", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|any|avoid(?:ed|ing)?|instead of|rather than|each"
    r"|every)\b[^,;.]{0,30}$|n[’']t\b[^,;.]{0,30}$|^\W*(?:Should|Were|Had|If|Unless"
    r"|When|Where|Whenever) (?:an?|another|any)\b[^,;.]{0,30}$"
    r"|\b(?:residents?|members?|cllrs?|councillors?|(?:the )?public|unions?|federation|governors"
    r"|neighbours|parents)\b[^.;]{0,12}\b(?:have|had|raised?|expressed|voiced)\b[^.;]{0,20}$"
    r"|\b(?:if|whether|unless|could|can|might|would|may)\b[^,;.]{0,40}\b(?:an?|another|further)"
    r" (?:\w+ )?$",
    re.IGNORECASE,
)
BY_INSPECTORS = re.compile(
    r"\b(?:inspect(?:ors?|orate)|HMI\w*|watchdogs?|regulator|Ofsted|CQC)\b", re.IGNORECASE
)
SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|stays?|will|would|closed|lifted|\w+ed|sa(?:id|ys?)|told"
    r"|gave|made|found)\b"
)
NO_LABEL = 12
"""Characters at the head of a sentence where the term is its label."""
