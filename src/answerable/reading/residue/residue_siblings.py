"""The odd one out: a row or an item without a record among others that have one.

Where most rows of a table, or most items that hang from the same words, hold a record of one kind,
a row without any record of a kind of work is shown: its form is known, its words are not.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.residue.residue_covered import SIBLINGS
from answerable.reading.residue.trigger import Trigger

_FEW = 3  # rows or items that make a table or a list
_MOST = 0.6  # of them have a record of the kind


def odd_ones(material: Material, found: Sequence[Record]) -> Mapping[int, Trigger]:
    """A trigger for each passage, by its start, that lacks what the others beside it have."""
    told = sorted((one.start, one.kind) for one in found if one.kind in SIBLINGS)
    starts = [start for start, _ in told]
    odd: dict[int, Trigger] = {}
    for group in _groups(material):
        held = [_kinds(told, starts, one) for one in group]
        shared = Counter(kind for kinds in held for kind in kinds)
        kind, often = min(shared.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if often < _MOST * len(group):
            continue
        for one, kinds in zip(group, held, strict=True):
            if not kinds:
                odd[one.start] = Trigger(one.start, one.end, f"sibling-{kind}")
        if group[0].kind == "row":
            odd.update(_odd_cells(material, group, told, starts))
    return odd


def of_another_kind(material: Material, found: Sequence[Record]) -> Iterator[tuple[Trigger, Span]]:
    """Items of a list that are read as another kind than most of the others."""
    told = sorted((one.start, one.kind) for one in found if one.kind in _OF_WORK)
    starts = [start for start, _ in told]
    for group in _groups(material):
        if group[0].kind == "row":
            continue
        held = [_kinds(told, starts, one) for one in group]
        shared = Counter(kind for kinds in held for kind in kinds)
        for kind, often in shared.items():
            if often < _MOST * len(group):
                continue
            for one, kinds in zip(group, held, strict=True):
                if kinds and kind not in kinds:
                    yield (
                        Trigger(one.body, one.end, f"sibling-{kind}"),
                        Span(one.start, one.end),
                    )


_OF_WORK = ("action", "recommendation", "cause_of_concern", "area_for_improvement", "commitment")


# "The inspectors want the force to …": they may have recommended it, or named an area
_WISHED = re.compile(
    r"\b(?:inspect(?:ors?|orates?)|ofsted|estyn|hmicfrs|hmip?|watchdogs?|they)\b[^.;:\n]{0,30}"
    r"\b(?:wants?|wanted|asked|would (?:also )?like|wish(?:ed)?)\b[^.;:\n]{0,90}\bto $"
)
_BEFORE = 140  # characters


def wished(material: Material, found: Sequence[Record]) -> Iterator[tuple[Trigger, Span]]:
    """What inspectors wish for by no day, and is read as a recommendation."""
    for one in found:
        if one.kind != "recommendation" or one.fields.get("due_words"):
            continue
        told = material.lowered[max(0, one.start - _BEFORE) : one.start]
        sentence = told[max(told.rfind("\n"), told.rfind(". ")) + 1 :]
        if _WISHED.search(sentence):
            part = Trigger(one.start, one.end, "sibling-area_for_improvement")
            yield part, Span(one.start, one.end)


def _kinds(
    told: Sequence[tuple[int, str]], starts: Sequence[int], one: Passage | Span
) -> set[str]:
    """The kinds of the records that begin in a passage or a cell."""
    return {
        kind for _, kind in told[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
    }


def _odd_cells(
    material: Material,
    group: Sequence[Passage],
    told: Sequence[tuple[int, str]],
    starts: Sequence[int],
) -> Iterator[tuple[int, Trigger]]:
    """Rows that lack a record in a column in which the others have one of a kind."""
    rows = [(one, material.canonical.blocks[one.block].cells) for one in group]
    for nth in range(min(len(cells) for _, cells in rows)):
        held = [_kinds(told, starts, cells[nth]) for _, cells in rows]
        shared = Counter(kind for kinds in held for kind in kinds)
        kind, often = min(shared.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if often < _MOST * len(group):
            continue
        for (one, cells), kinds in zip(rows, held, strict=True):
            if not kinds and cells[nth].end - cells[nth].start >= _WORDS:
                yield one.start, Trigger(cells[nth].start, cells[nth].end, f"sibling-{kind}")


def _groups(material: Material) -> list[list[Passage]]:
    """The rows of each table, and the items that hang from the same words or heading."""
    groups: list[list[Passage]] = []
    last: tuple[object, ...] = ()
    block = -2
    for one in material.passages:
        header = material.canonical.blocks[one.block].header
        above = one.lead or one.heading
        key: tuple[object, ...] = ("row", header) if one.kind == "row" else ("item", above)
        listed = one.kind == "row" or (one.kind == "item" and bool(above))
        if not listed or key != last or one.block > block + 1:
            groups.append([])
        last, block = key if listed else (), one.block
        if listed and one.end - one.start >= _WORDS:
            groups[-1].append(one)
    return [one for one in groups if len(one) >= _FEW]


_WORDS = 8  # characters: a row of less says nothing
