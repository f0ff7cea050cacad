"""Tables and definition lists of a web page."""

from dataclasses import replace

from selectolax.lexbor import LexborNode

from answerable.reading.formats.tables import pair, table_pieces
from answerable.reading.layout.pieces import Piece, clean, flow

_BREAKS = frozenset(
    ("p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd")
)
_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "option"))
_WIDEST = 1_000  # a span may claim any number of columns
_LONGEST_VALUE = 400


def pieces_of_table(node: LexborNode, *, path: str) -> list[Piece] | None:
    """Rows of a data table; None if the table only lays out the page, and is to be walked."""
    if (node.attributes.get("role") or "") in ("presentation", "none") or node.css_first(
        "table table"
    ):
        return None
    rows = [tr for tr in node.css("tr") if tr.parent is not None]
    cells = [[cell for cell in tr.iter() if cell.tag in ("td", "th")] for tr in rows]
    if max((len(row) for row in cells), default=0) < 2 or _only_lays_out(cells):
        return None
    texts, repeated = _spread(cells)
    paths = [f"{path}/{step}" for step in _steps(rows)]
    headers = _header_rows(rows, cells)
    caption = node.css_first("caption")
    pieces = []
    if caption is not None and (words := flow(cell_text(caption))):
        pieces.append(Piece("heading", words, f"{path}/caption[1]", level=6))
    if headers == 0 and all(len(row) == 2 and row[0].tag == "th" for row in cells if row):
        pairs = zip(texts, paths, strict=True)
        return pieces + [pair(text[0], text[1], path=at) for text, at in pairs if len(text) > 1]
    banners = frozenset(number for number, row in enumerate(cells) if len(row) == 1)
    table = table_pieces(
        texts,
        paths=paths,
        headers=headers or None,
        header_texts=repeated[:headers],
        banners=banners,
    )
    return pieces + [_with_cell_paths(piece) for piece in table]


def _only_lays_out(cells: list[list[LexborNode]]) -> bool:
    """Two columns, a number or nothing in the first, several paragraphs in the second.

    Committee systems print their agendas and minutes so.
    """
    rows = [row for row in cells if len(row) == 2]
    if len(rows) < 0.6 * len(cells):
        return False
    told = [row[1] for row in rows if len(row[1].css("p, div, ul, ol, h1, h2, h3, h4, h5")) > 1]
    if 2 * len(told) < len(rows):
        return False
    return all(len(flow(cell_text(row[0]))) <= 10 for row in rows)


def _with_cell_paths(piece: Piece) -> Piece:
    if piece.kind != "row":
        return piece
    paths = tuple(f"{piece.path}/*[{number}]" for number in range(1, len(piece.cells) + 1))
    return replace(piece, cell_paths=paths)


def _steps(rows: list[LexborNode]) -> list[str]:
    """Paths of the rows below their table."""
    counts: dict[int, int] = {}
    steps = []
    for tr in rows:
        parent = tr.parent
        key = parent.mem_id if parent is not None else 0
        counts[key] = counts.get(key, 0) + 1
        above = f"{parent.tag}/" if parent is not None and parent.tag != "table" else ""
        steps.append(f"{above}tr[{counts[key]}]")
    return steps


def _header_rows(rows: list[LexborNode], cells: list[list[LexborNode]]) -> int:
    """How many rows at the top are headers by their tags."""
    count = 0
    for tr, row in zip(rows, cells, strict=True):
        in_head = tr.parent is not None and tr.parent.tag == "thead"
        if not in_head and not (len(row) > 1 and all(cell.tag == "th" for cell in row)):
            break
        count += 1
    return count if count < len(rows) else 0


def _spread(cells: list[list[LexborNode]]) -> tuple[list[list[str]], list[list[str]]]:
    """Texts in their columns, twice: each once with the rest of its span empty, and repeated.

    Words stand once in the canonical text; but a header over two columns names them both.
    """
    once: list[list[str]] = []
    repeated: list[list[str]] = []
    down: dict[int, tuple[int, str]] = {}  # column -> rows still covered from above, and words
    for row in cells:
        line: list[str] = []
        full: list[str] = []
        for cell in [*row, None]:
            while len(line) in down:
                left, words = down[len(line)]
                down[len(line)] = (left - 1, words)
                if left <= 1:
                    del down[len(line)]
                line.append("")
                full.append(words)
            if cell is None:
                break
            words = cell_text(cell)
            wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
            for nth in range(min(wide, max(_WIDEST - len(line), 0))):
                if tall > 1:
                    down[len(line)] = (tall - 1, words)
                line.append(words if nth == 0 else "")
                full.append(words)
        once.append(line)
        repeated.append(full)
    return once, repeated


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and len(value) < 6 else 1


def cell_text(node: LexborNode) -> str:
    """The words of a cell; its paragraphs are parted by LF."""
    parts: list[str] = []
    skipped: set[int] = set()
    for inner in node.traverse(include_text=True):
        if skipped and inner.parent is not None and inner.parent.mem_id in skipped:
            skipped.add(inner.mem_id)
            continue
        if inner.is_text_node:
            parts.append((inner.text_content or "").replace("\n", " ").replace("\r", " "))
        elif inner.tag in _SKIPPED:
            skipped.add(inner.mem_id)
        elif inner.tag in _BREAKS:
            parts.append("\n")
    return "\n".join(line for line in map(flow, "".join(parts).split("\n")) if line)


def pieces_of_list(node: LexborNode, *, path: str) -> list[Piece] | None:
    """Keys and values of a definition list; None if its values are long and are to be walked."""
    pairs: list[tuple[str, list[str]]] = []
    for inner in node.traverse():
        if inner.tag == "dt":
            pairs.append((flow(cell_text(inner)), []))
        elif inner.tag == "dd" and pairs:
            if inner.css_first("ul, ol, table, dl, h2, h3, h4"):
                return None
            value = clean(cell_text(inner))
            if len(value) > _LONGEST_VALUE:
                return None
            pairs[-1][1].append(value)
    return [
        pair(key, "\n".join(value for value in values if value), path=f"{path}/dt[{number}]")
        for number, (key, values) in enumerate(pairs, start=1)
        if key
    ]
