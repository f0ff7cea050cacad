"""A table of a document, its words as they stand there and those that count marked.

The shapes: `documents/document.html`. A row says its number in the sheet, so that a cell is found.
"""

from collections.abc import Sequence
from typing import Any

from answerable.vocabulary import language
from answerable.web.markup.marks import anchor, escaped


def text_table(block: Any) -> str:
    """The head, where there is one, and every row; the row's number or first cell heads it."""
    numbered = any(row.number for row in block.rows)
    heads = [escaped(words) for words in block.head]
    if numbered:
        heads.insert(0, escaped(language.say("Row")))
    top = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in heads)
    head = f'<thead role="rowgroup"><tr role="row">{top}</tr></thead>' if any(heads) else ""
    body = "".join(_row(heads, row, numbered=numbered) for row in block.rows)
    body = f'<tbody role="rowgroup">{body}</tbody>'
    return f'<table class="app-table" role="table">{head}{body}</table>'


def _row(heads: Sequence[str], row: Any, *, numbered: bool) -> str:
    cells = ["".join(map(_piece, pieces)) for pieces in row.cells]
    if numbered:
        cells.insert(0, escaped(row.number))
    told = (
        _cell("th" if at == 0 else "td", heading, words)
        for at, (heading, words) in enumerate(zip(heads, cells, strict=True))
    )
    return f'<tr role="row">{"".join(told)}</tr>\n'


def _cell(name: str, heading: str, words: str) -> str:
    role = ' scope="row" role="rowheader"' if name == "th" else ' role="cell"'
    return f'<{name}{role} data-label="{heading}"><span>{words}</span></{name}>'


def _piece(piece: Any) -> str:
    """The same as `documents/pieces.html`, which costs ten times as much for each."""
    words = escaped(piece.words)
    if not piece.marked:
        return words
    name = f' id="{escaped(piece.id)}"' if piece.id else ""
    look = ' class="app-here"' if piece.here else ""
    link = piece.used_by
    own = f" {anchor(link.url, escaped(link.label), look='app-link app-small')}" if link else ""
    return f"<mark{name}{look}>{words}</mark>{own}"
