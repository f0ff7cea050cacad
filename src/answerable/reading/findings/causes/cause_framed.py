"""Causes of concern that anybody retells in a clause of a sentence about inspectors or concerns.

"Inspectors were alarmed that cells were filthy", "Your second was that men were locked up", "A
warning notice was served because patients waited", "The concern remains that crimes are not
allocated", "Hexley has two causes of concern. Crews have no room." The clause is the concern.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.asked_kind import of_areas
from answerable.reading.findings.causes import cause_attributing as at_door
from answerable.reading.findings.causes import cause_frames as frame
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_about import cuts
from answerable.reading.findings.causes.cause_announced import (
    ASKS,
    NAMES,
    SUPPOSED,
    announced,
    told_below,
)
from answerable.reading.findings.causes.cause_complement import end_of, reaches, several
from answerable.reading.findings.causes.cause_fit import KIND, LEAST, MOST, fits
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import Worded, worded

_STATED = ("inspection-report", "inspection-letter")
_LIGHT = ("agenda",)
_SIGNS = (
    "inspect",
    "hmi",
    "watchdog",
    "regulat",
    "coroner",
    "ofsted",
    "cqc",
    "oncern",
    "warning",
    "your ",
    "report sa",
    "report f",
)
_OF_THEM = worded(
    "concern|priority action",
    r"\b(?:causes?|matters?) (?:of|for) concern\b|\bconcerns\b|\bpriority action\b",
    re.IGNORECASE,
)
_YOURS = re.compile(r"\bYour (?:first|second|third) (?:matter|concern|cause|point|was)\b")
_PAPER = re.compile(r"\b[Ii]nspection\b|\breport (?:says|said|found|finds)\b")
# Whoever writes so looks again at what was found, in any form of paper.
_AGAIN = re.compile(
    r"\bREVISIT\b|\b[Oo]ur (?:\w+ )?(?:revisit|inspection)\b"
    r"|\b[Ww]e (?:re)?(?:visited|inspected)\b"
)
_RECOMMENDED = re.compile(r"\brecommend|\b(?:closed|stops?|stays open)\b", re.IGNORECASE)
_NOT_SUBJECT = re.compile(
    r"\W*(?:it|this|that|these|those|which|what|who|there|if|we|I|he|she|they|you|by|and|but"
    r"|to)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"\W*(?:is|was|are|were)(?: now| also| still)? an? {say.TERM}", re.IGNORECASE)
_NO_END = re.compile(r"\b(?:there|this|that|it|which|what)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """A frame; `sure`: its clause is a concern whatever it says; `bare`: a thing will do."""

    lead: re.Pattern[str] | Worded
    sure: bool = False
    bare: bool = False
    apposed: bool = False
    named: bool = False  # only where the document names concerns
    own: bool = False  # only in an inspectorate's own letter or report
    stated: bool = False  # also in an inspectorate's own report
    noun: bool = False  # what became of it may stand behind its clause
    near: bool = False  # only where inspectors are named here or just above
    theirs: bool = False  # told by others, so never an inspectorate's own words


_FORMS = (
    _Form(frame.BECAUSE, stated=True),
    _Form(at_door.READ, theirs=True, noun=True),
    _Form(at_door.NOUN_OF_THEM, theirs=True, noun=True, sure=True),
    _Form(frame.MOOD, sure=True, bare=True),
    _Form(frame.TOLD),
    _Form(frame.WE_SAID, named=True, stated=True, own=True),
    _Form(frame.SAID),
    _Form(frame.WHAT),
    _Form(frame.WORRY, sure=True, stated=True),
    _Form(frame.APPOSED, apposed=True, stated=True),
    _Form(frame.NTH, named=True, stated=True),
    _Form(frame.THAT, stated=True),
    _Form(frame.CENTRED, sure=True, bare=True),
    _Form(frame.INVERTED, sure=True, bare=True),
    _Form(frame.COLON, bare=True),
    _Form(frame.COPULA, sure=True, bare=True),
    _Form(at_door.GRADED_BECAUSE),
    _Form(at_door.AS_THEY_SAY),
    _Form(at_door.NOUN_THAT, noun=True),
    _Form(at_door.WE_OWN_UP, theirs=True, noun=True, near=True),
    _Form(at_door.OWNED_UP, noun=True, near=True),
    _Form(at_door.PAPER_COLON, near=True),
)


def records(material: Material) -> Iterator[Record]:
    """One concern for each clause."""
    kind = material.profile.type
    low = material.lowered
    if kind in _LIGHT or not any(sign in low for sign in _SIGNS):
        return
    if not any(one.search(material.text) for one in (NAMES, _OF_THEM, _YOURS, _PAPER)):
        return
    inspects = kind in _STATED
    again = inspects or _AGAIN.search(material.text) is not None
    named = _OF_THEM.search(material.text) is not None or _YOURS.search(material.text) is not None
    termed = say.OF_CONCERN.search(material.text) is not None
    above = ""
    counted = 0
    for passage in material.passages:
        if passage.kind in ("heading", "row") or passage.section in ("definitions", "attendance"):
            above, counted = "", 0
            continue
        words = material.text[passage.start : passage.end]
        if words.endswith("?") and ASKS.search(words):
            above, counted = words, 1
            continue
        if words.endswith("?") or say.DEFINES.search(words):
            above, counted = "", 0
            continue
        if of_areas(words, above):
            above, counted = words, 0
            continue
        found = list(_told(words, above, inspects=inspects, named=named, again=again))
        if not found and not inspects:
            found = list(told_below(words, above, counted))
        if found and passage.block < _FIRST and termed and _AFTER.search(words):
            continue  # the first line of a story, which tells it later
        for span in found:
            yield _record(material, passage, span)
        this = frame.THIS_TOO.match(words) or at_door.WHAT_THEY_FOUND.match(words)
        if this is not None and not found:
            yield from _before(material, passage)
        counted = announced(words) if not counted or not found else counted - 1
        above = words if counted or not found or NAMES.search(words) else above


_FIRST = 8  # blocks
_AFTER = re.compile(rf"\bafter (?:the |HM |an? )?(?:\w+ )?{frame.WHO}")


def _has(low: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110 - `any` costs several times as much
        if sign in low:
            return True
    return False


def _told(
    words: str, above: str, *, inspects: bool, named: bool, again: bool
) -> Iterator[tuple[int, int]]:
    """Clauses behind a frame of their own sentence."""
    low = words.lower()
    framed = _has(low, _SIGNS) or _has(low, frame.LEADS)
    if not framed and not _has(low, at_door.LEADS):
        return
    for form in _FORMS:
        if not framed and not isinstance(form.lead, Worded):
            continue
        if (form.named and not named) or (form.own and not again):
            continue
        if inspects and not (
            form.theirs or (form.stated and (named or form.lead is frame.BECAUSE))
        ):
            continue
        if form.near and not (at_door.SPOKEN_OF.search(words) or at_door.SPOKEN_OF.search(above)):
            continue
        doubted = at_door.DOUBTED if form.noun else SUPPOSED
        spans = [
            span
            for lead in form.lead.finditer(words)
            if not doubted.search(words[: lead.start()])
            for span in _clauses(form, words, lead)
        ]
        if spans:
            yield from spans
            return
    if "oncern" in words:
        yield from _made_one(words, inspects=inspects)
    parted = frame.ONE_OTHER.search(words) if named and not inspects else None
    if parted is not None and (_OF_THEM.search(words) or _OF_THEM.search(above)):
        yield from (parted.span("one"), parted.span("two"))
    topic = None if inspects else frame.ON_TOPIC.match(words)
    if topic is not None and not SUPPOSED.search(words):
        yield topic.span("one")


_GOES_ON = re.compile(r",? (?:where|because|as|since|in which)\b|: (?=[a-z])")
_ASIDE = re.compile(r"\b(?:as (?:for|to)|on|in|about|for)\W*$", re.IGNORECASE)


def _clauses(form: _Form, words: str, lead: re.Match[str]) -> Iterator[tuple[int, int]]:
    start = lead.end()
    that = form.apposed and lead["that"] is not None
    if form.apposed and not that and _ASIDE.search(words, 0, lead.start()):
        return
    aside = that or (form.lead is frame.NTH and " which " in lead.group())
    end = end_of(words, start, apposed=True) if form.apposed else reaches(words, start)
    if aside:
        comma = words.find(", ", start)
        end = comma if comma > 0 else end_of(words, start)
    if end < 0:
        return
    became = at_door.BECAME.search(words, start, end) if form.noun else None
    end = became.start() if became else end
    if form.lead is frame.CENTRED and _GOES_ON.match(words, end):
        return
    many = form.bare and "causes" in lead.group()
    joints = cuts(words, start, end, 0) or cuts(words, start, end, 2) if many else []
    if joints:
        ends = [start, *(at for joint in joints for at in joint), end]
        yield from zip(ends[::2], ends[1::2], strict=True)
        return
    told = list(several(words, start, end))
    sure = form.sure or (that and _RECOMMENDED.search(words) is None)
    # what stands beside a clause that falls short falls short as well
    beside = len(told) > 1 and any(
        fits(words[slice(*one)], sure=sure, bare=form.bare) for one in told
    )
    for one in told:
        if fits(words[slice(*one)], sure=sure or beside, bare=form.bare):
            yield one


def _made_one(words: str, *, inspects: bool) -> Iterator[tuple[int, int]]:
    """ "Its culture was a cause of concern", "Cells stink, and that is a cause of concern"."""
    this = frame.AND_THIS.search(words)
    if this is not None:
        start = _after_that(words, this.start())
        if fits(words[start : this.start()]):
            yield start, this.start()
        return
    one = frame.MADE_ONE.search(words)
    if one is None or inspects or not (NAMES.search(words) or "of concern" in words):
        return
    start = _after_that(words, one.start())
    told = words[start : one.start()]
    if start and _PLAIN.match(one.group()):
        return  # told by somebody: the whole clause, as `cause_prose` reads it
    plain = (
        not _NOT_SUBJECT.match(told) and not _NO_END.search(told) and LEAST <= len(told) <= MOST
    )
    if plain and not KIND.search(told) and not SUPPOSED.search(words[: one.end()]):
        yield start, one.start()


_SAID_THAT = re.compile(
    r"\b(?:(?:concluded|found|said|told [\w ]{2,30}|warned|saw|reported) that|(?:know|asked"
    r"|explain) why) "
)


def _after_that(words: str, end: int) -> int:
    """Where the clause before `end` begins: behind "concluded that", or at the head."""
    for lead in (frame.SAID, frame.TOLD):
        found = lead.search(words, 0, end)
        if found is not None:
            return found.end()
    said = _SAID_THAT.search(words, 0, end)
    if said is not None:
        return said.end()
    return len(words) - len(words.lstrip(' “"‘'))


def _before(material: Material, passage: Passage) -> Iterator[Record]:
    """The sentence before "I consider this too to be a cause of concern"."""
    before = material.before(passage)
    if before is None or before.block != passage.block:
        return
    words = material.text[before.start : before.end]
    start = words.rfind(": ") + 2 if ": " in words else _after_that(words, len(words))
    if fits(words[start:], sure=True):
        yield _record(material, before, (start, len(words)))


def _record(material: Material, passage: Passage, span: tuple[int, int]) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    plain = material.text[start:end]
    start += len(plain) - len(plain.lstrip(" “\"‘'"))
    end -= len(plain) - len(plain.rstrip(" ,;”\"’'"))
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    return concern(material, own, start, "cause.framed", before=before, weight=87)
