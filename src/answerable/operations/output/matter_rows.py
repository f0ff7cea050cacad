"""Rows of what several facts give together: matters that a ladder asks to move up, values in which
sources differ, and the forward plan.
"""

from collections.abc import Callable, Iterator, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.fact_tables import CONFLICTS, ESCALATION, FORWARD_PLAN
from answerable.operations.output.data_rows import Values
from answerable.operations.pages import whose
from answerable.publishing.open_data import Table
from answerable.scrutiny.accountability.escalation import escalations
from answerable.scrutiny.conflicts import conflicts
from answerable.scrutiny.sessions.forward_plan import sessions


def escalation(register: Register) -> Iterator[tuple[Version, Values]]:
    """Each matter of an office's own record, what is due first."""
    institution = register.institution
    if not whose.keeps_own_record(institution):
        return
    regime = catalogue.regime_of(institution, on=register.valid)
    found = escalations(register, ladders=regime.ladders, on=register.valid, names=regime.names)
    for one in found:
        step = (one.moved if one.state == "moved up" else one.declined) or one.item.first
        yield (
            step,
            {
                "reference": one.item.reference,
                "ladder": one.ladder.id,
                "step": one.step.id,
                "to": one.step.to,
                "since": one.since.isoformat(),
                "count": one.count,
                "state": one.state,
                "moved_to": one.moved.fact.get("to") if one.moved else None,
                "reason": None if step is one.item.first else step.fact.get("reason"),
                "page": f"/escalation/{institution}/",
            },
        )


def differing(register: Register) -> Iterator[tuple[Version, Values]]:
    """Each value of each source, conflict by conflict."""
    for conflict in conflicts(register):
        reason = conflict.resolved.fact.get("reason") if conflict.resolved else None
        for one in conflict.stated:
            stands = None if conflict.standing is None else one.value == conflict.standing
            for version in one.versions:
                yield (
                    version,
                    {
                        "field": conflict.field,
                        "value": one.value,
                        "stands": stands,
                        "reason": reason,
                    },
                )


def planned(register: Register) -> Iterator[tuple[Version, Values]]:
    """Each session of the forward plan as it stands, by date."""
    for one in sessions(register):
        if one.planned is None:
            continue
        last = one.changes[-1] if one.changes else None
        yield (
            one.planned,
            {
                "held_by": one.body,
                "title": one.title,
                "series": one.series,
                "theme": one.theme,
                "date": one.date,
                "first_date": one.first_date,
                "time": one.time,
                "place": one.place,
                "papers_due": one.papers_due,
                "state": one.state,
                "reason": last.reason if last else None,
            },
        )


MAKERS: Mapping[Table, Callable[[Register], Iterator[tuple[Version, Values]]]] = {
    ESCALATION: escalation,
    CONFLICTS: differing,
    FORWARD_PLAN: planned,
}
