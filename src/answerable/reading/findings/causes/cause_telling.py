"""How papers tell what inspectors said of a body: the forms of `cause_reported`.

Each gives `one`, and some `two`: the clauses that say what falls short.
"""

import re

# Who inspects, by any of its names: "the police inspectorate", "A watchdog", "their report".
_WHO = (
    r"(?:(?:(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts|[Tt]his|HM|Government) )?(?:[a-z]+[’']?s? ){0,2}"
    r"(?:[Ii]nspectors?|[Ii]nspectorate|watchdogs?|regulator|coroner|HMICFRS|HMIC|HMI|Ofsted|CQC"
    r"|report|letter)(?: of [\w ]{3,25})?(?: [A-Z][\w’-]+){0,3}"
    r"|(?:Sir |Dame )?[A-Z][\w’-]+ [A-Z][\w’-]+, (?:the |HM )?[Cc]hief [Ii]nspector[\w ]{0,20},"
    r"|[Ii]t|[Tt]hey)"
)
_WHEN = (
    r"(?: (?:yesterday|today|last \w+|this \w+|earlier|again|later|then"
    r"|in (?!that\b)\w+(?: (?!that\b)\w+)?|on \d{1,2} \w+(?: \d{4})?|at the time|in so many "
    r"words|in terms|plainly|bluntly"
    r"|in (?:its|their|the|his|her) (?:\w+ )?(?:report|letter|findings)))?"
)
_SAYS = (
    rf"{_WHEN} (?:has |have |had |also |now )*(?:said|says|say|found"
    r"|finds|warned|warns|concluded|concludes|reported|wrote|judged|(?:told|tells?) (?:us|them|him"
    rf"|her|it|me|you|the [a-z]+(?: [a-z]+)?|[A-Z][\w ]{{2,30}}?)){_WHEN}(?:,[^,]{{3,50}},)?"
)
_TOLD = (
    r"(?P<one>[A-Za-z][^;:“”\"]{12,220}?)(?:,? and that (?P<two>[a-z][^;:“”\"]{8,220}?))?"
    r"(?:,? (?:and|but) (?:(?:marked|rated|graded|judged|branded|called|gave|said|warned|added"
    r"|recommended|urged|told) |(?:that )?"
    r"(?:he|she|it|I|we|they) (?:was|had|is|has|did|do|does|were|have) |your "
    r"|(?:two|three|four|all|some|that|this) [^,;]{3,40} (?:is|are|was|were|lands?|falls?|has"
    r"|have) ).*|,? and (?:about|over|on|how|why|whether|what|to) .*|, which (?:is|was|are|were"
    r"|has|had|I|we|he|she|they)\b.*)?\W*$"
)
# A clause that begins with a name has "that" before it.
_CLAUSES = r"(?: that (?=[A-Za-z])| (?!that )(?=[a-z]))" + _TOLD
_BEFORE = (
    r"(?:^|^\W*(?:\d{1,2}[.)] )?(?:On|In|As to|About|For|At) [^,;:.]{3,40}? |[.;,:] |[“\"‘] ?"
    r"|\b(?:that|and|because|when|since|as|where|after|but|for) |[A-Z]{3,} ?: )\W*"
)
_SAID = re.compile(_BEFORE + _WHO + _SAYS + _CLAUSES)
# "He did not excuse the finding that …".
_OF_FINDING = r"(?:finding|warning|conclusion|verdict|criticism|judgement|view|observation)"
_FINDING = re.compile(
    rf"\b(?:(?:the|its|their) {_OF_FINDING}|after finding|having found|warning|after warning)"
    + " that "
    + _TOLD
)
# "the inspectorate's finding that …": whoever speaks of it, in whatever paper.
_OWNED = re.compile(
    r"\b(?:[Ii]nspectors?|[Ii]nspectorate|[Ww]atchdog|[Rr]egulator|[Cc]oroner|HMICFRS|HMIC?|Ofsted"
    rf"|CQC)(?:[’']s?|s[’']) (?:[a-z]+ )?{_OF_FINDING} that " + _TOLD
)
# "HMICFRS had been clear: …", "what inspectors had said: …", "made this a priority: …".
_COLON = r" (?P<one>[a-zA-Z][^:;“”\"]{12,220}?)(?P<two>(?!))?\W*$"
_CLEAR = re.compile(
    _BEFORE
    + _WHO
    + r" (?:had been|has been|have been|was|were|is|are) (?:\w+ )?(?:clear|blunt|plain|explicit"
    r"|direct|unequivocal|damning|scathing|frank|stark)(?: about (?:it|this|that))?(?::| that)"
    + _COLON
)
_WHAT_SAID = re.compile(
    r"\b[Ww]hat "
    + _WHO
    + r" (?:(?:had|has|have) )?(?:said|found|wrote|written|reported|concluded|told (?:us|them|him"
    r"|her|the \w+))(?: (?:about|of|in) [^,;:]{3,40})?(?: (?:was|is)(?: this)?)?:" + _COLON
)
# "She read out its first line: “…”".
_READ_OUT = re.compile(
    r"\b(?:read out|read aloud|quoted|cited) (?:the|its|their"
    r"|from)\b[^.;:]{3,60}(?::? [“\"]|: )"
    r"(?P<one>[A-Za-z][^:;“”\"]{15,220}?)[”\"]?(?P<two>(?!))?\W*$"
)
_MADE_IT = re.compile(
    r"\b(?:[Ii]nspect(?:ion|ors|orate)|HMI\w*|[Ww]atchdog|[Rr]egulator|[Cc]oroner)\b[^.;:]{0,50}"
    r"\b(?:made|named|called|listed|treated|identified|picked out|singled out|gave|set) (?:this"
    r"|it|one thing|the following|one matter|one|us)?(?: as)? ?(?:an?|its|one|the)?(?: \w+)?"
    r" (?:priority|cause|concern|failing)(?: (?:for action|of concern|above all|for us))?:"
    + _COLON
)
# "HMICFRS found that “the force does not …”", in a paper that names causes of concern.
_QUOTED = re.compile(
    _BEFORE
    + _WHO
    + _SAYS
    + r"(?: that)?[:,]? ?[“\"](?P<one>[A-Za-z][^“”\".]{15,260})[.,]?[”\"](?P<two>(?!))?\W*$"
)
# "Inspectors criticised the force for failing to …".
_BLAMED = re.compile(
    rf"(?:{_BEFORE}{_WHO} (?:has |have |had |also )*(?:criticised|condemned|rebuked|faulted"
    r"|castigated|censured|admonished|upbraided) [^,.;:]{2,60}?|\b(?:was|were|has been|have been"
    r"|had been) (?:\w+ly )?(?:criticised|condemned|rebuked|faulted"
    r"|censured)(?: by [^,.;:]{3,50}?)?)"
    r" for (?P<one>(?:failing|not|its|their|how|the way|poor|a lack|leaving|letting|missing"
    r"|allowing|ignoring|losing|taking too) [^.;:“”\"]{8,180}?)(?P<two>(?!))?\W*$"
)
# "But inspectors were concerned about children who go missing again and again."
_WORRIED = re.compile(
    r"(?:^|[.;,] |\b(?:but|and|that) )\W*(?:But |And )?(?P<one>"
    + _WHO.replace("|[Ii]t|[Tt]hey)", ")")
    + r" (?:is|are|was|were|remained|remains) (?:\w+ly |also |still )?(?:concerned|worried|alarmed"
    r"|troubled)(?: about| at| by| that) [^.;:]{8,200}?)(?P<two>(?!))?\W*$"
)
# "The report had found a failure to protect children".
_FAILURE = re.compile(
    _BEFORE
    + _WHO
    + r" (?:has |have |had |also )*(?:found|identified|described|exposed|highlighted"
    r"|uncovered) (?P<one>(?:an?|the|serious|repeated|widespread|significant)(?: [a-z]+){0,2}"
    r" (?:failures?|failings?|lack|absence|shortages?|weakness(?:es)?) (?:to|of|in|at)\b"
    r"[^.;:“”\"]{8,160}?)(?:,? and (?:that )(?P<two>[a-z][^;:“”\"]{8,220}?))?\W*$"
)
# "It was told that bullying goes unchallenged": by inspectors, in a paper that speaks of them.
_WAS_TOLD = re.compile(
    r"(?:^|[.;,] )\W*(?:It|We|[Tt]he (?:\w+ )?(?:force|service|constabulary|trust|council), which"
    r"|The (?:force|service|constabulary)|[A-Z]\w+ (?:Police|Constabulary)"
    r"|[A-Z][^,.;]{3,60}?(?:[Ss]ervice|[Ff]orce|Police), which) (?:was|were|has been"
    rf"|had been)(?: also)? told{_WHEN}(?: by [^,.;]{{3,40}})? that "
    rf"(?P<one>[a-z][^;:“”\"]{{12,200}}?)"
    r"(?:,? and that (?P<two>[a-z][^;:“”\"]{12,200}?))?\W*$"
)
TELLS_OF = re.compile(
    r"\b(?:sa(?:id|ys?)|f(?:ou|i)nd|warn|conclude|report|wrote|judged|told|tells?|identified"
    r"|described"
    r"|exposed|highlighted|uncovered|concerned|worried|alarmed|troubled|clear|blunt|plain|made"
    r"|named|singled|read |quoted|cited|listed|picked|criticis"
    r"|condemn|rebuk|fault)"
)
TELL = (
    _FAILURE,
    _QUOTED,
    _SAID,
    _WAS_TOLD,
    _OWNED,
    _FINDING,
    _WORRIED,
    _CLEAR,
    _WHAT_SAID,
    _READ_OUT,
    _MADE_IT,
    _BLAMED,
)
WHOLE = (_FAILURE, _WORRIED, _BLAMED)
"""Forms whose clause is a concern by the words that lead to it."""
OF_THEM = (_OWNED, _WHAT_SAID, _MADE_IT, _CLEAR)
"""Forms that say that inspectors said it, in whatever paper."""
QUOTED = (_QUOTED, _READ_OUT)
"""Forms that quote its very words, in a paper that names causes of concern."""
FAILURE = _FAILURE
# What inspectors are quoted for falls short where it denies something, in any words.
DENIES = re.compile(
    r"\bnot\b(?! (?:only|just|merely|because|one)\b)|\b(?:never|nobody|no one|nothing)\b"
    r"|n[’']t\b|\bgone up\b|\brisen\b",
    re.IGNORECASE,
)
# Who is left in harm's way is a concern in any paper.
HARM = re.compile(
    r"\b(?:unsafe|at risk|in danger|harm(?:ed)?)\b"
    r"|\b(?:not|n[’']t) (?:be |being |feel |been |always )*(?:kept )?safe\b|n[’']t (?:be |being "
    r"|feel |been |always )*(?:kept )?safe\b|\bnot (?:be |being |been )*(?:kept|keeping) "
    r"[^.;,]{3,40}"
    r" safe\b",
    re.IGNORECASE,
)
# A grade, a number, a change for the better or a duty is no concern by itself, nor that a body
# "needed to improve" a thing; nor is what is said of one force of several.
SOFT = re.compile(
    r"^(?:one|some|two|three|four|many|several|most) (?:of the )?"
    r"(?:force|service|council|trust)s?\b"
    r"|^(?:it|they|he|she|the [\w’'-]+(?: [\w’'-]+)?|[A-Z]\w+ [A-Z]\w+) (?:\w+ly |also |still )?"
    r"(?:needs?|needed|had|has|have) to (?:improve|get better|do (?:more|better))\b"
    r"|^(?:it|them|this|that|the \w+) (?:to be )?[‘“'\"]?(?:poor|good|outstanding|inadequate"
    r"|adequate"
    r"|not sufficiently)\b"
    r"|\b(?:in|at|of|across) (?:some|many|several|most|a (?:few|number of)|other)"
    r" (?:forces|services|councils|trusts|prisons|schools|areas)\b"
    r"|\b(?:graded|rated|inadequate|improvement|improved|improving|progress|no longer"
    r"|recommendations?|closed|met|but|(?<!not )(?<!never )(?:dealt with|put right)|lifted"
    r"|discharged)\b|\bper cent\b|\d%",
    re.IGNORECASE,
)
