"""Every check before a chart, in their order, from what is held of a measure and stated in it.

A period that one check stopped is missing to every later one. Where neither the figures nor the
file of the measure let a check decide, it says so (`unknown`): silence would read as passed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import fmean

from answerable.evidence import guards
from answerable.evidence.area_guards import geography, location
from answerable.evidence.series import Series, month_number
from answerable.evidence.small_numbers import small_numbers
from answerable.evidence.spoken import Break, Spoken, in_order, without_stopped
from answerable.vocabulary.language import say
from answerable.vocabulary.measure_checks import PUBLISHER, ROWS, AreaEdition
from answerable.vocabulary.measures import Measure, Observation
from answerable.vocabulary.times import in_words

NOT_FINAL = frozenset({"estimated", "partial"})
AreaCounts = Mapping[date, Mapping[str, float]]


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is held of one measure of one body, `name` in words; `rows` oldest first.

    `files` are all rows of the body's files by month and `months` the months of which a file of
    anyone is held; both empty where completeness cannot be asked. `areas` are its values by
    period and code of small area.
    """

    measure: Measure
    body: str
    name: str
    rows: Sequence[Observation]
    files: Mapping[date, int] = field(default_factory=dict)
    months: Sequence[date] = ()
    areas: AreaCounts = field(default_factory=dict)

    @property
    def series(self) -> Series:
        """The figures as they are held."""
        return Series(
            tuple(row.period_start for row in self.rows), tuple(row.value for row in self.rows)
        )


def of_the_figures(held: Held) -> tuple[Series, tuple[Spoken, ...]]:
    """The series without what these stop, and what they said: completeness, vintage, identity,
    geography, location. Areas of two editions take nothing from the figures of a whole body."""
    spoken = [_completeness(held)] if held.files else []
    if held.rows:
        spoken += [*_vintage(held), _identity(held), *_areas(held)]
    return without_stopped(held.series, spoken), tuple(spoken)


def before_the_chart(held: Held, *, on: date) -> tuple[Series, tuple[Spoken, ...]]:
    """The series that may be charted on a day, and what each check had to say, in their order."""
    left, spoken = of_the_figures(held)
    later: list[Spoken] = []
    measure = held.measure
    if held.rows:
        breaks = [Break(b.begins, b.kind, b.note) for b in measure.breaks_for(held.body)]
        later.append(guards.recording_change(series=left, breaks=breaks))
        left = without_stopped(left, later)
        pairs = zip(left.dates, left.values, strict=True)
        known = {day: value for day, value in pairs if value is not None}
        if known and measure.kind == "count" and measure.grain == "month":
            later.append(small_numbers(monthly_mean=fmean(known.values())))
        if known and measure.kind == "rate":
            later.append(_denominator(held, tuple(known)))
        newest = max(known, default=held.rows[-1].period_start)
        later.append(
            guards.stale(
                newest_end=next(r.period_end for r in held.rows if r.period_start == newest),
                grain=measure.grain,
                usual_lag_months=measure.usual_lag_months,
                on=on,
            )
        )
    return left, in_order((*spoken, *later))


def _completeness(held: Held) -> Spoken:
    """A month before the first file of a body is no missing one."""
    first = min(held.files)
    months = [month for month in held.months if month >= first]
    return guards.completeness(body=held.name, rows=held.files, held=months)


def _vintage(held: Held) -> list[Spoken]:
    attribute = held.measure.checks.changes_later
    said = []
    if attribute is None:
        said.append(
            _unknown(
                "vintage",
                say(
                    "The file of this measure does not say whether its figures change after "
                    "publication, so it is not known whether all are of one age."
                ),
            )
        )
    elif attribute:
        said.append(_of_age(attribute, held.rows))
    open_ = [row for row in held.rows if row.flag in NOT_FINAL and row.value is not None]
    if open_:
        said.append(
            Spoken(
                "vintage",
                "warn",
                "provisional",
                say(
                    "The publisher marked {count} of {all} figures as estimated or partial, the "
                    "newest of {month}: they may still change.",
                    count=f"{len(open_):,}",
                    all=f"{len(held.rows):,}",
                    month=in_words(f"{open_[-1].period_start:%Y-%m}"),
                ),
            )
        )
    releases = {row.vintage.release_id for row in held.rows}
    if len(releases) > 1:
        said.append(
            Spoken(
                "vintage",
                "warn",
                "mixed_releases",
                say(
                    "The line joins figures of {count} releases; for each period the newest "
                    "one speaks.",
                    count=f"{len(releases):,}",
                ),
            )
        )
    return said


def _of_age(attribute: str, rows: Sequence[Observation]) -> Spoken:
    released = {
        row.period_start: row.vintage.released_on for row in rows if row.vintage.released_on
    }
    if len(released) == len(rows):
        return guards.vintage(attribute=attribute, released=released)
    return Spoken(
        "vintage",
        "stop",
        "age_unknown",
        say(
            "“{attribute}” changes after publication, and {count} of {all} figures do not say "
            "when they were released. Without their age they cannot be compared.",
            attribute=attribute,
            count=f"{len(rows) - len(released):,}",
            all=f"{len(rows):,}",
        ),
        tuple(row.period_start for row in rows),
    )


def _identity(held: Held) -> Spoken:
    by = held.measure.checks.counted_by
    if by in (ROWS, PUBLISHER):
        return Spoken("identity", "ok", "counted", say("No identifier was taken as a key."))
    if by is None:
        return _unknown(
            "identity",
            say("The file of this measure does not say by what its rows were counted."),
        )
    # A count by what is no key is none: nothing of it is charted.
    said = guards.identity(counted_by=by)
    return replace(said, periods=held.series.dates) if said.level == "stop" else said


def _areas(held: Held) -> list[Spoken]:
    edition = held.measure.checks.areas
    if edition is False:
        return []
    if not isinstance(edition, AreaEdition):
        return [
            _unknown(
                "geography",
                say(
                    "The file of this measure does not say of which edition its areas are, so "
                    "figures of small areas cannot be compared."
                ),
            )
        ]
    if not held.areas:
        return []
    said = _one_edition(held, edition)
    located = {day: sum(by_code.values()) for day, by_code in held.areas.items()}
    values = {row.period_start: row.value or 0.0 for row in held.rows}
    every = sum(values.get(day, placed) for day, placed in located.items())
    without = sum(max(values.get(day, placed) - placed, 0.0) for day, placed in located.items())
    return [said, location(rows=round(every), without=round(without))]


def _one_edition(held: Held, edition: AreaEdition) -> Spoken:
    codes = {
        day: {code: round(value) for code, value in by_code.items()}
        for day, by_code in held.areas.items()
    }
    every = {code for by_code in codes.values() for code in by_code}
    said = geography(
        codes=codes,
        edition={code for code in every if edition.has(code)},
        name=edition.edition,
    )
    # What it stops is the comparison of areas; the whole body has no edition.
    return replace(said, periods=())


def _denominator(held: Held, periods: Sequence[date]) -> Spoken:
    year = held.measure.checks.population_year
    if year is None:
        return _unknown(
            "denominator",
            say(
                "The file of this measure does not say of which year its {denominator} are.",
                denominator=held.measure.denominator,
            ),
        )
    furthest = max(periods, key=lambda day: (abs(day.year - year), month_number(day)))
    return guards.denominator(period=furthest, population_year=year)


def _unknown(guard: str, sentence: str) -> Spoken:
    return Spoken(guard, "warn", "unknown", sentence)
