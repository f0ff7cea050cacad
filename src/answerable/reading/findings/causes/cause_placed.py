"""Causes of concern by where they stand, in words of their own and without the term.

A sentence on what falls short, alone in its paragraph, right above what must be done about it; the
items below "Inspectors found that:" in a paper that tells of the lowest grades; the first sentence
below each heading of a letter on several causes of concern.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.layout.sections import section_of
from answerable.reading.material import Material
from answerable.reading.modals import MAY, MODAL
from answerable.reading.numbers import NUMBER
from answerable.reading.records import Record

_SHORT, _LONG = 25, 320  # characters of a sentence that states a concern
# "The provider must:", "Within six months, the force should:", "Recommendation: the force …".
_DUTIES = re.compile(
    r"[^.;\n]{3,90}\b(?:must|should)(?: immediately| now)?\s?:$"
    r"|Recommendations?(?: \d{1,2})?\s?:\s?\w"
)
_FOUND = re.compile(
    r"\b(?:[Ii]nspect(?:ors?|orate)|[Tt]hey|[Ww]atchdog|report|HMICFRS|Ofsted|CQC|[Ww]e)\b"
    r"[^.:\n]{0,40}\b(?:found|said|says|warned|heard|saw)(?: that)?\s?:$"
)
_WORRIED = re.compile(
    r"\b(?:worried|alarmed|concerned|(?:serious|grave|main|key) (?:concerns|failings|failures))\b"
    r"[^:\n]{0,60}:$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"^[^\n.]{0,80}\b(?:two|three|four|both|the|our|your)? ?causes of concern\b[^\n.]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD, _LEADS = 1500, 60  # characters: of a letter's head, and before the words a list hangs from
_SOFT = re.compile(
    rf"\b(?:graded|rated|improved|improving|progress|no longer|per cent|if|whether|{MAY}|might"
    r"|could be|told us|hope|the following)\b|\d%|\?$",
    re.IGNORECASE,
)
# "nearly three in ten calls were not answered": a figure that shows it, and not the concern.
_FIGURE = re.compile(
    r"\W*(?:(?:nearly|almost|about|only|just|over|around|some|more than|fewer than|less than"
    rf"|at least) )*(?:{NUMBER}|\d[\d,.]*|half|a (?:third|quarter|half))\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:background|conclusion|next|summary|introduction|recommendations?|areas? for"
    r"|what happens|contents)\b",
    re.IGNORECASE,
)
_TELLS = ("news", "press-release", "other", "inspection-letter", "inspection-report")


def records(material: Material) -> Iterator[Record]:
    """One concern for each such sentence."""
    kind = material.profile.type
    inspecting = kind.startswith("inspection")
    if kind not in _TELLS:
        return
    grave = say.GRAVE.search(material.lowered) is not None
    several = kind == "inspection-letter" and _SEVERAL.search(material.text[:_HEAD]) is not None
    if not (inspecting or grave):
        return
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if not _states(material, passage, words):
            continue
        if passage.kind == "item":
            if not _FIGURE.match(material.text, passage.body) and _listed(
                material, passage, inspecting=inspecting, grave=grave
            ):
                yield concern(material, passage, passage.body, "cause.placed-list", weight=78)
        elif inspecting and _above_duties(material, passage):
            yield concern(material, passage, passage.body, "cause.above-duties", weight=63)
        elif several and _opens_part(material, passage):
            yield concern(material, passage, passage.body, "cause.of-part", weight=80)


def _states(material: Material, passage: Passage, words: str) -> bool:
    """A sentence that opens its block, on what falls short and not on what is to be done."""
    block = material.canonical.blocks[passage.block]
    return (
        passage.kind in ("paragraph", "item")
        and block.kind != "heading"
        and passage.start == block.start
        and _SHORT <= len(words) <= _LONG
        and not words.endswith((":", "?"))
        and passage.section not in ("definitions", "afi", "practice")
        and FALLS_SHORT.search(words) is not None
        and MODAL.search(words) is None
        and _SOFT.search(words) is None
    )


def _listed(material: Material, passage: Passage, *, inspecting: bool, grave: bool) -> bool:
    if passage.lead is None:
        return False
    lead = material.text[max(passage.lead.start - _LEADS, 0) : passage.lead.end]
    lead = lead.rpartition("\n")[2]
    return (not inspecting and grave and _FOUND.search(lead) is not None) or (
        inspecting and _WORRIED.search(lead) is not None
    )


def _above_duties(material: Material, passage: Passage) -> bool:
    block = material.canonical.blocks[passage.block]
    after = material.canonical.blocks[passage.block + 1 : passage.block + 2]
    if not after or passage.section == "recommendations":
        return False
    if passage.end < block.end - 2 and not _among_causes(material, passage.block):
        return False
    return _DUTIES.match(material.text, after[0].start, after[0].end) is not None


def _among_causes(material: Material, block: int) -> bool:
    """Whether the part stands under a heading "Causes of concern" of several parts."""
    for above in reversed(material.canonical.blocks[max(0, block - _PARTS) : block]):
        words = material.text[above.start : above.end].strip()
        section = section_of(words) if above.kind == "heading" else None
        if section is not None and section != "recommendations":
            return section == "cause" and "causes" in words.lower()
    return False


_PARTS = 14  # blocks


def _opens_part(material: Material, passage: Passage) -> bool:
    above = material.canonical.blocks[passage.block - 1 : passage.block]
    block = material.canonical.blocks[passage.block]
    if not above or above[0].kind != "heading" or passage.end < block.end - 2:
        return False
    return _NO_PART.search(material.text[above[0].start : above[0].end]) is None
