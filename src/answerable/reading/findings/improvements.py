"""Areas for improvement told in prose: "X is an area for improvement", "… is the following"."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.findings.duty_records import body
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record, Value, record

_TERM = r"[\"“‘']?(?:AFI|areas? for improvement)[\"”’']?"
_IS_ONE = re.compile(
    r"\b(?:is|are|was|were|remains?|remained|stays?|represents?)"
    rf" (?:still |therefore |now |also |both |each |all )*(?:an? |one "
    rf"|our )?(?:\w+ )?{_TERM}(?! (?:in|of) )",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\W*(?:this|that|it|these|those|all of this) (?:is|are|was|were"
    rf"|remains?) (?:\w+ )?(?:an? )?{_TERM}",
    re.IGNORECASE,
)
# "Less serious, but still an area for improvement, is the following."
_NEXT = re.compile(
    rf"\b{_TERM},? (?:is|was|are|were|reads?) (?:the following|this|these|that|as follows)\W*$"
    rf"|\b(?:becomes?|became|leaves?|left) (?:now )?(?:an?|one|the following) {_TERM}\W*$"
    rf"|\b(?:the following|as an?|this|one|a new) {_TERM}\s?:$"
    rf"|\b(?:identified|found|made|have|has|raised) (?:an?|one|a further|another"
    rf"|the following) {_TERM}\W*$",
    re.IGNORECASE,
)
_THERE = re.compile(rf"\bthere (?:is|are|was|were) (?:\w+ ){{0,3}}{_TERM}\W*$", re.IGNORECASE)
_DENIED = re.compile(
    rf"\b(?:no|not|never|no longer|if|whether|could|would|{MAY}|might|none|closed|complete[d]?"
    r"|addressed|previous|last (?:inspection|report|time)|(?:suitable|good|some) progress)\b"
    rf"|\b(?:was|were) (?:an? )?{_TERM} (?:at|in|from|after) (?:our|its|the) (?:19|20)\d\d"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)


def improvement(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    """The sentence that says so, or the one that it announces."""
    if "improvement" not in words.lower() and "AFI" not in words:
        return
    if passage.kind in ("heading", "row") or passage.section == "definitions":
        return
    if _NEXT.search(words):
        if place + 1 < len(material.passages):
            after = material.passages[place + 1]
            if after.kind not in ("heading", "row") and after.end - after.start > 25:
                yield _record(material, after, after.body)
        return
    match = _IS_ONE.search(words)
    if match is None or _DENIED.search(words) or words.endswith(":") or _THERE.search(words):
        return
    if _BARE.match(words):
        above = material.passages[place - 1] if place else None
        if above is not None and above.block == passage.block:
            yield _record(material, above, above.body)
        return
    yield _record(material, passage, passage.body)


def _record(material: Material, passage: Passage, start: int) -> Record:
    given: dict[str, Value] = {}
    named = named_body(material, passage)
    support, inferred = body(given, named, "institution")
    return record(
        "area_for_improvement",
        (start, passage.end),
        "afi.prose.is",
        given=given,
        support=support,
        inferred=inferred,
        weight=86,
    )
