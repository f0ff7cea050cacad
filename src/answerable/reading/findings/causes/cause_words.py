"""How documents speak of causes of concern: told, announced, counted, denied or closed.

"Cause of concern" is the term of the inspectorates; "cause for concern" is also everyday
English, and so counts only where somebody who inspects says it.
"""

import re

from answerable.reading.modals import MAY
from answerable.reading.worded import worded

TERM = r"[\"“‘']?(?:cause|causes) (?:of|for) concern[\"”’']?"
OF_CONCERN = re.compile(rf"\b{TERM}", re.IGNORECASE)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|some|[2-9]|\d{2})"
_ONE = (
    r"(?:an?|one|the|another|its|their|a single|this)"
    r" (?:\w+ly |further |new |second |third |additional |serious |significant |accelerated "
    r"|separate"
    r" |urgent |formal )*"
)
_VERB = (
    r"(?:have|has|had|identif(?:y|ied|ies)|issued?|issues|found|raised?|raises|made|highlighted"
    r"|reported|recorded|gave|given|served|handed|escalated|flagged|published|set out|noted)"
)
# What a concern is about: never a date ("on 3 March") or a place of print ("in its report").
_ABOUT = (
    r"(?: (?:about|relating to|related to|which relates to|in relation to|in respect of"
    r"|with respect to|with regard to|regarding|concerning|around|over|because(?: of)?|due to"
    r"|as(?= (?:the|it|its|there|too|some|many|officers|staff))|for (?:the way|how|its|failing)"
    r"|with (?:how|the way|the|its)|in (?:how|the way|which)"
    r"|on (?:how|the way|the (?!\d))"
    r"|that (?:the (?!inspect)|it |its |there |too |some |many |officers |staff |children "
    r"|victims ))|:? that [a-z]|: (?=(?:the|its|it|that|how|staff|officers|too|there|not)\b)"
    r"|, (?:which|because|that) )"
)
# "We have a cause of concern about …", "raised a further cause of concern over …".
TOLD = re.compile(
    rf"\b{_VERB}\b(?: (?:us|it|them|the \w+|that (?:force|service)|[A-Z]\w+ Police))?(?: with)?"
    rf" {_ONE}{TERM}{_ABOUT}",
    re.IGNORECASE,
)
# "A cause of concern was identified in relation to …".
PASSIVE = re.compile(
    rf"\b{_ONE}{TERM}(?: \(?[\w-]+\)?)?,? (?:was|has been|had been|is|is being|has now been)"
    r" (?:also |therefore |now )?(?:identified|issued|raised|made|found|recorded|published|given"
    rf"|reported|set out){_ABOUT}"
    rf"|\b{_ONE}{TERM}{_ABOUT} [^.;]{{3,120}}? (?:was|has been|had been) (?:also |therefore )?"
    r"(?:identified|issued|raised|made|recorded|published)\b",
    re.IGNORECASE,
)
# "The force's response to stalking is a cause of concern."
IS_ONE = re.compile(
    r"\b(?:is|are|was|were|remains?|remained|represents?|constitutes?|amounts? to|has become)"
    rf" (?:still |therefore |now |also )?{_ONE}{TERM}",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"\W*(?:this|that|it|these|all of this|taken together, this) (?:is|are|was|remains?"
    rf"|represents|constitutes|amounts to) (?:still |therefore |now |also )?{_ONE}{TERM}\W*$",
    re.IGNORECASE,
)
# "The cause of concern about crime recording is closed."
STANDING = re.compile(
    rf"\W*(?:the|our|this|that|its|your)(?: \w+)? {TERM}{_ABOUT} [^.;:]{{3,90}}? (?:is|are"
    rf"|has been"
    r"|have been|remains?|stays?)(?: now| therefore| still)?"
    r" (?P<state>closed|open|discharged|lifted|removed|superseded|in place|outstanding)\b",
    re.IGNORECASE,
)
# "These are causes of concern.": of the sentences before it.
BARE_MANY = re.compile(
    rf"\W*(?:these|those|both|all of these|the above|each of these)(?: \w+)? (?:are|is|were"
    rf"|remain)"
    rf" (?:both |all |each |still |now |therefore )*(?:\w+ )?{TERM}\W*$",
    re.IGNORECASE,
)
# What an urgent letter about a prison hangs its reasons from.
REASONS = re.compile(
    r"\b(?:my|our|the|these) (?:\w+ )?(?:reasons?|concerns|failings|failures|issues|factors)\b"
    r"[^.;]{0,90}\b(?:are|were|is|follow|below|following|include[ds]?)\b[^.;]{0,40}[:.]$"
    r"|\bwhat (?:we|I|inspectors) found\b[^.;]{0,40}[.:]$"
    r"|\bfor (?:the )?following reasons?[:.]$|\breasons? (?:are|were)(?: these| as follows)?[:.]$",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"\W*(?:the|our|its|their) (?:first|second|third|fourth|fifth|other|final|only|remaining)"
    r"(?: (?:one|of these|cause (?:of|for) concern|concern))?,? (?:is|was|relates? to|related to"
    r"|concerns|concerned|covers|covered|centres on|is about|was about"
    r"|focuses on) (?P<what>\S.+)\.$",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\b(?:no|not|never|without|nor|neither|avoid(?:ed)?|instead of|rather than)\b[^,;]{0,40}$"
    r"|n[’']t\b[^,;]{0,30}$"
    rf"|\b(?:if|whether|unless|could|can|{MAY}|might|would|should|when(?:ever)?"
    rf"|where)\b[^;]{{0,90}}$"
    r"|\b(?:previous|former|earlier|closed|old)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"\b(?:closed|discharged|removed|lifted|signed off|resolved|no longer|satisfied that"
    r"|dropped)\b",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"\b(?:Cllr|Councillors?|Members?|PCC|PFCC|Commissioner|Panel|Committee|residents?|public"
    r"|union"
    r"|federation|Mr|Mrs|Ms|Dr|he|she)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
INSPECTS = re.compile(
    r"\b(?:we|I|inspect(?:ors?|orate|ion)s?|HMIC(?:FRS)?|HMIs?|watchdog|regulator|Ofsted|CQC"
    r"|report|letter)\b",
    re.IGNORECASE,
)

# Papers that grade somebody lowest, or sound an alarm, tell concerns without the term. For text
# in small letters.
GRAVE = worded(
    "inadequate|special measures|accelerated|urgent notification|emergency powers|poor|failing",
    r"\b(?:inadequate|special measures|accelerated|urgent notification|emergency powers"
    r"|rated poor|failing)\b|[‘“'\"]poor[’”'\"]",
)
ANNOUNCES = re.compile(
    r"^\W*(?:\d{1,3}[.)] )?(?:the|our) (?:first|second|third|fourth|fifth|other|next|final"
    r"|remaining)(?: (?:one|of these|cause (?:of|for) concern|concern))? (?:was|is|reads?|stated"
    r"|said|related to|relates to|concerned|concerns)(?: (?:as follows|that|this|worded))*"
    r"\s?[:–-]$|\bcause (?:of|for) concern[^.;]{0,90}\s?:$",
    re.IGNORECASE,
)
ANNOUNCES_LIST = re.compile(
    rf"\b(?:following|these|\w+)(?: \w+){{0,2}} {TERM}[^.;]{{0,90}}\s?[:–-]$"
    rf"|\bpriority concerns:$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    rf"\b{_MANY}(?: \w+){{0,2}} {TERM}(?:[^.;:]{{0,90}})?\s?[.:]?$", re.IGNORECASE
)
# "I am writing about the cause of concern that we issued on 3 March. The force is failing to …"
MENTIONED = re.compile(
    rf"\b(?:writ(?:e|ing)|wrote|inform|notify|advise|tell|told|issued?|issuing|identif(?:y|ied)"
    rf"|raised?|found|published|gave|made|sent|reported)\b[^.:]*\b(?:an?|one|the|this|another|our)"
    rf" (?:\w+ )?{TERM}"
    r"|\bcause (?:of|for) concern (?:that )?(?:we|i|hmicfrs|(?:the )?inspect\w+)(?: have| has)?"
    r" (?:issued|raised|identified|published|gave|made|found|reported)\b",
    re.IGNORECASE,
)
OPENS_LETTER = re.compile(r"\b(?:am|are) (?:now )?writing\b|\bwrite to\b", re.IGNORECASE)
EARLY = re.compile(
    r"\baccelerated\b|\b(?:before|ahead of|in advance of) (?:our|the) (?:full |final )?"
    r"(?:report|inspection|publication)",
    re.IGNORECASE,
)
DEFINES = worded(
    "concern|cause|if |when |where ",
    rf"^\W*(?:\d[.)] )?(?:an? )?(?:accelerated )?{TERM} (?:is|are|will|may) (?:\w+ )?(?:issued"
    rf"|used|made"
    r"|raised|identified|given|always|a serious|reported)|^\W*(?:if|when|where) (?:our|we|an?|the"
    r" inspect)\b|\bpriority concerns are\b|\bwe (?:issue|use|raise) (?:an? )?cause",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|needs?|should|must|can|could|isn[’']t"
    r"|aren[’']t"
    r"|doesn[’']t|don[’']t|hasn[’']t|haven[’']t|can[’']t|cannot|fails?|failed|lacks?|not)\b",
    re.IGNORECASE,
)


_FAILS = re.compile(
    r"(?:no|not|lack|failures?|failing|too|poor|weak|insufficient|inadequate|unsafe)\b", re.I
)


def is_topic(words: str) -> bool:
    """The name of a concern ("custody", "protecting children"), and not the concern itself."""
    plain = words.strip(" .:–-")
    names = not _TOPIC.search(plain) and not _FAILS.match(plain)
    return bool(plain) and len(plain.split()) <= 12 and names


def told(words: str, *, inspection: bool) -> re.Match[str] | None:
    """Where a sentence tells of a concern as its own words, or None.

    `inspection` = an inspectorate wrote the document.
    """
    for pattern in (TOLD, PASSIVE, IS_ONE):
        match = pattern.search(words)
        if match is None:
            continue
        term = OF_CONCERN.search(words, match.start())
        before = words[: term.start()] if term else words
        if _NOT_TOLD.search(before[-120:]) or CLOSED.search(words):
            return None
        ordinary = "for concern" in match.group().lower() or pattern is IS_ONE
        if ordinary and not inspection and not INSPECTS.search(words):
            continue
        if pattern is TOLD and _BY_OTHERS.search(words[: match.start()]):
            continue
        return match
    return None
