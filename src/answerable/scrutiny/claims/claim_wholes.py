"""“Never”, “since”, “all of them”, “the first”, and dates: statements about a whole time or list.

A record that is not complete can show that something happened; it can never show that nothing
did. So “never” differs where one such thing is on the record, and else our record is silent.
"""

import re
from collections.abc import Callable
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.claims import (
    claim_answers,
    claim_dates,
    claim_firsts,
    claim_lists,
    claim_money,
    claim_numbered,
    claim_pace,
    claim_standing,
)
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, reading, silent
from answerable.scrutiny.grades import Grade, grades
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.ladder import Disposition

_VALUES = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
_GRADED = re.compile(r"\b(?:graded|rated|judged|been|was|is|were|grade of|rating of)\b")
_SESSION = re.compile(r"\b(?:sessions?|meetings?|met)\b")
_NO_SESSION = re.compile(
    r"\b(?:no|not a single|none of the)(?! other\b| another\b| previous\b)(?: [a-z-]{3,20}){0,3}?"
    r" (?:sessions?|meetings?)\b"
    r"|\b(?:never|not once|at no point)(?: [a-z]{1,12}){0,4}? (?:met|sessions?|meetings?)\b"
)
_ONE_SESSION = re.compile(
    r"\ba (?:[a-z-]{3,20} ){0,2}(?:session|meeting)\b.{0,60}\b(?:was held|took place)\b"
)
_ENDED = re.compile(r"\b(?:closed|completed?|met|implemented|discharged|delivered|finished)\b")
_OF_YEAR = re.compile(
    r"\b(?:recommendations?|concern|improvement)(?: \w+){0,3}? (?:of|from|in|made in|published in)"
    r" (?:[a-z]+ )?((?:19|20)\d\d)\b"
)
_KINDS = {
    "cause": CAUSE,
    "causes of concern": CAUSE,
    "recommendation": RECOMMENDATION,
    "areas for improvement": AFI,
    "area for improvement": AFI,
}


def whole(matter: Matter, statement: Statement, tenures: tuple[Tenure, ...]) -> Held | None:
    """The answer to a statement about a whole; None where it is none of these."""
    scope = statement.scope(matter.register.valid)
    for decide, reads in _RULES:
        if (held := decide(matter, scope, tenures)) is not None:
            return reading(held, *reads)
    return None


def _never_graded(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    value = _value(scope)
    if not scope.never or value is None:
        return None
    same = [g for g in _grades(matter, scope) if g.value == value and _inside(g.on, scope)]
    if not same:
        return silent(
            matter,
            f"No grade of {value} is on our record {scope.period_words}. A record that is not "
            "complete cannot show “never”.",
        )
    ours = "; ".join(_graded(g) for g in same)
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says never {value}; our record says {ours}.",
        tuple(g.version for g in same),
        stated=f"never {value}",
        ours=ours,
        suggest=f"Say which grade and when: {_graded(same[-1])}.",
    )


