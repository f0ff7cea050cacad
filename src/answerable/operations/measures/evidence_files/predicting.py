"""Predictors for `impact`: a table with one row a unit, and weights given or to be fitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from answerable.evidence.predictors import PredictedOpinion, Predictors
from answerable.evidence.series import BoolArray, FloatArray
from answerable.evidence.synthetic import Panel
from answerable.operations.measures.evidence_files.cells import (
    a_number,
)
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Table,
    by_name,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

MOST_PREDICTORS = 30
OUTCOME = "outcome "


@dataclass(frozen=True)
class PredictorFiles:
    """What was asked: the texts of the predictors, of their given weights and of the earlier
    predictors to learn the weights from; the times whose outcomes are predictors too; the first
    and the last time whose outcomes the weights are fitted to. Empty or None is not asked."""

    predictors: str | None = None
    weights: str | None = None
    training: str | None = None
    outcomes_at: Sequence[str] = ()
    fit_from: str = ""
    fit_to: str = ""

    @property
    def asked(self) -> bool:
        """Is there anything to compare by?"""
        return self.predictors is not None or bool(self.outcomes_at)

    @property
    def without_predictors(self) -> bool:
        """Is something asked that needs predictors, and are there none?"""
        other = (self.weights, self.training, self.fit_from, self.fit_to)
        return not self.asked and any(other)


def read_predictors(
    asked: PredictorFiles, panel: Panel, *, unit_column: str, key: Mapping[str, tuple[float, str]]
) -> Predictors:
    """The predictors of the units of a panel; `key` sets its times in their order.

    Raises FileRefused: `predictor_missing`, `predictor_constant`, `predictor_unknown`,
    `predictor_weights_refused`, `two_weightings`, `too_many_predictors`, `no_times_to_fit`,
    `unknown_time`, and what a table of numbers may be refused for.
    """
    if asked.weights is not None and (
        asked.training is not None or asked.fit_from or asked.fit_to
    ):
        raise FileRefused(
            "Weights of predictors are given or fitted, not both. Leave out --predictor-weights, "
            "or leave out --training-predictors, --fit-from and --fit-to.",
            code="two_weightings",
            where="--predictor-weights",
        )
    unit = unit_column.strip().casefold().replace("-", "_")
    names, values = _table(asked.predictors, panel, unit, what="the predictors")
    if asked.training is not None:
        if asked.outcomes_at:
            raise FileRefused(
                "Earlier predictors stand for all: write outcomes at a time into both files "
                "instead of --predictor-time.",
                code="two_weightings",
                where="--predictor-time",
            )
        learnt_names, learnt = _table(asked.training, panel, unit, what="the training predictors")
        if learnt_names != names:
            raise FileRefused(
                "The training predictors need the same columns in the same order as the "
                f"predictors: {', '.join(names)}.",
                code="predictor_unknown",
                where="--training-predictors",
            )
    else:
        learnt = None
    for time in asked.outcomes_at:
        if time not in panel.times[: panel.before]:
            raise FileRefused(
                f"“{time[:40]}” is no time before the start, so its outcome foretells nothing.",
                code="unknown_time",
                where="--predictor-time",
            )
        names = (*names, OUTCOME + time)
        values = np.column_stack([values, panel.y[:, panel.times.index(time)]])
    if len(names) > MOST_PREDICTORS:
        raise FileRefused(
            f"There are {len(names)} predictors; at most {MOST_PREDICTORS} can be weighed.",
            code="too_many_predictors",
            where="--predictors",
        )
    try:
        return Predictors(
            names,
            values,
            None if asked.weights is None else _weights(asked.weights, names),
            learnt,
            _chosen_on(asked, panel, key),
        )
    except FileRefused:
        raise
    except Refusal as refusal:
        raise FileRefused(refusal.sentence, code=refusal.code, where="--predictors") from None


def _table(
    text: str | None, panel: Panel, unit: str, *, what: str
) -> tuple[tuple[str, ...], FloatArray]:
    """Names and values (units, k); rows of other units are not read."""
    if text is None:
        return (), np.empty((len(panel.units), 0))
    table: Table = read_table(text, required=(unit,), optional=None, what=what, numbers=None)
    names = tuple(column for column in table.columns if column not in ("", unit))
    twice = [name for i, name in enumerate(names) if name in names[:i]]
    if twice:
        raise FileRefused(
            f"{what.capitalize()} have two columns “{twice[0]}”. Keep one.",
            code="repeated_column",
            where="row 1",
        )
    rows = by_name(table, unit, what=what)
    values = np.empty((len(panel.units), len(names)))
    for i, name in enumerate(panel.units):
        row = rows.get(name)
        if row is None:
            raise FileRefused(
                f"{what.capitalize()} have no row for {name}. Every unit needs one, or "
                "--exclude it.",
                code="predictor_missing",
                where=f"unit {name}",
            )
        for j, column in enumerate(names):
            where = f"{what}, row {row.line}, column {column}"
            number = a_number(row.get(column), where=where)
            if number is None:
                raise FileRefused(
                    f"{name} has no value of “{column}”. Every unit needs one: leave the unit or "
                    "the column out.",
                    code="predictor_missing",
                    where=where,
                )
            values[i, j] = number
    return names, values


def _weights(text: str, names: Sequence[str]) -> FloatArray:
    """Given weights in the order of the predictors; one that is not named has none."""
    table = read_table(
        text,
        required=("predictor", "weight"),
        optional=(),
        what="the weights",
        numbers=("weight",),
    )
    held = by_name(table, "predictor", what="the weights")
    given = {name.casefold().replace("-", "_"): row for name, row in held.items()}
    keys = [name.casefold().replace("-", "_") for name in names]
    for name, row in given.items():
        if name not in keys:
            raise FileRefused(
                f"There is no predictor “{name[:60]}”. There are: {', '.join(names)}.",
                code="predictor_unknown",
                where=f"the weights, row {row.line}",
            )
    found = np.zeros(len(names))
    for i, name in enumerate(keys):
        if name in given:
            where = f"the weights, row {given[name].line}"
            found[i] = a_number(given[name].get("weight"), where=where) or 0.0
    return found


def _chosen_on(
    asked: PredictorFiles, panel: Panel, key: Mapping[str, tuple[float, str]]
) -> BoolArray | None:
    """Which times before the start the weights are fitted to; None is all."""
    ends = {"--fit-from": asked.fit_from, "--fit-to": asked.fit_to}
    for option, time in ends.items():
        if time and time not in panel.times:
            raise FileRefused(
                f"“{time[:40]}” is no time of the file.", code="unknown_time", where=option
            )
    if not any(ends.values()):
        return None
    return np.array(
        [
            (not asked.fit_from or key[time] >= key[asked.fit_from])
            and (not asked.fit_to or key[time] <= key[asked.fit_to])
            for time in panel.times[: panel.before]
        ],
        dtype=np.bool_,
    )


def predicted_keys(made: PredictedOpinion) -> dict[str, object]:
    """What the object of a comparison by predictors says beside the others."""
    return {
        "predictor_weights_source": made.source,
        "predictors": [
            {
                "predictor": one.predictor,
                "weight": one.weight,
                "treated": one.treated,
                "synthetic": one.synthetic,
                "donors": one.donors,
            }
            for one in made.balance
        ],
    }
