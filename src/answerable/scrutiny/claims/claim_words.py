"""Statements without a number: plans, money, promises of scrutiny, and what no record settles."""

import re

from answerable.ledger.register import Version
from answerable.scrutiny.cases.case_plans import plans
from answerable.scrutiny.cases.case_sessions import money
from answerable.scrutiny.claims.statements import (
    NOTHING,
    ClaimResult,
    Held,
    Statement,
    collection,
    reading,
    silent,
    unsettleable,
)
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.vocabulary.facts import PlanAdopted

_WORD = re.compile(r"[a-z]{4,}")
_MONEY = ("funding", "invest", "funded", "money", "£")
_SCRUTINY = ("scrutin", "hold the", "holding the", "monitor")
_FEELING = (
    *("disappoint", "reassured", "shock", "expect", "welcome", "proud", "pleased", "devastat"),
    *("moved on", "significant progress", "no longer represent", "more needs to be done"),
    *("believe", "confident", "concerned", "important", "committed"),
    *("tireless", "robust", "rigorous", "relentless", "determined", "turned a corner"),
    *("cares more", "care more", "cares about", "care about"),
    *("win back", "trust of", "feel safe", "working hard", "worked hard", "every effort"),
)
_ALIKE = 0.5


def words(matter: Matter, statement: Statement) -> Held:
    """What we hold on a claim or promise that gives no number."""
    text = statement.quote.lower()
    if "plan" in _WORD.findall(text) and matter.of(PlanAdopted):
        return _plan(matter, text)
    if any(word in text for word in _MONEY):
        told, versions = money(matter)
        return Held("silent", ClaimResult.SILENT, f"{told} {collection(matter)}", versions)
    if statement.kind == "commitment" and any(word in text for word in _SCRUTINY):
        return _promised_scrutiny(matter, statement)
    if alike := _alike(matter, text):
        who = start(matter.speaker(alike.fact.get("by_office")))
        on = alike.fact.valid.start
        scope = alike.fact.get("scope") or "its scope is not stated"
        sentence = f"{who} has said this ({on_day(on)}): {scope}. Whether it holds, we do not say."
        return Held("claim", ClaimResult.PART, sentence, (alike,))
    return _nothing_alike(matter, statement, text)


def _nothing_alike(matter: Matter, statement: Statement, text: str) -> Held:
    if any(word in text for word in _FEELING):
        return unsettleable(
            "It says what somebody feels, expects or judges. Dates and documents cannot settle it."
        )
    if statement.kind == "commitment":
        return unsettleable(
            "It says what is to come. A record can settle it only when its day has passed."
        )
    nothing = silent(matter, "Our rules find nothing in the record to set beside these words.")
    return reading(nothing, NOTHING)


def _plan(matter: Matter, text: str) -> Held:
    told, versions = plans(matter)
    named = [v for v in matter.of(PlanAdopted) if v.fact.get("answers")]
    whole = bool(named) or "improvement plan" not in text
    if not named and whole:
        told += " Whether the statement means this plan is not in our sources."
        whole = False
    return Held("record", ClaimResult.AGREES if whole else ClaimResult.PART, told, versions)


def _promised_scrutiny(matter: Matter, statement: Statement) -> Held:
    """What came after the promise: sessions held since, and those on the subject."""
    since = statement.on(matter.register.valid)
    after = [v for v in matter.meetings if v.fact.valid.start > since]
    on_it = [v for v in after if v.fact.stream in matter.subject.meetings]
    n, m = len(after), len(on_it)
    if not after:
        return silent(matter, f"We hold no papers of a session after {on_day(since)}.")
    days = ", ".join(on_day(v.fact.valid.start) for v in on_it) or "none"
    sentence = (
        f"Since {on_day(since)} we hold papers of {n} {plural('session', n)}; this subject is in "
        f"{m} ({days}). Our collection is not complete."
    )
    return Held("record", ClaimResult.PART, sentence, tuple(after))


def _alike(matter: Matter, text: str) -> Version | None:
    """The claim on record that shares most words with the text; at least half of its own."""
    ours = set(_WORD.findall(text))
    best, score = None, _ALIKE
    for version, theirs in matter.said:
        shared = len(theirs & ours) / len(theirs) if theirs else 0.0
        if shared > score:
            best, score = version, shared
    return best
