"""“Three of the five forces were graded inadequate”: a count over several bodies of one report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.grades import Grade
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = "|".join((*_NUMBERS, "both", "all", "none"))
_COUNT = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{_WORDS})(?: of)?(?: the)? (?:(?P<m>\d{{1,2}}|{'|'.join(_NUMBERS)}) )?"
    r"(?:police )?forces\b"
)
_VALUES = ("outstanding", "good", "adequate", "requires improvement", "inadequate")


@dataclass(frozen=True)
class OfForce:
    """The grade of one force, with its name."""

    name: str
    grade: Grade


def forces(matter: Matter, statement: Statement, others: Sequence[OfForce]) -> Held | None:
    """The forces graded in the latest report of the subject, and how many have the grade named.

    `others`: grades of the same subject of every force on record. None: it counts no forces.
    """
    scope = statement.scope(matter.register.valid)
    found = _COUNT.search(scope.text)
    if found is None:
        return None
    value = next((v for v in _VALUES if re.search(rf"\b{v}\b", scope.text)), None)
    if value is None:
        return silent(
            matter,
            "It counts forces. Over several forces we compare grades of one report, and the "
            "statement names no grade.",
        )
    days = [g.on for g in matter.grades if g.on <= scope.on]
    if not days:
        return silent(matter, f"We hold no report on {matter.theme.words} that grades forces.")
    day = scope.date if scope.date in days else days[-1]
    held = {o.name: o for o in others if o.grade.on == day}
    same = [o for o in held.values() if o.grade.value == value]
    m, k = len(held), len(same)
    n, stated = _number(found["n"], m), _number(found["m"] or "", m)
    of = stated if found["m"] else None
    behind = tuple(o.grade.version for o in held.values())
    named = ", ".join(o.name for o in same) or "none"
    ours = f"{k} of {m} {plural('force', m)} ({named})"
    told = (
        f"In the report of {on_day(day)} we hold a grade on {matter.theme.words} for {m} "
        f"{plural('force', m)}: {value} for {k} ({named})."
    )
    whole = of is None or of == m
    if whole and n == k:
        return Held("worked out", ClaimResult.AGREES, told, behind, sum_shown=ours)
    missing = max(0, (of or m) - m)
    if k > n or k + missing < n:
        return Held(
            "worked out",
            ClaimResult.DIFFERS,
            f"The statement says {n}{f' of {of}' if of else ''}. {told}",
            behind,
            stated=f"{n}{f' of {of}' if of else ''}",
            ours=ours,
            sum_shown=ours,
            suggest=f"Say which report and which forces: {named}, in the report of {on_day(day)}.",
        )
    if of is not None and of < m:
        told += f" The statement speaks of {of}; which of them, it does not say."
    else:
        told += f" Of {missing} more we hold no grade of that report."
    return Held("worked out", ClaimResult.PART, told, behind, sum_shown=ours)


def _number(words: str, every: int) -> int:
    if words.isdigit():
        return int(words)
    if words == "none":
        return 0
    if words in _NUMBERS:
        return _NUMBERS.index(words) + 1
    return {"both": 2}.get(words, every)
