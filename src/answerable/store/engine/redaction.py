"""What is taken out of a version for a reader with a clearance: markings then or now.

The rules of `visibility.py`, without the question who the reader is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from answerable.ledger.register import Version, Withheld
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import Corrected

Marks = Mapping[str, Withheld]

RANK = {Classification.PUBLIC: 0, Classification.INTERNAL: 1, Classification.RESTRICTED: 2}


def marks_of(versions: Iterable[Version]) -> dict[str, Marks]:
    """Entry id -> how its values are marked at the end; all versions of each must be given."""
    last = {version.entry_id: version.withheld for version in versions}
    return {entry_id: marks for entry_id, marks in last.items() if marks}


def marked(version: Version, now: Mapping[str, Marks]) -> dict[str, Withheld]:
    """How the values of a version are marked: then or now, whichever is higher."""
    found = _higher(version.withheld, now.get(version.entry_id, {}))
    fact = version.fact
    if isinstance(fact, Corrected):
        about = now.get(fact.ref or "", {}).get(fact.field or "")
        if about is not None:
            found = _higher(found, {"value": about, "quote": about})
    return found


def redacted(
    versions: Iterable[Version], *, now: Mapping[str, Marks], allowed: Classification
) -> Iterable[Version]:
    """The versions with every value above a marking emptied, and whole facts left out."""
    for version in versions:
        marks = marked(version, now)
        if not marks:
            yield version
            continue
        hidden = {
            name: mark
            for name, mark in marks.items()
            if RANK[Classification(mark.classification)] > RANK[allowed]
        }
        fact = version.fact
        if hidden and _whole(version, hidden):
            continue
        for name in hidden:
            fact = fact.with_value(name, None)
        classes = {name: Classification(mark.classification) for name, mark in marks.items()}
        yield replace(version, fact=replace(fact, classes=classes), withheld=hidden)


def _whole(version: Version, hidden: Marks) -> bool:
    values = version.fact.values()
    return all(name in hidden for name, value in values.items() if value is not None)


def _higher(one: Marks, other: Marks) -> dict[str, Withheld]:
    found = dict(one)
    for name, mark in other.items():
        mine = found.get(name)
        if mine is None or _rank(mark) >= _rank(mine):
            found[name] = mark
    return found


def _rank(mark: Withheld) -> int:
    return RANK[Classification(mark.classification)]
