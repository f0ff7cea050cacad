"""The figures of a measure for a page: what is held, what a check took out, chart and file.

A missing month stays a gap. No line crosses a change of recording or a year without figures.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from answerable.config import config
from answerable.evidence.control_chart import Chart, Point
from answerable.evidence.series import Series
from answerable.evidence.spoken import Spoken
from answerable.operations.measures import chart_starts, evidence, rebasing
from answerable.operations.measures import held as held_figures
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.point_marks import mark_of, shown_mark
from answerable.publishing.charts import ChartEvent, ChartLimits, ChartPoint, ControlChart
from answerable.publishing.charts.svg import number
from answerable.store.observations.queries import HeldSeries
from answerable.vocabulary import language
from answerable.vocabulary.language import say
from answerable.vocabulary.measure_targets import Target
from answerable.vocabulary.measures import (
    MONTHS_IN,
    Measure,
    Observation,
    period_end,
    period_words,
)
from answerable.vocabulary.refusal import Refusal

MOST_SHARED = 1_000
"""Series of which checks and charts are kept: those of 43 bodies and 20 measures."""


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

    @cached_property
    def points(self) -> tuple[ChartPoint, ...]:
        """Every period from the first to the last as a picture has it, gaps as gaps."""
        return tuple(self._every_point({}))

    @cached_property
    def points_and_season(self) -> tuple[ChartPoint, ...]:
        """The same with the value without the season beside each, where it can be taken out."""
        without = self.chart_without_season
        adjusted = {p.date: p.value_adjusted for p in without.points} if without else {}
        return tuple(self._every_point(adjusted))

    def _every_point(self, adjusted: Mapping[date, float | None]) -> Iterator[ChartPoint]:
        by_day = {point.date: point for point in self.chart.points}
        for day in _every(min(by_day), max(by_day), self.measure):
            yield _point(self, day, by_day.get(day), adjusted.get(day))

    def words(self, day: date) -> str:
        """A period as people write it."""
        return period_words(start=day, end=period_end(start=day, grain=self.measure.grain))


def figures(look: Look, measure: Measure, body: str, *, release: str = "") -> Figures:
    """The figures with every check run; those known by the look's date where one is given, those
    of loads noted by the look's entry, or those of one release."""
    rebased = rebasing.days_of(look.register(body), measure=measure.id, body=body)
    return _shared(_Asked.by(look, measure, body, release), rebased)


def series_beside(look: Look, measure: Measure, body: str) -> Series:
    """The series of another body, to stand beside: its figures with every check run."""
    return _shared(_Asked.by(look, measure, body), ()).series


def drawn_up(look: Look, measure: Measure, body: str) -> int:
    """Have the pictures of a series ready, with and without its season; how many points."""
    found = figures(look, measure, body)
    return len(found.points) + len(found.points_and_season) if found.usable else 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that figures hang on beside the days on which limits were set anew."""

    measure: Measure
    body: str
    release: str
    on: date
    said: date | None
    known: int | None
    language: str
    home: Path
    states: tuple[Hashable, ...]

    @classmethod
    def by(cls, look: Look, measure: Measure, body: str, release: str = "") -> "_Asked":
        held = evidence.observations()
        states = (held.state(measure.id), held.state(evidence.ALL_ROWS))
        when = (look.on, look.said, look.known)
        return cls(measure, body, release, *when, language.code(), config().home, states)


@lru_cache(maxsize=MOST_SHARED)
def _shared(asked: _Asked, rebased: tuple[date, ...]) -> Figures:
    """Made once for all pages that show them, with their charts, until a figure is added."""
    measure, body = asked.measure, asked.body
    seen = _seen(asked)
    series, spoken = evidence.guarded(measure, body, on=asked.on, rows=seen.rows)
    target = measure.target_for(body, on=asked.on)
    return Figures(measure, body, seen, series, spoken, rebased, target)


def _seen(asked: _Asked) -> HeldSeries:
    """What is held of a body at the dates asked for."""
    held = held_figures.series(
        asked.measure.id, asked.body, said=asked.said, known=asked.known, release=asked.release
    )
    rows = tuple(row for row in held.rows if row.period_end <= asked.on)
    return replace(held, rows=rows)


def drawing(
    found: Figures, *, place: str, events: Sequence[ChartEvent], season: bool = False
) -> ControlChart:
    """The chart to draw: every period from the first to the last, gaps as gaps; with `season` a
    line without the season beside it, where it can be taken out."""
    points = found.points_and_season if season else found.points
    first, last = points[0].start, points[-1].start
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
            for group in found.chart.groups
            if group.mean is not None
        ),
        earlier=tuple(_earlier(found)),
        events=tuple(e for e in events if first <= e.on <= last),
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
    if latest is None or latest.value is None:
        return say("{title}: no figure can be shown", title=found.measure.title)
    told = say(
        "{value} {unit} in {words}",
        value=number(latest.value),
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
        raw=number(newest.value),
        adjusted=f"{newest.value_adjusted:,.4g}",
        mean=f"{newest.mean:,.4g}",
        usual=say("within") if usual else say("outside"),
    )


def _every(first: date, last: date, measure: Measure) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day = period_end(start=day, grain=measure.grain)


def needed(measure: Measure) -> tuple[int, int]:
    """Periods that a verdict needs before and after the action (EVIDENCE section 7)."""
    step = MONTHS_IN[measure.grain]
    return (24 // step, 6 // step)
