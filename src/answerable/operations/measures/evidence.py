"""Measures of an installation: load figures, and read them with every check run.

Numbers stay in Parquet; the ledger holds which file, how many rows and which release.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from statistics import fmean

from answerable.evidence import guards
from answerable.evidence.guards import Spoken
from answerable.evidence.series import Series
from answerable.evidence.small_numbers import small_numbers
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.recording import book
from answerable.store.engine.start import ready
from answerable.store.observations.answering import reader_of
from answerable.store.observations.engine import Observations
from answerable.store.observations.load import OWN_LAYOUT, Loaded, long_csv, sha256_of
from answerable.store.observations.queries import HeldSeries
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ObservationsLoaded
from answerable.vocabulary.measures import Measure, Observation
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

ALL_ROWS = "police-uk-street-rows"
"""All rows of a body's street files: by it a check finds months whose files are incomplete."""


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
        first = next(iter(loaded.rejects), None)
        if first is not None:
            raise NothingLoaded(
                f"Not one of {len(loaded.rejects):,} rows of the file can be used. The first: row "
                f"{first.source_row}, “{first.text[:60]}”, {first.reason}."
            )
        raise NothingLoaded(
            f"The file has no row of the measure {measure}. See how a table is stated in "
            "docs/how-to/load-figures.md, and name the measure that it is of."
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
        same = ((f.digest, f.release) == (fact.digest, fact.release) for f in held)
        return [] if any(same) else [fact]

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
    return series_of_rows(held.rows)


def series_of_rows(rows: Sequence[Observation]) -> Series:
    """Rows in the order of their periods as a series of the evidence room."""
    return Series(
        dates=tuple(row.period_start for row in rows), values=tuple(row.value for row in rows)
    )


def guarded(measure: Measure, body: str, *, on: date) -> tuple[Series, tuple[Spoken, ...]]:
    """The series of a measure, without the periods that a guard stopped, and what guards said."""
    held = observations().series(measure.id, body)
    series = series_of(held)
    whole, spoken = complete(measure, body)
    breaks = [guards.Break(b.begins, b.kind, b.note) for b in measure.breaks_for(body)]
    if series.dates:
        spoken.append(guards.recording_change(series=series, breaks=breaks))
        known = [value for value in whole.values if value is not None]
        if known and measure.kind == "count" and measure.grain == "month":
            spoken.append(small_numbers(monthly_mean=fmean(known)))
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
    held = observations().series(ALL_ROWS, body)
    return {row.period_start: int(row.value) for row in held.rows if row.value is not None}


def bodies_with(measure: str) -> Sequence[str]:
    """Bodies of which figures of a measure are held."""
    return observations().bodies(measure)
