"""The one gate: what this actor may see, as a redaction of a register.

A value is withheld by the marking it had at the sequence that is read, or has now, whichever is
higher: raising a marking also closes the older addresses. What a correction says about a value
is withheld with the value. A fact of which every value that is not empty is withheld, vanishes:
before its release, not even its existence is shown. Pages, feeds, exports and search pass here.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from answerable.ledger.register import History, Register
from answerable.store.engine.redaction import RANK, Marks, marked, marks_of, redacted
from answerable.store.reads import oversight
from answerable.vocabulary.access import Actor, Classification, Role

__all__ = [
    "Marks",
    "clearance",
    "highest",
    "marked",
    "marks_now",
    "marks_of",
    "redacted",
    "seen_by",
]

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
        key=RANK.__getitem__,
        default=Classification.PUBLIC,
    )


def marks_now(history: History) -> dict[str, Marks]:
    """Entry id -> how its values are marked at the end of the record, where any is."""
    return dict(history.marks)


def seen_by(actor: Actor, register: Register, *, now: Mapping[str, Marks], on: date) -> Register:
    """The register as an actor may see it; `on` is the day the actor's post is judged by."""
    allowed = clearance(actor, institution=register.institution, on=on)
    return replace(register, versions=tuple(redacted(register.versions, now=now, allowed=allowed)))
