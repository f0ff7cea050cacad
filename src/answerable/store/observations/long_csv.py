"""Loader of long tables: one row per body and period."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

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
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Flag, Measure, Observation, Vintage, period_end


@dataclass(frozen=True, slots=True, kw_only=True)
class LongLayout(TableLayout):
    """Which columns of a long table say what; an empty name: the table has no such column.

    The defaults are the project's own files. `measure_id` names the one measure of a table
    without a measure column. With `breakdown_key` the breakdown is `key=` and the text of the
    breakdown column as a slug; without it the column holds `key=value` already.
    """

    measure: str = "measure_id"
    measure_id: str = ""
    body: str = "body_id"
    breakdown: str = ""
    breakdown_key: str = ""
    period: str = "period_start"
    value: str = "value"
    numerator: str = ""
    denominator: str = ""
    flag: str = ""
    release: str = ""
    released_on: str = ""


OWN_LAYOUT = LongLayout(
    breakdown="breakdown", flag="flag", release="release_id", released_on="released_on"
)
"""The files the project commits: the table of `schema.py` without its derived columns."""

_OWN_COLUMNS = (
    *("measure_id", "body_id", "breakdown", "period_start", "value", "flag"),
    *("release_id", "released_on"),
)


def own_csv(*, rows: Iterable[Observation], notice: str = "") -> str:
    """Observations as one of the project's own files, sorted, under lines of comment.

    `long_csv` with OWN_LAYOUT reads it back to the same values. Ends of periods follow from
    the measure; numerators and denominators are not written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_OWN_COLUMNS)
    for row in sorted(rows, key=lambda item: item.key):
        value = "" if row.value is None else format(row.value, ".17g")
        key = (row.measure_id, row.body_id, row.breakdown, row.period_start)
        release = (row.vintage.release_id, row.vintage.released_on or "")
        writer.writerow((*key, value, row.flag, *release))
    return notice + text.getvalue()


def long_csv(
    *,
    content: bytes,
    layout: LongLayout,
    measures: Mapping[str, Measure],
    release: Vintage | None = None,
) -> Loaded:
    """Observations of a long table, and its rejects.

    `measures` are the reviewed ones by id; rows of others are rejected. `release` is needed
    where the layout names no release column. Nothing is rounded. With numerator and
    denominator the value is their quotient times `per`; a published value that its own
    rounding cannot explain is a reject.
    Raises LoadRefused: `unknown_column`, `no_release` and those of `table_rows`.
    """
    if release is None and not layout.release:
        raise LoadRefused(
            "The file does not say which release it is. Name the release.", code="no_release"
        )
    reader = _Reader(layout, measures, release, sha256_of(content))
    rows: list[Observation] = []
    rejects: list[Reject] = []
    try:
        for line, cells in table_rows(content=content, layout=layout):
            if not rows and not rejects:
                _has_columns(cells, layout)
            try:
                rows.append(reader.observation(line, cells))
            except RowRefused as refused:
                rejects.append(Reject(line, refused.column, refused.text, refused.reason))
    except csv.Error:
        raise LoadRefused(
            "The file is not a table of commas and quotes.", code="not_csv"
        ) from None
    return Loaded(tuple(rows), tuple(rejects))


@dataclass(frozen=True, slots=True)
class _Reader:
    layout: LongLayout
    measures: Mapping[str, Measure]
    release: Vintage | None
    sha256: str

    def observation(self, line: int, cells: Mapping[str, str]) -> Observation:
        """One row, or RowRefused."""
        layout = self.layout
        measure = self._measure(cells)
        label = cells[layout.period]
        start = period_of(text=label, label=layout.period_label, grain=measure.grain)
        if start is None:
            raise RowRefused(layout.period, label, f"not a {measure.grain} of this layout")
        numerator = number_in(cells, layout.numerator, layout)
        denominator = number_in(cells, layout.denominator, layout)
        value, flag = self._value(cells, measure, numerator, denominator)
        return Observation(
            measure_id=measure.id,
            body_id=body_of(cells, layout.body, layout),
            breakdown=self._breakdown(cells),
            period_start=start,
            period_end=period_end(start=start, grain=measure.grain),
            value=value,
            numerator=numerator,
            denominator=denominator,
            flag=flag,
            vintage=self.release or self._vintage(cells),
            source_sha256=self.sha256,
            source_row=line,
        )

    def _measure(self, cells: Mapping[str, str]) -> Measure:
        name = self.layout.measure_id or cells[self.layout.measure]
        if name not in self.measures:
            raise RowRefused(self.layout.measure, name, "no reviewed measure has this name")
        return self.measures[name]

    def _breakdown(self, cells: Mapping[str, str]) -> str:
        text = cells.get(self.layout.breakdown, "")
        if self.layout.breakdown_key and text:
            return f"{self.layout.breakdown_key}={slug(text)}"
        return text

    def _vintage(self, cells: Mapping[str, str]) -> Vintage:
        text = cells.get(self.layout.released_on, "")
        try:
            released_on = date.fromisoformat(text) if text else None
        except ValueError:
            raise RowRefused(self.layout.released_on, text, "not a date") from None
        name = cells[self.layout.release]
        if not name or slug(name) != name:
            raise RowRefused(self.layout.release, name, "not the name of a release")
        return Vintage(name, released_on)

    def _value(
        self,
        cells: Mapping[str, str],
        measure: Measure,
        numerator: float | None,
        denominator: float | None,
    ) -> tuple[float | None, Flag]:
        layout = self.layout
        text = cells.get(layout.value, "")
        if text in layout.suppressed:
            return None, "suppressed"
        value = number_in(cells, layout.value, layout)
        if numerator is not None and denominator is not None:
            published = value
            value = _quotient(numerator=numerator, denominator=denominator, per=measure.unit.per)
            if value is None:
                reason = "the denominator is not above zero"
                raise RowRefused(layout.denominator, cells[layout.denominator], reason)
            decimals = len(text.partition(layout.decimal)[2])
            if published is not None and not _explains(value, published, decimals=decimals):
                raise RowRefused(layout.value, text, "is not numerator / denominator x per")
        if value is not None and value < 0 and measure.kind != "mean":
            raise RowRefused(layout.value, text, "a count or a share is not below zero")
        flag = cells.get(layout.flag, "")
        if flag not in get_args(Flag):
            raise RowRefused(layout.flag, flag, "not a flag of the table")
        return value, cast(Flag, flag)


def _quotient(*, numerator: float, denominator: float, per: float) -> float | None:
    return numerator / denominator * per if denominator > 0 else None


def _explains(value: float, published: float, *, decimals: int) -> bool:
    """Is the difference to the published value no more than its printed decimals?"""
    return abs(value - published) <= 0.5 * 10.0**-decimals * (1 + 1e-9)


def _has_columns(cells: Mapping[str, str], layout: LongLayout) -> None:
    wanted = [layout.body, layout.period, layout.release, layout.flag, layout.breakdown]
    wanted += [layout.numerator, layout.denominator, layout.released_on]
    wanted += [] if layout.measure_id else [layout.measure]
    wanted += [] if layout.numerator and layout.denominator else [layout.value]
    if absent := [name for name in wanted if name and name not in cells]:
        raise LoadRefused(
            f"The file has no column “{absent[0]}”. It has: {columns_told(cells)}.",
            code="unknown_column",
        )
