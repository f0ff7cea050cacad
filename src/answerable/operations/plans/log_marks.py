"""What the rows of a log say by form alone: a line through them, or a colour without words.

Neither is read as a state or a rating by itself. Until a person says what a line or a colour
means, the words of the row count as they stand.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from answerable.reading.actions.log_parts import Parted, Unread
from answerable.reading.actions.log_rows import LogCell, LogRow
from answerable.reading.formats import sheet_marks
from answerable.reading.formats.sheet_marks import Marks
from answerable.reading.layout.canonical_text import Block
from answerable.store.papers import documents
from answerable.vocabulary.log_status import set_aside, state_of

STRUCK = "struck"
CLOSED, OPEN, LEFT, RATING = "closed", "open", "left", "rating"
MEANINGS: Mapping[bool, tuple[str, ...]] = {
    True: (LEFT, CLOSED, OPEN),
    False: (RATING, CLOSED, OPEN),
}
"""What a line through a row (True) and a colour (False) can mean."""
OF_COLOUR = "(colour)"
"""What stands behind a rating that is a colour of its cell and no word in it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """`struck`, or the name of a colour -> the cells of the rows that it stands on.

    `rated`: the colours that stand alone in the column of their rating.
    """

    rows: Mapping[str, tuple[str, ...]]
    rated: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark of a row: its cell in the sheet; whether that is the one of a rating."""

    name: str
    address: str
    rated: bool = False


def found(
    document: str, rows: Iterable[LogRow], blocks: Iterable[Block], rating: Collection[str]
) -> Marked:
    """The marks of the rows of a log; `rating`: the labels under which their rating stands."""
    rows = tuple(rows)
    each = _each(document, rows, blocks, rating)
    cells: dict[str, list[str]] = {}
    for row in rows:
        if mark := each.get(row.start):
            cells.setdefault(mark.name, []).append(row.cells["action"].address)
    return Marked(
        {mark: tuple(held) for mark, held in cells.items()},
        frozenset(mark.name for mark in each.values() if mark.rated),
    )


def taken(
    document: str,
    parted: Parted,
    blocks: Iterable[Block],
    rating: Collection[str],
    said: Mapping[str, str],
) -> Parted:
    """The rows as a person said that lines and colours are meant; those left out are not read."""
    if not said:
        return parted
    each = _each(document, parted.rows, blocks, rating)
    rows: list[LogRow] = []
    unread = list(parted.unread)
    for row in parted.rows:
        mark = each.get(row.start)
        meaning = said.get(mark.name, "") if mark else ""
        if mark is None or not meaning:
            rows.append(row)
        elif meaning == LEFT:
            action = row.cells["action"]
            named = f"{row.words('ref') or ''} {action.words}".strip()
            unread.append(Unread(named, action.address, "struck"))
        elif meaning == RATING:
            rows.append(_rated(row, mark))
        else:
            speaks = mark.name != STRUCK and _says(row)
            rows.append(row if speaks else replace(row, mark=meaning))
    return Parted(tuple(rows), tuple(unread))


def _rated(row: LogRow, mark: _Mark) -> LogRow:
    """The row with the colour as its rating, named so that it is taken for no word of the cell."""
    words = f"{mark.name.capitalize()} {OF_COLOUR}"
    return replace(
        row, cells={**row.cells, "rating": LogCell(words, row.start, row.start, mark.address)}
    )


@lru_cache(maxsize=4)
def of_file(document: str) -> Marks:
    """The marks of a kept file, by its SHA-256."""
    return sheet_marks.marks(documents.original(document))


def _each(
    document: str, rows: Collection[LogRow], blocks: Iterable[Block], rating: Collection[str]
) -> Mapping[int, _Mark]:
    """Where a row begins -> its mark; a colour that stands on each of the rows is none."""
    marks, by_start = of_file(document), {block.start: block for block in blocks}
    every = {row.start: _mark(row, by_start[row.start], marks, rating) for row in rows}
    counts = Counter(mark.name for mark in every.values() if mark)
    return {
        start: mark
        for start, mark in every.items()
        if mark and (mark.name == STRUCK or counts[mark.name] < len(rows))
    }


def _mark(row: LogRow, block: Block, marks: Marks, rating: Collection[str]) -> _Mark | None:
    """The line through its action; else the colour of its rating, of an empty cell, of the action.

    A colour counts only where no words of the row say a rating, and in another cell than that of
    the rating only where they say no state. The colour of a whole row is none of its rating.
    """
    action = row.cells["action"].address
    if action in marks.struck:
        return _Mark(STRUCK, action)
    if row.words("rating"):
        return None
    cells = zip(block.header, block.cell_paths, block.cells, strict=True)
    empty = {path: label for label, path, span in cells if span.end == span.start}
    for path, label in empty.items():
        colour = marks.colours.get(path)
        if label in rating and colour and colour != marks.colours.get(action):
            return _Mark(colour, path, rated=True)
    if _says(row):
        return None
    paths = (path for path in (*empty, action) if path in marks.colours)
    first = next(paths, None)
    return _Mark(marks.colours[first], first) if first else None


def _says(row: LogRow) -> bool:
    """Do the words of its status say a state?"""
    status = row.words("status")
    return bool(state_of(status) or set_aside(status))
