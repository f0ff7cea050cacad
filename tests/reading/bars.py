"""The bars of the first release (design of reading, section 6), and whether a figure meets them.

Where the design has two bars for a kind, one for a clear layout and one for prose, the whole kind
is held against both, and each place against its own where the labels of a folder say in which of
the two they stand (`tests.reading.places`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

Bar = tuple[str, float, float]

_FINDING = (("list or letter", 0.95, 0.85), ("prose", 0.80, 0.60))
BARS: Mapping[str, Sequence[Bar]] = {
    "grade": (("page or table", 0.98, 0.95), ("prose", 0.95, 0.80)),
    "cause_of_concern": _FINDING[:1],
    "recommendation": _FINDING,
    "area_for_improvement": _FINDING[:1],
    "commitment": (("any", 0.70, 0.60),),
    "meeting": (("any", 0.95, 0.88),),
    "person": (("list", 0.97, 0.92), ("prose", 0.90, 0.70)),
    "action": (("marked", 0.97, 0.92), ("prose", 0.80, 0.65)),
    "money": (("any", 0.98, 0.97),),
    "count": (("any", 0.90, 0.85),),
}
_PLACES = {"table": "page or table", "list": "list or letter"}


def bar_of(kind: str, place: str) -> Bar | None:
    """The bar of a kind in a place that a folder notes ("table", "list", "marked", "prose")."""
    names = (place, _PLACES.get(place))
    return next((bar for bar in BARS.get(kind, ()) if bar[0] in names), None)


FIELD_BARS = {
    ("grade", "institution"): 0.85,
    ("grade", "question"): 0.85,
    ("recommendation", "due"): 0.95,
    ("area_for_improvement", "due"): 0.95,
    ("action", "owner"): 0.90,
    ("action", "due"): 0.90,
}
RESIDUE = 0.90
_MANY, _FEW = 100, 30  # labels needed where a bar is above .95, and where it is not


def needed(bar: Bar) -> int:
    """Labels without which nothing may be claimed."""
    return _MANY if max(bar[1:]) > 0.95 else _FEW


def verdict(kind: Mapping[str, Any], bar: Bar) -> str:
    """In words: does a kind, with its `n`, `precision` and `recall`, meet the bar?"""
    if kind["n"] < needed(bar):
        return f"n under {needed(bar)}, no claim"
    asked = {"precision": bar[1], "recall": bar[2]}
    below = [
        name if estimate is None or estimate[2] < least else f"{name} (interval holds it)"
        for name, least in asked.items()
        if (estimate := kind[name]) is None or estimate[0] < least
    ]
    if below:
        return "not: " + ", ".join(below)
    sure = all(kind[name][1] >= least for name, least in asked.items())
    return "reached" if sure else "reached; interval goes below"
