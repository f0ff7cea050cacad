"""Tables of a PDF page: aligned columns by our own lines, ruled ones by pdfplumber.

pdfplumber is asked only about pages on which rules cross to make at least two by two cells;
it reads four or five pages a second, pdfium two hundred.
"""

import ctypes
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pypdfium2 import raw

from answerable.reading.formats.pdf_lines import Box, Line, TextPage
from answerable.reading.formats.tables import table_pieces
from answerable.reading.pieces import Piece, flow

Row = list[Line]  # the parts of one printed line, from left to right

_LETTERS = re.compile(r"[\W_]")
_MARKER = re.compile(
    r"[•●○◦▪▫■□‣·►➢✓\uf0b7\uf0a7\uf0d8*o–—-]|\(?[0-9]{1,3}[.)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?"
)
_THIN = 3.0  # points: a rule, or a box drawn as one
_FEWEST_ROWS = 3
_LONGEST_FIRST = 70  # characters of a cell in the first column; prose is longer


def has_grid(page: raw.FPDF_PAGE, text_page: TextPage) -> bool:
    """Rules or boxes on the page make at least two by two cells."""
    uprights: list[tuple[float, float, float]] = []  # x, from y, to y
    levels: list[tuple[float, float, float]] = []  # y, from x, to x
    left, lower, right, upper = (ctypes.c_float() for _ in range(4))
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, left, lower, right, upper):
            continue
        x0, y0, x1, y1 = text_page.shown(left.value, lower.value, right.value, upper.value)
        wide, high = x1 - x0, y1 - y0
        if wide <= _THIN and high > 8:
            uprights.append((x0, y0, y1))
        elif high <= _THIN and wide > 20:
            levels.append((y0, x0, x1))
        elif wide > 15 and 8 < high < 400:
            uprights += [(x0, y0, y1), (x1, y0, y1)]
            levels += [(y0, x0, x1), (y1, x0, x1)]
    ups, downs = _rules(uprights), _rules(levels)
    xs = [up for up in ups if any(_cross(up, level) for level in downs)]
    ys = [level for level in downs if any(_cross(up, level) for up in ups)]
    return len(xs) >= 3 and len(ys) >= 3


