"""How far deadlines drifted: the first date, every move, and the days between first and last."""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register
from answerable.scrutiny.progress import SLIPPING_DAYS, actions, findings
from answerable.scrutiny.standing import Move, Progress
from answerable.vocabulary.times import last_day


@dataclass(frozen=True)
class Drift:
    """One item whose due date moved. `days` None: one of the two dates is not a date.

    A date without its day, such as “2026-09”, counts as its last day.
    """

    item: Progress
    days: int | None

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every move of a date, in the order in which they were agreed."""
        return self.item.moved


def drifted(register: Register) -> tuple[Drift, ...]:
    """Findings and actions of which a due date moved, the furthest first."""
    found = [
        Drift(item, days_between(item.due_first, item.due))
        for item in (*findings(register), *actions(register))
        if item.moved
    ]
    return tuple(sorted(found, key=lambda d: (d.days is None, -(d.days or 0), d.item.reference)))


def slips(item: Progress, *, on: date, within: int = SLIPPING_DAYS) -> bool:
    """Does it wait, and was its date moved or is it near? A first date that is far is neither."""
    if item.moved or not item.moves:
        return item.slipping
    left = (last_day(item.due) - on).days if item.due else None
    return item.waiting and item.rung is not None and left is not None and left <= within


def days_between(first: str | None, last: str | None) -> int | None:
    """Days from one due date to another; None where one of them is not a date."""
    if first is None or last is None:
        return None
    apart: timedelta = last_day(last) - last_day(first)
    return apart.days
