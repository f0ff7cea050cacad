"""Causes of concern: under their heading, or named as one in prose."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.duties import QUESTIONED
from answerable.reading.duty_records import body
from answerable.reading.material import Material, named_body
from answerable.reading.modals import MODAL
from answerable.reading.records import Record, Value, record

_CONCERN = re.compile(
    r"\b(?:(?:this|which|[a-z’' ]{3,80}) (?:is|remains?|was"
    r"|are) an? (?:accelerated )?cause (?:of|for)"
    r" concern\b|(?:identified|issued|found|raised|have|has|highlighted|made)(?: (?:us|it|them|the"
    r" \w+))?(?: with)? (?:an?|one|the|two) (?:further |new |accelerated "
    r"|serious )*causes? (?:of|for)"
    r" concern (?:about|relating to|in relation to|regarding|concerning|around|over|with|because"
    r"|that|in|on)\b|causes? (?:of|for) concern:)",
    re.IGNORECASE,
)


def headed_cause(material: Material, place: int, passage: Passage, words: str) -> Record | None:
    """The first sentence under the heading "Cause of concern"."""
    if passage.kind == "item" or (MODAL.search(words) and words.endswith(":")):
        return None
    if re.match(r"\W*(?:Recommendations?|Published|Within|By)\b", words) or len(words) < 25:
        return None
    previous = material.passages[place - 1] if place else None
    if previous is not None and previous.section == "cause" and previous.kind != "heading":
        return None
    return _cause_record(material, passage, (passage.body, passage.end), "cause.section", 85)


def listed_cause(material: Material, passage: Passage, words: str) -> Record | None:
    """One of several concerns in a list under "Priority concerns" or "Causes of concern"."""
    led = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    if (
        passage.kind != "item"
        or not _SEVERAL.search(passage.heading)
        or MODAL.search(led)
        or MODAL.search(words)
        or len(words) < 30
        or not words.rstrip().endswith(".")
    ):
        return None
    return _cause_record(material, passage, (passage.body, passage.end), "cause.listed", 85)


def announced_cause(
    material: Material, place: int, passage: Passage, words: str, *, several: bool
) -> Record | None:
    """What follows "The first cause of concern was:", or a list after "two causes of concern:".

    `several` = the document speaks of causes of concern at all.
    """
    if not several or not place or len(words) < 30 or QUESTIONED.search(words):
        return None
    before = material.passages[place - 1]
    line = material.text[before.start : before.end]
    led = material.text[passage.lead.start : passage.lead.end] if passage.lead else line
    told = _ANNOUNCES.search(line) is not None or (
        _MENTIONED.search(line) is not None and _FALLS_SHORT.search(words) is not None
    )
    listed = passage.kind == "item" and (
        _ANNOUNCES_LIST.search(led) is not None or _counted_above(material, place)
    )
    if not (told or listed) or _RECOMMENDED.match(words) or MODAL.search(words):
        return None
    return _cause_record(
        material, passage, (passage.body, passage.end), "cause.announced", 82, before=line
    )


def _counted_above(material: Material, place: int) -> bool:
    """Does the list of items hang from “We have two causes of concern.”?"""
    above = place - 1
    while above > 0 and material.passages[above].kind == "item":
        above -= 1
    before = material.passages[above]
    return _COUNTED.search(material.text[before.start : before.end]) is not None


# "I am writing about the cause of concern that we issued on 3 March. The force is failing to …"
_MENTIONED = re.compile(
    r"\bcause (?:of|for) concern (?:that )?(?:we|i|hmicfrs|(?:the )?inspect\w+)(?: have| has)?"
    r" (?:issued|raised|identified|published|gave|made|found|reported)\b[^:]*\.$",
    re.IGNORECASE,
)
_FALLS_SHORT = re.compile(
    r"\b(?:is|are|was|were) (?:not|failing|too|unable|ineffective)\b|\b(?:fails?|failed|lacks?"
    r"|lacked|cannot)\b|\b(?:do|does|did|has|have|can|is|are)(?: not|n[’']t)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|\d{1,2}) (?:\w+ )?causes (?:of|for) concern\s?[.:]?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"concerns$|causes (?:of|for) concern", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"^\W*(?:\d{1,3}[.)] )?(?:the|our) (?:first|second|third|fourth|fifth|other|next|final"
    r"|remaining)(?: (?:one|of these|cause (?:of|for) concern|concern))? (?:was|is|reads?|stated"
    r"|said|related to|relates to|concerned|concerns)(?: (?:as follows|that|this|worded))*"
    r"\s?[:–-]$"
    r"|\bcause (?:of|for) concern (?:was|is|reads?|stated|said)(?: (?:as follows|that))?\s?:$",
    re.IGNORECASE,
)
_ANNOUNCES_LIST = re.compile(
    r"\bcauses (?:of|for) concern(?: (?:about|in|relating to|were|are|as follows|which were"
    r"|these were|on|namely|the following|areas?))*\s?[:–-]$",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(r"\W*(?:we|our|i|hmicfrs|by|within|recommendations?)\b", re.IGNORECASE)


def inline_cause(material: Material, passage: Passage, label: int) -> Record:
    """ "Cause of concern: …" in one line; `label` is the length of the words before it."""
    return _cause_record(
        material, passage, (passage.start + label, passage.end), "cause.label", 85
    )


def concern(material: Material, passage: Passage, words: str) -> Record | None:
    if (
        not _CONCERN.search(words)
        or words.endswith(":")
        or QUESTIONED.search(words)
        or re.search(
            r"\b(?:no|not an?|without an?|whether|if|may be|would be|closed|previous) (?:longer )?"
            r"(?:\w+ )?cause",
            words,
            re.IGNORECASE,
        )
    ):
        return None
    return _cause_record(material, passage, (passage.body, passage.end), "cause.prose", 65)


def _cause_record(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    rule: str,
    weight: int,
    *,
    before: str = "",
) -> Record:
    """A concern; `before` is the sentence that announces it."""
    named = named_body(material, passage)
    own = material.text[passage.start : passage.end]
    around = f"{passage.heading} {before} {own}".lower()
    given: dict[str, Value] = {"accelerated": "accelerated" in around}
    support, inferred = body(given, named, "institution")
    return record(
        "cause_of_concern",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
    )
