"""The forms in which prose says that something is an area for improvement: of `improvements`."""

import re

from answerable.reading.modals import MAY

TERM = (
    r"[\"“‘']?(?:AFIs?|areas? (?:for|of) improvement|areas? for development|issues? to address)"
    r"[\"”’']?"
)
_AN = r"(?:an? |one |our |another |two |three )?(?:of (?:the|its|our|these) )?(?:\w+ )?"
_HELD = (
    r"(?:listed|classed|recorded|given|named|flagged|noted|logged|marked|identified|described"
    r"|seen|treated|regarded|raised|counted|registered|set down|reported)"
)
_HOLDS = (
    r"(?:consider(?:s|ed)?|regard(?:s|ed)?|see|sees|saw|record(?:s|ed)?|treat(?:s|ed)?"
    r"|call(?:s|ed)?|count(?:s|ed)?|ma(?:ke|kes|de)|identif(?:y|ied|ies)|list(?:s|ed)?"
    r"|class(?:es|ed)?|nam(?:e|es|ed)|flag(?:s|ged)?|g(?:ive|ave|iven)|rais(?:e|es|ed)"
    r"|judg(?:e|es|ed)|rate[sd]?)"
)
IS_ONE = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|remained|stays?|represents?)"
    rf" (?:still |therefore |now |also |both |each |all |itself |too |again )*(?:{_HELD} as )?"
    rf"{_AN}{TERM}(?! (?:in|of) )"
    rf"|\b{_HOLDS} (?:this |that |it |these |them |both )(?:too |also )?(?:as |to be )?"
    rf"{_AN}{TERM}|\b(?:which|this|that|it|these|both) (?:\w+ )?(?:\w+ )?{_HOLDS} (?:as |to be )?"
    rf"{_AN}{TERM}",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\W*(?:(?:and|so|but) )?(?:(?:this|that|it|these|those|all of this|both)(?: too| also)?"
    r" (?:is|are|was|were|has|have|remains?|we|I|stays?|they|inspectors)\b"
    r"|(?:we|I|inspectors|they|the (?:report|inspectorate|letter))\b(?: \w+){0,3}"
    rf" (?:this|that|it|these|both)\b)[^.;:,]{{0,40}}?{TERM}(?! (?:to|that) [a-z])",
    re.IGNORECASE,
)
# "X, and this is an area for improvement", "X, one of its AFIs": what says so, behind it.
BEHIND = re.compile(
    r"(?:[,;:]| [–—-]) ?(?:and |but |so |which |that |it |this |one of |an? |something |all )"
    rf"[^,;:]{{0,60}}?{TERM}[^,;\w]?[^,;]{{0,60}}$",
    re.IGNORECASE,
)
# "As an area for improvement, it should …", "So is this: it should …".
AS_ONE = re.compile(
    r"(?:^|[.;,] )\W*(?:as|by way of|for|another|one more|a further|also) (?:an? |one |the )?"
    rf"(?:of (?:the|its|our) )?(?:\w+ )?{TERM},? (?:is )?(?:that )?"
    r"(?P<one>(?!(?:to|is|are|was)\b)[a-z][^;:?]{15,300})$",
    re.IGNORECASE,
)
SO_TOO = re.compile(
    r"\W*So (?:too )?(?:is|are|was|do|did|we)\b[^:.;]{0,30}?(?:: ?| that )"
    r"(?P<one>[a-z][^:;?]{15,300})$"
)
# "the report listed X as an area for improvement".
LISTED = re.compile(
    r"\b(?:list(?:s|ed)?|nam(?:es|ed)|identif(?:ied|ies)|flag(?:s|ged)|g(?:ives|ave)"
    r"|cit(?:es|ed)|record(?:s|ed)|mark(?:s|ed)|class(?:es|ed)|sets?|highlight(?:s|ed)|saw|sees"
    r"|describe[sd]?) (?P<one>(?!(?:it|this|that|these|them|us|an?|one|no|as|by)\b)"
    r"[^.;:,()]{8,160}?) as (?:an? |one |its |areas?\b)?(?:of (?:the|its|our) )?(?:\w+ )?"
    rf"{TERM}",
    re.IGNORECASE,
)
# "Less serious, but still an area for improvement, is the following."
NEXT = re.compile(
    rf"\b{TERM},? (?:is|was|are|were|reads?) (?:the following|this|these|that|as follows)\W*$"
    rf"|\b(?:becomes?|became|leaves?|left) (?:now )?(?:an?|one|the following) {TERM}\W*$"
    rf"|\b(?:the following|as an?|this|one|a new) {TERM}\s?:$"
    rf"|\b(?:identified|found|made|have|has|raised) (?:an?|one|a further|another"
    rf"|the following) {TERM}\W*$",
    re.IGNORECASE,
)
THERE = re.compile(rf"\bthere (?:is|are|was|were) (?:\w+ ){{0,5}}{TERM}", re.IGNORECASE)
DENIED = re.compile(
    rf"\b(?:no|not|never|no longer|if|whether|could|would|{MAY}|might|none|closed|complete[d]?"
    r"|addressed|previous|last (?:inspection|report|time)|(?:suitable|good|some) progress)\b"
    rf"|\b(?:was|were) (?:an? )?{TERM} (?:at|in|from|after) (?:our|its|the) (?:19|20)\d\d"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)
NAMES = ("mprovement", "AFI", "MPROVEMENT", "for development", "to address")
SAYS = re.compile(
    r"\b(?:should|must|needs? to|ought to|could|do|does|did|is|are|was|were|has|have|be)\b"
    r"|n[’']t\b|\b(?:fails?|lacks?)\b"
)
