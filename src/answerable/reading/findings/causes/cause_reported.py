"""Causes of concern that somebody repeats: what inspectors "said", and cards with a state below.

"The inspectorate said that missing children were too often graded as low risk, and that …" in a
paper that speaks of causes of concern; "Last year we found that …", before a cause that is told to
be closed; a line of a tracker between a body and "State: OPEN".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_telling as telling
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_inquest import only_tells_more
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.records import Record
from answerable.reading.worded import once, worded
from answerable.vocabulary.log_status import state_of

_TELLS = ("news", "press-release", "statement", "statutory-response", "minutes", "other")
_OF_THEM = worded(
    "concern|priority action",
    r"\bcauses? of concern\b|\bconcerns\b|\bsecond concern\b|\bpriority action\b",
    re.IGNORECASE,
)
_INSPECT = re.compile(
    r"\binspect(?:or|orate|ion)|\bHMI|\bwatchdog\b|\bOfsted\b|\bCQC\b|\bcoroner\b", re.I
)
_WE_FOUND = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})? )?(?:[Ll]ast year|In (?:our )?\d{4}(?: report| letter)?"
    r"|In [A-Z][a-z]+ \d{4}|At our last (?:visit|inspection)) we (?:found|said|reported|told "
    r"(?:you|[A-Z]\w+(?: [A-Z]\w+)?|the (?:force|service)))"
    r" that (?P<one>[a-z][^;:“”\"]{18,200}?)\W*$"
)
_BEHIND = 5  # passages within which its state is told
_CLOSES = re.compile(
    r"\bcause of concern (?:has been |is (?:now )?|was |had been |stays |remains )"
    r"|\b(?:close|discharge|lift)\w* (?:this|the|that|our) cause of concern",
    re.IGNORECASE,
)
_STATE = re.compile(r"\W*(?:State|Status|Position|Current state)\s?: ?(?P<state>[^\n]{3,60})")
_LETTERED = re.compile(
    r"\b(?:(?:your|the coroner[’']s|her|his|my) (?:matters of )?concerns|matters of concern)"
    r" (?:were|are)(?: as follows| these)?:$"
    r"|\bareas? (?:that|which) (?:require[sd]?|needs?|needed) priority action(?: (?:is|are|was"
    r"|were))?:$",
    re.IGNORECASE,
)
# "The regulator raised three areas of concern:", above a list of them.
_OF_CONCERN = re.compile(
    r"\b(?:areas?|issues|matters|points) of (?:\w+ )?concern\b[^.:;]{0,30}:$", re.IGNORECASE
)
_WHOSE = re.compile(
    r"\b(?:inspect\w*|audit\w*|regulator|watchdog|CQC|Ofsted|Estyn|HMI\w*|coroner|ombudsman"
    r"|reviewers?|peer team|review team|commissioners?)\b",
    re.IGNORECASE,
)
# "The rationale for why I believe the procedure is necessary includes:", in an urgent letter.
_RATIONALE = re.compile(
    r"\b(?:rationale|reasons?) (?:for|why|that)\b[^.:;]{0,120}\b(?:includes?|is|are|was|were)"
    r"(?: as follows| the following| set out below)?:$",
    re.IGNORECASE,
)
_URGENT = re.compile(r"\burgent notification\b", re.IGNORECASE)
_HEADED = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?:the )?(?:coroner[’']s (?:matters of )?concerns?"
    r"|matters of concern)\W*$",
    re.IGNORECASE,
)
_HEAD = 300  # characters in which a tracker says what it is of


def records(material: Material) -> Iterator[Record]:
    """One concern for each clause or card."""
    kind = material.profile.type
    named = _OF_THEM.search(material.text) is not None
    other = not named and _OTHER_TERMS.search(material.text) is not None
    grave = named or (say.GRAVE.search(material.lowered) and _INSPECT.search(material.text))
    answers = _ANSWERS.search(material.text, 0, _OPENING) is not None
    cards = (
        named
        and kind in ("register", "action-log", "other")
        and _OF_THEM.search(material.text, 0, _HEAD)
    )
    opening: list[Record] = []
    told = False
    for place, passage in enumerate(material.passages):
        if passage.kind in ("heading", "row") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        carded = list(_card(material, place, passage, words)) if cards else []
        if carded:
            yield from carded
        elif kind in _TELLS or answers:
            found = list(
                _said(material, passage, words, grave=bool(grave), other=other, named=named)
            )
            if found and _OPENING_LINE.search(words) and passage.block < _FIRST_BLOCKS:
                opening = opening or found  # the first line of a story, which tells it later
                continue
            told = told or bool(found)
            yield from found
        if kind.startswith("inspection"):
            yield from _found(material, place, passage, words)
        elif _led(material, passage):
            yield concern(material, passage, passage.body, "cause.led", weight=84)
        if _under_concerns(material, passage):
            yield concern(material, passage, passage.body, "cause.led", weight=84)
    if not told and not _TERMED.search(material.text):
        yield from opening


_OPENING_LINE = re.compile(r"\bafter\b")
_FIRST_BLOCKS = 8
_TERMED = worded("concern", r"\bcauses? of concern\b", re.IGNORECASE)


def _led(material: Material, passage: Passage) -> bool:
    """A line under "Your concerns were:", in an answer to a coroner, or under such a heading."""
    led = passage.lead
    opens = passage.start == material.canonical.blocks[passage.block].start
    if passage.body > passage.start and opens and _HEADED.match(passage.heading):
        return True
    if led is None or only_tells_more(material, passage):
        return False
    return _LETTERED.search(material.text[led.start : led.end]) is not None


def _under_concerns(material: Material, passage: Passage) -> bool:
    """The first sentence of a line under "raised three areas of concern:", or of such a letter."""
    led = passage.lead
    first = passage.start == material.canonical.blocks[passage.block].start
    if led is None or passage.body == passage.start or not first:
        return False
    above = material.text[led.start : led.end]
    if _OF_CONCERN.search(above) and _WHOSE.search(above):
        return True
    return _RATIONALE.search(above) is not None and once(_URGENT, material.text) is not None


def _card(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    after = material.passages[place + 1 : place + 2]
    state = _STATE.match(material.text, after[0].start) if after else None
    if state is None or passage.kind == "key_value" or not FALLS_SHORT.search(words):
        return
    if MODAL.search(words) or len(words) < _SHORTEST:
        return
    made = concern(material, passage, passage.body, "cause.card", weight=94)
    yield replace(made, fields={**made.fields, "disposition": state_of(state["state"].strip())})


_SHORTEST = 25  # characters


def _said(
    material: Material, passage: Passage, words: str, *, grave: bool, other: bool, named: bool
) -> Iterator[Record]:
    """`grave`: the paper tells of the worst; `named`: of concerns; `other`: of another regime."""
    if telling.TELLS_OF.search(words) is None:
        return
    match = next((one for form in telling.TELL if (one := form.search(words))), None)
    if match is None or (other and match.re is not telling.FAILURE):
        return
    grave = named if match.re in telling.QUOTED else grave
    above = material.before(passage)
    grave = grave or (
        above is not None
        and _THEY.match(match.group().lstrip()) is not None
        and _PAPER_OF.search(material.text, above.start, above.end) is not None
    )
    known = grave or match.re is telling.FAILURE or match.re in telling.OF_THEM
    if not known and not (_INSPECT.search(words) and telling.HARM.search(match["one"])):
        return
    spoken = match.re not in telling.QUOTED and material.speech_at(passage.start, passage.end)
    if spoken and not _INSPECT.search(words):
        return
    for span in (match.span(name) for name in ("one", "two") if match[name]):
        told = words[slice(*span)]
        whole = match.re in telling.WHOLE and span == match.span("one")
        short = whole or FALLS_SHORT.search(told) or telling.DENIES.search(told)
        if short and not telling.SOFT.search(told) and not obliges(_NEEDS.sub("", told)):
            yield _clause(material, passage, span, "cause.said")


# "the force needs to …" falls short; only "should" asks for something.
_NEEDS = re.compile(r"\b(?:needs? to|must|ha(?:s|ve) to|(?:is|are) required to)\b", re.IGNORECASE)
_THEY = re.compile(r"\W*(?:It|They) ")
_PAPER_OF = re.compile(
    r"\b(?:inspect(?:ors?|orate)|HMI\w*|watchdog|regulator|coroner"
    r"|inspection)(?:[’']s?)? (?:\w+ )?"
    r"(?:findings?|report|letter|concerns?|conclusions?|judgements?)\b",
    re.IGNORECASE,
)
# A commissioner's answer to a report, whatever its form.
_ANSWERS = worded(
    "section 55|omments o",
    r"\bsection 55\b|\b[Cc]omments of the (?:Police|Commissioner|Mayor)"
    r"|\b(?:my|our) comments on\b",
)
_OPENING = 700  # characters
# Schools and care are inspected without causes of concern.
_OTHER_TERMS = worded(
    "Ofsted|CQC|Care Quality|Estyn", r"\b(?:Ofsted|CQC|Care Quality Commission|Estyn)\b"
)


def _found(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    match = _WE_FOUND.match(words)
    if match is None or not FALLS_SHORT.search(match["one"]):
        return
    for after in material.passages[place + 1 : place + 1 + _BEHIND]:
        if _CLOSES.search(material.text, after.start, after.end):
            yield _clause(material, passage, match.span("one"), "cause.found-before")
            return


def _clause(material: Material, passage: Passage, span: tuple[int, int], rule: str) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    return concern(material, own, start, rule, before=before, weight=89)
