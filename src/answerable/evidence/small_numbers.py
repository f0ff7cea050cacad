"""Small counts: what may be shown of them, and what may be judged from them.

A count of 1 to 4 is not shown. Neither is a second cell where the totals would give the first
away, so what is hidden is checked as a reader with the totals would: a hidden cell is safe when
another table of whole numbers, all hidden cells at least 1, has the same totals.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from answerable.evidence.spoken import Spoken
from answerable.vocabulary.language import say

SUPPRESS_BELOW = 5
LEAST_MEAN = 5.0

Cell = tuple[int, int]
Table = tuple[tuple[int | None, ...], ...]


def small_numbers(*, monthly_mean: float) -> Spoken:
    """Under 5 a month: quarters; under 5 a quarter: days between events, and no verdict."""
    if monthly_mean >= LEAST_MEAN:
        return Spoken("small_numbers", "ok", "enough", say("Counts are large enough by month."))
    if 3 * monthly_mean >= LEAST_MEAN:
        return Spoken(
            "small_numbers",
            "warn",
            "use_quarters",
            say(
                "There are {monthly_mean} a month on average, too few to read by "
                "month: a verdict is given by quarters.",
                monthly_mean=f"{monthly_mean:.1f}",
            ),
        )
    return Spoken(
        "small_numbers",
        "stop",
        "days_between_events",
        say(
            "There are {value} a quarter on average: too few to read by "
            "month or by quarter, and too few for a verdict. The days between events would be "
            "read instead, but only counts by month are held here, not the day of each event. "
            "With the publisher’s dates of the events they can be charted: answerable chart "
            "--events.",
            value=f"{3 * monthly_mean:.1f}",
        ),
    )


def suppressed(table: Sequence[Sequence[int]], *, below: int = SUPPRESS_BELOW) -> Table | None:
    """The table with small counts hidden (None) so that row and column totals do not reveal them.

    `table` is a rectangle of counts whose totals by row and column are published. A further cell
    is hidden where needed, the smallest sum of further cells first. Returns None when no choice
    protects every small count: then the totals cannot be shown either.
    """
    small = {(i, j) for i, row in enumerate(table) for j, n in enumerate(row) if 1 <= n < below}
    hidden = set(small)
    for cell in sorted(small):
        choices = sorted(
            (sum(_at(table, c) for c in added - hidden), sorted(added))
            for added in _protections(table, cell)
        )
        if not choices:
            return None
        hidden.update(choices[0][1])
    return tuple(
        tuple(None if (i, j) in hidden else n for j, n in enumerate(row))
        for i, row in enumerate(table)
    )


def _at(table: Sequence[Sequence[int]], cell: Cell) -> int:
    return table[cell[0]][cell[1]]


def _protections(table: Sequence[Sequence[int]], cell: Cell) -> Iterator[set[Cell]]:
    """Sets of cells that, all hidden, leave the cell undetermined by the totals.

    A move of +1 and -1 around a rectangle (or along the only row or column) keeps every total;
    it is another answer if what it lowers stays at least 1. A zero is never hidden: a reader
    would know that it is none of the small counts.
    """
    i, j = cell
    height, width = len(table), len(table[0])
    if height == 1 or width == 1:
        line = [(0, k) for k in range(width)] if height == 1 else [(k, 0) for k in range(height)]
        for other in line:
            if other != cell and _at(table, other) >= (1 if _at(table, cell) >= 2 else 2):
                yield {cell, other}
        return
    for k, m in product(range(height), range(width)):
        if k == i or m == j:
            continue
        same, across = [(i, j), (k, m)], [(i, m), (k, j)]
        values = [_at(table, c) for c in same + across]
        if min(values) >= 1 and (
            min(_at(table, c) for c in same) >= 2 or min(_at(table, c) for c in across) >= 2
        ):
            yield {*same, *across}