def _rules(parts: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Parts of rules in one line are one rule; a hundred are enough to see a grid."""
    rules: list[tuple[float, float, float]] = []
    for at, begin, end in sorted(parts):
        if rules and at - rules[-1][0] < 5:
            rules[-1] = (rules[-1][0], min(rules[-1][1], begin), max(rules[-1][2], end))
        else:
            rules.append((at, begin, end))
    return rules[:100]


def _cross(up: tuple[float, float, float], level: tuple[float, float, float]) -> bool:
    return (
        level[1] - _THIN <= up[0] <= level[2] + _THIN
        and up[1] - _THIN <= level[0] <= up[2] + _THIN
    )


def ruled_tables(data: bytes, numbers: Sequence[int]) -> dict[int, list[tuple[Box, list[Piece]]]]:
    """Tables of the pages with these numbers, each with its place on the page."""
    import pdfplumber  # noqa: PLC0415 - a second parser, loaded only for pages with rules

    found: dict[int, list[tuple[Box, list[Piece]]]] = {}
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number in numbers:
            page = document.pages[number - 1]
            for nth, table in enumerate(page.find_tables(), start=1):
                x0, top, x1, bottom = table.bbox
                rows = [
                    [flow(cell or "") for cell in cells] for cells in table.extract(x_tolerance=2)
                ]
                if len(rows) < 2 or len(rows[0]) < 2:
                    continue
                box = Box(x0, float(page.height) - bottom, x1, float(page.height) - top)
                found.setdefault(number, []).append((box, _pieces(rows, number, f"table {nth}")))
            page.close()
    return found


def with_tables(
    lines: Sequence[Line], tables: Sequence[tuple[Box, list[Piece]]]
) -> tuple[list[Line], dict[int, list[Piece]]]:
    """Lines of a page with each table in the place of its lines, as a line without words.

    Two parsers read the page: a table counts only if its letters are those of the lines
    that it takes the place of. The key of a table is the `first` of its line, below zero.
    """
    result = list(lines)
    taken: dict[int, list[Piece]] = {}
    for box, pieces in tables:
        inside = [index for index, line in enumerate(result) if _within(line, box)]
        printed = Counter(_LETTERS.sub("", "".join(result[index].text for index in inside)))
        read = Counter(_LETTERS.sub("", "".join(piece.text for piece in pieces)))
        differ = (printed - read).total() + (read - printed).total()
        if not inside or differ > 0.1 * printed.total():
            continue
        key = -1 - len(taken)
        taken[key] = pieces
        first = result[inside[0]]
        mark = first._replace(text="", x0=box.x0, x1=box.x1, y0=box.y0, y1=box.y1, first=key)
        gone = set(inside)
        result = [
            mark if index == inside[0] else line
            for index, line in enumerate(result)
            if index == inside[0] or index not in gone
        ]
    return result, taken


def _within(line: Line, box: Box) -> bool:
    return (
        line.first >= 0
        and box.y0 - 2 <= (line.y0 + line.y1) / 2 <= box.y1 + 2
        and box.x0 - 2 <= line.x0
        and line.x1 <= box.x1 + 6
    )


def aligned_table(rows: Sequence[Row], start: int) -> int:
    """The row after the table that begins at `start`, or `start` if none does."""
    if len(rows[start]) < 2:
        return start
    end, full = start, 0
    while end < len(rows) and _belongs(rows, start, end):
        full += len(rows[end]) > 1
        end += 1
    while end > start and len(rows[end - 1]) < 2 and not _hangs(rows[end - 1][0], rows, start):
        end -= 1
    if full < _FEWEST_ROWS or len(_columns(rows[start:end])) < 2:
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
    if _hangs(row[0], rows, start):
        return True
    # A first cell that was wrapped stands alone on its line, between rows that are full.
    following = rows[at + 1] if at + 1 < len(rows) else []
    second = min(line.x0 for line in rows[start][1:])
    return len(following) > 1 and row[0].x1 < second and gap < 0.5 * before.size


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


def pieces_of_aligned(rows: Sequence[Row], nth: int) -> list[Piece]:
    """Rows of an aligned table; a line without a first cell goes on with the row above."""
    columns = _columns(rows)
    table: list[list[str]] = []
    for row in rows:
        cells = [""] * len(columns)
        for line in row:
            at = max((n for n, (x0, _) in enumerate(columns) if line.x0 >= x0 - 2), default=0)
            cells[at] = f"{cells[at]} {line.text}".strip()
        if table and (not cells[0] or (cells[0][:1].islower() and len(row) == 1)):
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


def rows_of(lines: Sequence[Line]) -> Iterator[Row]:
    """Parts of one printed line together, from left to right; a marker joins its words."""
    row: Row = []
    for line in lines:
        if row and _same_line(row[-1], line):
            row.append(line)
            continue
        if row:
            yield _joined(row)
        row = [line]
    if row:
        yield _joined(row)


def _same_line(before: Line, line: Line) -> bool:
    if before.first < 0 or line.first < 0:
        return False
    middle = (line.y0 + line.y1) / 2
    return before.page == line.page and before.y0 < middle < before.y1 and line.x0 > before.x1 - 1


def _joined(row: Row) -> Row:
    if len(row) > 1 and _MARKER.fullmatch(row[0].text):
        gap = row[1].x0 - row[0].x1
        if gap < 4.5 * row[1].size:
            first = row[0]._replace(
                text=f"{row[0].text} {row[1].text}", x1=row[1].x1, hyphen=row[1].hyphen
            )
            return [first, *row[2:]]
    return row
