"""Tables without rules: lines of a PDF page whose parts stand in columns."""

import re
from collections.abc import Sequence
from math import ceil

from answerable.reading.formats.pdf_lines import Line
from answerable.reading.formats.tables import table_pieces
from answerable.reading.layout.pieces import Piece

Row = list[Line]  # the parts of one printed line, from left to right

_BULLET = re.compile(r"[•●○◦▪▫■□‣·►➢✓\uf0b7\uf0a7\uf0d8*o–—-]")
_NUMBER = re.compile(
    r"\(?[0-9]{1,3}[.)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?"
)
_BACK = 12  # rows up the page that a cell may go
_FEWEST_ROWS = 3
_AT_ONE_PLACE = 3.0  # points
_MOST = 0.8  # of the cells of a column without rules begin, end or centre at one place
_WRAPS = 0.6  # of the size of type: lines of one cell are no further apart
_NEARER = 0.15  # of the size of type, at least, than two rows
_LONGEST_FIRST = 70  # characters of a cell in the first column; prose is longer


def aligned_table(rows: Sequence[Row], start: int) -> int:
    """The row after the table that begins at `start`, or `start` if none does."""
    if len(rows[start]) < 2:
        return start
    end, full = start, 0
    while end < len(rows) and _belongs(rows, start, end):
        full += len(rows[end]) > 1
        end += 1
    while end > start and len(rows[end - 1]) < 2 and not _goes_on(rows, start, end - 1):
        end -= 1
    if full < _FEWEST_ROWS or not _is_table(rows[start:end]):
        return start
    firsts = [row[0].text for row in rows[start:end] if len(row) > 1]
    if sum(len(text) > _LONGEST_FIRST for text in firsts) * 3 > len(firsts):
        return start
    return end


def _belongs(rows: Sequence[Row], start: int, at: int) -> bool:
    """The row goes on with the table: near, and in its columns."""
    row = rows[at]
    if at == start:
        return True
    before = rows[at - 1][0]
    gap = before.y0 - row[0].y1
    if row[0].page != before.page or not -before.size < gap < 2.6 * before.size:
        return False
    if len(row) > 1:
        return len(_columns([*rows[start:at], row])) >= 2
    return _goes_on(rows, start, at)


def _goes_on(rows: Sequence[Row], start: int, at: int) -> bool:
    """The line stands under a column other than the first, or wraps a cell of the first."""
    line = rows[at][0]
    if _hangs(line, rows, start):
        return True
    first, *others = rows[start]
    alone = line.x1 < min(one.x0 for one in others)
    return alone and abs(line.x0 - first.x0) < _AT_ONE_PLACE and _is_near(rows, start, at)


def _is_near(rows: Sequence[Row], start: int, at: int) -> bool:
    """The row is nearer to the one above than two rows of the table are to one another."""
    size, page = rows[at][0].size, rows[at][0].page
    gap = rows[at - 1][0].y0 - rows[at][0].y1
    return gap < _WRAPS * size and any(
        gap < rows[nth - 1][0].y0 - rows[nth][0].y1 - _NEARER * size
        for nth in range(start + 1, min(len(rows), start + 2 * _BACK))
        if len(rows[nth]) > 1 and rows[nth][0].page == page
    )


def _hangs(line: Line, rows: Sequence[Row], start: int) -> bool:
    """The line stands under a column other than the first."""
    return line.x0 >= rows[start][1].x0 - 4


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Extents of the columns: parts that overlap in any row are one column."""
    spans = sorted((line.x0, line.x1) for row in rows if len(row) > 1 for line in row)
    columns: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1] - 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _is_table(rows: Sequence[Row]) -> bool:
    """The rows are aligned; those below the first are enough, for a header may be centred."""
    below = rows[1:] if len(rows) > _FEWEST_ROWS or rows[0][0].bold else rows
    return _are_aligned(rows) or (len(_columns(rows)) > 1 and _are_aligned(below))


def _are_aligned(rows: Sequence[Row]) -> bool:
    """Two columns or more, and in each the parts begin, end or centre at one place."""
    columns = _columns(rows)
    if len(columns) < 2:
        return False
    full = [row for row in rows if len(row) > 1]
    for left, right in columns[1:]:
        cells = [line for row in full for line in row if left - 1 <= line.x0 <= right]
        places = (
            [line.x0 for line in cells],
            [line.x1 for line in cells],
            [(line.x0 + line.x1) / 2 for line in cells],
        )
        if not any(at_one_place(place, _MOST) for place in places):
            return False
    return True


def at_one_place(places: Sequence[float], share: float) -> bool:
    """So many of the places lie within three points of each other; of none, none do."""
    if not places:
        return False
    needed = max(ceil(share * len(places)), min(len(places), 2))
    ordered = sorted(places)
    return any(
        ordered[at + needed - 1] - ordered[at] <= _AT_ONE_PLACE
        for at in range(len(ordered) - needed + 1)
    )


def pieces_of_aligned(rows: Sequence[Row], nth: int) -> list[Piece]:
    """Rows of an aligned table; a line without a first cell goes on with the row above."""
    columns = _columns(rows)
    table: list[list[str]] = []
    for at, row in enumerate(rows):
        cells = [""] * len(columns)
        for line in row:
            own = max((n for n, (x0, _) in enumerate(columns) if line.x0 >= x0 - 2), default=0)
            cells[own] = f"{cells[own]} {line.text}".strip()
        small, single = cells[0][:1].islower(), len(row) == 1
        wraps = (small and (single or _is_near(rows, 0, at))) or (single and _goes_on(rows, 0, at))
        if table and (not cells[0] or wraps):
            table[-1] = [
                f"{above} {cell}".strip() for above, cell in zip(table[-1], cells, strict=True)
            ]
        else:
            table.append(cells)
    return _pieces(table, rows[0][0].page, f"columns {nth}")


def _pieces(rows: list[list[str]], page: int, name: str) -> list[Piece]:
    paths = [f"page {page} {name} row {number}" for number in range(1, len(rows) + 1)]
    places = [[f"{path} cell {nth}" for nth in range(1, len(rows[0]) + 1)] for path in paths]
    return table_pieces(rows, paths=paths, cell_paths=places, page=page)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Parts of one printed line together, from left to right; a marker joins its words.

    A file may hold a table cell by cell: a part that goes up the page again joins the row at
    its height if nothing stands in its place.
    """
    rows: list[Row] = []
    last: Line | None = None  # of the last row
    for line in lines:
        if last is not None and line.y1 > (last.y0 + last.y1) / 2 and last.page == line.page:
            home = next((row for row in reversed(rows[-_BACK:]) if _same_line(row, line)), None)
            if home is not None:
                home.append(line)
                last = rows[-1][-1]
                continue
        rows.append([line])
        last = line
    return [row if len(row) == 1 else _joined(row) for row in rows]


def _same_line(row: Row, line: Line) -> bool:
    last = row[-1]
    if last.first < 0 or line.first < 0 or last.page != line.page:
        return False
    return last.y0 < (line.y0 + line.y1) / 2 < last.y1 and line.x0 > last.x1 - 1


def _joined(row: Row) -> Row:
    first_text = row[0].text
    if _BULLET.fullmatch(first_text) or (len(row) == 2 and _NUMBER.fullmatch(first_text)):
        gap = row[1].x0 - row[0].x1
        if gap < 4.5 * row[1].size:
            first = row[0]._replace(
                text=f"{row[0].text} {row[1].text}",
                x1=row[1].x1,
                last=row[1].last,
                hyphen=row[1].hyphen,
            )
            return [first, *row[2:]]
    return row
