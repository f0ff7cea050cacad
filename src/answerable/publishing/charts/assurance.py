"""A sign for a target that is met as a rule, missed as a rule, or met and missed by chance.

The words stand before it; it repeats them for the eye and is hidden from a screen reader.
"""

from typing import Literal

from answerable.publishing.charts.colours import CONTEXT, PAPER, SERIES_3
from answerable.publishing.charts.svg import tag

_SIZE, _SHOWN = 44, 28


def assurance_sign(kind: Literal["consistent_pass", "consistent_fail", "inconsistent"]) -> str:
    """A dotted target line with the usual range on its right side, its wrong side, or across it.

    The range is a bar; on the right side it is filled, on the wrong one open, across it halved.
    """
    line = tag(
        "line",
        x1=3,
        x2=_SIZE - 3,
        y1=_SIZE / 2,
        y2=_SIZE / 2,
        stroke=SERIES_3,
        stroke_width=2.5,
        stroke_dasharray="2 4",
    )
    if kind == "inconsistent":
        bars = _bar(9, 13, fill=PAPER) + _bar(22, 13, fill=CONTEXT)
    else:
        met = kind == "consistent_pass"
        bars = _bar(25 if met else 5, 14, fill=CONTEXT if met else PAPER)
    return tag(
        "svg",
        bars + line,
        xmlns="http://www.w3.org/2000/svg",
        width=_SHOWN,
        height=_SHOWN,
        viewBox=f"0 0 {_SIZE} {_SIZE}",
        aria_hidden="true",
        focusable="false",
    )


def _bar(top: float, height: float, *, fill: str) -> str:
    return tag(
        "rect", x=14, y=top, width=16, height=height, fill=fill, stroke=CONTEXT, stroke_width=2
    )
