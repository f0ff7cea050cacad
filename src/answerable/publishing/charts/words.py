"""A control chart in words and as a table: for those who cannot see it, and for checking."""

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.publishing.charts.parts import (
    FEW_POINTS,
    ChartLimits,
    ChartPoint,
    ControlChart,
    Mark,
)
from answerable.publishing.charts.svg import number
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MARK_WORDS: dict[Mark, str] = {
    "common": marked("within the usual range"),
    "improvement": marked("unusual, improving"),
    "concern": marked("unusual, a concern"),
    "neutral": marked("unusual"),
}

NO_DATA = marked("no data")
TOO_FEW = marked("too few figures to say")


def subtitle(chart: ControlChart) -> str:
    """Measure, place, period."""
    labels = [point.label for point in chart.points]
    period = (
        say("{labels} to {labels2}", labels=labels[0], labels2=labels[-1])
        if len(labels) > 1
        else "".join(labels)
    )
    return ", ".join(part for part in (chart.measure, chart.place, period) if part)


def sentence(chart: ControlChart) -> str:
    """What the picture shows, in the order a reader asks: how much, how usual, what marked.

    Where recording changed or figures are missing for long, only those since are told: figures
    of two parts are never set beside each other.
    """
    begin = chart.limits[-1].start if len(chart.limits) > 1 else date.min
    held = [
        (point, point.value)
        for point in chart.points
        if point.value is not None and point.start >= begin
    ]
    if not held:
        return say("{subtitle}: no data.", subtitle=subtitle(chart))
    (first, first_value), (last, last_value) = held[0], held[-1]
    values = [value for _, value in held]
    lead = subtitle(chart)
    if held[0][0].start > chart.points[0].start and len(chart.limits) > 1:
        lead = say("{subtitle}; of these since {label}", subtitle=lead, label=first.label)
    said = [
        say(
            "{subtitle}: {count} {unit} in {label}",
            subtitle=lead,
            count=number(first_value),
            unit=chart.unit,
            label=first.label,
        )
    ]
    if len(held) > 1:
        said[0] += say(
            ", {count} in {label}; lowest {count2}, ",
            count=number(last_value),
            label=last.label,
            count2=number(min(values)),
        )
        said[0] += say("highest {count}", count=number(max(values)))
    said[0] += "."
    if len(chart.limits) > 1:
        said.append(
            say("Figures before {label} stand apart and are not compared.", label=first.label)
        )
    gaps = sum(point.value is None for point in chart.points)
    if gaps:
        said.append(
            say("{counted} no data.", counted=_counted(gaps, "period has", "periods have"))
        )
    if chart.limits:
        said.append(_limits_said(chart.limits, above_zero=chart.above_zero))
    said += [_earlier_said(limits) for limits in chart.earlier]
    said += _marks_said(chart)
    if chart.target is not None:
        since = "" if chart.target_from is None else in_words(chart.target_from.isoformat())
        said.append(
            say("The target is {count}, set on {day}.", count=number(chart.target), day=since)
            if since
            else say("The target is {target}.", target=number(chart.target))
        )
    if chart.deseasoned:
        said.append(say("A dashed line shows the figures with the season taken out."))
    said += [
        f"{in_words(event.on.isoformat())}: {event.label.rstrip('.')}." for event in chart.events
    ]
    return " ".join(said)


def header(chart: ControlChart) -> tuple[str, ...]:
    """Headings of the table."""
    limits = (say("Mean"), say("Lower limit"), say("Upper limit")) if chart.limits else ()
    season = (say("Season taken out"),) if chart.deseasoned else ()
    return (say("Period"), chart.unit.capitalize(), *season, *limits, say("What the chart shows"))


def rows(chart: ControlChart) -> tuple[tuple[str, ...], ...]:
    """One row per period; unrounded enough to redraw the chart by hand."""
    season = chart.deseasoned
    return tuple(_row(point, chart, season=season) for point in chart.points)


def _row(point: ChartPoint, chart: ControlChart, *, season: bool) -> tuple[str, ...]:
    cells = [point.label, NO_DATA if point.value is None else number(point.value)]
    if season:
        cells.append("" if point.adjusted is None else number(point.adjusted))
    limits = chart.limits
    mine = next((found for found in limits if found.start <= point.start <= found.end), None)
    if limits:
        numbers = (mine.mean, mine.lower, mine.upper) if mine else (None, None, None)
        cells += ["" if value is None else number(value) for value in numbers]
    shown = "" if point.value is None else MARK_WORDS[point.mark]
    if point.value is not None and point.mark == "common" and mine and mine.provisional:
        shown = TOO_FEW
    return (*cells, f"{shown}: {point.words}" if shown and point.words else shown or NO_DATA)


def _marks_said(chart: ControlChart) -> Iterator[str]:
    """How many points are marked; and where most are, that no one mean fits them."""
    marked_ = 0
    for mark in ("improvement", "concern", "neutral"):
        count = sum(point.mark == mark for point in chart.points)
        marked_ += count
        if count:
            yield f"{_counted(count, say('point is'), say('points are'))} {MARK_WORDS[mark]}."
    held = sum(point.value is not None for point in chart.points)
    if 2 * marked_ > held >= FEW_POINTS:
        yield say(
            "{count} of {held} points are marked: the level moved, and one mean over all of this "
            "time describes no part of it. The marks do not say that a part was good or bad in "
            "itself.",
            count=f"{marked_:,}",
            held=f"{held:,}",
        )


def _limits_said(limits: Sequence[ChartLimits], *, above_zero: bool) -> str:
    newest = limits[-1]
    provisional = " (provisional)" if newest.provisional else ""
    if newest.lower is None or newest.upper is None:
        return say(
            "The mean{provisional} is {count}.", provisional=provisional, count=number(newest.mean)
        )
    if above_zero and newest.lower < 0:
        return say(
            "The mean is {count} and the usual range{provisional} 0 to {count3}: the lower limit "
            "lies below 0, so no single low figure can stand out.",
            count=number(newest.mean),
            provisional=provisional,
            count3=number(newest.upper),
        )
    return say(
        "The mean is {count} and the usual range{provisional} {count2} to {count3}.",
        count=number(newest.mean),
        provisional=provisional,
        count2=number(newest.lower),
        count3=number(newest.upper),
    )


def _earlier_said(limits: ChartLimits) -> str:
    since = say(
        "The limits were set anew from {day}; before, the mean was",
        day=in_words(f"{limits.start:%Y-%m}"),
    )
    if limits.lower is None or limits.upper is None:
        return f"{since} {number(limits.mean)}."
    return say(
        "{since} {count} and the usual range {count2} to {count3}.",
        since=since,
        count=number(limits.mean),
        count2=number(limits.lower),
        count3=number(limits.upper),
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
