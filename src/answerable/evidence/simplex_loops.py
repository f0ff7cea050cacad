"""The problem of `simplex.pairwise` as compiled loops, for thousands of problems.

Wolfe's active set (1976): the unit with the best gradient joins those held, the least value over
the plane through them is found exactly, and units whose weight would fall below 0 leave. The
value falls with every round, so no set of units comes twice and the end is exact. On 43 bodies
that takes some twenty rounds of small systems, where single moves of weight take hundreds.
"""

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.compiler import compiled
from answerable.evidence.series import BoolArray, FloatArray

IntArray = NDArray[np.int64]

RIDGE = 1e-13


@compiled
def walk(  # noqa: PLR0917  # compiled: arrays by place
    gram: FloatArray,
    linear: FloatArray,
    allowed: BoolArray,
    which: IntArray,
    scale: FloatArray,
    most: int,
    weights: FloatArray,
    converged: BoolArray,
) -> int:
    """Solve every problem into `weights` (B, N), zero before; the most rounds that one took."""
    count, size = linear.shape
    gradient = np.zeros(size)
    held = np.zeros(size, dtype=np.int64)
    wanted, system = np.zeros(size), np.zeros((size, size))
    longest = 0
    for b in range(count):
        g, c, mine = gram[which[b]], linear[b], weights[b]
        first, least = 0, np.inf
        for i in range(size):
            if allowed[b, i] and g[i, i] - 2 * c[i] < least:
                first, least = i, g[i, i] - 2 * c[i]
        mine[first] = 1.0
        held[0] = first
        n = 1
        step = 0
        while step < most:
            step += 1
            _gradient(g, c, mine, held, n, gradient)
            best = worst = -1
            for i in range(size):
                if allowed[b, i] and (best < 0 or gradient[i] < gradient[best]):
                    best = i
            for k in range(n):
                if worst < 0 or gradient[held[k]] > gradient[worst]:
                    worst = held[k]
            gap = gradient[worst] - gradient[best]
            if gap <= scale[b]:
                converged[b] = True
                break
            if mine[best] > 0:  # rounding: what is held cannot be bettered by what is held
                converged[b] = gap <= 100 * scale[b]
                break
            held[n] = best
            n = _settled(g, c, mine, held, n + 1, wanted, system)
        longest = max(longest, step)
    return longest


@compiled
def _gradient(  # noqa: PLR0917  # compiled: arrays by place
    g: FloatArray, c: FloatArray, mine: FloatArray, held: IntArray, n: int, out: FloatArray
) -> None:
    """Half the gradient, Gw - c, of the weights of the units held."""
    for i in range(len(c)):
        out[i] = -c[i]
    for k in range(n):
        share, row = mine[held[k]], g[held[k]]
        for i in range(len(c)):
            out[i] += share * row[i]


@compiled
def _settled(  # noqa: PLR0917  # compiled: arrays by place
    g: FloatArray,
    c: FloatArray,
    mine: FloatArray,
    held: IntArray,
    n: int,
    wanted: FloatArray,
    system: FloatArray,
) -> int:
    """Move the weights of the `n` units held to their least value; how many are left."""
    while True:
        _least(g, c, held, n, wanted, system)
        reach, leaves = 1.0, -1
        for k in range(n):
            now = mine[held[k]]
            if wanted[k] < 0 and now < reach * (now - wanted[k]):
                reach, leaves = now / (now - wanted[k]), k
        for k in range(n):
            mine[held[k]] += reach * (wanted[k] - mine[held[k]])
        if leaves < 0:
            return n
        mine[held[leaves]] = 0.0
        kept = 0
        for k in range(n):
            if mine[held[k]] > 0:
                held[kept] = held[k]
                kept += 1
            else:
                mine[held[k]] = 0.0
        n = kept


@compiled
def _least(  # noqa: PLR0917  # compiled: arrays by place
    g: FloatArray, c: FloatArray, held: IntArray, n: int, wanted: FloatArray, system: FloatArray
) -> None:
    """Weights of sum 1 on the units held, of any sign, with the least value (Cholesky)."""
    r = held[0]
    m = n - 1
    for i in range(m):
        a = held[i + 1]
        for j in range(i + 1):
            o = held[j + 1]
            total = g[a, o] - g[a, r] - g[o, r] + g[r, r]
            if i == j:
                total += RIDGE * (g[a, a] + g[r, r])
            for k in range(j):
                total -= system[i, k] * system[j, k]
            if i == j:
                system[i, i] = np.sqrt(max(total, RIDGE * g[r, r] + 1e-300))
            else:
                system[i, j] = total / system[j, j]
    left = 1.0
    for i in range(m):
        total = (c[held[i + 1]] - c[r]) - (g[held[i + 1], r] - g[r, r])
        for k in range(i):
            total -= system[i, k] * wanted[k + 1]
        wanted[i + 1] = total / system[i, i]
    for back in range(m):
        i = m - 1 - back
        total = wanted[i + 1]
        for k in range(i + 1, m):
            total -= system[k, i] * wanted[k + 1]
        wanted[i + 1] = total / system[i, i]
        left -= wanted[i + 1]
    wanted[0] = left
