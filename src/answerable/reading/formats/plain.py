"""Plain text: groups of lines parted by blank lines become pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from answerable.reading.formats.aligned import aligned
from answerable.reading.formats.numbered import headings_of_numbered
from answerable.reading.formats.tables import table_pieces
from answerable.reading.layout.depths import Depths
from answerable.reading.layout.lines import is_heading, key_value, marker
from answerable.reading.layout.pieces import Piece, clean, flow, plain_piece, tabbed

_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"=+|-+|_+|\*+|~+")
_GAP = re.compile(r"\s{2,}|\t")
_RULE_ROW = re.compile(r"(?=[|:\s+]*[=-])[|:\s+=-]+")
_QUOTED = re.compile(r"(?:[ \t]*>)+ ?")
_WIDEST_WRAP = 110  # longer lines are paragraphs on one line, not wrapped ones
_RAGGED = 12  # characters by which a wrapped line may fall short of the width


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: number from 1, indent, and clean text."""

    number: int
    indent: int
    text: str
    raw: str


def pieces_of_text(text: str, *, path: str = "line", offset: int = 0) -> list[Piece]:
    """Pieces of plain text in order; paths are `line N`, counted from `offset`."""
    groups = [part for group in _groups(text, offset) for part in _barred(group)]
    width = _wrap_width(groups)
    pieces: list[Piece] = []
    depths = Depths()
    for group in groups:
        pieces.extend(_pieces_of_group(group, width, path, depths))
    return headings_of_numbered(pieces)


def _groups(text: str, offset: int) -> Iterator[list[Line]]:
    group: list[Line] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    for number, raw in enumerate(text.split("\n"), start=offset + 1):
        cleaned = clean(raw)
        if not cleaned:
            if group:
                yield group
            group = []
            continue
        wide = raw.expandtabs(4)
        group.append(Line(number, len(wide) - len(wide.lstrip()), cleaned, raw))
    if group:
        yield group


def _barred(group: list[Line]) -> Iterator[list[Line]]:
    """The lines of a group, with a table of bars that has no blank line round it apart."""
    at = 0
    while at < len(group):
        bars = group[at].text.count(_BAR)
        stop = at + 1
        while stop < len(group) and (
            group[stop].text.count(_BAR) == bars or _RULE_ROW.fullmatch(group[stop].text)
        ):
            stop += 1
        if bars < _LEAST_BARS or stop - at < _LEAST_ROWS or stop - at == len(group):
            at = stop
            continue
        if at:
            yield group[:at]
        yield group[at:stop]
        group, at = group[stop:], 0
    if group:
        yield group


_BAR, _LEAST_BARS, _LEAST_ROWS = " | ", 2, 3


def _wrap_width(groups: Sequence[Sequence[Line]]) -> int:
    """The width at which paragraphs were wrapped, or 0 if they were not."""
    lengths = [
        line.indent + len(line.text)
        for group in groups
        for line, after in pairwise(group)
        if after.text[:1].islower()
    ]
    lengths = [length for length in lengths if 45 <= length <= _WIDEST_WRAP]
    return max(lengths, default=0)


def _pieces_of_group(group: list[Line], width: int, path: str, depths: Depths) -> Iterator[Piece]:
    if all(_QUOTED.match(line.raw) for line in group):
        depths.close()
        inner = "\n".join(_QUOTED.sub("", line.raw, count=1) for line in group)
        for piece in pieces_of_text(inner, path=path, offset=group[0].number - 1):
            yield replace(piece, kind="quotation") if piece.kind == "paragraph" else piece
        return
    table = _table(group, path)
    if table:
        depths.close()
        yield from table
        return
    run: list[Line] = []
    first = True
    for line in group:
        if run and not _continues(run, line, width):
            alone = first and _titles(line.text)
            yield from _piece(run, path, depths, alone=alone)
            run, first = [], False
        if run and _is_underline(line, run):
            yield Piece(
                "heading",
                flow(run[0].text),
                f"{path} {run[0].number}",
                level=1 + (line.text[0] != "="),
            )
            depths.close()
            run = []
            continue
        if not _UNDERLINE.fullmatch(line.text) or line.text == "-":
            run.append(line)
    if run:
        yield from _piece(run, path, depths, alone=first)


def _titles(below: str) -> bool:
    """What stands below a line makes that line a heading: a list, or prose."""
    return marker(below) is not None or (len(below) > 60 and not is_heading(below))


