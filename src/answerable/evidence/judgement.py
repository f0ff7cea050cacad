"""The verdict: improved, no detectable change, worsened, or cannot be measured.

The rules are fixed beforehand and in one order. A verdict says whether a measure changed after an
action by more than its peers did. It never says what brought the change about.

>>> from datetime import date
>>> from answerable.evidence.cases import Body, Case
>>> from answerable.evidence.protocol import Protocol
>>> from answerable.evidence.series import Series
>>> burglary = Body("West", Series.monthly(date(2022, 1, 1), [100 + i % 7 for i in range(30)]))
>>> found = judge(Case("1", burglary), Protocol(action=date(2024, 5, 1), direction="decrease"))
>>> found.verdict, found.reason_codes, str(found.measurable_from)
('cannot_be_measured', ('after_short',), '2024-11-01')
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from answerable.evidence.before_action import before_action
from answerable.evidence.cases import (
    LEAST_MEAN,
    SEASON,
    Case,
    Panel,
    arrange,
    in_quarters,
    rows_apart,
)
from answerable.evidence.coverage import NO_COVERAGE, CoverageTable
from answerable.evidence.families import q_values
from answerable.evidence.interrupted import (
    Fit,
    SingleFit,
    design,
    fit,
    on_scale,
    pooled,
    single,
)
from answerable.evidence.measurable import Rows, measurable_from, reason_codes, used_rows
from answerable.evidence.peers import usable_peers
from answerable.evidence.protocol import NO_TABLE, AlphaTable, FamilyRule, Protocol
from answerable.evidence.scatter import MOST_SCATTER, counting_variance, scatter
from answerable.evidence.sentences import sentence
from answerable.evidence.verdicts import (
    Decided,
    Judgement,
    SelectionResult,
    SingleResult,
    Verdict,
    covered,
    decide,
)
from answerable.evidence.without_a_peer import without_a_peer

LEAST_PEERS = 3
VERDICTS: dict[int, Verdict] = {
    1: "improved",
    -1: "worsened",
    0: "no_detectable_change",
    2: "cannot_be_measured",
}


def judge(
    case: Case,
    protocol: Protocol,
    *,
    family_rule: FamilyRule = "bh",
    alphas: AlphaTable = NO_TABLE,
    coverages: CoverageTable = NO_COVERAGE,
) -> Judgement:
    """The verdict on one case. Raises CaseRefused (`action_outside_data`, ...)."""
    return judge_all(
        [(case, protocol)], family_rule=family_rule, alphas=alphas, coverages=coverages
    )[0]


def judge_all(
    cases: Sequence[tuple[Case, Protocol]],
    *,
    family_rule: FamilyRule = "bh",
    alphas: AlphaTable = NO_TABLE,
    coverages: CoverageTable = NO_COVERAGE,
    pending: int = 0,
) -> tuple[Judgement, ...]:
    """Verdicts on all cases of one family, in order; q-values run over the measurable ones.

    `pending` cases of the family have no figures yet: each counts as one that shows nothing.
    `coverages` is what intervals held in simulations; each verdict quotes its own.
    """
    measured = [
        _measured(case, protocol, family_rule=family_rule, alphas=alphas)
        for case, protocol in cases
    ]
    fitted = [
        (i, made.p_improved, made.p_worsened)
        for i, made in enumerate(measured)
        if made.p_improved is not None and made.p_worsened is not None
    ]
    nothing = [1.0] * pending
    better = q_values(np.array([p for _, p, _ in fitted] + nothing), family_rule)
    worse = q_values(np.array([p for _, _, p in fitted] + nothing), family_rule)
    for (i, _, _), q_improved, q_worsened in zip(fitted, better, worse, strict=False):
        measured[i] = _decided(
            replace(measured[i], q_improved=float(q_improved), q_worsened=float(q_worsened))
        )
    with_coverage = (covered(made, coverages) for made in measured)
    return tuple(replace(made, sentence=sentence(made)) for made in with_coverage)


def _decided(made: Judgement) -> Judgement:
    """The verdict of a fitted case, from its own numbers and its q-values."""
    one = made.single
    without = made.without_selection
    found = decide(
        p_improved=np.array(made.p_improved),
        p_worsened=np.array(made.p_worsened),
        q_improved=np.array(made.q_improved),
        q_worsened=np.array(made.q_worsened),
        effect=np.array(made.effect),
        single_effect=np.array(made.effect if one is None else one.effect),
        p_without_selection=None if without is None else np.array(without.p_improved),
        smallest_detectable=np.array(made.smallest_detectable_effect),
        alpha=made.alpha_used,
        minimum_change=made.protocol.minimum_change,
    )
    verdict = VERDICTS[int(found.codes)]
    codes: list[str] = []
    if verdict in ("no_detectable_change", "cannot_be_measured"):
        codes = ["precision"] if verdict == "cannot_be_measured" else []
        codes += _near_misses(found)
    notes = made.notes
    if verdict == "improved" and made.strength == "alone" and without is not None:
        notes = (*notes, "may_be_regression_to_the_mean")
    each = made.without_a_peer
    if each is not None and verdict in ("improved", "worsened"):
        notes = (*notes, *(f"rests_on_peer:{name}" for name in each.rests_on))
    elif each is not None:
        each = replace(each, rests_on=())
    early = made.before_action if verdict in ("improved", "worsened") else None
    if early is not None:
        notes = (*notes, f"began_before_action:{early.months}")
    return replace(
        made,
        verdict=verdict,
        reason_codes=tuple(codes),
        notes=notes,
        without_a_peer=each,
        before_action=early,
    )


def _near_misses(found: Decided) -> list[str]:
    """Why a change that passed its alpha is no verdict, in the order of the conditions."""
    if not (found.better or found.worse):
        return []
    holds = {
        "smaller_than_minimum": found.enough,
        "single_series_differs": found.together,
        "not_without_selection": found.stands,
        "family": found.in_family,
    }
    return [code for code, condition in holds.items() if not condition]


def _measured(
    case: Case, protocol: Protocol, *, family_rule: FamilyRule, alphas: AlphaTable
) -> Judgement:
    """Everything of a verdict but the q-values and what follows from them."""
    panel = arrange(case, protocol)
    missing = panel.missing_share()
    notes: list[str] = []
    if protocol.kind in ("count", "mean") and case.target.denominator is not None:
        notes.append("denominator_ignored")
    if protocol.kind != "mean" and panel.calendar.step == 1 and panel.baseline_mean() < LEAST_MEAN:
        panel = in_quarters(panel, protocol.washout)
        notes.append("aggregated_to_quarters")
    if apart := rows_apart(case.target):
        notes.append(f"rows_apart:{apart}")
    panel, left_out = usable_peers(panel)
    notes += left_out
    compared = len(panel.peer_names) >= LEAST_PEERS
    if not protocol.use_peers:
        notes.append("peers_ignored")
    elif not compared:
        notes.append("few_peers")
    kind = protocol.kind
    alone = on_scale(panel.target, panel.target_den, kind)
    z = alone - pooled(panel.peers, panel.peers_den, kind) if compared else alone
    rows, own = used_rows(panel, z), used_rows(panel, alone)
    before, after = rows.counts
    left = rows.without_selection().counts[0] if protocol.selection else None
    if protocol.selection and left == before:
        notes.append("selection_outside_baseline")
    period = panel.calendar.period
    alpha, source = protocol.alpha_used(
        alphas,
        period=period,
        before=before,
        after=after,
        peers=len(panel.peer_names) if compared else 0,
    )
    codes = reason_codes(case, protocol, panel, rows, missing=missing, left=left)
    mean = panel.baseline_mean()
    made = Judgement(
        case=case.name,
        verdict="cannot_be_measured",
        reason_codes=tuple(codes),
        notes=tuple(notes),
        protocol=protocol,
        method="comparative_its" if compared else "single_its",
        scale={"rate": "log rate", "percent": "log odds"}.get(kind, "log"),
        period=period,
        n_baseline=before,
        n_after=after,
        n_peers=len(panel.peer_names) if compared else 0,
        family_rule=family_rule,
        alpha_used=alpha,
        alpha_source=source,
        missing_share=missing,
        baseline_mean=mean if np.isfinite(mean) else None,
        n_baseline_after_selection=left,
        measurable_from=measurable_from(panel, protocol, after)
        if "after_short" in codes
        else None,
    )
    if codes:
        return made
    return _with_fit(made, panel, rows, own)


def _with_fit(made: Judgement, panel: Panel, rows: Rows, own: Rows) -> Judgement:
    """The fit of the method, of the target alone, and of both without the selection."""
    protocol = made.protocol
    alone = _single(panel, own, protocol)
    primary = _compared(panel, rows, protocol) if made.strength == "compared" else alone.fit
    if bool(primary.flat):
        return replace(made, reason_codes=("no_residual_variation",))
    notes = made.notes
    if made.strength == "compared" and _scatter(panel, rows, protocol) > MOST_SCATTER:
        notes = (*notes, "varies_more_than_counting")
    if made.strength == "alone":
        notes = (*notes, "interval_narrow_without_peers")
    each = (
        without_a_peer(panel, protocol, primary, alpha=made.alpha_used)
        if made.strength == "compared"
        else None
    )
    low, high = primary.interval()
    without = None
    if protocol.selection is not None:
        kept = rows.without_selection()
        again = (
            _compared(panel, kept, protocol)
            if made.strength == "compared"
            else _single(panel, kept, protocol).fit
        )
        without = SelectionResult(
            effect=float(again.effect()),
            p_improved=float(again.p_improved),
            p_worsened=float(again.p_worsened),
            n_baseline=kept.counts[0],
        )
    return replace(
        made,
        notes=notes,
        effect=float(primary.effect()),
        interval_low=float(low),
        interval_high=float(high),
        step=float(primary.step),
        se=float(primary.se),
        df=float(primary.df),
        rho=float(primary.rho),
        t=float(primary.t),
        p_improved=float(primary.p_improved),
        p_worsened=float(primary.p_worsened),
        smallest_detectable_effect=float(
            primary.smallest_detectable(made.alpha_used, protocol.direction)
        ),
        single=SingleResult(
            effect=float(alone.fit.effect()),
            p_improved=float(alone.fit.p_improved),
            p_worsened=float(alone.fit.p_worsened),
            trend_guard=bool(alone.guarded),
            pretrend_p=float(alone.pretrend_p),
        ),
        without_selection=without,
        without_a_peer=each,
        shares=_shares(panel, rows) if protocol.kind == "percent" else None,
        before_action=before_action(
            panel,
            rows,
            direction=protocol.direction,
            better=bool(primary.p_improved < primary.p_worsened),
        ),
    )


def _shares(panel: Panel, rows: Rows) -> tuple[float, float] | None:
    if panel.target_den is None:
        return None
    parts, wholes = panel.target[rows.t], panel.target_den[rows.t]
    before, after = ~rows.after, rows.after
    return (
        float(parts[before].sum() / wholes[before].sum()),
        float(parts[after].sum() / wholes[after].sum()),
    )


def _scatter(panel: Panel, rows: Rows, protocol: Protocol) -> float:
    """How much the compared series varies beside what counting alone explains."""
    kind, used = protocol.kind, rows.t
    if kind == "mean":
        return 0.0
    den = None if panel.target_den is None else panel.target_den[used]
    dens = None if panel.peers_den is None else panel.peers_den[:, used].sum(axis=0)
    counting = counting_variance(panel.target[used], den, kind) + counting_variance(
        panel.peers[:, used].sum(axis=0), dens, kind
    )
    season = SEASON[panel.calendar.period]
    return float(scatter(rows.z, rows.t, rows.after, season, counting=counting))


def _compared(panel: Panel, rows: Rows, protocol: Protocol) -> Fit:
    x = design(rows.t, rows.after, SEASON[panel.calendar.period], trend_from=None)
    return fit(rows.z, rows.t, x, direction=protocol.direction)


def _single(panel: Panel, rows: Rows, protocol: Protocol) -> SingleFit:
    return single(
        rows.z,
        rows.t,
        rows.after,
        SEASON[panel.calendar.period],
        action=panel.calendar.action,
        direction=protocol.direction,
    )
