"""The times that a sentence names and that no answer to it tells."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_periods import (
    DATED,
    MONTHS,
    YEARS,
    Span,
    first_day,
    last_day,
)

_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")
_MAY = re.compile(r"\bmay (?!\d{4}|and\b|to\b|that\b)[a-z]+")
_RELATIVE = re.compile(
    r"\b(?:last|this|previous|past|coming) (?:year|month|week|quarter|spring|summer|autumn|winter)"
    r"\b|\byear on year\b|\byear before\b|\byear to date\b"
    r"|\b(?:the )?(?:last|past|previous) (?:\w+ )?(?:years|months|weeks|decade)\b"
)
_RUN = re.compile(r"\b(?:since|before|after|by|until|from|between .{4,20} and) (?:the )?$")
"""A rule that takes the period of a sentence looked at all of a time that runs."""
_RANGE = re.compile(r"\b((?:19|20)\d\d)\D{1,9}((?:19|20)\d\d)\b")


def times_left(
    text: str, told: str, versions: Sequence[Version], reads: frozenset[str]
) -> Iterator[str]:
    """Each time of a sentence in small letters that neither an answer nor its facts are of.

    `reads` holds “period” where a rule took the period of the sentence for its own.
    """
    days = [v.fact.valid.start for v in versions]
    told = told.lower()
    spans = [Span(first_day(m, "a"), last_day(m, "a"), m[0]) for m in DATED.finditer(told)]
    years = _years(told, days)
    whole_years = {str(span.first.year) for span in spans} | years
    for found in DATED.finditer(text):
        if "period" in reads and _RUN.search(text[: found.start()]):
            continue
        named = Span(first_day(found, "a"), last_day(found, "a"), found[0])
        if found["am"] is None:
            if found["ay"] not in whole_years:
                yield found[0]
        elif not any(map(named.holds, days)) and not any(_meet(named, s) for s in spans):
            yield found[0]
    for found in YEARS.finditer(text):
        words = found[0].strip()
        if f"{found[1]}/{found[2]}" not in told and found[1] not in years:
            yield words
    yield from _bare_months(text, told, days)
    relative = _RELATIVE.search(text)
    if relative and "period" not in reads:
        yield relative[0]


def _bare_months(text: str, told: str, days: Sequence[date]) -> Iterator[str]:
    """“That December”: a month without its year, in none of the answers."""
    plain = _MAY.sub(" ", DATED.sub(" ", text))
    for found in _MONTH.finditer(plain):
        month = MONTHS.index(found[1]) + 1
        if found[1] not in told and all(day.month != month for day in days):
            yield found[0]


def _years(told: str, days: Sequence[date]) -> set[str]:
    """Every year that is told, those inside a run of years, and those of the facts."""
    found = {str(day.year) for day in days}
    found.update(re.findall(r"\b(?:19|20)\d\d\b", told))
    for first, last in _RANGE.findall(told):
        found.update(map(str, range(int(first), int(last) + 1)))
    return found


def _meet(a: Span, b: Span) -> bool:
    """Is the time told of the one named: the same, or a part of it?"""
    return (a.first <= b.first and b.last <= a.last) or (
        b.first <= a.first and a.last <= b.last and b.words.count(" ") >= 1
    )
