"""Pictures of grades: one a question that was graded more than once, each cycle on its own scale.

The table of the page holds every grade with its source; a picture shows what a table cannot: how
far from the best, on which scale, and that a cycle begins anew.
"""

from collections.abc import Iterable, Sequence

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.measure_told import Figure
from answerable.publishing.charts import Drawn, GradeCycle, GradeMark, grade_chart
from answerable.publishing.charts.grades import Kind
from answerable.scrutiny.grades import CARRIED, NOT_GRADED, Grade, grades
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime

SHOWN, MOST = 2, 12
"""So many stand on the page; of more, those graded last are behind one heading. Questions of a
report that our sources name are about ten."""


def pictures(look: Look, register: Register) -> tuple[Figure, ...]:
    """The question that was graded last comes first."""
    held = register.once("grades by cycle", lambda: tuple(_drawn(register)))
    csv = look.url(f"/data/grades.csv?body={register.institution}")
    return tuple(
        Figure(
            title=one.title,
            subtitle=one.subtitle,
            sentence=one.sentence,
            wide=one.wide,
            narrow=one.narrow,
            csv_url=csv,
        )
        for one in held
    )


def _drawn(register: Register) -> Iterable[Drawn]:
    """Of questions with grades of two reports or more and a scale that we hold."""
    regime = catalogue.regime_of(register.institution, on=register.valid)
    asked: dict[str, list[Grade]] = {}
    for grade in reversed(grades(register)):
        if grade.question:
            asked.setdefault(slug(grade.question), []).append(grade)
    several = [found[::-1] for found in asked.values() if len({g.on for g in found}) > 1]
    for place, found in enumerate(several[:MOST]):
        cycles = _cycles(found, regime)
        if any(cycle.step(mark) is not None for cycle in cycles for mark in cycle.marks):
            yield grade_chart(
                name=str(place),
                question=found[-1].question,
                place=naming.body_words(register.institution),
                cycles=cycles,
            )


def _cycles(found: Sequence[Grade], regime: Regime) -> tuple[GradeCycle, ...]:
    """In the order of their first reports. A grade whose cycle no source names stands alone."""
    grouped: dict[tuple[str, str | None], list[Grade]] = {}
    for grade in found:
        alone = grade.cycle or f"\0{grade.on}"
        grouped.setdefault((alone, grade.scale), []).append(grade)
    return tuple(_cycle(held, regime) for held in grouped.values())


def _cycle(held: Sequence[Grade], regime: Regime) -> GradeCycle:
    scale = regime.scale(held[0].scale)
    return GradeCycle(
        name=held[0].cycle or say("Cycle not in our sources"),
        scale=scale.words if scale else say("not in our sources"),
        steps=scale.values if scale else (),
        marks=tuple(dict.fromkeys(_mark(grade) for grade in held)),
    )


def _mark(grade: Grade) -> GradeMark:
    kind: Kind = "carried" if grade.standing == CARRIED else "graded"
    return GradeMark(
        on=grade.on,
        value=grade.value,
        words=grade.words,
        kind="not graded" if grade.value == NOT_GRADED else kind,
    )
