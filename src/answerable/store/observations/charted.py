"""Every chart of a measure by SQL alone, on the engine that holds its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from answerable.store.observations.queries import Run
from answerable.store.observations.xmr import statement
from answerable.vocabulary.identity import slug


@dataclass(frozen=True, slots=True)
class ChartedPeriod:
    """One period in its chart. `stretch` counts from 0; limits restart with each.

    `code` is that of `chart_rules.LABELS`; `mean` and `amr` are None in a stretch without them.
    """

    body_id: str
    breakdown: str
    stretch: int
    period_start: date
    value: float | None
    mean: float | None
    amr: float | None
    code: int


def charted(
    *,
    run: Run,
    known_on: date | None,
    stopped: Sequence[tuple[str, date]],
    restarts: Sequence[tuple[str, date]],
) -> tuple[ChartedPeriod, ...]:
    """The rows of `charts.sql` and `xmr.sql` in the order of body, breakdown and period."""
    sql = (
        _composed()
        .replace("{stopped}", _rows(stopped, "period_start"))
        .replace("{restarts}", _rows(restarts, "begins"))
    )
    found = run(f"{sql} ORDER BY series, day", {"known_on": known_on})
    return tuple(sorted((_period(row) for row in found), key=_order))


def _order(row: ChartedPeriod) -> tuple[str, str, date]:
    return (row.body_id, row.breakdown, row.period_start)


def _period(row: Sequence[object]) -> ChartedPeriod:
    series, day, value, mean, amr, _, code = row
    body, _, rest = str(series).partition("|")
    breakdown, _, stretch = rest.rpartition("|")
    if not isinstance(day, date):
        raise TypeError(f"a period is a date, not {day!r}")
    return ChartedPeriod(
        body,
        breakdown,
        int(stretch),
        day,
        _float(value),
        _float(mean),
        _float(amr),
        int(str(code)),
    )


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, float) else None


def _rows(rows: Sequence[tuple[str, date]], column: str) -> str:
    """A small table as SQL text; a first row that is no body's keeps its types when empty."""
    for body, _ in rows:
        if body != "*" and slug(body) != body:
            raise ValueError(f"not an identifier: {body!r}")
    named = [("", date(1, 1, 1)), *rows]
    values = ", ".join(f"('{body}', DATE '{day.isoformat()}')" for body, day in named)
    return f"SELECT body_id, {column} FROM (VALUES {values}) AS given(body_id, {column})"  # noqa: S608  # identifiers and days


@cache
def _composed() -> str:
    folder = files("answerable.store.observations") / "sql"
    head = (folder / "charts.sql").read_text(encoding="utf-8")
    return head.rstrip() + statement().replace("WITH moved AS", ", moved AS", 1)
