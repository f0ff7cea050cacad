"""The record of a duty: its number, who is to do it, by when, and under which concern."""

import re

from answerable.reading.bodies_meant import Named, by_default
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, dates
from answerable.reading.findings.duties.due_below import due_below
from answerable.reading.gazetteer import Body
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import once, worded

RECOMMENDS = worded(
    "recommend|urge|call|advise|want|said|says|warned|added|asked|wrote|state|found|told",
    r"\b(?:(?:we|HMIC(?:FRS)?|(?:the |its )?inspectors?|the (?:panel|inspectorate|committee"
    r"|board|report|review"
    r"|audit|inquiry|jury|inspection|(?:external |internal )?auditors?|ombudsman|coroner|IOPC"
    r"|watchdog|regulator"
    r"|letter)|I|Ofsted|CQC|it is|it was)(?: has"
    r"| have)?(?: also"
    r"| further| therefore)? (?:recommends?|recommended|urges?|urged|call(?:s|ed)? (?:up)?on"
    r"|advises?|wants?)"
    r"|(?:chief inspector|HM Inspector|HMI|HM Chief Inspector|inspector of [a-z]+|auditor general"
    r"|ombudsman|coroner|judge|chair of the (?:inquiry|review)"
    r"|(?:the )?watchdog)(?: of [^.;,]{3,40})?"
    r"(?: [A-Z]\w+){0,3},? (?:has |have )?(?:also )?(?:said|says|called|warned|added|recommended"
    r"|urged"
    r"|wants|asked|wrote)"
    r"|(?:HMIC(?:FRS)?|(?:the )?inspectors|the (?:inspectorate|report|review|watchdog|regulator"
    r"|letter)"
    r"|Ofsted|CQC)(?: has| have)?(?: also)? (?:said|says|states?|stated|found|warned"
    r"|told [\w ]{3,30}?))\b(?: that)?",
    re.IGNORECASE,
)


