"""Records that no rule reads: proposed because the passage is like those that persons marked.

The weakest of all records: every other one on the same words stays in its place. What it says of
owner, day or body comes from the same grammar as that of the rules.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from answerable.reading.actions.action_fields import action
from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.cause_records import concern
from answerable.reading.findings.duty_records import LABEL, body, duty_record
from answerable.reading.likeness.cues import cues
from answerable.reading.likeness.weights import RULES, Weights
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.speech import Speaker
from answerable.reading.statements.commitments import commitment
from answerable.reading.statements.statements import span_of
from answerable.reading.statements.voices import voice_of

WEIGHT = 1
_SHORTEST = 24
_NOT_READ = frozenset(("heading", "furniture", "letterhead", "attendance"))
_CLOSED = frozenset(("definitions", "attendance", "apologies"))


def records(material: Material, weights: Weights, found: Sequence[Record]) -> Iterator[Record]:
    """One record for each passage that no record of such a kind lies on and that is like one."""
    before, last = "", None
    taken = _Taken([(one.start, one.end) for one in found if one.kind in _MAKE])
    for passage in (*material.passages, *material.cells):
        speaker = material.speaker(passage)
        if speaker is not None and (speaker.name or speaker.role):
            last = speaker
        named = LABEL.fullmatch(material.text, passage.body, passage.end) is not None
        if readable(passage) and not named and not taken.lies_on(passage.body, passage.end):
            kind = _kind(material, passage, before, weights)
            if kind is not None:
                yield _MAKE[kind](material, passage, last)
        before = material.text[passage.body : passage.end]


class _Taken:
    """Where records lie already."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in spans), default=0)

    def lies_on(self, start: int, end: int) -> bool:
        """Does one share half of the shorter of the two?"""
        first = bisect_left(self._spans, (start - self._longest, 0))
        last = bisect_left(self._spans, (end, 0))
        return any(
            2 * (min(end, there[1]) - max(start, there[0]))
            >= min(end - start, there[1] - there[0])
            for there in self._spans[first:last]
        )


def readable(passage: Passage) -> bool:
    return (
        passage.kind not in _NOT_READ
        and passage.section not in _CLOSED
        and passage.end - passage.body >= _SHORTEST
    )


def _kind(material: Material, passage: Passage, before: str, weights: Weights) -> str | None:
    """The kind that a passage is furthest above the least for; None below all."""
    own = cues(material.text, passage, before, material.profile.id)
    likely = weights.likelihoods(own)
    above = [one / least for one, least in zip(likely, weights.least, strict=True)]
    best = max(above, default=0.0)
    return weights.kinds[above.index(best)] if best >= 1 else None


def _recommendation(material: Material, passage: Passage, _: Speaker | None) -> Record:
    due = deadline(material.text, passage.body, passage.end)
    lead = passage.lead
    outside = due is None and lead is not None
    if due is None and lead is not None:
        due = deadline(material.text, lead.start, lead.end)
    return duty_record(
        material,
        passage,
        (passage.body, passage.end),
        who=None,
        modal="should",
        due=due,
        cause=None,
        number=None,
        outside=outside,
        rule=f"{RULES}recommendation",
        weight=WEIGHT,
    )


def _cause(material: Material, passage: Passage, _: Speaker | None) -> Record:
    return concern(material, passage, passage.body, f"{RULES}cause", weight=WEIGHT)


def _improvement(material: Material, passage: Passage, _: Speaker | None) -> Record:
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    return record(
        "area_for_improvement",
        (passage.body, passage.end),
        f"{RULES}improvement",
        given=given,
        support=support,
        inferred=inferred,
        weight=WEIGHT,
    )


def _action(material: Material, passage: Passage, _: Speaker | None) -> Record:
    return action(
        material,
        passage,
        (passage.body, passage.end),
        f"{RULES}action",
        owner=None,
        ref=None,
        weight=WEIGHT,
    )


def _commitment(material: Material, passage: Passage, last: Speaker | None) -> Record:
    span = span_of(material, passage, 0)
    voice = voice_of(material, passage, material.speaker(passage), last, span)
    return commitment(material, passage, span, voice, rule=f"{RULES}commitment", weight=WEIGHT)


_MAKE: Mapping[str, Callable[[Material, Passage, Speaker | None], Record]] = {
    "recommendation": _recommendation,
    "cause_of_concern": _cause,
    "area_for_improvement": _improvement,
    "action": _action,
    "commitment": _commitment,
}
