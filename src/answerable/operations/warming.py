"""What the first page of a day would wait for, worked out before somebody asks.

Reading a large record, checking it and working out its rows takes seconds; a server does it once
when it starts: first what the first page of the site needs, then, while that is answered already,
what other pages share, the most asked for first. A page that needs what is being read waits for
it and does not read it twice.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from answerable.ledger.register import Register
from answerable.operations import catalogue, people, sensitivity
from answerable.operations.desk import rows, weeks
from answerable.operations.measures import evidence
from answerable.operations.pages.institutions import body, compare, home, report, reports
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures import compared
from answerable.operations.pages.measures.figures import drawn_up
from answerable.operations.pages.record import history
from answerable.operations.rights import accounts
from answerable.store.engine import database
from answerable.store.papers import in_documents
from answerable.store.people import accounts as kept
from answerable.store.reads import registers
from answerable.store.reads.staying import staying
from answerable.vocabulary.access import READER, Actor, Role
from answerable.vocabulary.refusal import Refusal

MOST_WARMED, MOST_REPORTS = 8, 40
"""Registers of a desk, and reports, that are worked out before somebody asks."""
DESKS = frozenset({Role.GOVERNANCE_OFFICER, Role.COMMISSIONER})
"""Who looks at registers and weeks first in the morning."""


@dataclass(frozen=True, slots=True)
class _Today:
    """A look at today's record, as an office has it."""

    actor: Actor
    on: date
    known: int | None = None
    said: date | None = None

    def register(self, institution: str) -> Register:
        """What this office sees about an institution today."""
        return registers.register(institution, valid=self.on, actor=self.actor)


def warm(*, at: datetime, opened: Callable[[], None] = lambda: None) -> int:
    """Work out the first page of the site, the bodies, registers and weeks of the desks of this
    home, then what other pages share; how many rows are ready. `opened` is called after the
    first page."""
    on = at.astimezone(registers.ZONE).date()
    look = Look(at=at, actor=replace(people.reader(), on=at.date()))
    try:
        with staying():
            home.home(look)
            opened()
            _bodies(look)
            sensitivity.ready()
            ready = _at_desks(on)
            history.history(look)  # what the check needs for a while is used again by the next
            _beside_each_other(look)
            in_documents.ready(valid=on, known=registers.head().size - 1)
    finally:
        database.close()
    return ready


def _bodies(look: Look) -> None:
    """Look at each body, then at the latest reports about them."""
    for institution in registers.reported():
        with suppress(Refusal):
            body.body(look, institution)
    for key in sorted(reports.keys(look), key=lambda one: one.cycle)[-MOST_REPORTS:]:
        with suppress(Refusal):
            report.report(look, key.inspectorate, key.cycle, key.subject)


def _at_desks(on: date) -> int:
    """Registers and weeks of the offices that work here; how many rows they have."""
    ready = 0
    for actor in (READER, *_desks(on)):
        look = _Today(actor, on)
        for institution in rows.institutions(look)[:MOST_WARMED]:
            if actor.is_public:
                look.register(institution)
            else:
                ready += len(rows.rows(look, institution).items)
        if not actor.is_public:
            weeks.weeks(look)
    return ready


def _beside_each_other(look: Look) -> None:
    """Set each body's two dates, then the bodies of each measure, beside each other; draw each."""
    for institution in registers.reported():
        with suppress(Refusal):
            compare.compare(look, institution, a=None, b=None)
    for measure in evidence.observations().measures():
        if measure in catalogue.measures():
            with suppress(Refusal):
                compared.compared(look, measure)
            for institution in evidence.bodies_with(measure):
                with suppress(Refusal):
                    drawn_up(look, catalogue.measures()[measure], institution)


def _desks(on: date) -> tuple[Actor, ...]:
    """One actor for each body and set of roles that works at a desk here."""
    if accounts.exist():
        found = [accounts.actor_of(a) for a in kept.every() if a.acts(on)]
    else:
        found = [people.acting_as(name) for name, _ in people.offices()]
    desks = {(a.body, a.roles): replace(a, on=on) for a in found if a.roles & DESKS}
    return tuple(desks.values())
