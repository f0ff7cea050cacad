"""Protects the second opinion: it agrees, differs, cannot tell or is not there."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from answerable.evidence import simplex
from answerable.evidence.cases import Body, Case
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import Protocol
from answerable.evidence.second_opinion import LEAST_DONORS, SecondOpinion, second_opinion
from answerable.evidence.series import FloatArray, Series
from answerable.evidence.verdicts import Judgement


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fit to two digits is enough here; its published digits are tested elsewhere."""
    monkeypatch.setattr(simplex, "LATER_STEPS", 200)


FIRST = date(2020, 1, 1)
TERMS = Protocol(action=date(2023, 1, 1), direction="decrease")


def world(change: float, *, others: int = 24, seed: int = 3, gap: int | None = None) -> Case:
    """Bodies of one kind over 48 months; the target changes after 36. `gap`: one has a hole."""
    draws = np.random.default_rng(seed)
    level = np.where(np.arange(48) >= 36, 1 + change, 1.0)

    def body(name: str, mean: FloatArray) -> Body:
        counts = [float(v) for v in draws.poisson(mean)]
        return Body(name, Series.monthly(FIRST, counts))

    target = body("target", 100 * level)
    peers = [body(f"b{i}", np.full(48, draws.uniform(80, 120))) for i in range(others)]
    if gap is not None:
        held = peers[gap].series
        values = [None if i == 20 else v for i, v in enumerate(held.values)]
        peers[gap] = Body(f"b{gap}", Series.monthly(FIRST, values))
    return Case("1", target, tuple(peers))


def asked(case: Case, protocol: Protocol = TERMS) -> tuple[Judgement, SecondOpinion]:
    made = judge(replace(case, peers=case.peers[:7]), protocol)
    return made, second_opinion(case, made)


def test_a_large_change_is_seen_by_both() -> None:
    made, second = asked(world(-0.3))
    assert (made.verdict, second.strength) == ("improved", "second_opinion_agrees")
    assert second.donors == 24
    assert second.effect == pytest.approx(-0.3, abs=0.06)
    assert second.p == pytest.approx(1 / 25)


def test_where_the_other_method_moved_the_other_way_it_is_said() -> None:
    made, _ = asked(world(-0.3))
    turned = replace(made, effect=0.2)
    assert second_opinion(world(-0.3), turned).strength == "second_opinion_differs"


def test_nothing_changed_and_it_cannot_tell() -> None:
    told = [asked(world(0.0, seed=seed))[1].strength for seed in range(6)]
    assert told.count("second_opinion_inconclusive") >= 5


def test_it_needs_enough_bodies_with_every_period() -> None:
    assert asked(world(-0.3, others=LEAST_DONORS))[1].strength == "second_opinion_agrees"
    _, second = asked(world(-0.3, others=LEAST_DONORS, gap=12))
    assert (second.strength, second.donors) == ("second_opinion_not_available", LEAST_DONORS - 1)


def test_what_cannot_be_measured_has_none() -> None:
    late = replace(TERMS, action=date(2023, 10, 1))
    assert asked(world(-0.3), late)[1] == SecondOpinion("second_opinion_not_available", 0)


def test_periods_of_the_wash_out_are_not_compared() -> None:
    held = world(-0.3)
    values = [900.0 if 36 <= i < 39 else v for i, v in enumerate(held.target.series.values)]
    noisy = replace(held, target=Body("target", Series.monthly(FIRST, values)))
    _, second = asked(noisy, replace(TERMS, washout=3))
    assert second.effect == pytest.approx(-0.3, abs=0.07)
