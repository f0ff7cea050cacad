"""Records that no rule reads: proposed because the passage is like those that persons marked.

And of what rules read in running text, what is very unlike such passages is left out.
The weakest of all records: every other one on the same words stays in its place, but that what is
like a recommendation stands over what is only read as a claim. A model says whether a passage
holds a record, a second where in its sentence that begins and ends. What it says of owner, day or
body comes from the same grammar as that of the rules.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_heads import beside_tasks
from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.duties.duties_joined import apart
from answerable.reading.findings.duties.duty_records import LABEL, body, duty_record
from answerable.reading.findings.duties.duty_words import Duty
from answerable.reading.likeness.areas_named import areas_named
from answerable.reading.likeness.cues import Part, Surroundings
from answerable.reading.likeness.cutting import CUT, cut
from answerable.reading.likeness.doubtful import doubtful, of_another_kind
from answerable.reading.likeness.unfit import unfit
from answerable.reading.likeness.weights import PLACES, RULES, Weights
from answerable.reading.material import Material
from answerable.reading.modals import obliged
from answerable.reading.records import Record, Value, record
from answerable.reading.speech import Speaker
from answerable.reading.statements.commitments import commitment
from answerable.reading.statements.statements import span_of
from answerable.reading.statements.voices import voice_of

WEIGHT = 1
_ABOVE_A_CLAIM = 46
_FAR = 60  # passages back to who spoke last
_NEAR = 4  # passages in which most of a record may lie
_SHORTEST = 24
_NOT_READ = frozenset(("heading", "furniture", "letterhead", "attendance"))
_CLOSED = frozenset(("definitions", "attendance", "apologies"))
_MARKED = frozenset(("row", "item", "heading", "key_value", "letterhead", "attendance"))
_NAMED = frozenset(
    (
        *("afi.list.named", "cause.named-list", "list.named", "list.question", "cause.inquest"),
        *("cause.led", "cause.listed-in-line", "cause.had"),
        *("prose.asked.was-told", "prose.asked.and-told", "prose.asked.commonest"),
        "prose.asked.board-asks",
    )
)
"""Rules whose heading, label or verb names the kind: their words may be like nothing seen."""


@dataclass(frozen=True)
class _Weighed:
    """A passage and the likelihood of each kind."""

    passage: Passage
    likely: tuple[float, ...]


def weighed(
    material: Material, weights: Weights, found: Sequence[Record]
) -> tuple[list[Record], list[Record]]:
    """What rules found, without what is unlikely; and what is like a kind and no record lies on.

    `found` is what all rules made of the document, of any kind and not yet settled. The second
    list holds lines of residue, for passages that are a little like a kind.
    """
    unsure: list[Record] = []
    taken = _Taken([one for one in found if one.kind in _MAKE])
    passages = sorted(_passages(material, weights), key=_end)
    loose = [one for one in passages if not _read_row(material, one.passage, taken)]
    kept = [one for one in found if not _unlikely(material, one, loose, weights)]
    taken = _Taken([one for one in kept if one.kind in _MAKE])
    for one in passages:
        passage = one.passage
        span = passage.body, passage.end
        held = taken.kinds_on(*span)
        if held:
            unsure.extend(of_another_kind(material.text, span, held, one.likely, weights))
            continue
        kind = _kind(one.likely, weights, place(material, passage))
        header = material.canonical.blocks[passage.block].header
        if kind == "action" and beside_tasks(passage.heading, header):
            kind = None
        if kind is None:
            unsure.extend(doubtful(material.text, span, one.likely, weights))
        else:
            if areas := _areas(material, passage, kind):
                kept.extend(_MAKE[kind](material, part) for part in areas)
                continue
            narrow = _narrowed(material, passage, kind, weights)
            if unfit(material, passage, kind) or unfit(material, narrow, kind):
                unsure.extend(doubtful(material.text, span, one.likely, weights))
                continue
            kept.extend(_MAKE[kind](material, part) for part in _apart(material, narrow, kind))
    return kept, unsure


def _passages(material: Material, weights: Weights) -> Iterator[_Weighed]:
    """The passages that may hold a record, weighed."""
    passages = (*material.passages, *material.cells)
    around = Surroundings(material, passages)
    known: dict[Part, int] = {}
    for nth, passage in enumerate(passages):
        if readable(material, passage):
            yield _Weighed(passage, weights.likelihoods(around.cues(nth), known))


def _unlikely(
    material: Material, one: Record, passages: Sequence[_Weighed], weights: Weights
) -> bool:
    """Is a record of running text or a list so unlike its kind that it is wrong far more often?"""
    if one.kind not in weights.kinds or one.rule in _NAMED:
        return False
    nth = weights.kinds.index(one.kind)
    first = bisect_left(passages, one.start, key=_end)
    held = [
        there.likely[nth]
        for there in islice(passages, first, first + _NEAR)
        if 2 * (min(one.end, there.passage.end) - max(one.start, there.passage.body))
        >= one.end - one.start
    ]
    return bool(held) and max(held) < weights.unlikely[nth]


def _end(one: _Weighed) -> int:
    return one.passage.end


def _read_row(material: Material, passage: Passage, taken: "_Taken") -> bool:
    """Is it in a row of a table in which a rule found something?"""
    row = material.canonical.blocks[passage.block].kind == "row"
    return row and bool(taken.kinds_on(passage.body, passage.end))


class _Taken:
    """Where records lie already."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._spans = sorted((one.start, one.end, one.kind) for one in records)
        self._longest = max((one.end - one.start for one in records), default=0)

    def kinds_on(self, start: int, end: int) -> frozenset[str]:
        """The kinds of those that share half of the shorter of the two."""
        first = bisect_left(self._spans, (start - self._longest, 0, ""))
        last = bisect_left(self._spans, (end, 0, ""))
        return frozenset(
            kind
            for begins, ends, kind in self._spans[first:last]
            if 2 * (min(end, ends) - max(start, begins)) >= min(end - start, ends - begins)
        )


