"""Areas for improvement that somebody names by what they are about.

"There was an area for improvement on custody searches", "two AFIs, one on vetting and one on how
long letters take", "its areas for improvement concern vetting and supervision", "Ofsted asked for
improvement in the quality of plans and in how partners help". The thing itself is the area.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.findings.causes.cause_about import cuts
from answerable.reading.findings.duties.duty_records import body
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import Worded, worded

_NEVER = ("inspection-report", "agenda", "register", "action-log")
_TERM = r"(?:AFIs?|[Aa]reas? for improvement)"
_ON = (
    r"(?:about|on|over|for|in (?:relation|respect|regard) to|in(?= how\b| the way\b)|around"
    r"|relating to|related to|regarding|concerning|concerned with|to do with|touching"
    r"|with regard to)"
)
_SAY = (
    r"(?:is|are|was|were|concerns?|concerned|covers?|covered|includes?|included|relates? to"
    r"|related to|deals? with|dealt with|touch(?:es|ed)? on)"
)
_ONE = r"(?P<one>(?!\d)[a-z][^.;:()“”\"]{7,200})"
# "Areas for development: visits to children, clarity of letters, and oversight".
_LABELLED = worded(
    "reas for|reas of",
    r"^\W*(?:(?:The|Key|Main|Other|Its|Their|Agreed) )?(?:\w+ )?[Aa]reas (?:for|of)"
    r" (?:further |continued )?(?:development|improvement)(?: (?:identified|noted|highlighted"
    r"|raised|named|includes?|included|were|are|as|by (?:the )?(?:[A-Z]\w+|inspectors)))*: "
    r"(?P<one>(?![^.;:]*\b(?:is|are|was|were|has|have|does|do|did|not|will|none|nothing|see"
    r"|should|must|needs?)\b)[A-Za-z][^.;:()“”\"]{7,240})(?=[.(]|$)",
)
_ABOUT = (
    # "an area for improvement in relation to …", "an AFI for not recording why …".
    worded(
        "AFI|rea for improvement|reas for improvement",
        rf"\b(?:an?|one|another|has|have|had|[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Yy]our|new|old|first|second|third"
        rf"|other|last|[Tt]wo|[Tt]hree|[a-z]+(?:[’']s|s[’'])) (?:\w+ )?{_TERM}"
        r"(?:,? (?:which|that) (?:is|was|we had))?"
        rf",? {_ON} {_ONE}",
    ),
    # "its areas for improvement concern vetting and supervision".
    worded(
        "AFI|rea for improvement|reas for improvement",
        rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Yy]our|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Oo]ther) "
        rf"(?:\w+ )?{_TERM} {_SAY} (?!(?:not|now|still|also|all|both|open|closed|made|set|found"
        r"|being|to|that|the (?:following|same)|complete\w*|met|done|in|on|at|by|listed|given"
        rf"|these|as|[a-z]+ed)\b){_ONE}",
    ),
    # "They had three areas for improvement, among them …", "Areas to work on were … and …".
    worded(
        "AFIs|reas for improvement|reas to|next steps",
        r"(?:\b(?:two|three|four|five|six|several|some|\d|[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Yy]our)"
        r" (?:\w+ )?(?:AFIs|[Aa]reas (?:for improvement|to (?:improve|work on|develop)))"
        r",? (?:among them|including|such as)"
        r"|\b(?:[Aa]reas (?:for improvement|to (?:improve|work on|develop))"
        r"|(?:two|three|four) next steps) (?:is|are|was|were|included?))"
        r"(?: still| also| both)? (?!(?:not|now|all|open|closed|made|set|found|to|that"
        rf"|no|[a-z]+ed)\b){_ONE}",
    ),
    # "the area inspectors would like us to improve is how quickly …".
    worded(
        "improve",
        r"\b(?:[Tt]he|[Oo]ne|[Aa]nother) (?:area|thing|matter) (?:that |which |where )?"
        r"[^.;:,]{3,60}"
        rf"\bimproved? (?:is|was) {_ONE}",
    ),
    # "Inspectors asked for improvement in …", "we must improve …", of those who were told.
    worded(
        "mprovement",
        r"\b(?i:inspect(?:ors?|orate)|HMI\w*|Ofsted|CQC|Estyn|they|report|letter)\b[^.;:]{0,30}\b"
        r"(?:ask(?:s|ed)? for|want(?:s|ed)?|call(?:s|ed)? for|expect(?:s|ed)?|sought|looked for"
        rf"|wants? to see|wanted to see|like to see) (?:\w+ )?improvements? (?:in|to) {_ONE}",
    ),
    # "the force could do better at …", of inspectors.
    worded(
        "do better|get better|be better",
        r"\b(?i:inspect(?:ors?|orate)|HMI\w*|Ofsted|CQC|Estyn)\b[^.;:]{3,60}\b(?:could|should|can"
        rf"|must|needs? to|needed to) (?:do|get|be) better (?:at|in|on) {_ONE}",
    ),
    _LABELLED,
)
# "two AFIs, one on A and one on B", "one concerned A, the other B".
_EACH = worded(
    "AFI|for improvement",
    rf"\b{_TERM}\b[^.;()]{{0,40}}?[,:] (?:the first|one) {_ON} (?P<one>[^.;:()]{{6,110}}?)(?:,)? "
    rf"(?:and )?(?:one|another|the (?:other|second))(?: {_ON})? (?P<two>[^.;:()]{{6,110}})",
)
# Behind the thing, what became of it, who says so, and what is another matter.
_STOP = re.compile(
    r"(?<!\bwho)(?<!\bwhich),? (?:is|was|are|were|has|have|had|will|would|remains?|stays?)\b"
    r"|, that\b"
    r"|, (?:which|who|but|so|since|because|where|though|although|and (?:we|I|they|it|he|she|the"
    r"|has|was|is)|he|she|they|it|we|I|said|says|the \w+ (?:said|says))\b"
    r"|,? (?:and|but) (?:we|I|they|it|he|she|that|this|has|have|had|was|were|is|are|two|three|one"
    r"|an?|no|said|told|gave|made|asked|rated|graded)\b| (?:in|from|at) (?:its|our|the|their) "
    r"(?:\w+ )?(?:report|inspection|letter|visit)\b"
)
_DENIED = re.compile(
    r"\b(?:no|not|if|whether|any|never|unless|without|each|every)\b[^.;]{0,30}$|n[’']t\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# A count of them, a body, a plan or a paper is no subject of theirs.
_NO_SUBJECT = re.compile(
    r"(?:the |this |that |its |our |each |all )?(?:\w+ )?(?:force|service|constabulary|council"
    r"|trust|police|report|inspection|panel|board|committee|commissioner|year|plan|us|them|which|people"
    r"|agenda|website)\W*$|(?:it|which|this|that|these|us|them|whom|what it|mine|yours|ours|clear"
    r"|plain|simple|new|open|closed|as|so|too|save that|taken|disruptions)\b|how (?:it|they|we)"
    r" \w+\W*$|the (?:\w+ )?time\b",
    re.IGNORECASE,
)
_LEAST = 8  # characters


def records(material: Material) -> Iterator[Record]:
    """One area for improvement for each thing that is named as one."""
    never = material.profile.type in _NEVER and material.profile.id != "ofsted"
    if not _SPEAKS.search(material.text):
        return
    forms = (_LABELLED,) if never else _ABOUT
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if "next steps" in words and not _SCHOOL.search(material.text):
            continue
        if words.endswith(("?", ":")) or ("mprove" not in words and not _MAY.search(words)):
            continue
        for start, end in _things(words, forms):
            span = bare(material, passage.start + start, passage.start + end)
            yield _record(material, passage, span)


_SPEAKS = re.compile(
    r"mprove|\bAFI|reas (?:for|of) (?:\w+ )?development|reas to (?:work on|develop)"
    r"|\bnext steps (?:is|are|was|were)\b"
)
_MAY = re.compile(r"\bAFI|\bbetter\b|\b[Aa]reas (?:to|for|of) |\bnext steps\b")
# Only who inspects schools calls them next steps.
_SCHOOL = re.compile(r"\b(?:Ofsted|Estyn|HMIe|needs attention)\b")


def _things(words: str, forms: Sequence[Worded]) -> Iterator[tuple[int, int]]:
    each = _EACH.search(words) if forms is _ABOUT else None
    if each is not None and not _DENIED.search(words[: each.start()]):
        for name in ("one", "two"):
            yield _until(words, *each.span(name))
        return
    for form in forms:
        found = form.search(words)
        if found is None or _DENIED.search(words[: found.start()]):
            continue
        start, end = _until(words, *found.span("one"))
        clause = words.startswith(", that ", end)  # what it says is read elsewhere
        if clause or _NO_SUBJECT.match(words[start:end]) or MODAL.search(words, start, end):
            return
        many = _MANY.search(words, found.start(), start)
        comma = -1 if many else words.find(", ", start, end)
        end = comma if comma > 0 else end
        joints = _joints(words, start, end) if many else []
        at = start
        for joint in [*joints, (end, end)]:
            lead = _LEAD.match(words, at, joint[0])
            at = lead.end() if lead else at
            if joint[0] - at >= _LEAST:
                yield at, joint[0]
            at = joint[1]
        return


def _joints(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a list is cut: at its commas and its last "and", and else as its words show."""
    commas = [one.span() for one in _COMMA.finditer(words, start, end)]
    last = words.rfind(" and ", commas[-1][1], end) if commas else -1
    if last < 0:
        joints = cuts(words, start, end, 0) or cuts(words, start, end, 2)
        return [one for one in joints if not words[one[1] : one[1] + 1].isdigit()]
    return [*commas, (last, last + len(" and "))]


_COMMA = re.compile(r", (?!and\b)(?=[a-z])")
_MANY = re.compile(r"\b(?:next steps|[Aa]reas|AFIs|improvements)\b|\bimprovements? (?:in|to)\b")
_LEAD = re.compile(rf"(?:and )?(?:{_ON}|in|to) ")


_HOW = re.compile(r"\b(?:how|why|whether|the way)\b(?: [\w’-]+){0,5}$")
"""A clause whose verb is its own: "the way that boats are kept"."""


def _until(words: str, start: int, end: int) -> tuple[int, int]:
    stop = _STOP.search(words, start + _LEAST, end)
    if stop is not None and _HOW.search(words, start, stop.start()):
        stop = _STOP.search(words, stop.end(), end)
    return start, stop.start() if stop else end


def _record(material: Material, passage: Passage, span: tuple[int, int]) -> Record:
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    return record(
        "area_for_improvement",
        span,
        "afi.prose.about",
        given=given,
        support=support,
        inferred=inferred,
        weight=70,
    )
