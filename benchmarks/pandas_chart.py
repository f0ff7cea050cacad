"""The baseline of E3: the chart rules as an analyst writes them in pandas, one series a call."""

import numpy as np
import pandas as pd


def codes(values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> "pd.Series[int]":
    """Signed labels of one series, as `answerable.evidence.chart_rules` gives them."""
    frame = pd.DataFrame({"y": values})
    y = frame["y"]
    mean, ranges = y.mean(), y.diff().abs()
    amr = ranges[ranges < 3.267 * ranges.mean()].mean()
    upper, lower = mean + 2.66 * amr, mean - 2.66 * amr
    near = 2 * 2.66 / 3 * amr
    frame["side"] = np.sign(y - mean)
    frame["outside"] = (y > upper) | (y < lower)
    frame["near"] = ~frame["outside"] & ((y > mean + near) | (y < mean - near))
    way = np.sign(y.diff())
    run = frame["side"].rolling(7).sum().abs().eq(7)
    three = frame["side"].rolling(3).sum().abs().eq(3) & frame["near"].rolling(3).sum().ge(2)
    trend = way.rolling(6).sum().abs().eq(6)
    frame["run"] = _back(run, 7)
    frame["three"] = _back(three, 3) & frame["near"]
    frame["trend"] = _back(trend, 7)
    out, followed = way.shift(-1).fillna(0), frame["trend"].shift(-1, fill_value=False)
    sign = way.fillna(0).where(~((followed & out.ne(0)) | way.fillna(0).eq(0)), out)
    found = pd.Series(0, index=frame.index)
    found = found.mask(frame["run"], 4 * frame["side"])
    found = found.mask(frame["three"], 3 * frame["side"])
    found = found.mask(frame["trend"], 2 * sign)
    found = found.mask(frame["outside"], np.sign(y - mean))
    return found.astype(int)


def _back(ends: "pd.Series[bool]", size: int) -> "pd.Series[bool]":
    """Rows in any window that ends where `ends` holds."""
    return ends[::-1].rolling(size, min_periods=1).max()[::-1].astype(bool)
