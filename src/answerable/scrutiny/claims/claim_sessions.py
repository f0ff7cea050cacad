"""“16 sessions”: the claims that count them, each with its scope, and the papers that are held.

Where the sentence states a period of its own, it is set against papers of that period and not
against a count that somebody made of another one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.cases.case_sessions import claims, scope_words
from answerable.scrutiny.claims import claim_since
from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.claim_wholes import sessions
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, collection, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.vocabulary.times import ImpossibleDate, first_day, in_words, last_day

LATEST = 200
"""As many of the latest counts are compared; a record with more has said it often enough."""
_MORE = ("more than", "at least")
_OWN_TIME = re.compile(
    r"\b(?:since|after|before|until|during|following|this (?:year|month|quarter|term)|so far)\b"
)
"""Words of a time that no date is read from: a count of another time denies nothing of it."""


def counted(matter: Matter, statement: Statement, n: int) -> Held:
    """A number of sessions against what others counted and what papers are held."""
    scope = statement.scope(matter.register.valid)
    made = claims(matter, "session", "meeting")[-LATEST:]
    counts = (v for unit in ("session", "meeting") for v in matter.numbered.get((unit, n), ()))
    same = [v for v in counts if _covers(v, scope)]
    if same:
        return _as_counted(matter, statement, n, same)
    counted_too = [v for v in made if _covers(v, scope)]
    if counted_too and scope.period is None:
        return _otherwise(matter, scope, n, counted_too)
    held = _papers(matter, scope, n)
    if not counted_too:
        return held
    also = _told(matter, counted_too[-1])
    return replace(
        held,
        sentence=f"{held.sentence} {also}.",
        versions=(*held.versions, counted_too[-1]),
    )


def _as_counted(matter: Matter, statement: Statement, n: int, same: list[Version]) -> Held:
    own = [v for v in same if "reported" not in (v.fact.get("scope") or "")] or same
    fact = own[-1].fact
    who = start(matter.speaker(fact.get("by_office")))
    scope = scope_words(fact.get("scope"), matter)
    period = f", {_period(fact.get('period'))}" if fact.get("period") else ""
    wider = "related crime" in scope
    text = statement.sentence
    narrower = wider and "related" not in text and "relevant" not in text
    on_it = len(matter.on_subject)
    lead = f"{who} counted {n} {plural('session', n)} {scope}{period}."
    own_words = fact.get("scope") or "scope not stated"
    return Held(
        "claim",
        ClaimResult.PART if narrower or on_it != n else ClaimResult.AGREES,
        f"{lead} {collection(matter)}",
        (*own, *matter.meetings),
        stated=f"{n} {plural('session', n)}",
        ours=f"{n} {scope}; papers held for {len(matter.meetings)}, {on_it} on this subject",
        suggest=f"Say its scope: “{n} {plural('session', n)} on {own_words}{period}”, and where "
        "their papers are published.",
    )


def _otherwise(matter: Matter, scope: Scope, n: int, made: list[Version]) -> Held:
    numbers = list(dict.fromkeys(int(v.fact.get("n") or 0) for v in made))
    ours = ", ".join(str(k) for k in numbers)
    papers = collection(matter)
    if scope.bound in _MORE and max(numbers) >= n + (scope.bound == "more than"):
        return Held(
            "claim",
            ClaimResult.PART,
            f"Claims in our record say {ours}. {papers}",
            tuple(made),
        )
    if _OWN_TIME.search(scope.text):
        return Held(
            "claim",
            ClaimResult.PART,
            f"Claims in our record say {ours}, of another time than the statement. {papers}",
            tuple(made),
            suggest=f"Say who counted, what and when: {_told(matter, made[0])}.",
        )
    return Held(
        "claim",
        ClaimResult.DIFFERS,
        f"The statement says {n}; claims in our record say {ours}. {papers}",
        tuple(made),
        stated=str(n),
        ours=ours,
        suggest=f"Say who counted, what and when: {_told(matter, made[0])}.",
    )


def _papers(matter: Matter, scope: Scope, n: int) -> Held:
    """No count to compare with: the papers of the stated period."""
    about, pool = sessions(matter, scope)
    span = claim_since.period(matter, scope)
    found = tuple(v for v in pool if _day(v) <= scope.on and (not span or span.holds(_day(v))))
    k, when = len(found), _when(scope, span)
    if not matter.meetings:
        return silent(matter, "We hold no count of sessions and no papers of one.")
    if not found:
        return silent(matter, f"We hold no papers of a session{about} {when}.")
    days = ", ".join(on_day(_day(v)) for v in found)
    held = f"papers of {k} {plural('session', k)}{about} {when} ({days})"
    suggest = f"Say: “{k} {plural('session', k)}{about} {when} of which papers are published”."
    enough = k > n if scope.bound == "more than" else k >= n
    if other := _other_reading(scope, pool, n, len(found)):
        return Held(
            "record",
            ClaimResult.PART,
            f"“Last year” can be read in two ways. Our record holds {held}, and {other}.",
            found,
            suggest="Name the year, or the days from and to which you count.",
        )
    if k == n or (scope.bound in _MORE and enough):
        return Held("record", ClaimResult.AGREES, f"Our record holds {held}.", found)
    if k > n and scope.bound not in (*_MORE, "about"):
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says {n}; our record holds {held}.",
            found,
            stated=str(n),
            ours=str(k),
            suggest=suggest,
        )
    return Held(
        "record",
        ClaimResult.PART,
        f"We hold papers for {k} of the {n}: {held}. Our collection is not complete.",
        found,
        stated=str(n),
        ours=str(k),
        suggest=suggest,
    )


def _when(scope: Scope, span: Span | None) -> str:
    if scope.reported is None or span is None:
        return scope.period_words
    return f"from {on_day(span.first)} to {on_day(span.last)}"


def _other_reading(scope: Scope, pool: Sequence[Version], n: int, k: int) -> str:
    """“Last year” as the calendar year before, where that holds another number; else empty."""
    if scope.period is None or scope.period.words != "last year":
        return ""
    year = scope.on.year - 1
    other = sum(1 for v in pool if _day(v).year == year)
    if other == k or n not in (other, k):
        return ""
    return f"papers of {other} {plural('session', other)} of {year}"


def _covers(version: Version, scope: Scope) -> bool:
    """Is the claim's own period the one that the sentence states? None stated: any will do."""
    period = scope.period
    if period is None:
        return True
    begin, slash, end = str(version.fact.get("period") or "").partition("/")
    if not slash:
        return False
    try:
        first, last = first_day(begin), last_day(end)
    except ImpossibleDate:
        return False
    return first.year == period.first.year and last <= period.last


def _told(matter: Matter, version: Version) -> str:
    fact = version.fact
    k = int(fact.get("n") or 0)
    period = f", {_period(fact.get('period'))}" if fact.get("period") else ""
    who = start(matter.speaker(fact.get("by_office")))
    scope = scope_words(fact.get("scope"), matter)
    return f"{who} counted {k} {plural('session', k)} {scope}{period}"


def _day(version: Version) -> date:
    return version.fact.valid.start


def _period(period: str) -> str:
    """`2018/2023` -> “2018 to 2023”; other words stay as they are."""
    begin, slash, end = period.partition("/")
    try:
        return f"{in_words(begin)} to {in_words(end)}" if slash else period
    except ImpossibleDate:
        return period
