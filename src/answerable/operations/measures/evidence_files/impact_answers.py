"""What `impact` answers: an object per method, and lines for a person at a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.evidence.placebos import Opinion
from answerable.evidence.predictors import PredictedOpinion
from answerable.evidence.series import FloatArray
from answerable.evidence.synthetic import Panel
from answerable.operations.measures.evidence_files.predicting import predicted_keys

SHOWN = 0.001
WEIGHED = {
    "given": "as given",
    "fitted": "fitted to the outcomes before the start",
    "training": "learnt from the training predictors",
}


@dataclass(frozen=True)
class ImpactAnswer:
    """The comparisons of one panel, in the order sc, sdid, did, and the one by predictors."""

    panel: Panel
    opinions: tuple[Opinion, ...]
    predicted: PredictedOpinion | None = None
    notes: tuple[str, ...] = ()
    """Codes of how the file was read, where that is not as it usually is."""
    said: tuple[str, ...] = ()
    """The same in words."""

    def objects(self) -> list[dict[str, object]]:
        """One JSON object per method; that by predictors, `sc_predictors`, is the last."""
        notes = {"notes": self.notes}
        made = [_object(self.panel, one) | notes for one in self.opinions]
        if self.predicted is not None:
            last = _object(self.panel, self.predicted.opinion) | notes
            made.append({**last, **predicted_keys(self.predicted)})
        return made

    def lines(self) -> list[str]:
        """One line per method for a person at a terminal, and whether two of them differ."""
        said = [_line(made) for made in self.opinions]
        if self.predicted is not None:
            said += _predicted_lines(self.predicted, self.opinions)
        return [*said, *self.said]


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
    if made.placebo.rank is not None:
        p += f" ({made.placebo.rank} of {made.placebo.n + 1})"
    return f"{e.method}: average gap from the start on {made.att:.6g}{p}."


def _predicted_lines(predicted: PredictedOpinion, others: Sequence[Opinion]) -> list[str]:
    """The comparison by predictors, what each counts, and whether the outcomes alone rank the
    treated unit elsewhere."""
    said = [_line(predicted.opinion)]
    weighed = sorted(predicted.balance, key=lambda one: -one.weight)
    shares = [f"{one.predictor} {one.weight:.3g}" for one in weighed if one.weight >= SHOWN]
    small = [one.predictor for one in weighed if one.weight < SHOWN]
    rest = f"; under {SHOWN} each: {', '.join(small)}" if small else ""
    said.append(
        f"  Weights of the predictors ({WEIGHED[predicted.source]}): {', '.join(shares)}{rest}."
    )
    mine = predicted.opinion.placebo
    for other in others:
        theirs = other.placebo
        if other.estimate.method == "sc" and None not in (mine.rank, theirs.rank):
            if mine.rank == theirs.rank:
                said.append("  With and without the predictors the rank is the same.")
            else:
                said.append(
                    f"  The two synthetic controls differ: by the predictors rank {mine.rank} of "
                    f"{mine.n + 1}, by the outcomes alone {theirs.rank} of {theirs.n + 1}. Give "
                    "both, or say beforehand which one counts."
                )
    return said
