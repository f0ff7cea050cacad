"""“Robbery is down 10 %”: a change against the figures that are held, or exactly why not.

The two periods that are compared are always said. Where the sentence states none, the twelve
months before it was said are set beside the twelve before those, and that is said too.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.claim_figures import Measured, singulars
from answerable.scrutiny.claims.claim_scope import Change, Scope, Span
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import plural
from answerable.vocabulary.times import in_words, last_day

FEWEST = 20
"""Below this no percentage is stated: of so few things it says nothing (EXPERIENCE 3)."""
_FEWEST_MONTHS = 3
_YEAR, DAYS_A_MONTH = 12, 30.44
_DAY = timedelta(days=1)
_ABOUT = Decimal("1.5")


@dataclass(frozen=True)
class _Windows:
    before: tuple[date, ...]
    after: tuple[date, ...]
    why: str
    part: bool = False


def change(matter: Matter, statement: Statement, measured: Sequence[Measured]) -> Held:
    """A percentage: a change against our figures; a level against what the record quotes."""
    scope = statement.scope(matter.register.valid)
    if scope.change is None:
        return _quoted(matter, scope)
    named = [m for m in measured if m.named_in(scope.text)]
    if not named:
        return _no_measure(matter, scope)
    one = max(named, key=lambda m: (len(m.words), len(m.values)))
    windows = _windows(scope, one)
    if windows is not None and scope.period is None and _lacking(one, windows):
        windows = _held_of_both(windows, one) or windows
    if windows is None or (lacking := _lacking(one, windows)):
        return _cannot(matter, scope, one, windows, lacking if windows else ())
    held = _compared(scope, scope.change, one, windows)
    said = _same_figure(matter, scope) if windows.part else ()
    if not said:
        return held
    told = f"{held.sentence} {_that_it_was_said(said)}"
    return replace(held, sentence=told, versions=(*said, *held.versions))


def _compared(scope: Scope, stated: Change, one: Measured, windows: _Windows) -> Held:
    before, after = (
        Decimal(str(sum(one.values[m] for m in w))) for w in (windows.before, windows.after)
    )
    told = (
        f"{_number(before)} {one.unit} in {_months(windows.before)}, "
        f"{_number(after)} in {_months(windows.after)}"
    )
    if before < FEWEST:
        return Held(
            "worked out",
            ClaimResult.PART,
            f"Our figures: {told}. Of fewer than {FEWEST} no percentage is stated.",
            one.behind,
            sum_shown=told,
        )
    percent = (after - before) / before * 100
    ours = _change_words(percent)
    sums = f"{told}: {ours}"
    caveat = f" {one.caveat}" if one.caveat else ""
    note = "" if scope.period else f" The statement names no period; {windows.why}."
    suggest = (
        f"{one.title}: {_change_words(percent, _places(stated))} in {_months(windows.after)}, "
        f"against {_months(windows.before)}."
    )
    if _same(stated, percent, scope) and not windows.part:
        words = f"Our figures agree: {sums}.{note}{caveat}"
        return Held(
            "worked out", ClaimResult.AGREES, words, one.behind, sum_shown=sums, suggest=suggest
        )
    result = ClaimResult.DIFFERS if scope.period else ClaimResult.PART
    words = f"The statement says {stated.words}; our figures: {sums}.{note}{caveat}"
    return Held(
        "worked out",
        result,
        words,
        one.behind,
        stated=stated.words,
        ours=ours,
        sum_shown=sums,
        suggest=suggest,
    )


def _same(stated: Change, percent: Decimal, scope: Scope) -> bool:
    """Is it the same when rounded to the places that were stated, in the bound that was?"""
    if (percent < 0) != (stated.direction == "down"):
        return False
    size = abs(percent)
    match scope.bound:
        case "at least" | "more than":
            return size >= stated.percent
        case "at most" | "fewer than":
            return size <= stated.percent
        case "about":
            return abs(size - stated.percent) <= _ABOUT
    step = Decimal(1).scaleb(-_places(stated))
    return size.quantize(step, ROUND_HALF_UP) == stated.percent.quantize(step)


def _places(stated: Change) -> int:
    exponent = stated.percent.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _change_words(percent: Decimal, places: int = 1) -> str:
    size = abs(percent).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not size:
        return "no change"
    return f"{'down' if percent < 0 else 'up'} {size} %"


def _windows(scope: Scope, one: Measured) -> _Windows | None:
    """The months to compare; None where the sentence's period is no number of whole months."""
    latest, period = _latest(scope.on, one), scope.period
    if latest is None or (period is not None and period.first == date.min):
        return None
    year = _run(add_months(latest, 1 - _YEAR), _YEAR)
    if period is None or period.words in ("last year", "year on year"):
        return _Windows(_back(year, _YEAR), year, "we took the latest 12 months and the 12 before")
    if period.words in ("this year", "year to date"):
        after = _run(date(latest.year, 1, 1), latest.month)
        return _Windows(_back(after, _YEAR), after, "the same months of the year before")
    if period.words.startswith(("between", "from")):
        return _Windows(
            _run(_month(period.first), _YEAR), _run(_first_of_last_year(period), _YEAR), ""
        )
    if period.words.startswith("since"):
        return _Windows(_run(_month(period.first), _YEAR), year, "")
    return _as_stated(period) if scope.names_months else _latest_months(period, latest)


