"""A case put on its calendar: bodies' numbers to arrays, gaps kept, small counts to quarters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import gcd
from typing import Literal

import numpy as np

from answerable.evidence.protocol import Kind, Protocol
from answerable.evidence.series import BoolArray, FloatArray, Series, month_number, month_start
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

Period = Literal["month", "quarter"]
SEASON: dict[Period, int] = {"month": 12, "quarter": 4}
LEAST_MEAN = 5.0
MOST_MISSING = 0.10
LAST_MONTH = 9999 * 12 + 11


class CaseRefused(Refusal):
    """A case whose rows contradict each other or its action date."""

    code = "case_refused"

    def __init__(self, sentence: str, *, code: str, case: str) -> None:
        super().__init__(f"Case {case}: {sentence}", code=code)
        self.case = case


@dataclass(frozen=True)
class Body:
    """One body's numbers: values, or numerators with denominators of the same dates.

    A denominator of 0 makes its period missing: there is nothing to divide by.
    """

    name: str
    series: Series
    denominator: Series | None = None


@dataclass(frozen=True)
class Case:
    """One target and the peers it is compared with."""

    name: str
    target: Body
    peers: tuple[Body, ...] = ()
    suppressed: bool = False
    future: bool = False


@dataclass(frozen=True)
class Calendar:
    """Evenly spaced periods from month number `first`, `step` months each."""

    period: Period
    first: int
    step: int
    size: int
    action: int

    def start(self, index: int) -> date:
        """First day of a period; the index may lie outside the data, at most in the year 9999."""
        return month_start(min(self.first + self.step * index, LAST_MONTH))

    def index(self, day: date) -> int:
        """The period that holds the day."""
        return (month_number(day) - self.first) // self.step


@dataclass(frozen=True)
class Panel:
    """A case as arrays over its calendar: target (T,), peers (k, T); NaN is missing."""

    calendar: Calendar
    target: FloatArray
    target_den: FloatArray | None
    peers: FloatArray
    peers_den: FloatArray | None
    peer_names: tuple[str, ...]
    baseline: BoolArray
    after: BoolArray
    selection: BoolArray
    after_from: int
    look_reached: bool = True

    def missing_share(self) -> float:
        """Share of the target's baseline and after periods without a value."""
        judged = self.baseline | self.after
        count = int(judged.sum())
        return float(np.isnan(self.target[judged]).sum() / count) if count else 0.0

    def baseline_mean(self) -> float:
        """Mean count (or numerator) of the target's baseline; infinite if there is none."""
        held = self.target[self.baseline & ~np.isnan(self.target)]
        return float(held.mean()) if len(held) else np.inf


def spacing(bodies: Sequence[Body], *, case: str) -> int:
    """Months between neighbouring periods of a case: 1 or 3.

    Raises CaseRefused `mixed_frequency` for rows within one month, for quarters among months
    and for quarters that start in different months.
    """
    numbers = {body.name: [month_number(d) for d in body.series.dates] for body in bodies}
    for name, months in numbers.items():
        if len(set(months)) < len(months):
            raise CaseRefused(
                say(
                    "{name} has two rows in one month. Give one row per month or per quarter.",
                    name=name,
                ),
                code="mixed_frequency",
                case=case,
            )
    everything = sorted({m for months in numbers.values() for m in months})
    common = 0
    for before, now in pairwise(everything):
        common = gcd(common, now - before)
    if common % 3 == 0 and common > 0:
        return 3
    for name, months in numbers.items():
        if _has_quarters([now - before for before, now in pairwise(months)]):
            raise CaseRefused(
                say(
                    "{name} has quarters where other rows are months, or quarters "
                    "that start in another month. Give every row of a case at one "
                    "spacing.",
                    name=name,
                ),
                code="mixed_frequency",
                case=case,
            )
    return 1


def rows_apart(body: Body) -> int:
    """Months between neighbouring rows where they are further apart than quarters; else 0."""
    months = sorted({month_number(day) for day in body.series.dates})
    apart = gcd(*(now - before for before, now in pairwise(months)))
    return apart if apart > 3 else 0


def _has_quarters(gaps: list[int]) -> bool:
    """True when gaps among monthly rows look like quarters rather than like missing months."""
    if len(gaps) >= 2 and all(gap % 3 == 0 for gap in gaps):
        return True
    at_an_end = gaps[:2] == [3, 3] or gaps[-2:] == [3, 3]
    return at_an_end or any(gaps[i : i + 3] == [3, 3, 3] for i in range(len(gaps) - 2))


