"""Every verdict says how often intervals made its way held the true change in simulations."""

from dataclasses import replace

import pytest

from answerable.evidence.coverage import Coverage, CoverageTable
from answerable.evidence.judgement import judge
from tests.unit.evidence.make_cases import Made

FELL = Made(shift=-0.3)


def cell(**change: object) -> Coverage:
    usual = Coverage("month", 36, 12, 7, False, 100.0, 0.98, 0.9938, 20_000)
    return replace(usual, **change)  # type: ignore[arg-type]  # the test names the fields


TABLE = CoverageTable(
    (
        cell(),
        cell(before=24, least=0.97),
        cell(after=6, least=0.96),
        cell(peers=3, least=0.95),
        cell(peers=0, least=0.90),
        cell(level=10.0, least=0.985),
        cell(chosen=True, least=0.94),
        cell(period="quarter", before=12, after=4, level=300.0, least=0.93),
    )
)


def least(**change: object) -> float | None:
    asked: dict[str, object] = {
        "period": "month", "before": 36, "after": 12, "peers": 7, "chosen": False, "mean": 100.0,
    } | change  # fmt: skip
    kind = asked.pop("kind", "count")
    found = TABLE.of(kind, **asked)  # type: ignore[arg-type]  # the test names the fields
    return None if found is None else found.least


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, 0.98),
        # A design between two simulated ones takes the one that it reaches.
        ({"before": 59, "after": 23, "peers": 99}, 0.98),
        ({"before": 35}, 0.97),
        ({"after": 11}, 0.96),
        ({"peers": 6}, 0.95),
        # Alone is no design with few peers.
        ({"peers": 0}, 0.90),
        # The nearest level in ratio, at most 3.16 times away.
        ({"mean": 31.0}, 0.985),
        ({"mean": 32.0}, 0.98),
        ({"mean": 316.0}, 0.98),
        ({"mean": 317.0}, None),
        ({"mean": 3.1}, None),
        ({"mean": 0.0}, None),
        ({"chosen": True}, 0.94),
        ({"period": "quarter", "mean": 300.0}, 0.93),
        ({"period": "quarter", "mean": 300.0, "peers": 0}, None),
        ({"before": 23}, None),
        ({"kind": "rate"}, 0.98),
        ({"kind": "percent"}, None),
        ({"kind": "mean"}, None),
    ],
)
def test_a_case_takes_the_cell_that_is_like_it(
    change: dict[str, object], expected: float | None
) -> None:
    assert least(**change) == expected


def test_the_verdict_says_it_beside_its_interval_whatever_the_scatter() -> None:
    for seed in range(6):
        made = Made(seed=seed, shift=-0.3)
        found = judge(made.case(), made.protocol(), coverages=TABLE)
        assert found.coverage == cell()
        assert (
            "In the simulations nearest to this case (36 months before and 12 after, 7 peers, "
            "about 100 a month) intervals made this way held the true change 98.0 to 99.4 "
            "times in 100."
        ) in found.sentence
    alone = judge(FELL.case(), FELL.protocol(use_peers=False), coverages=TABLE)
    assert "the body alone, about 100 a month) intervals" in alone.sentence
    assert "held the true change 90.0 to 99.4 times in 100" in alone.sentence


def test_a_body_that_was_picked_is_told_by_what_picked_ones_showed() -> None:
    terms = FELL.protocol(selection=(FELL.protocol().action, FELL.protocol().action))
    found = judge(FELL.case(), terms, coverages=TABLE)
    assert found.coverage == cell(chosen=True, least=0.94)
    assert "about 100 a month, picked as the worst of 43)" in found.sentence


def test_where_nothing_like_it_was_simulated_the_verdict_says_so() -> None:
    only = CoverageTable((cell(level=10_000.0),))
    found = judge(FELL.case(), FELL.protocol(), coverages=only)
    assert (found.coverage, found.notes[-1]) == (None, "coverage_not_simulated")
    assert "No simulation is like this case, so how often such an interval" in found.sentence
    short = judge(FELL.case(), FELL.protocol(look_at=24, looks=1), coverages=only)
    assert short.verdict == "cannot_be_measured"
    assert "simulation" not in short.sentence
    assert judge(FELL.case(), FELL.protocol()).coverage is None
