"""The figures of a measure for a page: what is held, what a check took out, chart and file.

A missing month stays a gap. No line crosses a change of recording or a year without figures.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from answerable.evidence.control_chart import Chart, Point
from answerable.evidence.series import Series
from answerable.evidence.spoken import Spoken
from answerable.operations.measures import chart_starts, evidence, rebasing
from answerable.operations.measures import held as held_figures
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.point_marks import mark_of, shown_mark
from answerable.publishing.charts import ChartEvent, ChartLimits, ChartPoint, ControlChart
from answerable.store.observations.queries import HeldSeries
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measure_targets import Target
from answerable.vocabulary.measures import (
    MONTHS_IN,
    Measure,
    Observation,
    period_end,
    period_words,
)
from answerable.vocabulary.refusal import Refusal

CSV_HEAD = (
    *("measure", "body", "period_start", "period_end", "value", "status"),
    *(
        "mean",
        "lower_limit",
        "upper_limit",
        "what_the_chart_shows",
        "season_taken_out",
        "target",
        "release",
        "source",
        "licence",
    ),
)
HELD, STOPPED, NO_FIGURE = "held", marked("left out by a check"), marked("no figure held")


@dataclass(frozen=True)
class Figures:
    """One measure of one body as a reader at these dates sees it."""

    measure: Measure
    body: str
    held: HeldSeries
    series: Series
    spoken: tuple[Spoken, ...]
    rebased: tuple[date, ...] = ()
    target: Target | None = None

    @property
    def rows(self) -> tuple[Observation, ...]:
        """What is held, oldest first."""
        return self.held.rows

    @cached_property
    def usable(self) -> tuple[date, ...]:
        """Periods with a value that no check took out."""
        return chart_starts.usable(self.series)

    @cached_property
    def kept(self) -> frozenset[date]:
        """The same to look in."""
        return frozenset(self.usable)

    @cached_property
    def runs(self) -> tuple[tuple[date, date], ...]:
        """Unbroken stretches of usable periods: first and last period."""
        found: list[list[date]] = []
        for day in self.usable:
            if found and period_end(start=found[-1][-1], grain=self.measure.grain) == day:
                found[-1].append(day)
            else:
                found.append([day])
        return tuple((run[0], run[-1]) for run in found)

    @cached_property
    def chart(self) -> Chart:
        """The control chart, begun anew after a recording change, a long gap and a rebase."""
        return self._drawn_up(self.rebased)

    @cached_property
    def chart_without_rebase(self) -> Chart:
        """The same as if nobody had set limits anew: what it marks stays told."""
        return self._drawn_up(())

    @cached_property
    def chart_without_season(self) -> Chart | None:
        """The same with the season taken out; None where too few months are held for it."""
        if self.measure.grain != "month" or not self.usable:
            return None
        try:
            return self._drawn_up(self.rebased, deseason=True)
        except Refusal:
            return None

    def _drawn_up(self, rebased: Sequence[date], *, deseason: bool = False) -> Chart:
        return chart_starts.chart(
            measure=self.measure,
            body=self.body,
            series=self.series,
            rebased=rebased,
            target=None if self.target is None else self.target.value,
            deseason=deseason,
        )

    def words(self, day: date) -> str:
        """A period as people write it."""
        return period_words(start=day, end=period_end(start=day, grain=self.measure.grain))


def figures(look: Look, measure: Measure, body: str, *, release: str = "") -> Figures:
    """The figures with every check run; those known by the look's date where one is given, those
    of loads noted by the look's entry, or those of one release."""
    seen = _seen(look, measure, body, release=release)
    series, spoken = evidence.guarded(measure, body, on=look.on, rows=seen.rows)
    rebased = rebasing.days_of(look.register(body), measure=measure.id, body=body)
    target = measure.target_for(body, on=look.on)
    return Figures(measure, body, seen, series, spoken, rebased, target)


def series_beside(look: Look, measure: Measure, body: str) -> Series:
    """The series of another body, to stand beside: its figures with every check run.

    Made once while neither the record nor the figures change.
    """
    held = evidence.observations()
    states = (held.state(measure.id), held.state(evidence.ALL_ROWS))
    key = ("series beside", states, look.on, look.known, look.said)
    made = registers.kept(key, dict[str, Series])
    if body not in made:
        rows = _seen(look, measure, body).rows
        made[body], _ = evidence.guarded(measure, body, on=look.on, rows=rows)
    return made[body]


def _seen(look: Look, measure: Measure, body: str, *, release: str = "") -> HeldSeries:
    """What is held of a body at the dates of the look."""
    held = held_figures.series(measure.id, body, said=look.said, known=look.known, release=release)
    rows = tuple(row for row in held.rows if row.period_end <= look.on)
    return replace(held, rows=rows)


