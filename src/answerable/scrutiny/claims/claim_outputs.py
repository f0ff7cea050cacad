"""“212 homes were visited”: a count of what a service did, against the outputs on record."""

import re

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.facts import OutputStated

_WORD = re.compile(r"[a-z]{4,}")


def counted(matter: Matter, statement: Statement, n: int, unit: str) -> Held | None:
    """The outputs on record of what the sentence counts; None where we hold none of it."""
    scope = statement.scope(matter.register.valid)
    wanted = _stems(unit)
    found = tuple(
        v
        for v in matter.register.versions_of(OutputStated)
        if v.fact.get("n") is not None
        and wanted & _stems(f"{v.fact.get('unit') or ''} {v.fact.get('text') or ''}")
        and _stems(f"{v.fact.get('unit') or ''} {v.fact.get('text') or ''}") <= _stems(scope.text)
    )
    if not found:
        return None
    same = tuple(v for v in found if _fits(int(v.fact.get("n")), n, scope))
    if same:
        return Held("record", ClaimResult.AGREES, f"Our record: {_told(same[-1])}.", same)
    ours = "; ".join(_told(v) for v in found[-3:])
    alike = [v for v in found if v.fact.get("period") and str(v.fact.get("period")) in scope.text]
    if not alike:
        return silent(matter, f"No count of ours is {n}. Our record: {ours}.", *found)
    ours = "; ".join(_told(v) for v in alike)
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says {n}; our record: {ours}.",
        tuple(alike),
        stated=str(n),
        ours=ours,
    )


def _fits(ours: int, n: int, scope: Scope) -> bool:
    if scope.bound == "more than":
        return ours > n
    if scope.bound == "at least":
        return ours >= n
    return ours == n


def _told(version: Version) -> str:
    fact = version.fact
    period = f" in {fact.get('period')}" if fact.get("period") else ""
    day = on_day(fact.valid.start)
    return f"{fact.get('text')}: {fact.get('n')} {fact.get('unit') or ''}{period}, stated {day}"


def _stems(text: str) -> set[str]:
    """Longer words by their first five letters, one or many: visit, visits and visited are one."""
    return {word.rstrip("s")[:5] for word in _WORD.findall(text.lower())}
