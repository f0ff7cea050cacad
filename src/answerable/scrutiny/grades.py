"""Grades of one subject in order, and when two of them may be compared at all.

Cycles are not one line: the inspectorate says so in each report (DOMAIN 1, rule 8). Better or
worse is said only inside one scale and one cycle, and a carried-over grade is no new one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.subject import subject_of
from answerable.vocabulary.facts import GradeGiven
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

NOT_ONE_LINE = marked("different cycles, not one line")
NOT_GRADED = "not graded"
CARRIED = "carried-over"
Change = Literal["same", "better", "worse", "not one line"]


@dataclass(frozen=True)
class Grade:
    """A grade as it was given, with the day from which it is true."""

    question: str
    value: str
    scale: str | None
    cycle: str | None
    standing: str | None
    on: date
    version: Version

    @property
    def asked(self) -> str:
        """The question, or that it is not on record: a grade alone does not say of what."""
        return self.question or say("Question not on record")

    @property
    def words(self) -> str:
        """The grade; one that was carried over from an earlier inspection says so."""
        return graded(self.value, self.standing)

    @property
    def line(self) -> str:
        """What it may be compared with: its question, else only itself."""
        return self.question or self.version.fact.stream

    @property
    def month(self) -> str:
        """“March 2018”."""
        return in_words(f"{self.on:%Y-%m}")


def graded(value: str, standing: str | None) -> str:
    """A grade in words: “good”, or “good (carried over)” where nobody inspected it anew.

    >>> graded("good", "awarded"), graded("good", "carried-over")
    ('good', 'good (carried over)')
    """
    return say("{value} (carried over)", value=value) if standing == CARRIED else value


def grades(register: Register, *, theme: str | None = None) -> tuple[Grade, ...]:
    """Grades of a theme, or of every question, oldest first; previous and own ones left out."""
    about = subject_of(register, theme).streams if theme else frozenset()
    found = []
    for version in register.versions_of(GradeGiven):
        fact = version.fact
        if not isinstance(fact, GradeGiven) or not fact.value:
            continue
        if theme and fact.stream not in about and slug(fact.question or "") != theme:
            continue
        if fact.standing in ("previous", "self-assessed"):
            continue
        found.append(
            Grade(
                question=fact.question or "",
                value=fact.value.lower(),
                scale=fact.scale,
                cycle=fact.cycle,
                standing=fact.standing,
                on=fact.valid.start,
                version=version,
            )
        )
    return tuple(sorted(found, key=lambda g: (g.on, g.version.seq)))


def change(before: Grade, after: Grade, *, regime: Regime | None) -> Change:
    """Same, better or worse; “not one line” across cycles, scales and for “not graded”."""
    scale = regime.scale(after.scale) if regime else None
    comparable = before.cycle == after.cycle is not None and before.scale == after.scale
    if not comparable or scale is None:
        return "not one line"
    first, second = scale.order(before.value), scale.order(after.value)
    if first is None or second is None:
        return "not one line"
    if first == second:
        return "same"
    return "better" if second < first else "worse"


def two_cycles(before: Grade, after: Grade) -> str:
    """“Graded good in 2019 and inadequate in 2024. The grades come from different cycles.”"""
    both = say(
        "Graded {value} in {year} and {value2} in {year2}.",
        value=before.value,
        year=before.on.year,
        value2=after.value,
        year2=after.on.year,
    )
    if before.cycle == after.cycle:
        return both
    return say("{both} The grades come from different cycles.", both=both)
