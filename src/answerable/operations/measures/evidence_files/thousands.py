"""Is the dot of a column a decimal point, or the mark between thousands?

Files parted by semicolons come from places that write 10.041 for ten thousand and forty-one. A
column whose every dot has three digits after it can be read both ways, and is not guessed.
"""

import re
from collections.abc import Iterable

_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_WHOLE = re.compile(r"[+-]?[0-9]{0,3}")


def may_be_thousands(cells: Iterable[str]) -> int | None:
    """The place of the first number with such a dot where all of the column can be read so."""
    first = None
    for place, text in enumerate(cells):
        if _GROUPED.fullmatch(text):
            first = place if first is None else first
        elif not _WHOLE.fullmatch(text):
            return None
    return first
