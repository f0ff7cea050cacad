"""Loader of the Police Force Area data tables of the Office for National Statistics.

A workbook holds one year; a figure is a cell of a named sheet, under a named heading, in the row
of an area. Footnote digits are glued to headings and names (“person4”), sheet names end in blanks,
headings change between releases, and totals of regions stand among the forces: areas are known by
the first letters of their codes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.store.observations.loaded import (
    Loaded,
    Reject,
    RowRefused,
    TableLayout,
    body_of,
    period_of,
    sha256_of,
)
from answerable.store.observations.refused import LoadRefused
from answerable.store.observations.workbooks import Sheets, sheets_of
from answerable.vocabulary.measures import Measure, Observation, Vintage, period_end

_FOOTNOTE = re.compile(r"(?<=[A-Za-z)])[0-9]{1,2}(?:,[0-9]{1,2})*(?=[\s)]|$)")
_LOOSE_FOOTNOTE = re.compile(r"(?<=[a-z]) [0-9]{1,2}$")
_YEAR_ENDING = re.compile(r"year ending ([A-Z][a-z]+) ([0-9]{4})")
_CODE = re.compile(r"[A-Z][0-9]{8}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
HALF_OF_ROUNDING = 50
"""Populations are rounded to 100: the published rate was made from one up to 50 away."""

Place = tuple[str, str]
Column = Mapping[str, tuple[int, str, Any]]  # area code -> (row, area name, cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookLayout(TableLayout):
    """Which cells a measure is made of; each is (sheet, heading), empty where there is none.

    A heading is written without its footnotes; its beginning is enough where only one column
    has it. `year_ending` is the month that ends the year (`2019-12`). With `numerator` and
    `denominator` the value is their quotient times `per`, and `value` the published rate that
    checks it. `areas` are the first letters of the codes of police force areas.
    """

    year_ending: str
    value: Place = ("", "")
    numerator: Place = ("", "")
    denominator: Place = ("", "")
    areas: tuple[str, ...] = ("E23", "W15")
    missing: tuple[str, ...] = ("", "-", ":", "..")


def ons_workbook(
    *, content: bytes, layout: WorkbookLayout, measure: Measure, release: Vintage
) -> Loaded:
    """One year of every police force area, and what was left out.

    Raises LoadRefused: `another_grain`, `unknown_sheet`, `unknown_column`,
    `two_columns_of_one_name`, `another_period` where a sheet's title states another year.
    """
    start = period_of(text=layout.year_ending, label="year-ending", grain=measure.grain)
    if start is None:
        raise LoadRefused(
            f"“{layout.year_ending}” does not end a {measure.grain} of {measure.id}: the tables "
            "are by year. Name a measure by year, and the month that ends it, such as 2019-12.",
            code="another_grain",
        )
    sheets = sheets_of(content)
    columns = {
        name: _column(sheets, place, layout) if place[0] else {}
        for name, place in (
            ("value", layout.value),
            ("numerator", layout.numerator),
            ("denominator", layout.denominator),
        )
    }
    main = columns["numerator"] or columns["value"]
    sha256 = sha256_of(content)
    rows: list[Observation] = []
    rejects: list[Reject] = []
    for code, (line, name, _) in main.items():
        try:
            body = body_of({"area": name}, "area", layout)
            value, numerator, denominator = _figures(code, columns, measure, layout)
        except RowRefused as refused:
            rejects.append(Reject(line, refused.column, refused.text, refused.reason))
            continue
        rows.append(
            Observation(
                measure_id=measure.id,
                body_id=body,
                breakdown="",
                period_start=start,
                period_end=period_end(start=start, grain="year"),
                value=value,
                numerator=numerator,
                denominator=denominator,
                vintage=release,
                source_sha256=sha256,
                source_row=line,
            )
        )
    return Loaded(tuple(rows), tuple(rejects))


def cleaned(text: str) -> str:
    """A heading or a name without its footnotes and double blanks.

    >>> cleaned("Total recorded crime (excluding fraud3)"), cleaned("Stalking\\nand harassment 5")
    ('Total recorded crime (excluding fraud)', 'Stalking and harassment')
    """
    one = " ".join(text.split())
    return " ".join(_LOOSE_FOOTNOTE.sub("", _FOOTNOTE.sub("", one)).split())


def _column(sheets: Sheets, place: Place, layout: WorkbookLayout) -> Column:
    sheet, heading = place
    if sheet not in sheets:
        raise LoadRefused(
            f"The workbook has no sheet “{sheet}”. It has: {', '.join(sheets)}.",
            code="unknown_sheet",
        )
    rows = sheets[sheet]
    areas = list(_areas(rows, layout))
    first = next((i for i, row in enumerate(rows) if _CODE.fullmatch(_text(row, 0))), len(rows))
    _states_year(rows[:first], sheet, layout)
    index = _heading(rows[:first], heading, sheet)
    return {
        code: (line, name, row[index] if index < len(row) else "")
        for line, code, name, row in areas
    }


def _areas(
    rows: Sequence[Sequence[Any]], layout: WorkbookLayout
) -> Iterator[tuple[int, str, str, Sequence[Any]]]:
    for line, row in enumerate(rows, start=1):
        code = _text(row, 0)
        if _CODE.fullmatch(code) and code.startswith(layout.areas):
            yield line, code, cleaned(_text(row, 1)), row


def _states_year(above: Sequence[Sequence[Any]], sheet: str, layout: WorkbookLayout) -> None:
    title = " ".join(_text(row, 0) for row in above)
    stated = {
        f"{year}-{_MONTHS.index(month) + 1:02}"
        for month, year in _YEAR_ENDING.findall(title)
        if month in _MONTHS
    }
    if stated and layout.year_ending not in stated:
        raise LoadRefused(
            f"The sheet “{sheet}” says that its year ends in {', '.join(sorted(stated))}, and the "
            f"layout says {layout.year_ending}. Correct the layout.",
            code="another_period",
        )


def _heading(above: Sequence[Sequence[Any]], wanted: str, sheet: str) -> int:
    named = [
        (cleaned(str(cell)).casefold(), index)
        for row in above
        for index, cell in enumerate(row)
        if index and cleaned(str(cell))
    ]
    text = cleaned(wanted).casefold()
    found = {index for name, index in named if name == text}
    found = found or {index for name, index in named if name.startswith(text)}
    if len(found) != 1:
        several = "several columns" if found else "no column"
        raise LoadRefused(
            f"The sheet “{sheet}” has {several} headed “{wanted}”. Write the heading as it is "
            "printed there, without its footnotes.",
            code="two_columns_of_one_name" if found else "unknown_column",
        )
    return found.pop()


def _figures(
    code: str, columns: Mapping[str, Column], measure: Measure, layout: WorkbookLayout
) -> tuple[float | None, float | None, float | None]:
    """(value, numerator, denominator) of one area, or RowRefused."""
    value, numerator, denominator = (
        _number(columns[name].get(code), name, layout)
        for name in ("value", "numerator", "denominator")
    )
    if numerator is None or denominator is None:
        return (value if numerator is None else numerator), numerator, denominator
    if denominator <= 0:
        raise RowRefused("denominator", f"{denominator:g}", "is not above zero")
    per = measure.unit.per
    if value is not None:
        least = numerator / (denominator + HALF_OF_ROUNDING) * per
        most = numerator / max(denominator - HALF_OF_ROUNDING, 1) * per
        if not least * (1 - 1e-9) <= value <= most * (1 + 1e-9):
            raise RowRefused("value", f"{value:g}", "is not numerator / denominator x per")
    return numerator / denominator * per, numerator, denominator


def _number(
    found: tuple[int, str, Any] | None, column: str, layout: WorkbookLayout
) -> float | None:
    if found is None:
        return None
    cell = found[2]
    if isinstance(cell, str) and cell.strip() in layout.missing:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise RowRefused(column, str(cell), "not a number")
    if cell < 0:
        raise RowRefused(column, str(cell), "a count or a share is not below zero")
    return float(cell)


def _text(row: Sequence[Any], index: int) -> str:
    return str(row[index]).strip() if index < len(row) else ""
