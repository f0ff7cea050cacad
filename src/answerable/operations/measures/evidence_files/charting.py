"""`chart` on plain files: series in, one object and rows per series out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import cast

from answerable.evidence.control_chart import Direction, drawn, prepared
from answerable.evidence.days_between import days_between
from answerable.evidence.series import Series
from answerable.operations.measures.evidence_files import spoken
from answerable.operations.measures.evidence_files.cells import (
    a_choice,
    a_date,
    a_flag,
    a_number,
    a_whole_number,
    dates_of,
)
from answerable.operations.measures.evidence_files.chart_answers import ChartAnswer
from answerable.operations.measures.evidence_files.engines import rules_of
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Row,
    Table,
    by_name,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

DIRECTIONS = ("increase", "decrease", "neutral")
OPTION_COLUMNS = (
    "improvement_direction", "target", "rebase", "fix_after_n_points", "screen_outliers", "note",
)  # fmt: skip
MOSTLY = 0.8
"""Share of rows on the first of a month from which a series is taken to be monthly."""


@dataclass(frozen=True)
class Options:
    """How one series is charted."""

    direction: Direction = "increase"
    target: float | None = None
    rebase: tuple[date, ...] = ()
    fix_after: int | None = None
    screen: bool = True


def chart(
    *,
    text: str,
    options_text: str | None = None,
    direction: str = "increase",
    target: str = "",
    rebase: Sequence[str] = (),
    fix_after: str = "",
    screen: bool = True,
    as_at: str = "",
    deseason: bool = False,
    engine: str = "",
    events: bool = False,
    on: date | None = None,
) -> ChartAnswer:
    """Chart every series of a CSV text (`series` optional, `date`, `value`).

    With `events` each row is an event on its `date`, without a value, and the days between
    events are charted. Where a level steps and no rebase declares it, the notes say so; so they do
    of figures of periods that have not begun `on` a day, and of one that outweighs all others.

    `options_text` is a CSV of options by series and overrides the others. `engine` is `kernel`,
    `sql` or `numpy`; empty lets the size of the file decide. Raises FileRefused.

    >>> rows = "".join(f"2024-{m:02},{5 + m % 2}\\n" for m in range(1, 10)) + "2024-10,19\\n"
    >>> chart(text="date,value\\n" + rows, engine="numpy").objects()[0]["latest"]
    ... # doctest: +NORMALIZE_WHITESPACE
    {'date': datetime.date(2024, 10, 1), 'value': 19.0, 'special_cause_type': 'Above UCL',
     'point_type': 'special_cause_improvement'}
    """
    flags = Options(
        direction=cast("Direction", a_choice(direction, DIRECTIONS, where="--direction")),
        target=a_number(target, where="--target"),
        rebase=tuple(a_date(day, where="--rebase") for day in rebase),
        fix_after=a_whole_number(fix_after, where="--fix-after") if fix_after else None,
        screen=screen,
    )
    known_at = a_date(as_at, where="--as-at") if as_at else None
    by_series = _options(options_text, flags) if options_text is not None else {}
    columns = ("date",) if events else ("date", "value")
    table = read_table(text, required=columns, optional=("series",), numbers=("value",))
    rules = rules_of(engine, points=len(table.rows))
    sheets = []
    for series in _between(table) if events else _series(table):
        chosen = by_series.get(series.name, flags)
        try:
            sheets.append(
                prepared(
                    series,
                    direction=chosen.direction,
                    target=chosen.target,
                    rebase=chosen.rebase,
                    fix_after=chosen.fix_after,
                    screen=chosen.screen,
                    as_at=known_at,
                    deseason=deseason,
                )
            )
        except Refusal as refusal:
            raise FileRefused(
                refusal.sentence, code=refusal.code, where=f"series {series.name}"
            ) from None
    answers = iter(rules([cut for sheet in sheets for cut in sheet.cuts]))
    made = [drawn(sheet, tuple(islice(answers, len(sheet.cuts)))) for sheet in sheets]
    checks: dict[str, str] = {}
    for place, one in enumerate(made):
        if words := spoken.of_chart(one, on=on):
            made[place] = replace(one, notes=(*one.notes, *(word.code for word in words)))
            checks[one.series] = " ".join(word.sentence for word in words)
    if table.notes:
        made = [replace(one, notes=(*one.notes, *table.notes)) for one in made]
    return ChartAnswer(tuple(made), deseason, checks, table.said)


def _between(table: Table) -> list[Series]:
    """The days between the events of each series."""
    held: dict[str, list[date]] = {}
    for row in table.rows:
        name = row.get("series") or "1"
        day = a_date(row.get("date"), where=f"series {name}, row {row.line}")
        held.setdefault(name, []).append(day)
    return [days_between(days, name=name) for name, days in held.items()]


def _series(table: Table) -> list[Series]:
    held: dict[str, dict[date, float | None]] = {}
    for row in table.rows:
        name = row.get("series") or "1"
        where = f"series {name}, row {row.line}"
        day = a_date(row.get("date"), where=where)
        rows = held.setdefault(name, {})
        if day in rows:
            raise FileRefused(
                f"Series {name} has two rows for {day}. Keep one row per date.",
                code="duplicate_period",
                where=where,
            )
        rows[day] = a_number(row.get("value"), where=where)
    for name, rows in held.items():
        _one_frequency(name, rows)
    return [Series(tuple(rows), tuple(rows.values()), name=name) for name, rows in held.items()]


def _one_frequency(name: str, days: Collection[date]) -> None:
    """Rows of months with another row inside one of them are refused."""
    firsts = {day for day in days if day.day == 1}
    inside = next(
        (day for day in sorted(days) if day.day > 1 and day.replace(day=1) in firsts), None
    )
    if inside is not None and len(firsts) > MOSTLY * len(days):
        raise FileRefused(
            f"Series {name} has a row for {inside} beside that of its month, and its other rows "
            "are months. Keep one row per month.",
            code="mixed_frequency",
            where=f"series {name}",
        )


def _options(text: str, flags: Options) -> dict[str, Options]:
    table = read_table(
        text,
        required=("series",),
        optional=OPTION_COLUMNS,
        what="the options file",
        numbers=("target",),
    )
    rows = by_name(table, "series", what="the options file")
    return {name: _option(row, flags) for name, row in rows.items()}


def _option(row: Row, flags: Options) -> Options:
    """The options of one row; an empty cell leaves the flag."""
    where = f"options, row {row.line}"
    chosen = flags
    if text := row.get("improvement_direction"):
        chosen = replace(
            chosen, direction=cast("Direction", a_choice(text, DIRECTIONS, where=where))
        )
    if text := row.get("target"):
        chosen = replace(chosen, target=a_number(text, where=where))
    if text := row.get("rebase"):
        chosen = replace(chosen, rebase=dates_of(text, where=where))
    if text := row.get("fix_after_n_points"):
        chosen = replace(chosen, fix_after=a_whole_number(text, where=where))
    if text := row.get("screen_outliers"):
        chosen = replace(chosen, screen=a_flag(text, where=where))
    return chosen
