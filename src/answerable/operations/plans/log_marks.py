"""What the rows of a log say by form alone: a line through them, or a colour without words.

Neither is read as a state or a rating by itself. Until a person says what a line or a colour
means, the words of the row count as they stand.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from answerable.reading.actions.logs.log_parts import Parted, Unread
from answerable.reading.actions.logs.log_rows import LogCell, LogRow
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
LEAST_BANDS = 2
OF_COLOUR = "(colour)"
"""What stands behind a rating that is a colour of its cell and no word in it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """`struck`, or the name of a colour -> the cells in which it stands, one of each row.

    `rated`: those that stand alone in the column of their rating; `whole`: those of a row from
    end to end, whose words say a state besides.
    """

    rows: Mapping[str, tuple[str, ...]]
    rated: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark of a row: its cell in the sheet; whether that is of a rating, or the whole row."""

    name: str
    address: str
    rated: bool = False
    whole: bool = False


def found(
    document: str, rows: Iterable[LogRow], blocks: Iterable[Block], rating: Collection[str]
) -> Marked:
    """The marks of the rows of a log; `rating`: the labels under which their rating stands."""
    every = tuple(_each(document, tuple(rows), blocks, rating).values())
    return Marked(
        _cells(every),
        _cells(mark for mark in every if mark.rated),
        _cells(mark for mark in every if mark.whole),
    )


def _cells(marks: Iterable[_Mark]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for mark in marks:
        found[mark.name] = (*found.get(mark.name, ()), mark.address)
    return found


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
    """Where a row begins -> its mark, in their order; a colour of each of the rows is none.

    Nor is one of every second row from end to end: it helps the eye along the line.
    """
    marks, by_start = of_file(document), {block.start: block for block in blocks}
    every = {row.start: _mark(row, by_start[row.start], marks, rating) for row in rows}
    counts = Counter(mark.name for mark in every.values() if mark)
    bands = {name for name in counts if _banded(name, tuple(every.values()))}
    return {
        start: mark
        for start, mark in every.items()
        if mark
        and (mark.name == STRUCK or counts[mark.name] < len(rows))
        and not (mark.whole and mark.name in bands)
    }


def _banded(name: str, every: Sequence[_Mark | None]) -> bool:
    """Does a colour stand on each second row, from end to end, and on no other?"""
    at = [n for n, mark in enumerate(every) if mark and mark.whole and mark.name == name]
    return len(at) >= LEAST_BANDS and at == list(range(at[0] % 2, len(every), 2))


def _mark(row: LogRow, block: Block, marks: Marks, rating: Collection[str]) -> _Mark | None:
    """The line through its action; else the colour of its rating, of an empty cell, of the action.

    A colour counts only where no words of the row say a rating, and in another cell than that of
    the rating only where they say no state, or where it is that of the whole row. That is none of
    its rating.
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
        colour = marks.colours.get(action)
        same = colour and all(marks.colours.get(path) == colour for path in block.cell_paths)
        return _Mark(colour, action, whole=True) if colour and same else None
    paths = (path for path in (*empty, action) if path in marks.colours)
    first = next(paths, None)
    return _Mark(marks.colours[first], first) if first else None


def _says(row: LogRow) -> bool:
    """Do the words of its status say a state?"""
    status = row.words("status")
    return bool(state_of(status) or set_aside(status))
