"""The forms in which something is asked of somebody: who asks, whom, and what.

Each gives `do`, what is to be done, and most give `who`.
"""

import re

from answerable.reading.findings.asking.asking_demanded import DEMANDED_FORMS
from answerable.reading.findings.asking.asking_of_anyone import ANYONE_FORMS
from answerable.reading.findings.asking.asking_outside import OUTSIDE_FORMS
from answerable.reading.findings.asking.asking_reported import REPORTED_FORMS
from answerable.reading.findings.asking.asking_spoken import SPOKEN_FORMS
from answerable.reading.findings.asking.asking_studied import STUDIED_FORMS
from answerable.reading.findings.telling_forms import DO as _DO
from answerable.reading.findings.telling_forms import INSPECTS, TOLD_FORMS, WHO
from answerable.reading.modals import SUBJECT
from answerable.reading.worded import Forms, worded

_ASKED = (
    r"(?:expect(?:s|ed)?|want(?:s|ed)?|need(?:s|ed)?|require[sd]?|ask(?:s|ed)?|tells?|told"
    r"|urge[sd]?|advise[sd]?|order(?:s|ed)?|instruct(?:s|ed)?|direct(?:s|ed)?|invite[sd]?"
    r"|encourage[sd]?|press(?:es|ed)?|challenge[sd]?|call(?:s|ed)? (?:up)?on"
    r"|(?:would|[’']d) (?:also )?like|wish(?:es|ed)?|look(?:s|ed)? to|call(?:s|ed)? for"
    r"|remind(?:s|ed)?|recommend(?:s|ed)?)"
)
_ADVERBS = r"(?:(?:\w+ly|also|now|still|then|again|therefore|have|has|had|so|do|did) ){0,3}"
# "We expect the force to …", "HMI has told the chief constable that she must …".
_ACTIVE = worded(
    " that he must | that he should | that it must | that it should "
    "| that she must | that she should | that they must | that they should "
    "| that you must | that you should | to ",
    rf"(?P<by>\b(?:[Ww]e|I)\b|\b{INSPECTS}(?: [A-Z][\w’'-]+){{0,3}}) {_ADVERBS}"
    rf"(?P<verb>{_ASKED}) (?:to see )?(?P<who>(?:[Yy]ou|[Yy]our \w+|{WHO}))"
    rf"(?:,? (?:by|within|before) [^,;.]{{3,40}},)?"
    rf"(?: to| that (?:it|they|s?he|you) (?:should|must|needs? to|ha[sd] to)) {_DO}",
    re.IGNORECASE,
)
# "We would like to see the force using its data better".
_SEE = worded(
    " to see ",
    rf"\b(?:[Ww]e|I) (?:would like|want|expect|need|hope) to see (?P<who>{SUBJECT}) "
    r"(?P<do>(?-i:[a-z])+ing\b[^.;]{8,300})",
    re.IGNORECASE,
)
# "The force is expected to …", "all forces have been advised to …".
_PASSIVE = worded(
    "advised|asked|directed|encouraged|expected|instructed|invited|obliged"
    "|ordered|recommended|reminded|required|told|under a duty|urged",
    rf"(?:^|[,;:.] |\band |\bthat |\b[Nn]ow )(?P<who>{SUBJECT}) (?:is|are|was|were|has been"
    r"|have been|had been) (?:\w+ly |also |now |still |therefore )?"
    r"(?P<verb>expected|required|recommended|invited|encouraged|advised|urged|asked|told|ordered"
    r"|instructed|directed|reminded|under a duty|obliged)"
    rf"(?: by [^,.;]{{3,50}}?)? to {_DO}",
    re.IGNORECASE,
)
# "It is essential that the force puts …", "There is a need for the force to …".
_IMPERSONAL = (
    worded(
        " that ",
        r"\b[Ii]t(?: is|[’']s| remains| will be) (?:\w+ly |therefore |also )?(?:essential|vital"
        r"|important|imperative|necessary|crucial|critical|incumbent on) that "
        rf"(?P<who>{SUBJECT}) (?:should |must )?(?!(?:is|are|was|were|has|have|had|does|do)\b)"
        r"(?P<do>(?-i:[a-z])[^.;]{8,300})",
        re.IGNORECASE,
    ),
    worded(
        "need for ",
        r"\b[Tt]here (?:is|remains|was) (?:still |clearly |therefore )?an? (?:\w+ ){0,2}need for "
        rf"(?P<who>{SUBJECT}) to {_DO}",
        re.IGNORECASE,
    ),
    worded(
        "essential|vital|imperative|necessary|crucial|critical|incumbent",
        r"\b[Ii]t(?: is|[’']s) (?:\w+ly |therefore )?(?:essential|vital|imperative|necessary"
        rf"|crucial|critical|incumbent) (?:for|on|upon) (?P<who>{SUBJECT}) to {_DO}",
        re.IGNORECASE,
    ),
)
# "Inspectors said the force needed to …": told afterwards.
_SAID_NEEDED = worded(
    "added |concluded |found |judged |noted |said |say |says |stated |warned |think|thought "
    "|believe|told ",
    rf"\b{INSPECTS} {_ADVERBS}(?:said|say|says|found|concluded|warned|added|stated|judged|noted"
    rf"|thinks?|thought|believes?|believed|told (?:us|them|it|the \w+))"
    rf"(?: that)? (?P<who>{WHO}) (?:\w+ly |also |still |now )?(?:(?:needed|ought|had|needs?|has"
    rf"|was required|were required) to|must|should) {_DO}",
    re.IGNORECASE,
)
# "The panel told us that body-worn video should be on": what is to be, told with its verb.
_SAID_BE = worded(
    " be ",
    rf"\b(?:{INSPECTS}|panel|visitors|committee) {_ADVERBS}(?:said|says?|found|thinks?|thought"
    r"|believes?|asked|wants?|wanted|told (?:us|them|it|the \w+))(?: that)?"
    r" (?P<do>(?!(?:it|they|s?he|we|you|this|that|there|nobody|nothing)\b)(?:[\w’'-]+ ){1,7}?"
    r"(?:should|must|needs? to|needed to|ought to|had to) be (?!(?:noted|proud|able|praised|closed"
    r"|commended)\b)[^.;]{2,160})",
    re.IGNORECASE,
)
# "…, the inspectorates said.", "…, according to the report."
_SAID_AFTER = worded(
    " had to | has to | must | need to | needed to | needs to | ought to | should ",
    rf"(?P<who>\b{SUBJECT}) (?:should|must|needs? to|ha[sd] to|needed to|ought to) "
    rf"(?P<do>[a-z][^.;]{{8,300}}?)\.?, (?:(?:the )?{INSPECTS}(?: also| have| has)? (?:said|say"
    rf"|says|added|warned|concluded|found|ruled|told [^,.;]{{3,30}}|insisted|wrote)"
    rf"|according to (?:the |its |their )?(?:HM |chief ){{0,2}}{INSPECTS}"
    r"(?: in (?:an?|the|its|his|her|their) [^.;:]{4,80})?)\W*$",
    re.IGNORECASE,
)
# "Inspectors called for an urgent review", "I expect an updated plan by the end of May".
_NOUN = (
    r"(?P<do>(?:an?|the|more|better|urgent|immediate|regular|clearer|your|its|stronger|improved"
    r"|further|greater|action|changes?|improvements?)\b[^.;,]{8,180})"
)
_CALLS_FOR = worded(
    "ask|call|demand|press|recommend",
    rf"\b{INSPECTS} {_ADVERBS}(?:call(?:s|ed)?|press(?:es|ed)?|ask(?:s|ed)?) for {_NOUN}"
    rf"|\b{INSPECTS} {_ADVERBS}(?:demand(?:s|ed)?|recommend(?:s"
    rf"|ed)?) {_NOUN.replace('do', 'do2')}",
    re.IGNORECASE,
)
# "The auditors recommended that the register be updated every quarter".
_THAT_BE = worded(
    " be ",
    rf"(?:\b{INSPECTS}|\b(?:panel|committee|board|members|councillors|governors|it was)) "
    rf"{_ADVERBS}(?:recommend(?:s|ed)?|propose[sd]?|advise[sd]?|ask(?:s|ed)?|urge[sd]?)"
    r"(?: to (?:the )?[^,.;]{3,50})?,? that (?P<do>(?:the|an?|all|any|more|each|every|its|this"
    r"|these|those|further)\b [^.;]{3,110}? (?:should )?be (?-i:[a-z])[^.;]{3,160})",
    re.IGNORECASE,
)
# "It has until the end of September to answer calls faster", in a paper that names inspectors.
_UNTIL = worded(
    "days |months |until |weeks ",
    r"(?:^|[.;,] |\band |\b[Ff]or the \w+ )\W*(?P<who>[Ii]t|[Ww]e|[Tt]hey|"
    rf"{SUBJECT}) (?:now )?(?:(?:has|have|had)(?: been given)?|was given|were given) (?:only )?"
    r"(?:until (?:the )?(?:[\w-]+ ){1,5}?|(?:[\w-]+ ){1,2}(?:days|weeks|months) )"
    rf"(?:in which )?to {_DO}",
    re.IGNORECASE,
)
# "For the first we have been told to scrutinise the use of force."
_WE_WERE = worded(
    "advised to |asked to |instructed to |ordered to |recommended to "
    "|required to |told to |urged to ",
    r"(?:^|[.;,] |\band |\bthat |\b[Ff]or the \w+,? |\b(?:[Ll]ast|[Ff]inal|[Ff]irst|[Ss]econd"
    r"|[Tt]hird)(?:ly)?,? "
    rf"|\b(?:[Tt]hen|[Nn]ext),? )\W*(?P<who>[Ww]e|[Ii]t|[Yy]ou|[Tt]hey|{WHO})"
    r"(?: is| are| has| have| had| was| were|[’'](?:ve|s|d)) (?:been |also |now )*(?P<verb>told"
    rf"|asked|ordered|required|urged|advised|instructed|recommended) to {_DO}",
    re.IGNORECASE,
)
# "The force requires improvement, it says, and has been told to …".
_AND_TOLD = worded(
    "told |asked |ordered |urged |advised |instructed ",
    r"\b(?:and|but|which|who)(?: has| have| had)?(?: also| now)?(?: been| was| were)(?: also)? "
    rf"(?:told|asked|ordered|urged|advised|instructed)(?: by [^,.;]{{3,30}}?)? to {_DO}",
)
# "Inspectors want to see fewer calls abandoned", "… and wanted warmer letters".
_WANTS_THING = worded(
    "like|want|wish",
    rf"\b{INSPECTS} (?:\w+ )?(?:wants?|wanted|would like)(?: to see)? "
    r"(?P<do>(?:fewer|more|better|clearer|faster|quicker|stronger|warmer|firmer|closer|earlier"
    r"|an? end to|[a-z]+er (?=[a-z]+s\b))\b[^.;,]{8,140}?)"
    r"(?= and (?:has|have|had|said|that|they|it|was)\b|[.;,]|$)",
    re.IGNORECASE,
)
NEAR_TELLS = re.compile(
    rf"\b{INSPECTS}\b|\b(?:[Rr]ecommendations?|causes? of concern|areas? for improvement)\b",
    re.IGNORECASE,
)
# What was done about it, behind it: "… and did so on 8 May".
DID_SO = re.compile(r",? and (?:did so|has done so|have done so|that has been done)\b.*$")
# "What the school was told to do: raise its sights, and see to it that all can read".
COLON = re.compile(
    r"\b(?:told|asked|ordered|required|needs?|has|have|must|should) (?:to )?do(?: now| next)?"
    r"(?: (?:is|was))?(?: this)?: (?P<all>[a-z][^.:]{20,400})"
)
COLON_PARTS = re.compile(
    r"; (?:and )?|,? and (?=[a-z]+ (?:to|the|it|that|its|all|a|an|up|every)\b)"
)
# "We still think that the force should …", in the words of who inspects.
_THINK = worded(
    "should|must|ought to|need",
    rf"\b(?:[Ww]e|I) {_ADVERBS}(?:think|believe|consider|maintain|conclude|are of the view"
    rf"|remain of the"
    rf" view|said|say|found)(?: that)? (?P<who>{SUBJECT}) (?:should|must|ought to"
    rf"|needs? to) (?!consider\b){_DO}",
    re.IGNORECASE,
)
# "It wants chief constables to …", below a sentence on inspectors and what they recommend.
_IT_WANTS = worded(
    " to | should | must ",
    rf"(?:^|[.;] )\W*(?P<by>It|They|You|\w+ the \w+,? (?:we|they|it)) ?"
    rf"{_ADVERBS}(?P<verb>{_ASKED}) (?:to see )?(?P<who>{WHO})"
    rf"(?:,? (?:by|within|before) [^,;.]{{3,40}},)?(?: to| (?:should|must)) {_DO}",
    re.IGNORECASE,
)
# "The service has been told that it should …".
_TOLD_THAT = worded(
    "told|advised|warned|reminded",
    rf"(?P<who>{SUBJECT}) (?:has|have|had|was|were) (?:been )?(?:also |now )?(?:told|advised"
    rf"|warned"
    r"|reminded)(?: by [^,.;]{3,40})? that (?:it|they|s?he|we) (?:should|must|needs? to|needed to"
    rf"|ought to|had to|has to) {_DO}",
    re.IGNORECASE,
)
_ALL = (
    *STUDIED_FORMS,
    *TOLD_FORMS,
    ("told-that", _TOLD_THAT),
    ("expects", _ACTIVE),
    ("thinks", _THINK),
    ("it-wants", _IT_WANTS),
    ("sees", _SEE),
    ("said-needed", _SAID_NEEDED),
    ("said-needed", _SAID_BE),
    ("said-after", _SAID_AFTER),
    ("vital", _IMPERSONAL[0]),
    ("vital", _IMPERSONAL[1]),
    ("vital", _IMPERSONAL[2]),
    ("passive", _PASSIVE),
    *DEMANDED_FORMS,
    ("calls-for", _CALLS_FOR),
    ("that-be", _THAT_BE),
    ("until", _UNTIL),
    ("were-told", _WE_WERE),
    ("and-told", _AND_TOLD),
    ("wants-thing", _WANTS_THING),
    *ANYONE_FORMS,
    *OUTSIDE_FORMS,
    *REPORTED_FORMS,
    *SPOKEN_FORMS,
)
FORMS = Forms(_ALL)
