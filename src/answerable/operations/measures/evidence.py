"""Measures of an installation: load figures, and read them with every check run.

Numbers stay in Parquet; the ledger holds which file, how many rows and which release.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from answerable.evidence.before_chart import Held, before_the_chart, of_the_figures
from answerable.evidence.series import Series
from answerable.evidence.spoken import Spoken, in_order
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.recording import book
from answerable.store.engine.start import ready
from answerable.store.observations.answering import reader_of
from answerable.store.observations.engine import Observations
from answerable.store.observations.load import OWN_LAYOUT, Loaded, long_csv, sha256_of
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ObservationsLoaded
from answerable.vocabulary.measure_checks import AreaEdition
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


class UnknownBody(Refusal):
    """A body that the catalogue does not name, and of which no figures are held."""

    code = "no_such_body"


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


def guarded(
    measure: Measure, body: str, *, on: date, rows: Sequence[Observation] | None = None
) -> tuple[Series, tuple[Spoken, ...]]:
    """The series of a measure, without the periods that a guard stopped, and what guards said.

    `rows` are those that are looked at, oldest first; else the newest releases of all periods.
    """
    return before_the_chart(_held(measure, body, rows=rows, on=on), on=on)


def complete(measure: Measure, body: str) -> tuple[Series, tuple[Spoken, ...]]:
    """The series without what a check of the figures stopped, a change of recording left in."""
    series, spoken = of_the_figures(_held(measure, body))
    return series, in_order(spoken)


def _held(
    measure: Measure,
    body: str,
    *,
    rows: Sequence[Observation] | None = None,
    on: date = date.max,
) -> Held:
    """What the checks are asked of: the figures, and how complete the files behind them are."""
    kept = observations()
    known = catalogue.bodies().get(body)
    files = _all_rows(body) if measure.id.startswith("police-uk-") else {}
    edition = measure.checks.areas
    return Held(
        measure=measure,
        body=body,
        name=known.name if known else body,
        rows=kept.series(measure.id, body).rows if rows is None else rows,
        files=files,
        months=tuple(m for m in kept.periods(ALL_ROWS) if m < on) if files else (),
        areas=(
            kept.areas(measure.id, body, edition.key) if isinstance(edition, AreaEdition) else {}
        ),
    )


def _all_rows(body: str) -> dict[date, int]:
    held = observations().series(ALL_ROWS, body)
    return {row.period_start: int(row.value) for row in held.rows if row.value is not None}


def read_ahead(measure: str, *, known_on: date | None = None) -> None:
    """Have the figures of every body ready, and those that its checks ask for, before a page
    goes through all of them."""
    observations().read_ahead(measure, known_on=known_on)
    observations().read_ahead(measure)
    if measure.startswith("police-uk-"):
        observations().read_ahead(ALL_ROWS)


def bodies_with(measure: str) -> Sequence[str]:
    """Bodies of which figures of a measure are held."""
    return observations().bodies(measure)
