"""How many bodies lie outside the outer limits of a funnel while none is unlike the others."""

from answerable.evidence.funnel import MARKED_AT_MOST
from answerable.vocabulary.language import say


def by_chance(*, count: int, tau2: float, expected: float) -> str:
    """The sentence for `count` bodies. Without a spread beyond chance the limits are exact and
    `expected` is a sum; with one it is known by simulation, as a share that it stays under."""
    if tau2 == 0:
        return say(
            "By chance alone {expected} of {count} bodies would lie outside the outer ones.",
            expected=f"{expected:.2f}",
            count=f"{count:,}",
        )
    return say(
        "The limits allow for bodies that differ by more than chance: while all differ alike, "
        "fewer than 1 in {one_in} lie outside the outer ones. Among these {count}, fewer than "
        "{most} are to be expected there.",
        one_in=round(1 / MARKED_AT_MOST),
        most=f"{MARKED_AT_MOST * count:.2g}",
        count=f"{count:,}",
    )
