"""What somebody is asked to do, by the grammar of asking and not by single verbs.

Who asks, whom, and what: "We expect the force to review …", "The force is expected to …", "It is
vital that the service puts …", "Inspectors called for an urgent review", "Inspectors said the
force needed to …". Who asks must be somebody who inspects, audits or scrutinises, or a paper of
such: what a commissioner or a meeting asks for is an action (`actions.action_ordered`).
"""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties_joined import apart
from answerable.reading.findings.duty_records import body, duty_record, modality
from answerable.reading.findings.duty_words import Duty, bare
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN, SUBJECT, obliged
from answerable.reading.records import Record, Value, record

_WRITES = ("inspection-report", "inspection-letter")
_NEVER = ("minutes", "agenda", "action-log")
_ASKED = (
    r"(?:expect(?:s|ed)?|want(?:s|ed)?|need(?:s|ed)?|require[sd]?|ask(?:s|ed)?|tells?|told"
    r"|urge[sd]?|advise[sd]?|order(?:s|ed)?|instruct(?:s|ed)?|direct(?:s|ed)?|invite[sd]?"
    r"|encourage[sd]?|press(?:es|ed)?|challenge[sd]?|call(?:s|ed)? (?:up)?on|would like"
    r"|remind(?:s|ed)?|recommend(?:s|ed)?)"
)
_INSPECTS = (
    r"(?:inspect(?:ors?|orates?)|HMIC(?:FRS)?|HMI(?: Prisons| Probation)?|watchdog|regulator"
    r"|Ofsted|CQC|Estyn|auditors?|[Ii]nternal [Aa]udit|coroner|ombudsman|IOPC|(?:the|this|its"
    r"|our) (?:\w+ )?(?:report|letter|review|audit|inspection|inquiry)"
    r"|(?:peer|review) team)"
)
_ADVERBS = r"(?:(?:\w+ly|also|now|still|then|again|therefore|have|has|had|so|do|did) ){0,3}"
_DO = r"(?P<do>(?!be (?:able|aware|proud|clear|surprised)\b)(?-i:[a-z])[^.;]{8,300})"
# "We expect the force to …", "HMI has told the chief constable that she must …".
_ACTIVE = re.compile(
    rf"(?P<by>\b(?:[Ww]e|I)\b|\b{_INSPECTS}(?: [A-Z][\w’'-]+){{0,3}}) {_ADVERBS}"
    rf"(?P<verb>{_ASKED}) (?:to see )?(?P<who>(?:(?:[Yy]ou|[Yy]our \w+|{SUBJECT})))"
    rf"(?:,? (?:by|within|before) [^,;.]{{3,40}},)?"
    rf"(?: to| that (?:it|they|s?he|you) (?:should|must|needs? to|ha[sd] to)) {_DO}",
    re.IGNORECASE,
)
# "We would like to see the force using its data better".
_SEE = re.compile(
    rf"\b(?:[Ww]e|I) (?:would like|want|expect|need|hope) to see (?P<who>{SUBJECT}) "
    r"(?P<do>(?-i:[a-z])+ing\b[^.;]{8,300})",
    re.IGNORECASE,
)
# "The force is expected to …", "all forces have been advised to …".
_PASSIVE = re.compile(
    rf"(?:^|[,;:.] |\band |\bthat |\b[Nn]ow )(?P<who>{SUBJECT}) (?:is|are|was|were|has been"
    r"|have been|had been) (?:\w+ly |also |now |still |therefore )?"
    r"(?P<verb>expected|required|recommended|invited|encouraged|advised|urged|asked|told|ordered"
    r"|instructed|directed|reminded|under a duty|obliged)"
    rf"(?: by [^,.;]{{3,50}}?)? to {_DO}",
    re.IGNORECASE,
)
# "It is essential that the force puts …", "There is a need for the force to …".
_IMPERSONAL = (
    re.compile(
        r"\b[Ii]t(?: is|[’']s| remains| will be) (?:\w+ly |therefore |also )?(?:essential|vital"
        r"|important|imperative|necessary|crucial|critical|incumbent on) that "
        rf"(?P<who>{SUBJECT}) (?:should |must )?(?!(?:is|are|was|were|has|have|had|does|do)\b)"
        r"(?P<do>(?-i:[a-z])[^.;]{8,300})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b[Tt]here (?:is|remains|was) (?:still |clearly |therefore )?an? (?:\w+ ){0,2}need for "
        rf"(?P<who>{SUBJECT}) to {_DO}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b[Ii]t(?: is|[’']s) (?:\w+ly |therefore )?(?:essential|vital|imperative|necessary"
        rf"|crucial|critical|incumbent) (?:for|on|upon) (?P<who>{SUBJECT}) to {_DO}",
        re.IGNORECASE,
    ),
)
# "Inspectors said the force needed to …": told afterwards.
_SAID_NEEDED = re.compile(
    rf"\b{_INSPECTS} {_ADVERBS}(?:said|say|says|found|concluded|warned|added|stated|judged|noted)"
    rf"(?: that)? (?P<who>{SUBJECT}) (?:\w+ly |also |still |now )?(?:needed|ought|had|needs|has"
    rf"|was required|were required|must|should) (?:to )?{_DO}",
    re.IGNORECASE,
)
# "…, the inspectorates said.", "…, according to the report."
_SAID_AFTER = re.compile(
    rf"(?P<who>\b{SUBJECT}) (?:should|must|needs? to|ha[sd] to|needed to|ought to) "
    rf"(?P<do>[a-z][^.;]{{8,300}}?), (?:(?:the )?{_INSPECTS}(?: also| have| has)? (?:said|say|says"
    rf"|added|warned|concluded|found|ruled|told [^,.;]{{3,30}}|insisted|wrote)"
    rf"|according to (?:the |its |their )?{_INSPECTS})\W*$",
    re.IGNORECASE,
)
# "Inspectors called for an urgent review", "I expect an updated plan by the end of May".
_NOUN = (
    r"(?P<do>(?:an?|the|more|better|urgent|immediate|regular|clearer|your|its|stronger|improved"
    r"|further|greater|action|changes?|improvements?)\b[^.;,]{8,180})"
)
_CALLS_FOR = re.compile(
    rf"\b{_INSPECTS} {_ADVERBS}(?:call(?:s|ed)?|press(?:es|ed)?|ask(?:s|ed)?) for {_NOUN}"
    rf"|\b{_INSPECTS} {_ADVERBS}(?:demand(?:s|ed)?|recommend(?:s"
    rf"|ed)?) {_NOUN.replace('do', 'do2')}",
    re.IGNORECASE,
)
# "The auditors recommended that the register be updated every quarter".
_THAT_BE = re.compile(
    rf"(?:\b{_INSPECTS}|\b(?:panel|committee|board|members|councillors|governors|it was)) "
    rf"{_ADVERBS}(?:recommend(?:s|ed)?|propose[sd]?|advise[sd]?|ask(?:s|ed)?|urge[sd]?)"
    r"(?: to (?:the )?[^,.;]{3,50})?,? that (?P<do>(?:the|an?|all|any|more|each|every|its|this"
    r"|these|those|further)\b [^.;]{3,110}? (?:should )?be (?-i:[a-z])[^.;]{3,160})",
    re.IGNORECASE,
)
# A report or letter of inspectors says itself what a body, or who leads it, should do.
_BODY = re.compile(
    r"(?:(?:the|your|all|both|each|every|police|local|other) )*(?:force|forces|service|services"
    r"|constabulary|constabularies|trust|council|authority|authorities|provider|governor|prison"
    r"|home|school|partnership|board|partners|leaders|senior leaders|leadership team|managers"
    r"|supervisors|chief constables?|chief fire officer|chief officers?|chief officer team"
    r"|college of policing|home office|government|ministers|inspectorate)"
    r"(?: (?:at|in|of) (?:all|every|each) levels?)?(?: and (?:his|her|its|their|the) [a-z]+)?"
    r"|(?-i:[A-Z])[\w’'&-]*(?: (?:(?-i:[A-Z])"
    r"[\w’'&-]*|and|of|the|for)){0,6}",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:,? (?:therefore|now|also|urgently|immediately))? *(?!not\b|only\b|be (?:able|proud|clear"
    r"|praised|commended|congratulated|treated|seen|noted|viewed|surprised)\b|never\b|always be"
    r"\b|have (?:been|had|done|known|seen|told|\w+ed)\b|(?:also )?note\b|say\b|pay (?:particular"
    r"|special) )(?P<do>[a-z][^;]{8,300})"
)
_BY_NOW = ("should", "must", "needs to", "need to", "ought to", "is required to")
_NOT = re.compile(
    r"\b(?:not|never|no longer|nor) (?:\w+ )?(?:expect|want|need|require|ask|tell|told|urge|order"
    r"|call|recommend|be)|n[’']t (?:expect|want|need|require|ask|tell|call|recommend)"
    r"|\b(?:if|whether|unless)\b|\?\s*$|\b(?:used|able|likely|seem(?:s|ed)?|supposed) to\b",
    re.IGNORECASE,
)
# What a letter only wants to be sent or told is an action of its reader (`action_letters`).
SENDS = re.compile(
    r"(?:send|submit|supply|reply|respond|report (?:back )?to (?:us|me)|provide (?:us|me"
    r"|an? (?:\w+ )"
    r"{0,2}(?:plan|response|update))|let (?:us|me)|give (?:us|me)|set out (?:what|how)|write to"
    r"|deal with the following|do \w+ things|tell (?:us|me))\b"
)
# To be told things is no duty: "we expect the force to be inspected again".
_PASSES = re.compile(
    r"(?:be (?:inspected|graded|published|revisited|told)|have|see|hear|know|find|wait|reach"
    r"|continue|remain|stay|feel|think|like)\b|be\b(?! (?:clear|open|able))"
)
_FIRST = re.compile(r"\b(?:we|I|me|us|inspectors|it was|there (?:is|was))$", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each thing that somebody who inspects asks of somebody."""
    kind = material.profile.type
    if kind in _NEVER:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("definitions", "attendance"):
            continue
        words = material.text[passage.start : passage.end]
        if passage.start == 0 or _NOT.search(words) or len(words) > _LONGEST:
            continue
        for one in _asked(material, passage, words, inspecting=kind in _WRITES):
            for part in apart(material, one, named=False):
                yield _record(material, passage, part)


_LONGEST = 700  # characters of a sentence


def _asked(
    material: Material, passage: Passage, words: str, *, inspecting: bool
) -> Iterator[Duty]:
    """The first form of asking that a sentence has, or the duty that inspectors state."""
    if inspecting and (stated := _stated(material, passage, words)) is not None:
        yield stated
        return
    told = inspecting or material.inspectorate is not None
    for rule, pattern in _FORMS:
        own = rule in ("sees", "passive", "vital") or (rule == "expects" and not told)
        if own and not inspecting:
            continue
        match = pattern.search(words)
        if match is None or not _fits(rule, match, inspecting=inspecting):
            continue
        group = "do" if match["do"] else "do2"
        start, end = passage.start + match.start(group), passage.start + match.end(group)
        who = match.groupdict().get("who")
        yield Duty(
            bare(material, start, end),
            (passage.start + match.start("who"), passage.start + match.end("who"))
            if who
            else None,
            "must" if rule == "passive" and match["verb"] in _ORDERS else "recommends",
            f"prose.asked.{rule}",
        )
        return


def _stated(material: Material, passage: Passage, words: str) -> Duty | None:
    """ "Leaders must establish why …", in the words of who inspects and not of somebody quoted."""
    if words.endswith(":"):
        return None
    for one in obliged(words):
        who = words[slice(*one.who)].strip(" ,")
        opens = one.who[0] <= passage.body - passage.start or _DATED.match(words[: one.who[0]])
        if one.modal.lower() != "must" and not opens:
            continue
        if one.modal.lower() not in _BY_NOW or not _BODY.fullmatch(who) or _SPOKEN.search(words):
            continue
        match = _STATED.match(words, one.end)
        if match is None or NOT_TAKEN.match(match["do"]) or SENDS.match(match["do"]):
            continue
        start, end = passage.start + match.start("do"), passage.start + match.end("do")
        at = passage.start + one.who[0], passage.start + one.who[1]
        if end - start < _SHORT:
            continue
        rule = f"prose.asked.{modality(one.modal)}"
        return Duty(bare(material, start, end), at, one.modal, rule)
    return None


_SHORT = 20  # characters: "copy this" orders nothing
_DATED = re.compile(
    r"\W*(?:(?:By|Within|Before|From|No later than|With) [^,]{3,60}|Immediately),? $"
)
# What a policy, a plan or somebody who was asked says should be done.
_SPOKEN = re.compile(
    r"\b(?:policy|policies|guidance|procedure|standards?|code|law|plan|staff|officers|they|he|she"
    r"|people|victims|prisoners|residents|act \d{4}) (?:\w+ )?(?:says?|said|states?|stated"
    r"|requires?"
    r"|told|thought|felt|believed?|expects?|suggest\w*)\b|[“\"]",
    re.IGNORECASE,
)
_ORDERS = ("required", "ordered", "directed", "instructed", "under a duty", "obliged")
_FORMS = (
    ("expects", _ACTIVE),
    ("sees", _SEE),
    ("said-needed", _SAID_NEEDED),
    ("said-after", _SAID_AFTER),
    ("vital", _IMPERSONAL[0]),
    ("vital", _IMPERSONAL[1]),
    ("vital", _IMPERSONAL[2]),
    ("passive", _PASSIVE),
    ("calls-for", _CALLS_FOR),
    ("that-be", _THAT_BE),
)


def _fits(rule: str, match: re.Match[str], *, inspecting: bool) -> bool:
    groups = match.groupdict()
    do = groups.get("do") or groups.get("do2") or ""
    if (
        NOT_TAKEN.match(do)
        or SENDS.match(do)
        or (rule in ("expects", "passive", "vital") and _PASSES.match(do))
    ):
        return False
    if rule == "expects":
        own = re.fullmatch(r"we|i", match["by"], re.IGNORECASE) is not None
        return inspecting or not own
    who = groups.get("who")
    return who is None or _FIRST.search(who) is None


def _record(material: Material, passage: Passage, one: Duty) -> Record:
    due = deadline(material.text, passage.start, passage.end)
    if due is None and one.rule in _SOFT and _improves(material, passage):
        return _improvement(material, passage)
    return duty_record(
        material,
        passage,
        one.span,
        who=one.who,
        modal=one.modal,
        due=due,
        cause=None,
        number=None,
        outside=due is not None and not (one.span[0] <= due.start < one.span[1]),
        rule=one.rule,
        weight=62,
    )


_SOFT = ("prose.asked.should", "prose.asked.needs-to")


def _improves(material: Material, passage: Passage) -> bool:
    """A report on police or fire says "should" without a date of an area for improvement."""
    scaled = (material.profile.scale or "").startswith("hmicfrs")
    return scaled and passage.section not in ("recommendations", "cause")


def _improvement(material: Material, passage: Passage) -> Record:
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    return record(
        "area_for_improvement",
        (passage.body, passage.end),
        "afi.prose.stated",
        given=given,
        support=support,
        inferred=inferred,
        weight=62,
    )
