"""What the rows of a log say by form alone: a line through them, or a colour without words.

Neither is read as a state by itself. Until a person says what a line or a colour means, the words
of the row count as they stand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from answerable.reading.actions.log_parts import Parted, Unread
from answerable.reading.actions.log_rows import LogRow
from answerable.reading.formats import sheet_marks
from answerable.reading.formats.sheet_marks import Marks
from answerable.reading.layout.canonical_text import Block
from answerable.store.papers import documents
from answerable.vocabulary.log_status import set_aside, state_of

STRUCK = "struck"
CLOSED, OPEN, LEFT = "closed", "open", "left"
MEANINGS: Mapping[bool, tuple[str, ...]] = {True: (LEFT, CLOSED, OPEN), False: (CLOSED, OPEN)}
"""What a line through a row (True) and a colour (False) can mean."""


@dataclass(frozen=True, slots=True)
class Marked:
    """`struck`, or the name of a colour -> the cells of the rows that it stands on."""

    rows: Mapping[str, tuple[str, ...]]


def found(document: str, rows: Iterable[LogRow], blocks: Iterable[Block]) -> Marked:
    """The marks of the rows of a log; a colour that stands on each of them is none."""
    marks, by_start = of_file(document), {block.start: block for block in blocks}
    cells: dict[str, list[str]] = {}
    counted = 0
    for row in rows:
        counted += 1
        if mark := _mark(row, by_start[row.start], marks):
            cells.setdefault(mark, []).append(row.cells["action"].address)
    return Marked(
        {
            mark: tuple(held)
            for mark, held in cells.items()
            if mark == STRUCK or len(held) < counted
        }
    )


def taken(
    document: str, parted: Parted, blocks: Iterable[Block], said: Mapping[str, str]
) -> Parted:
    """The rows as a person said that lines and colours are meant; those left out are not read."""
    if not said:
        return parted
    by_cell = {
        cell: said[mark]
        for mark, cells in found(document, parted.rows, blocks).rows.items()
        if mark in said
        for cell in cells
    }
    rows: list[LogRow] = []
    unread = list(parted.unread)
    for row in parted.rows:
        action = row.cells["action"]
        meaning = by_cell.get(action.address, "")
        if meaning == LEFT:
            named = f"{row.words('ref') or ''} {action.words}".strip()
            unread.append(Unread(named, action.address, "struck"))
        else:
            rows.append(replace(row, mark=meaning) if meaning else row)
    return Parted(tuple(rows), tuple(unread))


@lru_cache(maxsize=4)
def of_file(document: str) -> Marks:
    """The marks of a kept file, by its SHA-256."""
    return sheet_marks.marks(documents.original(document))


def _mark(row: LogRow, block: Block, marks: Marks) -> str | None:
    """The line through its action; else the colour of an empty cell, else of the action.

    A colour counts only where no words of the row say a state or a rating.
    """
    action = row.cells["action"].address
    if action in marks.struck:
        return STRUCK
    status = row.words("status")
    if row.words("rating") or state_of(status) or set_aside(status):
        return None
    cells = zip(block.cell_paths, block.cells, strict=True)
    empty = (path for path, span in cells if span.end == span.start)
    return next(filter(None, map(marks.colours.get, (*empty, action))), None)
