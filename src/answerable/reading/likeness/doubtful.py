"""Passages that may hold a record and are not likely enough: shown as unread.

So is what a rule has read as one kind and what is far more like another.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from answerable.reading.likeness.sorts import words
from answerable.reading.likeness.weights import RULES, Weights
from answerable.reading.records import Record, record

LEAST, HIGH = 0.1, 0.2
"""From LEAST on one in four showed a missed record, from HIGH on more than one in three, in four
sets that neither the weights nor the rules had seen."""
OTHER = 0.3
"""From it on, in three such sets, about half of what was read as one kind was marked as another
and not read as that."""
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
    if best >= LEAST:
        kind = weights.kinds[likely.index(best)]
        likelihood = "high" if best >= HIGH else "middle"
        yield _line(text, span, kind, weights, likelihood=likelihood, reason="no-rule")


def of_another_kind(
    text: str,
    span: tuple[int, int],
    held: Collection[str],
    likely: Sequence[float],
    weights: Weights,
) -> Iterator[Record]:
    """A line of residue for a passage that is read as kinds that it is less like than another."""
    best = max(likely, default=0.0)
    kind = weights.kinds[likely.index(best)]
    if best >= OTHER and kind not in held:
        yield _line(text, span, kind, weights, likelihood="high", reason="ambiguous")


def _line(
    text: str,
    span: tuple[int, int],
    kind: str,
    weights: Weights,
    *,
    likelihood: str,
    reason: str,
) -> Record:
    own = [one.plain for one in words(text[slice(*span)]) if one.plain.islower()] or [""]
    return record(
        "residue",
        span,
        _RULE,
        given={
            "trigger": max(own, key=lambda one: weights.of((f"w={one}",), kind))[:_MOST],
            "reason": reason,
            "sign": "duty",
            "likelihood": likelihood,
            "near": None,
        },
        weight=0,
    )


def still_unread(found: Sequence[Record], kept: Sequence[Record]) -> Iterator[Record]:
    """Those of such lines on which no other residue and no record that asks or promises lies.

    On a line of another kind a record lies by its nature. Of a row and a cell of it that both
    may hold something the cell is shown.
    """
    there = _touched(one for one in kept if one.kind in _COVER)
    shown = _touched(one for one in kept if one.kind == "residue")
    last: Record | None = None
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        beside = shown if one.fields["reason"] == "ambiguous" else there
        if beside(one):
            continue
        if last is not None and one.start < last.end:
            last = min(last, one, key=lambda each: each.end - each.start)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _touched(records: Iterable[Record]) -> Callable[[Record], bool]:
    """Whether one of the records shares a letter with another one."""
    spans = sorted((one.start, one.end) for one in records)
    starts = [start for start, _ in spans]
    furthest = [0, *accumulate((end for _, end in spans), max)]
    return lambda one: furthest[bisect_left(starts, one.end)] > one.start
