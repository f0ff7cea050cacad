"""CSV and other tables of plain text: standard library."""

import csv
import io

from answerable.reading.formats.decoding import decode
from answerable.reading.formats.sheet_limits import MOST_CELLS, MOST_COLUMNS, TooManyCells
from answerable.reading.formats.sheet_rows import Cells, Filled, pieces_of_cells
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import clean
from answerable.vocabulary.refusal import Refusal

_DELIMITERS = ",;\t|"


class UnreadableTable(Refusal):
    """Not a table that can be read."""

    code = "unreadable-sheet"


def read_csv(data: bytes) -> CanonicalText:
    """Canonical text of a CSV file; the delimiter is the one that parts its first lines best."""
    text, warnings = decode(data)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows: list[Filled] = []
        count = 0
        for row in reader:
            count += len(row)
            if len(row) > MOST_COLUMNS or count > MOST_CELLS:
                raise TooManyCells(
                    f"The table has more than {MOST_CELLS:,} cells or {MOST_COLUMNS:,} columns, "
                    "over the limit; split it."
                )
            rows.append(
                {at: words for at, cell in enumerate(row, start=1) if (words := clean(cell))}
            )
    except csv.Error as error:
        raise UnreadableTable(
            f"The table breaks off ({error}); check that every quotation mark is closed."
        ) from error
    pieces = settle(pieces_of_cells(Cells(rows, 1, "")))
    if not pieces:
        raise UnreadableTable("The table holds no words and no figures.", code="no-text")
    return lay_out(pieces, data=data, media_type="text/csv", warnings=warnings)


def _delimiter(text: str) -> str:
    """The sign that stands equally often in the first lines."""
    lines = [line for line in text[:20_000].split("\n")[:20] if line.strip()]
    best, best_score = ",", 0.0
    for sign in _DELIMITERS:
        counts = [len(row) - 1 for row in csv.reader(lines, delimiter=sign)]
        if counts and (most := max(set(counts), key=counts.count)) > 0:
            score = counts.count(most) / len(counts) * min(most, 20)
            if score > best_score:
                best, best_score = sign, score
    return best
