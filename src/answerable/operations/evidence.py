"""Measures of an installation: load figures, fix a protocol, chart, judge.

Numbers stay in Parquet; the ledger holds which file, how many rows, which release, and what was
judged by which terms. A verdict is worked out here and then recorded; it is never typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from answerable.evidence import guards
from answerable.evidence.cases import Body, Case
from answerable.evidence.guards import Spoken
from answerable.evidence.judgement import judge as judge_case
from answerable.evidence.protocol import Protocol, digest
from answerable.evidence.series import Series
from answerable.evidence.verdicts import Judgement
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.evidence_files.alphas import alpha_table
from answerable.store.book import book
from answerable.store.observations.answering import reader_of
from answerable.store.observations.engine import Observations
from answerable.store.observations.load import OWN_LAYOUT, Loaded, long_csv, sha256_of
from answerable.store.observations.queries import HeldSeries
from answerable.store.start import ready
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ObservationsLoaded, ProtocolFixed, VerdictGiven
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period, day

ENGINE = "comparative-its/1"
SIGNIFICANT = ".9g"


class NothingFixed(Refusal):
    """A verdict was asked for without terms that were fixed beforehand."""

    code = "nothing_fixed"


class NothingLoaded(Refusal):
    """A file of figures of which no row could be used."""

    code = "nothing_loaded"


class UnknownMeasure(Refusal):
    """A measure that no reviewed file defines."""

    code = "unknown_measure"


def measure_named(name: str) -> Measure:
    """A reviewed measure by its id, or a refusal that says which there are."""
    found = catalogue.measures().get(name)
    if found is None:
        raise UnknownMeasure(
            f"No measure is called “{name[:60]}”. There are: "
            f"{', '.join(sorted(catalogue.measures()))}."
        )
    return found


def stream_of(measure: str, body: str) -> str:
    """The reference under which everything about a measure of a body is recorded."""
    return f"measure/{measure}/{body}"


def load_observations(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    institution: str,
    measure: str,
    data: bytes,
    release: str,
    said: str | None = None,
) -> tuple[Receipt, Loaded]:
    """Keep the figures of one measure and note the file, byte for byte, in the record."""
    loaded = long_csv(content=data, layout=OWN_LAYOUT, measures=catalogue.measures())
    rows = [row for row in loaded.rows if row.measure_id == measure]
    receipt = keep_figures(
        by=by,
        at=at,
        key=key,
        seen=seen,
        institution=institution,
        measure=measure,
        loaded=Loaded(tuple(rows), loaded.rejects),
        digest=sha256_of(data),
        release=release,
        said=said,
    )
    return receipt, loaded


def keep_figures(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    institution: str,
    measure: str,
    loaded: Loaded,
    digest: str,
    release: str,
    said: str | None = None,
) -> Receipt:
    """Keep the rows of one measure, and note on the record of an institution from which file."""
    access.require(by, "load_observations", about=institution)
    if not loaded.rows:
        raise NothingLoaded(
            f"The file has no row of the measure {measure}. Its columns must be those of "
            "docs/reference/observations; say the measure with --measure."
        )
    observations().add(loaded.rows)
    fact = ObservationsLoaded(
        institution=institution,
        stream=stream_of(measure, institution),
        valid=Period(at.date()),
        said=said,
        source=Source(kind="record"),
        measure=measure,
        digest=digest,
        rows=len(loaded.rows),
        rejects=len(loaded.rejects),
        release=release,
    )

    def decide(register: Register) -> list[Fact]:
        held = register.of(ObservationsLoaded, stream=fact.stream)
        return [] if any(f.digest == fact.digest for f in held) else [fact]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def observations() -> Observations:
    """The figures of the home folder."""
    settings = ready()
    return _held_in(settings.observations, settings.observations_address)


@cache
def _held_in(folder: Path, address: str) -> Observations:
    return Observations(folder, reader_of(address))


def series_of(held: HeldSeries) -> Series:
    """Held rows as a series of the evidence room."""
    return Series(
        dates=tuple(row.period_start for row in held.rows),
        values=tuple(row.value for row in held.rows),
    )


def guarded(measure: Measure, body: str, *, on: date) -> tuple[Series, tuple[Spoken, ...]]:
    """The series of a measure, without the periods that a guard stopped, and what guards said."""
    held = observations().series(measure.id, body)
    series = series_of(held)
    _, spoken = complete(measure, body)
    breaks = [guards.Break(b.begins, b.kind, b.note) for b in measure.breaks_for(body)]
    if series.dates:
        spoken.append(guards.recording_change(series=series, breaks=breaks))
        spoken.append(
            guards.stale(
                newest_end=held.rows[-1].period_end,
                grain=measure.grain,
                usual_lag_months=measure.usual_lag_months,
                on=on,
            )
        )
    return guards.without_stopped(series, spoken), guards.in_order(spoken)


def complete(measure: Measure, body: str) -> tuple[Series, list[Spoken]]:
    """The series without the months whose files were incomplete, and what was said of them."""
    series = series_of(observations().series(measure.id, body))
    rows = _all_rows(body) if measure.id.startswith("police-uk-") else {}
    if not rows:
        return series, []
    spoken = [guards.completeness(body=body, rows=rows, held=tuple(rows))]
    return guards.without_stopped(series, spoken), spoken


def _all_rows(body: str) -> dict[date, int]:
    held = observations().series("police-uk-street-rows", body)
    return {row.period_start: int(row.value) for row in held.rows if row.value is not None}


@dataclass(frozen=True)
class Terms:
    """A protocol as it stands in the record."""

    fact: ProtocolFixed
    protocol: Protocol
    peers: tuple[str, ...]


def terms(register: Register, *, measure: Measure, body: str) -> Terms | None:
    """What was fixed beforehand for a measure of a body, or None.

    Refuses terms whose recorded hash is another: then they are not those that were fixed.
    """
    fact = register.last(ProtocolFixed, stream=stream_of(measure.id, body))
    if fact is None or fact.action_date is None or measure.direction == "neutral":
        return None
    protocol = protocol_of(fact, measure, body)
    if fact.protocol_sha256 not in (None, protocol_digest(fact, protocol, body)):
        raise NothingFixed(
            f"The terms of {measure.id} for {body} are not those whose hash was recorded. Look "
            "at the history of the measure: its definition may have changed since."
        )
    return Terms(fact, protocol, fact.peers or ())


def protocol_of(fact: ProtocolFixed, measure: Measure, body: str) -> Protocol:
    """What recorded terms mean for a measure of a body."""
    chosen, looks = fact.selection or (), fact.looks or ()
    return Protocol(
        action=day(fact.action_date or ""),
        direction="increase" if measure.direction == "increase" else "decrease",
        kind=measure.kind,
        washout=fact.wash_out or 0,
        selection=(day(chosen[0]), day(chosen[1])) if len(chosen) == 2 else None,
        minimum_change=float(fact.minimum_change or measure.minimum_important_change),
        alpha=float(fact.alpha) if fact.alpha else None,
        looks=len(looks) or 1,
        look_at=looks[-1] if looks else None,
        breaks=tuple(b.begins for b in measure.breaks_for(body)),
        sha256=fact.protocol_sha256,
    )


def protocol_digest(fact: ProtocolFixed, protocol: Protocol, body: str) -> str:
    """The hash of everything fixed beforehand: a family of one, judged alone."""
    return digest(
        protocol,
        measure=fact.measure or "",
        body=body,
        peers=fact.peers or (),
        family=[(fact.measure or "", body)],
        family_rule="bh",
    )


def judge(register: Register, *, measure: Measure, body: str, on: date) -> Judgement | None:
    """The verdict by the terms that were fixed beforehand; None where there are none.

    Months that a check stopped count as missing. A definition overdue for review on that day is
    not judged.
    """
    fixed = terms(register, measure=measure, body=body)
    if fixed is None:
        return None

    def numbers(name: str) -> Body:
        series, _ = complete(measure, name)
        return Body(name, series)

    case = Case(measure.id, numbers(body), tuple(numbers(peer) for peer in fixed.peers))
    reviewed = not measure.review.overdue(on=on)
    protocol = replace(fixed.protocol, definition_reviewed=reviewed)
    return judge_case(case, protocol, alphas=alpha_table())


def record_verdict(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    institution: str,
    measure: str,
    on: date,
    said: str | None = None,
) -> Receipt:
    """Work out the verdict of a measure and record it, with its interval and what would show."""
    access.require(by, "judge", about=institution)
    known = measure_named(measure)

    def decide(register: Register) -> list[Fact]:
        found = judge(register, measure=known, body=institution, on=on)
        if found is None:
            raise nothing_fixed(measure, institution)
        return [
            VerdictGiven(
                institution=institution,
                stream=stream_of(measure, institution),
                valid=Period(on),
                said=said,
                source=Source(kind="record"),
                quote=found.sentence,
                measure=measure,
                verdict=found.verdict,
                effect=_text(found.effect),
                low=_text(found.interval_low),
                high=_text(found.interval_high),
                detectable=_text(found.smallest_detectable_effect),
                engine=ENGINE,
            )
        ]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def nothing_fixed(measure: str, body: str) -> NothingFixed:
    """Why there can be no verdict yet."""
    return NothingFixed(
        f"No protocol was fixed for {measure} of {body}. Fix it before the figures are loaded, "
        "else a verdict cannot count as fixed beforehand."
    )


def _text(number: float | None) -> str | None:
    return None if number is None else format(number, SIGNIFICANT)


def bodies_with(measure: str) -> Sequence[str]:
    """Bodies of which figures of a measure are held."""
    return observations().bodies(measure)
