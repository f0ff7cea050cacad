"""Does the level of a series step anywhere, as a change of recording would make it? Fast."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from answerable.evidence.guards import BEYOND_CHANCE, HALF_WINDOW, RECORDING_RANGE
from answerable.evidence.series import FloatArray


def steps(values: FloatArray) -> bool:
    """Would `guards.recording_change` warn of these held values, shape (n,), without a break?

    >>> steps(np.array([100.0] * 12 + [60.0] * 12)), steps(np.array([100.0] * 24))
    (True, False)
    """
    if len(values) < 2 * HALF_WINDOW:
        return False
    windows = sliding_window_view(values, HALF_WINDOW)
    medians = np.median(windows, axis=1)
    before, after = medians[:-HALF_WINDOW], medians[HALF_WINDOW:]
    low, high = RECORDING_RANGE
    outside = (before > 0) & ((after < low * before) | (after > high * before))
    if not outside.any():
        return False
    means, spread = windows.mean(axis=1), windows.var(axis=1, ddof=1)
    apart = np.abs(means[HALF_WINDOW:] - means[:-HALF_WINDOW])
    chance = np.sqrt((spread[HALF_WINDOW:] + spread[:-HALF_WINDOW]) / HALF_WINDOW)
    return bool(np.any(outside & (apart > BEYOND_CHANCE * chance)))
