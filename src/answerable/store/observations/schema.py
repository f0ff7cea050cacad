"""The one long table of observations: its columns, their types, and rows in and out.

`body_id`, never `force`: that is a reserved word in some engines. The order of the columns
is the order in the Parquet files.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from answerable.vocabulary.measures import Observation, Vintage

COLUMNS: tuple[tuple[str, str], ...] = (
    ("measure_id", "VARCHAR"),
    ("body_id", "VARCHAR"),
    ("breakdown", "VARCHAR"),
    ("period_start", "DATE"),
    ("period_end", "DATE"),
    ("value", "DOUBLE"),
    ("numerator", "DOUBLE"),
    ("denominator", "DOUBLE"),
    ("flag", "VARCHAR"),
    ("release_id", "VARCHAR"),
    ("released_on", "DATE"),
    ("source_sha256", "VARCHAR"),
    ("source_row", "INTEGER"),
)

NAMES = ", ".join(name for name, _ in COLUMNS)

Row = tuple[
    str,
    str,
    str,
    date,
    date,
    float | None,
    float | None,
    float | None,
    str,
    str,
    date | None,
    str,
    int,
]


def to_row(observation: Observation) -> Row:
    """One row of the table, in the order of COLUMNS."""
    return (
        observation.measure_id,
        observation.body_id,
        observation.breakdown,
        observation.period_start,
        observation.period_end,
        observation.value,
        observation.numerator,
        observation.denominator,
        observation.flag,
        observation.vintage.release_id,
        observation.vintage.released_on,
        observation.source_sha256,
        observation.source_row,
    )


def from_row(row: Sequence[Any]) -> Observation:
    """The observation again from a row in the order of COLUMNS."""
    return Observation(
        measure_id=row[0],
        body_id=row[1],
        breakdown=row[2],
        period_start=row[3],
        period_end=row[4],
        value=row[5],
        numerator=row[6],
        denominator=row[7],
        flag=row[8],
        vintage=Vintage(row[9], row[10]),
        source_sha256=row[11],
        source_row=row[12],
    )
