"""“Three of the five forces were graded inadequate”: a count over several bodies of one report."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
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
_ALONE = re.compile(r"\b(?:alone|only|sole|just one|no other)\b")
_OF = re.compile(r"\bof (?:the |our |its |these )?(?:all )?$")
_VALUES = ("outstanding", "good", "adequate", "requires improvement", "inadequate")


_BETTER = r"(?:or (?:better|above|higher)|or more)"
_WORSE = r"(?:or (?:worse|below|lower))"


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
    whole = found is not None and _OF.search(scope.text[: found.start()]) is not None
    if found is None or (whole and not _ALONE.search(scope.text)):
        return None
    value = next((v for v in _VALUES if re.search(rf"\b{v}\b", scope.text)), None)
    if value is None:
        return _no_grade_named(matter, statement)
    days = [g.on for g in matter.grades if g.on <= scope.on]
    if not days:
        return silent(matter, f"We hold no report on {matter.theme.words} that grades forces.")
    day = scope.date if scope.date in days else days[-1]
    held = {o.name: o for o in others if o.grade.on == day}
    values, words = _meant(value, scope.text)
    same = [o for o in held.values() if o.grade.value in values]
    m = len(held)
    n, of = _number(found["n"], m), _number(found["m"], m) if found["m"] else None
    if whole:  # “of the four forces, this one alone”
        n, of = (1, n) if _named(same, held, scope.text) else (0, n)
    named = ", ".join(o.name for o in same) or "none"
    told = (
        f"In the report of {on_day(day)} we hold a grade on {matter.theme.words} for {m} "
        f"{plural('force', m)}: {words} for {len(same)} ({named})."
    )
    counted = _Counted(n=n, of=of, m=m, k=len(same), named=named, told=told)
    return _set_against(counted, on_day(day), tuple(o.grade.version for o in held.values()))


@dataclass(frozen=True)
class _Counted:
    """`n` of `of` as the statement says; `k` of `m` as we hold; who, and the sentence."""

    n: int
    of: int | None
    m: int
    k: int
    named: str
    told: str


def _set_against(counted: _Counted, day: str, behind: tuple[Version, ...]) -> Held:
    n, of, m, k = counted.n, counted.of, counted.m, counted.k
    ours = f"{k} of {m} {plural('force', m)} ({counted.named})"
    if (of is None or of == m) and n == k:
        return Held("worked out", ClaimResult.AGREES, counted.told, behind, sum_shown=ours)
    missing = max(0, (of or m) - m)
    if k > n or k + missing < n:
        stated = f"{n or 'another'}{f' of {of}' if of else ''}"
        return Held(
            "worked out",
            ClaimResult.DIFFERS,
            f"The statement says {stated}. {counted.told}",
            behind,
            stated=stated,
            ours=ours,
            sum_shown=ours,
            suggest=f"Say which report and which forces: {counted.named}, in the report of {day}.",
        )
    more = f" Of {missing} more we hold no grade of that report."
    if of is not None and of < m:
        more = f" The statement speaks of {of}; which of them, it does not say."
    return Held("worked out", ClaimResult.PART, counted.told + more, behind, sum_shown=ours)


def _no_grade_named(matter: Matter, statement: Statement) -> Held | None:
    if statement.kind == "grade":
        return None
    return silent(
        matter,
        "It counts forces. Over several forces we compare grades of one report, and the "
        "statement names no grade.",
    )


def _named(same: Sequence[OfForce], held: Mapping[str, OfForce], text: str) -> bool:
    """Is a force that the sentence names among these? True where it names none."""
    every = {name for name in held if name.lower().removesuffix(" police") in text}
    return not every or any(o.name in every for o in same)


def _meant(value: str, text: str) -> tuple[tuple[str, ...], str]:
    """The grades that “adequate or better” means, and the words for them."""
    at = _VALUES.index(value)
    if re.search(rf"\b{value} {_BETTER}|\bat least {value}\b", text):
        return _VALUES[: at + 1], f"{value} or better"
    if re.search(rf"\b{value} {_WORSE}|\bat best {value}\b", text):
        return _VALUES[at:], f"{value} or worse"
    return (value,), value


def _number(words: str, every: int) -> int:
    if words.isdigit():
        return int(words)
    if words == "none":
        return 0
    if words in _NUMBERS:
        return _NUMBERS.index(words) + 1
    return {"both": 2}.get(words, every)
