"""Counts and spans of a statement: against claims with their scope, papers held, dates.

A count keeps the scope of who made it. A span of time is worked out from recorded dates, and
the sum is shown; where several pairs of dates would do, that is said too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.cases.case_sessions import claims
from answerable.scrutiny.claims import claim_outputs, claim_sessions
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.clocks import about_months, span
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.tenures import Holding, holdings
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import FindingPublished, InspectionRecorded, OfficeDefined
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.identity import slug
from answerable.vocabulary.times import first_day, in_words, last_day

_QUESTIONED = re.compile(
    r"\b(?:questioned|held to account|scrutinised|challenged|on the agenda|sessions?|meetings?"
    r"|met)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|never|none|nothing|nobody|without)\b", re.IGNORECASE)
_SPANS = {"year": 12, "month": 1}
_FINDINGS = {
    "cause of concern": CAUSE,
    "recommendation": RECOMMENDATION,
    "area for improvement": AFI,
}


def count(matter: Matter, statement: Statement, tenures: tuple[Tenure, ...]) -> Held:
    """A number of things or a span of time."""
    n = statement.fields.get("n")
    unit = _unit(str(statement.fields.get("unit") or ""))
    if not isinstance(n, int) or isinstance(n, bool):
        return silent(matter, "The statement gives no whole number.")
    if unit in _SPANS:
        return _span(matter, statement, n, unit)
    if unit in ("session", "meeting") or (
        unit in ("occasion", "time") and _QUESTIONED.search(statement.sentence)
    ):
        return claim_sessions.counted(matter, statement, n)
    if unit in _FINDINGS:
        return _findings(matter, statement, n, unit)
    if office := _office(matter, unit):
        return _holders(matter, statement, unit=unit, office=office, tenures=tenures, n=n)
    return claim_outputs.counted(matter, statement, n, unit) or _claimed(matter, n, unit)


@dataclass(frozen=True)
class _Anchor:
    """A dated event of the subject: when (first day of what is stated), and in words."""

    day: date
    words: str
    report: bool
    whole: bool
    version: Version


def _span(matter: Matter, statement: Statement, n: int, unit: str) -> Held:
    """Pairs of recorded dates whose distance is n units: from an event to the report or text."""
    until = statement.on(matter.register.valid)
    anchors = [a for a in _anchors(matter) if a.day <= until]
    ends = [a for a in anchors if a.report][-1:]
    if not ends:
        return silent(matter, "We hold no dated report from which to count.")
    end = ends[0]
    fitting: list[_Anchor] = []
    others: list[_Anchor] = []
    for anchor in anchors:
        if anchor.day >= end.day:
            continue
        months = _months(anchor, end)
        (fitting if months // _SPANS[unit] == n else others).append(anchor)
    sums = "; ".join(_sum(a, end) for a in fitting)
    if not fitting:
        held = "; ".join(_sum(a, end) for a in others) or "nothing earlier"
        return silent(matter, f"No dates that we hold are {n} {plural(unit, n)} apart ({held}).")
    since = max(a.day for a in fitting)
    between = [a for a in others if a.day > since and a.report]
    versions = tuple(a.version for a in (*fitting, *between, end))
    if between and any(w in statement.quote.lower() for w in ("previous", "last", "since")):
        later = "; ".join(_sum(a, end) for a in between)
        return Held(
            "worked out",
            ClaimResult.PART,
            f"It fits the time {sums}. Our record also holds a report between the two: {later}.",
            versions,
            sum_shown=f"{sums}; {later}",
        )
    if _DENIED.search(statement.sentence):
        words = f"It fits the time {sums}. What did not happen in it, dates do not show."
        return Held("worked out", ClaimResult.PART, words, versions, sum_shown=sums)
    return Held("worked out", ClaimResult.AGREES, f"Worked out: {sums}.", versions, sum_shown=sums)


def _anchors(matter: Matter) -> list[_Anchor]:
    found = [
        _Anchor(g.on, f"the report of {on_day(g.on)}", True, True, g.version)
        for g in matter.grades
    ]
    for visit in matter.of(InspectionRecorded):
        stated = str(visit.fact.get("fieldwork") or visit.fact.valid.start.isoformat())
        whole = first_day(stated) == last_day(stated)
        words = f"the inspection of {in_words(stated)}"
        found.append(_Anchor(first_day(stated), words, False, whole, visit))
    for cause in matter.findings:
        day = cause.first.fact.valid.start
        if family(cause.kind) == CAUSE and all(day != a.day for a in found):
            words = f"the report of {on_day(day)}"
            found.append(_Anchor(day, words, True, True, cause.first))
    return sorted(found, key=lambda a: a.day)


def _months(anchor: _Anchor, end: _Anchor) -> int:
    if anchor.whole:
        return span(first=anchor.day, last=end.day).months
    return about_months(first=anchor.day, last=end.day)


def _sum(anchor: _Anchor, end: _Anchor) -> str:
    if anchor.whole:
        words = span(first=anchor.day, last=end.day).words
    else:
        months = _months(anchor, end)
        words = f"about {months} {plural('month', months)}"
    return f"from {anchor.words} to {end.words}: {words}"


_OF_THEM = re.compile(
    r"\b(?:closed|done|met|accepted|agreed|rejected|delivered|completed?|finished|open|overdue"
    r"|outstanding|remain(?:s|ing)?|left(?! (?:us|the|them|him|her|with)\b)|in hand|on track"
    r"|under way|implemented|answered)\b",
    re.IGNORECASE,
)


def _findings(matter: Matter, statement: Statement, n: int, unit: str) -> Held:
    found = [f for f in matter.found if family(f.kind) == _FINDINGS[unit]]
    if not found:
        return silent(matter, f"We hold no {unit} of the latest report.")
    k = len(found)
    behind = tuple(f.first for f in found)
    if some := _OF_THEM.search(statement.sentence):
        return _some_of_them(matter, n, unit, word=some[0].lower(), found=found)
    if k == n:
        words = f"Our record: {k} {plural(unit, k)} in the latest report."
        return Held("finding", ClaimResult.AGREES, words, behind)
    if other := _reports_with(matter, n, _FINDINGS[unit]):
        day = on_day(other[0].fact.valid.start)
        named = statement.scope(matter.register.valid).at
        if named and named.holds(other[0].fact.valid.start):
            words = f"Our record: {n} {plural(unit, n)} of the report of {day}."
            return Held("finding", ClaimResult.AGREES, words, other)
        words = (
            f"Our record holds {n} {plural(unit, n)} of the report of {day}, and {k} of the "
            "latest one on this subject. Which report is meant is not said."
        )
        suggest = f"Name the report: {n} {plural(unit, n)} in the report of {day}."
        return Held("finding", ClaimResult.PART, words, (*other, *behind), suggest=suggest)
    words = f"The statement says {n} {plural(unit, n)}; our record holds {k} of the latest report."
    return Held("finding", ClaimResult.DIFFERS, words, behind, stated=str(n), ours=str(k))


def _some_of_them(
    matter: Matter, n: int, unit: str, *, word: str, found: Sequence[Progress]
) -> Held:
    """A number of findings of which something is said is no count of all of them."""
    k = len(found)
    told = f"{k} {plural(unit, k)} of the latest report"
    closed = tuple(f.closing.version for f in found if f.closing)
    if word == "closed" and len(closed) == n:
        words = f"Our record: {n} of {told} closed by their owner."
        return Held("finding", ClaimResult.AGREES, words, closed)
    ours = f" {len(closed)} of them closed by their owner." if word == "closed" else ""
    return silent(
        matter, f"We hold {told};{ours or f' how many of them are {word} is in no count of ours.'}"
    )


def _reports_with(matter: Matter, n: int, kind: str) -> tuple[Version, ...]:
    """The findings of a kind of the newest report, on any subject, that has just so many."""
    reports: dict[str, list[Version]] = {}
    for version in matter.register.versions_of(FindingPublished):
        if family(version.fact.get("kind")) == kind:
            report = version.fact.stream.rpartition("/")[0]
            reports.setdefault(report, []).append(version)
    fitting = [held for held in reports.values() if len(held) == n]
    newest: list[Version] = max(
        fitting, key=lambda held: held[0].fact.valid.start, default=list[Version]()
    )
    return tuple(newest)


def _office(matter: Matter, unit: str) -> str | None:
    wanted = slug(unit)
    found = (f.stream.removeprefix("office/") for f in matter.register.of(OfficeDefined))
    return next((o for o in found if wanted and o.endswith(wanted) and "deputy" not in o), None)


def _holders(
    matter: Matter,
    statement: Statement,
    *,
    n: int,
    unit: str,
    office: str,
    tenures: tuple[Tenure, ...],
) -> Held:
    """Different people in an office in the stated period, or from the first report to the text."""
    scope = statement.scope(matter.register.valid)
    last = statement.on(matter.register.valid)
    stated = [v for v in claims(matter, unit) if v.fact.get("period")]
    first = _since(matter, str(stated[-1].fact.get("period")) if stated else None)
    if scope.period is not None:
        first, last = scope.period.first, min(scope.period.last, last)
    every = holdings(matter.register, office=office, tenures=tenures)
    found = [h for h in every if _overlaps(h, first, last, every)]
    people = list(dict.fromkeys(h.person for h in found))
    behind = tuple(s.version for h in found for s in h.begins)
    if not people:
        return silent(matter, f"We hold no holder of the office {office.replace('-', ' ')}.")
    k = len(people)
    sums = f"{', '.join(people)} = {k} {plural(unit, k)}"
    period = f"from {on_day(first)} to {on_day(last)}"
    suggest = f"Say the period: {k} {plural(unit, k)} {period}."
    if k == n:
        sentence = f"Worked out: {sums}, {period}."
        return Held(
            "worked out", ClaimResult.AGREES, sentence, behind, sum_shown=sums, suggest=suggest
        )
    if scope.period is None and n < k:
        sentence = f"No period is stated. Worked out from our record: {sums}, {period}."
        return Held(
            "worked out", ClaimResult.PART, sentence, behind, sum_shown=sums, suggest=suggest
        )
    sentence = f"The statement says {n}; worked out from our record: {sums}, {period}."
    return Held(
        "worked out",
        ClaimResult.DIFFERS,
        sentence,
        behind,
        stated=str(n),
        ours=str(k),
        sum_shown=sums,
        suggest=suggest,
    )


def _since(matter: Matter, period: str | None) -> date:
    """The first report of the claim's first year, or else the earliest report of the subject."""
    reports = [a.day for a in _anchors(matter) if a.report]
    if period:
        begin = first_day(period.split("/")[0])
        return next((day for day in reports if day >= begin), begin)
    return min(reports, default=date.min)


def _overlaps(holding: Holding, first: date, last: date, everyone: tuple[Holding, ...]) -> bool:
    """Was it held on any day from first to last? Without a stated end: until the next began."""
    begins, ends = holding.first_range, holding.last_range
    if ends is None:
        later = [h.first_range for h in everyone if h.first_range > begins]
        ends = min(later) if later else None
    return begins[0] <= last and (ends is None or first <= ends[1])


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
    return silent(matter, f"We hold no count in {plural(unit or 'unit', 2)}.")


def _unit(unit: str) -> str:
    """`Chief-Constables` -> `chief constable`, `causes-of-concern` -> `cause of concern`."""
    words = unit.lower().replace("-", " ").strip()
    for known in (*_FINDINGS, *_SPANS, "session", "meeting"):
        if words in (known, plural(known, 2)) or words.endswith((f" {known}", f" {known}s")):
            return known
    return words.removesuffix("s")
