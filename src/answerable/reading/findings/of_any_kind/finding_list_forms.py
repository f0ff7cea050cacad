"""The forms of headings, labels, lead-ins and lines of lists of findings: `finding_lists`."""

import re

from answerable.reading.deadlines import MONTHS

_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d{1,2})"
_WHOSE = (
    r"(?:(?:the|our|your|its|these|other|further|remaining|new|open|live|current|outstanding"
    r"|likely|key|main|accelerated|national|hmicfrs|hmic|hmip?|peel|ofsted|cqc|inspection"
    r"|inspectorate[’']?s?|inspectors[’']|force[’']s)(?:[’']s?)? ){0,3}"
)
_CAUSES = r"(?:causes (?:of|for) concern|cocs|(?:priority|key) concerns)"
_AREAS = r"(?:areas (?:for|of) improvement|areas for development|issues to address|afis)"
_RECOMMENDATIONS = r"(?:(?:strategic |operational |improvement |priority )?recommendations|recs)"
_KINDS = (
    rf"(?:(?P<cause_of_concern>{_CAUSES})|(?P<area_for_improvement>{_AREAS})"
    rf"|(?P<recommendation>{_RECOMMENDATIONS}))"
)
_TERMS = ("cause_of_concern", "area_for_improvement", "recommendation")
# For text in small letters.
SPEAKS = re.compile(
    r"\b(?:causes? (?:of|for) concern|issues? to address|(?:priority|key) concerns|concern \d"
    r"|areas? (?:for|to|that need to) improve|(?:cocs?|afis?|rec(?:ommendation)?s?"
    r"|(?:we|i) (?:(?:also )?recommend(?:ed)?|want|ask|(?:want|ask)ed|expect(?:ed)?|need)|failings"
    r"|failures|breaches|shortfalls|notice"
    r"|what (?:\w+ ){1,3}should do|asked to|learning|lessons)\b)"
)


def kind_of(found: re.Match[str]) -> str:
    """The kind of record that a match of one of these forms names."""
    return next(name for name in _TERMS if found[name])


# "2. Causes of concern", "AREAS FOR IMPROVEMENT (2)", "Our recommendations to the Trust".
_HEAD = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}})?\.? )?{_WHOSE}{_KINDS}"
    r"(?: (?:from|of|in|by|to|for) [^.:;]{2,50})?(?: ?\([^()]{1,30}\))?\s*[:–-]?",
    re.IGNORECASE,
)
# "It has the following areas for improvement.", "There are two causes of concern:".
_ANNOUNCES = re.compile(
    rf"\b(?:(?:following|these)(?=[^:]*[.:]$)|{_MANY}(?=[^:]*:$))(?: \w+){{0,2}} {_KINDS}\b"
    r"[^.:;]{0,70}[.:]$"
    rf"|\b(?:the|its|our|their|whose|with) {_WHOSE}"
    r"(?:causes (?:of|for) concern|areas for improvement|recommendations) (?:are|were)\b"
    r"[^.:;]{0,40}:$",
    re.IGNORECASE,
)
_AGAIN = re.compile(_KINDS, re.IGNORECASE)
# "The failings were:", of somebody who was warned; "What we want the landlord to do:".
_FAILINGS = re.compile(
    r"\b(?:the|its|our|these) (?:\w+ )?(?:failings|failures|breaches|shortfalls)"
    r" (?:are|were|include[ds]?)\b[^.;:]{0,40}:$",
    re.IGNORECASE,
)
# "Why the notice was served:", "Our reasons for the warning notice were:".
_REASONS = re.compile(
    r"\W*(?:why (?:we|it|the|this|your|our)(?: \w+){0,3} (?:notice|warning|order)(?: \w+){0,3}"
    r"|(?:the |our |its )?(?:reasons?|grounds) (?:for|behind|of) (?:the|this|our|your|its)"
    r"(?: \w+){0,3} (?:notice|warning)(?: (?:is|are|was|were|include[ds]?))?)(?: that)?\s*:?",
    re.IGNORECASE,
)
# "What leaders should do next", "We have been asked to:", above lines that begin with a verb.
_STEPS = re.compile(
    r"\W*(?:what (?:\w+ ){1,3}?(?:should|must|needs? to) (?:now )?do(?: next| now)?"
    r"|(?:we|leaders|governors|the (?:school|college|nursery|home)) (?:have|has|were|was|are|is)"
    r"(?: been)?(?: also)? (?:asked|told|advised) to)\s*:?",
    re.IGNORECASE,
)
# "Learning", above what a panel that looked at cases asks for.
_LEARNING = re.compile(
    r"\W*(?:\d{1,2}\. )?(?:learning(?: points| for (?:the force|officers))?|lessons(?: for (?:the"
    r" force|officers))?|feedback (?:to|for) (?:the force|officers))\s*:?",
    re.IGNORECASE,
)
_OF_PANEL = re.compile(
    r"\b(?:scrutiny|dip[- ]sampl\w+|[Tt]he panel (?:chose|looked|read|rated))\b"
)
_OF_SCHOOLS = re.compile(r"\b(?:Ofsted|Estyn)\b|\bpupils\b|\bMonitoring visit report\b")
_WANTED = re.compile(
    r"\W*what (?:we|I)(?:[’']ve| have|[’']re| are|[’']d)? (?:also |now |all )?"
    r"(?:(?:want|would like|like|expect|need) (?!to\b)[\w’' ]{2,60}? to (?:do|see|change)"
    r"|(?:want|asked|are asking|asking|ask|recommend(?:ed)?)(?: (?!to\b)[\w’']+){0,4}? for"
    r"|(?:ask(?:ed)?|want(?:ed)?|expect(?:ed)?|need) (?:of|from) [\w’' ]{2,40}?"
    r"|recommend(?:ed)?)(?: (?:now|next|instead))?\s*:?$"
    r"|\W*(?:\d{1,2}\. )?we (?:also )?recommend(?: that)?\s*:?$",
    re.IGNORECASE,
)


