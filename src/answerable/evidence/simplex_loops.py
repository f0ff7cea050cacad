"""The pairwise steps of `simplex.pairwise` as compiled loops, for thousands of problems."""

import numpy as np
from numpy.typing import NDArray

from answerable.evidence.compiler import compiled
from answerable.evidence.series import BoolArray, FloatArray


@compiled
def walk(  # noqa: PLR0917  # compiled: arrays by place
    gram: FloatArray,
    linear: FloatArray,
    allowed: BoolArray,
    which: NDArray[np.int64],
    scale: FloatArray,
    most: int,
    weights: FloatArray,
    converged: BoolArray,
) -> int:
    """Solve every problem into `weights` (B, N), zero before; the most steps that one took."""
    count, size = linear.shape
    gradient = np.zeros(size)
    longest = 0
    for b in range(count):
        g = gram[which[b]]
        mine = weights[b]
        first, least = 0, np.inf
        for i in range(size):
            if allowed[b, i] and g[i, i] - 2 * linear[b, i] < least:
                first, least = i, g[i, i] - 2 * linear[b, i]
        mine[first] = 1.0
        for i in range(size):
            gradient[i] = g[first, i] - linear[b, i]
        step = 0
        while step < most:
            step += 1
            best = worst = -1
            for i in range(size):
                if allowed[b, i] and (best < 0 or gradient[i] < gradient[best]):
                    best = i
                if mine[i] > 0 and (worst < 0 or gradient[i] > gradient[worst]):
                    worst = i
            gap = gradient[worst] - gradient[best]
            if gap <= scale[b]:
                converged[b] = True
                break
            bend = g[best, best] + g[worst, worst] - 2 * g[best, worst]
            held = mine[worst]
            move = gap / bend if bend * held > gap else held
            mine[best] += move
            mine[worst] = 0.0 if move >= held else held - move
            for i in range(size):
                gradient[i] += move * (g[best, i] - g[worst, i])
        longest = max(longest, step)
    return longest
