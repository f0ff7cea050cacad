"""Protects the funnel of rates and shares: exact where chance explains all, wider where not."""

from datetime import date

import numpy as np
import pytest
from scipy.stats import binom, norm, poisson

from answerable.evidence.funnel import FAR
from answerable.evidence.level import Part, levels

DAY = date(2025, 1, 1)
OUTER = norm.cdf(FAR)


def parts(draws: np.random.Generator, rate: float, *, share: bool, spread: float = 0.0) -> Part:
    whole = float(draws.integers(400, 20_000))
    true = rate * float(np.exp(draws.normal(0, spread))) if spread else rate
    top = draws.binomial(int(whole), true) if share else draws.poisson(whole * true)
    return DAY, float(top), whole


@pytest.mark.parametrize("share", [False, True])
def test_limits_are_exact_when_bodies_vary_by_chance(share: bool) -> None:
    draws = np.random.default_rng(2)
    held = {f"b{i}": [parts(draws, 0.3, share=share)] for i in range(30)}
    found = levels(held, share=share, least=1)
    assert found.tau2 == 0
    for one in found.levels:
        upper = one.point.upper_998 * one.point.expected
        law = binom(one.denominator, found.centre) if share else poisson(one.point.expected)
        assert law.cdf(np.floor(upper) - 1) < OUTER <= law.cdf(np.ceil(upper))
    assert sum(one.point.outside for one in found.levels) <= 1


@pytest.mark.parametrize("share", [False, True])
@pytest.mark.parametrize("spread", [0.0, 0.1])
def test_few_bodies_are_marked_that_vary_alike(share: bool, spread: float) -> None:
    draws = np.random.default_rng(5)
    outside = 0
    for _ in range(60):
        held = {f"b{i}": [parts(draws, 0.3, share=share, spread=spread)] for i in range(40)}
        found = levels(held, share=share, least=1)
        assert (found.tau2 > 0) or not spread
        outside += sum(one.point.outside for one in found.levels)
    assert outside / (60 * 40) < 0.006


def test_a_body_that_differs_is_marked_and_none_is_ranked() -> None:
    draws = np.random.default_rng(3)
    held = {f"b{i}": [parts(draws, 0.1, share=True)] for i in range(20)}
    held["other"] = [(DAY, 1500.0, 10_000.0)]
    found = levels(held, share=True, least=1)
    assert [one.body for one in found.levels if one.point.outside] == ["other"]
    expected = [one.point.expected for one in found.levels]
    assert expected == sorted(expected)


def test_why_a_body_has_no_place() -> None:
    held: dict[str, list[Part]] = {
        "none": [],
        "small": [(DAY, 3.0, 900.0)],
        "nearly all": [(DAY, 895.0, 900.0)],
        "more than all": [(DAY, 950.0, 900.0)],
    }
    found = levels(held, share=True, least=1)
    assert found.left_out == {
        "none": "too_few_periods",
        "small": "small_count",
        "nearly all": "small_count",
        "more than all": "numerator_above_denominator",
    }
    assert not found.enough
