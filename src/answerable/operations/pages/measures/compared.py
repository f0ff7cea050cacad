"""A measure over every body: how much each changed in a year, in a funnel. Never a ranking."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.evidence.change import Change, Changes, changes
from answerable.operations.measures import evidence
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures, figures
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Item, Link, Page, Section, Table
from answerable.publishing.charts import FunnelChart, FunnelDot, funnel_chart
from answerable.store import registers
from answerable.vocabulary.measures import MONTHS_IN, Measure

MARKED_BY_CHANCE = 0.01
LEFT_OUT = {
    "too_few_periods": "fewer than 3 periods are held in both years",
    "recording_change": "the way of recording changed between the two years",
    "small_count": "the counts are too small to set a change beside others",
}
CSV_HEAD = (
    *("measure", "body", "periods", "earlier_count", "newer_count", "ratio"),
    *("lower_95", "upper_95", "lower_99_8", "upper_99_8", "outside", "left_out_because"),
)
NOT_COUNTS = (
    "Bodies are set beside each other by counts only; this measure is none. Each body’s own chart "
    "is one click away."
)


@dataclass(frozen=True, kw_only=True)
class ComparedPage(Page):
    """Every body of a measure: the funnel, the table, and who has no place in it."""

    chart: Figure | None
    no_chart: str
    sections: tuple[Section, ...]
    how: tuple[str, ...]


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


def compared(look: Look, name: str, *, own: str = "") -> ComparedPage:
    """The page; `own` is the body that the reader came from."""
    measure = evidence.measure_named(name)
    made = comparison(look, measure)
    drawn = made if made and made.found.enough else None
    return ComparedPage(
        title=f"{measure.title}: bodies side by side",
        area="bodies",
        sentence=_sentence(drawn) if drawn else "Bodies cannot be set side by side here.",
        crumbs=(Link(label="Bodies", url=look.url("/bodies/")),),
        banner=banner(own or None),
        past=look.past(),
        as_at=look.as_at(),
        chart=_figure(look, drawn, own) if drawn else None,
        no_chart="" if drawn else _why_not(measure, made),
        sections=tuple(_sections(look, measure, made)),
        how=_how(drawn) if drawn else (),
        aside=_aside(look, measure),
    )


def comparison_csv(look: Look, name: str) -> str:
    """One row a body, by its name; those without a place say why."""
    measure = evidence.measure_named(name)
    made = comparison(look, measure)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    rows: list[tuple[str, ...]] = []
    for one in made.found.changes if made else ():
        ends = (one.ratio, one.lower_95, one.upper_95, one.lower_998, one.upper_998)
        rows.append(
            (
                *(measure.id, one.paired.body, str(len(one.paired.periods))),
                *(f"{one.paired.before:.12g}", f"{one.paired.after:.12g}"),
                *(f"{end:.9g}" for end in ends),
                *("yes" if one.outside else "no", ""),
            )
        )
    for body, why in (made.found.left_out if made else {}).items():
        rows.append((measure.id, body, *[""] * 9, LEFT_OUT[why]))
    rows.sort(key=lambda row: row[1])
    writer.writerows(rows)
    return out.getvalue()


def _sentence(made: Compared) -> str:
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


def _bodies(count: int) -> str:
    return "1 body" if count == 1 else f"{count:,} bodies"


def _change(ratio: float) -> str:
    """“3.1 % less”."""
    share = 100 * (ratio - 1)
    if abs(share) < 0.05:
        return "no more and no less"
    shown = f"{abs(share):.1f}".removesuffix(".0")
    return f"{shown} % {'less' if share < 0 else 'more'}"


def _figure(look: Look, made: Compared, own: str) -> Figure:
    found, measure = made.found, made.measure
    drawn = funnel_chart(
        FunnelChart(
            name=measure.id,
            title=f"{measure.title}: change in a year, by size of the body",
            subtitle=f"{measure.title}, {_bodies(len(found.changes))}, "
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
        f"{_bodies(len(found.changes))}; all together {_change(found.centre)} "
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


def _sections(look: Look, measure: Measure, made: Compared | None) -> list[Section]:
    sections = []
    if made and made.found.left_out:
        rows = sorted((name_of(body), LEFT_OUT[why]) for body, why in made.found.left_out.items())
        sections.append(
            Section(
                title="Without a place in the picture",
                table=Table(caption="Left out, and why", head=("Body", "Why"), rows=tuple(rows)),
            )
        )
    bodies = sorted(evidence.bodies_with(measure.id), key=name_of)
    sections.append(
        Section(
            title="Each body’s own chart",
            links=tuple(
                Link(label=name_of(body), url=look.url(f"/measures/{measure.id}/{body}/"))
                for body in bodies
            ),
            absent="" if bodies else "No figures of this measure are held.",
        )
    )
    return sections


def _why_not(measure: Measure, made: Compared | None) -> str:
    if measure.kind != "count":
        return NOT_COUNTS
    if made is None:
        return "No usable figures are held."
    return (
        f"{_bodies(made.found.comparable)} can be set side by side; a picture needs 5. Below "
        "stands why each is left out."
    )


def _how(made: Compared) -> tuple[str, ...]:
    found = made.found
    spread = (
        "Bodies vary no more than chance, so the limits are exact (binomial)."
        if found.tau2 == 0
        else f"Bodies vary more than chance (overdispersion {found.phi:.1f}), so the limits are "
        f"wider by that spread (tau {found.tau2**0.5:.3f} on the log scale)."
    )
    return (
        "Each body’s count is set against its own count in the same periods a year before, so "
        "that size and season cancel. Only periods that are held in both years count. The middle "
        "line is the change of all bodies together.",
        spread,
        "A body outside the outer limits changed by more than chance explains in "
        f"{'998' if found.tau2 == 0 else 'over 990'} cases of 1,000. That is where to look; it "
        "says nothing about why, and it is no verdict.",
    )


def _aside(look: Look, measure: Measure) -> tuple[Aside, ...]:
    return (
        Aside(
            title="This measure",
            facts=(
                Item(label="Counted", words=str(measure.unit)),
                Item(label="It cannot show", words=measure.cannot_show),
            ),
            links=(
                Link(label="Choose bodies and periods", url=f"/explore/?measure={measure.id}"),
                Link(label="How a verdict is worked out", url=look.url("/about/method/")),
            ),
        ),
    )


def _months_before(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)
