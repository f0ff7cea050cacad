"""Recall and precision by place: in a layout that marks a record, or in prose.

The bars of the first release differ by place. A label's place is what its folder says in
`notes/where.jsonl`, one object a line: `document`, `kind`, `start`, `end` and `where` (`table`,
`list` or `marked`; or `prose`). A found record stands where the label that it matches stands.
What matches no label has only its block to tell: a table row, list item, heading, line of key and
value, letterhead or list of people marks it, and so does "Action" before it in its own block;
anything else is prose. How often the block says the same as the label is counted too, on matched
records, so that a reader can judge the precision by place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from answerable.reading.layout.canonical_text import Block, CanonicalText
from tests.reading.intervals import Counts, added, estimated
from tests.reading.score import pairs

Line = Mapping[str, Any]
Document = tuple[Sequence[Line], Sequence[Line]]
PROSE = "prose"
_MARKED_BLOCKS = frozenset(("row", "item", "heading", "key_value", "letterhead", "attendance"))
_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)


def in_layout(text: CanonicalText, line: Line) -> bool:
    """Whether the block in which a record begins marks it."""
    if line["quote"] is None:
        return False
    starts = [one.start for one in text.blocks]
    block = text.blocks[max(bisect_right(starts, line["quote"]["start"]) - 1, 0)]
    return block.kind in _MARKED_BLOCKS or (line["kind"] == "action" and _told(text, block, line))


def _told(text: CanonicalText, block: Block, line: Line) -> bool:
    return _ACTION.search(text.text, block.start, line["quote"]["start"]) is not None


def measured(documents: Sequence[Document]) -> dict[str, dict[str, Any]]:
    """By kind: its places, and how often the block of a matched record says what its label says.

    `documents`: labels and found lines of each; empty where no label has a noted place.
    """
    figures = {}
    for kind, names in named(line for gold, _ in documents for line in gold).items():
        told = [by_place(gold, found, kind, names) for gold, found in documents]
        agreed, matched = (sum(both[place] for _, both in told) for place in range(2))
        figures[kind] = {
            "places": {name: _placed([rows[name] for rows, _ in told]) for name in names},
            "agreed": agreed,
            "matched": matched,
        }
    return figures


def _placed(rows: Sequence[Counts]) -> dict[str, Any]:
    gold, found, hits, _ = added(rows)
    precision, recall, _ = estimated(rows)
    return {"n": gold, "found": found, "hits": hits, "precision": precision, "recall": recall}


def by_place(
    gold: Sequence[Line], found: Sequence[Line], kind: str, names: Sequence[str]
) -> tuple[dict[str, Counts], tuple[int, int]]:
    """Counts of one kind by place in one document (no wrong values), and how the blocks agree.

    `names`: the kind's places in the folder. A found line says in `in_layout` whether its block
    marks it. Agreement: matched records whose block says what the label says, and matched
    records. Labels without a noted place are left out.
    """
    rows = {name: [0, 0, 0] for name in names}
    wanted = [line for line in gold if line["kind"] == kind]
    given = [line for line in found if line["kind"] == kind]
    matched = dict(pairs(wanted, given, kind))
    agreed = [0, 0]
    for place, label in enumerate(wanted):
        if (name := label.get("where")) not in rows:
            continue
        rows[name][0] += 1
        if place in matched:
            rows[name][1] += 1
            rows[name][2] += 1
            agreed[0] += given[matched[place]]["in_layout"] == (name != PROSE)
            agreed[1] += 1
    taken = set(matched.values())
    for index, line in enumerate(given):
        name = next((one for one in names if (one != PROSE) == line["in_layout"]), None)
        if index not in taken and name is not None:
            rows[name][1] += 1
    counted = {name: (row[0], row[1], row[2], 0) for name, row in rows.items()}
    return counted, (agreed[0], agreed[1])


def named(gold: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    """The places of each kind that has any, the marked one first."""
    found: dict[str, set[str]] = {}
    for line in gold:
        if "where" in line:
            found.setdefault(line["kind"], set()).add(line["where"])
    return {
        kind: tuple(sorted(names, key=lambda name: (name == PROSE, name)))
        for kind, names in sorted(found.items())
    }
