"""`chart` on plain files: series in, one object and rows per series out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import cast

from answerable.evidence.control_chart import Chart, Direction, Group, Point, drawn, prepared
from answerable.evidence.days_between import days_between
from answerable.evidence.series import Series
from answerable.operations.measures.evidence_files import spoken
from answerable.operations.measures.evidence_files.engines import rules_of
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Row,
    Table,
    a_choice,
    a_date,
    a_flag,
    a_number,
    a_whole_number,
    by_name,
    csv_text,
    dates_of,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

DIRECTIONS = ("increase", "decrease", "neutral")
OPTION_COLUMNS = (
    "improvement_direction", "target", "rebase", "fix_after_n_points", "screen_outliers", "note",
)  # fmt: skip
POINT_COLUMNS = (
    "series", "date", "value", "rebase_group", "short_group_warning", "mean", "lpl", "upl",
    "outside_limits", "relative_to_mean", "close_to_limits", "special_cause_type",
    "special_cause_flag", "point_type", "target",
)  # fmt: skip
SUMMARY_COLUMNS = (
    "series", "assurance", "rebase_group", "n", "mean", "lpl", "upl", "n_special",
    "n_improvement", "n_concern", "latest_type", "latest_point_type",
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """How one series is charted."""

    direction: Direction = "increase"
    target: float | None = None
    rebase: tuple[date, ...] = ()
    fix_after: int | None = None
    screen: bool = True


@dataclass(frozen=True)
class ChartAnswer:
    """The charts of a file, in input order, and how each is written out."""

    charts: tuple[Chart, ...]
    deseasoned: bool
    checks: Mapping[str, str]
    """What a check said of a series, by its name."""

    def objects(self, *, with_points: bool = False) -> list[dict[str, object]]:
        """One JSON object per series."""
        return [_object(made, with_points=with_points) for made in self.charts]

    def points_csv(self) -> str:
        """Every row of every series, in date order within each."""
        columns = (*POINT_COLUMNS, "value_adjusted") if self.deseasoned else POINT_COLUMNS
        return csv_text(
            columns, (_point(made, point) for made in self.charts for point in made.points)
        )

    def summary_csv(self) -> str:
        """One row per series and rebase group; assurance only on the last group."""
        return csv_text(
            SUMMARY_COLUMNS,
            (_summary(made, group) for made in self.charts for group in made.groups),
        )

    def lines(self) -> list[str]:
        """One line per series for a person at a terminal."""
        return [
            f"{_line(made)} {self.checks.get(made.series, '')}".rstrip() for made in self.charts
        ]


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
) -> ChartAnswer:
    """Chart every series of a CSV text (`series` optional, `date`, `value`).

    With `events` each row is an event on its `date`, without a value, and the days between
    events are charted. Where a level steps and no rebase declares it, the notes say so.

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
    table = read_table(text, required=columns, optional=("series",))
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
        word = spoken.of_chart(one)
        if word is not None:
            made[place] = replace(one, notes=(*one.notes, word.code))
            checks[one.series] = word.sentence
    return ChartAnswer(tuple(made), deseason, checks)


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
    return [Series(tuple(rows), tuple(rows.values()), name=name) for name, rows in held.items()]


def _options(text: str, flags: Options) -> dict[str, Options]:
    table = read_table(
        text, required=("series",), optional=OPTION_COLUMNS, what="the options file"
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


def _point(made: Chart, point: Point) -> dict[str, object]:
    return {
        "series": made.series,
        "date": point.date,
        "value": point.value,
        "rebase_group": point.rebase_group,
        "short_group_warning": point.short_group_warning,
        "mean": point.mean,
        "lpl": point.lpl,
        "upl": point.upl,
        "outside_limits": point.outside_limits,
        "relative_to_mean": point.relative_to_mean,
        "close_to_limits": point.close_to_limits,
        "special_cause_type": point.special_cause_type,
        "special_cause_flag": point.special_cause_flag,
        "point_type": point.point_type,
        "target": made.target,
    } | ({"value_adjusted": point.value_adjusted} if made.deseasoned else {})


def _object(made: Chart, *, with_points: bool) -> dict[str, object]:
    latest = made.latest
    answer: dict[str, object] = {
        "series": made.series,
        "n": len(made.points),
        "improvement_direction": made.improvement_direction,
        "screened": made.screened,
        "groups": [
            {
                "rebase_group": group.rebase_group,
                "start": group.start,
                "n": group.n,
                "mean": group.mean,
                "lpl": group.lpl,
                "upl": group.upl,
                "amr": group.amr,
            }
            for group in made.groups
        ],
        "latest": None
        if latest is None
        else {
            "date": latest.date,
            "value": latest.value,
            "special_cause_type": latest.special_cause_type,
            "point_type": latest.point_type,
        },
        "assurance": made.assurance,
        "notes": made.notes,
    }
    if with_points:
        answer["points"] = [_point(made, point) for point in made.points]
    return answer


def _summary(made: Chart, group: Group) -> Mapping[str, object]:
    kinds = [point.point_type for point in group.points]
    return {
        "series": made.series,
        "assurance": made.assurance if group is made.groups[-1] else None,
        "rebase_group": group.rebase_group,
        "n": group.n,
        "mean": group.mean,
        "lpl": group.lpl,
        "upl": group.upl,
        "n_special": sum(point.special_cause_flag for point in group.points),
        "n_improvement": kinds.count("special_cause_improvement"),
        "n_concern": kinds.count("special_cause_concern"),
        "latest_type": group.points[-1].special_cause_type,
        "latest_point_type": group.points[-1].point_type,
    }


def _line(made: Chart) -> str:
    latest = made.latest
    if latest is None:
        return f"Series {made.series}: no rows."
    limits = (
        f"limits {latest.lpl:.6g} to {latest.upl:.6g}"
        if latest.lpl is not None and latest.upl is not None
        else "no limits"
    )
    mean = "no mean" if latest.mean is None else f"mean {latest.mean:.6g}"
    target = f"; target: {made.assurance.replace('_', ' ')}" if made.assurance else ""
    notes = f" ({', '.join(made.notes)})" if made.notes else ""
    return (
        f"Series {made.series}: {len(made.points)} rows, {mean}, {limits}; latest "
        f"{latest.date}: {latest.special_cause_type}{target}{notes}. A chart shows where to look; "
        "it is no verdict."
    )
