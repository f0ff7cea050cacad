"""Protects the compiled weights: those of the plain solver, problem by problem."""

import numpy as np
import pytest

from answerable.evidence import simplex
from answerable.evidence.simplex_loops import walk


def problems(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Twelve bodies of two measures, each in turn the treated one."""
    draws = np.random.default_rng(seed)
    y = draws.poisson(draws.uniform(50, 300, (2, 12, 1)), (2, 12, 30)).astype(np.float64)
    gram = y @ y.transpose(0, 2, 1)
    allowed = np.tile(~np.eye(12, dtype=np.bool_), (2, 1))
    return gram, gram.reshape(-1, 12), allowed, np.repeat(np.arange(2), 12)


def value(
    gram: np.ndarray, linear: np.ndarray, which: np.ndarray, weights: np.ndarray
) -> np.ndarray:
    bent = np.einsum("bi,bij,bj->b", weights, gram[which], weights)
    return np.asarray(bent - 2 * (weights * linear).sum(axis=1))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_solvers_give_the_same_weights(seed: int) -> None:
    gram, linear, allowed, which = problems(seed)
    plain = simplex.pairwise(gram, linear, allowed, which)
    weights, converged = np.zeros_like(linear), np.zeros(len(linear), dtype=np.bool_)
    top = np.diagonal(gram, axis1=-2, axis2=-1).max(axis=-1)[which]
    walk(
        *(gram, linear, allowed, which, simplex.RELATIVE_GAP * top, simplex.MOST_STEPS),
        *(weights, converged),
    )
    assert converged.tolist() == plain.converged.tolist()
    assert np.allclose(weights, plain.weights, atol=1e-7)
    assert np.allclose(weights.sum(axis=-1), 1)
    worse = value(gram, linear, which, weights) - value(gram, linear, which, plain.weights)
    assert worse.max() <= 1e-12 * top.max(), "the active set ends at the least value"
    assert not weights[~allowed].any()


def test_many_problems_take_the_compiled_way_and_few_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gram, linear, allowed, which = problems(4)
    plain = simplex.pairwise(gram, linear, allowed, which)
    monkeypatch.setattr(simplex, "WORTH_COMPILING", 1)
    monkeypatch.setattr(simplex, "available", lambda: True)
    fast = simplex.pairwise(gram, linear, allowed, which)
    assert np.allclose(fast.weights, plain.weights, atol=1e-7)
    assert fast.converged.tolist() == plain.converged.tolist()


@pytest.mark.parametrize(
    "kind", ["twins", "more bodies than months", "still", "one donor", "zero"]
)
def test_problems_without_one_answer_still_end(kind: str) -> None:
    draws = np.random.default_rng(9)
    y = draws.poisson(100, (20, 8)).astype(np.float64)
    if kind == "twins":
        y[1::2] = y[::2]
    if kind == "still":
        y[:] = 5.0
    if kind == "zero":
        y[3:] = 0.0
    gram = (y @ y.T)[None]
    linear, allowed = gram[0].copy(), ~np.eye(20, dtype=np.bool_)
    if kind == "one donor":
        allowed[:] = False
        allowed[:, 1] = True
        allowed[1] = np.arange(20) == 2
    which = np.zeros(20, dtype=np.int64)
    weights, converged = np.zeros_like(linear), np.zeros(20, dtype=np.bool_)
    scale = np.full(20, simplex.RELATIVE_GAP * np.diagonal(gram[0]).max())
    steps = walk(gram, linear, allowed, which, scale, 500, weights, converged)
    plain = simplex.pairwise(gram, linear, allowed, which)
    assert steps < 500
    assert converged.all()
    assert np.isfinite(weights).all()
    assert weights.min() >= 0
    assert np.allclose(weights.sum(axis=-1), 1)
    worse = value(gram, linear, which, weights) - value(gram, linear, which, plain.weights)
    assert worse.max() <= 1e-9 * np.diagonal(gram[0]).max()