def drawing(
    found: Figures, *, place: str, events: Sequence[ChartEvent], season: bool = False
) -> ControlChart:
    """The chart to draw: every period from the first to the last, gaps as gaps; with `season` a
    line without the season beside it, where it can be taken out."""
    made = found.chart
    by_day = {point.date: point for point in made.points}
    days = tuple(_every(made.points[0].date, made.points[-1].date, found.measure))
    without = found.chart_without_season if season else None
    adjusted = {p.date: p.value_adjusted for p in without.points} if without else {}
    points = tuple(_point(found, day, by_day.get(day), adjusted.get(day)) for day in days)
    return ControlChart(
        name=f"{found.measure.id}-{found.body}",
        title=_title(found),
        measure=found.measure.title.replace(f", {place} (invented)", " (invented)"),
        place=place,
        unit=str(found.measure.unit),
        points=points,
        limits=tuple(
            ChartLimits(
                start=group.points[0].date,
                end=_last_held(group.points),
                mean=group.mean,
                lower=group.lpl,
                upper=group.upl,
                n=group.n,
            )
            for group in made.groups
            if group.mean is not None
        ),
        earlier=tuple(_earlier(found)),
        events=tuple(e for e in events if days[0] <= e.on <= days[-1]),
        target=None if found.target is None else found.target.value,
        target_from=None if found.target is None else found.target.set_on,
    )


def _last_held(points: Sequence[Point]) -> date:
    """The last period with a value: no limit is drawn over a gap that nothing follows."""
    return next(point.date for point in reversed(points) if point.value is not None)


def _earlier(found: Figures) -> Iterator[ChartLimits]:
    """The limits that held before each recorded rebase, over the periods after it."""
    for before, after in pairwise(found.chart.groups):
        anew = any(before.points[-1].date < day <= after.start for day in found.rebased)
        if anew and before.mean is not None:
            yield ChartLimits(
                start=after.start,
                end=after.points[-1].date,
                mean=before.mean,
                lower=before.lpl,
                upper=before.upl,
                n=before.n,
            )


def concerns_without(found: Figures, since: date) -> tuple[date, ...]:
    """Periods from a rebase on that would be a concern if the limits had not been set anew."""
    return tuple(
        point.date
        for point in found.chart_without_rebase.points
        if point.date >= since and not point.short_group_warning and mark_of(point) == "concern"
    )


def status_of(found: Figures, row: Observation) -> str:
    """Whether a figure is held, and whether charts and verdicts use it."""
    if row.value is None:
        return NO_FIGURE
    return HELD if row.period_start in found.kept else STOPPED


def csv_text(found: Figures) -> str:
    """The figures as a file: one row a period held, with what a check or the chart says of it."""
    points = {p.date: p for p in found.chart.points} if found.usable else {}
    without = found.chart_without_season
    adjusted = {p.date: p.value_adjusted for p in without.points} if without else {}
    target = found.target
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for row in found.rows:
        point = points.get(row.period_start)
        writer.writerow(
            (
                *(row.measure_id, row.body_id, row.period_start, row.period_end),
                *("" if row.value is None else f"{row.value:.12g}", status_of(found, row)),
                *(_number(point.mean if point else None), _number(point.lpl if point else None)),
                _number(point.upl if point else None),
                point.special_cause_type if point and point.value is not None else "",
                _number(adjusted.get(row.period_start)),
                _number(target.value if target and row.period_end > target.set_on else None),
                *(row.vintage.release_id, found.measure.source, found.measure.licence),
            )
        )
    return out.getvalue()


def _point(found: Figures, day: date, point: Point | None, adjusted: float | None) -> ChartPoint:
    if point is None or point.value is None:
        return ChartPoint(start=day, label=found.words(day), value=None)
    mark, words = shown_mark(point)
    return ChartPoint(
        start=day,
        label=found.words(day),
        value=point.value,
        mark=mark,
        words=words,
        adjusted=adjusted,
    )


def _title(found: Figures) -> str:
    """The latest period in words; it never says that anything improved."""
    latest = next((p for p in reversed(found.chart.points) if p.value is not None), None)
    if latest is None:
        return say("{title}: no figure can be shown", title=found.measure.title)
    told = say(
        "{value} {unit} in {words}",
        value=f"{latest.value:,.6g}",
        unit=found.measure.unit,
        words=found.words(latest.date),
    )
    since = found.words(found.chart.groups[-1].start)
    if latest.short_group_warning:
        return say(
            "{told}: too few figures since {since} to say what is usual", told=told, since=since
        )
    usual = "within" if mark_of(latest) == "common" else "outside"
    return say("{told}: {usual} what was usual since {since}", told=told, usual=usual, since=since)


def season_words(found: Figures) -> str:
    """The newest figure with the season taken out, beside the raw one; empty where it cannot be.

    A limit on seasonal figures marks the season: that is most of its false alarms.
    """
    made = found.chart_without_season
    newest = (
        next((p for p in reversed(made.points) if p.value is not None), None) if made else None
    )
    if newest is None or newest.value_adjusted is None or newest.value is None:
        return ""
    if newest.short_group_warning or newest.mean is None:
        return ""
    usual = mark_of(newest) == "common"
    return say(
        "With the season taken out, by factors of each calendar month, the newest figure "
        "({month}: {raw}) is {adjusted} against a mean of {mean}: {usual} what is usual.",
        month=found.words(newest.date),
        raw=f"{newest.value:,.6g}",
        adjusted=f"{newest.value_adjusted:,.4g}",
        mean=f"{newest.mean:,.4g}",
        usual=say("within") if usual else say("outside"),
    )


def _every(first: date, last: date, measure: Measure) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day = period_end(start=day, grain=measure.grain)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.9g}"


def needed(measure: Measure) -> tuple[int, int]:
    """Periods that a verdict needs before and after the action (EVIDENCE section 7)."""
    step = MONTHS_IN[measure.grain]
    return (24 // step, 6 // step)
