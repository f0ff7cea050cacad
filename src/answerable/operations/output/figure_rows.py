"""Rows of the open data for the figures of measures: what the pages of the measures show of a body
at the dates of a look, one row a period.
"""

from collections.abc import Iterator

from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.operations.output.data_rows import whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.figures_file import status_of
from answerable.operations.pages.measures.measure_told import Told
from answerable.publishing.open_data import Row
from answerable.vocabulary.facts import ObservationsLoaded


def institutions() -> frozenset[str]:
    """Those of which figures are held, that the catalogue knows."""
    held = {body for name in catalogue.measures() for body in evidence.bodies_with(name)}
    return frozenset(held & catalogue.bodies().keys())


def rows(look: Look, institution: str) -> tuple[Row, ...]:
    """Figures of one institution, measure by measure and oldest first; made once for a look."""
    dates = (look.on, look.known, look.said)
    return look.register(institution).once((rows, dates), lambda: tuple(_made(look, institution)))


def _made(look: Look, institution: str) -> Iterator[Row]:
    for name, measure in sorted(catalogue.measures().items()):
        if institution not in evidence.bodies_with(name):
            continue
        told = Told(look, measure, institution)
        if not told.shown:
            continue
        loads = {
            version.fact.get("release"): version.seq
            for version in told.of_measure
            if isinstance(version.fact, ObservationsLoaded)
        }
        always = {**whose(institution), "measure": name}
        page = f"/measures/{name}/{institution}/"
        for row in told.found.rows:
            released = row.vintage.released_on
            yield {
                **always,
                "period_start": row.period_start.isoformat(),
                "period_end": row.period_end.isoformat(),
                "value": _number(row.value),
                "status": status_of(told.found, row),
                "release": row.vintage.release_id,
                "released": None if released is None else released.isoformat(),
                "document": row.source_sha256,
                "row": row.source_row,
                "entry": loads.get(row.vintage.release_id),
                "page": page,
            }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value
