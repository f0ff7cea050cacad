"""Counts and spans of a statement: against claims with their scope, papers held, dates.

A count keeps the scope of who made it. A span of time is worked out from recorded dates, and
the sum is shown; where several pairs of dates would do, that is said too.
"""

import re
from dataclasses import replace

from answerable.scrutiny.cases.case_sessions import claims
from answerable.scrutiny.claims import (
    claim_found,
    claim_holders,
    claim_outputs,
    claim_sessions,
    claim_spans,
)
from answerable.scrutiny.claims.statements import (
    NOTHING,
    ClaimResult,
    Held,
    Statement,
    reading,
    silent,
)
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import plural, start
from answerable.vocabulary.bodies import Tenure

_COMPARES = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twice|half)"
    r" (?:more|fewer|less|as many)(?: \w+)? (?:than|as)\b",
    re.IGNORECASE,
)


def count(matter: Matter, statement: Statement, tenures: tuple[Tenure, ...]) -> Held:
    """A number of things or a span of time."""
    n = statement.fields.get("n")
    unit = _unit(str(statement.fields.get("unit") or ""))
    if not isinstance(n, int) or isinstance(n, bool):
        return silent(matter, "The statement gives no whole number.")
    if unit in claim_spans.UNITS:
        return claim_spans.counted(matter, statement, n, unit)
    if unit in ("session", "meeting") or (
        unit in ("occasion", "time") and claim_holders.QUESTIONED.search(statement.sentence)
    ):
        return claim_sessions.counted(matter, statement, n)
    if unit in claim_found.KINDS:
        return _less_its_comparison(claim_found.counted(matter, statement, n, unit), statement)
    if office := claim_holders.office_of(matter, unit):
        return claim_holders.counted(
            matter, statement, unit=unit, office=office, tenures=tenures, n=n
        )
    return claim_outputs.counted(matter, statement, n, unit) or _claimed(matter, n, unit)


def _less_its_comparison(held: Held, statement: Statement) -> Held:
    """“Nine …, three more than in 2018”: the nine alone are looked up, and that is said."""
    if held.result is not ClaimResult.AGREES or not _COMPARES.search(statement.sentence):
        return held
    words = f"{held.sentence} What the sentence compares it with was not looked up."
    return replace(held, result=ClaimResult.PART, sentence=words)


def _claimed(matter: Matter, n: int, unit: str) -> Held:
    made = [v for v in claims(matter, unit) if v.fact.get("n") is not None]
    same = tuple(v for v in made if v.fact.get("n") == n)
    if same:
        fact = same[-1].fact
        who = start(matter.speaker(fact.get("by_office")))
        words = f"{who} stated {n} {plural(unit, n)}: {fact.get('scope') or 'no scope given'}."
        return Held("claim", ClaimResult.PART, f"{words} We hold no count of our own.", same)
    if made:
        ours = ", ".join(dict.fromkeys(str(v.fact.get("n")) for v in made))
        words = f"The statement says {n}; claims in our record say {ours}."
        return Held("claim", ClaimResult.DIFFERS, words, tuple(made), stated=str(n), ours=ours)
    return reading(silent(matter, f"We hold no count in {plural(unit or 'unit', 2)}."), NOTHING)


def _unit(unit: str) -> str:
    """`Chief-Constables` -> `chief constable`, `causes-of-concern` -> `cause of concern`."""
    words = unit.lower().replace("-", " ").strip()
    for known in (*claim_found.KINDS, *claim_spans.UNITS, "session", "meeting"):
        if words in (known, plural(known, 2)) or words.endswith((f" {known}", f" {known}s")):
            return known
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
