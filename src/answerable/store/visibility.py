"""The one gate: what this actor may see, as a redaction of a register.

A value is withheld by the marking it had at the sequence that is read, or has now, whichever is
higher: raising a marking also closes the older addresses. What a correction says about a value
is withheld with the value. A fact of which every value that is not empty is withheld, vanishes:
before its release, not even its existence is shown. Pages, feeds, exports and search pass here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from answerable.ledger.register import History, Register, Version, Withheld
from answerable.store import oversight
from answerable.vocabulary.access import Actor, Classification, Role
from answerable.vocabulary.facts import Corrected

Marks = Mapping[str, Withheld]

_RANK = {Classification.PUBLIC: 0, Classification.INTERNAL: 1, Classification.RESTRICTED: 2}
_CLEARANCE = {
    Role.GOVERNANCE_OFFICER: Classification.RESTRICTED,
    Role.COMMISSIONER: Classification.RESTRICTED,
    Role.CHIEF_OFFICER: Classification.RESTRICTED,
    Role.FORCE_LIAISON: Classification.INTERNAL,
    Role.ANALYST: Classification.INTERNAL,
}


def clearance(actor: Actor, *, institution: str, on: date) -> Classification:
    """The highest marking an actor may see about an institution: its own, or one it oversees."""
    own = actor.body != "" and actor.body == institution
    if not own and institution not in oversight.overseen_by(actor.body, on=on):
        return Classification.PUBLIC
    return highest(actor)


def highest(actor: Actor) -> Classification:
    """The highest marking that an actor's roles may see, about whom it answers for."""
    return max(
        (_CLEARANCE.get(role, Classification.PUBLIC) for role in actor.roles),
        key=_RANK.__getitem__,
        default=Classification.PUBLIC,
    )


def marks_now(history: History) -> dict[str, Marks]:
    """Entry id -> how its values are marked at the end of the record, where any is."""
    return dict(history.marks)


def marks_of(versions: Iterable[Version]) -> dict[str, Marks]:
    """The same for some entries, of which all versions must be given."""
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


def seen_by(actor: Actor, register: Register, *, now: Mapping[str, Marks], on: date) -> Register:
    """The register as an actor may see it; `on` is the day the actor's post is judged by."""
    allowed = clearance(actor, institution=register.institution, on=on)
    return replace(register, versions=tuple(redacted(register.versions, now=now, allowed=allowed)))


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
            if _RANK[Classification(mark.classification)] > _RANK[allowed]
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
    return _RANK[Classification(mark.classification)]
