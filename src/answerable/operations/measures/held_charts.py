"""Every chart of a measure at once, by the engine that holds its figures: DuckDB or Spark."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.evidence.chart_rules import LABELS, LIMIT
from answerable.operations.measures import evidence, rebasing
from answerable.store.observations.charted import ChartedPeriod
from answerable.store.reads import registers
from answerable.vocabulary.measures import Measure

COLUMNS = (
    *("body", "breakdown", "period_start", "value", "stretch", "mean", "lower_limit"),
    *("upper_limit", "label"),
)
SIGNIFICANT = ".9g"
BY_AREA = frozenset({"geography", "location"})
"""Checks that refuse figures of small areas and leave those of the whole body."""


@dataclass(frozen=True)
class HeldCharts:
    """The charts of a measure, each period with its limits and its label."""

    measure: Measure
    rows: tuple[ChartedPeriod, ...]
    checks: tuple[str, ...] = ()

    @property
    def newest(self) -> tuple[ChartedPeriod, ...]:
        """The newest figure of each series, in the order of body and breakdown."""
        found = {(r.body_id, r.breakdown): r for r in self.rows if r.value is not None}
        return tuple(found.values())

    def lines(self) -> Iterator[str]:
        """In words: how many, and where to look."""
        yield f"{self.measure.title}: {len(self.newest):,} series, {len(self.rows):,} periods."
        yield from self.checks
        for row in self.newest:
            if row.code:
                about = f" ({row.breakdown})" if row.breakdown else ""
                yield (
                    f"{row.body_id}{about}, {row.period_start.isoformat()}: "
                    f"{row.value:g}, {LABELS[row.code]}."
                )

    def csv(self) -> str:
        """One row a period, numbers at 9 significant digits: the same on every engine."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in self.rows:
            writer.writerow(
                (
                    *(row.body_id, row.breakdown, row.period_start.isoformat()),
                    *(_number(row.value), row.stretch, _number(row.mean)),
                    *(_limit(row, -LIMIT), _limit(row, LIMIT), LABELS[row.code]),
                )
            )
        return out.getvalue()


def held_charts(*, measure: str, on: date, known_on: date | None = None) -> HeldCharts:
    """The charts of every series of a measure, as `on` the page of each, without what a check
    stopped, begun anew at changes of recording and at recorded rebases.

    `known_on`: of what was released by that day alone. Nothing is recorded.
    """
    known = evidence.measure_named(measure)
    bodies = evidence.bodies_with(known.id)
    stopped: list[tuple[str, date]] = []
    checks: list[str] = []
    not_by_area: set[str] = set()
    restarts = [(body, b.begins) for b in known.breaks for body in b.bodies]
    for body in bodies:
        _, spoken = evidence.complete(known, body)
        checks += [f"{body}: {word.sentence}" for word in spoken]
        for word in spoken:
            if word.level == "stop" and word.guard in BY_AREA:
                not_by_area.add(body)
            elif word.level == "stop":
                stopped += [(body, day) for day in word.periods]
        register = registers.register(body, valid=on)
        days = rebasing.days_of(register, measure=known.id, body=body)
        restarts += [(body, day) for day in days]
    rows = evidence.observations().charts(
        known.id, known_on=known_on, stopped=stopped, restarts=restarts
    )
    kept = tuple(row for row in rows if not (row.breakdown and row.body_id in not_by_area))
    return HeldCharts(known, kept, tuple(dict.fromkeys(checks)))


def _limit(row: ChartedPeriod, times: float) -> str:
    if row.mean is None or row.amr is None:
        return ""
    return _number(row.mean + times * row.amr)


def _number(value: float | None) -> str:
    return "" if value is None else format(value + 0.0, SIGNIFICANT)
