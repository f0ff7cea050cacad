"""How much each body changed in a year, drawn and written out. Never a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.evidence.change import Change, Changes, changes
from answerable.operations.measures import evidence
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures, figures
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Table
from answerable.publishing.charts import FunnelChart, FunnelDot, funnel_chart
from answerable.store.reads import registers
from answerable.vocabulary.measures import MONTHS_IN, Measure

MARKED_BY_CHANCE = 0.01


@dataclass(frozen=True)
class Compared:
    """The comparison as it is drawn and written out."""

    measure: Measure
    found: Changes
    held: Mapping[str, Figures]

    @property
    def words(self) -> str:
        """“January 2025 to April 2025”: the newer periods that any body is compared over."""
        paired = [day for one in self.found.changes for day in one.paired.periods]
        first, last = min(paired), max(paired)
        one = next(iter(self.held.values()))
        return one.words(first) if first == last else f"{one.words(first)} to {one.words(last)}"


def comparison(look: Look, measure: Measure) -> Compared | None:
    """Changes over the last year that is held, or None where nothing can be compared.

    Made once while neither the record nor the figures change.
    """
    dates = (look.actor, look.on, look.known, look.said)
    key = ("compared", measure.id, evidence.observations().state(measure.id), *dates)
    return registers.kept(key, lambda: (_comparison(look, measure),))[0]


def _comparison(look: Look, measure: Measure) -> Compared | None:
    bodies = evidence.bodies_with(measure.id) if measure.kind == "count" else ()
    held = {body: figures(look, measure, body) for body in bodies}
    held = {body: one for body, one in held.items() if one.usable}
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
    return Compared(measure, found, held)


def sentence(made: Compared) -> str:
    """What all together did, and which bodies lie outside: where to look, no verdict."""
    found = made.found
    outside = sorted(name_of(c.paired.body) for c in found.changes if c.outside)
    told = (
        f"All {len(found.changes)} bodies together counted {_change(found.centre)} in "
        f"{made.words} than in the same periods a year before. "
    )
    if not outside:
        return told + "No body changed by more than chance and the usual differences explain."
    names = outside[0] if len(outside) == 1 else f"{', '.join(outside[:-1])} and {outside[-1]}"
    verb = "lies" if len(outside) == 1 else "lie"
    return told + f"{names} {verb} outside the limits: where to look, and no verdict."


def figure(look: Look, made: Compared, own: str) -> Figure:
    """The funnel with its table, by name."""
    found, measure = made.found, made.measure
    drawn = funnel_chart(
        FunnelChart(
            name=measure.id,
            title=f"{measure.title}: change in a year, by size of the body",
            subtitle=f"{measure.title}, {bodies(len(found.changes))}, "
            f"{made.words} against a year before",
            sentence=_said(made),
            centre=found.centre,
            unit="multiple of the year before",
            size_words=f"Size: {measure.unit} counted in both years",
            dots=tuple(_dot(change) for change in found.changes),
            own=name_of(own) if own in {c.paired.body for c in found.changes} else "",
            header=(
                *("Body", "Earlier count", "Newer count", "Change"),
                *("Outer limits of the change", "Where it lies"),
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
            caption="Every body in the picture, by name: there is no order of merit",
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
        f"{_signed(change.lower_998)} to {_signed(change.upper_998)}",
        "outside the outer limits" if change.outside else "within the limits",
    )


def _signed(ratio: float) -> str:
    return f"{100 * (ratio - 1):+.1f} %".replace("-", "\u2212")


def _said(made: Compared) -> str:
    found = made.found
    inner = sum(not c.lower_95 <= c.ratio <= c.upper_95 for c in found.changes)
    outer = sum(c.outside for c in found.changes)
    return (
        f"{bodies(len(found.changes))}; all together {_change(found.centre)} "
        f"than a year before. Outside the inner limits: {inner}; outside the outer: {outer}. "
        f"{_by_chance(found)}"
    )


def _by_chance(found: Changes) -> str:
    """How many would be marked by chance; with a spread beyond chance that is known by simulation
    only (benchmarks/results/evidence-reach.json: fewer than 1 in 100)."""
    if found.tau2 == 0:
        return (
            f"By chance alone {found.expected_false_outliers:.2f} would lie outside the outer "
            "ones."
        )
    most = MARKED_BY_CHANCE * len(found.changes)
    return f"By chance alone fewer than {most:.1f} would lie outside the outer ones."


def bodies(count: int) -> str:
    """“1 body”, “8 bodies”."""
    return "1 body" if count == 1 else f"{count:,} bodies"


def _change(ratio: float) -> str:
    """“3.1 % less”."""
    share = 100 * (ratio - 1)
    if abs(share) < 0.05:
        return "no more and no less"
    shown = f"{abs(share):.1f}".removesuffix(".0")
    return f"{shown} % {'less' if share < 0 else 'more'}"


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
