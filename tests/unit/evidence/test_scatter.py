"""Numbers that vary more than counting explains are told of; numbers that do not are not."""

import numpy as np
import pytest

from answerable.evidence.coverage import Coverage, CoverageTable
from answerable.evidence.judgement import judge
from answerable.evidence.scatter import counting_variance, scatter
from tests.unit.evidence.make_cases import Made, body

NOTE = "varies_more_than_counting"
WORDS = "the lower figure is the safer one"


def test_scatter_by_hand() -> None:
    """Residuals of +-0.2 about one level: variance .04 over a counting variance of 1/100."""
    t = np.arange(40)
    z = np.where(t % 2 == 0, 0.2, -0.2)
    counting = counting_variance(np.full(40, 99.5), None, "count")
    found = scatter(z, t, t >= 30, 12, counting=counting)
    assert found == pytest.approx(0.04 * 40 / (40 - 6) / 0.01, rel=0.05)


def test_a_part_of_a_whole_varies_at_both_ends_and_a_mean_is_not_known() -> None:
    both = counting_variance(np.array([49.5]), np.array([100.0]), "percent")
    assert both == pytest.approx([1 / 50 + 1 / 51])
    assert counting_variance(np.array([5.0]), None, "mean").tolist() == [0.0]
    few = np.arange(4)
    assert scatter(few.astype(np.float64), few, few > 3, 12, counting=np.ones(4)).tolist() == 0.0


def test_plain_counts_are_seldom_told_of_and_drifting_ones_are() -> None:
    plain = [Made(seed=seed) for seed in range(40)]
    told = [NOTE in judge(made.case(), made.protocol()).notes for made in plain]
    assert sum(told) <= 8
    made = Made()
    drift = np.cumsum(np.random.default_rng(2).normal(0, 0.15, made.before + made.after))
    case = made.case()
    moved = [float(round(100 * np.exp(one))) for one in drift]
    found = judge(type(case)("1", body("T", moved), case.peers), made.protocol())
    assert NOTE in found.notes


def test_the_verdict_says_it_in_words_beside_its_interval() -> None:
    cell = Coverage("month", 36, 12, 7, False, 100.0, 0.978, 0.9935, 20_000)
    for seed in range(40):
        made = Made(seed=seed, shift=-0.3)
        found = judge(made.case(), made.protocol(), coverages=CoverageTable((cell,)))
        assert found.verdict == "improved"
        assert (NOTE in found.notes) is (WORDS in found.sentence)
