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
    assert np.allclose(weights, plain.weights, atol=1e-9)
    assert np.allclose(weights.sum(axis=-1), 1)
    assert not weights[~allowed].any()


def test_many_problems_take_the_compiled_way_and_few_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gram, linear, allowed, which = problems(4)
    plain = simplex.pairwise(gram, linear, allowed, which)
    monkeypatch.setattr(simplex, "WORTH_COMPILING", 1)
    monkeypatch.setattr(simplex, "available", lambda: True)
    fast = simplex.pairwise(gram, linear, allowed, which)
    assert np.allclose(fast.weights, plain.weights, atol=1e-9)
    assert fast.converged.tolist() == plain.converged.tolist()
