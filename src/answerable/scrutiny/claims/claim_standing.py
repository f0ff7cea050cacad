"""What a sentence says of one numbered finding: closed on a day, its date moved, found again."""

import re

from answerable.scrutiny.claims.claim_numbered import every_finding
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, times
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.times import in_words

_ONE = re.compile(r"\b(recommendation|area for improvement|cause of concern) (\d{1,2})\b")
_CAUSE = re.compile(r"\bcause of concern\b(?! \d)")
_KINDS = {"recommendation": RECOMMENDATION, "area for improvement": AFI, "cause of concern": CAUSE}
_CLOSED = re.compile(r"\b(?:closed|signed off|discharged)\b")
_MOVED = re.compile(
    r"\b(?:dates?|deadlines?)\b.{0,60}\b(?:moved?|changed?|extended|put back|slipped|postponed)\b"
)
_TIMES = re.compile(r"\b(once|twice|(?:two|three|four|five|six|\d{1,2}) times)\b")
_NUMBERS = {"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AGAIN = re.compile(
    r"\b(?:found again|raised again|come back|came back|returned|found it again|slipped back)\b"
)


_NOT_AGAIN = re.compile(
    r"\b(?:not|n't) (?:\w+ ){0,2}?(?:found again|raised again|come back|returned|slipped back)\b"
)


def ended_on(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“Recommendation 1 was closed on 23 November 2026”: against its quoted closing."""
    if scope.never or not _CLOSED.search(scope.text):
        return None
    item = _closed_then(matter, scope) or _item(matter, scope)
    if item is None and _CAUSE.search(scope.text) and not _OF_A_YEAR.search(scope.text):
        return _cause_closed(matter, scope)
    if item is None or scope.date is None:
        return None
    what = f"{item.kind.replace('-', ' ')} {item.number}"
    if item.closing is None:
        return silent(matter, f"We hold no closing of {what}.", item.first)
    day = item.closing.version.fact.valid.start
    if day == scope.date:
        return Held(
            "finding",
            ClaimResult.AGREES,
            f"Our record: {what} closed by its owner on {on_day(day)}.",
            (item.closing.version,),
        )
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says {on_day(scope.date)}; our record: closed by its owner on "
        f"{on_day(day)}.",
        (item.closing.version,),
        stated=on_day(scope.date),
        ours=on_day(day),
    )


def _cause_closed(matter: Matter, scope: Scope) -> Held | None:
    """“The cause of concern was closed in July 2024”: against the closings that are quoted."""
    if scope.at is None or scope.none or _AGAIN.search(scope.text):
        return None
    causes = [f for f in every_finding(matter) if family(f.kind) == CAUSE]
    quoted = (found for f in causes for found in (f.closing, f.closed_before) if found)
    each = {(c.version.fact.stream, c.version.fact.valid.start): c.version for c in quoted}
    ended = tuple(each.values())
    if not ended:
        return silent(matter, "We hold no closing of a cause of concern.")
    days = ", ".join(on_day(v.fact.valid.start) for v in ended)
    same = tuple(v for v in ended if scope.at.holds(v.fact.valid.start))
    if same:
        on = ", ".join(on_day(v.fact.valid.start) for v in same)
        words = f"Our record: a cause of concern closed by its owner on {on}."
        return Held("finding", ClaimResult.AGREES, words, same)
    words = (
        f"Our record holds no closing of a cause of concern then; those that it quotes are of "
        f"{days}. Our collection is not complete."
    )
    return Held("silent", ClaimResult.SILENT, words, ended)


_OF_A_YEAR = re.compile(r"\bcause of concern (?:of|from|in) (?:19|20)\d\d\b")
"""A cause of concern that the sentence tells by its year is one of several."""


def moved(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“The deadline has never moved”, “has been moved twice”: against the moves on record."""
    item = _item(matter, scope)
    if item is None or not _MOVED.search(scope.text):
        return None
    what = f"{item.kind.replace('-', ' ')} {item.number}"
    moves = tuple(move.version for move in item.moved)
    n = len(moves)
    days = ", ".join(on_day(v.fact.valid.start) for v in moves)
    ours = f"its date moved {times(n)} ({days})" if moves else "no move of its date"
    stated = 0 if scope.never or "not moved" in scope.text else _times(scope)
    if stated is None:
        return None
    told = f"Our record of {what}: {ours}."
    if not moves:  # a record that is not complete cannot show that it never moved
        return silent(matter, told, item.first)
    if stated >= n:
        result = ClaimResult.AGREES if stated == n else ClaimResult.PART
        return Held("finding", result, told, moves, stated=times(stated), ours=ours)
    said = "never" if not stated else times(stated)
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says {said}; our record of {what}: {ours}.",
        moves,
        stated=said,
        ours=ours,
    )


def found_again(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“The cause of concern was found again”: only where a closing is quoted."""
    if not _AGAIN.search(scope.text) or not _CAUSE.search(scope.text):
        return None
    found = [f for f in matter.findings if family(f.kind) == CAUSE and f.relapse is not None]
    if not found:
        return silent(
            matter,
            "We quote no closing of a cause of concern after which it was found again.",
        )
    item = found[-1]
    behind = tuple(
        v
        for v in (item.closed_before.version if item.closed_before else None, item.relapse)
        if v is not None
    )
    again = in_words(behind[-1].fact.valid.start.isoformat())
    closed = f"closed on {on_day(behind[0].fact.valid.start)}, and " if item.closed_before else ""
    told = f"a cause of concern {closed}found again on {again}"
    if scope.never or _NOT_AGAIN.search(scope.text):
        return Held(
            "finding",
            ClaimResult.DIFFERS,
            f"The statement says never; our record: {told}.",
            behind,
            stated="never",
            ours=told,
        )
    return Held("finding", ClaimResult.AGREES, f"Our record: {told}.", behind)


def _item(matter: Matter, scope: Scope) -> Progress | None:
    """The finding of the latest report on the subject that has the number which is named."""
    named = _ONE.search(scope.text)
    if named is None:
        return None
    kind, number = _KINDS[named[1]], named[2]
    same = [f for f in matter.found if family(f.kind) == kind and f.number == number]
    if same:
        return same[-1]
    every = [f for f in every_finding(matter) if family(f.kind) == kind and f.number == number]
    return every[0] if len(every) == 1 else None


def _closed_then(matter: Matter, scope: Scope) -> Progress | None:
    """Of several findings with the number that is named, the one closed on the day that is."""
    named = _ONE.search(scope.text)
    if named is None or scope.date is None:
        return None
    same = [
        f
        for f in every_finding(matter)
        if family(f.kind) == _KINDS[named[1]]
        and f.number == named[2]
        and f.closing is not None
        and f.closing.version.fact.valid.start == scope.date
    ]
    return same[0] if len(same) == 1 else None


def _times(scope: Scope) -> int | None:
    found = _TIMES.search(scope.text)
    if found is None:
        return None
    word = found[1].split()[0]
    return _NUMBERS.get(word) or int(word)
