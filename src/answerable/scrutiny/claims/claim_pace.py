"""“Meets monthly”, “every quarter”, “within four weeks”: a pace or a period, against dated facts.

Papers that are held can show that something happened in a month; that none are held does not show
that nothing did. So a pace agrees or is part of the record, and never differs from it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.claims import claim_since
from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import ClaimMade, PlanAdopted, ReplyGiven, ResponseGiven

_MET = re.compile(
    r"\b(?:sessions?|meetings?|meets?|met|held to account|holds? .{0,30}to account)\b"
)
_PACES = (
    ("month", 1, re.compile(r"\b(?:monthly|(?:every|each|once a) month)\b")),
    ("quarter", 3, re.compile(r"\b(?:quarterly|(?:every|each|once a) quarter)\b")),
    ("half-year", 6, re.compile(r"\b(?:every six months|twice a year|half-yearly)\b")),
    ("year", 12, re.compile(r"\b(?:annually|yearly|(?:every|each|once a) year)\b")),
)
_SHORTER = re.compile(r"\b(?:weekly|fortnightly|daily|(?:every|each) (?:day|week|fortnight))\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WITHIN = re.compile(
    rf"\b(?:within|inside) (?:just |only |the |its )?"
    rf"(?P<n>\d{{1,3}}|an?|{'|'.join(_NUMBERS)}|twelve) (?P<unit>days?|weeks?|months?|years?)\b"
)
_REPLIED = re.compile(
    r"\b(?:repl(?:y|ied|ies)|responses?|responded|responds|answered|letter|wrote)\b"
)
_PLANNED = re.compile(r"\bplans?\b")
_LAW = re.compile(r"\b(?:law|legal|statut\w+|allow(?:ed|s)|act)\b")
_LETTER = re.compile(r"\bletter\b.{0,60}\b(?:written|wrote|dated|signed|sent)\b|\bwrote\b")
_BY_LAW = 56
_DAYS = {"day": 1, "week": 7}
MOST_PARTS = 120


@dataclass(frozen=True)
class _Part:
    first: date
    last: date


def pace(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """How many months, quarters or years of the period have a session of which papers are held."""
    if scope.never or scope.none or not _MET.search(scope.text):
        return None
    if short := _SHORTER.search(scope.text):
        return silent(
            matter,
            f"We hold papers of formal sessions, and none of our sources lists meetings held "
            f"{short[0]}: whether it was so, it cannot show.",
        )
    found = next(((name, n) for name, n, word in _PACES if word.search(scope.text)), None)
    return _paced(matter, scope, *found) if found else None


def _paced(matter: Matter, scope: Scope, name: str, months: int) -> Held:
    told = _said_before(matter, name)
    span = claim_since.period(matter, scope) or _year_before(scope.on)
    last = min(span.last, scope.on)
    inside = [v for v in matter.meetings if span.first <= v.fact.valid.start <= last]
    if span.first == date.min or not inside:
        return _no_papers(matter, told, on_day(last))
    parts = _parts(span.first, last, months)
    met = [p for p in parts if any(p.first <= v.fact.valid.start <= p.last for v in inside)]
    n, k = len(parts), len(met)
    days = ", ".join(on_day(v.fact.valid.start) for v in inside)
    sum_shown = f"{k} of {n} {plural(name, n)} ({days})"
    sentence = (
        f"From {on_day(span.first)} to {on_day(last)} we hold papers of a session in {k} of {n} "
        f"{plural(name, n)}: {days}."
    )
    if k == n:
        return Held("worked out", ClaimResult.AGREES, sentence, tuple(inside), sum_shown=sum_shown)
    return Held(
        "worked out",
        ClaimResult.PART,
        f"{sentence} That we hold none of the others does not show that there was none."
        f"{_also(told, matter)}",
        (*inside, *told),
        sum_shown=sum_shown,
        suggest="Say where the papers of each are published, or name the days.",
    )


def _year_before(on: date) -> Span:
    """Twelve calendar months with the one of the day: what a pace without a period is set on."""
    return Span(add_months(date(on.year, on.month, 1), -11), on, "the year before")


def _no_papers(matter: Matter, told: tuple[Version, ...], last: str) -> Held:
    lead = f"We hold no papers of a session in the period up to {last} that it speaks of."
    if not told:
        return silent(matter, lead)
    return Held(
        "claim",
        ClaimResult.PART,
        f"{lead}{_also(told, matter)} Whether it holds, we do not say.",
        told,
    )


def _parts(first: date, last: date, months: int) -> list[_Part]:
    """The calendar months, quarters, half-years or years that the period touches."""
    begin = date(first.year, (first.month - 1) // months * months + 1, 1)
    parts: list[_Part] = []
    while begin <= last and len(parts) < MOST_PARTS:
        after = add_months(begin, months)
        parts.append(_Part(begin, date.fromordinal(after.toordinal() - 1)))
        begin = after
    return parts


def _said_before(matter: Matter, name: str) -> tuple[Version, ...]:
    """A claim on record with the same pace: it was said before, and by whom."""
    word = next(word for unit, _, word in _PACES if unit == name)
    return tuple(v for v in matter.of(ClaimMade) if word.search((v.fact.quote or "").lower()))


def _also(told: Sequence[Version], matter: Matter) -> str:
    if not told:
        return ""
    fact = told[-1].fact
    who = start(matter.speaker(fact.get("by_office")))
    return f" {who} has said this pace of: {fact.get('scope') or 'scope not stated'}."


def within(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """From the latest report to the first reply or plan that is held, in days."""
    found = _WITHIN.search(scope.text)
    if found is None:
        return None
    limit = found[0]
    reports = sorted(
        {g.on: g.version for g in matter.grades if g.on <= scope.on}.items(), key=lambda p: p[0]
    )
    what, later = _events(matter, scope)
    if not what:
        return silent(
            matter,
            f"The statement does not name a reply or a plan, and we hold no other day that can be "
            f"set against “{limit}”.",
        )
    if not reports:
        return silent(matter, f"We hold no dated report from which “{limit}” could be counted.")
    return _from_report(matter, scope, found, what=what, later=later, reported=reports[-1])


def _from_report(
    matter: Matter,
    scope: Scope,
    found: re.Match[str],
    *,
    what: str,
    later: Sequence[Version],
    reported: tuple[date, Version],
) -> Held:
    begin, report = reported
    limit = found[0]
    after = [v for v in later if begin <= v.fact.valid.start <= scope.on]
    if not after:
        return silent(
            matter,
            f"We hold no dated {what} after the report of {on_day(begin)}, so “{limit}” cannot be "
            "counted.",
            report,
        )
    event = after[0]
    day = event.fact.valid.start
    counted = (day - begin).days
    lapse = f"{counted} {plural('day', counted)}"
    sums = f"from the report of {on_day(begin)} to the {what} of {on_day(day)}: {lapse}"
    legal = counted_by_law(scope, found)
    if legal:
        sums = (
            f"{sums}; by law publication is day 1, and day {found['n']} is {on_day(_last(begin))}"
        )
    read = frozenset((f"n:{_counted(found['n'])}",))
    if day <= (_last(begin) if legal else _limit(begin, found)):
        words = f"Worked out for the first {what} that we hold: {sums}."
        return Held(
            "worked out", ClaimResult.AGREES, words, (event, report), sum_shown=sums, reads=read
        )
    if legal and _LETTER.search(scope.text):
        return Held(
            "worked out",
            ClaimResult.DIFFERS,
            f"The statement says {limit}; the letter that we hold: {sums}. When comments were "
            "published is another day.",
            (event, report),
            stated=limit,
            ours=lapse,
            sum_shown=sums,
            reads=read,
            suggest=f"Say both days: {on_day(begin)} and {on_day(day)}.",
        )
    return Held(
        "worked out",
        ClaimResult.PART,
        f"The first {what} that we hold: {sums}. An earlier one may be missing from our "
        "collection, which is not complete.",
        (event, report),
        stated=limit,
        ours=lapse,
        sum_shown=sums,
        suggest=f"Say both days: {on_day(begin)} and {on_day(day)}.",
    )


def counted_by_law(scope: Scope, found: re.Match[str]) -> bool:
    """“The 56 days that the law allows”: with publication as day 1."""
    return found["n"] == str(_BY_LAW) and _LAW.search(scope.text) is not None


def _last(begin: date) -> date:
    return date.fromordinal(begin.toordinal() + _BY_LAW - 1)


def _events(matter: Matter, scope: Scope) -> tuple[str, list[Version]]:
    """What it speaks of, and each whose day its source states, earliest first."""
    if _REPLIED.search(scope.text):
        formal = "letter" in scope.text or _LAW.search(scope.text)  # no words to the press
        given = matter.of(ResponseGiven) if formal else matter.of(ReplyGiven, ResponseGiven)
        found = [v for v in given if _spoke(matter, scope, v)]
        return "reply", [v for v in found if _whole_day(v)]
    if _PLANNED.search(scope.text):
        return "plan", [v for v in matter.of(PlanAdopted) if _whole_day(v)]
    return "", []


def _spoke(matter: Matter, scope: Scope, reply: Version) -> bool:
    """Is it a reply of the party that the sentence names, where it names one?"""
    formal = isinstance(reply.fact, ResponseGiven)  # the oversight body's, by law
    who = matter.names.oversight if formal else matter.speaker(reply.fact.get("by_office"))
    if "commissioner" in scope.text:
        return who == matter.names.oversight
    if re.search(r"\b(?:force|police|constable)\b", scope.text):
        return who == matter.names.institution
    return True


def _whole_day(version: Version) -> bool:
    """A day that the source gives; a month would not carry a count of days."""
    said, day = version.fact.said, version.fact.valid.start
    return said is None or said == day.isoformat() or f"{day:%-d %B}" in (version.fact.quote or "")


def _counted(told: str) -> int:
    """The number of days, weeks, months or years in figures or words."""
    if told.isdigit():
        return int(told)
    if told == "twelve":
        return 12
    return 1 if told in ("a", "an") else _NUMBERS.index(told) + 1


def _limit(begin: date, found: re.Match[str]) -> date:
    """The last day of the stated period."""
    n, unit = _counted(found["n"]), found["unit"].removesuffix("s")
    if unit in _DAYS:
        return date.fromordinal(begin.toordinal() + n * _DAYS[unit])
    return add_months(begin, n * (12 if unit == "year" else 1))
