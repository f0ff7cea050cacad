"""The verdict's rules in their order, and every case that must not get a verdict."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from answerable.evidence.cases import Body, Case, CaseRefused
from answerable.evidence.families import q_values
from answerable.evidence.judgement import judge, judge_all
from answerable.evidence.protocol import (
    AlphaCorner,
    AlphaTable,
    Protocol,
    ProtocolRefused,
    digest,
)
from answerable.evidence.series import Series
from answerable.evidence.verdicts import decide
from tests.unit.evidence.make_cases import FIRST, Made, body, month

FELL = Made(shift=-0.3)
SAME = Made()


def with_target(case: Case, values: list[float | None]) -> Case:
    return replace(case, target=body("T", values))


def values(case: Case) -> list[float | None]:
    return list(case.target.series.values)


# --- the four verdicts ---


def test_a_verdict_says_how_far_it_rests_on_any_one_peer() -> None:
    """A peer whose recording mostly stopped makes the body look worse beside it."""
    case = Made(peers=4, shift=0.05, seed=2).case()
    first, *others = case.peers
    lost = [v if i < 36 else (v or 0) / 4 for i, v in enumerate(first.series.values)]
    peers = (replace(first, series=replace(first.series, values=tuple(lost))), *others)
    made = judge(replace(case, peers=peers), SAME.protocol())
    assert made.verdict == "worsened"
    assert made.without_a_peer is not None
    assert made.without_a_peer.rests_on == (first.name,)
    assert f"rests_on_peer:{first.name}" in made.notes
    assert "Without one of them it would not be called." in made.sentence
    whole = judge(FELL.case(), FELL.protocol())
    assert whole.without_a_peer is not None
    assert (
        whole.without_a_peer.effect_low <= (whole.effect or 0) <= whole.without_a_peer.effect_high
    )
    assert not any(note.startswith("rests_on_peer") for note in whole.notes)
    assert "With any one of the peers left out the change is between -" in whole.sentence
    assert judge(FELL.case(), FELL.protocol(use_peers=False)).without_a_peer is None
    same = judge(SAME.case(), SAME.protocol()).without_a_peer
    assert same is not None
    assert same.rests_on == ()


def test_a_large_fall_against_steady_peers_is_an_improvement() -> None:
    made = judge(FELL.case(), FELL.protocol())
    assert (made.verdict, made.reason_codes, made.strength) == ("improved", (), "compared")
    assert (made.n_baseline, made.n_after, made.n_peers, made.period) == (36, 12, 7, "month")
    assert made.effect is not None
    assert -0.4 < made.effect < -0.2
    assert made.q_improved == made.p_improved
    assert "Improved: the count fell by" in made.sentence
    assert "not fixed beforehand" in made.sentence
    assert "caus" not in made.sentence


def test_the_same_fall_is_a_worsening_when_more_is_better() -> None:
    made = judge(FELL.case(), FELL.protocol(direction="increase"))
    assert made.verdict == "worsened"
    assert made.sentence.startswith("Worsened: the count fell")


def test_no_change_says_what_would_have_been_seen() -> None:
    made = judge(SAME.case(), SAME.protocol())
    assert made.verdict == "no_detectable_change"
    assert made.smallest_detectable_effect is not None
    assert "In 8 cases of 10 we would have seen a change of" in made.sentence


def test_noise_that_hides_a_change_of_30_percent_cannot_be_measured() -> None:
    draws = np.random.default_rng(5)
    wild: list[float | None] = [float(v) for v in 50 * np.exp(draws.normal(size=48))]
    made = judge(with_target(SAME.case(), wild), SAME.protocol())
    assert (made.verdict, made.reason_codes) == ("cannot_be_measured", ("precision",))
    assert made.effect is not None
    assert "vary so much" in made.sentence


def test_a_change_smaller_than_the_minimum_is_named_and_is_no_verdict() -> None:
    made = judge(FELL.case(), FELL.protocol(minimum_change=0.6))
    assert (made.verdict, made.reason_codes) == ("no_detectable_change", ("smaller_than_minimum",))
    assert "smaller than the 60 % set for this test" in made.sentence
    fixed = judge(FELL.case(), FELL.protocol(minimum_change=0.6, sha256="ab"))
    assert "smaller than the 60 % fixed beforehand" in fixed.sentence
    assert "not fixed beforehand" not in fixed.sentence


def test_the_earliest_day_is_one_on_which_few_enough_are_missing_too() -> None:
    """Of 41 months 5 have no value; 9 more are needed until that is one in ten."""
    case = Made(after=5).case()
    gaps = [None if i in (3, 9, 15, 21, 27) else v for i, v in enumerate(values(case))]
    made = judge(with_target(case, gaps), SAME.protocol())
    assert set(made.reason_codes) == {"after_short", "missing"}
    assert made.measurable_from == month(50)
    assert "It can be judged from 1 March 2023 at the earliest." in made.sentence


def test_of_a_percent_the_share_itself_stands_beside_the_odds() -> None:
    draws = np.random.default_rng(3)
    whole: list[float | None] = [2000.0] * 48
    parts = [float(draws.binomial(2000, 0.8 if i < 36 else 0.9)) for i in range(48)]
    target = body("T", parts, whole)
    terms = SAME.protocol(kind="percent", direction="increase")
    made = judge(Case("1", target), terms)
    before, after = sum(parts[:36]) / 72_000, sum(parts[36:]) / 24_000
    assert made.shares == pytest.approx((before, after))
    assert "the odds rose by" in made.sentence
    assert f"The share itself was {100 * before:.1f} % before" in made.sentence


def test_too_few_peers_are_said_to_be_why_it_is_judged_alone() -> None:
    two = Made(peers=2, shift=-0.3)
    assert "Fewer than 3 peers could be used" in judge(two.case(), two.protocol()).sentence
    assert "Fewer than 3" not in judge(two.case(), two.protocol(use_peers=False)).sentence
    assert "Fewer than 3" not in judge(FELL.case(), FELL.protocol()).sentence


@pytest.mark.parametrize("use_peers", [True, False])
def test_a_fall_that_came_before_the_action_is_told(use_peers: bool) -> None:
    calm = Made(before=60)
    early = [v if i < 54 else round((v or 0) * 0.75) for i, v in enumerate(values(calm.case()))]
    terms = calm.protocol(use_peers=use_peers)
    made = judge(with_target(calm.case(), early), terms)
    assert made.verdict == "improved"
    assert made.before_action is not None
    assert made.before_action.months == 6
    assert "began_before_action:6" in made.notes
    assert "It seems to have begun before the action: in the 6 months before it" in made.sentence
    assert "caus" not in made.sentence


def test_a_change_that_began_with_the_action_is_not_called_an_earlier_one() -> None:
    fell = judge(FELL.case(), FELL.protocol())
    assert (fell.verdict, fell.before_action) == ("improved", None)
    rose = [v if i < 24 else round((v or 0) * 1.4) for i, v in enumerate(values(FELL.case()))]
    worse_before = judge(with_target(FELL.case(), rose), FELL.protocol())
    assert worse_before.before_action is None
    assert judge(SAME.case(), SAME.protocol()).before_action is None


# --- the conditions one by one: arrays of one row that passes, each spoilt in turn ---

PASSES = {
    "p_improved": 0.001,
    "p_worsened": 0.999,
    "q_improved": 0.04,
    "q_worsened": 1.0,
    "effect": -0.2,
    "single_effect": -0.1,
    "p_without_selection": 0.004,
    "smallest_detectable": 0.1,
}
WORSE = PASSES | {"p_improved": 0.999, "p_worsened": 0.001, "q_improved": 1.0, "q_worsened": 0.04}


@pytest.mark.parametrize(
    ("base", "spoilt", "code"),
    [
        (PASSES, {}, 1),
        (PASSES, {"smallest_detectable": 0.9}, 1),
        (PASSES, {"p_improved": 0.005}, 0),
        (PASSES, {"effect": -0.0999}, 0),
        (PASSES, {"single_effect": 0.1}, 0),
        (PASSES, {"p_without_selection": 0.005}, 0),
        (PASSES, {"q_improved": 0.05}, 0),
        (PASSES, {"q_improved": 0.05, "smallest_detectable": 0.31}, 2),
        (PASSES, {"q_improved": 0.05, "smallest_detectable": 0.30}, 0),
        (WORSE, {"effect": 0.2, "single_effect": 0.1}, -1),
        (WORSE, {"effect": 0.2, "single_effect": 0.1, "p_without_selection": 0.9}, -1),
        (WORSE, {"effect": 0.2, "single_effect": -0.1}, 0),
        (WORSE, {"effect": 0.05, "single_effect": 0.1}, 0),
        (WORSE, {"effect": 0.2, "single_effect": 0.1, "q_worsened": 0.05}, 0),
    ],
)
def test_the_decision(base: dict[str, float], spoilt: dict[str, float], code: int) -> None:
    given = {key: np.array(value) for key, value in (base | spoilt).items()}
    found = decide(alpha=0.005, minimum_change=0.1, **given)
    assert int(found.codes) == code


def test_a_body_that_stood_still_among_rising_peers_did_not_improve() -> None:
    """Against its peers it fell; its own series did not, so nothing is called."""
    case = Made(shift=0.04, seed=8).case()
    risen = tuple(
        body(
            peer.name,
            [(v or 0) * (1.35 if i >= 36 else 1) for i, v in enumerate(peer.series.values)],
        )
        for peer in case.peers
    )
    made = judge(replace(case, peers=risen), SAME.protocol())
    assert made.verdict == "no_detectable_change"
    assert made.reason_codes == ("single_series_differs",)
    assert "own series moved the other way" in made.sentence


# --- reasons for which nothing is measured ---

EMPTY: list[float | None] = [None]


@pytest.mark.parametrize(
    ("case", "protocol", "codes"),
    [
        (Made(before=23).case(), Made(before=23).protocol(), ("baseline_short",)),
        (Made(after=5).case(), Made(after=5).protocol(), ("after_short",)),
        (FELL.case(), FELL.protocol(washout=7), ("after_short",)),
        (FELL.case(), FELL.protocol(breaks=(month(20),)), ("recording_break",)),
        (FELL.case(), FELL.protocol(breaks=(month(47),)), ("recording_break",)),
        (
            FELL.case(),
            FELL.protocol(selection=(month(11), month(35))),
            ("baseline_after_selection_short",),
        ),
        (FELL.case(), FELL.protocol(definition_reviewed=False), ("definition_not_reviewed",)),
        (replace(FELL.case(), suppressed=True), FELL.protocol(), ("suppressed",)),
        (
            with_target(FELL.case(), values(FELL.case())[:30] + EMPTY * 6 + [9.0] * 12),
            FELL.protocol(),
            ("missing",),
        ),
        (with_target(FELL.case(), [0.0] * 48), FELL.protocol(), ("expected_too_small",)),
        (with_target(FELL.case(), [1.0] * 48), FELL.protocol(), ("expected_too_small",)),
        (
            with_target(FELL.case(), [5.0] * 47 + [-1.0]),
            FELL.protocol(kind="mean"),
            ("not_positive",),
        ),
        (
            Case("1", body("T", [70.0] * 48)),
            FELL.protocol(),
            ("no_residual_variation",),
        ),
        (
            Case("1", body("T", [40.0] * 47 + [70.0], [50.0] * 48)),
            FELL.protocol(kind="percent"),
            ("numerator_above_denominator",),
        ),
        (
            Made(before=10, after=4, mean=1).case(),
            Made(before=10, after=4).protocol(),
            ("baseline_short", "after_short", "expected_too_small"),
        ),
    ],
)
def test_what_cannot_be_measured_says_every_reason(
    case: Case, protocol: Protocol, codes: tuple[str, ...]
) -> None:
    made = judge(case, protocol)
    assert (made.verdict, made.reason_codes) == ("cannot_be_measured", codes)
    assert made.effect is None
    assert made.q_improved is None
    assert made.sentence.startswith("Cannot be measured: ")


def test_a_break_at_the_first_period_or_after_the_last_crosses_nothing() -> None:
    for day in (FIRST, month(48), date(2010, 1, 1)):
        assert judge(FELL.case(), FELL.protocol(breaks=(day,))).verdict == "improved"


def test_all_missing_is_refused_a_verdict_and_nothing_breaks() -> None:
    made = judge(with_target(FELL.case(), EMPTY * 48), FELL.protocol())
    assert made.verdict == "cannot_be_measured"
    assert set(made.reason_codes) >= {"baseline_short", "after_short", "missing"}


def test_measurable_from_is_the_day_after_the_sixth_period() -> None:
    early = Made(after=4)
    made = judge(early.case(), early.protocol())
    assert made.measurable_from == month(36 + 6)
    assert "from 1 July 2022" in made.sentence
    washed = judge(early.case(), early.protocol(washout=3))
    assert washed.measurable_from == month(36 + 3 + 6)
    assert judge(FELL.case(), FELL.protocol()).measurable_from is None


def test_a_look_that_has_not_come_is_not_taken_early() -> None:
    made = judge(FELL.case(), FELL.protocol(looks=3, look_at=24))
    assert made.reason_codes == ("after_short",)
    assert made.measurable_from == month(36 + 24)
    first = judge(FELL.case(), FELL.protocol(looks=3, look_at=6))
    assert (first.n_after, first.alpha_used) == (6, 0.005 / 3)


# --- scales, peers, selection, quarters ---


def test_rates_and_percents_use_their_denominators() -> None:
    draws = np.random.default_rng(2)
    den = [1000.0 + i for i in range(48)]

    def made(p: float, after: float) -> list[float | None]:
        chance = np.where(np.arange(48) >= 36, after, p)
        return [float(v) for v in draws.binomial(1000, chance)]

    peers = tuple(body(f"P{i}", made(0.3, 0.3), den) for i in range(4))
    case = Case("1", body("T", made(0.3, 0.2), den), peers)
    rate = judge(case, FELL.protocol(kind="rate"))
    odds = judge(case, FELL.protocol(kind="percent"))
    assert rate.verdict == odds.verdict == "improved"
    # Odds of 0.2 against 0.3: 0.25 / 0.4286 - 1 = -0.42; the rate falls by a third.
    assert rate.effect == pytest.approx(-0.33, abs=0.05)
    assert odds.effect == pytest.approx(-0.42, abs=0.05)
    assert (rate.scale, odds.scale) == ("log rate", "log odds")
    assert "denominator_ignored" in judge(case, FELL.protocol()).notes


def test_a_mean_is_compared_as_a_ratio() -> None:
    draws = np.random.default_rng(3)
    days = [float(v) for v in 20 * np.exp(0.05 * draws.normal(size=48))]
    case = Case("1", body("T", [d if i < 36 else 0.7 * d for i, d in enumerate(days)]))
    made = judge(case, FELL.protocol(kind="mean"))
    assert made.verdict == "improved"
    assert made.strength == "alone"
    assert "national change is not ruled out" in made.sentence
    assert "interval_narrow_without_peers" in made.notes
    # A mean with denominators is the total over them.
    den = [2.0] * 48
    halved = replace(case, target=body("T", [2 * (v or 0) for v in values(case)], den))
    assert judge(halved, FELL.protocol(kind="mean")).effect == pytest.approx(made.effect, rel=1e-9)


def test_under_three_peers_is_a_single_series_and_says_so() -> None:
    two = replace(FELL.case(), peers=FELL.case().peers[:2])
    made = judge(two, FELL.protocol())
    assert (made.strength, made.method, made.n_peers) == ("alone", "single_its", 0)
    assert "few_peers" in made.notes
    ignored = judge(FELL.case(), FELL.protocol(use_peers=False))
    assert ignored.notes == ("peers_ignored", "interval_narrow_without_peers")


def test_a_gappy_peer_is_dropped_and_named() -> None:
    case = FELL.case()
    held = list(case.peers[0].series.values)
    gappy = body("P0", [None] * 6 + held[6:])
    made = judge(replace(case, peers=(gappy, *case.peers[1:])), FELL.protocol())
    assert made.notes == ("peer_dropped:P0",)
    assert made.n_peers == 6
    nearly = body("P0", [None] * 4 + held[4:])
    kept = judge(replace(case, peers=(nearly, *case.peers[1:])), FELL.protocol())
    assert (kept.n_peers, kept.n_baseline) == (7, 32)


def test_a_skipped_period_equals_a_missing_one() -> None:
    case = FELL.case()
    held = values(case)
    held[10] = None
    skipped = Body(
        "T",
        Series(
            tuple(month(i) for i in range(48) if i != 10),
            tuple(v for i, v in enumerate(held) if i != 10),
        ),
    )
    one = judge(with_target(case, held), FELL.protocol())
    two = judge(replace(case, target=skipped), FELL.protocol())
    assert one == two
    assert one.n_baseline == 35


def test_selection_months_make_an_improvement_harder_and_not_a_worsening() -> None:
    """The last 12 months before the action were bad by themselves; without them, no change."""
    case = SAME.case()
    spiked = [(v or 0) * (1.5 if 24 <= i < 36 else 1.0) for i, v in enumerate(values(case))]
    selection = (month(24), month(35))
    bare = judge(with_target(case, list(spiked)), SAME.protocol())
    made = judge(with_target(case, list(spiked)), SAME.protocol(selection=selection))
    assert made.without_selection is not None
    assert made.without_selection.n_baseline == 24
    assert made.verdict != "improved"
    assert bare.without_selection is None
    worse = judge(FELL.case(), FELL.protocol(direction="increase", selection=selection))
    assert worse.verdict == "worsened"


def test_a_selection_outside_the_baseline_takes_nothing_away_and_is_noted() -> None:
    made = judge(FELL.case(), FELL.protocol(selection=(month(-20), month(-10))))
    assert made.notes == ("selection_outside_baseline",)
    assert made.without_selection is not None
    assert made.without_selection.n_baseline == 36


def test_four_quarters_left_without_the_selection_are_fitted_with_the_guard_on() -> None:
    draws = np.random.default_rng(4)
    mean = np.where(np.arange(14) >= 8, 150, 300)
    case = Case("1", body("T", [float(v) for v in draws.poisson(mean)], step=3))
    protocol = Protocol(action=month(24), direction="decrease", selection=(month(12), month(21)))
    made = judge(case, protocol)
    assert made.without_selection is not None
    assert made.without_selection.n_baseline == 4
    # Four quarters cannot show a trend, so one is put in the model and the larger p is taken.
    assert made.without_selection.p_improved > (made.p_improved or 0)


def test_a_single_series_with_selection_may_be_regression_to_the_mean() -> None:
    made = judge(FELL.case(), FELL.protocol(use_peers=False, selection=(month(30), month(35))))
    assert made.verdict == "improved"
    assert "may be regression to the mean" in made.sentence


def test_small_monthly_counts_are_added_up_to_quarters_from_the_action() -> None:
    few = Made(mean=4, before=37, after=13)
    made = judge(few.case(), few.protocol())
    assert made.period == "quarter"
    assert "aggregated_to_quarters" in made.notes
    # 37 months before the action hold 12 whole quarters, 13 after it hold 4.
    assert (made.n_baseline, made.n_after) == (12, 4)
    washed = judge(few.case(), few.protocol(washout=2))
    assert washed.n_after == 3


def test_quarters_are_judged_as_quarters() -> None:
    draws = np.random.default_rng(4)
    mean = np.where(np.arange(20) >= 14, 180, 300)
    bodies = [
        body(name, [float(v) for v in draws.poisson(m)], step=3)
        for name, m in [("T", mean), *((f"P{i}", np.full(20, 300)) for i in range(4))]
    ]
    protocol = Protocol(action=date(2022, 8, 15), direction="decrease")
    made = judge(Case("1", bodies[0], tuple(bodies[1:])), protocol)
    assert (made.period, made.n_baseline, made.n_after) == ("quarter", 14, 6)
    assert made.verdict == "improved"


@pytest.mark.parametrize("size", [1e300, 1e-3])
def test_huge_and_tiny_numbers_give_a_verdict_with_finite_numbers(size: float) -> None:
    draws = np.random.default_rng(6)
    held = [float(v) for v in size * np.exp(0.05 * draws.normal(size=48) - 0.5)]
    made = judge(Case("1", body("T", held)), FELL.protocol(kind="mean"))
    assert made.verdict == "no_detectable_change"
    assert all(np.isfinite(x) for x in (made.effect, made.interval_low, made.interval_high))


# --- what is refused ---


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ([date(2020, 1, 1), date(2020, 1, 8), date(2020, 2, 1)], "mixed_frequency"),
        ([month(i) for i in range(24)] + [month(24 + 3 * i) for i in range(5)], "mixed_frequency"),
    ],
)
def test_rows_at_two_spacings_are_refused(dates: list[date], code: str) -> None:
    case = Case("1", Body("T", Series(tuple(dates), (1.0,) * len(dates))))
    with pytest.raises(CaseRefused) as refusal:
        judge(case, Protocol(action=dates[-1], direction="decrease"))
    assert refusal.value.code == code


def test_a_quarterly_peer_of_a_monthly_target_is_refused() -> None:
    quarterly = body("Q", [300.0] * 16, step=3)
    with pytest.raises(CaseRefused) as refusal:
        judge(replace(FELL.case(), peers=(quarterly,)), FELL.protocol())
    assert refusal.value.code == "mixed_frequency"


@pytest.mark.parametrize("action", [date(2018, 12, 31), month(48)])
def test_an_action_outside_the_data_is_refused(action: date) -> None:
    with pytest.raises(CaseRefused) as refusal:
        judge(FELL.case(), FELL.protocol(action=action))
    assert refusal.value.code == "action_outside_data"


def test_a_rate_without_a_denominator_is_refused() -> None:
    with pytest.raises(CaseRefused) as refusal:
        judge(FELL.case(), FELL.protocol(kind="rate"))
    assert refusal.value.code == "denominator_missing"


def test_a_target_without_rows_is_refused() -> None:
    with pytest.raises(CaseRefused) as refusal:
        judge(Case("1", body("T", [])), FELL.protocol())
    assert refusal.value.code == "no_target"


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"washout": -1}, "washout_out_of_range"),
        ({"selection": (month(3), month(2))}, "selection_reversed"),
        ({"minimum_change": float("nan")}, "minimum_change_out_of_range"),
        ({"alpha": 0.5}, "alpha_out_of_range"),
        ({"looks": 2}, "looks_not_offered"),
        ({"look_at": 7}, "look_not_offered"),
        ({"looks": 3}, "look_at_required"),
    ],
)
def test_terms_that_contradict_themselves_are_refused(terms: dict[str, object], code: str) -> None:
    with pytest.raises(ProtocolRefused) as refusal:
        FELL.protocol(**terms)
    assert refusal.value.code == code


# --- families, alphas, protocol ---


def test_benjamini_hochberg_and_yekutieli_by_hand() -> None:
    """p = .01, .02, .04: BH q = .03, .03, .04; BY multiplies by 1 + 1/2 + 1/3."""
    p = np.array([0.04, 0.01, 0.02])
    assert q_values(p, "bh") == pytest.approx([0.04, 0.03, 0.03])
    assert q_values(p, "by") == pytest.approx(np.array([0.04, 0.03, 0.03]) * 11 / 6)
    assert q_values(p, "none") is p
    assert q_values(np.array([0.9, 0.95]), "by") == pytest.approx([1.0, 1.0])


def test_a_family_of_many_unchanged_takes_a_borderline_verdict_back() -> None:
    borderline = Made(shift=-0.16, seed=11)
    alone = judge(borderline.case(), borderline.protocol())
    assert alone.verdict == "improved"
    crowd = [(Made(seed=i).case(str(i)), SAME.protocol()) for i in range(100, 160)]
    made = judge_all([(borderline.case(), borderline.protocol()), *crowd])[0]
    assert made.p_improved == alone.p_improved
    assert made.q_improved is not None
    assert made.q_improved > (made.p_improved or 0)
    spared = judge_all([(borderline.case(), borderline.protocol()), *crowd], family_rule="none")[0]
    assert spared.q_improved == alone.p_improved


def test_what_cannot_be_measured_is_in_no_family() -> None:
    short = Made(before=10)
    together = judge_all([(FELL.case(), FELL.protocol()), (short.case(), short.protocol())])
    assert together[0].q_improved == together[0].p_improved


def test_a_corner_of_the_table_lowers_alpha_and_an_option_overrides_it() -> None:
    table = AlphaTable((AlphaCorner("month", (24, 40), (6, 12), (3, 99), 0.003),))
    made = judge(FELL.case(), FELL.protocol(), alphas=table)
    assert (made.alpha_used, made.alpha_source) == (0.003, "table")
    asked = judge(FELL.case(), FELL.protocol(alpha=0.01), alphas=table)
    assert (asked.alpha_used, asked.alpha_source) == (0.01, "option")
    alone = judge(FELL.case(), FELL.protocol(use_peers=False), alphas=table)
    assert (alone.alpha_used, alone.alpha_source) == (0.005, "default")


def test_the_digest_covers_every_term() -> None:
    def hashed(protocol: Protocol, peers: list[str]) -> str:
        return digest(
            protocol,
            measure="m",
            body="b",
            peers=peers,
            family=[("m", "b")],
            family_rule="bh",
        )

    first = hashed(FELL.protocol(), ["x", "y"])
    assert first == hashed(FELL.protocol(sha256="z"), ["y", "x"])
    assert first != hashed(FELL.protocol(washout=1), ["x", "y"])
    assert first != hashed(FELL.protocol(), ["x"])