def _held_of_both(windows: _Windows, one: Measured) -> _Windows | None:
    """Of twelve months that are not all held, the last run that is held in both years."""
    pairs = list(zip(windows.before, windows.after, strict=True))
    while pairs and not _both(pairs[-1], one):
        pairs.pop()
    run = list(itertools.takewhile(lambda pair: _both(pair, one), reversed(pairs)))[::-1]
    if len(run) < _FEWEST_MONTHS:
        return None
    before, after = zip(*run, strict=True)
    why = "of the latest 12 months and the 12 before, these are the ones held in both years"
    return _Windows(before, after, why, part=True)


def _both(pair: tuple[date, date], one: Measured) -> bool:
    return all(month in one.values for month in pair)


def _latest_months(period: Span, latest: date) -> _Windows:
    """“In the last three years”: as many whole months, up to the last that is held."""
    count = max(1, round((period.last - period.first).days / DAYS_A_MONTH))
    after = _run(add_months(latest, 1 - count), count)
    before = _back(after, max(count, _YEAR))
    why = "the months before" if count >= _YEAR else "the same months of the year before"
    return _Windows(before, after, why)


def _as_stated(period: Span) -> _Windows:
    """The months of a stated period beside the same months of the year before."""
    first = _month(period.first)
    count = (period.last.year - first.year) * _YEAR + period.last.month - first.month + 1
    after = _run(first, count)
    return _Windows(_back(after, _YEAR), after, "the same months of the year before")


def _latest(on: date, one: Measured) -> date | None:
    """The last month that was over on the day of the text and that we hold."""
    over = [m for m in one.values if add_months(m, 1) <= on + _DAY]
    return max(over, default=None)


def _first_of_last_year(period: Span) -> date:
    return add_months(_month(period.last), 1 - _YEAR)


def _month(day: date) -> date:
    return day.replace(day=1)


def _run(first: date, count: int) -> tuple[date, ...]:
    return tuple(add_months(first, n) for n in range(count))


def _back(months: tuple[date, ...], by: int) -> tuple[date, ...]:
    return tuple(add_months(m, -by) for m in months)


def _lacking(one: Measured, windows: _Windows) -> tuple[date, ...]:
    return tuple(m for m in (*windows.before, *windows.after) if m not in one.values)


