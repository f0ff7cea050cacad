"""A control chart's limits set anew from a period on: an entry with a reason and an office.

The earlier limits stay visible beside the new ones, and what they marked stays told: a rebase
takes no concern off the record. It is never made by the program itself.
"""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.measures import evidence
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import LimitsRebased
from answerable.vocabulary.identity import reference
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period, day

LEAST_AFTER = 12
"""Periods from the rebase on that firm limits need; before, they are provisional."""


class RebaseRefused(Refusal):
    """Limits that cannot be set anew there."""

    code = "rebase_refused"


def rebase_limits(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    measure: str,
    body: str,
    from_: date,
    on: date,
    reason: str,
    authoriser: str,
) -> Receipt:
    """Record that the limits of a measure of a body begin anew with the period `from_`.

    Raises RebaseRefused: `rebase_date_not_in_data` where no usable figure of that period is held,
    `rebase_at_start` for the first figure, `rebase_in_future` for a period that begins after
    `on`. The same period again is nothing new when nobody else's reason stands there.
    """
    known = evidence.measure_named(measure)
    access.require(by, "rebase_limits", about=body)
    reason = typed(reason, what="reason for new limits")
    authoriser = reference(typed(authoriser, what="office that agreed to new limits"))
    stream = evidence.stream_of(known.id, body)
    series, _ = evidence.guarded(known, body, on=on)
    usable = [
        start
        for start, value in zip(series.dates, series.values, strict=True)
        if value is not None
    ]
    if from_ > on:
        raise RebaseRefused(
            f"{from_.isoformat()} is after {on.isoformat()}. Limits begin anew with a period "
            "whose figure is held.",
            code="rebase_in_future",
        )
    if from_ not in usable:
        raise RebaseRefused(_no_figure(usable, from_), code="rebase_date_not_in_data")
    if from_ == usable[0]:
        raise RebaseRefused(
            "The limits begin with this period already: it is the first that is held.",
            code="rebase_at_start",
        )
    fact = LimitsRebased(
        institution=body,
        stream=stream,
        valid=Period(on),
        source=Source(kind="record"),
        measure=known.id,
        from_=from_.isoformat(),
        reason=reason,
        authoriser=authoriser,
    )

    def decide(register: Register) -> list[Fact]:
        same = register.of(LimitsRebased, stream=stream)
        stands = any(f.from_ == fact.from_ and f.reason == fact.reason for f in same)
        return [] if stands else [fact]

    return book().append(about=body, decide=decide, by=by, at=at, key=key, seen=seen)


def rebases(register: Register, *, measure: str, body: str) -> tuple[Version, ...]:
    """The rebases that a reader of this register sees, in the order of the record."""
    return register.versions_of(LimitsRebased, stream=evidence.stream_of(measure, body))


def days_of(register: Register, *, measure: str, body: str) -> tuple[date, ...]:
    """First periods of new limits, oldest first, each once."""
    found = register.of(LimitsRebased, stream=evidence.stream_of(measure, body))
    return tuple(sorted({day(fact.from_) for fact in found if fact.from_}))


def _no_figure(usable: list[date], from_: date) -> str:
    if not usable:
        return "No usable figure of this measure is held for the body, so it has no limits."
    near = min(usable, key=lambda start: abs((start - from_).days))
    return (
        f"No usable figure is held for a period that begins on {from_.isoformat()}. The nearest "
        f"begins on {near.isoformat()}."
    )
