"""The simulator judges by the product's own functions, and the committed calibration holds.

The full run (20,000 series a cell) is `python -m benchmarks.evidence`; here a small one.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks import (
    evidence,
    evidence_before,
    evidence_coverage,
    evidence_families,
    evidence_looks,
    evidence_peers,
    method,
)
from benchmarks.simulate import Plan, World, chunks, drawn, flagged, judged, seen_until

from answerable.evidence.cases import Case
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import ALPHA, Protocol
from answerable.operations.measures.evidence_files import alpha_table, coverage_table
from tests.unit.evidence.make_cases import body, month

RESULTS = Path(evidence.OUT)


@pytest.mark.parametrize("world", [evidence.NULLS[3], evidence.NULLS[4]], ids=["shared", "worst"])
@pytest.mark.parametrize("alone", [False, True])
def test_a_simulated_run_gets_the_verdict_that_judge_gives(world: World, alone: bool) -> None:
    plan = Plan(36, 12, 7)
    runs = drawn(np.random.default_rng(5), replace(world, shift=-0.15), plan, 12)
    found = judged(runs, plan, alone=alone)
    codes = found.verdicts(ALPHA)
    for i in range(12):
        case = Case(
            "1",
            body("T", runs.target[i].tolist()),
            tuple(body(f"P{k}", runs.peers[i, k].tolist()) for k in range(plan.peers)),
        )
        made = judge(
            case,
            Protocol(
                action=month(36),
                direction="decrease",
                selection=None if runs.selection is None else (month(24), month(35)),
                use_peers=not alone,
            ),
        )
        assert made.p_improved == pytest.approx(float(found.p_improved[i]), rel=1e-9)
        assert made.effect == pytest.approx(float(found.effect[i]), rel=1e-9)
        assert made.single is not None
        assert made.single.effect == pytest.approx(float(found.single_effect[i]), rel=1e-9)
        if found.p_without is not None:
            assert made.without_selection is not None
            assert made.without_selection.p_improved == pytest.approx(
                float(found.p_without[i]), rel=1e-9
            )
        words = {1: "improved", -1: "worsened", 0: "no_detectable_change"}
        assert made.verdict == words.get(int(codes[i]), "cannot_be_measured")


def test_a_cell_is_the_same_each_time_it_is_run() -> None:
    plan = Plan(24, 6, 3)
    one, two = (next(chunks(evidence.USUAL, plan, 5)).target for _ in range(2))
    assert np.array_equal(one, two)


def test_the_picked_body_is_the_worst_and_its_peers_are_the_nearest() -> None:
    plan = Plan(36, 6, 3)
    runs = drawn(np.random.default_rng(1), evidence.NULLS[4], plan, 50)
    assert runs.selection is not None
    assert runs.selection.sum() == 12
    picked = runs.target[:, 24:36].mean(axis=1)
    assert (picked > runs.peers[:, :, 24:36].mean(axis=2).max(axis=1)).mean() > 0.95
    assert picked.mean() > 105


@pytest.mark.parametrize("world", evidence.NULLS[:4], ids=lambda world: world.name)
def test_unchanged_series_are_rarely_called_changed(world: World) -> None:
    """2,000 runs at a true rate of 1 % give 20; over 36 has a chance of 1 in 3,000."""
    made = evidence.false_verdicts(world, Plan(36, 12, 7), 2_000)
    assert made["compared"]["improved"]["rate"] * 2_000 <= 36
    assert made["compared"]["worsened"]["rate"] * 2_000 <= 36


def test_power_coverage_and_the_chart_that_is_no_verdict() -> None:
    plan = Plan(36, 12, 7)
    fell = evidence.power_and_coverage(plan, -0.15, 1_000)
    assert fell["compared"]["improved"]["rate"] > 0.70
    assert fell["compared"]["coverage"]["rate"] > 0.97
    part = next(chunks(evidence.USUAL, plan, 1_000))
    false = int((judged(part, plan).verdicts(ALPHA) == 1).sum())
    assert flagged(part, plan).sum() >= 20 * false


def test_the_committed_table_is_what_the_committed_run_proposes() -> None:
    held = json.loads(RESULTS.read_text())
    assert min(cell["runs"] for cell in held["E5"]["cells"]) >= 20_000
    table = alpha_table()
    for corner in held["E5"]["corners"]:
        before, after, peers = corner["before"], corner["after"], corner["peers"]
        given = table.alpha(period="month", before=before, after=after, peers=peers)
        assert corner["alpha"] is not None
        assert (given or ALPHA) == corner["alpha"]


def test_the_committed_error_over_looks_is_within_its_target() -> None:
    held = json.loads(Path(evidence_looks.OUT).read_text())
    assert held["runs"] >= 20_000
    rates = [
        (cell["any look"][way]["rate"], cell["any look"][way]["se"])
        for cell in held["looks"]["cells"]
        for way in ("improved", "worsened")
    ]
    assert len(rates) == 2 * len(evidence.NULLS) * 6
    assert max(rate + 2 * se for rate, se in rates) <= evidence_looks.MOST_OVER_LOOKS
    assert held["looks"]["met"]


def test_the_committed_quarters_need_no_smaller_alpha() -> None:
    held = json.loads(Path(evidence_looks.OUT).read_text())["quarters"]
    table = alpha_table()
    for corner in held["corners"]:
        before, after, peers = corner["before"], corner["after"], corner["peers"]
        given = table.alpha(period="quarter", before=before, after=after, peers=peers)
        assert corner["alpha"] == (given or ALPHA)
    assert all(cell["coverage"]["rate"] >= 0.975 for cell in held["power"])


def test_an_early_look_sees_only_its_own_periods() -> None:
    plan = Plan(24, 24, 3)
    part = next(chunks(evidence.USUAL, plan, 4))
    held, short = seen_until(part, plan, 6)
    assert short == Plan(24, 6, 3)
    assert held.target.shape == (4, 30)
    assert np.array_equal(held.target, part.target[:, :30])


def test_quarters_are_sums_of_three_months() -> None:
    plan = Plan(8, 2, 3, season=4)
    part = next(chunks(evidence.USUAL, plan, 500))
    assert part.target.shape == (500, 10)
    assert 280 < part.target.mean() < 320
    code = judged(part, plan).verdicts(ALPHA)
    assert (code == 1).mean() < 0.02


def test_looks_of_a_small_run_are_rarely_wrong() -> None:
    made = evidence_looks.over_looks(evidence.USUAL, 36, 7, 500)
    assert made["any look"]["improved"]["rate"] <= 0.02
    assert made["any look"]["improved"]["rate"] >= made["after 12"]["improved"]["rate"]


def test_the_coverage_that_verdicts_quote_is_the_committed_one() -> None:
    assert method.COVERAGE.read_text() == method.coverage_written(), (
        "run: python -m benchmarks.method"
    )
    cells = evidence_coverage.every()
    usual = [c for c in cells if (c["period"], c["level"], c["chosen"]) == ("month", 100, False)]
    # Every design with 7, 3 and no peers, in each world without a choice, at each true change.
    assert len(usual) == 9 * 3 * 4 * 3
    assert min(c["runs"] for c in usual) >= 20_000
    quoted = coverage_table().of(
        "count", period="month", before=36, after=12, peers=7, chosen=False, mean=100
    )
    assert quoted is not None
    same = [c["coverage"] for c in usual if (c["before"], c["after"], c["peers"]) == (36, 12, 7)]
    assert (quoted.least, quoted.most) == (min(same), max(same))


def test_a_cell_of_coverage_is_what_the_calibration_found() -> None:
    """The same draws were counted by both, at 12 months after and 7 peers."""
    held = json.loads(RESULTS.read_text())["E8_other_worlds"]["cells"]
    found = {
        (c["world"], c["before"], c["shift"]): c["coverage"]
        for c in evidence_coverage.every()
        if (c["period"], c["after"], c["peers"], c["level"]) == ("month", 12, 7, 100)
    }
    for cell in held:
        key = (cell["world"], cell["before"], cell["shift"])
        assert found[key] == cell["compared"]["coverage"]["rate"]


def test_false_discoveries_of_a_family_are_what_the_method_page_says() -> None:
    """Five in a hundred are kept where something changed; where nothing did they are not, and the
    page says how often some measure of the family is called changed all the same."""
    cells = json.loads(Path(evidence_families.OUT).read_text())["cells"]
    assert {cell["measures"] for cell in cells} == {5, 20, 50, 200}
    ruled = [cell for cell in cells if cell["rule"] != "none" and cell["changed"]]
    assert all(
        c["false_discovery_rate"]["rate"] <= 0.05 + 2 * c["false_discovery_rate"]["se"]
        for c in ruled
    )
    rows = evidence_families.cell("own AR .5 sd .08", 20, 0.5, 0.2, 400)
    assert [row["rule"] for row in rows] == ["none", "bh", "by"]
    assert rows[0]["found"]["rate"] >= rows[1]["found"]["rate"] >= rows[2]["found"]["rate"] > 0.5


def test_a_body_picked_as_the_worst_falls_by_as_much_as_was_put_in() -> None:
    plan = Plan(36, 12, 3)
    world = replace(evidence.NULLS[4], shift=-0.25)
    part = next(chunks(world, plan, 400))
    same = next(chunks(evidence.NULLS[4], plan, 400))
    fell = part.target[:, 36:].mean() / same.target[:, 36:].mean()
    assert fell == pytest.approx(0.75, abs=0.02)
    assert part.peers[:, :, 36:].mean() == pytest.approx(same.peers[:, :, 36:].mean(), rel=0.02)
    (row,) = evidence_coverage.rows(world, Plan(36, 12, 7), 100, 200)
    assert row[evidence_coverage.COLUMNS.index("coverage")] > 0.95


def test_a_verdict_that_one_changed_peer_made_nearly_always_says_that_it_rests_on_one() -> None:
    """EVIDENCE R3, of the kept cells and of one drawn again with fewer runs."""
    names = evidence_peers.COLUMNS
    kept = json.loads(evidence_peers.OUT.read_text())["cells"]
    cells = [dict(zip(names, cell, strict=True)) for cell in kept]
    for cell in cells:
        if cell["shift"] == 0:
            assert cell["rests_on"] > 0.85, cell
        if not cell["touched"]:
            assert abs(cell["bias"]) < 0.005, cell
    again = dict(zip(names, evidence_peers.row(0.0, 3, 1, -0.3, 200), strict=True))
    assert again["rests_on"] > 0.9
    assert again["worsened"] > 0.2


def test_a_change_of_half_a_year_before_the_action_is_told_and_one_with_it_hardly() -> None:
    """Decision 22, of the kept cells and of two drawn again with fewer runs."""
    names = evidence_before.COLUMNS
    kept = json.loads(evidence_before.OUT.read_text())["cells"]
    cells = [dict(zip(names, cell, strict=True)) for cell in kept]
    with_it = [cell["told"] for cell in cells if cell["fell_months_before"] == 0]
    assert max(with_it) < 0.04
    half = [c for c in cells if c["fell_months_before"] == 6 and c["before"] > 24]
    assert min(c["told"] for c in half) > 0.7
    world = evidence_before.WORLDS[0]
    early, same = (evidence_before.row(world, 60, months, 200)[-1] for months in (6, 0))
    assert early > 0.9
    assert same < 0.06
