"""Figures as a reader at some dates sees them: of one release, or of those noted by an entry.

The numbers stay in Parquet; which release was loaded when is on the record. A view of the record
as it stood at an entry shows no figure of a release that was noted later.
"""

from datetime import date

from answerable.operations.measures import evidence
from answerable.store.observations.queries import HeldSeries
from answerable.store.reads import registers
from answerable.vocabulary.facts import ObservationsLoaded
from answerable.vocabulary.measures import Vintage


def series(
    measure: str,
    body: str,
    *,
    said: date | None = None,
    known: int | None = None,
    release: str = "",
) -> HeldSeries:
    """One series: the newest release of each period, or as published by the day `said`, as noted
    by the entry `known`, or of one release only."""
    held = evidence.observations()
    if release and (known is None or release in noted_by(measure, known)):
        return held.series(measure, body, known_on=said, release=release)
    if release:
        return HeldSeries(measure, body, "", (), ())
    if known is None:
        return held.series(measure, body, known_on=said)
    every = held.releases(measure)
    noted = noted_by(measure, known)
    if all(one.release_id in noted for one in every):
        return held.series(measure, body, known_on=said)
    return _of(measure, body, [one for one in every if one.release_id in noted], said)


def releases(measure: str) -> tuple[Vintage, ...]:
    """The releases held of a measure, newest first."""
    return evidence.observations().releases(measure)


def noted_by(measure: str, known: int) -> frozenset[str]:
    """The releases of a measure of which a load was on the record at an entry, on whosever."""

    def made() -> tuple[frozenset[str]]:
        versions = (
            version
            for institution in registers.institutions()
            for version in registers.history(institution).of_types(ObservationsLoaded)
        )
        found = frozenset(
            version.fact.release or ""
            for version in versions
            if isinstance(version.fact, ObservationsLoaded)
            and version.fact.measure == measure
            and version.recorded_from <= known
        )
        return (found,)

    return registers.kept(("releases noted", measure, known), made)[0]


def _of(measure: str, body: str, wanted: list[Vintage], said: date | None) -> HeldSeries:
    """The newest of some releases for each period; `wanted` has the newest first."""
    rows = {}
    undated = 0
    for one in reversed(wanted):
        found = evidence.observations().series(
            measure, body, known_on=said, release=one.release_id
        )
        undated += found.undated
        rows.update({row.period_start: row for row in found.rows})
    kept = tuple(rows[day] for day in sorted(rows))
    return HeldSeries(
        measure, body, "", kept, tuple(dict.fromkeys(row.vintage for row in kept)), undated
    )
