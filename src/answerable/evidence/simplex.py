"""Weights on the simplex (each >= 0, sum 1): the two solvers that synthetic controls need."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.compiler import available
from answerable.evidence.series import BoolArray, FloatArray

IntArray = NDArray[np.int64]

RELATIVE_GAP = 1e-11
MOST_STEPS = 20_000
WORTH_COMPILING = 500  # problems at once, from which the compiler's loading pays
FIRST_STEPS, LATER_STEPS = 100, 10_000
KEEP_ABOVE = 0.25


@dataclass(frozen=True)
class Solved:
    """Weights of many problems, shape (B, N), steps taken and whether each one converged."""

    weights: FloatArray
    steps: int
    converged: BoolArray


def pairwise(
    gram: FloatArray, linear: FloatArray, allowed: BoolArray, which: IntArray | None = None
) -> Solved:
    """Minimise w'Gw - 2 c'w on the simplex, exactly, for B problems at once.

    `gram` (M, N, N) holds one matrix per measure and `which` (B,) the measure of each problem
    (all the first if None); `linear` is c (B, N); only `allowed` (B, N) weights may be above 0.
    Each step moves weight from the worst held unit to the best one by exact line search, so the
    gap between the two gradients bounds what is left to gain. Problems leave as they converge.
    Many problems at once go to the compiled active set of `simplex_loops.py`, to the same end.
    """
    count, size = linear.shape
    which = np.zeros(count, dtype=np.int64) if which is None else which
    diagonal = np.diagonal(gram, axis1=-2, axis2=-1)
    first = np.argmin(np.where(allowed, diagonal[which] - 2 * linear, np.inf), axis=-1)
    weights = np.zeros((count, size))
    weights[np.arange(count), first] = 1.0
    final, converged = weights.copy(), np.zeros(count, dtype=np.bool_)
    gradient = gram[which, first] - linear
    scale = RELATIVE_GAP * np.maximum(diagonal.max(axis=-1)[which], np.finfo(np.float64).tiny)
    if count >= WORTH_COMPILING and available():
        from answerable.evidence.simplex_loops import walk  # noqa: PLC0415  # the compiler

        final[:] = 0.0
        steps = walk(gram, linear, allowed, which, scale, MOST_STEPS, final, converged)
        return Solved(final, steps, converged)
    live = np.arange(count)
    steps = 0
    while steps < MOST_STEPS and len(live):
        steps += 1
        rows = np.arange(len(live))
        best = np.argmin(np.where(allowed, gradient, np.inf), axis=-1)
        worst = np.argmax(np.where(weights > 0, gradient, -np.inf), axis=-1)
        gap = gradient[rows, worst] - gradient[rows, best]
        done = gap <= scale
        if bool(done.any()):
            final[live[done]] = weights[done]
            converged[live[done]] = True
            keep = ~done
            live, weights, gradient = live[keep], weights[keep], gradient[keep]
            allowed, scale, which = allowed[keep], scale[keep], which[keep]
            best, worst, gap = best[keep], worst[keep], gap[keep]
            rows = np.arange(len(live))
        to, off = gram[which, best], gram[which, worst]
        bend = to[rows, best] + off[rows, worst] - 2 * to[rows, worst]
        held = weights[rows, worst]
        move = np.where(bend * held > gap, gap / np.where(bend > 0, bend, 1.0), held)
        weights[rows, best] += move
        weights[rows, worst] = np.where(move >= held, 0.0, held - move)
        gradient += move[:, None] * (to - off)
    final[live] = weights
    return Solved(final, steps, converged)


@dataclass(frozen=True)
class Walked:
    """Weights of Frank-Wolfe walks (B, N); steps and whether each stopped by itself (B,)."""

    weights: FloatArray
    steps: IntArray
    converged: BoolArray


def frank_wolfe(
    a: FloatArray, b: FloatArray, *, zeta: float, start: FloatArray, least: float, most: int
) -> Walked:
    """Minimise |Aw - b|^2 / rows + zeta^2 |w|^2 on the simplex by exact line search.

    B problems at once: `a` (B, rows, N), `b` (B, rows), `start` (B, N). Each stops when its
    objective falls by at most `least` squared, or after `most` steps.
    """
    count, rows = b.shape
    eta = rows * zeta**2
    final = start.copy()
    steps, converged = np.full(count, most), np.zeros(count, dtype=np.bool_)
    live, w = np.arange(count), start.copy()
    error = (a @ w[..., None])[..., 0] - b
    value = np.full(count, np.inf)
    for step in range(1, most + 1):
        here = np.arange(len(live))
        half_gradient = (error[:, None, :] @ a)[:, 0, :] + eta * w
        best = np.argmin(half_gradient, axis=-1)
        toward = -w
        toward[here, best] += 1.0
        bend_error = a[here, :, best] - (error + b)
        bend = (bend_error**2).sum(axis=-1) + eta * (toward**2).sum(axis=-1)
        slope = -(half_gradient * toward).sum(axis=-1)
        length = np.clip(slope / np.where(bend > 0, bend, np.inf), 0.0, 1.0)
        w += length[:, None] * toward
        error = (a @ w[..., None])[..., 0] - b
        before = value
        value = zeta**2 * (w**2).sum(axis=-1) + (error**2).sum(axis=-1) / rows
        done = before - value <= least**2
        if step >= 2 and bool(done.any()):
            final[live[done]] = w[done]
            steps[live[done]], converged[live[done]] = step, True
            keep = ~done
            live, w, a, b = live[keep], w[keep], a[keep], b[keep]
            error, value = error[keep], value[keep]
            if not len(live):
                break
    final[live] = w
    return Walked(final, steps, converged)


def sparse_walk(
    a: FloatArray, b: FloatArray, *, zeta: float, start: FloatArray, least: float
) -> Walked:
    """A short walk, small weights (at most a quarter of the largest) set to 0, a long walk."""
    short = frank_wolfe(a, b, zeta=zeta, start=start, least=least, most=FIRST_STEPS).weights
    kept = np.where(short <= KEEP_ABOVE * short.max(axis=-1, keepdims=True), 0.0, short)
    again = kept / kept.sum(axis=-1, keepdims=True)
    return frank_wolfe(a, b, zeta=zeta, start=again, least=least, most=LATER_STEPS)
