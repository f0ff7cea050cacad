"""What an office or a successor body takes over: what is open, what is due, what was agreed.

It is about the institution on two days, never about a person: nothing is counted by holder.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register
from answerable.scrutiny.accountability import memory, partners
from answerable.scrutiny.accountability.escalation import Escalation, escalations
from answerable.scrutiny.accountability.funding import MoneyLine, lines
from answerable.scrutiny.accountability.memory import OfficeMemory, Term
from answerable.scrutiny.accountability.partners import Agreement
from answerable.scrutiny.earlier import earlier
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.escalation import EscalationLadder
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import last_day

AHEAD = 90
"""Days that a newcomer looks ahead: the project's own choice."""


@dataclass(frozen=True)
class Handover:
    """What stands open on a day, beside what stood open when the last term began.

    `began` None: no term of the office is on record, so nothing is said of what changed.
    """

    on: date
    office: OfficeMemory | None
    term: Term | None
    began: date | None
    then: tuple[Progress, ...]
    now: tuple[Progress, ...]
    due: tuple[Progress, ...]
    moved: tuple[Progress, ...]
    unproven: tuple[Progress, ...]
    agreements: tuple[Agreement, ...]
    money: tuple[MoneyLine, ...]
    escalations: tuple[Escalation, ...]

    @property
    def carried(self) -> tuple[Progress, ...]:
        """Open at the start of the term, and open still."""
        before = {item.reference for item in self.then}
        return tuple(item for item in self.now if item.reference in before)

    @property
    def new(self) -> tuple[Progress, ...]:
        """Open, and first in our sources since the term began: the matter may be older."""
        before = {item.reference for item in self.then}
        return tuple(item for item in self.now if item.reference not in before)

    @property
    def ended(self) -> tuple[Progress, ...]:
        """Open at the start of the term, and open no longer."""
        still = {item.reference for item in self.now}
        return tuple(item for item in self.then if item.reference not in still)


def handover(
    register: Register,
    *,
    on: date,
    office: str = "",
    tenures: Iterable[Tenure] = (),
    names: Names | None = None,
    ladders: Iterable[EscalationLadder] = (),
    soon: int = 28,
) -> Handover:
    """The handover of an office on a day; without an office, of the body to its successor."""
    told = memory.memory(register, office=office, tenures=tenures, names=names) if office else None
    term = _term(told, on) if told else None
    began = term.began if term else None
    now = _open(register, names)
    limit = on + timedelta(days=AHEAD)
    return Handover(
        on=on,
        office=told,
        term=term,
        began=began,
        then=_open(earlier(register, on=began), names) if began else (),
        now=now,
        due=tuple(
            sorted(
                (i for i in now if i.due and i.waiting and last_day(i.due) <= limit),
                key=lambda i: i.due or "",
            )
        ),
        moved=tuple(i for i in now if i.moved),
        unproven=tuple(i for i in now if i.unproven),
        agreements=partners.agreements(register, on=on, soon=soon),
        money=lines(register),
        escalations=tuple(
            e
            for e in escalations(register, ladders=ladders, on=on, names=names)
            if e.state != "moved up"
        ),
    )


def _term(told: OfficeMemory, on: date) -> Term | None:
    """The last term that had surely begun by the day."""
    begun = [t for t in told.terms if t.began and t.began <= on]
    return begun[-1] if begun else None


def _open(register: Register, names: Names | None) -> tuple[Progress, ...]:
    every = (*findings(register, names=names), *actions(register, names=names))
    return tuple(item for item in every if item.open)
