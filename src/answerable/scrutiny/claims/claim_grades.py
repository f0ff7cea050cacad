"""A grade that a statement names, against the grades of that question on the record."""

import re
from collections.abc import Sequence

from answerable.scrutiny.claims.claim_periods import Span
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.grades import Grade, grades
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.identity import slug

_A_DAY = re.compile(r"\d{1,2} [A-Za-z]+ \d{4}")
"""“Graded inadequate on 14 May 2024” names a day where another sentence names the question."""
_LATER = re.compile(
    r"\b(?:re-?graded|re-?assessed|upgraded|since (?:been )?graded)\b", re.IGNORECASE
)
_TODAY = re.compile(r"\b(?:is|are|has been|have been|remains?|still|now)\b", re.IGNORECASE)
"""The sentence speaks of how it stands on its day; an earlier grade answers it in part."""
_COUNTS_MORE = re.compile(r"\bbetween\b|\bfrom\b.{3,20}\bto\b", re.IGNORECASE)
"""A run of time from one month to another names no reports."""
_LITTLE = frozenset(("our", "its", "their", "the", "a", "an", "of", "with", "how", "in", "for"))
_FEWEST_WORDS = 2


def grade(matter: Matter, statement: Statement) -> Held:
    """“Graded good”: against the grades of the question that is named, of the time that is."""
    value = str(statement.fields.get("value") or "").lower()
    question = str(statement.fields.get("question") or "")
    question = "" if _A_DAY.fullmatch(question) else question
    found = _graded(matter, question)
    until = [g for g in found if g.on <= statement.on(matter.register.valid)] or list(found)
    named = statement.scope(matter.register.valid).at
    if several := _at_each(statement, until, value):
        return several
    inside = [g for g in until if named is None or named.holds(g.on) or _of_cycle(g, named)]
    if until and not inside and named is not None and named.first != named.last:
        what = question or matter.theme.words
        return silent(
            matter,
            f"We hold no grade of {matter.names.institution} for {what} published "
            f"{named.words}. The latest we hold is {_told(until[-1])}.",
            until[-1].version,
        )
    until = inside or until
    if not until:
        what = question or matter.theme.words
        return silent(matter, f"We hold no grade of {matter.names.institution} for {what}.")
    same = [g for g in until if g.value == value]
    if same:
        match = same[-1]
        if match is not until[-1] and named is None and _LATER.search(statement.sentence):
            return silent(
                matter,
                f"We hold no later grade than {_told(until[-1])}. Before it: {_told(match)}.",
                until[-1].version,
                match.version,
            )
        latest = "" if match is until[-1] else f" The latest we hold is {_told(until[-1])}."
        sentence = f"Our record: graded {_told(match)}.{latest}"
        today = bool(latest) and named is None and _TODAY.search(statement.sentence) is not None
        result = ClaimResult.PART if today else ClaimResult.AGREES
        return Held("finding", result, sentence, (match.version,))
    last = until[-1]
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says {value}; our record says {_told(last)}.",
        (last.version,),
        stated=value,
        ours=_told(last),
    )


def _at_each(statement: Statement, found: Sequence[Grade], value: str) -> Held | None:
    """“In March 2018 and again in May 2024”: a grade of each time that is named, or None."""
    times = statement.scope(found[-1].on).times_named if found else ()
    if len(times) < _FEWEST_WORDS or _COUNTS_MORE.search(statement.sentence):
        return None
    then = [next((g for g in reversed(found) if span.holds(g.on)), None) for span in times]
    at = [g for g in then if g is not None and g.value == value]
    if len(at) < len(times):
        return None
    told = "; ".join(_told(g) for g in at)
    words = f"Our record: graded {told}."
    reads = frozenset((f"n:{len(at)}",))
    return Held("finding", ClaimResult.AGREES, words, tuple(g.version for g in at), reads=reads)


def _of_cycle(grade: Grade, named: Span) -> bool:
    """“In 2016” may name the round of inspections and not the day of its report."""
    return str(named.first.year) in (grade.cycle or "")


def _graded(matter: Matter, question: str) -> tuple[Grade, ...]:
    """Grades of the question that is named; of the theme where none is or it is the theme."""
    ours = {matter.theme.key, slug(matter.theme.words), slug(matter.theme.short)}
    if not question or slug(question) in ours:
        return matter.grades
    same = tuple(g for g in grades(matter.register) if slug(g.question) == slug(question))
    return same or _asked_in_part(matter, question)


def _asked_in_part(matter: Matter, question: str) -> tuple[Grade, ...]:
    """“Answering calls” for “Answering calls and reports”, where only one question fits."""
    words = _content(question)
    if len(words) < _FEWEST_WORDS:
        return ()
    found = [g for g in grades(matter.register) if _within(words, _content(g.question))]
    return tuple(found) if len({slug(g.question) for g in found}) == 1 else ()


def _content(question: str) -> frozenset[str]:
    return frozenset(word for word in slug(question).split("-") if word not in _LITTLE)


def _within(words: frozenset[str], whole: frozenset[str]) -> bool:
    """Is each word one of the whole, in any of its forms: “work” for “working”?"""
    return all(
        any(ours.startswith(word) or word.startswith(ours) for ours in whole if ours[3:])
        for word in words
    )


def _told(grade: Grade) -> str:
    cycle = f", {grade.cycle}" if grade.cycle else ""
    return f"{grade.value} in the report of {on_day(grade.on)}{cycle}"
