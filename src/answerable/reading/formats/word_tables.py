"""Tables of a Word document."""

from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from answerable.reading.formats.tables import table_pieces
from answerable.reading.formats.word_text import Noted, words_of
from answerable.reading.layout.pieces import Piece

_WIDEST = 200  # columns; a span may claim any number
_ROW, _CELL = qn("w:tr"), qn("w:tc")
_INSIDE = frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")))


@dataclass(frozen=True, slots=True)
class Grid:
    """Words of a table by rows; `headers` marked rows, `banners` rows of one wide cell."""

    rows: list[list[str]]
    headers: int
    banners: frozenset[int]
    repeated: list[list[str]]

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def grid_of(table: BaseOxmlElement, noted: Noted) -> Grid:
    """Read a table. A merged cell holds its words once, where it begins."""
    rows: list[list[str]] = []
    repeated: list[list[str]] = []
    banners: set[int] = set()
    headers = 0
    first_bold: list[bool] = []
    for element in _children(table, _ROW):
        form = element.find(qn("w:trPr"))
        if form is not None and form.find(qn("w:del")) is not None:
            noted.counts["deletions"] += 1
            continue
        cells, bold = _cells(element, noted)
        if form is not None and form.find(qn("w:tblHeader")) is not None and headers == len(rows):
            headers += 1
        if len(cells) == 1:
            banners.add(len(rows))
        rows.append(
            [text if nth == 0 else "" for text, wide in cells for nth in range(wide)][:_WIDEST]
        )
        repeated.append([text for text, wide in cells for _ in range(wide)][:_WIDEST])
        first_bold.append(bold)
    if not headers and len(rows) > 1 and first_bold[0] and not any(first_bold[1:]):
        headers = 1
    return Grid(rows, headers if headers < len(rows) else 0, frozenset(banners), repeated)


def cells_of(table: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The table's own cells, not those of tables inside them."""
    return [cell for row in _children(table, _ROW) for cell in _children(row, _CELL)]


def pieces_of_grid(grid: Grid, path: str) -> list[Piece]:
    """Pieces of a table."""
    paths = [f"{path} row {number}" for number in range(1, len(grid.rows) + 1)]
    places = [[f"{at} cell {nth}" for nth in range(1, grid.width + 1)] for at in paths]
    return table_pieces(
        grid.rows,
        paths=paths,
        headers=grid.headers or None,
        header_texts=grid.repeated[: grid.headers],
        banners=grid.banners,
        cell_paths=places,
    )


def _cells(row: BaseOxmlElement, noted: Noted) -> tuple[list[tuple[str, int]], bool]:
    """Words and width of each cell, and whether all words are bold."""
    cells: list[tuple[str, int]] = []
    bold: list[bool] = []
    for cell in _children(row, _CELL):
        form = cell.find(qn("w:tcPr"))
        wide, goes_on = 1, False
        if form is not None:
            span = form.find(qn("w:gridSpan"))
            value = (span.get(qn("w:val")) or "1") if span is not None else "1"
            wide = min(max(int(value), 1), _WIDEST) if value.isdecimal() else 1
            merge = form.find(qn("w:vMerge"))
            goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
        words = [] if goes_on else [words_of(p, noted) for p in cell.iter(qn("w:p"))]
        bold += [word.bold for word in words if word.lines]
        cells.append(("\n".join(line for word in words for line in word.lines), wide))
    return cells, bool(bold) and all(bold)


def _children(parent: BaseOxmlElement, tag: str) -> list[BaseOxmlElement]:
    """Rows or cells, also those inside content controls and tracked insertions."""
    found = []
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            found.append(element)
        elif element.tag in _INSIDE:
            waiting.extend(reversed(element))
    return found
