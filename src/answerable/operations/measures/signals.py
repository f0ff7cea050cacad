"""What the charts of an institution say is newly worse, for the agenda of its next session.

A signal says where to look, never why, and is no verdict. Too few periods for limits mark
nothing, and a measure without a good direction is never worse.
"""

from collections.abc import Iterator
from datetime import date

from answerable.evidence.chart_rules import LABELS, OUTSIDE, RUN, TREND, TWO_IN_THREE
from answerable.evidence.charted import Point
from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.measures import chart_starts, evidence, held, rebasing
from answerable.scrutiny.sessions.agenda_reasons import Signal
from answerable.vocabulary.facts import ObservationsLoaded
from answerable.vocabulary.measures import Measure, Observation, period_words

CONCERN = "special_cause_concern"
_SHOWN = {
    OUTSIDE: "it lies outside what was usual",
    TREND: "it has moved the same way seven times in a row",
    TWO_IN_THREE: "two of the last three lie close to the limit of what was usual",
    RUN: "seven in a row lie on the same side of the mean",
}
_CODES = {label: abs(code) for code, label in LABELS.items()}


def newly_worse(register: Register, *, known: int | None, said: date | None) -> tuple[Signal, ...]:
    """For each measure whose figures are on the record: its newest period, if that is a concern.

    `known` and `said` bound the figures as they bound the register.
    """
    named = {str(f.measure) for f in register.of(ObservationsLoaded) if f.measure}
    defined = catalogue.measures()
    return tuple(
        signal
        for name in sorted(named & set(defined))
        if defined[name].direction != "neutral"
        for signal in _of(register, defined[name], known=known, said=said)
    )


def _of(
    register: Register, measure: Measure, *, known: int | None, said: date | None
) -> Iterator[Signal]:
    body = register.institution
    rows = held.series(measure.id, body, said=said, known=known)
    shown = [r for r in rows.rows if r.period_end <= register.valid]
    if not shown:
        return
    series, _ = evidence.guarded(measure, body, on=register.valid, rows=shown)
    rebased = rebasing.days_of(register, measure=measure.id, body=body)
    drawn = chart_starts.chart(measure=measure, body=body, series=series, rebased=rebased)
    point = next((p for p in reversed(drawn.points) if p.value is not None), None)
    if point is None or point.short_group_warning or point.point_type != CONCERN:
        return
    row = next(r for r in shown if r.period_start == point.date)
    yield Signal(
        reference=evidence.stream_of(measure.id, body),
        title=measure.title,
        on=row.vintage.released_on or row.period_end,
        words=_words(measure, row, point),
    )


def _words(measure: Measure, row: Observation, point: Point) -> str:
    period = period_words(start=row.period_start, end=row.period_end)
    shown = _SHOWN[_CODES[point.special_cause_type]]
    return (
        f"{row.value:,.6g} {measure.unit} in {period}, on the worse side: {shown}. The chart says "
        "where to look, not why."
    )
