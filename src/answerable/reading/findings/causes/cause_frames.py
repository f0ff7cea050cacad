"""Forms in which anybody retells what inspectors held against a body: patterns of `cause_framed`.

Each leads up to the clause or the thing that is the concern, and ends where that begins.
"""

import re

from answerable.reading.findings.causes.cause_words import TERM

WHO = (
    r"(?:\b(?:[Ii]nspectors?|[Ii]nspectorate|[Ww]atchdogs?|[Rr]egulator|[Cc]oroner|HMI(?:CFRS|CI?"
    r"|P)?|CQC|Ofsted|Estyn|[Cc]hief [Ii]nspector(?: of [A-Z]\w+)?)\b)"
)
_PAPER = r"(?:(?:[’']s?|s[’']) (?:\w+ ){0,2}(?:report|letter|findings?|review|judge?ment))?"
_ADV = (
    r"(?: (?:has|have|had|also|now|again|then|since|both|did|earlier|recently|yesterday|today|who"
    r"|last \w+|this \w+|is|are|was|were|been|be|remains?|remained|in (?:\w+ )?\d{4}|\w+ly|so|too"
    r"|very|still)){0,4}"
)
_SAID = (
    r"(?:sa(?:id|ys?)|f(?:ou|i)nds?|discover(?:ed|s)?|warn(?:ed|s)?|conclude[ds]?|report(?:ed|s)?"
    r"|wr[io]tes?|written|judge[ds]?|ruled|note[ds]?|consider(?:ed|s)?|think[s]?|thought"
    r"|believe[ds]?|saw|seen|show(?:ed|s|n)|reveal(?:ed|s)?|right|clear|critical|state[ds]?"
    r"|established|observed|heard|complain(?:ed|s)?|(?:told|tells?) (?:us|them|it|him|her|me|you"
    r"|the \w+|[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}))"
)
_MOOD = (
    r"(?:alarmed|shocked|dismayed|troubled|worried|concerned|appalled|disturbed|horrified|struck"
    r"|unhappy|scathing|damning)"
)
_TO_FIND = r"(?: to (?:find|learn|see|discover|hear|note))?"
_PLAIN = (
    r"(?=[a-z])(?!(?:that|about|how|what|why|whether|to|in|on|at|by|of|for|from|with|nothing|so|as"
    r"|when|where|who|which|an?|and|but|or|he|she|I|yes|no more|more)\b)"
)
_OBJECT = (
    r"(?:the|it|its|they|there|people|staff|officers|nobody|no one|children|men|women|victims"
    r"|some|many|too|patients|detainees|prisoners|calls|crimes|your|our|we)\b(?! (?:that|which"
    r"|who)\b)"
)
_SPEAKS = r"(?:say|says|said)"
# "inspectors found that …", "the CQC was right that …", "Inspectors say patients wait …".
# "the coroner, Ada Holm, wrote that …", "the regulator, which found that …".
_ASIDE = (
    r"(?:, (?:who|which) (?!said|says|found)[^,.;:]{3,60},|, [A-Z][\w’-]+(?: [A-Z][\w’-]+){1,3},"
    r"|, (?:who|which)(?= ))?"
)
SAID = re.compile(
    rf"(?:{WHO}{_PAPER}{_ASIDE}"
    r"|\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Aa]n?|[Yy]our|(?:[Ll]ast|[Tt]his) \w+[’']s|(?:Mon|Tues|Wednes"
    r"|Thurs|Fri)day[’']s) (?:\w+ )?(?:report|letter|inspection)(?: of \d{1,2} [A-Z]\w+)?"
    rf"|\b[Yy]ou"
    rf"(?= (?:have )?(?:found|reported|wrote)))(?P<adv>{_ADV}) {_SAID}"
    r"(?: (?:yesterday|today|again|in \w+(?: \d{4})?|last \w+))?"
    rf"(?:,? that,? | (?={_OBJECT})|(?<=\bsay) {_PLAIN}|(?<=\bsays) {_PLAIN}"
    rf"|(?<=\bsaid) {_PLAIN})"
)
# "They said the wings were violent", below a sentence of which inspectors are the subject.
THEY = re.compile(
    rf"(?:^\W*(?:And |But |In it,? )?(?:[Tt]hey|[Ii]t|[Ss]he|[Hh]e)|[:;] they){_ADV} (?:{_SAID}"
    rf"|{_MOOD})(?:,? that,? | (?={_OBJECT}))"
)
# "inspectors were alarmed that …", "the watchdog is troubled by …", "so worried by … that".
MOOD = re.compile(
    rf"{WHO}{_ADV} (?:{_MOOD}(?:{_TO_FIND} that| about| by| at| over)|critical (?:enough )?of"
    rf"|[a-z ]{{0,30}}"
    r"\b(?:concerns|fears|worries|alarm|doubts) (?:that|about|over))"
    r" (?!what (?:they|it|he|she|we)\b)"
    r"|\b(?:discovery|revelation|realisation) that "
)
# "was told by inspectors that", "It had been warned by the watchdog that".
TOLD = re.compile(
    rf"\b(?:told|warned|informed|advised) by (?:the |HM )?{WHO}[^,.;:]{{0,30}} that "
    rf"|^\W*According to (?:the |HM )?{WHO}[^.;:,]{{0,30}}, (?=[a-z])"
    r"|^\W*It was (?:also )?found that |\b(?:shocked|dismayed|alarmed|ashamed|appalled|saddened"
    r"|horrified"
    r"|sorry|upset) to (?:read|learn|hear|see|be told) that |\bread with (?:dismay|alarm|shock"
    r"|horror) that "
    rf"|^\W*(?:[Tt]he )?{WHO}[^.;:“”\"]{{5,120}},? and (?:also )?(?:said|warned|found"
    rf"|concluded) that "
)
# "When we inspected in 2031 we reported that …", of an inspectorate that looks again.
WE_SAID = re.compile(
    r"\b(?:[Ww]hen we (?:last )?(?:inspected|came|visited)[^.;:,]{0,40},? we"
    r"|[Ii]n (?:\w+ )?\d{4},? we"
    r"|[Ll]ast year,? we|[Aa]t our (?:last|previous) \w+,? we"
    r"|[Ww]e(?= \w+ in [A-Z\d])) (?:reported|found"
    r"|said|told you)(?: in (?:\w+ )?\d{4}| in [A-Z]\w+)? that |\b(?:We|I) (?:are|am"
    r"|remain) (?:\w+ly )?"
    r"(?:concerned|worried|alarmed|troubled) that "
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|next|last|final|other|remaining)"
_WORRY = (
    r"(?:(?:cause|area|matter)s? of concern|concerns?|worr(?:y|ies)|criticisms?|fears?|failings?"
    r"|charges?|verdict|complaints?|doubts?|objections?)"
)
_WHOSE = rf"(?:[Tt]he|[Tt]heir|[Ii]ts|[Yy]our|{WHO}(?:[’']s?|s[’'])|[Oo]ne|[Aa](?:nother)?)"
# "The concern remains that …", "Their main worry is that …", "its cause of concern was simple: …".
WORRY = re.compile(
    rf"{_WHOSE} (?:[a-z]+ ){{0,3}}{_WORRY}(?: (?!(?:and|or|but|was|is|were|are|remains?|had"
    rf"|has)\b)"
    r"[^.;:,]{1,40}?)?(?:, [^.;:,]{3,40},)?"
    r" (?:is|was|were|are|remains?|had been|has been|being|says?|said|reads?)"
    r"(?: (?:now|still|this|simple|plain|blunt|clear|always))*(?:: ?(?:that )?| that "
    r"|(?<=said) |(?<=says) |(?<=read) )"
)
# "What worries them most is that …", "What they say about us is that …".
WHAT = re.compile(
    rf"\b[Ww]hat (?:(?:most )?(?:worr\w+|troubl\w+|alarm\w+|concern\w+|shock\w+)[^.;:,]{{0,40}}?"
    rf"|(?:they|(?:the )?{WHO})(?: \w+)? (?:said|say|says|found|wrote|told)[^.;:,]{{0,30}}?)"
    r"(?: (?:is|was)(?: this)?)?(?:: ?(?:that )?| that )"
)
# "the chief inspector's first concern, that …, is"; "The last of the old ones, that …, was".
APPOSED = re.compile(
    rf"(?:{_WHOSE} (?:[a-z]+ ){{0,2}}{_WORRY}|\b[Tt]he (?:{_NTH}|last)(?: one| of the [a-z]+(?: "
    r"[a-z]+)?)?), (?:namely )?(?P<that>that )?(?![a-z]+(?:ed|ing) by\b)(?!which|who|and|but|as"
    r"|in)"
)
# "closed a cause of concern last month, that …", "now there are two causes of concern: that …".
THAT = re.compile(
    rf"\b{TERM}(?: [^.;:,]{{0,60}}?)?(?:, |[^.;:]{{0,60}}: )(?:namely )?that "
    r"(?!(?:is|was|are|were|has|had|it (?:issued|raised|gave)|we (?:issued|raised|gave))\b)"
)
# "inspectors recorded as a cause of concern the state of its cells".
INVERTED = re.compile(
    rf"\b(?:reported|listed|named|flagged|described|gave|highlighted|cited|regards?|identified"
    rf"|recorded) as (?:an? )?(?:\w+ )?{TERM}:? (?=(?:the|its|how|poor|a|their|an)\b)"
)
# "One was about X, the other about Y", of two.
ONE_OTHER = re.compile(
    r"\b[Oo]ne(?: of them)?(?: (?:is|was|being))? (?:about|on|over|for|concerns"
    r"|concerned) (?P<one>[^.;:,]"
    r"{4,120}),? (?:and )?(?:the )?(?:other|another|one)(?: one)?(?: (?:is|was"
    r"|being))? (?:about|on"
    r"|over|for|concerns|concerned) (?P<two>[^.;:,]{4,120})"
)
# "Your second was that …", "As for the second, which was that …", "The other was that …".
NTH = re.compile(
    rf"\b(?:[Tt]he|[Yy]our|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur) {_NTH}(?: (?:one|matter|point|of these"
    rf"|{_WORRY}))?,? (?:which )?(?:is|was|being|had been) that |\b[Oo]ne (?:is|was) that "
)
SANCTION = (
    rf"(?:\b{TERM}|\bwarning notice|\b(?:[Ee]nforcement|[Ii]mprovement) notice|\bEngage\b"
    r"|\bengage phase\b|\bspecial measures\b|\b[Uu]rgent [Nn]otification\b)"
)
# "served a warning notice because …", "a cause of concern with the force, saying that …".
BECAUSE = re.compile(
    rf"{SANCTION}[^.;:]{{0,110}}?,? (?:because|since(?! (?:\d|then|last|the (?:start|last)))"
    rf"|in that"
    r"|on the grounds? that|(?:saying|finding|having found|after finding|stating"
    r"|warning)(?: that)?"
    r"|recorded against [^.;:,]{3,50} that) (?!of\b)"
)
# "to be a cause of concern, about/centred on …": relations that `cause_about` does not know.
CENTRED = re.compile(
    rf"\b{TERM}(?:(?! (?:and|but|letter|report|question|update|paper|item|asked|wrote|talk\w*"
    rf"|spoke\w*"
    r"|news|view)\b)[^.;:]){0,50}?,? (?:(?:about|over|regarding|concerning)"
    r"(?= (?:the|its|their|a|how|poor|children|people|staff)\b(?! (?:force|service|report"
    r"|letter)\b[ ,.]"
    r"(?!not |\w+ing\b)))|(?:that |which )?(?:cent(?:re|er)(?:s|d)|focus(?:es|ed)|turn(?:s|ed)"
    r"|rest(?:s|ed)) on|(?:that |which )?deal(?:s|t) with|hanging over|touching(?: on)?|to do with"
    r"|for(?= [a-z]+ing\b)) "
)
# "…, and this I regard as a cause of concern", "; this, too, is now a cause of concern".
AND_THIS = re.compile(
    r"(?:,| –|;) (?:and )?(?:this|that|it|these|which)\b(?:,? too,?)?(?: (?:I|we|the|inspect\w+"
    r"|calls?|called|HMI\w*|they|it|now|also"
    r"|amounted|amounts|was|is|has|been|become|became|remains|regard\w*|consider\w*|report\w*"
    rf"|treat\w*|to|be|as|stands)){{1,7}} (?:an?|another|our|causes)?(?: \w+)? ?{TERM}",
    re.IGNORECASE,
)
# "On missing people, the report gives a cause of concern."
ON_TOPIC = re.compile(
    rf"^\W*(?:On|For|About|As to) (?P<one>(?!\d|[A-Z]"
    rf"|th[ei]s? )[^,.;:\d]{{4,60}}), [^.;:,?]{{3,50}}? (?:an?|one)"
    rf"(?: \w+)? {TERM}\W*$"
)
# "To quote the cause of concern: “…”", "The reason for the cause of concern: …".
COLON = re.compile(rf"\b{TERM}[^.;:]{{0,40}}: ?[“\"]?(?=\w)")
# "Its cause of concern is the state of its data".
COPULA = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]|[Yy]our)|{WHO}(?:[’']s?|s[’']))(?: \w+){{0,2}} "
    rf"{TERM}(?: [^.;:,]{{3,40}}?)?,? (?:is"
    rf"|was|remains) "
    r"(?=(?:the|its|how|poor|their|a (?:lack|failure|shortage|want|culture|backlog))\b"
    r"(?! (?:same|more|less|subject|first|only|reason"
    r"|result|priority|responsibility|focus|one|second|most|last)\b))"
)
# "I consider this too to be a cause of concern", of the sentence before it.
THIS_TOO = re.compile(
    r"^\W*(?:I|We)(?: also| therefore| now)* (?:consider|regard|report|treat|see|judge|find"
    r"|issu|rais|record)(?:e?d)? "
    r"(?:this|that|it|these)(?: too| also)?(?: to be| as)? (?:an?|another|our)(?: \w+)? ?"
    rf"{TERM}|^\W*(?:This|That|It),?(?: too,?| also)? (?:is|are|was|were|remains?)(?: now"
    rf"| also| still)? (?:an?|another|our)? ?(?:\w+ )?{TERM}\W*$",
    re.IGNORECASE,
)
# "Its culture was a cause of concern", "poor supervision prompted a cause of concern".
MADE_ONE = re.compile(
    r" (?:(?:is|was|are|were|has been|had been|have been|would be|remains?|became|becomes"
    r"|(?:has|have|had) become"
    r"|now)(?: now"
    r"| also| still| therefore| [a-z]+ly)*(?: (?:described|regarded|named|seen|treated|identified"
    r"|flagged|listed|recorded|raised|judged|deemed|branded|called)(?: by [^.;:,]{3,40}?)?)?(?: as"
    r"| to be)?|(?:has |have |had )?(?:prompted|led to|triggered|earned|brought|drew|attracted"
    rf"|resulted in|caused|became)(?: (?:us|it|them|the \w+))?) (?:an?|one|another|its|the)"
    rf"(?: [a-z]+)? {TERM}",
    re.IGNORECASE,
)
# The sentence before says only that there are such: "Hexley has two causes of concern, they say."
ANNOUNCES = re.compile(
    rf"\b(?P<n>an?|one|single|two|three|four|another|second"
    rf"|third)(?: (?!of\b)[a-z-]+){{0,2}} (?:{TERM}"
    r"|areas? (?:for|of) priority action)(?![^.:]*\b(?:about|over|relating|regarding|concerning"
    r"|because)\b)"
    r"[^.;:]{0,70}\.$|\b(?:one of these|[Oo]ne|[Tt]he (?:other|first|second)) (?:is"
    r"|belongs to) (?:the )?"
    r"\w+(?:[’']s)?\.$",
    re.IGNORECASE,
)
IT_SAYS = re.compile(
    r"\W*(?:That (?=[a-z])|In (?:short|brief|a nutshell|plain words),? |(?:It|They|This|That"
    r"|These|The (?:first|letter"
    rf"|report)|{WHO})(?: \w+)? (?:sa(?:y|ys|id)|reads?|found|states?d?|(?:is"
    rf"|was)(?= that))(?: that|:)? ?)"
)
LEADS = (
    "worr",
    "trouble",
    "alarm",
    "doubt",
    "fear",
    "fail",
    "report",
    "letter",
    "shock",
    "dismay",
    "ashamed",
    "appalled",
    "sad",
    "horrified",
    "sorry",
    "upset",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "next",
    "last",
    "final",
    "other",
    "remain",
    "notice",
    "engage",
    "measures",
    "notification",
    "critici",
    "verdict",
    "charge",
    "complaint",
    "objection",
    "found that",
    "one ",
    "what ",
)
"""Of these, or of the names of inspectors, each form that leads to a clause has one."""
