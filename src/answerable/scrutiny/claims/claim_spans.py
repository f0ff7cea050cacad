"""Spans of time: “two years after the last report” is worked out from recorded dates, sum shown.

Where several pairs of dates would do, that is said too.
"""

import re
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.clocks import about_months, span
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.facts import InspectionRecorded
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.times import first_day, in_words, last_day

UNITS = {"year": 12, "month": 1}
_DENIED = re.compile(r"\b(?:no|not|never|none|nothing|nobody|without)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"£|\b(?:sessions?|meetings?|occasions?)\b"
    r"|\b(?:served|in office|in post|(?:is|was|been|as) (?:the |our )?(?:commissioner|chief"
    r" constable))\b|\b(?:contract|lease|fund|funding|grant|plan|strategy) (?:runs|lasts|over|for)"
    r"\b",
    re.IGNORECASE,
)
"""A time of money, of an office or of a plan is not one between reports."""


@dataclass(frozen=True)
class Anchor:
    """A dated event of the subject: when (first day of what is stated), and in words."""

    day: date
    words: str
    report: bool
    whole: bool
    version: Version


def counted(matter: Matter, statement: Statement, n: int, unit: str) -> Held:
    """Pairs of recorded dates whose distance is n units: from an event to the report or text."""
    if _OF_ANOTHER.search(statement.sentence):
        told = f"The {plural(unit, n)} of the sentence {'is' if n == 1 else 'are'} not said of a"
        return silent(matter, f"{told} report or an inspection, and we hold no such time.")
    until = statement.on(matter.register.valid)
    dated = [a for a in anchors(matter) if a.day <= until]
    ends = [a for a in dated if a.report][-1:]
    if not ends:
        return silent(matter, "We hold no dated report from which to count.")
    end = ends[0]
    fitting: list[Anchor] = []
    others: list[Anchor] = []
    for anchor in dated:
        if anchor.day >= end.day:
            continue
        months = _months(anchor, end)
        (fitting if months // UNITS[unit] == n else others).append(anchor)
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


def anchors(matter: Matter) -> list[Anchor]:
    found = [
        Anchor(g.on, f"the report of {on_day(g.on)}", True, True, g.version) for g in matter.grades
    ]
    for visit in matter.of(InspectionRecorded):
        stated = str(visit.fact.get("fieldwork") or visit.fact.valid.start.isoformat())
        whole = first_day(stated) == last_day(stated)
        words = f"the inspection of {in_words(stated)}"
        found.append(Anchor(first_day(stated), words, False, whole, visit))
    for cause in matter.findings:
        day = cause.first.fact.valid.start
        if family(cause.kind) == CAUSE and all(day != a.day for a in found):
            words = f"the report of {on_day(day)}"
            found.append(Anchor(day, words, True, True, cause.first))
    return sorted(found, key=lambda a: a.day)


def _months(anchor: Anchor, end: Anchor) -> int:
    if anchor.whole:
        return span(first=anchor.day, last=end.day).months
    return about_months(first=anchor.day, last=end.day)


def _sum(anchor: Anchor, end: Anchor) -> str:
    if anchor.whole:
        words = span(first=anchor.day, last=end.day).words
    else:
        months = _months(anchor, end)
        words = f"about {months} {plural('month', months)}"
    return f"from {anchor.words} to {end.words}: {words}"