def _is_underline(line: Line, run: list[Line]) -> bool:
    return len(run) == 1 and len(line.text) >= 3 and _UNDERLINE.fullmatch(line.text) is not None


def _continues(run: list[Line], line: Line, width: int) -> bool:
    """The line goes on from the one before: it was wrapped, not begun."""
    last, text = run[-1], run[-1].text
    if _is_underline(line, run):
        return True
    if marker(line.text) or _MARKDOWN.match(line.text) or _MARKDOWN.match(run[0].text):
        return False
    if line.text[:1].islower() and not text.endswith((":", ";")):
        return True
    if key_value(line.text) or text.endswith(":"):
        return False
    hanging = marker(run[0].text) is not None and line.indent > run[0].indent
    if hanging and not text.endswith((".", ";")):
        return True
    # The first word of the next line would not have fitted at the end of the last one.
    needed = last.indent + len(text) + 1 + len(line.text.split(" ", 1)[0])
    return width > 0 and needed >= width - (0 if text.endswith(".") else _RAGGED)


def _piece(run: list[Line], path: str, depths: Depths, *, alone: bool) -> Iterator[Piece]:
    where = f"{path} {run[0].number}"
    text = flow(" ".join(line.text for line in run))
    found = _MARKDOWN.match(text)
    if found:
        depths.close()
        yield Piece("heading", text[found.end() :].rstrip("# "), where, level=len(found.group(1)))
        return
    mark = marker(text)
    if mark and mark.style != "1.1":
        yield Piece("item", text, where, level=depths.level(run[0].indent, mark.style))
        return
    pair = key_value(text)
    if pair:
        depths.close()
        yield Piece("key_value", text, where, cells=pair)
        return
    within = depths.within(run[0].indent)
    if within and run[0].indent > 0:
        yield Piece("paragraph", text, where, level=within)
        return
    depths.close()
    parts = tabbed(run[0].raw) if len(run) == 1 else ()
    if (alone or run[0].number == 1) and is_heading(text):
        yield Piece("heading", text, where, level=_heading_level(text))
    else:
        yield plain_piece(text, where, parts=parts)


def _heading_level(text: str) -> int:
    mark = marker(text)
    if mark and mark.style == "1.1":
        return min(text[: mark.length].strip(" .)").count(".") + 1, 6)
    return 1 if text.isupper() else 2


def _between_rules(group: Sequence[Line]) -> list[Line]:
    """The lines of a group that are no rule of dashes, with bars ("---|---") or without."""
    return [line for line in group if not _RULE_ROW.fullmatch(line.text)]


def _without_frame(lines: Sequence[Line]) -> list[str]:
    """Lines of a table without the bars of its frame; an empty first cell keeps its bar."""
    left = all(line.text.startswith("|") for line in lines)
    right = all(line.text.endswith("|") for line in lines)
    return [line.text[1 if left else 0 : -1 if right else None] for line in lines]


def _spaced(group: list[Line]) -> list[list[str]]:
    """Cells parted by two spaces or more: three columns or more, short, on three lines or more.

    Two columns are a list of names and posts as often as a table, and are left alone.
    """
    if len(group) < 3 or any("  " not in line.raw.strip() for line in group):
        return []
    rows = [[cell for cell in _GAP.split(line.raw.strip()) if cell] for line in group]
    width = len(rows[0])
    fits = width > 2 and all(
        len(cells) == width and all(len(cell) <= 70 and cell[-1] not in ".;" for cell in cells)
        for cells in rows
    )
    return [[clean(cell) for cell in cells] for cells in rows] if fits else []


def _table(group: list[Line], path: str) -> list[Piece]:
    """Rows of lines with the same number of tabs, or of bars; two rows at least."""
    if all("\t" in line.raw.strip() for line in group):
        rows = [[cell.strip() for cell in line.raw.strip("\n").split("\t")] for line in group]
    elif (barred := _between_rules(group)) and all("|" in line.text for line in barred):
        rows = [[cell.strip() for cell in line.split("|")] for line in _without_frame(barred)]
        group = barred
    else:
        rows = _spaced(group) or [
            [clean(cell) for cell in cells] for cells in aligned([line.raw for line in group])
        ]
        if not rows:
            return []
    if len(rows) < 2 or len({len(cells) for cells in rows}) != 1 or len(rows[0]) < 2:
        return []
    if all(marker(line.text) for line in group):
        return []
    numbers = [line.number for line in group if not _RULE_ROW.fullmatch(line.text)]
    return table_pieces(rows, paths=[f"{path} {number}" for number in numbers])
