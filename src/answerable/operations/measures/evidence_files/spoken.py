"""What the checks say of a plain file, as far as its columns let them decide.

A file of dates and values says nothing of files, releases, areas or people; a step in the level
that nobody declared as a change of recording can be seen in the values alone.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from answerable.evidence.cases import Body, Case
from answerable.evidence.charted import Chart
from answerable.evidence.guards import recording_change
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series
from answerable.evidence.spoken import Spoken
from answerable.evidence.steps import steps
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

LEAST_RULED = 8
"""Figures of a group from which it can be said that one outweighs all others."""
LEAST_QUARTERS = 3
"""Steps of three months in a row, among months, that are taken for quarters."""
LEAST_MARKED = 13
"""Figures from which limits are more than provisional."""
LEAST_PEER = 20.0
"""Mean count of a peer from which a step in it is named."""
LEAST_REGULAR = 0.75
"""Share of neighbouring dates one step apart from which others are steps left out."""


def of_chart(made: Chart, *, on: date | None) -> list[Spoken]:
    """Periods that have not begun, one figure that outweighs the others, and a step within one
    group of limits; a rebase declares its own."""
    groups = [
        Series(tuple(p.date for p in group.points), tuple(p.value for p in group.points))
        for group in made.groups
    ]
    series = [Series(tuple(p.date for p in made.points), tuple(p.value for p in made.points))]
    kinds = (
        (_not_begun(one, on) for one in series),
        (_skipped(one) for one in series),
        (_one_rules(one) for one in groups),
        (of_series(one) for one in groups),
    )
    firsts = (next((word for word in words if word is not None), None) for words in kinds)
    found = [word for word in firsts if word is not None]
    if not any(word.guard == "recording_change" for word in found):
        found += [word for word in (_mostly_marked(made),) if word is not None]
    return found


def _mostly_marked(made: Chart) -> Spoken | None:
    """Where most points are marked, the level moved and one mean fits no part of the time."""
    held = [point for point in made.points if point.value is not None]
    flagged = sum(p.special_cause_flag and not p.short_group_warning for p in held)
    if len(held) < LEAST_MARKED or 2 * flagged <= len(held):
        return None
    told = say(
        "{count} of {held} points are marked: the level moved, and one mean over all of this time "
        "describes no part of it.",
        count=f"{flagged:,}",
        held=f"{len(held):,}",
    )
    return Spoken("recording_change", "warn", "most_points_marked", told)


def not_begun(series: Series, on: date | None) -> tuple[date, ...]:
    """Periods with a figure that begin after the day; none where no day is given."""
    if on is None:
        return ()
    pairs = zip(series.dates, series.values, strict=True)
    return tuple(day for day, value in pairs if value is not None and day > on)


def _not_begun(series: Series, on: date | None) -> Spoken | None:
    days = not_begun(series, on)
    if not days:
        return None
    told = say(
        "There are figures of {count} periods that have not begun yet, the first of {day}. Check "
        "the dates.",
        count=f"{len(days):,}",
        day=in_words(days[0].isoformat()),
    )
    return Spoken("stale", "warn", "future_period", told)


def _skipped(series: Series) -> Spoken | None:
    """Months or quarters without a row within the span, or both in one series; dates on no such
    grid say nothing."""
    days = series.dates
    if len(days) < LEAST_RULED or len({day.day for day in days}) > 1:
        return None
    apart = [12 * (b.year - a.year) + b.month - a.month for a, b in pairwise(days)]
    step = min(apart)
    usual = apart.count(step)
    if step == 1 and (mixed := _quarters_from(days, apart)) is not None:
        told = say(
            "Rows stand one month apart and, from {day}, three: months and quarters are not one "
            "series. Chart them apart.",
            day=in_words(f"{mixed:%Y-%m}"),
        )
        return Spoken("completeness", "warn", "mixed_frequency", told)
    if step not in (1, 3) or usual == len(apart) or usual < LEAST_REGULAR * len(apart):
        return None
    first = next(day for day, gap in zip(days, apart, strict=False) if gap > step)
    told = say(
        "{count} periods within the span have no row, the first after {day}. Their neighbours are "
        "taken as following one another: write a missing period as a row with an empty value.",
        count=f"{sum(gap // step - 1 for gap in apart):,}",
        day=in_words(f"{first:%Y-%m}"),
    )
    return Spoken("completeness", "warn", "periods_without_a_row", told)


def _quarters_from(days: Sequence[date], apart: Sequence[int]) -> date | None:
    """The first of four or more rows that follow one another three months apart."""
    run = [3] * LEAST_QUARTERS
    starts = range(len(apart) - LEAST_QUARTERS + 1)
    return next((days[i] for i in starts if list(apart[i : i + LEAST_QUARTERS]) == run), None)


def _one_rules(series: Series) -> Spoken | None:
    """One figure is so far off that the mean lies beyond all the others."""
    held = [(v, day) for day, v in zip(series.dates, series.values, strict=True) if v is not None]
    if len(held) < LEAST_RULED:
        return None
    held.sort()
    mean = sum(value for value, _ in held) / len(held)
    if held[1][0] <= mean <= held[-2][0]:
        return None
    value, day = held[-1] if mean > held[-2][0] else held[0]
    told = say(
        "One figure, {value} at {day}, is so far from the rest that the mean lies beyond all the "
        "others. Check it before reading the chart.",
        value=f"{value:,.6g}",
        day=in_words(day.isoformat()),
    )
    return Spoken("recording_change", "warn", "one_figure_outweighs", told)


def of_case(case: Case, protocol: Protocol) -> list[Spoken]:
    """A count that is none; a step in the level of the target or of a peer where no break is
    declared. The verdict stands."""
    words = [_not_whole(case)] if protocol.kind == "count" else []
    if not protocol.breaks:
        words.append(of_series(_levels(case.target, protocol)))
        words.append(_peers_step(case, protocol) if protocol.use_peers else None)
    return [word for word in words if word is not None]


def _levels(body: Body, protocol: Protocol) -> Series:
    """Its figures, of a rate or percent over their denominators."""
    whole = body.denominator
    if whole is None or protocol.kind not in ("rate", "percent"):
        return body.series
    per = dict(zip(whole.dates, whole.values, strict=True))
    pairs = zip(body.series.dates, body.series.values, strict=True)
    shares = [(day, _share(value, per.get(day))) for day, value in pairs]
    return Series(tuple(d for d, _ in shares), tuple(v for _, v in shares))


def _not_whole(case: Case) -> Spoken | None:
    """A rate or a mean judged as a count has the wrong scatter, and quarters would add it up."""
    every = [v for body in (case.target, *case.peers) for v in body.series.values if v is not None]
    part = sum(value != round(value) for value in every)
    if 2 * part <= len(every):
        return None
    told = say(
        "Most figures are not whole numbers, and they were read as counts. If they are rates, "
        "shares or means, say so: --kind rate or percent with a denominator, or --kind mean."
    )
    return Spoken("identity", "warn", "counts_not_whole", told)


def _mean(series: Series) -> float:
    held = [value for value in series.values if value is not None]
    return sum(held) / len(held) if held else 0.0


def _peers_step(case: Case, protocol: Protocol) -> Spoken | None:
    """Peers whose own level steps; small numbers step by chance too often to name a peer."""
    stepped = [
        peer.name
        for peer in case.peers
        if _mean(peer.series) >= LEAST_PEER and of_series(_levels(peer, protocol)) is not None
    ]
    if not stepped:
        return None
    told = say(
        "The level of {names} steps, and no recording change is declared. A comparison with a "
        "body that began to count in another way says little.",
        names=", ".join(stepped),
    )
    return Spoken("recording_change", "warn", "peer_steps", told)


def _share(value: float | None, per: float | None) -> float | None:
    return None if value is None or not per else value / per


def of_series(series: Series) -> Spoken | None:
    """The warning, or None where no level steps."""
    held = series.array[~np.isnan(series.array)]
    if bool((held < 0).any()) or not steps(held):
        return None  # A level that may be under zero has no ratio to an earlier one.
    return recording_change(series=series, breaks=())
