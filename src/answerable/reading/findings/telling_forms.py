"""How others than inspectors tell what was asked: a newspaper, a union, an answer, a mail.

Each form gives `do`, what is to be done, and most give `who`. `DO`, `WHO` and `INSPECTS` are
the parts that they share with `asking_forms`.
"""

import re

from answerable.reading.modals import SUBJECT
from answerable.reading.worded import worded

INSPECTS = (
    r"(?:inspect(?:ors?|orates?)(?: of (?-i:[A-Z])\w+(?: and (?-i:[A-Z])\w+)?)?"
    r"|HMIC(?:FRS)?|HMI(?: Prisons| Probation)?|watchdogs?|regulator"
    r"|Ofsted|CQC|Estyn|auditors?|[Ii]nternal [Aa]udit|coroner|ombudsman|IOPC|(?:the|this|its"
    r"|our) (?:\w+ )?(?:report|letter|review|audit|inspection|inquiry)"
    r"|(?:peer|review) team)"
)
WHO = (
    rf"(?:{SUBJECT}|us|me|them|him|her|(?:the|this|its|our|your|their|every|each|all) (?:[a-z]+ )"
    r"{0,2}?[a-z]+|officers|staff|crews|detectives|sergeants|schools|teachers|prosecutors|lawyers"
    r"|supervisors|managers|governors|partners|agencies|councils|hospitals|practitioners"
    r"|ministers|everyone)"
)
"""Whom something may be asked of: a body, an office, any such thing, or who is spoken of."""
DO = (
    r"(?P<do>(?!be (?:able|aware|proud|clear|surprised)\b|(?:the|an?|its|this|our|your|their"
    r"|one)\b)"
    r"(?-i:[a-z])[^.;]{8,300}(?:\.\d[^.;]{1,90})?)"
)
_SHOULD = r"(?:should|must|ought to|needs? to|needed to|ha[sd] to)(?: now| also| therefore)?"
# Who speaks for those that a body serves or employs, and who looks into it from outside.
OUTSIDER = (
    r"(?:union|federation|charit(?:y|ies)|campaign\w*|tenants?|residents?|refuge|trust|reformers?"
    r"|chaplain|solicitors?|famil(?:y|ies)|mother|father|parents|survivors?|victims[’'] \w+"
    r"|MP|MS|visitors|peers?|peer review|reviewers?|(?:internal )?audit(?:ors?)?|ombudsman"
    r"|secretary|brigades|MPs|Unison|Unite|GMB|(?:select )?committee|Healthwatch"
    r"|youth commission|inquiry|commission|monitoring board)"
)
_SAYS = (
    r"(?:says?|said|thinks?|thought|believes?|argues?|argued|insists?|insisted|adds?|added"
    r"|maintains?|proposed|proposes|suggests?|suggested|wrote|writes)"
)
# "The union’s secretary, Ada Crewe, said the authority must …".
_OUTSIDER_SAYS = worded(
    "had to|has to|must|need|ought to|should",
    rf"\b{OUTSIDER}\b[^.;:]{{0,70}}?\b{_SAYS}(?: that)? (?P<who>{WHO}) {_SHOULD} {DO}",
    re.IGNORECASE,
)
# "A charity called for the force to …", "a tenant wants the landlord to …".
_OUTSIDER_WANTS = worded(
    " to ",
    rf"\b{OUTSIDER}\b[^.;:]{{0,60}}?\b(?:called (?:for|on)|calls? (?:for|on)|wants?|wanted|urged"
    rf"|urges?|would like|demanded that) (?P<who>{WHO}) to {DO}",
    re.IGNORECASE,
)
# "“We told them in 2029,” said the tenant. He wants the landlord to …".
_HE_WANTS = worded(
    " want| like | call",
    rf"(?:^|[.;”\"] )\W*(?:He|She|They)(?:[’']d)? (?:also |now )?(?:wants?|(?:would )?like"
    r"|calls? on"
    rf"|(?:is|are) calling on) (?P<who>{WHO}) to {DO}",
)
# "The board would like to see you open the hall", "To the prison service: please stop …".
_LIKE_TO_SEE = worded(
    "like to see",
    rf"\b(?:[Bb]oard|[Pp]anel|[Cc]ommittee|{OUTSIDER}|{INSPECTS}) would (?:also )?like to see "
    rf"(?P<who>{WHO}) {DO}",
)
_ADDRESSED = worded(
    "To ",
    r"^\W*To (?:the |our |your |all |HM |His )?[A-Z]?[^.:;]{3,40}: (?:please )?" + DO,
)
# "We ask that the force give …": a letter of those who are not its masters.
_WE_ASK = worded(
    "ask that|asks that",
    rf"\b[Ww]e (?:also |would )?ask that (?P<who>{WHO}) {DO}",
)
# "First, to put a supervisor in charge", "The second is for others: to withdraw the advice".
_ORDINAL = worded(
    "irst|econd|hird|ourth|ifth|ixth|ast|inal",
    r"(?:^|[.;:] )\W*(?:The )?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ll]ast"
    r"|[Ff]inal)(?:ly)?(?: one)?(?:(?:,| is| was)[^.;:]{0,24}?:?|:) to " + DO,
)
# "Your first recommendation, that we clear the list, is in hand."
_YOUR_FIRST = worded(
    "irst|econd|hird|ourth|ifth|ast|next|only|other",
    r"\b(?:[Yy]our|[Tt]heir|[Ii]ts) (?:first|second|third|fourth|fifth|last|other|next|only)"
    rf"(?: one| recommendation| of these)?,? that (?P<who>{WHO}) "
    r"(?:should )?(?P<do>(?!(?:is|are|was|were|has|have|had)\b)[a-z][^.;]{8,160}?)"
    r"(?=, (?:is|was|has|had|we|I|it|the|[A-Z]))",
)
# "In the second, we had asked that managers read each file", "Thirdly, you were to …".
_IN_THE_SECOND = worded(
    "irst|econd|hird|ourth|ifth|ast|next|only|other",
    r"\b(?:[Ii]n|[Oo]n|[Aa]s to|[Ff]or|[Bb]y) the (?:first|second|third|fourth|fifth|last"
    rf"|other),? (?:we|I|they)(?: had| have|[’']d|[’']ve)? (?:asked that (?=[a-z])"
    rf"|asked (?P<who>{WHO}) to ){DO}",
)
# "By the end of March we are to make sure …": what a body that answers was asked.
_ARE_TO = worded(
    " to ",
    r"(?:^|[.;] |, )\W*(?:[^.;,]{0,50}? |By [^.;,]{3,40},? )?(?P<who>[Ww]e|[Yy]ou)"
    r" (?:are|were) to " + DO,
)
# "It says that the force needs to …", below a sentence on a recommendation or an area.
_IT_SAYS = worded(
    "had to|has to|must|need|ought to|should",
    r"(?:^|[.;] )\W*(?:It|This|They|Another|The one[^.;,]{0,40}|One)(?: (?:also|then))?"
    r" ?(?:says?|said|reads?|is|was|tells? (?:us|me|you)|told (?:us|me|you)|think|thought)?,?"
    r"(?: that)? "
    rf"(?P<who>{WHO}) {_SHOULD} {DO}",
)
# "The area for improvement is plain. The force should …".
_BELOW = worded(
    "must|needs to|need to|needed to|ought to|should|has to|had to",
    r"^\W*(?:Among them,? |And |First,? |Second,? |Third,? |Lastly,? |Finally,? )?"
    rf"(?P<who>{WHO}|s?he) {_SHOULD} {DO}",
)
# "Inspectors thought the school should …", "their report had found that the trust must …".
_THOUGHT = worded(
    "had to|has to|must|need|ought to|should",
    rf"\b{INSPECTS} (?:had |have |has |also ){{0,2}}(?:thought|thinks?|felt|feels?|believed?"
    rf"|advised|considers?|considered"
    rf"|argues?|argued|say|says|said|told \w+|found[^.;]{{0,90}} and)(?: that)? (?P<who>{WHO}) "
    rf"{_SHOULD} {DO}",
)
TOLD_FORMS = (
    ("ordinal", _ORDINAL),
    ("your-first", _YOUR_FIRST),
    ("in-the-second", _IN_THE_SECOND),
    ("outsider-says", _OUTSIDER_SAYS),
    ("outsider-wants", _OUTSIDER_WANTS),
    ("he-wants", _HE_WANTS),
    ("like-to-see", _LIKE_TO_SEE),
    ("addressed", _ADDRESSED),
    ("we-ask", _WE_ASK),
    ("thought", _THOUGHT),
    ("it-says", _IT_SAYS),
    ("below", _BELOW),
    ("are-to", _ARE_TO),
)
"""The forms, in the order in which they are tried."""
OF_OUTSIDERS = ("outsider-says", "outsider-wants", "he-wants", "we-ask", "like-to-see")
"""Forms whose asker is none that inspects: not in minutes, where they are talk."""
BELOW_NAMED = ("it-says", "below", "are-to")
"""Forms that say so only right below a sentence on recommendations or areas."""
OF_SEVERAL = ("addressed", "ordinal", "your-first", "in-the-second")
"""Forms of a paper that goes through recommendations, which it has named somewhere above."""
