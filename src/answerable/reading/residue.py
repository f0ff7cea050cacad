"""Sentences with an unread should, will, must, agreed or needs to: misses made visible."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from answerable.reading.canonical_text import CanonicalText
from answerable.reading.clauses import sentences
from answerable.reading.material import Material
from answerable.reading.records import Record, record
from answerable.reading.scales import DEFINITION

_TRIGGER = re.compile(
    r"\b(?:should|must|shall|will|needs? to|ought to|agreed|action|recommend(?:s|ed|ation)?"
    r"|concern"
    r"|inadequate|requires improvement|promised?|pledged?|committed|approved|resolved"
    r"|rated|graded|responsible for|£\d)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|without|neither|nor)\b|n[’']t\b", re.IGNORECASE
)
_HYPOTHESIS = re.compile(r"\b(?:if|would|could|might|may|whether|unless)\b|\?", re.IGNORECASE)
_READ_WORDS = (
    "grade grade_count cause_of_concern recommendation area_for_improvement practice"
    " commitment claim response meeting action decision assurance monitoring"
)
_READ = frozenset(_READ_WORDS.split())


def records(material: Material, found: Sequence[Record]) -> Iterator[Record]:
    """One residue for each unread sentence that obliges, promises, judges or decides."""
    read = sorted(
        span
        for one in found
        if one.kind in _READ
        for span in ((one.start, one.end), *one.support.values())
    )
    defined = [(one.start, one.end) for one in material.passages if one.section == "definitions"]
    ends = [0]
    for _, last in read:
        ends.append(max(ends[-1], last))
    starts = [first for first, _ in read]
    for start, end in _all(material.canonical):
        words = material.text[start:end]
        trigger = _TRIGGER.search(words)
        before = bisect_left(starts, end)
        if trigger is None or len(words) < 20 or ends[before] > start:
            continue
        yield record(
            "residue",
            (start, end),
            "residue.unread",
            given={
                "trigger": trigger.group().lower(),
                "reason": _reason(words)
                if not any(first <= start < last for first, last in defined)
                else "quoted-definition",
                "near": None,
            },
            weight=0,
        )


def _all(canonical: CanonicalText) -> Iterator[tuple[int, int]]:
    for block in canonical.blocks:
        if block.kind == "row":
            yield block.start, block.end
        elif block.kind != "heading":
            yield from sentences(canonical.text, block.start, block.end)


def _reason(words: str) -> str:
    if DEFINITION.match(words):
        return "quoted-definition"
    if _NEGATED.search(words):
        return "negated"
    return "hypothetical" if _HYPOTHESIS.search(words) else "no-rule"
