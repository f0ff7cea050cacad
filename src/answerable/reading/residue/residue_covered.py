"""Which records read what a trigger speaks of: a claim reads no duty, a meeting no number."""

from bisect import bisect_left
from collections.abc import Sequence
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
_COVERS = {
    "strong": _OF_DUTY,
    "duty": _READ - {"claim"},
    "order": _READ,
    "by": _OF_DUTY | {"meeting", "agenda_item", "inspection"},
    "row": _READ,
    "section": _READ,
    "task": frozenset(("action",)),
    "finding": _OF_DUTY - {"action", "commitment", "response"},
    "judged": _JUDGMENTS,
    "graded": frozenset(("grade", "grade_count")),
    "short": _READ,
    "count": _FIGURES,
    "money": frozenset(("money",)),
    "meeting": frozenset(("meeting", "due", "agenda_item")),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules have read: spans by kind, and the people by the words of their names."""

    spans: dict[str, tuple[list[int], list[int], list[int]]]
    names: frozenset[str]

    def covers(self, one: Trigger, stop: int) -> bool:
        """Whether a record lies on a trigger, or begins before `stop` behind it."""
        for kind in _COVERS[one.sort]:
            known = self.spans.get(kind)
            if known is None:
                continue
            starts, _, furthest = known
            before = bisect_left(starts, stop)
            if furthest[before] > one.start:
                return True
        return False


def found_in(records: Sequence[Record]) -> Found:
    by_kind: dict[str, list[tuple[int, int]]] = {}
    names: set[str] = set()
    for one in records:
        if one.kind == "person":
            names.update(str(one.fields["name"]).casefold().split())
            continue
        held = by_kind.setdefault(one.kind, [])
        held.extend(((one.start, one.end), *one.support.values()))
        if "due" in one.support:
            by_kind.setdefault("due", []).append(one.support["due"])
    spans = {}
    for kind, held in by_kind.items():
        held.sort()
        furthest = [0]
        for _, last in held:
            furthest.append(max(furthest[-1], last))
        spans[kind] = [first for first, _ in held], [last for _, last in held], furthest
    return Found(spans, frozenset(names))
