"""The cells of tables as passages: a sentence in a cell is read as one in a paragraph is."""

import re
from collections.abc import Iterator, Mapping, Sequence

from answerable.reading.clauses import Passage, bullet, sentences
from answerable.reading.layout.canonical_text import CanonicalText

KIND = "cell"
_HEAD = re.compile(
    r"(?:agenda )?items?(?: no\.?)?|no\.?|ref\.?|subject|topic|title|discussion(?: points?)?"
    r"|notes?|minutes?|key points?|summary|decisions?"
    r"|(?:agreed )?actions?(?: by| points?| required)?"
    r"|owner|lead|who|by whom|when|by when|due(?: date)?|date|status|outcome|matter|issue|update"
    r"|comments?|responsible|deadline|resolution",
    re.IGNORECASE,
)


def names_columns(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are labels of the columns below, as those of minutes are."""
    filled = [one.strip(" :*") for one in cells if one.strip()]
    return len(filled) > 1 and all(_HEAD.fullmatch(one) for one in filled)


def cell_passages(text: CanonicalText, rows: Mapping[int, Passage]) -> Iterator[Passage]:
    """The sentences of every cell below a head, in order. `rows`: a row's passage by its block.

    `heading` is the head of the column; where the table has none, the heading above it.
    """
    head: tuple[str, ...] = ()
    before = -2
    for index, block in enumerate(text.blocks):
        row = rows.get(index)
        if block.kind != "row" or row is None:
            continue
        if index != before + 1:
            head = ()
        before = index
        cells = tuple(text.exact(cell).strip() for cell in block.cells)
        if names_columns(cells):
            head = cells
            continue
        head = block.header or head
        for place, cell in enumerate(block.cells):
            label = head[place] if place < len(head) else row.heading
            for start, end in sentences(text.text, cell.start, cell.end):
                body = start + bullet(text.text[start:end])
                yield Passage(start, end, body, index, KIND, row.section, label)
