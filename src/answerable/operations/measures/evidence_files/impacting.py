"""`impact` on plain files: a balanced panel in, one comparison per method out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from answerable.evidence.placebos import Kind, Opinion, opinion
from answerable.evidence.series import FloatArray
from answerable.evidence.synthetic import Panel
from answerable.operations.measures.evidence_files.tables import (
    NUMBER,
    FileRefused,
    a_choice,
    a_number,
    a_whole_number,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

METHODS = ("sc", "sdid", "did")
PLACEBOS = ("exact", "draws", "none")
MOST_REPLICATIONS = 10_000
YEAR = len("2023")


@dataclass(frozen=True)
class ImpactAnswer:
    """The comparisons of one panel, in the order sc, sdid, did."""

    panel: Panel
    opinions: tuple[Opinion, ...]

    def objects(self) -> list[dict[str, object]]:
        """One JSON object per method."""
        return [_object(self.panel, made) for made in self.opinions]

    def lines(self) -> list[str]:
        """One line per method for a person at a terminal."""
        return [_line(made) for made in self.opinions]


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
) -> ImpactAnswer:
    """Compare the treated units of a long CSV text with the others from `start` on.

    Raises FileRefused: `panel_not_balanced`, `jackknife_needs_two_treated`, `unknown_unit`, ...
    """
    chosen = a_choice(method, (*METHODS, "all"), where="--method")
    kind: Kind = "jackknife" if jackknife else _placebo(placebo)
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
    panel = _panel(
        _values(text, unit_column, time_column, value_column, exclude=exclude),
        treated=tuple(treated),
        start=start,
        log=log,
    )
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
        )
    except Refusal as refusal:
        raise FileRefused(refusal.sentence, code=refusal.code) from None


def _placebo(text: str) -> Kind:
    kinds: dict[str, Kind] = {"exact": "exact", "draws": "draws", "none": "none"}
    return kinds[a_choice(text, PLACEBOS, where="--placebo")]


def _values(
    text: str, unit_column: str, time_column: str, value_column: str, *, exclude: Sequence[str]
) -> dict[tuple[str, str], float | None]:
    """Values by (unit, time); None is missing."""
    unit, time, value = (
        name.strip().casefold().replace("-", "_")
        for name in (unit_column, time_column, value_column)
    )
    table = read_table(text, required=(unit, time, value), optional=None)
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
        raise FileRefused(
            f"“{start[:40]}” is not written like the times of the file: “{times[0][:40]}”.",
            code="not_a_time",
            where="--start",
        )
    return {time: (0.0, time) for time in every}


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


def _object(panel: Panel, made: Opinion) -> dict[str, object]:
    e = made.estimate
    low, high = made.band or (None, None)
    return {
        "method": e.method,
        "att": made.att,
        "reason_codes": made.reason_codes,
        "gap": [
            {
                "time": time,
                "observed": float(e.synthetic[i] + e.gap[i]),
                "synthetic": float(e.synthetic[i]),
                "gap": float(e.gap[i]),
                "band_low": None if low is None else float(low[i]),
                "band_high": None if high is None else float(high[i]),
            }
            for i, time in enumerate(panel.times)
        ],
        "weights": _kept(panel.donors, e.weights),
        "time_weights": _kept(panel.times[: panel.before], e.time_weights),
        "pre_mspe": e.pre_mspe,
        "mspe_ratio": e.mspe_ratio,
        "placebo": {
            "kind": made.placebo.kind,
            "n": made.placebo.n,
            "rank": made.placebo.rank,
            "p": made.placebo.p,
            "se": made.placebo.se,
        },
        "zeta_omega": e.zeta_omega,
        "zeta_lambda": e.zeta_lambda,
        "noise": e.noise,
        "iterations": e.steps,
        "converged": e.converged,
    }


def _kept(names: Sequence[str], weights: FloatArray) -> dict[str, float]:
    """Weights by name; those of exactly 0 are left out."""
    return {name: float(w) for name, w in zip(names, weights, strict=True) if w != 0}


def _line(made: Opinion) -> str:
    e = made.estimate
    if made.att is None:
        return f"{e.method}: no answer, the fit before the start is poor."
    p = "" if made.placebo.p is None else f", placebo p {made.placebo.p:.3g}"
    return f"{e.method}: average gap from the start on {made.att:.6g}{p}."
