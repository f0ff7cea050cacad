"""Overlaps resolved: of two rivals for the same words, the heavier and then the longer stays."""

from collections.abc import Sequence

from answerable.reading.records import KINDS, Record

# Kinds that may claim the same words only once; a heavier record takes them.
_RIVALS: tuple[frozenset[str], ...] = (
    frozenset(
        (
            "recommendation",
            "area_for_improvement",
            "cause_of_concern",
            "action",
            "commitment",
            "practice",
        )
    ),
    frozenset(("commitment", "claim")),
    frozenset(("claim", "monitoring")),
    frozenset(("recommendation", "claim")),
    frozenset(("action", "claim")),
    frozenset(("area_for_improvement", "claim")),
    frozenset(("cause_of_concern", "claim")),
    frozenset(("count", "grade_count")),
    frozenset(("count", "money")),
    frozenset(("count", "figure")),
    frozenset(("agenda_item", "action")),
    frozenset(("agenda_item", "decision")),
    frozenset(("decision", "action")),
    frozenset(("decision", "commitment")),
    frozenset(("person", "agenda_item")),
    frozenset(("commitment", "assurance")),
    frozenset(("response", "claim")),
    frozenset(("response", "status")),
    frozenset(("inspection", "commitment")),
    frozenset(("count", "meeting")),
    frozenset(("grade", "agenda_item")),
)
# "Five of the eight forces" holds "eight forces"; a name may stand for two people.
_KEYED = ("person", "count")
_ALONE = frozenset(
    (
        "count",
        "money",
        "person",
        "meeting",
        "agenda_item",
        "decision",
        "inspection",
        "monitoring",
        "figure",
        "claim",
        "commitment",
        "response",
        "assurance",
    )
)


def settle(found: Sequence[Record]) -> list[Record]:
    """Overlaps resolved: of two rivals for the same words the heavier, then the longer, stays."""
    order = sorted(
        found,
        key=lambda one: (
            -one.weight,
            -(one.end - one.start),
            one.start,
            KINDS.index(one.kind),
            one.key,
        ),
    )
    kept: list[Record] = []
    by_bucket: dict[int, list[Record]] = {}
    for one in order:
        buckets = range(one.start // 512, one.end // 512 + 1)
        near = [other for bucket in buckets for other in by_bucket.get(bucket, ())]
        if any(_clash(one, other) for other in near):
            continue
        kept.append(one)
        for bucket in buckets:
            by_bucket.setdefault(bucket, []).append(one)
    return kept


def _clash(one: Record, other: Record) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return False
    if one.kind == other.kind:
        if one.kind in _ALONE:
            return one.kind not in _KEYED or one.key == other.key
        same = (one.start, one.end, one.rule) == (other.start, other.end, other.rule)
        return not (same and one.key != other.key)
    pair = {one.kind, other.kind}
    rivals = any(pair <= group for group in _RIVALS)
    return rivals and shared >= 0.5 * min(one.end - one.start, other.end - other.start)