def _cannot(
    matter: Matter,
    scope: Scope,
    one: Measured,
    windows: _Windows | None,
    lacking: tuple[date, ...],
) -> Held:
    """Why the figures do not settle it: what it takes, what is held, what is missing."""
    held = _held(one)
    if windows is None:
        if said := _same_figure(matter, scope):
            return _told_before(said)
        if not one.values:
            return silent(matter, f"We hold no figures of “{one.title}” for this body.")
        lead = (
            f"We hold no month of “{one.title}” that was over when this was said."
            if _latest(scope.on, one) is None
            else f"The period {scope.period_words} cannot be set beside an earlier one."
        )
        return silent(matter, f"{lead} We hold: {held}.", *one.behind)
    n = len(lacking)
    left = f" {' '.join(one.left_out)}" if one.left_out else ""
    note = "" if scope.period else " The statement names no period."
    why = (
        f"To compare “{one.title}” takes {_months(windows.after)} and {_months(windows.before)}; "
        f"{n} {plural('month', n)} of these {'is' if n == 1 else 'are'} not in our figures. "
        f"We hold: {held}.{left}{note}"
    )
    if said := _same_figure(matter, scope):
        return _told_before(said, why=why)
    return silent(matter, why, *one.behind)


def _no_measure(matter: Matter, scope: Scope) -> Held:
    quoted = _same_figure(matter, scope)
    if quoted:
        return _told_before(quoted)
    return silent(
        matter,
        "No measure of our catalogue has this subject, so the change cannot be worked out. Name "
        "the measure, its two periods and its source.",
    )


def _quoted(matter: Matter, scope: Scope) -> Held:
    found = _same_figure(matter, scope)
    if found:
        return _told_before(found)
    return silent(
        matter,
        "The sentence gives a figure that no source of ours states, and no measure from which "
        "it could be worked out.",
    )


def _told_before(found: Sequence[Version], *, why: str = "") -> Held:
    sentence = (
        f"{_that_it_was_said(found)} That it was said is in our record; whether it holds, our "
        f"figures do not show. {why}".rstrip()
    )
    return Held("record", ClaimResult.PART, sentence, tuple(found))


def _that_it_was_said(found: Sequence[Version]) -> str:
    last = found[-1]
    when = in_words(last.fact.said or last.fact.valid.start.isoformat())
    return f"A source of {when} in our record states this figure: “{last.fact.quote}”"


def _same_figure(matter: Matter, scope: Scope) -> tuple[Version, ...]:
    """Facts whose quote has the same percentage and shares a longer word with the sentence."""
    if scope.percent is None:
        return ()
    wanted = f"{scope.percent.normalize():f}"
    subject = {w for w in singulars(scope.text) if len(w) > len("crime")}
    return tuple(
        v
        for v, quote in _with_percentage(matter.register)
        if _states(quote, wanted, subject) and last_day(v.fact.said or "") <= scope.on
    )


def _with_percentage(register: Register) -> tuple[tuple[Version, str], ...]:
    """Facts of a known day whose quote may state a percentage, read once for many statements."""

    def made() -> tuple[tuple[Version, str], ...]:
        quotes = ((v, (v.fact.quote or "").lower()) for v in register.versions if v.fact.said)
        return tuple((v, quote) for v, quote in quotes if "%" in quote or " per" in quote)

    return register.once("quotes with percentages", made)


def _states(quote: str, percent: str, subject: set[str]) -> bool:
    if (
        f"{percent}%" not in quote
        and f"{percent} %" not in quote
        and f"{percent} per" not in quote
    ):
        return False
    return bool(subject & singulars(quote))


def _held(one: Measured) -> str:
    """The unbroken runs of months that are held."""
    runs: list[list[date]] = []
    for month in sorted(one.values):
        if runs and add_months(runs[-1][-1], 1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "; ".join(_months(tuple(run)) for run in runs) or "no month"


def _months(months: tuple[date, ...]) -> str:
    first, last = months[0], months[-1]
    if first == last:
        return f"{first:%B %Y}"
    return f"{first:%B %Y} to {last:%B %Y}"


def _number(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{value:,.1f}"
