"""How many findings a report has: of the latest on the subject, or of the one that is named."""

import re
from collections.abc import Sequence

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_numbered import every_finding
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family

_ON_A_SUBJECT = re.compile(
    r"\b(?:recommendations?|causes? of concern|areas? for improvement) "
    r"(?:on|about|for|concerning|regarding|relating to) "
)
KINDS = {
    "cause of concern": CAUSE,
    "recommendation": RECOMMENDATION,
    "area for improvement": AFI,
}

_OF_THEM = re.compile(
    r"\b(?:closed|done|met|accepted|agreed|rejected|delivered|completed?|finished|open|overdue"
    r"|outstanding|remain(?:s|ing)?|left(?! (?:us|the|them|him|her|with)\b)|in hand|on track"
    r"|under way|implemented|answered)\b",
    re.IGNORECASE,
)


def counted(matter: Matter, statement: Statement, n: int, unit: str) -> Held:
    """“Nine recommendations”: of the latest report, of the one named, or of another."""
    scope = statement.scope(matter.register.valid)
    named = _of_year(matter, scope, KINDS[unit])
    found = named or [f for f in matter.found if family(f.kind) == KINDS[unit]]
    if not found:
        return _of_named_report(matter, scope, n, unit) or silent(
            matter, f"We hold no {unit} of the latest report."
        )
    k = len(found)
    behind = tuple(f.first for f in found)
    day = on_day(found[0].first.fact.valid.start)
    report = f"the report of {day}" if named else "the latest report"
    if some := _OF_THEM.search(statement.sentence):
        told = f"{k} {plural(unit, k)} of {report}"
        return _some_of_them(matter, statement, n, told=told, word=some[0].lower(), found=found)
    if k == n:
        words = f"Our record: {k} {plural(unit, k)} in {report}."
        return Held("finding", ClaimResult.AGREES, words, behind)
    latest = scope.at is not None and scope.at.holds(found[0].first.fact.valid.start)
    other = () if named or latest else _reports_with(matter, n, KINDS[unit])
    if other:
        return _of_another(scope, n, unit, other=other, latest=found)
    if _ON_A_SUBJECT.search(scope.text) and not matter.named_in(scope.text):
        return silent(matter, f"We hold no report with {n} {plural(unit, n)}.")
    words = f"The statement says {n} {plural(unit, n)}; our record holds {k} of {report}."
    return Held("finding", ClaimResult.DIFFERS, words, behind, stated=str(n), ours=str(k))


def _of_year(matter: Matter, scope: Scope, kind: str) -> list[Progress]:
    """Those of the one report of the year that is named: “from the 2025 report”."""
    year = _REPORT_OF.search(scope.text)
    if year is None:
        return []
    reports: dict[str, list[Progress]] = {}
    for item in every_finding(matter):
        if family(item.kind) == kind and str(item.first.fact.valid.start.year) == year[1]:
            reports.setdefault(item.first.fact.stream.rpartition("/")[0], []).append(item)
    return next(iter(reports.values())) if len(reports) == 1 else []


_REPORT_OF = re.compile(r"\b(?:from|of|in) (?:the )?(?:report of )?((?:19|20)\d\d)(?: report)\b")


def _of_another(
    scope: Scope, n: int, unit: str, *, other: tuple[Version, ...], latest: Sequence[Progress]
) -> Held:
    """Another report has just so many: it is meant where its month is named."""
    k, on = len(latest), other[0].fact.valid.start
    if scope.at and scope.at.holds(on):
        words = f"Our record: {n} {plural(unit, n)} of the report of {on_day(on)}."
        return Held("finding", ClaimResult.AGREES, words, other)
    words = (
        f"Our record holds {n} {plural(unit, n)} of the report of {on_day(on)}, and {k} of the "
        "latest one on this subject. Which report is meant is not said."
    )
    suggest = f"Name the report: {n} {plural(unit, n)} in the report of {on_day(on)}."
    behind = (*other, *(f.first for f in latest))
    return Held("finding", ClaimResult.PART, words, behind, suggest=suggest)


def _of_named_report(matter: Matter, scope: Scope, n: int, unit: str) -> Held | None:
    """Of the one report of the month that is named, where the subject is not."""
    if scope.at is None or matter.named_in(scope.text) or _ON_A_SUBJECT.search(scope.text):
        return None
    reports: dict[str, list[Version]] = {}
    for version in matter.register.versions_of(FindingPublished):
        if scope.at.holds(version.fact.valid.start):
            reports.setdefault(version.fact.stream.rpartition("/")[0], []).append(version)
    of_kind = [
        [v for v in held if family(v.fact.get("kind")) == KINDS[unit]] for held in reports.values()
    ]
    told_of = [held for held in of_kind if held]
    if len(told_of) != 1:
        return None
    k, day = len(told_of[0]), on_day(told_of[0][0].fact.valid.start)
    told = f"{k} {plural(unit, k)} of the report of {day}"
    if k == n:
        return Held("finding", ClaimResult.AGREES, f"Our record: {told}.", tuple(told_of[0]))
    words = f"The statement says {n}; our record holds {told}."
    return Held(
        "finding", ClaimResult.DIFFERS, words, tuple(told_of[0]), stated=str(n), ours=str(k)
    )


def _some_of_them(
    matter: Matter,
    statement: Statement,
    n: int,
    *,
    told: str,
    word: str,
    found: Sequence[Progress],
) -> Held:
    """A number of findings of which something is said is no count of all of them."""
    closed = tuple(f.closing.version for f in found if f.closing)
    if n == len(found) and _OF_ALL.search(statement.sentence[: _end(statement)]):
        return Held(
            "finding", ClaimResult.AGREES, f"Our record: {told}.", tuple(f.first for f in found)
        )
    if word == "closed" and len(closed) == n:
        words = f"Our record: {n} of {told} closed by their owner."
        return Held("finding", ClaimResult.AGREES, words, closed)
    ours = f" {len(closed)} of them closed by their owner." if word == "closed" else ""
    return silent(
        matter, f"We hold {told};{ours or f' how many of them are {word} is in no count of ours.'}"
    )


_OF_ALL = re.compile(r"\bof (?:the |its |our |their )?(?:\d+|[a-z]+) [a-z ]+$", re.IGNORECASE)
"""“Of the three recommendations”: the number is that of all of them, whatever is said of one."""


def _end(statement: Statement) -> int:
    """Where the words that were read as a count end in their sentence."""
    return statement.sentence.find(statement.quote) + len(statement.quote)


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
