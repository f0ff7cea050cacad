"""The cells of tables as passages: a sentence in a cell is read as one in a paragraph is."""

from collections.abc import Iterator, Mapping

from answerable.reading.canonical_text import CanonicalText
from answerable.reading.clauses import Passage, bullet, sentences

KIND = "cell"


def cell_passages(text: CanonicalText, rows: Mapping[int, Passage]) -> Iterator[Passage]:
    """The sentences of every cell below a head, in order. `rows`: a row's passage by its block.

    `heading` is the head of the column; where the table has none, the heading above it.
    """
    for index, block in enumerate(text.blocks):
        row = rows.get(index)
        if block.kind != "row" or row is None:
            continue
        for place, cell in enumerate(block.cells):
            head = block.header[place] if place < len(block.header) else row.heading
            for start, end in sentences(text.text, cell.start, cell.end):
                body = start + bullet(text.text[start:end])
                yield Passage(start, end, body, index, KIND, row.section, head)
