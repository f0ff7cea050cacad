"""Sums of a statement: each against an amount in its own state, never against a sum of states."""

import re
from decimal import Decimal, InvalidOperation

from answerable.ledger.register import Version
from answerable.scrutiny.cases.case_sessions import labelled
from answerable.scrutiny.claims import claim_words
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import NOT_KNOWN, plural, stop
from answerable.vocabulary.facts import MoneyStated

_ROUND = Decimal("0.05")
_STATES = {
    "budgeted": re.compile(r"\b(?:budget(?:ed)?|set aside|earmarked)\b"),
    "approved": re.compile(r"\bapproved?\b"),
    "allocated": re.compile(r"\ballocat(?:ed|es?)\b"),
    "awarded": re.compile(r"\b(?:award(?:ed|s)?|grant(?:ed)?|secured)\b"),
    "received": re.compile(r"\b(?:received|receives|been given|was given)\b"),
    "paid": re.compile(r"\b(?:paid|spent|spend)\b"),
    "cut": re.compile(r"\b(?:cut|taken away|withdrawn|lost)\b"),
    "returned": re.compile(r"\b(?:returned|handed back|gave back|given back)\b"),
}


def money(matter: Matter, statement: Statement) -> Held:
    """A sum: which amounts on record are the same, in which state, and for what."""
    amount = decimal(statement.fields.get("amount"))
    if amount is None:
        return claim_words.words(matter, statement)
    scope = statement.scope(matter.register.valid)
    held = matter.register.versions_of(MoneyStated)
    same = tuple(v for v in held if _fits(decimal(v.fact.get("amount")), amount, scope))
    if not same:
        n = len(held)
        return silent(
            matter,
            f"None of the {n} {plural('sum', n)} that we hold is {pounds(amount)}. Amounts of "
            "different states are never added to find one.",
        )
    states = ", ".join(dict.fromkeys(str(v.fact.get("state") or "") for v in same))
    told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    stated = str(statement.fields.get("state") or "") or state_of(scope)
    if stated and all(v.fact.get("state") and v.fact.get("state") != stated for v in same):
        lines = {v.fact.get("line") for v in same} - {None}
        other = [v for v in held if v.fact.get("line") in lines and v.fact.get("state") == stated]
        also = "; ".join(dict.fromkeys(told_of(v) for v in other))
        beside = f" On the same line: {also}." if also else ""
        same = (*same, *other)
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says {stated}; our record says {states}. Our record: {told}.{beside}",
            same,
            stated=stated,
            ours=states,
            suggest=f"Say the state that the source gives: {told}.",
        )
    if stated:
        same = tuple(v for v in same if v.fact.get("state") in (stated, None)) or same
        told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    if _names(matter, scope) and not any(labelled(v, matter) for v in same):
        return Held(
            "record",
            ClaimResult.PART,
            f"Our record: {told}. The amount is in our record; that it is for "
            f"{matter.theme.words}, no source of ours says.",
            same,
            suggest=f"Say what its source says that it is for: {told}.",
        )
    return Held("record", ClaimResult.AGREES, f"Our record: {stop(told)}", same)


def told_of(version: Version) -> str:
    """“£180,000, budgeted, 2025/26, for a fund”."""
    fact = version.fact
    amount = decimal(fact.get("amount"))
    figure = pounds(amount) if amount is not None else "an amount not in our sources"
    state = fact.get("state") or "with no state: see its quote"
    period = f", {fact.get('period')}" if fact.get("period") else ""
    return f"{figure}, {state}{period}, for {fact.get('purpose') or NOT_KNOWN.lower()}".rstrip(".")


def pounds(amount: Decimal) -> str:
    """“£15,600,000”, “£538,496.32”."""
    words = f"{amount:,.2f}"
    return f"£{words.removesuffix('.00')}"


def decimal(text: object) -> Decimal | None:
    """An amount as a number; None where it is none."""
    try:
        found = Decimal(str(text)) if text not in (None, "") else None
    except InvalidOperation:
        return None
    return found if found is None or found.is_finite() else None


def state_of(scope: Scope) -> str | None:
    """The one state that the verbs of a sentence give; None where they give none or several."""
    found = [name for name, words in _STATES.items() if words.search(scope.text)]
    return found[0] if len(found) == 1 else None


def _fits(ours: Decimal | None, stated: Decimal, scope: Scope) -> bool:
    if ours is None:
        return False
    if scope.bound in ("about", "more than", "at least"):
        low = stated * (1 - _ROUND) if scope.bound == "about" else stated
        return low <= ours <= stated * (1 + _ROUND)
    return ours == stated


def _names(matter: Matter, scope: Scope) -> bool:
    return any(w and w.lower() in scope.text for w in (matter.theme.words, matter.theme.short))
