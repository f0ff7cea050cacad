"""“Since the 2025 report”: the period from the day on which that report came out."""

from answerable.scrutiny.claims.claim_numbered import every_finding
from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.grades import grades
from answerable.scrutiny.matter import Matter


def period(matter: Matter, scope: Scope) -> Span | None:
    """The period of a sentence; from the report that it names by month or year, where we hold one.

    Of several reports in that time it is the first on the subject, or else the first of all.
    """
    named = scope.reported
    if named is None:
        return scope.period
    ours = [g.on for g in matter.grades] + [f.first.fact.valid.start for f in matter.findings]
    every = [g.on for g in grades(matter.register)]
    every += [f.first.fact.valid.start for f in every_finding(matter)]
    for days in (ours, every):
        inside = [day for day in days if named.holds(day)]
        if inside:
            return Span(min(inside), scope.on, named.words)
    return Span(named.last, scope.on, named.words)
