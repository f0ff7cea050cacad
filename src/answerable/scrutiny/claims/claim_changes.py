"""“Robbery is down 10 %”: a change against the figures that are held, or exactly why not.

The two periods that are compared are always said. Where the sentence states none, the twelve
months before it was said are set beside the twelve before those, and that is said too.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.claim_figures import Measured, singulars
from answerable.scrutiny.claims.claim_scope import Change, Scope
from answerable.scrutiny.claims.claim_windows import (
    Windows,
    held_of_both,
    lacking,
    latest_month,
    month_words,
    windows_of,
)
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import plural
from answerable.vocabulary.times import in_words, last_day

FEWEST = 20
"""Below this no percentage is stated: of so few things it says nothing (EXPERIENCE 3)."""
_ABOUT = Decimal("1.5")
MONTHS = 12


def change(matter: Matter, statement: Statement, measured: Sequence[Measured]) -> Held:
    """A percentage: a change against our figures; a level against what the record quotes."""
    scope = statement.scope(matter.register.valid)
    if scope.change is None or _against_another(scope):
        return _quoted(matter, scope)
    named = [m for m in measured if m.named_in(scope.text)]
    if not named:
        return _no_measure(matter, scope)
    one = max(named, key=lambda m: (bool(m.values), len(m.words), len(m.values)))
    windows = windows_of(scope, one)
    if windows is not None and scope.period is None and lacking(one, windows):
        windows = held_of_both(windows, one) or windows
    if windows is None or (missing := lacking(one, windows)):
        return _cannot(matter, scope, one, windows, missing if windows else ())
    held = _compared(scope, scope.change, one, windows)
    said = _same_figure(matter, scope) if windows.part else ()
    if not said:
        return held
    told = f"{held.sentence} {_that_it_was_said(said)}"
    return replace(held, sentence=told, versions=(*said, *held.versions))


def _against_another(scope: Scope) -> bool:
    """Does it name the month it is set against, and is that not the one a year before?"""
    times = scope.times_named
    if len(times) < len(("this", "that")) or " than in " not in scope.text:
        return False
    return add_months(times[1].first, MONTHS) != times[0].first


def trend(matter: Matter, statement: Statement, measured: Sequence[Measured]) -> Held | None:
    """“Lower than a year ago”: the direction alone, over the latest twelve months held."""
    scope = statement.scope(matter.register.valid)
    named = [m for m in measured if m.named_in(scope.text)] if scope.trend else []
    if not named:
        return None
    one = max(named, key=lambda m: (bool(m.values), len(m.words), len(m.values)))
    windows = windows_of(scope if scope.names_months else replace(scope, sentence=""), one)
    if windows is None or lacking(one, windows):
        return None
    before, after = (
        Decimal(str(sum(one.values[m] for m in w))) for w in (windows.before, windows.after)
    )
    told = (
        f"{_number(before)} {one.unit} in {month_words(windows.before)}, "
        f"{_number(after)} in {month_words(windows.after)}"
    )
    moved = "down" if after < before else "up" if after > before else ""
    note = f" {one.caveat}" if one.caveat else ""
    if before >= FEWEST and moved == scope.trend:
        words = f"Our figures agree: {told}.{note}"
        return Held("worked out", ClaimResult.AGREES, words, one.behind, sum_shown=told)
    words = f"Our figures: {told}. Which months are meant, the statement does not say.{note}"
    return Held("worked out", ClaimResult.PART, words, one.behind, sum_shown=told)


def _compared(scope: Scope, stated: Change, one: Measured, windows: Windows) -> Held:
    before, after = (
        Decimal(str(sum(one.values[m] for m in w))) for w in (windows.before, windows.after)
    )
    told = (
        f"{_number(before)} {one.unit} in {month_words(windows.before)}, "
        f"{_number(after)} in {month_words(windows.after)}"
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
        f"{one.title}: {_change_words(percent, _places(stated))} in {month_words(windows.after)}, "
        f"against {month_words(windows.before)}."
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
    if stated.low is not None:
        return stated.low <= size <= stated.percent
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


def _cannot(
    matter: Matter,
    scope: Scope,
    one: Measured,
    windows: Windows | None,
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
            if latest_month(scope.on, one) is None
            else f"The period {scope.period_words} cannot be set beside an earlier one."
        )
        return silent(matter, f"{lead} We hold: {held}.", *one.behind)
    n = len(lacking)
    left = f" {' '.join(one.left_out)}" if one.left_out else ""
    note = "" if scope.period else " The statement names no period."
    why = (
        f"To compare “{one.title}” takes {month_words(windows.after)} and "
        f"{month_words(windows.before)}; {n} {plural('month', n)} of these "
        f"{'is' if n == 1 else 'are'} not in our figures. "
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
    return "; ".join(month_words(tuple(run)) for run in runs) or "no month"


def _number(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{value:,.1f}"
