"""`impact` on plain files: a balanced panel in, one comparison per method out."""

import re
from collections.abc import Sequence

import numpy as np

from answerable.evidence.placebos import Kind, opinion
from answerable.evidence.predictors import opinion_by_predictors
from answerable.evidence.series import FloatArray
from answerable.evidence.synthetic import Panel
from answerable.operations.measures.evidence_files.cells import (
    NUMBER,
    a_choice,
    a_number,
    a_whole_number,
)
from answerable.operations.measures.evidence_files.impact_answers import ImpactAnswer
from answerable.operations.measures.evidence_files.predicting import (
    PredictorFiles,
    read_predictors,
)
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Table,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

METHODS = ("sc", "sdid", "did")
PLACEBOS = ("exact", "draws", "none")
MOST_REPLICATIONS = 10_000
YEAR = len("2023")


def impact(
    *,
    text: str,
    treated: Sequence[str],
    start: str,
    unit_column: str = "unit",
    time_column: str = "time",
    value_column: str = "value",
    method: str = "all",
    exclude: Sequence[str] = (),
    placebo: str = "exact",
    replications: str = "200",
    seed: str = "1",
    jackknife: bool = False,
    log: bool = False,
    by: PredictorFiles | None = None,
) -> ImpactAnswer:
    """Compare the treated units of a long CSV text with the others from `start` on.

    With predictors in `by` there is a second synthetic control, by those, beside the one by
    outcomes alone. Raises FileRefused: `panel_not_balanced`, `jackknife_needs_two_treated`,
    `unknown_unit`, ..., and what `read_predictors` may be refused for.
    """
    chosen = a_choice(method, (*METHODS, "all"), where="--method")
    kind: Kind = "jackknife" if jackknife else _placebo(placebo)
    by = PredictorFiles() if by is None else by
    _check_asked(by, chosen, kind)
    count = a_whole_number(replications, where="--replications")
    if not 2 <= count <= MOST_REPLICATIONS:
        raise FileRefused(
            f"Replications run from 2 to {MOST_REPLICATIONS}.",
            code="replications_out_of_range",
            where="--replications",
        )
    first = a_whole_number(seed, where="--seed")
    if first < 0:
        raise FileRefused("A seed is 0 or more.", code="seed_out_of_range", where="--seed")
    both = sorted({name.strip() for name in treated} & {name.strip() for name in exclude})
    if both:
        raise FileRefused(
            f"{both[0]} is named as treated and as left out. Name it once.",
            code="two_roles",
            where="--exclude",
        )
    unit, time, value = (
        name.strip().casefold().replace("-", "_")
        for name in (unit_column, time_column, value_column)
    )
    table = read_table(text, required=(unit, time, value), optional=None, numbers=(value,))
    panel = _panel(
        _values(table, unit, time, value, exclude=exclude),
        treated=tuple(name.strip() for name in treated),
        start=start,
        log=log,
    )
    predictors = None
    if by.asked:
        key = _order(panel.times, start)
        predictors = read_predictors(by, panel, unit_column=unit_column, key=key)
    try:
        return ImpactAnswer(
            panel,
            tuple(
                opinion(
                    panel,
                    name,
                    kind=kind,
                    replications=count,
                    draws=np.random.default_rng(first),
                )
                for name in (METHODS if chosen == "all" else (chosen,))
            ),
            None if predictors is None else opinion_by_predictors(panel, predictors, kind=kind),
            table.notes,
            table.said,
        )
    except Refusal as refusal:
        raise FileRefused(refusal.sentence, code=refusal.code) from None


def _placebo(text: str) -> Kind:
    kinds: dict[str, Kind] = {"exact": "exact", "draws": "draws", "none": "none"}
    return kinds[a_choice(text, PLACEBOS, where="--placebo")]


def _check_asked(by: PredictorFiles, method: str, kind: Kind) -> None:
    """Refuse options that do not go together."""
    if by.without_predictors:
        raise FileRefused(
            "Weights and times to fit them to need predictors: give --predictors or "
            "--predictor-time.",
            code="predictor_missing",
            where="--predictors",
        )
    if by.asked and method not in ("sc", "all"):
        raise FileRefused(
            f"Predictors are for the synthetic control, and {method} does not use them. Choose "
            "--method sc or all.",
            code="not_offered",
            where="--method",
        )
    if by.asked and kind not in ("exact", "none"):
        raise FileRefused(
            "With predictors each other unit once takes the place of the treated one: choose "
            "--placebo exact or none, and no --jackknife.",
            code="placebo_not_offered",
            where="--placebo",
        )