def arrange(case: Case, protocol: Protocol) -> Panel:
    """Put a case on its calendar, from the target's first row to its last.

    Raises CaseRefused: `mixed_frequency`, `action_outside_data`, `denominator_missing`.
    """
    peers = case.peers if protocol.use_peers else ()
    months = [month_number(day) for day in case.target.series.dates]
    if not months:
        raise CaseRefused(say("the target has no rows."), code="no_target", case=case.name)
    step = spacing([case.target, *peers], case=case.name)
    first = min(months)
    size = (max(months) - first) // step + 1
    action = (month_number(protocol.action) - first) // step
    if not 0 <= action < size:
        raise CaseRefused(
            say(
                "the action ({action}) lies outside the target's data, which run "
                "from {dates} to {dates2}. Give the first period in which the "
                "action was under way.",
                action=protocol.action,
                dates=case.target.series.dates[0],
                dates2=case.target.series.dates[-1],
            ),
            code="action_outside_data",
            case=case.name,
        )
    calendar = Calendar("month" if step == 1 else "quarter", first, step, size, action)
    kind = protocol.kind
    needs_den = kind in ("rate", "percent")
    target, target_den = _arrays(case.target, calendar, needed=needs_den, case=case.name)
    held = [_arrays(peer, calendar, needed=needs_den, case=case.name) for peer in peers]
    dens = [den for _, den in held if den is not None]
    panel = Panel(
        calendar=calendar,
        target=target,
        target_den=target_den,
        peers=np.array([values for values, _ in held]).reshape(len(held), size),
        peers_den=np.array(dens).reshape(len(dens), size) if len(dens) == len(held) else None,
        peer_names=tuple(peer.name for peer in peers),
        baseline=np.arange(size) < action,
        after=np.arange(size) >= action + protocol.washout,
        selection=np.zeros(size, dtype=np.bool_),
        after_from=action + protocol.washout,
    )
    panel = _with_selection(panel, protocol)
    return _with_look(_without_unusable(panel, kind), protocol)


def _arrays(
    body: Body, calendar: Calendar, *, needed: bool, case: str
) -> tuple[FloatArray, FloatArray | None]:
    """Values and denominators of one body over the calendar; both NaN where either is missing.

    Denominators that the scale does not need are not looked at.
    """
    values = np.full(calendar.size, np.nan)
    dens = np.full(calendar.size, np.nan)
    held = (
        {}
        if body.denominator is None or not needed
        else dict(zip(body.denominator.dates, body.denominator.values, strict=True))
    )
    for day, value in zip(body.series.dates, body.series.values, strict=True):
        i = calendar.index(day)
        if value is None or not 0 <= i < calendar.size:
            continue
        den = held.get(day)
        if needed and den is None:
            raise CaseRefused(
                say("{name} has a value but no denominator for {day}.", name=body.name, day=day),
                code="denominator_missing",
                case=case,
            )
        if den is not None and den <= 0:
            continue
        values[i] = value
        dens[i] = np.nan if den is None else den
    return values, (dens if held else None)


def _with_selection(panel: Panel, protocol: Protocol) -> Panel:
    if protocol.selection is None:
        return panel
    first, last = (panel.calendar.index(day) for day in protocol.selection)
    here = np.arange(panel.calendar.size)
    return replace(panel, selection=(here >= first) & (here <= last))


def _without_unusable(panel: Panel, kind: Kind) -> Panel:
    """Peers' values that the scale cannot hold become missing; the target's are a reason code."""
    if kind == "mean":
        return replace(panel, peers=np.where(panel.peers > 0, panel.peers, np.nan))
    if kind == "percent" and panel.peers_den is not None:
        return replace(panel, peers=np.where(panel.peers <= panel.peers_den, panel.peers, np.nan))
    return panel


def _with_look(panel: Panel, protocol: Protocol) -> Panel:
    """A look sees only the first `look_at` months after action and wash-out."""
    if protocol.look_at is None:
        return panel
    end = panel.after_from + protocol.look_at // panel.calendar.step
    here = np.arange(panel.calendar.size)
    return replace(
        panel, after=panel.after & (here < end), look_reached=end <= panel.calendar.size
    )


def in_quarters(panel: Panel, washout: int) -> Panel:
    """Monthly counts added up to whole quarters counted from the action; a quarter that lacks a
    month is missing, and one that the wash-out touches is left out."""
    cal = panel.calendar
    lead = cal.action // 3
    first = cal.action - 3 * lead
    size = (cal.size - first) // 3

    def summed(values: FloatArray) -> FloatArray:
        whole = values[..., first : first + 3 * size]
        added: FloatArray = whole.reshape(*whole.shape[:-1], size, 3).sum(axis=-1)
        return added

    def of_all(marks: BoolArray) -> BoolArray:
        whole: BoolArray = np.all(marks[first : first + 3 * size].reshape(size, 3), axis=-1)
        return whole

    here = np.arange(size)
    after_from = lead + -(-washout // 3)
    return replace(
        panel,
        calendar=Calendar("quarter", cal.first + first, 3, size, lead),
        target=summed(panel.target),
        target_den=None if panel.target_den is None else summed(panel.target_den),
        peers=summed(panel.peers),
        peers_den=None if panel.peers_den is None else summed(panel.peers_den),
        baseline=here < lead,
        after=of_all(panel.after) & (here >= after_from),
        selection=~of_all(~panel.selection),
        after_from=after_from,
    )