def readable(material: Material, passage: Passage) -> bool:
    """May a passage hold a record: no heading, no list of people, no label and no scrap."""
    return (
        passage.kind not in _NOT_READ
        and passage.section not in _CLOSED
        and passage.end - passage.body >= _SHORTEST
        and LABEL.fullmatch(material.text, passage.body, passage.end) is None
    )


def place(material: Material, passage: Passage) -> str:
    """Which of PLACES a passage stands in."""
    return PLACES[material.canonical.blocks[passage.block].kind not in _MARKED]


def _kind(likely: Sequence[float], weights: Weights, where: str) -> str | None:
    """The kind that a passage is furthest above the least for; None below all."""
    above = [one / least for one, least in zip(likely, weights.least[where], strict=True)]
    best = max(above, default=0.0)
    return weights.kinds[above.index(best)] if best >= 1 else None


def _narrowed(material: Material, passage: Passage, kind: str, weights: Weights) -> Passage:
    """The passage from where the record begins to where it ends."""
    if kind not in CUT or passage.kind == "row":
        return passage
    words = material.text[passage.body : passage.end]
    first, last = cut(words, kind, weights)
    # "He says that the college should mend it": behind the verb
    if kind == "recommendation" and not _borne(words):
        behind = (one.end + 1 for one in obliged(words))
        first = next((one for one in behind if first < one < last), first)
    return replace(passage, body=passage.body + first, end=passage.body + last)


def _borne(words: str) -> bool:
    """Is it said of a thing what should be done with it: "The keys should be counted"?"""
    return any(words.startswith(" be ", one.end) for one in obliged(words))


def _apart(material: Material, narrow: Passage, kind: str) -> Iterator[Passage]:
    """The passage of each of the duties that "and" joins in running text; a list keeps its own."""
    words = material.text[narrow.body : narrow.end]
    if kind != "recommendation" or place(material, narrow) != "prose" or _borne(words):
        yield narrow
        return
    whole = Duty((narrow.body, narrow.end), None, "should", "prose.should")
    for one in apart(material, whole, named=False):
        yield replace(narrow, body=one.span[0], end=one.span[1])


def _areas(material: Material, passage: Passage, kind: str) -> list[Passage]:
    """The passage of each area for improvement that running text names in a row."""
    if kind != "area_for_improvement" or place(material, passage) != "prose":
        return []
    return [
        replace(passage, body=passage.body + first, end=passage.body + last)
        for first, last in areas_named(material.text[passage.body : passage.end])
    ]


def _recommendation(material: Material, passage: Passage) -> Record:
    due = deadline(material.text, passage.body, passage.end)
    outside = due is None
    if due is None:  # "By 30 June it should mend …": what stands before in its own sentence
        due = deadline(material.text, passage.start, passage.body)
    if due is None and (lead := passage.lead) is not None:
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
        weight=_ABOVE_A_CLAIM,
    )


def _cause(material: Material, passage: Passage) -> Record:
    return concern(material, passage, passage.body, f"{RULES}cause", weight=WEIGHT)


def _improvement(material: Material, passage: Passage) -> Record:
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


def _action(material: Material, passage: Passage) -> Record:
    return action(
        material,
        passage,
        (passage.body, passage.end),
        f"{RULES}action",
        owner=None,
        ref=None,
        weight=WEIGHT,
        anybody=passage.kind == "item",
    )


def _commitment(material: Material, passage: Passage) -> Record:
    span = span_of(material, passage, 0)
    last = _spoke_last(material, passage)
    voice = voice_of(material, passage, material.speaker(passage), last, span)
    return commitment(material, passage, span, voice, rule=f"{RULES}commitment", weight=WEIGHT)


def _spoke_last(material: Material, passage: Passage) -> Speaker | None:
    """Who spoke last by name or post, here or in the passages before it."""
    at: Passage | None = passage
    for _ in range(_FAR):
        if at is None:
            break
        speaker = material.speaker(at)
        if speaker is not None and (speaker.name or speaker.role):
            return speaker
        at = material.before(at)
    return None


_MAKE: Mapping[str, Callable[[Material, Passage], Record]] = {
    "recommendation": _recommendation,
    "cause_of_concern": _cause,
    "area_for_improvement": _improvement,
    "action": _action,
    "commitment": _commitment,
}
