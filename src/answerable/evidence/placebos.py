"""How unusual is the treated unit? Each donor in its place, and what the gaps look like then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from answerable.evidence.series import FloatArray
from answerable.evidence.simplex import IntArray, pairwise
from answerable.evidence.synthetic import (
    POOR_FIT,
    Estimate,
    Panel,
    PanelRefused,
    compared,
    difference_in_differences,
    refitted,
    synthetic_control,
    synthetic_did,
)
from answerable.vocabulary.language import say

Kind = Literal["exact", "draws", "none", "jackknife"]

LEAST_TO_RANK = 5
BAND = (5.0, 95.0)
LEVELLED = ("sc", "sc_predictors")


@dataclass(frozen=True)
class Placebo:
    """The treated unit among its placebos; None where the kind has no answer."""

    kind: Kind
    n: int
    rank: int | None
    p: float | None
    se: float | None


@dataclass(frozen=True)
class Opinion:
    """An estimate with its placebos; `att` is None where the fit before is poor."""

    estimate: Estimate
    att: float | None
    reason_codes: tuple[str, ...]
    placebo: Placebo
    band: tuple[FloatArray, FloatArray] | None


def fitted(panel: Panel, method: str) -> Estimate:
    """The estimate of one method: `sc`, `sdid` or `did`."""
    if method == "sc":
        return synthetic_control(panel)
    return synthetic_did(panel) if method == "sdid" else difference_in_differences(panel)


def opinion(
    panel: Panel,
    method: str,
    *,
    kind: Kind = "exact",
    replications: int = 200,
    draws: np.random.Generator | None = None,
) -> Opinion:
    """The estimate and how it stands among its placebos.

    `exact` puts each donor once in the place of one treated unit; `draws` takes random donors
    from `draws`, to repeat published numbers; `jackknife` leaves out one unit at a time with
    weights fixed and needs two treated (`jackknife_needs_two_treated`).
    """
    made = fitted(panel, method)
    if kind == "jackknife":
        return Opinion(made, made.att, (), _jackknife(panel, made), None)
    codes: list[str] = []
    if kind == "exact" and len(panel.treated) > 1:
        codes.append("placebo_needs_one_treated")
        kind = "none"
    others: list[Estimate] = []
    if kind == "exact":
        others = _each(panel, made)
    elif kind == "draws":
        generator = np.random.default_rng(1) if draws is None else draws
        others = _drawn(panel, made, replications, generator)
    return placed(panel, made, others, kind=kind, codes=tuple(codes))


def placed(
    panel: Panel, made: Estimate, others: list[Estimate], *, kind: Kind, codes: tuple[str, ...]
) -> Opinion:
    """The opinion that an estimate and its placebos make; no `att` where the fit is poor."""
    if _poor(panel, made, others if kind == "exact" else []):
        codes = (*codes, "pre_fit_poor")
    band = None
    if len(others):
        low, high = np.percentile(np.array([other.gap for other in others]), BAND, axis=0)
        band = (low, high)
    return Opinion(
        made,
        None if "pre_fit_poor" in codes else made.att,
        codes,
        _placed(made, others, kind),
        band,
    )


def _placed(made: Estimate, others: list[Estimate], kind: Kind) -> Placebo:
    if not others:
        return Placebo(kind, 0, None, None, None)
    taus = np.array([other.att for other in others])
    if made.method in LEVELLED:
        ratios = np.array([other.mspe_ratio for other in others])
        above = int((ratios >= made.mspe_ratio).sum())
    else:
        above = int((np.abs(taus) >= abs(made.att)).sum())
    rank = 1 + above
    spread = float(taus.std(ddof=1)) if len(taus) > 1 else None
    if kind == "draws" and spread is not None:
        spread *= float(np.sqrt((len(taus) - 1) / len(taus)))
    return Placebo(
        kind,
        len(others),
        rank if kind == "exact" else None,
        rank / (1 + len(others)),
        None if made.method in LEVELLED else spread,
    )


def _poor(panel: Panel, made: Estimate, others: list[Estimate]) -> bool:
    """Only a synthetic control must meet the level before; the others take it out."""
    if made.method not in LEVELLED:
        return False
    usual = abs(float(panel.treated_rows[:, : panel.before].mean()))
    if np.sqrt(made.pre_mspe) > POOR_FIT * usual:
        return True
    count = len(others) + 1
    rank = 1 + sum(other.pre_mspe < made.pre_mspe for other in others)
    return count >= LEAST_TO_RANK and rank > 0.8 * count


def _each(panel: Panel, made: Estimate) -> list[Estimate]:
    """Each donor once as the treated unit, the real one left out."""
    donors = panel.donor_rows
    if made.method == "sc":
        return _sc_each(panel)
    order = np.arange(len(donors))
    return _refit(panel, made, [(np.delete(order, i), order[i : i + 1]) for i in order])


def _refit(
    panel: Panel, made: Estimate, splits: Sequence[tuple[IntArray, IntArray]]
) -> list[Estimate]:
    """The same method with other donors as the treated: (donors left, treated) by index.

    Both zetas are those of the full fit, and its weights, rescaled, are where the walk starts.
    """
    donors = panel.donor_rows
    rest = np.array([left for left, _ in splits])
    held = donors[rest]
    treated = np.array([donors[chosen].mean(axis=0) for _, chosen in splits])
    size = rest.shape[1]
    if made.method == "did":
        equal = np.full(size, 1 / size), np.full(panel.before, 1 / panel.before)
        return [
            compared("did", rows, mean, *equal) for rows, mean in zip(held, treated, strict=True)
        ]
    omega = made.weights[rest]
    total = omega.sum(axis=1, keepdims=True)
    omega = np.where(total > 0, omega / np.where(total > 0, total, 1.0), 1 / size)
    return refitted(
        held,
        treated,
        panel.before,
        zetas=(made.zeta_omega or 0.0, made.zeta_lambda or 0.0),
        noise=made.noise or 0.0,
        start=(omega, np.tile(made.time_weights, (len(splits), 1))),
    )


def _sc_each(panel: Panel) -> list[Estimate]:
    """All synthetic-control placebos from one Gram matrix."""
    donors = panel.donor_rows
    pre = donors[:, : panel.before]
    gram = pre @ pre.T
    solved = pairwise(gram[None], gram, ~np.eye(len(donors), dtype=np.bool_))
    none = np.zeros(panel.before)
    return [
        compared("sc", donors, donors[i], weights, none)
        for i, weights in enumerate(solved.weights)
    ]


def _drawn(
    panel: Panel, made: Estimate, replications: int, draws: np.random.Generator
) -> list[Estimate]:
    """Random donors in the place of the treated, as published standard errors are made."""
    size, treated = len(panel.donors), len(panel.treated)
    if size - treated < 2:
        raise PanelRefused(
            say("Random placebos need at least 2 donors more than treated units."),
            code="too_few_donors",
        )
    orders = [draws.permutation(size) for _ in range(replications)]
    splits = [(order[:-treated], order[-treated:]) for order in orders]
    if made.method != "sc":
        return _refit(panel, made, splits)
    donors = panel.donor_rows
    return [
        synthetic_control(
            Panel(
                ("treated", *(str(i) for i in left)),
                panel.times,
                np.vstack([donors[chosen].mean(axis=0), donors[left]]),
                ("treated",),
                panel.before,
            )
        )
        for left, chosen in splits
    ]


def _jackknife(panel: Panel, made: Estimate) -> Placebo:
    """One unit left out at a time, weights fixed and rescaled."""
    donors, treated = panel.donor_rows, panel.treated_rows
    if len(treated) < 2:
        raise PanelRefused(
            say(
                "The jackknife leaves out one unit at a time and needs two or "
                "more treated units. Use placebos instead."
            ),
            code="jackknife_needs_two_treated",
        )

    def att(rows: FloatArray, weights: FloatArray, mean: FloatArray) -> float:
        raw = mean - weights @ rows
        return float(raw[panel.before :].mean() - made.time_weights @ raw[: panel.before])

    found = []
    for i in range(len(donors)):
        rest = np.delete(made.weights, i)
        if rest.sum() <= 0:
            return Placebo("jackknife", 0, None, None, None)
        found.append(att(np.delete(donors, i, axis=0), rest / rest.sum(), treated.mean(axis=0)))
    found += [
        att(donors, made.weights, np.delete(treated, i, axis=0).mean(axis=0))
        for i in range(len(treated))
    ]
    count = len(found)
    spread = (count - 1) / count * float(np.sum((np.array(found) - np.mean(found)) ** 2))
    return Placebo("jackknife", count, None, None, float(np.sqrt(spread)))
