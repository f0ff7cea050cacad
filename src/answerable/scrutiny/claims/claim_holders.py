"""How many people held an office in a period, each by name."""

import re
from datetime import date

from answerable.scrutiny.cases.case_sessions import claims
from answerable.scrutiny.claims import claim_since, claim_wholes
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.claim_spans import anchors
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.tenures import Holding, holders, holdings
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.identity import slug
from answerable.vocabulary.times import first_day

QUESTIONED = re.compile(
    r"\b(?:questioned|held to account|scrutinised|challenged|on the agenda|sessions?|meetings?"
    r"|met"
    r"|put\b.{0,60}\bto the chief constable|(?:before|in front of) (?:me|us)|appeared before)\b",
    re.IGNORECASE,
)


def office_of(matter: Matter, unit: str) -> str | None:
    wanted = slug(unit)
    found = (f.stream.removeprefix("office/") for f in matter.register.of(OfficeDefined))
    return next((o for o in found if wanted and o.endswith(wanted) and "deputy" not in o), None)


def counted(
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
    if scope.reported and QUESTIONED.search(statement.sentence):
        return _questioned(matter, scope, unit=unit, office=office, tenures=tenures, n=n)
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
    of_sessions = QUESTIONED.search(statement.sentence) is not None
    if n < k and (scope.period is None or of_sessions):
        lead = (
            "No period is stated."
            if scope.period is None
            else f"With which {plural(unit, 2)} a session was held, it counts; ours are in office."
        )
        sentence = f"{lead} Worked out from our record: {sums}, {period}."
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


def _questioned(
    matter: Matter,
    scope: Scope,
    *,
    unit: str,
    office: str,
    tenures: tuple[Tenure, ...],
    n: int,
) -> Held:
    """Who held the office on the days of the sessions since the report that is named."""
    about, pool = claim_wholes.sessions(matter, scope)
    span = claim_since.period(matter, scope)
    met = [v for v in pool if span is not None and span.holds(v.fact.valid.start)]
    if not met or span is None:
        return silent(matter, f"We hold no papers of a session{about} in the time that it names.")
    people: dict[str, list[date]] = {}
    for session in met:
        day = session.fact.valid.start
        found = holders(matter.register, office=office, on=day, tenures=tenures)
        for holding in found.sure or found.perhaps:
            people.setdefault(holding.person, []).append(day)
    k = len(people)
    each = "; ".join(
        f"{person} ({', '.join(on_day(day) for day in days)})" for person, days in people.items()
    )
    told = f"at the sessions{about} of which we hold papers since {on_day(span.first)}: {each}"
    if k == n:
        return Held(
            "worked out",
            ClaimResult.AGREES,
            f"Worked out: {k} {plural(unit, k)} in office {told}.",
            tuple(met),
            sum_shown=told,
            reads=frozenset(("raised", "period")),
        )
    return Held(
        "worked out",
        ClaimResult.PART,
        f"Worked out: {k} {plural(unit, k)} in office {told}. Our collection is not complete.",
        tuple(met),
        stated=str(n),
        ours=str(k),
        sum_shown=told,
    )


def _since(matter: Matter, period: str | None) -> date:
    """The first report of the claim's first year, or else the earliest report of the subject."""
    reports = [a.day for a in anchors(matter) if a.report]
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
