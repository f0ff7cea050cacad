"""Forms in which a study, a chief inspector or the press asks for things: of `duty_asked`.

"The researchers argue that more training is needed, and that a new fund be set up", "the chief
inspector called for the home to be closed", "officials found so much that they asked managers to
close it". Each gives `do`, what is to be done, and most give `who`.
"""

from answerable.reading.findings.duties.duties_joined import ANY_VERB
from answerable.reading.findings.telling_forms import DO, INSPECTS, OUTSIDER, WHO
from answerable.reading.worded import worded

_STUDIES = (
    r"(?:researchers?|authors?|academics?|stud(?:y|ies)|scientists|economists|experts|report"
    r"|review(?:ers)?|inquiry|commission|think ?tank|campaigners?)"
)
# "The researchers argue that more support for carers is needed, and that a fund be set up."
_NEEDED = worded(
    " that ",
    rf"\b(?i:{_STUDIES}) (?:(?:have|has|had|also|then) ){{0,2}}(?:argue[sd]?|suggest(?:s|ed)?"
    r"|propose[sd]?|recommend(?:s|ed)?|insist(?:s|ed)?|urge[sd]?) that "
    r"(?P<do>(?:more|better|further|greater|new|an?|clearer|stronger|additional|extra|urgent"
    r"|earlier|proper) [^.;]{4,160}? (?:is|are) (?:now |urgently |badly )?(?:needed|required"
    r"|necessary)\b(?:(?:,? and|,) that [^.;]{8,300})?)",
)
# "A charity called for the lock to be closed."
_TO_BE = worded(
    "call",
    rf"\b(?i:{INSPECTS}|{OUTSIDER}|{_STUDIES})\b[^.;:“”]{{0,60}}? (?:has |have |had |also ){{0,2}}"
    r"(?:called|calls|calling|is calling|are calling) for (?P<who>(?!an? )[^.;:,]{3,60}?) to "
    r"(?P<do>be [a-z]+(?:ed|en|wn|de|ld|ght|pt|id|ut|in|on|ne|t)\b[^.;,]{0,150}?)"
    r"(?= in (?:the|its|his|her|their|a|this) (?:\w+ )?(?:report|letter)\b|[.;,]|$"
    r"| and (?:said|has|have|for)\b| after\b| because\b)",
)
# "… inspectors saw so many leaks that they asked the owners to shut the hall."
_THEY_ASKED = worded(
    "they asked |they told |they ordered |they urged |they advised |they instructed ",
    r"\b(?:inspect\w+|officials|auditors|watchdog|Ofsted|CQC|HMI\w*|visitors|regulator)\b"
    r"[^.;]{4,160}? (?:that|and) they (?:asked|told|ordered|urged|advised|instructed) "
    rf"(?P<who>{WHO}|management|leaders|bosses|owners|trustees) to {DO}",
)
# "… made two national recommendations to the College and the chiefs to update their guidance."
_MADE_TO = worded(
    "ecommendation to |ecommendations to ",
    r"\b(?:made|makes|issued|issues|has|have|gave) (?:(?!no\b)[\w-]+ ){1,4}?recommendations? to "
    rf"(?P<who>(?:the |all |both )?[A-Z\w][^.;:,?]{{2,80}}?) to (?P<do>(?:{ANY_VERB}|limit|extend"
    r"|appoint|widen|end|apologise)\b [^.;:]{6,300})",
)
STUDIED_FORMS = (
    ("made-to", _MADE_TO),
    ("needed", _NEEDED),
    ("to-be", _TO_BE),
    ("they-asked", _THEY_ASKED),
)
"""The forms: tried before those that read less of such a sentence."""
