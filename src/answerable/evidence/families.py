"""Many verdicts at once: q-values by Benjamini and Hochberg (1995) or Yekutieli (2001)."""

import numpy as np

from answerable.evidence.protocol import FamilyRule
from answerable.evidence.series import FloatArray


def q_values(p: FloatArray, rule: FamilyRule) -> FloatArray:
    """q of each p of one family (any order), shape kept; with `none`, q = p.

    `by` holds under any dependence and is for families that mix counts that add up.
    """
    size = p.shape[-1]
    if rule == "none" or size == 0:
        return p
    order = np.argsort(p, axis=-1, kind="stable")
    ranks = np.arange(1, size + 1)
    factor = float((1 / ranks).sum()) if rule == "by" else 1.0
    scaled = np.take_along_axis(p, order, axis=-1) * size * factor / ranks
    falling = np.minimum.accumulate(scaled[..., ::-1], axis=-1)[..., ::-1]
    q = np.empty_like(p)
    np.put_along_axis(q, order, np.minimum(falling, 1.0), axis=-1)
    return q
