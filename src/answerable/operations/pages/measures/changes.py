"""How much each body changed in a year, drawn and written out. Never a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.evidence.change import Change, Changes, changes
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
from answerable.vocabulary.language import say
from answerable.vocabulary.measures import MONTHS_IN, Measure


@dataclass(frozen=True)
class Compared:
    """The comparison as it is drawn and written out."""

    measure: Measure
    found: Changes
    held: Mapping[str, Figures]
    checks: tuple[str, ...]

    @property
    def words(self) -> str:
        """“January 2025 to April 2025”: the newer periods that any body is compared over."""
        paired = [day for one in self.found.changes for day in one.paired.periods]
        first, last = min(paired), max(paired)
        one = next(iter(self.held.values()))
        return (
            one.words(first)
            if first == last
            else say("{words} to {words2}", words=one.words(first), words2=one.words(last))
        )


def comparison(look: Look, measure: Measure) -> Compared | None:
    """Changes over the last year that is held, or None where nothing can be compared.

    Made once while neither the record nor the figures change.
    """
    dates = (look.actor, look.on, look.known, look.said)
    key = ("compared", measure.id, evidence.observations().state(measure.id), *dates)
    return registers.kept(key, lambda: (_comparison(look, measure),))[0]


def _comparison(look: Look, measure: Measure) -> Compared | None:
    bodies = evidence.bodies_with(measure.id) if measure.kind == "count" else ()
    if bodies:
        evidence.read_ahead(measure.id, known_on=look.said)
    every = {body: figures(look, measure, body) for body in bodies}
    held = {body: one for body, one in every.items() if one.usable}
    if not held:
        return None
    newest = max(one.usable[-1] for one in held.values())
    step = MONTHS_IN[measure.grain]
    window = tuple(sorted(_months_before(newest, back * step) for back in range(12 // step)))
    found = changes(
        {body: one.series for body, one in held.items()},
        window=window,
        breaks={body: [b.begins for b in measure.breaks_for(body)] for body in held},
    )
    return Compared(measure, found, held, said_of(every))


def sentence(made: Compared) -> str:
    """What all together did, and which bodies lie outside: where to look, no verdict."""
    found = made.found
    outside = sorted(name_of(c.paired.body) for c in found.changes if c.outside)
    told = say(
        "All {count} bodies together counted {change} in {made} than in "
        "the same periods a year before. ",
        count=len(found.changes),
        change=_change(found.centre),
        made=made.words,
    )
    if not outside:
        return told + say("No body changed by more than chance and the usual differences explain.")
    names = (
        outside[0]
        if len(outside) == 1
        else say("{values} and {outside}", values=", ".join(outside[:-1]), outside=outside[-1])
    )
    verb = "lies" if len(outside) == 1 else "lie"
    return told + say(
        "{names} {verb} outside the outer limits: where to look, and no verdict.",
        names=names,
        verb=verb,
    )


def figure(look: Look, made: Compared, own: str) -> Figure:
    """The funnel with its table, by name."""
    found, measure = made.found, made.measure
    drawn = funnel_chart(
        FunnelChart(
            name=measure.id,
            title=say("{title}: change in a year, by size of the body", title=measure.title),
            subtitle=say(
                "{title}, {bodies}, {made} against a year before",
                title=measure.title,
                bodies=bodies(len(found.changes)),
                made=made.words,
            ),
            sentence=_said(made),
            centre=found.centre,
            unit=say("multiple of the year before"),
            size_words=say("Size: {unit} counted in both years", unit=measure.unit),
            dots=tuple(_dot(change) for change in found.changes),
            own=name_of(own) if own in {c.paired.body for c in found.changes} else "",
            header=(
                *(say("Body"), say("Earlier count"), say("Newer count"), say("Change")),
                *(say("Outer limits of the change"), say("Where it lies")),
            ),
            rows=tuple(_row(c) for c in sorted(found.changes, key=_by_name)),
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


def _by_name(change: Change) -> str:
    return name_of(change.paired.body)


def _dot(change: Change) -> FunnelDot:
    return FunnelDot(
        label=name_of(change.paired.body),
        size=change.paired.before + change.paired.after,
        value=change.ratio,
        lower_95=change.lower_95,
        upper_95=change.upper_95,
        lower_998=change.lower_998,
        upper_998=change.upper_998,
    )


def _row(change: Change) -> tuple[str, ...]:
    return (
        name_of(change.paired.body),
        f"{change.paired.before:,.0f}",
        f"{change.paired.after:,.0f}",
        _signed(change.ratio),
        say(
            "{signed} to {signed2}",
            signed=_signed(change.lower_998),
            signed2=_signed(change.upper_998),
        ),
        say("outside the outer limits") if change.outside else say("within the limits"),
    )


def _signed(ratio: float) -> str:
    return f"{100 * (ratio - 1):+.1f} %".replace("-", "\u2212")


def _said(made: Compared) -> str:
    found = made.found
    inner = sum(not c.lower_95 <= c.ratio <= c.upper_95 for c in found.changes)
    outer = sum(c.outside for c in found.changes)
    return say(
        "{bodies}; all together {change} than a year before. Outside the "
        "inner limits: {inner}; outside the outer: {outer}. {by_chance}",
        bodies=bodies(len(found.changes)),
        change=_change(found.centre),
        inner=inner,
        outer=outer,
        by_chance=by_chance(
            count=len(found.changes), tau2=found.tau2, expected=found.expected_false_outliers
        ),
    )


def bodies(count: int) -> str:
    """“1 body”, “8 bodies”."""
    return "1 body" if count == 1 else say("{count} bodies", count=f"{count:,}")


def _change(ratio: float) -> str:
    """“3.1 % less”."""
    share = 100 * (ratio - 1)
    if abs(share) < 0.05:
        return say("no more and no less")
    shown = f"{abs(share):.1f}".removesuffix(".0")
    return f"{shown} % {(say('less') if share < 0 else say('more'))}"


def _months_before(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)


def csv_rows(made: Compared) -> list[tuple[str, ...]]:
    """One row a body: both counts, their ratio and its limits."""
    return [
        (
            *(made.measure.id, one.paired.body, str(len(one.paired.periods))),
            *(f"{one.paired.before:.12g}", f"{one.paired.after:.12g}"),
            *(
                f"{end:.9g}"
                for end in (one.ratio, one.lower_95, one.upper_95, one.lower_998, one.upper_998)
            ),
            *("yes" if one.outside else "no", ""),
        )
        for one in made.found.changes
    ]
