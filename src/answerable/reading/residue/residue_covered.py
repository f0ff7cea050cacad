"""Which records read what a trigger speaks of: a claim reads no duty, a meeting no number."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.reading.records import Record
from answerable.reading.residue.trigger import Trigger

_READ_WORDS = (
    "grade grade_count cause_of_concern recommendation area_for_improvement practice"
    " commitment claim response meeting action decision assurance monitoring status inspection"
    " agenda_item"
)
_READ = frozenset(_READ_WORDS.split())
_FIGURES = frozenset(("count", "money", "grade_count", "figure", "due"))
_JUDGMENTS = frozenset(("grade", "grade_count", "cause_of_concern", "area_for_improvement",
                        "practice", "recommendation", "assurance", "monitoring", "status",
                        "count"))  # fmt: skip
# A claim, a meeting or a state on the same words does not read what somebody should do.
_OF_DUTY = _READ - {"claim", "meeting", "status", "agenda_item", "inspection", "grade",
                    "grade_count", "monitoring"}  # fmt: skip
# Kinds that the rows of a table or the items of a list mostly share.
SIBLINGS = ("grade", "action", "recommendation", "cause_of_concern", "area_for_improvement",
            "meeting", "commitment")  # fmt: skip
_COVERS = {
    "strong": _OF_DUTY,
    "duty": _READ - {"claim"},
    "order": _READ - {"claim", "meeting"},
    "by": _OF_DUTY | {"meeting", "agenda_item", "inspection"},
    "row": _READ,
    "section": _READ,
    "task": frozenset(("action",)),
    "finding": _OF_DUTY - {"action", "commitment", "response"},
    "judged": _JUDGMENTS,
    "graded": frozenset(("grade", "grade_count")),
    "short": _READ | _FIGURES,
    "count": _FIGURES,
    "standard": _FIGURES - {"due"},
    "money": frozenset(("money",)),
    "meeting": frozenset(("meeting", "due", "agenda_item", "inspection")),
    "listed": frozenset(("cause_of_concern", "area_for_improvement", "recommendation")),
    "told-that": _OF_DUTY,
    "first": _OF_DUTY,
    "first-told": frozenset(("cause_of_concern", "area_for_improvement", "recommendation")),
    **{f"sibling-{kind}": frozenset((kind,)) for kind in SIBLINGS},
}


# The first of two things: only a record on its own words reads it.
_PARTS = ("first", "first-told")
# What is wrong reads no promise and no duty that only stands before it.
_STAND = frozenset(("cause_of_concern", "area_for_improvement", "practice"))


Spans = tuple[list[int], list[int], list[int]]
"""Beginnings and ends, in order, and the furthest end of all before each."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules have read: spans by kind, and the people by the words of their names.

    `quoted` holds no words of support: a day may stand with what another record says.
    """

    spans: dict[str, Spans]
    quoted: dict[str, Spans]
    names: frozenset[str]
    surnames: frozenset[str]

    def covers(self, one: Trigger, stop: int) -> bool:
        """Whether a record lies on a trigger, or begins before `stop` behind it."""
        spans = self.quoted if one.sort in _PARTS else self.spans
        for kind in _COVERS[one.sort]:
            known = spans.get(kind)
            if known is None:
                continue
            starts, _, furthest = known
            stands = kind in _STAND and one.sort == "strong"
            before = bisect_left(starts, one.end if stands else stop)
            if furthest[before] > one.start:
                return True
        return False

    def begins(self, sort: str, start: int, stop: int) -> bool:
        """Whether a record that would cover such a trigger begins in a stretch of text."""
        for kind in _COVERS[sort]:
            starts = self.quoted[kind][0] if kind in self.quoted else []
            nth = bisect_left(starts, start)
            if nth < len(starts) and starts[nth] < stop:
                return True
        return False

    def knows(self, words: str) -> bool:
        """Whether words that may be a name are those of somebody who is known."""
        told = words_of(words)
        return told[-1] in self.names or not self.surnames.isdisjoint(told)


_NAMED = {"person": "name", "action": "owner_person"}
"""The field of a record that names somebody."""


def words_of(name: str) -> list[str]:
    """The words of a name in small letters; a name of two parts is two words."""
    return _PARTED.split(_OWNED.sub("", name.casefold()).strip(" .,-")) if name else []


_PARTED = re.compile(r"[\s-]+")
_OWNED = re.compile(r"[’']s\b")


def found_in(records: Sequence[Record]) -> Found:
    by_kind: dict[str, list[tuple[int, int]]] = {}
    quoted: dict[str, list[tuple[int, int]]] = {}
    names: set[str] = set()
    surnames: set[str] = set()
    for one in records:
        if one.kind in _NAMED:
            told = words_of(str(one.fields[_NAMED[one.kind]] or ""))
            names.update(told)
            surnames.update(told[-1:])
        if one.kind == "person":
            continue
        quoted.setdefault(one.kind, []).append((one.start, one.end))
        held = by_kind.setdefault(one.kind, [])
        held.extend(((one.start, one.end), *one.support.values()))
        if "due" in one.support:
            by_kind.setdefault("due", []).append(one.support["due"])
        elif one.fields.get("due") is not None:  # its day stands in its own words
            by_kind.setdefault("due", []).append((one.start, one.end))
    return Found(_spans(by_kind), _spans(quoted), frozenset(names), frozenset(surnames))


def _spans(by_kind: Mapping[str, list[tuple[int, int]]]) -> dict[str, Spans]:
    spans = {}
    for kind, held in by_kind.items():
        held.sort()
        furthest = [0]
        for _, last in held:
            furthest.append(max(furthest[-1], last))
        spans[kind] = [first for first, _ in held], [last for _, last in held], furthest
    return spans