LABEL = re.compile(
    r"\W*(?:areas? for improvement|AFIs?|causes? of concern|recommendations?)\W*(?:\d{1,3}\W*)?",
    re.IGNORECASE,
)
"""The name of a finding and nothing else: what it says stands in the next sentence."""
NUMBERED = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]\s+\W*)?(?:(?:Our )?(?:(?:Strategic|Operational|Improvement"
    r"|Priority|Key|Urgent) (?=Rec))?(?P<kind>Rec(?:ommendation|\.(?= \d)"
    r"|(?= \d))|Area for improvement|AFI"
    r"|Cause of concern|COC"
    r"|Requirement|Action)\b(?:,? (?-i:[A-Z])[\w’' ]{3,50}(?=:))?"
    r"\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,5}(?:[/.-]\d{1,4})?[a-z]?"
    r"|(?-i:[A-Z]\d{0,2})\b"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)?"
    r"(?: \([^()\n]{3,60}\)(?= ?[:–—-]))?\s*[:.–—)-]?\s*)",
    re.IGNORECASE,
)


_LIST_NUMBER = re.compile(
    r"^(?:[•·▪●–*-] )?\(?(?P<number>\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s"
    r"|^(?P<own>R\d{1,2})[.:]?\s"
)


MODALITY = {"should": "should", "must": "must", "ought to": "should"}


def modality(modal: str) -> str:
    plain = modal.lower()
    return MODALITY.get(plain, "recommends" if plain == "recommends" else "needs-to")


def duty_record(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    *,
    who: tuple[int, int] | None,
    modal: str,
    due: Deadline | None,
    cause: int | None,
    number: tuple[str, str | None] | None,
    outside: bool,
    rule: str,
    weight: int,
) -> Record:
    label = NUMBERED.match(material.text[passage.start : passage.end])
    kind = (label["kind"] or "").lower() if label else ""
    improvement = (
        passage.section == "afi"
        or kind in ("afi", "area for improvement")
        or bool(number and number[0].lower() in ("afi", "area for improvement"))
    )
    of_lead = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    if of_lead and re.search(r"\bareas? for improvement\b", of_lead, re.IGNORECASE):
        improvement = True
    before = material.text[passage.start : span[0]]
    if (
        _TOLD_APART.match(kind)
        or rule == "prose.named-again"  # its own words call it a recommendation
        or "recommended that" in before
        or (of_lead and "requirement" in of_lead.lower())
    ):
        improvement = False
    if improvement and due is not None and _NEXT_STEPS.match(passage.heading):
        improvement = False
    if due is not None and span[0] <= due.start < span[1] and due.words.lower()[:5] == "until":
        due = None  # "freeze the hire of boats until April": how long, and not by when
    behind = due is None
    due = due or _due_behind(material, passage, span[1])
    if due is None and rule.startswith(("section.", "list.")):
        due = due_below(material.text, span[1])
    outside = outside or (behind and due is not None)
    numbered = _number(material, passage, number)
    given: dict[str, Value] = {"number": numbered}
    support: dict[str, tuple[int, int]] = {}
    inferred: dict[str, str] = {}
    if due is not None:
        given |= {"due": due.due, "due_words": due.words}
        if outside:
            support["due"] = due.start, due.end
        if due.due and due.due not in due.words and "end of" in due.words.lower():
            inferred["due"] = "last day of the period named"
    named = addressee(material, passage, who)
    if improvement and named is not None and named.body.kind == "office":
        named = by_default(material, passage)
    key = "institution" if improvement else "addressee"
    marks, notes = body(given, named, key)
    support |= marks
    inferred |= notes
    if improvement:
        sentence = (passage.body, passage.end)
        return record(
            "area_for_improvement",
            sentence,
            f"afi.{rule}",
            given=given,
            support=support,
            inferred=inferred,
            weight=weight,
        )
    given |= {
        "due_basis": due.basis if due else "none",
        "modality": modality(modal),
        "parent": None,
    }
    parent = str(cause) if cause is not None else ""
    return record(
        "recommendation",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
        key=parent,
    )


DEADLINE_BEHIND = re.compile(
    r"[.;)]{0,2}\s?(?:Deadline|Target date|Due date|Due|Timescale|To be done by)(?: ?[:–-]) "
    r"(?P<due>[^.;:\n]{3,40})\W*",
)
"""By when, in words of its own behind what is to be done: "Mend it. Deadline: 3 May 2031"."""


def _due_behind(material: Material, passage: Passage, end: int) -> Deadline | None:
    """The day that such words tell right behind what is to be done, in the same block."""
    last = material.canonical.blocks[passage.block].end
    match = DEADLINE_BEHIND.match(material.text, end, last)
    stated = next(dates(match["due"]), None) if match else None
    if match is None or stated is None:
        return None
    return Deadline(*match.span("due"), match["due"], stated.iso, "date", stated.problem)


_TOLD_APART = re.compile(r"(?:rec|requirement)")
_NEXT_STEPS = re.compile(r"next steps", re.IGNORECASE)


def _number(
    material: Material, passage: Passage, heading: tuple[str, str | None] | None
) -> str | None:
    words = material.text[passage.start : passage.end]
    label = NUMBERED.match(words)
    if label is not None and label["number"]:
        return label["number"].lower() if len(label["number"]) > 3 else label["number"]
    listed = _LIST_NUMBER.match(words)
    if listed is not None:
        return _within(material, passage, listed["number"] or listed["own"])
    if passage.lead is not None:
        lead = material.text[passage.lead.start : passage.lead.end]
        led = NUMBERED.match(lead)
        if led is not None and led["number"] and lead.rstrip().endswith((":", "–", "-")):
            return led["number"]
    return heading[1] if heading else None


def _within(material: Material, passage: Passage, own: str) -> str:
    """ "a" in a list under "23 The Ministry should:" is 23a."""
    if passage.lead is None or not own.isalpha():
        return own
    lead = _OF_LEAD.match(material.text, passage.lead.start, passage.lead.end)
    return f"{lead[1]}{own}" if lead else own


_OF_LEAD = re.compile(r"\W{0,2}(\d{1,3})[.)]? (?=[A-Z])")


def addressee(material: Material, passage: Passage, who: tuple[int, int] | None) -> Named | None:
    """Who is to do it: a body or office named, or the subject body; nobody for "all forces"."""
    told = _TO_WHOM.match(material.text, passage.end) or _TO_WHOM.search(
        material.text, passage.start, passage.end
    )
    if told is not None:
        return Named(_office(told["who"]), told.span("who"))
    return by_default(material, passage) if who is None else _meant(material, passage, who)


def _meant(material: Material, passage: Passage, who: tuple[int, int]) -> Named | None:
    """Whom the words mean that say who is to do it."""
    named = [one for one in material.within(who[0], who[1] + 1) if not one.body.inspects]
    if named:
        return Named(named[-1].body, (named[-1].start, named[-1].end))
    words = material.text[who[0] : who[1]].strip()
    if _EVERY.match(words) or _MORE.fullmatch(words):
        return None
    stated = _by_words(material, words, who) or _by_its_place(material, words, who)
    found = None if stated else by_default(material, passage)
    if found is not None and _another_sort(words, found.body):
        return Named(_office(words), who)
    if found is not None and (_ANAPHOR.match(words) or not _CAPITAL.match(words)):
        return Named(found.body, who, f"{words} = subject body")
    return stated or (Named(_office(words), who) if _CAPITAL.match(words) else None)


def _by_its_place(material: Material, words: str, who: tuple[int, int]) -> Named | None:
    """ "Quarnley", in a paper that names Quarnley Council and no other body by that place."""
    if not words[:1].isupper() or " " in words:
        return None
    held = [one for one in material.named_in_full if one.name.startswith(f"{words} ")]
    return Named(held[0], who, f"{words} = {held[0].name}") if len(held) == 1 else None


# "More should be done to see that it is checked": nobody is named.
_MORE = re.compile(r"(?:(?:much|far|even|a lot) )?(?:more|less|work)", re.IGNORECASE)
_SORTS = (
    (re.compile(r"(?:the )?(?:nhs )?trust$", re.I), "trust"),
    (re.compile(r"(?:the )?provider$", re.I), ""),
    (re.compile(r"(?:the )?(?:council|local authority)$", re.I), "council authority"),
    (re.compile(r"(?:the )?force$", re.I), "police constabulary force"),
)


def _another_sort(words: str, body: Body) -> bool:
    """ "The trust" is not the hospital that a page is about, nor "the force" a council."""
    asked = next((sort for pattern, sort in _SORTS if pattern.match(words)), None)
    if asked is None or body.kind not in ("provider", "council", "fire"):
        return False
    name = body.name.lower()
    return not any(word in name for word in asked.split()) if asked else False


def _by_words(material: Material, words: str, who: tuple[int, int]) -> Named | None:
    """An office, a national body, or the provider that a page names at its head."""
    if _NATIONAL.fullmatch(words) or _OFFICES.search(words):
        return Named(_office(words), who)
    place = once(_RUN_BY, material.text) if _PROVIDER.fullmatch(words) else None
    run_by = _RUN_BY.match(material.text, place[0]) if place else None
    if run_by is None:
        return None
    body = Body(run_by.group("who").strip(), None, "provider")
    return Named(body, run_by.span("who"), "the provider named in the document")


# "… and act on them. (To the governor)", behind a recommendation.
_TO_WHOM = re.compile(
    r"\s{0,2}\((?:[Dd]irected |[Aa]ddressed )?[Tt]o:? (?P<who>(?:the |The )?(?:[A-Z]|governor"
    r"|director|head|trust|council|force|provider|service|contractor|manager)[\w’' ,&-]{0,60}?)\)"
)
_ANAPHOR = re.compile(
    r"(?:the |this |its |our )?(?:force|service|constabulary|trust|hospital|council|authority"
    r"|local authority|school|provider|prison|unit|organisation|partnership|it|they|you|we"
    r"|leaders|managers|staff|officers)$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?:[Tt]he )?[A-Z][a-z]+(?: [A-Z][a-z]+| of| and| for){0,5}$")
_EVERY = re.compile(r"(?:all|each|every|forces|services)\b", re.IGNORECASE)
_OFFICES = re.compile(
    r"chief constable|commissioner|PCC|chief fire officer|chief executive", re.IGNORECASE
)
_PROVIDER = re.compile(r"(?:the )?(?:registered )?provider", re.IGNORECASE)
_NATIONAL = re.compile(
    r"(?:the )?(?:(?:UK )?Government|Home Office|Ministry of Justice|College of Policing|NPCC"
    r"|National Fire Chiefs Council|Department (?:for|of) [A-Z]\w+(?: [A-Z]\w+| and){0,4})",
    re.IGNORECASE,
)
_RUN_BY = re.compile(
    r"^(?:Provided and run by|(?:Registered )?[Pp]rovider(?: name)?"
    r"|Run by)\s*:\s*(?P<who>[^\n]{3,80})",
    re.MULTILINE,
)


def _office(words: str) -> Body:
    plain = re.sub(r"^[Tt]he ", "", words)
    return Body(plain, None, "office")


def body(
    given: dict[str, Value], named: Named | None, name: str
) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    if named is None:
        return {}, {}
    given[name] = named.body.name
    given[f"{name}_id"] = named.body.id
    return (
        {name: named.span} if named.span else {},
        {name: named.inferred} if named.inferred else {},
    )
