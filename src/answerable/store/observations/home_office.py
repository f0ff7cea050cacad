"""Loader of the Home Office's police recorded crime open data table.

One row per financial year and quarter, force and offence code; a figure is the sum of the rows of
a force and quarter that a measure counts. Quarters are financial: 1 is April to June. Names such
as “Action Fraud” stand among the forces and are none.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from answerable.store.observations.loaded import (
    Loaded,
    Reject,
    RowRefused,
    TableLayout,
    body_of,
    number_in,
    period_of,
    sha256_of,
    table_rows,
)
from answerable.store.observations.refused import LoadRefused
from answerable.vocabulary.measures import Measure, Observation, Vintage, period_end

YEAR, QUARTER, FORCE = "Financial Year", "Financial Quarter", "Force Name"
NUMBER = "Number of Offences"
Key = tuple[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOfficeLayout(TableLayout):
    """Which rows a measure counts: those whose `column` holds one of `counted` (empty: all).

    `others` are names among the forces that are no territorial force; their rows are left out
    without a reject. The defaults are those of the table of 2017/18.
    """

    column: str = "Offence Group"
    counted: tuple[str, ...] = ()
    others: tuple[str, ...] = (
        *("Action Fraud", "British Transport Police", "CIFAS", "Financial Fraud Action UK"),
        "UK Finance",
    )


def home_office_prc(
    *, content: bytes, layout: HomeOfficeLayout, measure: Measure, release: Vintage
) -> Loaded:
    """Quarterly counts by force, and what was left out.

    A bad row leaves its force and quarter out whole: a sum without it would be too small. A
    quarter of a force with rows, none of them counted, is 0. Raises LoadRefused:
    `another_grain`, `unknown_column` and those of `table_rows`.
    """
    if measure.grain != "quarter":
        raise LoadRefused(
            f"The table is by quarter, and {measure.id} is by {measure.grain}. Name a measure by "
            "quarter.",
            code="another_grain",
        )
    sums: dict[Key, float] = {}
    bad: set[Key] = set()
    rejects: list[Reject] = []
    for line, cells in _rows(content, layout):
        if cells[FORCE] in layout.others:
            continue
        try:
            key = _key(cells, layout)
        except RowRefused as refused:
            rejects.append(Reject(line, refused.column, refused.text, refused.reason))
            continue
        sums.setdefault(key, 0.0)
        try:
            if not layout.counted or cells[layout.column] in layout.counted:
                sums[key] += _count(cells, layout)
        except RowRefused as refused:
            bad.add(key)
            reason = f"{refused.reason}: this force and quarter are left out"
            rejects.append(Reject(line, refused.column, refused.text, reason))
    sha256 = sha256_of(content)
    rows = tuple(
        Observation(
            measure_id=measure.id,
            body_id=body,
            breakdown="",
            period_start=start,
            period_end=period_end(start=start, grain="quarter"),
            value=value,
            vintage=release,
            source_sha256=sha256,
            source_row=0,
        )
        for (body, start), value in sorted(sums.items())
        if (body, start) not in bad
    )
    return Loaded(rows, tuple(rejects))


def _rows(content: bytes, layout: HomeOfficeLayout) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for line, cells in table_rows(content=content, layout=layout):
            for column in (YEAR, QUARTER, FORCE, NUMBER, layout.column):
                if column not in cells:
                    raise LoadRefused(
                        f"The file has no column “{column}”. It has: {', '.join(cells)}.",
                        code="unknown_column",
                    )
            yield line, cells
    except csv.Error:
        raise LoadRefused(
            "The file is not a table of commas and quotes.", code="not_csv"
        ) from None


def _key(cells: Mapping[str, str], layout: HomeOfficeLayout) -> Key:
    label = f"{cells[YEAR]} Q{cells[QUARTER]}"
    start = period_of(text=label, label="financial-quarter", grain="quarter")
    if start is None:
        raise RowRefused(QUARTER, label, "not a financial quarter")
    return body_of(cells, FORCE, layout), start


def _count(cells: Mapping[str, str], layout: HomeOfficeLayout) -> float:
    value = number_in(cells, NUMBER, layout)
    if value is None:
        raise RowRefused(NUMBER, cells[NUMBER], "no number")
    if value < 0:
        raise RowRefused(NUMBER, cells[NUMBER], "a count is not below zero")
    return value
