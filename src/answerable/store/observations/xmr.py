"""The SQL engine of the control chart: the rules of `evidence/chart_rules.py` as one statement.

`sql/xmr.sql` stays in the portable subset (EVIDENCE section 10), so that any engine with window
functions can run it beside the data. Its labels agree with the other engines; limits can differ
in the last bit, because each engine adds in its own order.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from answerable.evidence.chart_rules import Cut, Flags, Limits, limits_of, marks


@cache
def statement() -> str:
    """The SQL text over a table `points`; see the head of the file for its columns."""
    folder = files("answerable.store.observations") / "sql"
    return (folder / "xmr.sql").read_text(encoding="utf-8")


def rules(
    cuts: Sequence[Cut], *, run: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> list[tuple[Limits, Flags]]:
    """The engine `sql` of `control_chart`: all cuts in one statement, on DuckDB unless `run`
    answers it elsewhere (columns of `points` in, columns of the answer by `day` out).
    """
    if not cuts:
        return []
    sizes = [len(cut.y) for cut in cuts]
    y = np.concatenate([cut.y for cut in cuts])
    columns = {
        "series": np.repeat(np.arange(len(cuts), dtype=np.int32), sizes),
        "day": np.arange(len(y), dtype=np.int32),
        "value": y,
        "fix_after": np.repeat(
            np.array([cut.fix_after or 0 for cut in cuts], dtype=np.int32), sizes
        ),
        "screen": np.repeat(np.array([cut.screen for cut in cuts], dtype=np.bool_), sizes),
    }
    found = (run or _run)(columns)
    answers = []
    start = 0
    for cut in cuts:
        first, end = slice(start, start + 1), start + len(cut.y)
        lim = limits_of(
            found["mean"][first], found["amr"][first], still=found["still"][first] == 1
        )
        answers.append((lim, marks(cut.y, lim, found["code"][start:end].astype(np.int8))))
        start = end
    return answers


def _run(columns: dict[str, Any]) -> dict[str, Any]:
    import duckdb  # noqa: PLC0415  # 67 ms that only those who ask for numbers pay

    with duckdb.connect(":memory:", config={"threads": 2}) as connection:
        connection.register("given", columns)
        connection.execute(
            "CREATE TABLE points AS SELECT series, day, fix_after, screen, "
            "CASE WHEN isnan(value) THEN NULL ELSE value END AS value FROM given"
        )
        found = connection.execute(f"{statement()} ORDER BY day").fetchnumpy()
    return {name: _plain(values) for name, values in found.items()}


def _plain(values: Any) -> Any:
    """A column without its mask: nothing is NaN."""
    if isinstance(values, np.ma.MaskedArray):
        return values.filled(np.nan)
    return values
