"""What is marked and when each marking is looked at again, for whoever may mark.

An embargo is a restricted marking whose ground says so and whose review date is the day of
publication. The day alone opens nothing: a person releases, because publications are put off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.operations import access
from answerable.operations.record import grounds, removal
from answerable.operations.record.removal import NotRemoved
from answerable.store.papers import readings
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.times import in_words

EMBARGO = "embargo"
KINDS = (*(marking.value for marking in Classification), EMBARGO)
GROUNDS = (
    grounds.PERSONAL,
    "Identifies a victim, a witness, a complainant or a child",
    "Live proceedings or an investigation",
    "Misconduct hearing not yet held",
    "Operational: may prejudice the prevention or detection of crime",
    "Commercial interests of a third party",
    "Legal advice",
    "Policy under development",
)
"""Offered on the form; another may be typed. None is legal advice: a person decides."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Values of one entry under one marking, to be looked at again on a day."""

    institution: str
    seq: int
    stream: str
    fields: tuple[str, ...]
    marking: str
    ground: str
    review: str | None

    @property
    def embargo(self) -> bool:
        """Is it held back until a publication?"""
        return self.ground.lower().startswith(EMBARGO)

    def due(self, on: date) -> bool:
        """Is it time to look at it again, or was no day ever named?"""
        return self.review is None or self.review <= on.isoformat()


def every(*, by: Actor) -> tuple[Marked, ...]:
    """All marked values that the actor answers for; what is due longest stands first."""
    access.require(by, "reclassify")
    found = [
        Marked(institution, seq, stream, fields, marking, ground or "", review)
        for institution in registers.institutions()
        if access.may(by, "reclassify", about=institution)
        for seq, stream, fields, (marking, ground, review) in readings.marks(institution)
    ]
    return tuple(sorted(found, key=lambda m: (m.review or "", m.seq)))


def fields_of(*, by: Actor, entry: int) -> tuple[Fact, tuple[str, ...]]:
    """A fact as it stands, and those of its fields that hold anything."""
    institution, fact = readings.standing(entry)
    access.require(by, "reclassify", about=institution)
    values = fact.values()
    return fact, tuple(name for name in values if values[name] not in (None, "", ()))


def mark(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    entry: int,
    fields: Sequence[str],
    kind: str,
    ground: str,
    review: str | None,
    on: date,
    lowered: bool,
) -> Receipt:
    """Mark values of an entry, or put them under embargo until a day.

    A restricted value needs the day on which its marking is looked at again, within two years.
    """
    if kind not in KINDS:
        raise NotRemoved(f"A marking is one of: {', '.join(KINDS)}.")
    marking = Classification.RESTRICTED.value if kind == EMBARGO else kind
    if marking == Classification.RESTRICTED.value:
        if review is None:
            raise NotRemoved(
                "Say when it is published."
                if kind == EMBARGO
                else "Say when this is looked at again: nothing is restricted for ever."
            )
        grounds.day(review, on=on)
    if kind == EMBARGO:
        ground = f"Embargo until publication on {in_words(review or '')}"
    return removal.reclassify(
        by=by,
        at=at,
        key=key,
        seen=seen,
        target=str(entry),
        fields=fields,
        marking=marking,
        ground=ground,
        review=review,
        on=on,
        lowered=lowered,
    )
