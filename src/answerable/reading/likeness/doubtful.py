"""Passages that may hold a record and are not likely enough: shown as unread."""

from collections.abc import Iterator, Sequence

from answerable.reading.likeness.sorts import words
from answerable.reading.likeness.weights import RULES, Weights
from answerable.reading.records import Record, record

LEAST, HIGH = 0.1, 0.2
"""From LEAST on one in four showed a missed record, from HIGH on more than one in three, in four
sets that neither the weights nor the rules had seen."""
_RULE = f"{RULES}doubtful"
_MOST = 40
_COVER = frozenset(
    (
        "recommendation",
        "cause_of_concern",
        "area_for_improvement",
        "action",
        "commitment",
        "residue",
    )
)


def doubtful(
    text: str, span: tuple[int, int], likely: Sequence[float], weights: Weights
) -> Iterator[Record]:
    """A line of residue for a passage, its trigger the word that speaks for its kind most."""
    best = max(likely, default=0.0)
    if best < LEAST:
        return
    kind = weights.kinds[likely.index(best)]
    own = [one.plain for one in words(text[slice(*span)]) if one.plain.islower()] or [""]
    yield record(
        "residue",
        span,
        _RULE,
        given={
            "trigger": max(own, key=lambda one: weights.of((f"w={one}",), kind))[:_MOST],
            "reason": "no-rule",
            "sign": "duty",
            "likelihood": "high" if best >= HIGH else "middle",
            "near": None,
        },
        weight=0,
    )


def still_unread(found: Sequence[Record], kept: Sequence[Record]) -> Iterator[Record]:
    """Those of such lines on which no other residue and no record that asks or promises lies."""
    there = [(one.start, one.end) for one in kept if one.kind in _COVER]
    for one in found:
        if not any(start < one.end and one.start < end for start, end in there):
            yield one
