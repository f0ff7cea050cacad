"""Tables that typists set with spaces: the head says where each column begins."""

import re
from collections.abc import Sequence

_GAP = re.compile(r" {2,}")
_FEWEST = 4  # columns: two or three are a list of names and posts as often as a table
_SHIFT = 3  # characters by which a typed column may be off
_LONGEST = 40  # characters of a head


def aligned(lines: Sequence[str]) -> list[list[str]]:
    """Cells of each line, cut where the columns of the first line begin; none where unsure.

    A cell may be empty, and one space may part two cells; no word is ever cut.
    """
    wide = [line.expandtabs(4).rstrip() for line in lines]
    if len(wide) <= 2:
        return []
    starts = _starts(wide[0])
    if len(starts) < _FEWEST:
        return []
    rows = [_cut(line, starts) for line in wide]
    kept = [row for row in rows if row is not None]
    if len(kept) < len(rows) or any(not row[0] for row in kept[1:]):
        return []
    filled = sum(1 for row in kept[1:] for cell in row if cell)
    return kept if 2 * filled > len(starts) * (len(kept) - 1) else []


def _starts(head: str) -> list[int]:
    """Where the columns of a head begin; none where it is no head."""
    starts = [0 if not head[:1].isspace() else len(head) - len(head.lstrip())]
    starts += [gap.end() for gap in _GAP.finditer(head.rstrip()) if gap.start() > 0]
    names = [name.strip() for name in _GAP.split(head.strip())]
    plain = all(
        name == "No."
        or (0 < len(name) <= _LONGEST and name[0].isupper() and name[-1] not in ".;,")
        for name in names
    )
    return starts if plain else []


def _cut(line: str, starts: Sequence[int]) -> list[str] | None:
    """The cells of a line, or None where a column would begin inside a word."""
    at = [0]
    for start in starts[1:]:
        place = _nearest(line, start)
        if place is None or place < at[-1]:
            return None
        at.append(place)
    return [line[one:other].strip() for one, other in zip(at, [*at[1:], len(line)], strict=True)]


def _nearest(line: str, start: int) -> int | None:
    """Where a cell begins near the beginning of its column; the column's own where it is empty."""
    if start >= len(line):
        return len(line)
    for shift in range(_SHIFT + 1):
        for place in (start - shift, start + shift):
            if 0 < place < len(line) and line[place - 1] == " " and line[place] != " ":
                return place
    return start if line[start] == " " and line[start - 1] == " " else None
