"""The rate or the share of every body over a year, in a funnel. Never a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.evidence.level import Level, Levels, Part, levels
from answerable.operations.measures import evidence
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.by_chance import by_chance
from answerable.operations.pages.measures.checks_said import said_of
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures, figures
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Table
from answerable.publishing.charts import FunnelChart, FunnelDot, funnel_chart
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import MONTHS_IN, Measure

LEAST_MONTHS = 3
HEAD = (
    marked("Body"),
    marked("Counted"),
    marked("Out of"),
    marked("Level"),
    marked("Outer limits"),
    marked("Where it lies"),
)


@dataclass(frozen=True)
class Beside:
    """Every body's level as it is drawn and written out."""

    measure: Measure
    found: Levels
    held: Mapping[str, Figures]
    checks: tuple[str, ...]

    @property
    def words(self) -> str:
        """“January 2025 to December 2025”: the periods that any body is compared over."""
        days = [day for one in self.found.levels for day in one.periods]
        one = next(iter(self.held.values()))
        first, last = one.words(min(days)), one.words(max(days))
        return first if first == last else say("{first} to {last}", first=first, last=last)

    def shown(self, level: float) -> str:
        """A level in the unit of the measure, without the unit."""
        return f"{level * self.measure.unit.per:,.4g}"


def beside(look: Look, measure: Measure) -> Beside | None:
    """The levels over the last year that is held; None where no usable figure is.

    Made once while neither the record nor the figures change.
    """
    dates = (look.actor, look.on, look.known, look.said)
    key = ("beside", measure.id, evidence.observations().state(measure.id), *dates)
    return registers.kept(key, lambda: (_beside(look, measure),))[0]


def _beside(look: Look, measure: Measure) -> Beside | None:
    if bodies := evidence.bodies_with(measure.id):
        evidence.read_ahead(measure.id, known_on=look.said)
    every = {body: figures(look, measure, body) for body in bodies}
    held = {body: one for body, one in every.items() if one.usable}
    if not held:
        return None
    newest = max(one.usable[-1] for one in held.values())
    since = date(newest.year - 1, newest.month, 1)
    parts = {body: _parts(one, since) for body, one in held.items()}
    least = max(LEAST_MONTHS // MONTHS_IN[measure.grain], 1)
    if not any(parts.values()):
        return None  # a published rate without the numbers that it was made from
    found = levels(parts, share=measure.kind == "percent", least=least)
    return Beside(measure, found, held, said_of(every))


def _parts(one: Figures, since: date) -> list[Part]:
    usable = set(one.usable)
    return [
        (row.period_start, row.numerator, row.denominator)
        for row in one.rows
        if row.period_start in usable
        and row.period_start > since
        and row.numerator is not None
        and row.denominator is not None
    ]


def sentence(made: Beside) -> str:
    """What all together show, which bodies lie outside, and how many do by chance: where to look,
    no verdict."""
    found = made.found
    chance = by_chance(
        count=len(found.levels), tau2=found.tau2, expected=found.expected_false_outliers
    )
    outside = sorted(name_of(one.body) for one in found.levels if one.point.outside)
    told = say(
        "All {count} bodies together had {shown} {unit} in {made}. ",
        count=len(found.levels),
        shown=made.shown(found.centre),
        unit=made.measure.unit,
        made=made.words,
    )
    if not outside:
        quiet = say("No body lies further off than chance and the usual differences explain.")
        return f"{told}{quiet} {chance}"
    names = (
        outside[0]
        if len(outside) == 1
        else say("{values} and {outside}", values=", ".join(outside[:-1]), outside=outside[-1])
    )
    verb = "lies" if len(outside) == 1 else "lie"
    marked = say(
        "{names} {verb} outside the outer limits: where to look, and no verdict.",
        names=names,
        verb=verb,
    )
    return f"{told}{marked} {chance}"


def figure(look: Look, made: Beside, own: str) -> Figure:
    """The funnel with its table, by name."""
    found, measure = made.found, made.measure
    by_name = sorted(found.levels, key=lambda one: name_of(one.body))
    drawn = funnel_chart(
        FunnelChart(
            name=measure.id,
            title=say("{title}: level by size of the body", title=measure.title),
            subtitle=say(
                "{title}, {count} bodies, {made}",
                title=measure.title,
                count=f"{len(found.levels):,}",
                made=made.words,
            ),
            sentence=sentence(made),
            centre=found.centre * measure.unit.per,
            unit=str(measure.unit),
            size_words=say("Size: {denominator}", denominator=measure.denominator),
            dots=tuple(_dot(made, one) for one in found.levels),
            own=name_of(own) if own in {one.body for one in found.levels} else "",
            header=HEAD,
            rows=tuple(_row(made, one) for one in by_name),
        )
    )
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        table=Table(
            caption=say("Every body in the picture, by name: there is no order of merit"),
            head=drawn.header,
            rows=drawn.rows,
            numeric=(1, 2, 3),
        ),
        csv_url=look.url(f"/measures/{measure.id}/bodies.csv"),
    )


def csv_rows(made: Beside) -> list[tuple[str, ...]]:
    """One row a body: count, out of, level and its limits, all in the unit of the measure."""
    scale = made.found.centre * made.measure.unit.per
    return [
        (
            *(made.measure.id, one.body, str(len(one.periods))),
            *(f"{one.numerator:.12g}", f"{one.denominator:.12g}"),
            f"{one.value * made.measure.unit.per:.9g}",
            *(f"{end * scale:.9g}" for end in _ends(one)),
            *("yes" if one.point.outside else "no", ""),
        )
        for one in made.found.levels
    ]


def _ends(one: Level) -> tuple[float, float, float, float]:
    point = one.point
    return point.lower_95, point.upper_95, point.lower_998, point.upper_998


def _dot(made: Beside, one: Level) -> FunnelDot:
    scale = made.found.centre * made.measure.unit.per
    lower_95, upper_95, lower_998, upper_998 = (end * scale for end in _ends(one))
    return FunnelDot(
        label=name_of(one.body),
        size=one.denominator,
        value=one.value * made.measure.unit.per,
        lower_95=lower_95,
        upper_95=upper_95,
        lower_998=lower_998,
        upper_998=upper_998,
    )


def _row(made: Beside, one: Level) -> tuple[str, ...]:
    low, high = (made.found.centre * end for end in _ends(one)[2:])
    return (
        name_of(one.body),
        f"{one.numerator:,.0f}",
        f"{one.denominator:,.0f}",
        made.shown(one.value),
        say("{shown} to {shown2}", shown=made.shown(low), shown2=made.shown(high)),
        say("outside the outer limits") if one.point.outside else say("within the limits"),
    )
