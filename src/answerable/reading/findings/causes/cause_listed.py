"""Causes of concern that one sentence lists, or that somebody who inspects says to have.

"Areas of concern included: delays in release; a lack of staff", "the report highlights several
areas of concern, including A and B": the concern is each thing of the list. "I am particularly
concerned by how the force keeps its cells", where an inspector says it, and "There were also
serious concerns about the kitchens" in a paper of inspectors: the sentence without what was done.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes.cause_about import cuts
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_LIST = worded(
    "concern",
    r"(?:\b(?:areas?|issues|matters|points) of (?:(?:particular|key|main|serious|major|most"
    r"|significant) )?concern|\b(?:main|key|major|serious|significant|other) concerns)"
    r"(?: (?:raised|highlighted|identified|noted|found|flagged|reported))?"
    r"(?:,? (?:including|such as)(?: the following)?:?|,? included?(?: the following)?:?"
    r"|,? (?:were|are)(?: as follows| the following)?:) (?P<all>[^.:?!]{6,500}?)\W*$",
    re.IGNORECASE,
)
_INSPECTS = re.compile(
    r"\b(?:inspect(?:s|ed|ors?|orate|ions?)|HMI\w*|Ofsted|CQC|Estyn|watchdog|regulator|coroner"
    r"|ombudsman|auditors?|reviewers|peer team)\b"
    r"|\b(?:report|review|audit|letter) (?:also |has |again )*(?:highlight|identif|rais"
    r"|not(?:es|ed)|point|list|flag|found|finds|set)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no|any|if|whether|without|residents?|members?|public|parents|unions?|staff)"
    r" [^.;:]{0,40}$",
    re.IGNORECASE,
)
_STRONG = re.compile(r";(?: and)? ")
_LEAST = 6
_MOST = 160
_CONCERNED = worded(
    "concern",
    r"\b(?P<one>(?:(?:I|[Ww]e) (?:am|was|are|were|remain|continue to be)|I[’']m|[Ww]e[’']re)"
    r"(?: \w+ly| very| most| still| also)* concerned(?: by| about| at| over| that| with),? "
    r"[^.;:“”\"]{8,260}"
    r"|(?:I|[Ww]e)(?: also| still)? (?:have|had|found|identified|continue to have)(?: also| some"
    r"| very)* (?:serious|significant|grave|real|major|considerable) concerns (?:about|regarding"
    r"|over|around|with|in relation to|relating to|that) [^.;:“”\"]{8,260})",
)
# "We were concerned about the kitchens, but they have since been cleaned": a concern no more.
_NO_MORE = re.compile(
    r"\b(?:but|however|although|though|since|no longer|improved|improvements|resolved|addressed)\b"
    r"|\blast (?:visit|inspection|year|time)\b",
    re.IGNORECASE,
)
_THERE_WERE = worded(
    "concern",
    r"^\W*(?P<one>There (?:were|are|remain(?:ed)?)(?: also| still| some| again)*"
    r" (?:serious|grave|significant|major|considerable) concerns? (?:about|regarding|over|around"
    r"|with|in relation to|relating to|that) [^.;:“”\"]{6,240}?)"
    r"(?=, which |, and (?:these|they) |\W*$)",
)
_OF_INSPECTORS = ("inspection-report", "inspection-letter")
_NEAR = 2  # passages of one block in which the inspector is named


def records(material: Material) -> Iterator[Record]:
    """The concerns of each sentence that lists or has them."""
    if "concern" not in material.lowered or material.profile.type == "agenda":
        return
    for place, passage in enumerate(material.passages):
        if passage.kind in ("heading", "row") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if (listed := _LIST.search(words)) is not None:
            if _named(material, place) and not _NOBODY.search(words[: listed.start()]):
                for span in _parts(words, listed.span("all")):
                    yield _record(material, passage, span, "cause.listed-in-line")
        elif (one := _had(material, passage, words)) is not None:
            yield _record(material, passage, one.span("one"), "cause.had")


def _had(material: Material, passage: Passage, words: str) -> re.Match[str] | None:
    """ "I am concerned by …" of an inspector; "There were serious concerns …" in their report."""
    there = _THERE_WERE.match(words)
    if there is not None:
        ours = material.profile.type in _OF_INSPECTORS or material.inspectorate is not None
        return there if ours and material.profile.type != "minutes" else None
    one = _CONCERNED.search(words)
    if one is None:
        return None
    speaker = material.speaker(passage)
    role = (speaker.role or "") if speaker is not None else ""
    if _NO_MORE.search(one["one"]):
        return None
    if _SPEAKS.search(role) or _SAYS.search(words[: one.start()]):
        return one
    return one if speaker is not None and _presented(material, passage, speaker.name) else None


def _presented(material: Material, passage: Passage, name: str | None) -> bool:
    """Whether a paper names an inspectorate beside the name, where it lets its man speak."""
    first = max(0, passage.start - _BACK)
    at = material.text.rfind(name, first, passage.end + _NAMES) if name else -1
    if at < 0 or not name:
        return False
    left = material.text[max(0, at - _NAMES) : at]
    right = material.text[at + len(name) : at + len(name) + _NAMES]
    return bool(_OF_ONE.search(left) or _WHO_IS.match(right))


_BACK = 1500  # characters between a quotation's sentence and the name of who speaks
_NAMES = 100
_INSPECTORATE = r"(?:CQC|Care Quality Commission|Ofsted|Estyn|RQIA|HMI\w*|[Ii]nspectorate)"
# "CQC’s Chief Inspector of Hospitals, Professor " and ", CQC deputy director of operations".
_OF_ONE = re.compile(rf"\b(?:{_INSPECTORATE}(?:[’']s)? |[Ii]nspector )[^.;:\n“”]{{0,70}}$")
_WHO_IS = re.compile(
    rf", (?:the )?(?:{_INSPECTORATE}(?:[’']s)? [^.;:\n“”]{{3,90}}"
    rf"|[^.;:,\n“”]{{3,60}} (?:at|of|for|from) (?:the )?{_INSPECTORATE}\b)"
)


_SPEAKS = re.compile(
    r"\binspector\b|\bHM[CI]|\bCQC\b|\bCare Quality\b|\bOfsted\b|\bEstyn\b|\bRQIA\b"
    r"|\binspectorate\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:HMI|HMCI|[Ii]nspector|(?:CQC|Ofsted|Estyn|RQIA|HMICFRS) spokes(?:person|man|woman))"
    r"\b[^.;:“”\"]{0,80}\b(?:said|says|added|wrote|told)\b[^.;]{0,40}$"
)


def _named(material: Material, place: int) -> bool:
    """Whether who inspects is named in the sentence, or in one right before it in its block."""
    passage = material.passages[place]
    first = max(0, place - _NEAR)
    near = (one for one in material.passages[first : place + 1] if one.block == passage.block)
    return any(_INSPECTS.search(material.text, one.start, one.end) for one in near)


def _parts(words: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The things of a list: parted by semicolons, else by commas and "and" if it shows three."""
    start, end = span
    joints = [one.span() for one in _STRONG.finditer(words, start, end)]
    at = start
    for cut in [*(joints or cuts(words, start, end, 0)), (end, end)]:
        if _LEAST <= cut[0] - at <= _MOST:
            yield at, cut[0]
        at = cut[1]


def _record(material: Material, passage: Passage, span: tuple[int, int], rule: str) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    return concern(material, own, start, rule, before=before, weight=82)