def heads(words: str) -> str | None:
    """The kind that a heading names and nothing else; None for any other line."""
    found = _HEAD.fullmatch(words.strip())
    return kind_of(found) if found else None


def announces(words: str) -> str | None:
    """The kind of the list that a sentence opens; None for any other sentence."""
    found = _ANNOUNCES.search(words)
    if found is not None and not _DONE.search(words):
        named = _AGAIN.search(words, found.start())
        return kind_of(named) if named else None
    if _FAILINGS.search(words) or _REASONS.fullmatch(words.strip()):
        return "cause_of_concern"
    return "recommendation" if _WANTED.match(words) else None


def steps(words: str, text: str) -> str | None:
    """The kind of what stands below "What leaders should do next", by whose paper it is."""
    if _LEARNING.fullmatch(words.strip()):
        return "recommendation" if _OF_PANEL.search(text) else None
    if _STEPS.fullmatch(words.strip()) is None:
        return None
    return "area_for_improvement" if _OF_SCHOOLS.search(text) else None


_DONE = re.compile(
    r"\b(?:closed|completed?|met|discharged|signed off|noted|received|considered|no|not|none)\b",
    re.IGNORECASE,
)
RUN = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}})?\.? )?{_WHOSE}(?:(?P<cause_of_concern>{_CAUSES})"
    rf"|(?P<area_for_improvement>{_AREAS})|(?P<recommendation>(?!.))) ?(?:\([^()]{{1,30}}\))?"
    r"\s*[:–-] (?=\S)",
    re.IGNORECASE,
)
# "AFI 3: Removing ligature points", "Recommendation 1 (by June)", "R4 - report losses".
LABEL = re.compile(
    r"\W*(?:(?P<cause_of_concern>cause (?:of|for) concern|coc|(?:matter of )?concern(?= \d))"
    r"|(?P<area_for_improvement>area for improvement|afi|issue to address)"
    r"|(?:(?:strategic|operational|improvement|priority|key|urgent) (?=rec))?"
    r"(?P<recommendation>recommendation|rec\.?|(?-i:R)(?=\d)))\b"
    r"(?: ?(?:no\.? ?|number )?(?P<n>\d{1,3}[a-z]?|\d{1,4}[/.]\d{1,3}))?(?: \([^()]{3,60}\))?"
    r"(?P<mark>\s*[:.–—-]+(?=\s|$))?\s*",
    re.IGNORECASE,
)
# Whoever holds an inquest or inspects has raised what such a paper numbers.
RAISED = re.compile(
    r"\b(?:coroner|inquest|prevent(?:ion of)? future deaths|regulation 28|inspect(?:ors?|orate"
    r"|ion)|ombudsman|regulator|your (?:\w+ )?(?:report|concerns|letter)|HMI\w*|Ofsted|CQC)\b",
    re.IGNORECASE,
)
# "2.2 Women at four stations …", "3 Violent crime not recorded".
LINE = re.compile(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]?|R\d{1,2}(?:[.:]| ?[–-])?) (?=[A-Za-z])"
)
# A topic before the order: "Money. Agree a plan …".
TOPIC = re.compile(r"[A-Z][\w’',& -]{2,40}[.:–-] (?=[A-Z])")
_SOME = r"(?:an?|two|three|four|all|more|each|every|both|new|how|who|why|to (?:all|each|every))\b"
ORDER = re.compile(
    r"(?:To )?(?!(?i:the|this|that|these|those|we|it|in|on|at|by|for|with|when|while|and|but|our"
    r"|if|as|all|both|under|from|of|after|since|during|where|who|not|none|only|no|yes|accepted|agreed"
    rf"|rejected|status|closed|open(?! {_SOME})|met|complete|progress|response|please|thank|dear"
    r"|see|page|yours"
    r"|there|they|you|he|she|his|her|its|their|is|are|was|were|has|have|had|will|lead|owner)\b)"
    r"[A-Za-z][a-z]+(?<!ing)(?<!ed)(?<!s)\b"
    r"(?! (?:is|are|was|were|has|have|had|will|would|of|in|and|[A-Z][a-z]+)\b)(?= [^\s]+)"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|said|told|made)\b|n[’']t\b",
    re.IGNORECASE,
)
GOOD = re.compile(
    r"\b(?:good|better|improv\w+|progress|strong|praise\w*|pleased|no longer|closed|lifted"
    r"|discharged|recommend\w*)\b",
    re.IGNORECASE,
)
NOT_NOTED = re.compile(
    r"(?:to |that )?(?:notes?|receives?|considers?|approves?|endorses?"
    r"|comments? on|accepts?|agrees? (?:the|that|to))\b",
    re.IGNORECASE,
)
NOT_AN_AREA = re.compile(r"\b(?:should|must|needs? to|ought to)\b")
NO_ITEM = re.compile(
    r"\W*(?:none|nil|n/?a|not applicable|tbc|see|as (?:above|below)|we|i|this|there|they|it|you|if"
    rf"|(?:write|state|lead|open|update)(?! {_SOME})|enter|insert|type|paste|describe|status|owner"
    r"|due|total|page|updated|accepted|agreed|closed|no (?:causes?|areas?|new|further|other)\b"
    r"|\d+(?: (?:causes?|areas?|recommendations?|afis?)\b.*)?$"
    rf"|(?:{'|'.join(MONTHS)})(?: \d{{4}})?$)\b",
    re.IGNORECASE,
)
# How far it has come, as a sentence behind it: "Limited progress."
STANDS = re.compile(
    r"(?:(?:Good|Limited|Some|No|Little|Reasonable|Insufficient|Suitable|Adequate|Significant"
    r"|Enough|Not enough) progress|Not (?:yet )?(?:met|addressed|done|resolved)|Partly (?:met"
    r"|addressed)|Met|Addressed|Open|Closed|Complete[d]?|Outstanding|Resolved|Ongoing)"
    r"\b[^.]{0,20}\.?"
)
# What became of it behind the finding: "– closed", "(open)", ": partly met".
STATE_BEHIND = re.compile(
    r"[.;,]?(?: ?[:–—-] ?| \()(?:not (?:yet )?|partly |now |still )?(?:met|complete[d]?|closed"
    r"|done|discharged|open|outstanding|in progress|implemented|accepted|agreed"
    r"|rejected)\b[^.;]{0,40}$|[.;,]?(?: and)?[.;,]?$",
    re.IGNORECASE,
)
