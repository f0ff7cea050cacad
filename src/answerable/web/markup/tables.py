"""The rows of a table; its shapes: `govuk/table.html`. The first cell heads its row."""

from collections.abc import Sequence
from typing import Any

from answerable.web.markup.marks import (
    anchor,
    code_of,
    escaped,
    few,
    hidden,
    redress,
    replied,
    tag,
)

MOST_WORDS = 12
"""Of the first cell, where it says to a listener what a link of its row is about."""

Column = tuple[str, bool]
"""A heading, and whether numbers stand under it."""


def table_rows(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> str:
    """Every row, one after another. ValueError: a row of another length than the head."""
    heads = [(escaped(heading), numeric) for heading, numeric in columns]
    return "".join(_row(heads, row) for row in rows)


def _row(heads: Sequence[Column], row: Sequence[Any]) -> str:
    cells = [
        f"<{_begins(heading, first=at == 0, numeric=numeric)}>"
        f"<span>{_cell(cell, row[0], first=at == 0)}</span></{'td' if at else 'th'}>"
        for at, ((heading, numeric), cell) in enumerate(zip(heads, row, strict=True))
    ]
    return f'<tr role="row">{"".join(cells)}</tr>\n'


def _begins(heading: str, *, first: bool, numeric: bool) -> str:
    if first:
        return f'th scope="row" role="rowheader" data-label="{heading}"'
    return f'td role="cell" data-label="{heading}"' + (' class="app-number"' if numeric else "")


def _cell(cell: Any, head: Any, *, first: bool) -> str:
    words = str(escaped(getattr(cell, "words", cell)))
    if isinstance(cell, str):
        return words
    url, state = getattr(cell, "url", ""), getattr(cell, "state", "")
    note, adverse = getattr(cell, "note", ""), getattr(cell, "mistake_url", "")
    if url:
        of = "" if first else _of(head)
        words = anchor(url, words + of, look="app-source" if adverse else "app-link")
    if state:
        words = f"{words} {tag(code_of(state), beside=True)}"
    if note:
        words = f'{words}<span class="app-cell__note"> {escaped(note)}</span>'
    if more := getattr(cell, "more", ()):
        words += "".join(_also(link, head) for link in more)
    return f"{words} {redress(cell)}{replied(cell)}" if adverse else words


def _also(link: Any, head: Any) -> str:
    """A further way of a cell, with what it is about as the first has it."""
    way = anchor(link.url, f"{escaped(link.label)}{_of(head)}", look="app-link")
    return f'<span class="app-cell__note app-cell__also"> {way}</span>'


def _of(head: Any) -> str:
    """What a link of a row is about, to whoever hears it alone."""
    return hidden(f", {few(getattr(head, 'words', head), MOST_WORDS)}")
