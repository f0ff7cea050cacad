"""Does the level of a series step anywhere, as a change of recording would make it? Fast."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from answerable.evidence.guards import HALF_WINDOW, RECORDING_RANGE
from answerable.evidence.series import FloatArray


def steps(values: FloatArray) -> bool:
    """Would `guards.recording_change` warn of these held values, shape (n,), without a break?

    >>> steps(np.array([100.0] * 12 + [60.0] * 12)), steps(np.array([100.0] * 24))
    (True, False)
    """
    if len(values) < 2 * HALF_WINDOW:
        return False
    medians = np.median(sliding_window_view(values, HALF_WINDOW), axis=1)
    before, after = medians[:-HALF_WINDOW], medians[HALF_WINDOW:]
    low, high = RECORDING_RANGE
    above = before > 0
    return bool(np.any(above & ((after < low * before) | (after > high * before))))