def _values(
    table: Table, unit: str, time: str, value: str, *, exclude: Sequence[str]
) -> dict[tuple[str, str], float | None]:
    """Values by (unit, time); None is missing."""
    held: dict[tuple[str, str], float | None] = {}
    for row in table.rows:
        name, when = row.get(unit), row.get(time)
        where = f"row {row.line}"
        if name in exclude:
            continue
        if not name or not when:
            raise FileRefused(
                "The row lacks its unit or its time.", code="panel_not_balanced", where=where
            )
        if (name, when) in held:
            raise FileRefused(
                f"{name} has two rows for {when}. Keep one row per unit and time.",
                code="duplicate_period",
                where=where,
            )
        held[name, when] = a_number(row.get(value), where=where)
    return held


def _order(times: Sequence[str], start: str) -> dict[str, tuple[float, str]]:
    """Numbers by size; labels that begin with their year and are written alike, as text.

    Raises FileRefused `not_a_time`: times of which nobody can say which is the earlier.
    """
    every = [*times, start]
    if all(NUMBER.fullmatch(time) for time in every):
        return {time: (float(time), "") for time in every}
    if all(NUMBER.fullmatch(time) for time in times):
        raise _unlike(start, times[0])
    shape = re.sub("[0-9]", "9", times[0])
    for time in times:
        if re.sub("[0-9]", "9", time) != shape or not shape.startswith("9999"):
            raise FileRefused(
                f"“{time[:40]}” cannot be set in order with “{times[0][:40]}”. Write every time "
                "as a number, or all alike with the year first: 2023, 2023-04 or 2023-04-01.",
                code="not_a_time",
                where=f"time {time[:40]}",
            )
    if len(start) < YEAR or not shape.startswith(re.sub("[0-9]", "9", start)):
        raise _unlike(start, times[0])
    return {time: (0.0, time) for time in every}


def _unlike(start: str, time: str) -> FileRefused:
    return FileRefused(
        f"“{start[:40]}” is not written like the times of the file: “{time[:40]}”.",
        code="not_a_time",
        where="--start",
    )


def _panel(
    held: dict[tuple[str, str], float | None], *, treated: tuple[str, ...], start: str, log: bool
) -> Panel:
    if not start:
        raise FileRefused(
            "Give the first treated time as --start.", code="start_missing", where="--start"
        )
    units = tuple(dict.fromkeys(name for name, _ in held))
    if not units:
        raise FileRefused(
            "Every unit of the file is excluded.", code="too_few_donors", where="--exclude"
        )
    key = _order(list(dict.fromkeys(time for _, time in held)), start)
    times = tuple(sorted({time for _, time in held}, key=lambda time: key[time]))
    y = np.full((len(units), len(times)), np.nan)
    row, column = {u: i for i, u in enumerate(units)}, {t: j for j, t in enumerate(times)}
    for (name, time), number in held.items():
        y[row[name], column[time]] = np.nan if number is None else number
    _check_balanced(y, units, times)
    if log:
        if bool((y <= 0).any()):
            raise FileRefused(
                "A logarithm needs every value above 0. Leave --log out.",
                code="not_positive",
                where="--log",
            )
        y = np.log(y)
    before = sum(key[time] < key[start] for time in times)
    try:
        return Panel(units, times, y, treated, before)
    except Refusal as refusal:
        where = "--start" if refusal.code == "too_few_periods" else "--treated"
        raise FileRefused(refusal.sentence, code=refusal.code, where=where) from None


def _check_balanced(y: FloatArray, units: Sequence[str], times: Sequence[str]) -> None:
    gaps = np.argwhere(np.isnan(y))
    if len(gaps):
        i, j = gaps[0]
        raise FileRefused(
            f"{units[i]} has no value for {times[j]}; missing in all: {len(gaps):,}. "
            "Every unit needs a value at every time: leave out units or times that lack some.",
            code="panel_not_balanced",
            where=f"unit {units[i]}, time {times[j]}",
        )
