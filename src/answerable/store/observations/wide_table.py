"""Loader of wide tables: one row per body, one column per period."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.store.observations.loaded import (
    Loaded,
    Reject,
    RowRefused,
    TableLayout,
    body_of,
    columns_told,
    number_in,
    period_of,
    sha256_of,
    table_rows,
)
from answerable.store.observations.refused import LoadRefused
from answerable.vocabulary.measures import Measure, Observation, Vintage, period_end


@dataclass(frozen=True, slots=True, kw_only=True)
class WideLayout(TableLayout):
    """Which column names the body; `other` are columns that are neither body nor period."""

    body: str
    other: tuple[str, ...] = ()


def wide_table(
    *, content: bytes, layout: WideLayout, measure: Measure, release: Vintage
) -> Loaded:
    """Observations of a wide table of one measure, and its rejects, one per bad cell.

    Raises LoadRefused: `unknown_column` where a heading is no period as the layout states
    it, and those of `table_rows`.
    """
    sha256 = sha256_of(content)
    periods: dict[str, date] = {}
    rows: list[Observation] = []
    rejects: list[Reject] = []
    try:
        for line, cells in table_rows(content=content, layout=layout):
            periods = periods or _periods(cells, layout, measure)
            try:
                body = body_of(cells, layout.body, layout)
            except RowRefused as refused:
                rejects.append(Reject(line, refused.column, refused.text, refused.reason))
                continue
            for heading, start in periods.items():
                try:
                    value = _value(cells, heading, layout, measure)
                except RowRefused as refused:
                    rejects.append(Reject(line, refused.column, refused.text, refused.reason))
                    continue
                rows.append(
                    Observation(
                        measure_id=measure.id,
                        body_id=body,
                        breakdown="",
                        period_start=start,
                        period_end=period_end(start=start, grain=measure.grain),
                        value=value,
                        flag="suppressed" if cells[heading] in layout.suppressed else "",
                        vintage=release,
                        source_sha256=sha256,
                        source_row=line,
                    )
                )
    except csv.Error:
        raise LoadRefused(
            "The file is not a table of commas and quotes.", code="not_csv"
        ) from None
    return Loaded(tuple(rows), tuple(rejects))


def _periods(cells: Mapping[str, str], layout: WideLayout, measure: Measure) -> dict[str, date]:
    if layout.body not in cells:
        raise LoadRefused(
            f"The file has no column “{layout.body}”. It has: {columns_told(cells)}.",
            code="unknown_column",
        )
    periods = {}
    for heading in cells:
        if heading == layout.body or heading in layout.other:
            continue
        start = period_of(text=heading, label=layout.period_label, grain=measure.grain)
        if start is None:
            raise LoadRefused(
                f"The heading “{heading[:40]}” is not a {measure.grain} written as the layout "
                f"says ({layout.period_label}). Name it among the other columns or correct the "
                "layout.",
                code="unknown_column",
            )
        periods[heading] = start
    return periods


def _value(
    cells: Mapping[str, str], heading: str, layout: WideLayout, measure: Measure
) -> float | None:
    if cells[heading] in layout.suppressed:
        return None
    value = number_in(cells, heading, layout)
    if value is not None and value < 0 and measure.kind != "mean":
        raise RowRefused(heading, cells[heading], "a count or a share is not below zero")
    return value
