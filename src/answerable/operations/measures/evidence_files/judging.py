"""`judge` on plain files: cases in, one verdict per case out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from answerable.evidence.cases import Case, CaseRefused
from answerable.evidence.judgement import judge_all
from answerable.evidence.protocol import AlphaTable, FamilyRule, Good, Kind, Protocol
from answerable.evidence.spoken import Spoken
from answerable.evidence.verdicts import Judgement
from answerable.operations.measures.evidence_files import spoken
from answerable.operations.measures.evidence_files.case_rows import bodies, grouped
from answerable.operations.measures.evidence_files.cells import (
    a_choice,
    a_date,
    a_flag,
    a_number,
    a_whole_number,
    dates_of,
)
from answerable.operations.measures.evidence_files.coverages import coverage_table
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Row,
    by_name,
    csv_text,
    read_table,
)
from answerable.vocabulary.refusal import Refusal

TERMS = (
    "action", "direction", "kind", "washout", "selection_start", "selection_end",
    "minimum_change", "alpha", "looks", "look_at", "break", "no_peers",
)  # fmt: skip
DEFAULTS = {"kind": "count", "washout": "0", "minimum_change": "0.10", "looks": "1"}
FAMILY_COLUMNS = ("case", "p_improved", "q_improved", "p_worsened", "q_worsened", "family_rule")
FAMILY_RULES = ("none", "bh", "by")


@dataclass(frozen=True)
class JudgeAnswer:
    """The verdicts of a file, in input order."""

    judgements: tuple[Judgement, ...]
    checks: Mapping[str, str] = field(default_factory=dict)
    """What a check said of the target of a case, by the case."""
    said: tuple[str, ...] = ()
    """How the file was read, where that is not as it usually is."""

    def objects(self) -> list[dict[str, object]]:
        """One JSON object per case, all keys always present."""
        return [_object(made) for made in self.judgements]

    def family_csv(self) -> str:
        """p and q of every case, empty where it cannot be measured."""
        return csv_text(FAMILY_COLUMNS, self.objects())

    def lines(self) -> list[str]:
        """One line per case for a person at a terminal."""
        every = (
            f"Case {made.case}: {made.sentence} {self.checks.get(made.case, '')}"
            for made in self.judgements
        )
        return [*(line.rstrip() for line in every), *self.said]


def judge(
    *,
    text: str,
    cases_text: str | None = None,
    options: Mapping[str, str] | None = None,
    family_rule: str = "bh",
    alphas: AlphaTable,
    on: date | None = None,
) -> JudgeAnswer:
    """Judge every case of a CSV text (`case` optional, `body`, `role`, `period`, `value`, and
    `denominator` optional).

    `options` are the terms by name as text; `cases_text` is a CSV of terms by case and overrides
    them. A case with figures of periods that have not begun `on` a day cannot be measured.
    Raises FileRefused for what refuses the whole file; all else is a case's own verdict.
    """
    rule = cast("FamilyRule", a_choice(family_rule, FAMILY_RULES, where="--family-rule"))
    flags = {key: value for key, value in (options or {}).items() if value}
    by_case = _terms_by_case(cases_text) if cases_text is not None else {}
    table = read_table(
        text,
        required=("body", "role", "period", "value"),
        optional=("case", "denominator"),
        numbers=("value", "denominator"),
    )
    judged = []
    for name, rows in grouped(table).items():
        row = by_case.get(name)
        protocol = _protocol(name, flags, row)
        case = bodies(name, rows, kind=protocol.kind)
        future = bool(spoken.not_begun(case.target.series, on))
        judged.append((replace(case, future=future), protocol))
    checks = {case.name: spoken.of_case(case, protocol) for case, protocol in judged}
    return JudgeAnswer(
        tuple(
            _with(made, checks[made.case], table.notes) for made in _judged(judged, rule, alphas)
        ),
        {name: " ".join(word.sentence for word in words) for name, words in checks.items()},
        table.said,
    )


def _with(made: Judgement, words: Sequence[Spoken], read: tuple[str, ...]) -> Judgement:
    """The verdict with the codes of what checks said of its bodies and how the file was read."""
    codes = (*(word.code for word in words), *read)
    return replace(made, notes=(*made.notes, *codes)) if codes else made


def _judged(
    judged: Sequence[tuple[Case, Protocol]], rule: FamilyRule, alphas: AlphaTable
) -> tuple[Judgement, ...]:
    try:
        return judge_all(judged, family_rule=rule, alphas=alphas, coverages=coverage_table())
    except CaseRefused as refusal:
        raise FileRefused(
            refusal.sentence, code=refusal.code, where=f"case {refusal.case}"
        ) from None


def _terms_by_case(text: str) -> dict[str, Row]:
    table = read_table(
        text,
        required=("case",),
        optional=(*TERMS, "note"),
        what="the cases file",
        numbers=("minimum_change", "alpha"),
    )
    return by_name(table, "case", what="the cases file")


def _protocol(case: str, flags: Mapping[str, str], row: Row | None) -> Protocol:
    """The terms of one case: its own row first, then the options, then the defaults."""
    given = {
        term: (row.get(term) if row else "") or flags.get(term, "") or DEFAULTS.get(term, "")
        for term in TERMS
    }

    def where(term: str) -> str:
        if row and row.get(term):
            return f"case {case}, cases file row {row.line}"
        return f"--{term.replace('_', '-')}"

    for term in ("action", "direction"):
        if not given[term]:
            raise FileRefused(
                f"Case {case} has no {term}. Give --{term}, or a column “{term}” in the cases "
                "file.",
                code=f"{term}_missing",
                where=f"case {case}",
            )
    start, end = given["selection_start"], given["selection_end"]
    if bool(start) != bool(end):
        raise FileRefused(
            f"Case {case}: the selection period needs both its start and its end.",
            code="selection_half_given",
            where=f"case {case}",
        )
    alpha = a_number(given["alpha"], where=where("alpha"))
    minimum = a_number(given["minimum_change"], where=where("minimum_change"))
    kinds = ("count", "rate", "percent", "mean")
    goods = ("increase", "decrease")
    try:
        return Protocol(
            action=a_date(given["action"], where=where("action")),
            direction=cast("Good", a_choice(given["direction"], goods, where=where("direction"))),
            kind=cast("Kind", a_choice(given["kind"], kinds, where=where("kind"))),
            washout=a_whole_number(given["washout"], where=where("washout")),
            selection=(
                a_date(start, where=where("selection_start")),
                a_date(end, where=where("selection_end")),
            )
            if start
            else None,
            minimum_change=minimum if minimum is not None else 0.10,
            alpha=alpha,
            looks=a_whole_number(given["looks"], where=where("looks")),
            look_at=a_whole_number(given["look_at"], where=where("look_at"))
            if given["look_at"]
            else None,
            breaks=dates_of(given["break"], where=where("break")),
            use_peers=not (
                given["no_peers"] and a_flag(given["no_peers"], where=where("no_peers"))
            ),
        )
    except FileRefused:
        raise
    except Refusal as refusal:
        raise FileRefused(refusal.sentence, code=refusal.code, where=f"case {case}") from None


def _object(made: Judgement) -> dict[str, object]:
    one, without, held = made.single, made.without_selection, made.coverage
    each, early = made.without_a_peer, made.before_action
    return {
        "case": made.case,
        "verdict": made.verdict,
        "reason_codes": made.reason_codes,
        "notes": made.notes,
        "sentence": made.sentence,
        "strength": made.strength,
        "method": made.method,
        "scale": made.scale,
        "n_baseline": made.n_baseline,
        "n_after": made.n_after,
        "n_peers": made.n_peers,
        "period": made.period,
        "effect": made.effect,
        "interval_low": made.interval_low,
        "interval_high": made.interval_high,
        "interval_level": made.interval_level,
        "coverage": None
        if held is None
        else {
            "least": held.least,
            "most": held.most,
            "runs": held.runs,
            "n_baseline": held.before,
            "n_after": held.after,
            "n_peers": held.peers,
            "mean": held.level,
            "picked_as_worst": held.chosen,
        },
        "step": made.step,
        "se": made.se,
        "df": made.df,
        "rho": made.rho,
        "t": made.t,
        "p_improved": made.p_improved,
        "p_worsened": made.p_worsened,
        "q_improved": made.q_improved,
        "q_worsened": made.q_worsened,
        "family_rule": made.family_rule,
        "alpha_used": made.alpha_used,
        "alpha_source": made.alpha_source,
        "minimum_change": made.protocol.minimum_change,
        "smallest_detectable_effect": made.smallest_detectable_effect,
        "single": None
        if one is None
        else {
            "effect": one.effect,
            "p_improved": one.p_improved,
            "p_worsened": one.p_worsened,
            "trend_guard": one.trend_guard,
            "pretrend_p": one.pretrend_p,
        },
        "without_selection": None
        if without is None
        else {
            "effect": without.effect,
            "p_improved": without.p_improved,
            "p_worsened": without.p_worsened,
            "n_baseline": without.n_baseline,
        },
        "without_a_peer": None
        if each is None
        else {
            "effect_low": each.effect_low,
            "effect_high": each.effect_high,
            "rests_on": each.rests_on,
        },
        "before_action": None
        if early is None
        else {"months": early.months, "effect": early.effect},
        "measurable_from": made.measurable_from,
        "protocol_sha256": made.protocol.sha256,
    }
