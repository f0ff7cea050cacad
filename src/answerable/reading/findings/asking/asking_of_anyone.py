"""Forms in which anybody tells what a body was asked, whatever the verb: of `duty_asked`.

"The town's fire chiefs have been told to …", "inspectors wished lawyers to …", "I should like the
force to …", "in our view the force should …", "the recommendation on cells, to …", "six of them,
among them to … and to …". Each gives `do`, what is to be done, and most give `who`.
"""

from answerable.reading.findings.telling_forms import DO, INSPECTS, OUTSIDER
from answerable.reading.worded import worded

_HEAD = (
    r"(?:forces?|services?|constabulary|police|brigade|councils?|authority|trusts?|provider"
    r"|landlord|association|school|college|hospital|prison|jail|home|unit|board|department"
    r"|ministry|ministers?|government|chiefs?|bosses|leaders|managers|governors?|partners"
    r"|partnership|commissioner|constables?|fire officer|executive|company|firm|operator|office"
    r"|agency|committee|cabinet|lawyers|prosecutors|officers|staff|detectives|sergeants|crews"
    r"|supervisors|councillors|members|mayor|minister|commissioners|boards|departments|schools"
    r"|colleges|hospitals|prisons|authorities|landlords|companies|agencies)"
)
BODY = (
    r"(?:(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Yy]our|[Aa]ll|[Ee]ach|[Ee]very|[A-Z][\w’'&-]*) )?"
    rf"(?:[\w’'&-]+ ){{0,3}}?(?i:{_HEAD})(?: (?:in|of|for|at) (?:the )?[A-Z][\w’'-]+)?)"
)
_ANY = rf"(?:{BODY}|us|me|them|him|her|you|it)"
_SHALL = (
    r"(?:to|(?:that )?(?:it|they|we|you|s?he) (?:should|must|needs? to|needed to|ought to|had to"
    r"|has to))"
)
_TOLD = (
    r"(?:told|asked|ordered|urged|advised|instructed|directed|required|recommended|warned|pressed"
    r"|encouraged)"
)
_BY_WHEN = r"(?:,? (?:by|within|before) [^,;.]{3,40},)?"
# "The town's fire chiefs have been told to …", "It was told that it should …".
_WAS_TOLD = worded(
    "told|asked|ordered|urged|advised|instructed|directed|required|recommended|warned|pressed"
    "|encouraged",
    rf"(?:^|[.;:,] |\b(?:and|that|but|which) )\W*(?:(?P<who>{BODY}|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou) )?"
    r"(?:(?:has|have|had) (?:also |now |since )?been|was|were|is|are|[’'](?:s|ve|d) been)"
    rf"(?: also| now| both| then)? {_TOLD}"
    rf"(?:,? (?:by|in|on|last|this) [^.;]{{3,60}}?)?,? {_SHALL} {DO}",
)
# "Inspectors wished lawyers to …", "The report tells you that you must …".
_WISHED = worded(
    "ask|told|tell|want|wish|urge|order|expect|require|recommend|advise|instruct|direct|press"
    "|encourage|like|call|need",
    rf"\b(?i:{INSPECTS})(?: [A-Z][\w’'-]+){{0,3}} (?:(?:has|have|had|also|now|then|since|both"
    r"|again|\w+ly|still|do|does|did) ){0,3}(?P<verb>asks?|asked|tells?|told|wants?|wanted"
    r"|wish(?:es|ed)?|urge[sd]?|orders?|ordered|expects?|expected|requires?|required|recommend(?:s|ed)?"
    r"|advise[sd]?|instructs?|instructed|directs?|directed|press(?:es|ed)?|encourage[sd]?"
    r"|(?:would|[’']d) (?:also )?like|calls? (?:up)?on|called (?:up)?on|calls? for|called for"
    rf"|needs?|needed) (?P<who>{_ANY}){_BY_WHEN} {_SHALL} {DO}",
)
# "The inspectors' view is that we should …", "inspectors want: should, they said, go to …".
_VIEW = worded(
    "should|must|ought to|need|had to",
    rf"\b(?i:{INSPECTS})(?:[’']s?|s[’']) (?:\w+ )?(?:view|advice|point|wish|message|request|demand"
    rf"|finding|opinion)(?: (?:is|was|to us|to you))* that (?P<who>{_ANY}|we|they|the [a-z]+) "
    rf"(?:should|must|ought to|needs? to|needed to|had to) {DO}"
    rf"|\b(?i:{INSPECTS}) tells? (?:us|you|them|it) (?:that )?(?:we|you|they|it) (?:should|must"
    rf"|ought to|need to) {DO.replace('<do>', '<do2>')}",
)
# "I should like the force to …, to … and to …", of somebody who is none of its masters.
_SHOULD_LIKE = worded(
    " like|call on|call upon|urge|demand|ask",
    r"\b(?:[Ww]e|I)(?: (?:should|would)|[’']d)? (?:also )?(?:like|call (?:up)?on|urge|ask|demand"
    rf" that) (?P<who>{BODY}),? (?:to|should|must) {DO}"
    r"|\b(?:[Ww]e|I|[Yy]ou)(?: (?:would|should|had|have)|[’']d)? (?:also )?ask(?:ed)? that (?:s?he"
    rf"|you|they|it|{BODY}) {DO.replace('<do>', '<do2>')}",
)
_VIEW_OF = (
    r"(?:[Ii]n (?:my|our) (?:own )?view|[Mm]y (?:own )?(?:view|advice|answer)|[Oo]ur (?:own )?view"
    r"|(?:I|[Ww]e)(?: do| also|[’']d| would| still)? (?:think|believe|say|suggest|propose))"
)
# "My own view, for what it is worth: the force should …".
_OPINION = worded(
    "should|must|ought to|need",
    rf"\b{_VIEW_OF}\b[^.;:]{{0,40}}?(?::|,| that| is that)? (?P<who>{BODY}|you|they|it|s?he) "
    rf"(?:should|must|ought to|needs? to)(?: now| also)? {DO}",
)
# "The Chief Constable should resign": a sentence of its own, in a paper with a voice of its own.
_VOICED = worded(
    "should|ought to",
    rf"^\W*(?:(?:So|And|But|Meanwhile|Now|First|Second|Then),? )?(?P<who>{BODY}|(?:[Tt]he|[Ii]ts"
    rf"|[Oo]ur|[Tt]heir) (?:[a-z]+ )?(?:panel|inspectors)|[Ss]ome(?:body|one)) (?:should|ought"
    rf" to)(?: now| also)? {DO}",
)
# "the recommendation on cells, to …, was met", "the one that falls to it, to …".
_NAMELY = worded(
    ", to | to ",
    r"(?:\b[Rr]ecommendations? (?:on|about|for|over|made|that|from|of|in) [^.;:,()]{3,50}, "
    r"(?:which was )?|\b[Tt]he (?:one|first|second|third|fourth|fifth|last|other)"
    r"(?: (?:that|which|for|of|falls) [^.;:,()]{3,40})?,(?: which (?:is|was))? "
    r"|\b[Aa]mong (?:them|these|those|which)"
    r"(?: (?:is|are|was|were))?,? )to (?P<do>[a-z]+ [^.;:]{8,260}?)(?=, (?:is|was|were|are|has|had"
    r"|have|would|will|came|remains?|he|she|they|it|we|I)\b|[.;:(]|$)",
)
# "as the first recommendation asks: …", "On the third, tell the victims …, nine have been seen".
_ASKS = worded(
    ": ",
    r"\b(?:recommendation|recommendations|one|first|second|third|fourth|fifth|last) (?:asks?|asked"
    r"|says?|said|reads?|was|is|wants?|wanted)(?: (?:us|for this|this))?: [“\"]?(?:to )?"
    r"(?P<do>(?!(?:the|an?|it|we|they|there|that|this|no|in|on|at|by)\b)[a-z]+ [^.;:”\"]{8,200})",
)
_ASKER = rf"(?:\b(?i:{INSPECTS})|\b(?i:{OUTSIDER}))"
# "The auditors want two signatures on every payment", "MPs called for a single database".
_DEMANDS = (
    r"(?:recommend(?:s|ed)?|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|wants?|wanted"
    r"|demand(?:s|ed|ing)?|press(?:es|ed)? for|propose[sd]?|suggest(?:s|ed)?|would like)"
)
_NO_THING = (
    rf"(?!(?:the|an?|all|its|more) (?:[\w’-]+ ){{0,3}}?{_HEAD} (?:to|that|should|must)\b"
    r"|(?:the|an?) (?:answers?|reply|replies|response|meeting|report|letter|copy|action plan"
    r"|update|paper|public|same|[a-z]+er)\b)"
)
_DETERMINED = (
    r"(?:an?|the|more|fewer|less|better|two|three|four|every|all|each|no|new|extra|further"
    r"|separate|single|[a-z]+ly (?=[a-z]+(?:s|ion|ings?|checks?)\b)|[a-z]+er (?=[a-z])|regular"
    r"|urgent|immediate|independent|proper|annual|mandatory|compulsory)"
)
_THING = worded(
    "recommend|call|ask|want|demand|press|propos|suggest|like",
    rf"{_ASKER}\b[^.;:,]{{0,40}}? (?:(?:has|have|had|also|now|again) ){{0,2}}{_DEMANDS}"
    rf"(?: to see)? (?P<do>{_NO_THING}{_DETERMINED} [^.;:,”\"]{{6,150}}?)"
    r"(?= and (?:has|have|had|said|that|they|it|was|we|I)\b|,|[.;:”\"]|$)",
)
# "It would be sensible for the force to …", "The watchdog has given Holm until May to …".
_SENSIBLE = worded(
    "would be |might be ",
    r"\b[Ii]t (?:would|might) be (?:sensible|wise|right|better|helpful|good|fair|best|prudent) "
    rf"for (?P<who>{BODY}) to {DO}",
)
_GIVEN = worded(
    "given |gave |gives ",
    rf"\b(?i:{INSPECTS}) (?:has |have |had )?(?:given|gave|gives) (?P<who>{BODY}|[A-Z][\w’-]+(?: "
    r"(?:and|of|[A-Z][\w’-]+)){0,5}|it|us|them) (?:until|till|to) (?:the )?(?:[\w-]+ ){1,5}?to "
    rf"{DO}|\b(?i:{INSPECTS}) (?:has |have |had )?(?:given|gave|gives) (?:{BODY}|it|us|them)"
    rf" (?:[\w-]+ ){{1,3}}(?:days|weeks|months) to {DO.replace('<do>', '<do2>')}",
)
# "Recommendation 4 asked your force to …".
_NUMBERED = worded(
    "ecommendation ",
    rf"\b[Rr]ecommendation(?: \w{{1,4}})? (?:asks?|asked|tells?|told|wants?|wanted|requires?"
    rf"|required) (?P<who>{_ANY}){_BY_WHEN} to {DO}",
)
# "The custody visitors asked that blankets be replaced".
_ASKED_THAT = worded(
    " that ",
    rf"{_ASKER}\b[^.;:,]{{0,40}}? (?:recommend(?:s|ed)?|propose[sd]?|advise[sd]?|ask(?:s|ed)?"
    r"|urge[sd]?|demand(?:s|ed)?|suggest(?:s|ed)?) that (?:(?P<do>(?:[\w’-]+ ){1,9}?be "
    rf"[a-z][^.;]{{3,160}})|(?P<who>{BODY}|we|they|it|you) {DO.replace('<do>', '<do2>')})",
)
ANYONE_FORMS = (
    ("numbered", _NUMBERED),
    ("given", _GIVEN),
    ("was-told", _WAS_TOLD),
    ("wished", _WISHED),
    ("view", _VIEW),
    ("should-like", _SHOULD_LIKE),
    ("opinion", _OPINION),
    ("voiced", _VOICED),
    ("namely", _NAMELY),
    ("asks-this", _ASKS),
    ("sensible", _SENSIBLE),
    ("asked-that", _ASKED_THAT),
    ("thing", _THING),
)
"""The forms, in the order in which they are tried: behind all others."""
OF_VOICE = ("should-like", "opinion", "voiced", "sensible")
"""Forms of a paper whose writer is none that inspects or governs: a column, a letter, a blog."""
OF_NAMED = ("namely", "asks-this")
"""Forms of a paper that names recommendations somewhere above."""