def _graded_since(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    value, since = _value(scope), scope.since
    if since is None or value is None or scope.never or not _GRADED.search(scope.text):
        return None
    found = _grades(matter, scope)
    inside = [g for g in found if since.holds(g.on)]
    if not inside:
        return silent(matter, f"We hold no grade {scope.period_words}.")
    ours = "; ".join(_graded(g) for g in inside)
    behind = tuple(g.version for g in inside)
    others = [g for g in inside if g.value != value]
    if others:
        return Held(
            "finding",
            ClaimResult.DIFFERS,
            f"The statement says {value} {since.words}; our record since then: {ours}. "
            "Grades of different cycles are not one line.",
            behind,
            stated=f"{value} {since.words}",
            ours=ours,
            suggest=f"Name each grade with its report: {ours}.",
        )
    return Held(
        "finding",
        ClaimResult.PART,
        f"Every grade that we hold since then is {value}: {ours}. Between two reports nothing "
        "was graded.",
        behind,
        suggest=f"Name each grade with its report: {ours}.",
    )


def _no_session(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    if not _NO_SESSION.search(scope.text):
        return None
    about, pool = sessions(matter, scope)
    found = [v for v in pool if _inside(v.fact.valid.start, scope)]
    if "public" in scope.text:
        about += " called a public one"
        found = [v for v in found if v.fact.get("sort") == "public"]
    if not found:
        return silent(
            matter,
            f"We hold no papers of a session{about} {scope.period_words}. That we hold none does "
            "not show that there was none.",
        )
    days = ", ".join(on_day(v.fact.valid.start) for v in found)
    n = len(found)
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says none; our record holds papers of {n} {plural('session', n)}{about} "
        f"{scope.period_words}: {days}.",
        tuple(found),
        stated="none",
        ours=f"{n} ({days})",
    )


def _session_then(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“A session on X was held in July 2024”: agrees where we hold papers of one of then."""
    if not _ONE_SESSION.search(scope.text) or scope.at is None or scope.none or scope.never:
        return None
    about, pool = sessions(matter, scope)
    found = tuple(v for v in pool if _inside(v.fact.valid.start, scope))
    if not found:
        return silent(matter, f"We hold no papers of a session{about} {scope.period_words}.")
    days = ", ".join(on_day(v.fact.valid.start) for v in found)
    words = f"Our record holds papers of a session{about}: {days}."
    return Held("record", ClaimResult.AGREES, words, found)


def _first_session(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    if not scope.first or not _SESSION.search(scope.text) or scope.date is None:
        return None
    about, pool = sessions(matter, scope)
    if not pool:
        return silent(matter, f"We hold no papers of a session{about}.")
    earliest = pool[0]
    day = earliest.fact.valid.start
    if day < scope.date:
        thematic = earliest.fact.get("sort") == "thematic" or not about
        return Held(
            "record",
            ClaimResult.DIFFERS if thematic else ClaimResult.PART,
            f"The statement says the first was on {on_day(scope.date)}; our record holds papers "
            f"of an earlier session{about if thematic else ' in which the subject was an item'}, "
            f"on {on_day(day)}.",
            (earliest,),
            stated=on_day(scope.date),
            ours=on_day(day),
        )
    if day > scope.date:
        return silent(matter, f"The earliest session{about} that we hold is of {on_day(day)}.")
    return Held(
        "record",
        ClaimResult.PART,
        f"It is the earliest session{about} of which we hold papers; whether it was the first, "
        "an incomplete collection cannot show.",
        (earliest,),
        suggest=f"Say: the earliest of which papers are published, on {on_day(day)}.",
    )


def _all_ended(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    kind = next((kind for words, kind in _KINDS.items() if words in scope.text), None)
    if kind is None or not (scope.every or scope.none) or not _ENDED.search(scope.text):
        return None
    words = kind.replace("-", " ")
    year = _OF_YEAR.search(scope.text)
    if year:
        every = claim_numbered.every_finding(matter)
        found = [f for f in every if str(f.first.fact.valid.start.year) == year[1]]
        found = [f for f in found if family(f.kind) == kind]
    else:
        found = [f for f in matter.findings if family(f.kind) == kind]
    if not found:
        about = f"of {year[1]}" if year else f"on {matter.theme.words}"
        return silent(matter, f"We hold no {words} {about}.")
    if scope.none:
        return _none_ended(matter, found, words)
    return _of_all(matter, found, words)


def _of_all(matter: Matter, found: list[Progress], words: str) -> Held:
    """“All are closed”: how many are, how many are said to be open, and of how many nothing."""
    behind = tuple(f.first for f in found)
    n, k = len(found), sum(f.became is Disposition.CLOSED for f in found)
    still = sum(_stated_open(f) for f in found)
    tail = f"our record: {k} of {n} {plural(words, n)} closed by their owner"
    suggest = f"Say how many of how many, and who closed them: {k} of {n}."
    if k == n:
        words = f"Our record: all {n} are closed by their owner."
        return Held("finding", ClaimResult.AGREES, words, behind)
    if still:
        return Held(
            "finding",
            ClaimResult.DIFFERS,
            f"The statement says all; {tail}, {still} said by our sources to be open.",
            behind,
            stated="all",
            ours=f"{k} of {n} closed; {still} open",
            suggest=suggest,
        )
    lead = start(f"{tail}; of the other {n - k} our sources do not say.")
    if not k:
        return silent(matter, lead, *behind)
    return Held("finding", ClaimResult.PART, lead, behind, suggest=suggest)


def _none_ended(matter: Matter, found: list[Progress], words: str) -> Held:
    ended = [f for f in found if f.became is Disposition.CLOSED]
    if not ended:
        return silent(matter, f"No {words} on {matter.theme.words} is closed in our record.")
    n = len(ended)
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says none; our record: {n} of {len(found)} closed by their owner.",
        tuple(f.first for f in ended),
        stated="none",
        ours=f"{n} of {len(found)}",
    )


def _stated_open(item: Progress) -> bool:
    return item.became in (Disposition.OPEN, Disposition.PARTLY_MET) and item.open


def sessions(matter: Matter, scope: Scope) -> tuple[str, tuple[Version, ...]]:
    """The sessions that a sentence means, earliest first, and the words for their subject."""
    named = any(
        words.lower() in scope.text
        for words in (matter.theme.words, matter.theme.short, "organised crime")
        if words and words != "this"
    )
    if named:
        return f" on {matter.theme.words}", matter.on_subject
    return "", matter.meetings


def _grades(matter: Matter, scope: Scope) -> tuple[Grade, ...]:
    """Grades of the theme; of another question where the sentence names it."""
    for grade in grades(matter.register):
        question = grade.question.lower()
        if question and question in scope.text:
            return tuple(g for g in grades(matter.register) if g.question.lower() == question)
    return matter.grades


def _graded(grade: Grade) -> str:
    return f"{grade.value} in the report of {on_day(grade.on)}"


def _value(scope: Scope) -> str | None:
    return next((value for value in _VALUES if re.search(rf"\b{value}\b", scope.text)), None)


def _inside(day: date, scope: Scope) -> bool:
    """In the stated period, and not after the day on which it was said."""
    return day <= scope.on and (scope.period is None or scope.period.holds(day))


_Rule = Callable[[Matter, Scope, tuple[Tenure, ...]], Held | None]
_RULES: tuple[tuple[_Rule, tuple[str, ...]], ...] = (
    (_never_graded, ("none", "found", "period")),
    (_graded_since, ("found", "period")),
    (claim_firsts.first_found, ("none", "first", "found", "period")),
    (_no_session, ("none", "raised", "period")),
    (_session_then, ("raised", "period")),
    (_first_session, ("first", "raised")),
    (claim_lists.listed, ("raised", "period")),
    (claim_pace.pace, ("all", "raised", "period")),
    (claim_pace.within, ("answered", "found", "only")),
    (_all_ended, ("all", "none", "ended")),
    (claim_answers.accepted, ("all", "answered")),
    (claim_standing.ended_on, ("ended",)),
    (claim_standing.moved, ("none", "only", "moved")),
    (claim_numbered.due_on, ("due",)),
    (claim_numbered.done, ("none", "ended")),
    (claim_standing.found_again, ("none", "found", "ended", "change")),
    (claim_money.never, ("none", "money", "period")),
    (claim_dates.in_office, ("office",)),
    (claim_dates.in_office_now, ("office",)),
    (claim_dates.dated, ("found", "plan")),
)
"""Each rule, with what it reads of its sentence; one that does not read a “not” has no “none”."""
