"""“We met in September 2025 and in May 2026”: several named times, each against the papers."""

import re

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.bodies import Tenure

_MET = re.compile(
    r"\b(?:sessions?|meetings?|met|(?:held|holding|call(?:ed)?)\b.{0,40}\baccount)\b"
)
_PUBLIC = re.compile(r"\b(?:in public|publicly|public)\b")
_FEWEST = 2


def listed(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """Agrees where papers of a session of every named time are held; else part, or silent."""
    if scope.never or scope.none or scope.first or not _MET.search(scope.text):
        return None
    named = scope.times_named
    if len(named) < _FEWEST or scope.runs:
        return None
    found = {span: _papers(matter, span) for span in named}
    held = [v for versions in found.values() for v in versions]
    days = ", ".join(on_day(v.fact.valid.start) for v in held)
    k, n = sum(map(bool, found.values())), len(named)
    if not k:
        return silent(matter, "We hold no papers of a session in any of the times that it names.")
    told = f"we hold papers of a session in {k} of the {n} {plural('time', n)} named: {days}"
    if k == n and not _PUBLIC.search(scope.text):
        return Held("record", ClaimResult.AGREES, f"Our record: {told}.", tuple(held))
    rest = (
        "whether they were held in public, the papers do not say"
        if k == n
        else "that we hold none of the others does not show that there was none"
    )
    return Held("record", ClaimResult.PART, f"Our record: {told}; {rest}.", tuple(held))


def _papers(matter: Matter, span: Span) -> list[Version]:
    return [v for v in matter.meetings if span.holds(v.fact.valid.start)]
